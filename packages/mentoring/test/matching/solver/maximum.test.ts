import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bottleneckSteps } from '../../../src/matching/solver/bottleneck.ts'
import { maximumMatching } from '../../../src/matching/solver/maximum.ts'
import { bruteForce } from './brute-force.ts'
import { drain } from './drain.ts'
import { smallInstance, sparseOf } from './small-instance.ts'

const scores = fc.integer({ min: 0, max: 5 })

test('a largest matching has as many rows as trying everything finds, and a cover of that size', () => {
  fc.assert(
    fc.property(smallInstance(7, scores), ({ cost, capacity }) => {
      const pairs = sparseOf({ cost, capacity })
      const { size, columnOf, rowCover, columnCover } = maximumMatching(pairs)
      expect(size).toBe(bruteForce({ cost, capacity }).placed)
      expect(columnOf.filter((column) => column >= 0)).toHaveLength(size)
      capacity.forEach((places, column) => {
        expect(columnOf.filter((each) => each === column).length).toBeLessThanOrEqual(places)
      })
      cost.forEach((row, at) => {
        const own = columnOf[at] ?? -1
        if (own >= 0) expect(row[own]).not.toBeNull()
        row.forEach((each, column) => {
          if (each !== null) expect((rowCover[at] ?? 0) + (columnCover[column] ?? 0)).toBeGreaterThan(0)
        })
      })
      const cover = rowCover.reduce((sum, each) => sum + each, 0)
      const places = capacity.reduce((sum, each, column) => sum + (columnCover[column] === 1 ? each : 0), 0)
      expect(cover + places).toBe(size)
    }),
    { numRuns: 2000 },
  )
})

test('the best worst score is that of trying every bound, and its limit has a cover that is too small', () => {
  fc.assert(
    fc.property(smallInstance(6, scores), ({ cost, capacity }) => {
      const pairs = sparseOf({ cost, capacity })
      const found = drain(bottleneckSteps(pairs, Int32Array.from(pairs.cost)))
      const from = (least: number) =>
        bruteForce({ cost: cost.map((row) => row.map((each) => (each === null || each < least ? null : 0))), capacity })
      const size = from(0).placed
      const best = [5, 4, 3, 2, 1, 0].find((least) => from(least).placed === size)
      expect(found.size).toBe(size)
      if (size === 0) expect(found.worst).toBeUndefined()
      else {
        expect(from(found.worst ?? 9).placed).toBe(size)
        expect(found.worst).toBeGreaterThanOrEqual(0)
        expect(best).toBeGreaterThanOrEqual(found.worst ?? 9)
        if (found.limit) {
          expect(found.limit.score).toBeGreaterThan(best ?? 9)
          expect(found.limit.cover.size).toBeLessThan(size)
        } else expect(found.worst).toBe(Math.max(...pairs.cost))
      }
    }),
    { numRuns: 1500 },
  )
})
