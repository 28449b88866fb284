import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkCertificate } from '../../../src/matching/solver/check-certificate.ts'
import { meetAimSteps, wholeFace } from '../../../src/matching/solver/face.ts'
import { drain } from './drain.ts'
import { smallInstance, sparseOf } from './small-instance.ts'

/** Every matching of a small instance. */
function* matchings(
  cost: readonly (readonly (number | null)[])[],
  left: readonly number[],
  row = 0,
): Generator<readonly number[]> {
  const own = cost[row]
  if (own === undefined) return yield []
  for (const rest of matchings(cost, left, row + 1)) yield [-1, ...rest]
  for (const [column, each] of own.entries()) {
    if (each === null || (left[column] ?? 0) === 0) continue
    const without = left.map((places, at) => places - (at === column ? 1 : 0))
    for (const rest of matchings(cost, without, row + 1)) yield [column, ...rest]
  }
}

test('three aims in a row give the matching that sorting all matchings by them gives', () => {
  const aim = fc.record({
    exit: fc.integer({ min: -3, max: 6 }),
    seed: fc.integer({ min: 0, max: 999 }),
    range: fc.integer({ min: 1, max: 4 }),
  })
  fc.assert(
    fc.property(smallInstance(5, fc.constant(0)), fc.tuple(aim, aim, aim), ({ cost, capacity }, aims) => {
      const pairs = sparseOf({ cost, capacity })
      const costOf = (one: (typeof aims)[0], row: number, column: number) =>
        column < 0 ? one.exit : ((row * 7 + column * 5 + one.seed) * 31) % (one.range + 1)
      const value = (columnOf: readonly number[]) =>
        aims.map((one) => columnOf.reduce((sum, column, row) => sum + costOf(one, row, column), 0))
      const rowOf = (pair: number) => pairs.start.findIndex((_, row) => pair < (pairs.start[row + 1] ?? 0))
      let face = wholeFace(pairs, () => true)
      let found: readonly number[] = []
      for (const one of aims) {
        const met = drain(
          meetAimSteps(pairs, face, {
            exit: one.exit,
            cost: (pair) => costOf(one, rowOf(pair), pairs.column[pair] ?? 0),
          }),
        )
        expect(checkCertificate(met.instance, met.solution).faults).toEqual([])
        found = [...met.solution.columnOf]
        face = met.face
      }
      const best = [...matchings(cost, capacity)].map(value).sort((a, b) => {
        const at = a.findIndex((each, index) => each !== b[index])
        return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0)
      })[0]
      expect(value(found)).toEqual(best)
    }),
    { numRuns: 1500 },
  )
})
