import fc from 'fast-check'
import { expect, test } from 'vitest'
import { differenceInDifferences } from '../../../src/statistics/comparison/difference-in-differences.ts'
import type { PeriodOutcome } from '../../../src/statistics/comparison/period-outcome.ts'
import { codeOf, valued } from '../../fixtures.ts'

const outcome = fc.record({
  treated: fc.boolean(),
  period: fc.integer({ min: 2021, max: 2026 }),
  outcome: fc.integer({ min: -30, max: 30 }),
  cluster: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
})
const mean = (values: readonly PeriodOutcome[]) => values.reduce((sum, each) => sum + each.outcome, 0) / values.length

test('the estimate is the difference of four means, and its plain error that of their cells', () => {
  fc.assert(
    fc.property(fc.array(outcome, { minLength: 8, maxLength: 40 }), (outcomes) => {
      const answer = differenceInDifferences(outcomes, { treatedFrom: 2024, errors: 'model' })
      if ('refusal' in answer) return
      const cells = [true, false].flatMap((treated) =>
        [true, false].map((after) =>
          outcomes.filter((each) => each.treated === treated && each.period >= 2024 === after),
        ),
      )
      const [a = [], b = [], c = [], d = []] = cells
      expect(answer.value.estimate).toBeCloseTo(mean(a) - mean(b) - (mean(c) - mean(d)), 8)
      const squares = cells
        .flatMap((cell) => cell.map((each) => (each.outcome - mean(cell)) ** 2))
        .reduce((x, y) => x + y, 0)
      const spread = (squares / (outcomes.length - 4)) * cells.reduce((total, cell) => total + 1 / cell.length, 0)
      expect(answer.value.standardError).toBeCloseTo(Math.sqrt(spread), 8)
      expect(answer.value.periodsBefore).toBeGreaterThanOrEqual(2)
    }),
    { seed: 82, numRuns: 150 },
  )
})

test('with clusters that answer once before and once after, errors are those of their changes', () => {
  const changes = [5, 3, 4, 9, 1, 2, 0, 3]
  const outcomes = changes.flatMap((change, index): PeriodOutcome[] => {
    const each = { treated: index < 4, cluster: `${index}` }
    return [
      { ...each, period: 1, outcome: 10 + index },
      { ...each, period: 2, outcome: 10 + index },
      { ...each, period: 3, outcome: 10 + index + change },
    ]
  })
  const answer = valued(differenceInDifferences(outcomes, { treatedFrom: 3, errors: 'cluster' }))
  expect(answer.estimate).toBeCloseTo(5.25 - 1.5, 10)
  const squares = (some: readonly number[]) => {
    const middle = some.reduce((a, b) => a + b, 0) / some.length
    return some.reduce((total, value) => total + (value - middle) ** 2, 0)
  }
  const plain = (squares(changes.slice(0, 4)) + squares(changes.slice(4))) / 16
  expect(answer.standardError ** 2).toBeCloseTo(plain * (8 / 7) * (23 / 20), 10)
  expect([answer.df, answer.clusters, answer.flags]).toEqual([7, 8, ['few-clusters']])
  // Nobody changed before, so that the trend before is 0 without any spread to judge it by.
  expect(answer.trendBefore).toBeUndefined()
})

test('a trend before is shown, for each unit of period', () => {
  const outcomes = [2021, 2022, 2023, 2024].flatMap((period) =>
    [1, 2, 3, 4, 5, 6].map((person): PeriodOutcome => {
      const treated = person > 3
      const wobble = ((person * 7 + period * 3) % 5) / 10
      return { treated, period, outcome: (treated ? 2 : 0) * (period - 2021) + wobble, cluster: `${person}` }
    }),
  )
  const answer = valued(differenceInDifferences(outcomes, { treatedFrom: 2024, errors: 'cluster' }))
  expect(answer.trendBefore?.estimate).toBeCloseTo(2, 0)
  expect(answer.trendBefore?.interval.low).toBeGreaterThan(0)
  expect(answer.periods.map(({ period }) => period)).toEqual([2021, 2022, 2023, 2024])
  expect(answer.periods[0]?.treated?.n).toBe(3)
})

test('one period before is refused, or flagged when accepted', () => {
  const outcomes = [1, 2].flatMap((period) =>
    [1, 2, 3, 4].map(
      (person): PeriodOutcome => ({ treated: person > 2, period, outcome: person * period + (person % 3) }),
    ),
  )
  expect(codeOf(differenceInDifferences(outcomes, { treatedFrom: 2, errors: 'model' }))).toBe('too-few-periods')
  const accepted = valued(
    differenceInDifferences(outcomes, { treatedFrom: 2, errors: 'model', accept: ['one-pre-period'] }),
  )
  expect(accepted.flags).toEqual(['one-pre-period'])
  expect(accepted.trendBefore).toBeUndefined()
})

test('what cannot be compared is refused', () => {
  const one = { treated: true, period: 1, outcome: 1 }
  const options = { treatedFrom: 3, errors: 'model', accept: ['one-pre-period'] } as const
  const both = (period: number, value: number) => [
    { treated: true, period, outcome: value },
    { treated: false, period, outcome: value + 1 },
  ]
  expect(codeOf(differenceInDifferences([], options))).toBe('too-few-periods')
  expect(codeOf(differenceInDifferences([one], options))).toBe('too-few-periods')
  expect(codeOf(differenceInDifferences([...both(1, 1), ...both(2, 4), ...both(1, 7)], options))).toBe('group-missing')
  expect(codeOf(differenceInDifferences([...both(1, 1), ...both(3, 1)], options))).toBe('too-few-values')
  expect(codeOf(differenceInDifferences([...both(1, 1), ...both(2, 1), ...both(3, 1)], options))).toBe('no-variation')
  expect(codeOf(differenceInDifferences([{ ...one, outcome: Number.NaN }], options))).toBe('value-not-finite')
  expect(codeOf(differenceInDifferences(both(1, 2), { ...options, errors: 'cluster' }))).toBe('too-few-clusters')
  const together = [...both(1, 1), ...both(2, 5), ...both(3, 3)].map((each, index) => ({
    ...each,
    outcome: index ** 2,
    cluster: 'x',
  }))
  expect(codeOf(differenceInDifferences(together, { ...options, errors: 'cluster' }))).toBe('too-few-clusters')
})
