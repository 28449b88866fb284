import fc from 'fast-check'
import { expect, test } from 'vitest'
import { kthDifference, kthWalshAverage, medianOf } from '../../../src/statistics/ranks/kth-smallest.ts'
import { midRanks, tieTerm } from '../../../src/statistics/ranks/mid-ranks.ts'
import { between, chosenSums, signedSums } from '../../../src/statistics/ranks/sum-distribution.ts'

const smallInts = (most: number) => fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: most })
const ascending = (values: readonly number[]) => [...values].sort((a, b) => a - b)

test('equal values share the mean of their places', () => {
  expect(midRanks([10, 20, 10, 30, 20, 20])).toEqual({ ranks: [1.5, 4, 1.5, 6, 4, 4], ties: [2, 3] })
  expect(midRanks([])).toEqual({ ranks: [], ties: [] })
  expect(tieTerm([2, 3])).toBe(30)
  fc.assert(
    fc.property(smallInts(12), (values) => {
      const { ranks } = midRanks(values)
      for (const [place, value] of values.entries()) {
        const below = values.filter((other) => other < value).length
        const same = values.filter((other) => other === value).length
        expect(ranks[place]).toBe(below + (same + 1) / 2)
      }
    }),
    { seed: 5 },
  )
})

test('signed sums are those of all ways to give signs', () => {
  fc.assert(
    fc.property(smallInts(9), (values) => {
      const { ranks } = midRanks(values)
      const ways = 2 ** ranks.length
      const sums = Array.from({ length: ways }, (_, signs) =>
        ranks.reduce((sum, rank, place) => (signs & (1 << place) ? sum + rank : sum), 0),
      )
      const found = signedSums(ranks)
      if (found === undefined) throw new Error('too many')
      for (const bound of new Set(sums)) {
        expect(between(found, 0, bound)).toBeCloseTo(sums.filter((sum) => sum <= bound).length / ways, 12)
        expect(between(found, bound, 1e9)).toBeCloseTo(sums.filter((sum) => sum >= bound).length / ways, 12)
      }
    }),
    { seed: 6, numRuns: 50 },
  )
})

test('chosen sums are those of all ways to choose', () => {
  fc.assert(
    fc.property(smallInts(9), fc.nat({ max: 9 }), (values, wanted) => {
      const { ranks } = midRanks(values)
      const chosen = Math.min(wanted, ranks.length)
      const sums = Array.from({ length: 2 ** ranks.length }, (_, choice) =>
        ranks.filter((_, place) => choice & (1 << place)),
      )
        .filter((choice) => choice.length === chosen)
        .map((choice) => choice.reduce((sum, rank) => sum + rank, 0))
      const found = chosenSums(ranks, chosen)
      if (found === undefined) throw new Error('too many')
      for (const bound of new Set(sums))
        expect(between(found, 0, bound)).toBeCloseTo(sums.filter((sum) => sum <= bound).length / sums.length, 12)
    }),
    { seed: 7, numRuns: 50 },
  )
})

test('what is too large is not counted', () => {
  expect(signedSums(Array.from({ length: 1001 }, (_, place) => place + 1))).toBeUndefined()
  expect(
    chosenSums(
      Array.from({ length: 400 }, (_, place) => place + 1),
      200,
    ),
  ).toBeUndefined()
})

test('the k-th smallest is the one that sorting gives', () => {
  const numbers = fc.array(fc.oneof(fc.integer({ min: -3, max: 3 }), fc.double({ min: -1e3, max: 1e3, noNaN: true })), {
    minLength: 1,
    maxLength: 7,
  })
  fc.assert(
    fc.property(numbers, numbers, (first, second) => {
      const [a, b] = [ascending(first), ascending(second)]
      const differences = ascending(a.flatMap((x) => b.map((y) => x - y)))
      const averages = ascending(a.flatMap((x, i) => a.slice(i).map((y) => (x + y) / 2)))
      for (const [place, each] of differences.entries()) expect(kthDifference(a, b, place + 1) === each).toBe(true)
      for (const [place, each] of averages.entries()) expect(kthWalshAverage(a, place + 1) === each).toBe(true)
    }),
    { seed: 8, numRuns: 60 },
  )
  expect(medianOf(4, (k) => [1, 2, 5, 9][k - 1] ?? 0)).toBe(3.5)
  expect(medianOf(3, (k) => [1, 2, 5][k - 1] ?? 0)).toBe(2)
})
