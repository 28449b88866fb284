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
  /** Other built entries of the same package that the page takes whole. */
  readonly beside?: readonly string[]
  readonly bytesMax: number
  /** Texts that a page with so little of the package has no reason to carry. */
  readonly without?: readonly string[]
}

const ukpsf = 'packages/ukpsf/dist/index.js'
const ukpsfReview = 'packages/ukpsf/dist/review.js'
const ukpsfFormats = 'packages/ukpsf/dist/formats.js'

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
  { name: 'ukpsf, the main entry with its three editions', entry: ukpsf, names: '*', bytesMax: 24_000 },
  { name: 'ukpsf/review', entry: ukpsfReview, names: '*', bytesMax: 21_000 },
  { name: 'ukpsf/formats', entry: ukpsfFormats, names: '*', bytesMax: 18_000 },
  {
    name: 'ukpsf, every entry on one page',
    entry: ukpsf,
    names: '*',
    beside: [ukpsfReview, ukpsfFormats],
    bytesMax: 50_000,
  },
  {
    name: 'award, the main entry, without what badges need',
    entry: 'packages/award/dist/index.js',
    names: '*',
    bytesMax: 40_000,
    without: ['Ed25519', 'www.w3.org/ns/credentials'],
  },
  {
    name: 'award/credential, verifying alone, with its peers',
    entry: 'packages/award/dist/credential.js',
    names: ['verifyCredential', 'parseIssuerProfile', 'isIdentityOf'],
    bytesMax: 80_000,
  },
  {
    name: 'reporting/statistics, all of it',
    entry: 'packages/reporting/dist/statistics.js',
    names: '*',
    bytesMax: 36_000,
  },
  {
    name: 'reporting/statistics, one t test',
    entry: 'packages/reporting/dist/statistics.js',
    names: ['pairedTTest'],
    bytesMax: 4000,
    without: ['Wilcoxon', 'kappa'],
  },
  { name: 'reporting/surveys', entry: 'packages/reporting/dist/surveys.js', names: '*', bytesMax: 8000 },
  {
    name: 'reporting/evaluation',
    entry: 'packages/reporting/dist/evaluation.js',
    names: '*',
    bytesMax: 16_000,
  },
  {
    name: 'reporting/files, every format with its peers',
    entry: 'packages/reporting/dist/files.js',
    names: '*',
    bytesMax: 45_000,
  },
  {
    name: 'reporting/files, CSV alone',
    entry: 'packages/reporting/dist/files.js',
    names: ['csvChunks', 'figureTable', 'tableCodebook'],
    bytesMax: 5000,
    without: ['worksheet', 'PAR1'],
  },
]

/** Gives the minified bundle of some names of a built entry; throws an Error when it does not bundle. */
export async function bundleOf(
  root: string,
  { entry, names, beside = [] }: Pick<SizeLimit, 'entry' | 'names' | 'beside'>,
): Promise<string> {
  const taken = names === '*' ? '*' : `{ ${names.join(', ')} }`
  const lines = [`export ${taken} from './${entry}'`, ...beside.map((other) => `export * from './${other}'`)]
  const { outputFiles } = await build({
    absWorkingDir: root,
    stdin: { contents: lines.join('\n'), resolveDir: root },
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

/** Checks that what a page takes from the built packages stays within its limit, and notes how much it is. */
export async function checkBundleSize(
  tally: Tally,
  root: string,
  limits: readonly SizeLimit[] = sizeLimits,
): Promise<void> {
  for (const limit of limits) {
    tally.say(limit.name)
    const absent = [limit.entry, ...(limit.beside ?? [])].find((entry) => !existsSync(path.join(root, entry)))
    if (absent !== undefined) {
      tally.fail(limit.name, `${absent} is not built: run npm run build first`)
      continue
    }
    const code = await bundleOf(root, limit)
    const bytes = compressedBytes(code)
    tally.note(`${bytes} bytes of at most ${limit.bytesMax}: ${limit.name}`)
    tally.check(
      bytes > 0 && code.length > 0 && bytes <= limit.bytesMax,
      `${limit.name}: at most ${limit.bytesMax} bytes`,
      `it has ${bytes} bytes minified and compressed`,
    )
    for (const text of limit.without ?? [])
      tally.check(!code.includes(text), `${limit.name}: no ${text}`, `the bundle carries ${text}`)
  }
}
