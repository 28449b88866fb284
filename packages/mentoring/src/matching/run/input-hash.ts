import { canonicalJson } from '../hash/canonical-json.ts'
import { sha256 } from '../hash/sha-256.ts'
import { canonicalInput } from '../input/canonical-input.ts'
import type { MatchInput } from '../input/match-input.ts'

/** The SHA-256 of an input that was written in one way. */
export function inputHash(canonical: Required<MatchInput>): string {
  return sha256(canonicalJson(canonical))
}

/**
 * Gives the SHA-256 of an input as 64 hexadecimal digits, the same whatever the order of its lists: a run keeps it, so that one can tell later
 * whether it was made from this input.
 *
 * @example
 * ```ts
 * import { type MatchInput, matchInputHash } from '@mentoring-commons/mentoring'
 *
 * const policy = { version: '1', objective: 'best-total' as const, rules: [], menteeShare: 0.5 }
 * const input: MatchInput = { mentees: [], mentors: [], policy, seed: 'spring' }
 * matchInputHash(input) === matchInputHash({ ...input, pins: [] }) //=> true
 * matchInputHash(input) === matchInputHash({ ...input, seed: 'autumn' }) //=> false
 * ```
 */
export function matchInputHash(input: MatchInput): string {
  return inputHash(canonicalInput(input))
}
