import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type AnalysisPlan,
  adjustP,
  amendPlan,
  countLooks,
  definePlan,
  freezePlan,
  levelForLook,
  type PlannedAnalysis,
  standingOf,
} from '../../src/evaluation/index.ts'

const first: PlannedAnalysis = {
  ...{ id: 'a1', hypothesis: 'It rises.', indicatorId: 'confidence', test: 'paired t, two-sided' },
  ...{ groups: ['mentees'], role: 'primary' },
}
const second: PlannedAnalysis = { ...first, id: 'a2', indicatorId: 'trust' }
const close = '2026-07-31T22:59:59Z'

function got<T>(answer: { readonly value: T } | { readonly refusal: { readonly message: string } }): T {
  if ('value' in answer) return answer.value
  throw new Error(answer.refusal.message)
}
const draft = (analyses: readonly PlannedAnalysis[] = [first]): AnalysisPlan =>
  got(definePlan({ id: 'p1', title: 'Plan', dataClosesAt: close, analyses }))
const frozen = (at = '2026-02-01T09:00:00Z', analyses?: readonly PlannedAnalysis[]) =>
  got(freezePlan(draft(analyses), at))
const amended = (plan: AnalysisPlan, analyses: readonly PlannedAnalysis[], at: string) =>
  got(amendPlan(plan, { analyses, reason: 'Because.', at }))
const because = (plan: AnalysisPlan | undefined, analysis = first, looks: Parameters<typeof standingOf>[2] = []) => {
  const standing = standingOf(plan, analysis, looks)
  return standing.kind === 'exploratory' ? standing.because : `${standing.analysisId} in ${standing.version}`
}

test('what was frozen before the close is pre-specified; everything else says why it is exploratory', () => {
  expect(because(undefined)).toBe('no-plan')
  expect(because(draft())).toBe('plan-not-frozen')
  expect(because(frozen())).toBe('a1 in 1')
  expect(because(frozen(close))).toBe('plan-frozen-after-close')
  expect(because(frozen('2026-08-01T00:00:00Z'))).toBe('plan-frozen-after-close')
  expect(because(frozen(), second)).toBe('not-in-plan')
  expect(because(frozen(), { ...first, test: 'Welch t' })).toBe('not-in-plan')
  expect(because(frozen(), { ...first, test: ' Paired  T, two-sided' })).toBe('a1 in 1')
})

test('an amendment keeps both versions, and what it changes counts from then on', () => {
  const added = amended(frozen(), [first, second], '2026-03-01T09:00:00Z')
  expect(added.versions.map(({ analyses }) => analyses.length)).toEqual([1, 2])
  expect(because(added)).toBe('a1 in 2')
  expect(because(added, second)).toBe('a2 in 2')
  const late = amended(frozen(), [first, second], '2026-09-01T09:00:00Z')
  expect(because(late)).toBe('a1 in 1')
  expect(because(late, second)).toBe('added-after-close')
  const dropped = amended(added, [first], '2026-04-01T09:00:00Z')
  expect(because(dropped, second)).toBe('dropped-by-amendment')
})

test('what was added after a look at its indicator is exploratory, also when it was dropped and came back', () => {
  const look = { ...second, at: '2026-02-15T09:00:00Z' }
  const added = amended(frozen(), [first, second], '2026-03-01T09:00:00Z')
  expect(because(added, second, [look])).toBe('added-after-a-look')
  expect(because(added, first, [look])).toBe('a1 in 2')
  const back = amended(
    amended(frozen('2026-02-01T09:00:00Z', [first, second]), [first], '2026-02-10T09:00:00Z'),
    [first, second],
    '2026-03-01T09:00:00Z',
  )
  expect(because(back, second)).toBe('a2 in 3')
  expect(because(back, second, [look])).toBe('added-after-a-look')
})

test('plans out of order, twice frozen or empty are refused', () => {
  const code = (answer: object) => ('refusal' in answer ? (answer.refusal as { code: string }).code : 'none')
  expect(code(freezePlan(frozen(), '2026-03-01T09:00:00Z'))).toBe('plan-frozen')
  expect(code(amendPlan(draft(), { analyses: [first], reason: 'x', at: close }))).toBe('plan-not-frozen')
  expect(code(amendPlan(frozen(), { analyses: [first], reason: 'x', at: '2026-01-01T09:00:00Z' }))).toBe(
    'plan-out-of-order',
  )
  expect(code(amendPlan(frozen(), { analyses: [first], reason: ' ', at: close }))).toBe('text-missing')
  expect(code(definePlan({ id: 'p', title: 'P', dataClosesAt: close, analyses: [] }))).toBe('plan-without-analysis')
  expect(code(definePlan({ id: 'p', title: 'P', dataClosesAt: close, analyses: [first, { ...first, id: 'b' }] }))).toBe(
    'analysis-repeated',
  )
  expect(code(definePlan({ id: 'p', title: 'P', dataClosesAt: '2026-02-30T00:00:00Z', analyses: [first] }))).toBe(
    'instant-wrong',
  )
})

test('each run on interim data is a look, and all runs on the closed data are one', () => {
  const looks = ['2026-03-01T09:00:00Z', '2026-03-01T09:00:00Z', '2026-08-01T09:00:00Z', '2026-08-02T09:00:00Z'].map(
    (at) => ({ ...first, at }),
  )
  const count = (by: string) => countLooks([...looks, { ...second, at: looks[0]?.at ?? '' }], first, close, by)
  expect(
    ['2026-01-01T00:00:00Z', '2026-03-01T09:00:00Z', '2026-08-01T09:00:00Z', '2026-12-01T00:00:00Z'].map(count),
  ).toEqual([0, 2, 3, 3])
})

test('Holm rejects what stepping down by hand rejects, and Bonferroni is never below it', () => {
  const p = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(p, fc.constantFrom(0.01, 0.05, 0.2), (values, level) => {
      const holm = got(adjustP(values, 'holm'))
      const bonferroni = got(adjustP(values, 'bonferroni'))
      const sorted = [...values].sort((a, b) => a - b)
      let rejected = 0
      while (rejected < sorted.length && (sorted[rejected] ?? 1) * (sorted.length - rejected) <= level) rejected += 1
      const bound = rejected === 0 ? -1 : (sorted[rejected - 1] ?? -1)
      values.forEach((value, place) => {
        expect((holm[place] ?? 1) <= level).toBe(value <= bound)
        expect(bonferroni[place]).toBeGreaterThanOrEqual((holm[place] ?? 0) - 1e-12)
      })
    }),
    { seed: 6 },
  )
  expect('refusal' in adjustP([Number.NaN], 'holm')).toBe(true)
})

test('the levels of planned looks add up to the level', () => {
  for (const spending of ['equal', 'pocock-type'] as const) {
    const levels = got(levelForLook({ level: 0.05, shares: [0.2, 0.5, 0.9, 1], spending }))
    expect(levels.reduce((sum, one) => sum + one, 0)).toBeCloseTo(0.05, 14)
    expect(Math.min(...levels)).toBeGreaterThan(0)
  }
  for (const shares of [[], [0.5], [0.5, 0.5, 1], [0, 1], [0.5, 1.2]])
    expect('refusal' in levelForLook({ level: 0.05, shares, spending: 'equal' })).toBe(true)
})
