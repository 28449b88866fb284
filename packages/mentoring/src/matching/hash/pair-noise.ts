import { sha256Words, utf8 } from './sha-256.ts'

/** Two words that stand for a person in one run: the beginning of the SHA-256 of the seed and the id. */
export function personWords(seed: string, role: 'mentee' | 'mentor', id: string): readonly [number, number] {
  const [first = 0, second = 0] = sha256Words(utf8(`${role}\n${seed}\n${id}`))
  return [first, second]
}

/**
 * A whole number from 0 to below 2^31 that only the seed and the two ids decide, so that who else takes part does not change it.
 * The words are mixed by the finaliser of MurmurHash3 (A. Appleby, public domain).
 */
export function pairNoise(mentee: readonly [number, number], mentor: readonly [number, number]): number {
  const first = mix(mentee[0] ^ Math.imul(mentor[0], 0x9e37_79b1))
  return mix(first ^ Math.imul(mentee[1] + Math.imul(mentor[1], 0x85eb_ca77), 0xc2b2_ae3d)) >>> 1
}

function mix(word: number): number {
  const first = Math.imul(word ^ (word >>> 16), 0x85eb_ca6b)
  const second = Math.imul(first ^ (first >>> 13), 0xc2b2_ae35)
  return second ^ (second >>> 16)
}
