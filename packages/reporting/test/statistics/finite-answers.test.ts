import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as statistics from '../../src/statistics/index.ts'

/** Numbers as they come, many of them equal, and now and then one that is none or nearly so. */
const number = fc.oneof(
  { weight: 40, arbitrary: fc.integer({ min: -3, max: 8 }) },
  { weight: 8, arbitrary: fc.double({ min: -10, max: 10, noNaN: true }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, 1e300, 1e99, -1e99, 1e-99, 1e-300, 5e-324, -0),
  },
)
const maybe = fc.option(number, { freq: 8 })
const some = <T>(each: fc.Arbitrary<T>, maxLength = 14) => fc.array(each, { maxLength })
const rows = fc.integer({ min: 0, max: 5 }).chain((k) => some(fc.array(maybe, { minLength: k, maxLength: k })))

/** Every number anywhere in an answer, with where it is. */
function* numbersIn(value: unknown, path = ''): Generator<readonly [string, number]> {
  if (typeof value === 'number') yield [path, value]
  else if (typeof value === 'object' && value !== null)
    for (const [key, inner] of Object.entries(value)) yield* numbersIn(inner, `${path}/${key}`)
}

/** An answer has finite numbers only; a refusal has a code and tells what to do. */
function honest(answer: object): void {
  if ('refusal' in answer) {
    const { code, message } = answer.refusal as { code: string; message: string }
    expect(code).toMatch(/^[a-z-]+$/)
    expect(message).toMatch(/\. [A-Z].*\.$/)
    return
  }
  for (const [path, value] of numbersIn(answer)) expect(Number.isFinite(value), `${path} is ${value}`).toBe(true)
}

const fuzz = <T>(what: fc.Arbitrary<T>, ask: (drawn: T) => object) =>
  fc.assert(
    fc.property(what, (drawn) => honest(ask(drawn))),
    { seed: 2026, numRuns: 300 },
  )

const accept = ['few-items', 'few-respondents'] as const
const missing = fc.constantFrom<statistics.MissingAnswers>('pairwise', 'complete')
const drawing = { seed: 3, resamples: 60, level: 0.8 }

test('reliability', () => {
  fuzz(fc.tuple(rows, missing), ([m, kind]) => statistics.cronbachAlpha(m, { missing: kind, accept }))
  fuzz(fc.tuple(rows, missing), ([m, kind]) => statistics.itemAnalysis(m, { missing: kind }))
  fuzz(fc.tuple(rows, missing), ([m, kind]) =>
    statistics.omegaTotal(m, { missing: kind, accept: ['few-respondents'], ...drawing }),
  )
})

test('agreement', () => {
  const square = fc
    .integer({ min: 0, max: 4 })
    .chain((k) => fc.array(fc.array(fc.nat(6), { minLength: k, maxLength: k }), { minLength: k, maxLength: k }))
  const weights = fc.constantFrom<statistics.KappaWeights>('none', 'linear', 'quadratic')
  fuzz(fc.tuple(square, weights), ([counts, kind]) => statistics.cohenKappa(counts, { weights: kind }))
  const metric = fc.constantFrom<statistics.Metric>('nominal', 'ordinal', 'interval', 'ratio')
  fuzz(fc.tuple(some(some(maybe, 4)), metric), ([units, kind]) =>
    statistics.krippendorffAlpha(units, { metric: kind, ...drawing }),
  )
})

const stay = fc.record({
  time: number,
  event: fc.boolean(),
  entry: fc.oneof({ weight: 6, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: number }),
  group: fc.constantFrom('a', 'b', 'c'),
  stratum: fc.constantFrom('x', 'y'),
})
const positive = stay.map((each) => ({ ...each, time: Math.abs(each.time) + 1, entry: Math.abs(each.entry) }))

test('survival', () => {
  for (const each of [stay, positive]) {
    const scale = fc.constantFrom<statistics.CurveScale>('log', 'log-log')
    fuzz(fc.tuple(some(each), scale), ([stays, interval]) => statistics.kaplanMeier(stays, { interval }))
    fuzz(some(each), (stays) => statistics.restrictedMean(stays, { until: 3 }))
    fuzz(some(each), statistics.logRank)
  }
})

test('Cox regression', () => {
  const row = fc.record({
    start: fc.constantFrom(0, 0, 1, 2),
    stop: fc.oneof({ weight: 30, arbitrary: fc.integer({ min: 3, max: 9 }) }, { weight: 1, arbitrary: number }),
    event: fc.boolean(),
    covariates: fc.tuple(number, fc.constantFrom(0, 1)),
    cluster: fc.constantFrom('p', 'q', 'r', 's'),
  })
  const ties = fc.constantFrom<statistics.CoxTies>('efron', 'breslow')
  fuzz(fc.tuple(some(row, 25), ties, fc.constantFrom<'model' | 'cluster'>('model', 'cluster')), ([all, kind, errors]) =>
    statistics.coxRegression(all, { covariates: ['x', 'y'], ties: kind, errors }),
  )
})

test('resampling', () => {
  const mean = (values: readonly number[]) => values.reduce((total, value) => total + value, 0) / values.length
  const methods = fc.constantFrom<'percentile' | 'bca'>('percentile', 'bca')
  fuzz(fc.tuple(some(number), methods), ([values, method]) =>
    statistics.bootstrap(values, mean, { ...drawing, method }),
  )
})

test('comparison', () => {
  const unit = fc.record({ treated: fc.boolean(), grade: fc.constantFrom('a', 'b', null), age: maybe, outcome: number })
  fuzz(some(unit, 20), (people) => {
    const groups = statistics.matchGroups(
      people.map(({ treated, grade, age }, index) => ({ id: `${index}`, treated, values: { grade, age } })),
      { on: [{ name: 'grade', how: 'exact' }], alsoBalance: ['age'] },
    )
    if ('refusal' in groups) return groups
    honest(groups)
    const outcomes = new Map(people.map(({ outcome }, index) => [`${index}`, outcome]))
    return statistics.effectOnTreated(groups.value, outcomes, { clusters: 'strata' })
  })
  const outcome = fc.record({
    treated: fc.boolean(),
    period: fc.integer({ min: 1, max: 4 }),
    outcome: number,
    cluster: fc.constantFrom('a', 'b', 'c'),
  })
  fuzz(fc.tuple(some(outcome, 25), fc.constantFrom<'model' | 'cluster'>('model', 'cluster')), ([all, errors]) =>
    statistics.differenceInDifferences(all, { treatedFrom: 3, errors, accept: ['one-pre-period'] }),
  )
})

test('goals', () => {
  const goal = fc.record({
    score: fc.constantFrom(-2, -1, 0, 1, 2),
    weight: number,
  }) as fc.Arbitrary<statistics.GoalScore>
  fuzz(some(goal, 4), (goals) => statistics.goalAttainment(goals))
  fuzz(some(fc.array(goal, { minLength: 1, maxLength: 2 }), 5), (people) => statistics.meanGoalAttainment(people))
})
