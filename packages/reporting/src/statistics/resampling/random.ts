/** Chance as an argument: each call gives the next number, from 0 (possible) up to 1 (never reached). */
export type Random = () => number

/** The next word of xoshiro128**, 32 bits; the four words of state, which may not all be 0, are moved on in place. */
export function nextWord(state: Uint32Array): number {
  const [a = 0, b = 0, c = 0, d = 0] = state
  const word = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0
  const third = c ^ a
  const fourth = d ^ b
  state[0] = a ^ fourth
  state[1] = b ^ third
  state[2] = third ^ (b << 9)
  state[3] = rotate(fourth, 11)
  return word
}

/**
 * A generator of chance that gives the same numbers for the same seed on every machine; for resampling and simulation, never for secrets.
 *
 * The generator is xoshiro128** with 53 bits a number; its four words of state are the finaliser of MurmurHash3 over the seed plus 1 to 4
 * times the golden ratio. Throws a RangeError unless the seed is a whole number from 0 to 4 294 967 295.
 *
 * Source: D. Blackman and S. Vigna, "Scrambled linear pseudorandom number generators", ACM Transactions on Mathematical Software 47 (2021), 36.
 *
 * @example
 * ```ts
 * import { seededRandom } from '@mentoring-commons/reporting/statistics'
 *
 * const first = seededRandom(2026)
 * const second = seededRandom(2026)
 * first() === second() //=> true
 * first() === seededRandom(2027)() //=> false
 * ```
 */
export function seededRandom(seed: number): Random {
  if (!(Number.isInteger(seed) && seed >= 0 && seed <= 0xffffffff))
    throw new RangeError(`A seed is a whole number from 0 to 4294967295, and not ${seed}.`)
  const state = Uint32Array.from([1, 2, 3, 4], (step) => mix(seed + Math.imul(step, 0x9e3779b9)))
  return () => ((nextWord(state) >>> 5) * 2 ** 26 + (nextWord(state) >>> 6)) / 2 ** 53
}

const rotate = (word: number, by: number): number => (word << by) | (word >>> (32 - by))

function mix(word: number): number {
  const first = Math.imul((word >>> 0) ^ (word >>> 16), 0x85ebca6b)
  const second = Math.imul(first ^ (first >>> 13), 0xc2b2ae35)
  return (second ^ (second >>> 16)) >>> 0
}
