import { existsSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from '../step/program.ts'
import { median } from './alternate.ts'
import type { Bench, Result, Setting } from './bench.ts'
import { readNaively } from './peers/naive-claim.ts'

/** A piece of evidence as the package takes it. */
export interface Item {
  readonly id: string
  readonly kind: string
  readonly title: string
  readonly on: string | { readonly from: string; readonly to: string }
  readonly tags: readonly string[]
  readonly owner: string
  readonly words: number
  readonly corroborations?: readonly { readonly by: string; readonly on: string; readonly tags: readonly string[] }[]
}

/** What of the package is measured. */
export interface Ukpsf {
  readonly psf2023: unknown
  checkClaimIn(
    edition: unknown,
    claim: object,
  ): { readonly value?: { readonly coverage: { readonly dimensions: readonly unknown[] } } }
  coverageIn(
    edition: unknown,
    evidence: readonly object[],
  ): { readonly value?: { readonly dimensions: readonly unknown[] } }
}

const codes = ['V', 'K', 'A'].flatMap((family) => [1, 2, 3, 4, 5].map((n) => `psf-2023:${family}${n}`))
const on = '2026-11-24'

/** Gives one made-up portfolio, the same for the same seed; every third piece is a period and every third is confirmed in part. */
export function portfolio(seed: number, size: number): readonly Item[] {
  let state = (seed * 2_654_435_761 + 1) >>> 0
  const below = (bound: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * bound)
  }
  return Array.from({ length: size }, (_, at) => {
    const tags = [...new Set(Array.from({ length: 1 + below(4) }, () => codes[below(15)] ?? ''))]
    const year = 2020 + below(7)
    const day = `${year}-0${1 + below(9)}-1${below(10)}`
    return {
      id: `evidence-${at}`,
      kind: 'practice',
      title: `Piece ${at}`,
      on: at % 3 === 0 ? { from: `${year}-01-05`, to: day } : day,
      tags,
      owner: 'person-1',
      words: 200 + below(400),
      ...(at % 3 === 1 ? { corroborations: [{ by: 'person-2', on: '2026-10-05', tags: tags.slice(0, 1) }] } : {}),
    }
  })
}

/** The processor time of this process, all its threads, in microseconds. */
const cpuUs = () => {
  const { user, system } = process.cpuUsage()
  return user + system
}

/** Coverage and claim check of one portfolio: one call answers both. */
function readOne({ psf2023, checkClaimIn }: Ukpsf, evidence: readonly Item[]): void {
  const { value } = checkClaimIn(psf2023, { descriptor: 'psf-2023:D2', evidence, on })
  if (value?.coverage.dimensions.length !== codes.length) throw new Error('the portfolio was not read')
}

/** Coverage of one portfolio alone. */
function coverOne({ psf2023, coverageIn }: Ukpsf, evidence: readonly Item[]): void {
  if (coverageIn(psf2023, evidence).value?.dimensions.length !== codes.length)
    throw new Error('the portfolio was not covered')
}

/** The median of what one turn takes, in microseconds of processor time, over samples of a hundred turns each. */
function usEach(samples: number, turn: () => void): number {
  for (let warm = 0; warm < 2000; warm += 1) turn()
  const figures = Array.from({ length: samples }, () => {
    const before = cpuUs()
    for (let at = 0; at < 100; at += 1) turn()
    return (cpuUs() - before) / 100
  })
  return Math.round(median(figures) * 10) / 10
}

/** The processor time for a cohort, whose portfolios of twelve pieces are made one by one and let go again. */
function cohortMs(ukpsf: Ukpsf, portfolios: number): number {
  const before = cpuUs()
  for (let seed = 0; seed < portfolios; seed += 1) readOne(ukpsf, portfolio(seed, 12))
  return (cpuUs() - before) / 1000
}

const result = (name: string, unit: string, ours: number, peer: number, bar: number): Result => ({
  name,
  unit,
  ours,
  peer,
  ratio: Math.round((ours / peer) * 1000) / 1000,
  bar,
})

/** Measures the built package; the peer of `portfolio-200`, `coverage-200` and `linearity` is a limit, and no other program. */
export async function measureUkpsf(ukpsf: Ukpsf, { quick, say }: Setting): Promise<readonly Result[]> {
  const evidence = portfolio(1, 200)
  const samples = quick ? 41 : 201
  const ours = usEach(samples, () => readOne(ukpsf, evidence))
  say(
    `coverage and claim check of 200 pieces in one call: ${ours} µs CPU, median of ${samples} samples; the peer is the limit of 100`,
  )
  const covered = usEach(samples, () => coverOne(ukpsf, evidence))
  say(`coverage alone of the same 200 pieces: ${covered} µs CPU; the peer is the limit of 100`)
  const naive = usEach(samples, () => readNaively(codes, evidence, on))
  say(`the same questions by filters on rows, nothing checked and no reasons given: ${naive} µs CPU`)
  cohortMs(ukpsf, 2000)
  // The longer run stands between two halves of the shorter one, so that a machine that slows down slows both.
  const small = 10_000
  const rounds = quick ? 1 : 3
  const ratios = Array.from({ length: rounds }, () => {
    const before = cohortMs(ukpsf, small)
    const large = cohortMs(ukpsf, small * 10)
    return { large, small: (before + cohortMs(ukpsf, small)) / 2 }
  })
  const cohort = { large: median(ratios.map(({ large }) => large)), small: median(ratios.map((each) => each.small)) }
  say(`cohorts of ${small * 10} and ${small} portfolios: ${cohort.large} and ${cohort.small} ms CPU`)
  return [
    result('portfolio-200', 'µs CPU, limit as peer', ours, 100, 1),
    result('coverage-200', 'µs CPU, limit as peer', covered, 100, 1),
    result('portfolio-200-naive', 'µs CPU', ours, naive, 3),
    result('linearity', `ms CPU, ${small * 10} portfolios and ${small} as peer`, cohort.large, cohort.small, 11),
  ]
}

/** Coverage and claim check: one large portfolio, and a cohort of 100,000. */
export const ukpsf: Bench = {
  name: 'ukpsf',
  title: 'coverage and claim check of a portfolio of 200 pieces, and of 100,000 portfolios beside 10,000',
  run: async (setting) => {
    const entry = path.join(root, 'packages/ukpsf/dist/index.js')
    if (!existsSync(entry)) throw new Error('the package is not built: run npm run build first')
    const built: Ukpsf = await import(pathToFileURL(entry).href)
    return measureUkpsf(built, setting)
  },
}
