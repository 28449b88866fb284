import { expect, test } from 'vitest'
import { cronbachAlpha } from '../../../src/statistics/reliability/cronbach-alpha.ts'
import { itemAnalysis } from '../../../src/statistics/reliability/item-analysis.ts'
import { seededRandom } from '../../../src/statistics/resampling/random.ts'
import { codeOf, valued } from '../../fixtures.ts'

function correlation(x: readonly number[], y: readonly number[]): number {
  const mean = (values: readonly number[]) => values.reduce((total, value) => total + value, 0) / values.length
  const [a, b] = [mean(x), mean(y)]
  const products = (u: readonly number[], c: number, v: readonly number[], d: number) =>
    u.reduce((total, value, index) => total + (value - c) * ((v[index] ?? 0) - d), 0)
  return products(x, a, y, b) / Math.sqrt(products(x, a, x, a) * products(y, b, y, b))
}

/** Answers of 60 people to four items, some missing. */
function answersWithGaps(): (number | null)[][] {
  const random = seededRandom(70)
  return Array.from({ length: 60 }, () => {
    const common = random()
    return [1, 2, 3, 4].map(() => (random() < 0.1 ? null : Math.ceil(3 * common + 2 * random())))
  })
}

test('an item against the sum of the others, and alpha of the others, are what they are by hand', () => {
  const answers = answersWithGaps()
  const complete = answers.filter((row) => !row.includes(null)) as number[][]
  for (const [index, item] of valued(itemAnalysis(answers, { missing: 'complete' })).entries()) {
    const own = complete.map((row) => row[index] ?? 0)
    const rest = complete.map((row, person) => row.reduce((total, value) => total + value, 0) - (own[person] ?? 0))
    expect(item.itemRest).toBeCloseTo(correlation(own, rest), 10)
    const others = complete.map((row) => row.filter((_, j) => j !== index))
    expect(item.alphaIfDropped).toBeCloseTo(valued(cronbachAlpha(others, { missing: 'complete' })).alpha, 12)
    expect(item.n).toBe(complete.length)
  }
})

test('what does not vary has no correlation', () => {
  const items = valued(
    itemAnalysis(
      [
        [1, 3, 1],
        [2, 3, 2],
        [3, 3, 3],
      ],
      { missing: 'complete' },
    ),
  )
  expect(items.map((item) => 'itemRest' in item)).toEqual([true, false, true])
  expect(items[1]?.sd).toBe(0)
  const two = valued(
    itemAnalysis(
      [
        [1, 2],
        [2, 1],
        [3, 3],
      ],
      { missing: 'complete' },
    ),
  )
  expect(two.map((item) => 'alphaIfDropped' in item)).toEqual([false, false])
})

test('bad input is refused', () => {
  expect(codeOf(itemAnalysis([], { missing: 'complete' }))).toBe('too-few-values')
  expect(codeOf(itemAnalysis([[1, 2]], { missing: 'complete' }))).toBe('too-few-values')
  expect(
    codeOf(
      itemAnalysis(
        [
          [1, 2],
          [null, 2],
        ],
        { missing: 'pairwise' },
      ),
    ),
  ).toBe('too-few-values')
  expect(codeOf(itemAnalysis([[1], [2, 3]], { missing: 'pairwise' }))).toBe('lengths-differ')
})
