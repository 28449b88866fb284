import fc from 'fast-check'
import { expect, test } from 'vitest'
import { seededRandom } from '../../../src/statistics/resampling/random.ts'
import { type CoxOptions, coxRegression } from '../../../src/statistics/survival/cox/cox-regression.ts'
import type { CoxRow } from '../../../src/statistics/survival/cox/cox-row.ts'
import { codeOf, valued } from '../../fixtures.ts'

/** People in whole days, with ties, by two numbers and one yes or no. */
const people = (() => {
  const random = seededRandom(60)
  return Array.from({ length: 80 }, (): CoxRow => {
    const covariates = [50 + 20 * random(), random() < 0.5 ? 1 : 2, Math.floor(3 * random())]
    return { stop: Math.ceil(-30 * Math.log(1 - random())), event: random() < 0.8, covariates }
  })
})()
const names = { covariates: ['age', 'sex', 'health'], errors: 'model' } as const

const one = (ties: CoxOptions['ties'] = 'efron') => ({ covariates: ['x'], ties, errors: 'model' }) as const

/** The log partial likelihood by its definition, each time of an event on its own. */
function byDefinition(rows: readonly CoxRow[], beta: number, ties: CoxOptions['ties']): number {
  const risk = ({ covariates: [x = 0] }: CoxRow) => Math.exp(x * beta)
  const sum = (some: readonly CoxRow[]) => some.reduce((total, row) => total + risk(row), 0)
  let log = 0
  for (const stratum of new Set(rows.map((row) => row.stratum)))
    for (const time of new Set(rows.filter((row) => row.event && row.stratum === stratum).map((row) => row.stop))) {
      const atRisk = rows.filter((row) => row.stratum === stratum && (row.start ?? 0) < time && time <= row.stop)
      const dying = atRisk.filter((row) => row.event && row.stop === time)
      for (const [place, row] of dying.entries()) {
        const gone = ties === 'efron' ? place / dying.length : 0
        log += Math.log(risk(row)) - Math.log(sum(atRisk) - gone * sum(dying))
      }
    }
  return log
}

const stretch = fc.record({
  start: fc.integer({ min: 0, max: 6 }),
  length: fc.integer({ min: 1, max: 6 }),
  event: fc.boolean(),
  x: fc.integer({ min: -2, max: 2 }),
  stratum: fc.constantFrom('a', 'b'),
})
const asRow = ({
  start,
  length,
  event,
  x,
  stratum,
}: {
  start: number
  length: number
  event: boolean
  x: number
  stratum: string
}) => ({ start, stop: start + length, event, covariates: [x], stratum }) satisfies CoxRow

test('the fit stands at the top of the likelihood by its definition, with its curvature, or is refused', () => {
  fc.assert(
    fc.property(
      fc.array(stretch, { minLength: 3, maxLength: 25 }).map((all) => all.map(asRow)),
      fc.constantFrom('efron', 'breslow'),
      (rows, kind) => {
        const ties = kind as CoxOptions['ties']
        const fit = coxRegression(rows, one(ties))
        const at = (beta: number) => byDefinition(rows, beta, ties)
        if ('refusal' in fit) {
          if (fit.refusal.code === 'hazard-unbounded') {
            const ends = [at(-40), at(40)]
            expect(Math.max(...ends)).toBeGreaterThan(Math.max(at(0), at(-5), at(5)) - 1e-9)
          }
          return
        }
        const [{ coefficient, standardError } = { coefficient: 0, standardError: 0 }] = fit.value.coefficients
        const top = at(coefficient)
        expect(fit.value.logLikelihood.fitted).toBeCloseTo(top, 8)
        for (const off of [-0.3, -0.001, 0.001, 0.3]) expect(at(coefficient + off)).toBeLessThanOrEqual(top + 1e-12)
        const h = 1e-3 * Math.min(1, standardError)
        const curvature = (at(coefficient + h) - 2 * top + at(coefficient - h)) / (h * h)
        expect(standardError ** -2 / -curvature).toBeCloseTo(1, 2)
      },
    ),
    { seed: 63, numRuns: 200 },
  )
})

