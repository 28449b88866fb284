/// <reference types="node" />
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lackOf } from '../../src/claim/need.ts'
import { smallestItems } from '../../src/claim/smallest-items.ts'
import { smallestSet } from '../../src/claim/smallest-set.ts'
import { combinations } from '../combinations.ts'

const width = 9
const mask = fc.integer({ min: 1, max: 2 ** width - 1 })
const sizeOf = (set: number) => set.toString(2).replaceAll('0', '').length
const need = mask.chain((names) =>
  fc.record({ mask: fc.constant(names), count: fc.integer({ min: 1, max: sizeOf(names) }) }),
)
const needs = fc.array(need, { maxLength: 5 })

/** The first of the smallest choices, by trying them all in order. */
function tryAll(asked: readonly { mask: number; count: number }[], items: readonly number[]) {
  for (let size = 0; size <= items.length; size += 1) {
    for (const places of combinations([...items.keys()], size)) {
      const had = places.reduce((set, place) => set | (items[place] ?? 0), 0)
      if (asked.every(({ mask: names, count }) => sizeOf(names & had) >= count)) return places
    }
  }
  return undefined
}

test('gives the first of the smallest choices of items, as trying them all does', () => {
  fc.assert(
    fc.property(needs, fc.array(fc.integer({ min: 0, max: 2 ** width - 1 }), { maxLength: 8 }), (asked, items) => {
      expect(smallestItems(asked, items)).toEqual(tryAll(asked, items))
    }),
    { numRuns: 500 },
  )
})

test('gives the first of the smallest sets of dimensions, as trying them all does', () => {
  const each = Array.from({ length: width }, (_, place) => 1 << place)
  fc.assert(
    fc.property(needs, (asked) => {
      const set = tryAll(asked, each)?.reduce((all, place) => all | (each[place] ?? 0), 0)
      expect(smallestSet(asked)).toBe(set)
    }),
    { numRuns: 500 },
  )
})

test('gives nothing where more is asked for than is named or offered', () => {
  expect(smallestSet([{ mask: 0b11, count: 3 }])).toBeUndefined()
  expect(smallestItems([{ mask: 0b11, count: 2 }], [0b01, 0b100])).toBeUndefined()
  expect(smallestItems([], [0b1])).toEqual([])
})

test('is bounded: a thousand rules on seventeen dimensions, and a thousand items, end soon', () => {
  let state = 1
  const random = (bound: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state % bound
  }
  const many = Array.from({ length: 1000 }, () => {
    const names = (random(2 ** 16) << 1) | 1
    return { mask: names, count: 1 + random(Math.min(4, sizeOf(names))) }
  })
  const items = Array.from({ length: 1000 }, () => random(2 ** 17) & random(2 ** 17))
  const before = process.cpuUsage()
  const set = smallestSet(many) ?? 0
  expect(many.every((one) => lackOf(one, set) === 0)).toBe(true)
  const places = smallestItems([{ mask: 2 ** 17 - 1, count: 17 }], [...items, 2 ** 17 - 2, 1])
  expect(places?.length).toBeLessThanOrEqual(2)
  const { user, system } = process.cpuUsage(before)
  expect((user + system) / 1000).toBeLessThan(10_000)
})
