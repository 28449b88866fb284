import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { run } from '../step/program.ts'

/** A package as it would be published. */
export interface Tarball {
  readonly name: string
  /** The package's folder in the workspace. */
  readonly source: string
  /** The .tgz file. */
  readonly file: string
  /** The entries an importer may name, the manifest left out: `name` and `name/subpath`. */
  readonly entries: readonly string[]
}

interface Manifest {
  readonly name: string
  readonly version: string
  readonly private?: boolean
  readonly exports: Readonly<Record<string, unknown>>
}

/** Packs every package of the workspace that is published into a folder. */
export async function packAll(root: string, folder: string): Promise<readonly Tarball[]> {
  const tarballs: Tarball[] = []
  for (const file of globSync('packages/*/package.json', { cwd: root }).sort()) {
    const source = path.join(root, path.dirname(file))
    const manifest: Manifest = JSON.parse(readFileSync(path.join(root, file), 'utf8'))
    if (manifest.private) continue
    const { code, output } = await run('pnpm', ['pack', '--pack-destination', folder], { cwd: source })
    if (code !== 0) throw new Error(`pnpm pack of ${manifest.name} ended with ${code}:\n${output}`)
    const entries = Object.keys(manifest.exports)
      .filter((key) => key !== './package.json')
      .map((key) => manifest.name + key.slice(1))
    const tgz = `${manifest.name.replace('@', '').replace('/', '-')}-${manifest.version}.tgz`
    tarballs.push({ name: manifest.name, source, file: path.join(folder, tgz), entries })
  }
  return tarballs
}