test('cutting rows in two where nothing changes leaves everything as it was, robust errors by person included', () => {
  const random = seededRandom(64)
  const rows = Array.from({ length: 60 }, (_, index): CoxRow => {
    const x = random() < 0.4 ? 1 : 0
    const time = Math.ceil((-20 * Math.log(1 - random())) / (1 + x))
    return { stop: time, event: random() < 0.8, covariates: [x, random()], cluster: `${index}` }
  })
  const cut = rows.flatMap((row): CoxRow[] => {
    const middle = Math.floor(row.stop / 2)
    return middle === 0
      ? [row]
      : [
          { ...row, stop: middle, event: false },
          { ...row, start: middle },
        ]
  })
  for (const ties of ['efron', 'breslow'] as const) {
    const options = { covariates: ['x', 'y'], ties, errors: 'cluster' } as const
    const [whole, halves] = [valued(coxRegression(rows, options)), valued(coxRegression(cut, options))]
    expect(halves.clusters).toBe(60)
    for (const [index, { coefficient, standardError }] of whole.coefficients.entries()) {
      expect(halves.coefficients[index]?.coefficient).toBeCloseTo(coefficient, 8)
      expect(halves.coefficients[index]?.standardError).toBeCloseTo(standardError, 8)
    }
  }
})

test('units and origins of a covariate change nothing but its coefficient', () => {
  const shifted = people.map((row) => ({ ...row, covariates: row.covariates.map((value) => 1000 * value + 5e6) }))
  const [plain, far] = [people, shifted].map((rows) => valued(coxRegression(rows, { ...names, ties: 'efron' })))
  for (const [index, { coefficient, p }] of (plain?.coefficients ?? []).entries()) {
    expect((far?.coefficients[index]?.coefficient ?? 0) * 1000).toBeCloseTo(coefficient, 7)
    expect(far?.coefficients[index]?.p).toBeCloseTo(p, 7)
  }
})

test('separation is refused and names the covariate, alone and in combination', () => {
  const row = (stop: number, event: boolean, ...covariates: number[]) => ({ stop, event, covariates })
  const alone = [row(1, true, 1), row(2, true, 1), row(3, true, 1), row(4, false, 0), row(5, false, 0)]
  const answer = coxRegression(alone, one())
  expect(codeOf(answer)).toBe('hazard-unbounded')
  expect('refusal' in answer && answer.refusal.message).toContain('x')
  // Neither a nor b parts them, but their sum does.
  const random = seededRandom(65)
  const together = Array.from({ length: 40 }, (_, index) => {
    const a = random()
    const lean = 40 - index
    return row(index + 1, true, a, lean - a)
  })
  expect(codeOf(coxRegression(together, { covariates: ['a', 'b'], ties: 'efron', errors: 'model' }))).toBe(
    'hazard-unbounded',
  )
})

test('what cannot be fitted is refused', () => {
  const row = (stop: number, event: boolean, ...covariates: number[]) => ({ stop, event, covariates })
  expect(codeOf(coxRegression([], one()))).toBe('no-events')
  expect(codeOf(coxRegression([row(1, false, 1)], one()))).toBe('no-events')
  expect(codeOf(coxRegression([row(1, true, 1)], one()))).toBe('covariates-collinear')
  expect(codeOf(coxRegression([row(1, true, 2), row(2, true, 2), row(3, true, 2)], one()))).toBe('covariates-collinear')
  const both = { covariates: ['a', 'b'], ties: 'efron', errors: 'model' } as const
  const twice = [row(1, true, 1, 2), row(2, true, 0, 0), row(3, true, 1, 2), row(4, true, 0, 0)]
  expect(codeOf(coxRegression(twice, both))).toBe('covariates-collinear')
  expect(codeOf(coxRegression([row(1, true, 1)], both))).toBe('lengths-differ')
  expect(codeOf(coxRegression([row(1, true, Number.NaN)], one()))).toBe('value-not-finite')
  expect(codeOf(coxRegression([{ start: 2, stop: 2, event: true, covariates: [1] }], one()))).toBe('stretch-wrong')
  expect(codeOf(coxRegression(people, { ...names, ties: 'efron', errors: 'cluster' }))).toBe('too-few-clusters')
  expect(() => coxRegression(people, { covariates: [], ties: 'efron', errors: 'model' })).toThrow(RangeError)
})

test('clusters that cancel each other out are refused', () => {
  const row = (x: number, y: number, cluster: string) => ({ stop: 9, event: true, covariates: [x, y], cluster })
  const rows = [row(0, 1, 'p'), row(1, 0, 'p'), row(0, 0, 's')]
  expect(codeOf(coxRegression(rows, { covariates: ['x', 'y'], ties: 'efron', errors: 'cluster' }))).toBe(
    'hazard-unbounded',
  )
})

test('few events and few clusters are flagged', () => {
  const rows = [1, 2, 3, 4, 5, 6].map((stop) => ({ stop, event: true, covariates: [stop % 2], cluster: `${stop % 3}` }))
  expect(valued(coxRegression(rows, { covariates: ['x'], ties: 'efron', errors: 'cluster' })).flags).toEqual([
    'few-events',
    'few-clusters',
  ])
})
