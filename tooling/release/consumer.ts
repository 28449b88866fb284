import { existsSync, globSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { run } from '../step/program.ts'
import type { Tarball } from './tarball.ts'

/** Installs tarballs, from nothing but themselves, into an empty folder with npm, as a university would. */
export async function install(tarballs: readonly Tarball[], folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true })
  writeFileSync(path.join(folder, 'package.json'), '{ "name": "consumer", "private": true, "type": "module" }\n')
  const flags = ['--offline', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error']
  const { code, output } = await run('npm', ['install', ...flags, ...tarballs.map(({ file }) => file)], { cwd: folder })
  if (code !== 0) throw new Error(`npm install of the tarballs ended with ${code}:\n${output}`)
}

/** The package below a consumer's node_modules. */
export const placeOf = (folder: string, { name }: Tarball): string => path.join(folder, 'node_modules', name)

/** The names an entry exports when it is imported, or when it is required; throws an Error when it cannot be. */
export async function exportedNames(
  folder: string,
  entry: string,
  mode: 'imported' | 'required',
): Promise<readonly string[]> {
  const name = JSON.stringify(entry)
  const load = mode === 'imported' ? `await import(${name})` : `require(${name})`
  const code = `process.stdout.write(JSON.stringify(Object.keys(${load}).sort()))`
  const type = mode === 'imported' ? 'module' : 'commonjs'
  const {
    code: status,
    stdout,
    output,
  } = await run(process.execPath, [`--input-type=${type}`, '-e', code], { cwd: folder })
  if (status !== 0) throw new Error(output)
  const names: readonly string[] = JSON.parse(stdout)
  return names.filter((each) => each !== 'default' && each !== '__esModule')
}

/** Links the optional peers of a package into a consumer, from where the workspace has them. */
export function linkPeers(folder: string, tarball: Tarball): void {
  const manifest: { peerDependencies?: Record<string, string> } = JSON.parse(
    readFileSync(path.join(placeOf(folder, tarball), 'package.json'), 'utf8'),
  )
  for (const peer of Object.keys(manifest.peerDependencies ?? {})) {
    const place = path.join(folder, 'node_modules', peer)
    mkdirSync(path.dirname(place), { recursive: true })
    if (!existsSync(place)) symlinkSync(path.join(tarball.source, 'node_modules', peer), place, 'junction')
  }
}

/** The JavaScript and type files an installed package ships. */
export function shippedFiles(folder: string, tarball: Tarball): readonly string[] {
  const place = placeOf(folder, tarball)
  return globSync('**/*.{js,cjs,mjs,ts,cts,mts}', { cwd: place }).map((file) => path.join(place, file))
}
