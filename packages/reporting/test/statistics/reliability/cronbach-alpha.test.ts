import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cronbachAlpha } from '../../../src/statistics/reliability/cronbach-alpha.ts'
import { codeOf, valued } from '../../fixtures.ts'

const accept = ['few-items', 'few-respondents'] as const

test('alpha is that of one minus residual over between-respondent mean squares of a two-way analysis of variance', () => {
  const rows = fc.integer({ min: 2, max: 6 }).chain((k) =>
    fc.array(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: k, maxLength: k }), {
      minLength: 2,
      maxLength: 20,
    }),
  )
  fc.assert(
    fc.property(rows, (answers) => {
      const result = cronbachAlpha(answers, { missing: 'complete', accept })
      const [n, k] = [answers.length, answers[0]?.length ?? 0]
      const mean = (values: readonly number[]) => values.reduce((total, value) => total + value, 0) / values.length
      const grand = mean(answers.flat())
      const byPerson = answers.map(mean)
      const byItem = Array.from({ length: k }, (_, j) => mean(answers.map((row) => row[j] ?? 0)))
      const between = (k * byPerson.reduce((total, value) => total + (value - grand) ** 2, 0)) / (n - 1)
      const residual =
        answers
          .flatMap((row, i) => row.map((value, j) => (value - (byPerson[i] ?? 0) - (byItem[j] ?? 0) + grand) ** 2))
          .reduce((total, value) => total + value, 0) /
        ((n - 1) * (k - 1))
      if (between < 1e-9) {
        expect(codeOf(result)).toBe('no-variation')
        return
      }
      const { alpha, interval, flags } = valued(result)
      expect(alpha).toBeCloseTo(1 - residual / between, 8)
      expect(interval.low).toBeLessThanOrEqual(alpha)
      expect(interval.high).toBeGreaterThanOrEqual(alpha)
      expect([interval.low, interval.high].every(Number.isFinite)).toBe(true)
      expect(flags.includes('negative')).toBe(alpha < 0)
    }),
    { seed: 71, numRuns: 200 },
  )
})

const few = [
  [1, 2, 5],
  [3, 3, 3],
  [4, 5, 2],
  [2, 2, 4],
  [5, 4, 1],
]

test('few items and few respondents are refused unless accepted, and then flagged', () => {
  expect(codeOf(cronbachAlpha(few, { missing: 'complete' }))).toBe('too-few-values')
  const many = Array.from({ length: 30 }, (_, person) => [person % 5, person % 3])
  const two = many
  expect(codeOf(cronbachAlpha(two, { missing: 'complete' }))).toBe('too-few-items')
  expect(codeOf(cronbachAlpha(two, { missing: 'complete', accept: ['few-respondents'] }))).toBe('too-few-items')
  expect(valued(cronbachAlpha(two, { missing: 'complete', accept: ['few-items'] })).flags).toEqual(['few-items'])
  const one = many.map((row) => row.slice(0, 1))
  expect(codeOf(cronbachAlpha(one, { missing: 'complete', accept }))).toBe('too-few-items')
})

test('a negative alpha is told, with the hint', () => {
  const answer = valued(cronbachAlpha(few, { missing: 'complete', accept }))
  expect(answer.alpha).toBeLessThan(0)
  expect(answer.flags).toEqual(['few-respondents', 'negative'])
})

test('bad input is refused', () => {
  const code = (rows: readonly (readonly (number | null)[])[], missing: 'pairwise' | 'complete' = 'complete') =>
    codeOf(cronbachAlpha(rows, { missing, accept }))
  expect(code([])).toBe('too-few-items')
  expect(code([[1, 2, 3]])).toBe('too-few-values')
  expect(code([[1, 2], [1]])).toBe('lengths-differ')
  expect(
    code([
      [1, 2],
      [1, Number.NaN],
    ]),
  ).toBe('value-not-finite')
  expect(
    code([
      [1, 2],
      [1, 1e300],
    ]),
  ).toBe('value-not-finite')
  expect(
    code([
      [3, 3],
      [3, 3],
      [3, 3],
    ]),
  ).toBe('no-variation')
  expect(
    code(
      [
        [null, null],
        [null, null],
      ],
      'pairwise',
    ),
  ).toBe('too-few-values')
  expect(
    code(
      [
        [1, null],
        [2, null],
        [null, 1],
        [null, 2],
      ],
      'pairwise',
    ),
  ).toBe('too-few-values')
  expect(code([Array<number>(10_000).fill(1)])).toBe('too-large-for-exact')
  expect(() => cronbachAlpha(few, { missing: 'complete', level: 95 })).toThrow(RangeError)
})

test('pairwise covariances that contradict each other are refused', () => {
  const rows = [
    [1, 1, null],
    [1.1, 1.1, null],
    ...[0, 10, 20].map((value) => [value, null, value]),
    ...[0, 10, 20].map((value) => [null, value, value]),
    [0, 100, null],
    [100, 100, null],
  ]
  const answer = cronbachAlpha(rows, { missing: 'pairwise', accept })
  if ('value' in answer) expect(answer.value.alpha).toBeLessThanOrEqual(1)
  expect(codeOf(cronbachAlpha(disagreeing, { missing: 'pairwise', accept }))).toBe('covariances-disagree')
})

/** Items vary little where one alone was answered, and much together where two were. */
const disagreeing = [
  [0, 50, null],
  [50, 0, null],
  [0, null, 50],
  [50, null, 0],
  [null, 0, 50],
  [null, 50, 0],
].flatMap((row) => [row.map((value) => (value === null ? null : 25)), row.map((value) => (value === null ? null : 26))])
