import { expect, test } from 'vitest'
import { nextWord, seededRandom } from '../../../src/statistics/resampling/random.ts'

test('the generator is xoshiro128**, by its published first words', () => {
  const state = Uint32Array.from([1, 2, 3, 4])
  expect(Array.from({ length: 6 }, () => nextWord(state))).toEqual([
    11520, 0, 5927040, 70819200, 2031721883, 1637235492,
  ])
})

test('words are those of the same generator in whole numbers of any size', () => {
  const mask = 0xffffffffn
  const rotate = (word: bigint, by: bigint) => ((word << by) | (word >> (32n - by))) & mask
  const state = Uint32Array.from([0xdeadbeef, 7, 0xffffffff, 0x12345678])
  let [a, b, c, d] = [0xdeadbeefn, 7n, 0xffffffffn, 0x12345678n]
  for (let round = 0; round < 2000; round++) {
    const word = (rotate((b * 5n) & mask, 7n) * 9n) & mask
    const shifted = (b << 9n) & mask
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= shifted
    d = rotate(d, 11n)
    expect(BigInt(nextWord(state))).toBe(word)
  }
})

test('numbers lie from 0 up to 1, evenly, and neighbouring seeds have nothing in common', () => {
  const random = seededRandom(0)
  const counts = Array.from({ length: 20 }, () => 0)
  for (let draw = 0; draw < 20_000; draw++) {
    const value = random()
    expect(value >= 0 && value < 1).toBe(true)
    const place = Math.floor(20 * value)
    counts[place] = (counts[place] ?? 0) + 1
  }
  const chiSquare = counts.reduce((total, count) => total + (count - 1000) ** 2 / 1000, 0)
  expect(chiSquare).toBeLessThan(43.8)
  const firsts = Array.from({ length: 1000 }, (_, seed) => seededRandom(seed)())
  expect(new Set(firsts).size).toBe(1000)
  expect(firsts.reduce((total, value) => total + value, 0) / 1000).toBeCloseTo(0.5, 1)
})

test('a seed that is none is the fault of the caller', () => {
  for (const seed of [-1, 0.5, 2 ** 32, Number.NaN]) expect(() => seededRandom(seed)).toThrow(RangeError)
})
