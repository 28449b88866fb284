import { globSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Tally } from '../step/tally.ts'

interface Manifest {
  readonly name?: string
  readonly version?: string
  readonly dependencies?: Readonly<Record<string, string>>
  readonly devDependencies?: Readonly<Record<string, string>>
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

const readManifest = (file: string): Manifest => JSON.parse(readFileSync(file, 'utf8'))
const exact = /^(?:workspace:.+|npm:.+@\d+\.\d+\.\d+|\d+\.\d+\.\d+(?:-[\w.-]+)?)$/

/** What a lockfile says wrong about where packages come from: it may hold integrity hashes, but no address. */
export function addressesIn(lock: string): readonly string[] {
  return lock
    .split('\n')
    .flatMap((line, index) =>
      /https?:\/\/|^\s*(?:\{?tarball|registry):/.test(line) ? [`line ${index + 1}: ${line.trim()}`] : [],
    )
}

/** The dependencies of a manifest that are not pinned to one version. */
export function unpinned(manifest: Manifest): readonly string[] {
  return Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })
    .filter(([, range]) => !exact.test(range))
    .map(([name, range]) => `${name}: ${range}`)
}

/** The `name@version` keys of every package a lockfile holds. */
export function lockedIn(lock: string): ReadonlySet<string> {
  const [, packages = ''] = lock.match(/\npackages:\n([\s\S]*?)(?:\nsnapshots:\n|$)/) ?? []
  return new Set([...packages.matchAll(/^ {2}'?(@?[^'@\s]+@[^':\s(]+)/gm)].map(([, key]) => key ?? ''))
}

/** The optional dependencies of an installed package that the lockfile lacks; its binaries for other platforms above all. */
export function missingOptional(manifest: Manifest, locked: ReadonlySet<string>): readonly string[] {
  const names = [...locked].map((key) => key.slice(0, key.lastIndexOf('@')))
  return Object.entries(manifest.optionalDependencies ?? {})
    .filter(([name, range]) => !(exact.test(range) ? locked.has(`${name}@${range}`) : names.includes(name)))
    .map(([name, range]) => `${name}@${range}`)
}

/** The manifest of each package in pnpm's store of this workspace. */
function installed(root: string): readonly Manifest[] {
  const store = path.join(root, 'node_modules/.pnpm')
  return readdirSync(store).flatMap((entry) => {
    const [, name] = entry.match(/^(@[^+]+\+[^@]+|[^@]+)@/) ?? []
    if (name === undefined) return []
    try {
      return [readManifest(path.join(store, entry, 'node_modules', name.replace('+', '/'), 'package.json'))]
    } catch {
      return []
    }
  })
}

/** Checks that the lockfile works on every platform and behind every registry, and that every version is exact. */
export function checkLockfile(tally: Tally, root: string): void {
  const lock = readFileSync(path.join(root, 'pnpm-lock.yaml'), 'utf8')
  const addresses = addressesIn(lock)
  tally.check(addresses.length === 0, 'pnpm-lock.yaml names no registry', addresses.join('\n'))
  for (const file of ['package.json', ...globSync(['packages/*/package.json', 'apps/*/package.json'], { cwd: root })]) {
    const loose = unpinned(readManifest(path.join(root, file)))
    tally.check(loose.length === 0, `${file} pins every dependency`, `not one version: ${loose.join(', ')}`)
  }
  const locked = lockedIn(lock)
  let withOptional = 0
  for (const manifest of installed(root)) {
    if (Object.keys(manifest.optionalDependencies ?? {}).length === 0) continue
    withOptional += 1
    const missing = missingOptional(manifest, locked)
    const detail = `the lockfile lacks ${missing.join(', ')}: an install on that platform would break without a word; take a version whose set is whole`
    tally.check(missing.length === 0, `${manifest.name}@${manifest.version}`, detail)
  }
  tally.check(
    withOptional > 0,
    'packages with binaries',
    'none was seen among the installed packages: is node_modules there?',
  )
}
