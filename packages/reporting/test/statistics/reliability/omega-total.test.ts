import { expect, test } from 'vitest'
import { omegaTotal } from '../../../src/statistics/reliability/omega-total.ts'
import { oneFactor } from '../../../src/statistics/reliability/one-factor.ts'
import { seededRandom } from '../../../src/statistics/resampling/random.ts'
import { codeOf, valued } from '../../fixtures.ts'

const drawing = { missing: 'complete', seed: 5, resamples: 1000 } as const

test('loadings that made the correlations are found again', () => {
  const loadings = [0.9, 0.7, -0.5, 0.3, 0.6]
  const correlations = loadings.map((a, i) => loadings.map((b, j) => (i === j ? 1 : a * b)))
  const fit = oneFactor(correlations)
  if ('failed' in fit) throw new Error(fit.failed)
  const sign = Math.sign(fit.loadings[0] ?? 1)
  for (const [index, loading] of fit.loadings.entries()) expect(sign * loading).toBeCloseTo(loadings[index] ?? 0, 8)
})

test('items with nothing in common have no factor, or one that is told not to settle', () => {
  const [a, b, c] = [-0.007781547492646457, 0.019482523156000697, -0.31365373225987786]
  const correlations = [
    [1, a, b],
    [a, 1, c],
    [b, c, 1],
  ]
  expect(oneFactor(correlations)).toEqual({ failed: 'not-converged' })
})

/** Answers by one factor and noise. */
function answersOf(loadings: readonly number[], n: number, seed: number): number[][] {
  const random = seededRandom(seed)
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
  return Array.from({ length: n }, () => {
    const common = normal()
    return loadings.map((loading) => loading * common + Math.sqrt(1 - loading * loading) * normal())
  })
}

test('the interval is repeatable by its seed, and small samples are flagged', () => {
  const answers = answersOf([0.8, 0.7, 0.8, 0.7, 0.6], 28, 1)
  expect(codeOf(omegaTotal(answers, drawing))).toBe('too-few-values')
  const again = () => valued(omegaTotal(answers, { ...drawing, accept: ['few-respondents'] }))
  expect(again()).toEqual(again())
  expect(again().flags).toEqual(['few-respondents'])
})

test('an item coded the other way round is hinted at', () => {
  const answers = answersOf([0.8, 0.7, 0.6, -0.5], 200, 2)
  expect(valued(omegaTotal(answers, drawing)).flags).toEqual(['negative-loading'])
})

test('what has no one-factor omega is refused', () => {
  const answers = answersOf([0.8, 0.7, 0.6], 40, 3)
  expect(codeOf(omegaTotal([], drawing))).toBe('too-few-items')
  expect(
    codeOf(
      omegaTotal(
        answers.map((row) => row.slice(0, 2)),
        { ...drawing, accept: ['few-respondents'] },
      ),
    ),
  ).toBe('too-few-items')
  expect(
    codeOf(
      omegaTotal(
        answers.map((row) => [...row, 3]),
        drawing,
      ),
    ),
  ).toBe('no-variation')
  // The same item twice: a factor that is nothing but it.
  expect(
    codeOf(
      omegaTotal(
        answers.map(([a = 0, b = 0]) => [a, a, b]),
        drawing,
      ),
    ),
  ).toBe('fit-improper')
})
