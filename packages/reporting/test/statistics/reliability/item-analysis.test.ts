import { expect, test } from 'vitest'
import { cronbachAlpha } from '../../../src/statistics/reliability/cronbach-alpha.ts'
import { itemAnalysis } from '../../../src/statistics/reliability/item-analysis.ts'
import { codeIn, valueIn } from '../data/read-data.ts'
import { agreeableness } from './agreeableness.ts'

function correlation(x: readonly number[], y: readonly number[]): number {
  const mean = (values: readonly number[]) => values.reduce((total, value) => total + value, 0) / values.length
  const [a, b] = [mean(x), mean(y)]
  const products = (u: readonly number[], c: number, v: readonly number[], d: number) =>
    u.reduce((total, value, index) => total + (value - c) * ((v[index] ?? 0) - d), 0)
  return products(x, a, y, b) / Math.sqrt(products(x, a, x, a) * products(y, b, y, b))
}

test('an item against the sum of the others, and alpha of the others, are what they are by hand', () => {
  const complete = agreeableness.filter((row) => !row.includes(null)) as number[][]
  for (const [index, item] of valueIn(itemAnalysis(agreeableness, { missing: 'complete' })).entries()) {
    const own = complete.map((row) => row[index] ?? 0)
    const rest = complete.map((row, person) => row.reduce((total, value) => total + value, 0) - (own[person] ?? 0))
    expect(item.itemRest).toBeCloseTo(correlation(own, rest), 10)
    const others = complete.map((row) => row.filter((_, j) => j !== index))
    expect(item.alphaIfDropped).toBeCloseTo(valueIn(cronbachAlpha(others, { missing: 'complete' })).alpha, 12)
    expect(item.n).toBe(2709)
  }
})

test('pairwise, each item keeps all who answered it', () => {
  const items = valueIn(itemAnalysis(agreeableness, { missing: 'pairwise' }))
  expect(items.map(({ n }) => n)).toEqual(
    [0, 1, 2, 3, 4].map((i) => agreeableness.filter((row) => row[i] !== null).length),
  )
})

test('what does not vary has no correlation', () => {
  const items = valueIn(
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
  const two = valueIn(
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
  expect(codeIn(itemAnalysis([], { missing: 'complete' }))).toBe('too-few-values')
  expect(codeIn(itemAnalysis([[1, 2]], { missing: 'complete' }))).toBe('too-few-values')
  expect(
    codeIn(
      itemAnalysis(
        [
          [1, 2],
          [null, 2],
        ],
        { missing: 'pairwise' },
      ),
    ),
  ).toBe('too-few-values')
  expect(codeIn(itemAnalysis([[1], [2, 3]], { missing: 'pairwise' }))).toBe('lengths-differ')
})
