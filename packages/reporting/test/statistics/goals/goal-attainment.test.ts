import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type GoalScore, goalAttainment } from '../../../src/statistics/goals/goal-attainment.ts'
import { meanGoalAttainment } from '../../../src/statistics/goals/mean-goal-attainment.ts'
import { codeOf, valued } from '../../fixtures.ts'

const goal = fc.record({
  score: fc.constantFrom<GoalScore['score']>(-2, -1, 0, 1, 2),
  weight: fc.integer({ min: 1, max: 9 }),
})

test('T is 50 plus ten times the weighted sum over its own standard deviation, were scores correlated by ρ', () => {
  fc.assert(
    fc.property(
      fc.array(goal, { minLength: 1, maxLength: 6 }),
      fc.double({ min: 0, max: 0.9, noNaN: true }),
      (goals, rho) => {
        // The variance of the sum, goal by goal: w_i w_j times 1 or ρ.
        let variance = 0
        for (const [i, a] of goals.entries())
          for (const [j, b] of goals.entries()) variance += a.weight * b.weight * (i === j ? 1 : rho)
        const above = goals.reduce((total, { score, weight }) => total + score * weight, 0)
        const { t } = valued(goalAttainment(goals, { rho }))
        expect(t).toBeCloseTo(50 + (10 * above) / Math.sqrt(variance), 9)
        const scaled = goals.map((each) => ({ ...each, weight: each.weight * 1e90 }))
        expect(valued(goalAttainment(scaled, { rho })).t).toBeCloseTo(t, 9)
      },
    ),
    { seed: 91, numRuns: 200 },
  )
})

test('a single goal two levels up is 70 whatever its weight and ρ', () => {
  for (const rho of [0, 0.3, 0.9])
    expect(valued(goalAttainment([{ score: 2, weight: 7 }], { rho })).t).toBeCloseTo(70, 12)
})

test('bad goals are refused', () => {
  // @ts-expect-error: a score is one of five levels
  const between: GoalScore = { score: 0.5 }
  expect(codeOf(goalAttainment([]))).toBe('too-few-values')
  expect(codeOf(goalAttainment([between]))).toBe('score-out-of-scale')
  expect(codeOf(goalAttainment([{ score: 3 as 2 }]))).toBe('score-out-of-scale')
  for (const weight of [0, -1, Number.NaN, Number.POSITIVE_INFINITY])
    expect(codeOf(goalAttainment([{ score: 1, weight }]))).toBe('value-not-finite')
  for (const rho of [-0.1, 1, Number.NaN]) expect(() => goalAttainment([{ score: 1 }], { rho })).toThrow(RangeError)
})

test('people count once each, and what says nothing of their spread is refused', () => {
  const answer = valued(meanGoalAttainment([[{ score: 0 }, { score: 0 }], [{ score: 1 }], [{ score: 2 }]]))
  expect(answer).toMatchObject({ mean: 60, sd: 10, n: 3, goals: 4, rho: 0.3 })
  expect(answer.interval.high).toBeCloseTo(60 + (4.302652729696142 * 10) / Math.sqrt(3), 9)
  expect(codeOf(meanGoalAttainment([]))).toBe('too-few-values')
  expect(codeOf(meanGoalAttainment([[{ score: 1 }]]))).toBe('too-few-values')
  expect(codeOf(meanGoalAttainment([[{ score: 1 }], [{ score: 1 }]]))).toBe('no-variation')
  const empty = meanGoalAttainment([[{ score: 1 }], []])
  expect(empty).toMatchObject({ refusal: { code: 'too-few-values', path: ['people', 1] } })
})
