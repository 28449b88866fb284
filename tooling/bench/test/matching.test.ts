import { expect, test } from 'vitest'
import { integerProblem, productProblem, random, scoreProblem, sparseProblem } from '../matching-instances.ts'
import { loadMunkres, startScipy } from '../matching-peers.ts'

test('a problem is the same on every machine, and has as many costs as it says', () => {
  const next = random(1)
  const drawn = [next(), next(), next()]
  expect(drawn).toEqual([0.3678755429573357, 0.08161311969161034, 0.8205357783008367])
  expect([...integerProblem(3).cost].every((cost) => Number.isInteger(cost) && cost >= 1 && cost <= 100)).toBe(true)
  expect([...productProblem(2).cost]).toEqual([1, 2, 2, 4])
  const scores = scoreProblem(60, 20, 3)
  expect(scores).toMatchObject({ name: 'capacities 60 x 20', rows: 60, columns: 20, places: 3 })
  expect(new Set(scores.cost).size).toBeLessThan(100)
  const { start, column, cost } = sparseProblem(50)
  expect(start?.at(-1)).toBe(cost.length)
  expect(column).toHaveLength(cost.length)
})

test('the peers find what costs least: SciPy and munkres, where they are', async () => {
  const product = productProblem(6)
  const munkres = await loadMunkres()
  if (munkres) expect(munkres(product).total).toBe(56)
  const scipy = await startScipy()
  if (!scipy) return
  try {
    expect((await scipy.solve(product)).total).toBe(56)
    const whole = { ...sparseProblem(1), cost: Float64Array.of(7) }
    expect((await scipy.solve(whole)).total).toBe(7)
  } finally {
    scipy.stop()
  }
})
