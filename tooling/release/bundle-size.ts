import { existsSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import type { Tally } from '../step/tally.ts'

/** What a page may weigh that takes some names from a built package, minified and compressed as gzip does best. */
export interface SizeLimit {
  /** What is measured, in words. */
  readonly name: string
  /** The built entry, from the root. */
  readonly entry: string
  /** The names that are imported, or `*` for all. */
  readonly names: readonly string[] | '*'
  readonly bytesMax: number
  /** Texts that a page with so little of the package has no reason to carry. */
  readonly without?: readonly string[]
}

const ukpsf = 'packages/ukpsf/dist/index.js'

/** The limits that are kept. */
export const sizeLimits: readonly SizeLimit[] = [
  {
    name: 'ukpsf, one edition: its codes, evidence, coverage and claim check',
    entry: ukpsf,
    names: [
      'psf2023',
      'parseDimensionIn',
      'parseDescriptorIn',
      'defineEvidenceIn',
      'coverageIn',
      'checkClaimIn',
      'closeGap',
    ],
    bytesMax: 8000,
    without: ['ukpsf-2006', 'ukpsf-2011'],
  },
  { name: 'ukpsf, everything', entry: ukpsf, names: '*', bytesMax: 30_000 },
]

/** Gives the minified bundle of some names of a built entry; throws an Error when it does not bundle. */
export async function bundleOf(root: string, { entry, names }: Pick<SizeLimit, 'entry' | 'names'>): Promise<string> {
  const taken = names === '*' ? '*' : `{ ${names.join(', ')} }`
  const { outputFiles } = await build({
    absWorkingDir: root,
    stdin: { contents: `export ${taken} from './${entry}'`, resolveDir: root },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    logLevel: 'silent',
  })
  return outputFiles[0]?.text ?? ''
}

/** Gives the bytes of a text, compressed as gzip does best. */
export function compressedBytes(text: string): number {
  return gzipSync(text, { level: 9 }).length
}

/** Checks that what a page takes from the built packages stays within its limit. */
export async function checkBundleSize(
  tally: Tally,
  root: string,
  limits: readonly SizeLimit[] = sizeLimits,
): Promise<void> {
  for (const limit of limits) {
    tally.say(limit.name)
    if (!existsSync(path.join(root, limit.entry))) {
      tally.fail(limit.name, `${limit.entry} is not built: run npm run build first`)
      continue
    }
    const code = await bundleOf(root, limit)
    const bytes = compressedBytes(code)
    tally.check(
      bytes > 0 && code.length > 0 && bytes <= limit.bytesMax,
      `${limit.name}: at most ${limit.bytesMax} bytes`,
      `it has ${bytes} bytes minified and compressed`,
    )
    for (const text of limit.without ?? [])
      tally.check(!code.includes(text), `${limit.name}: no ${text}`, `the bundle carries ${text}`)
  }
}
