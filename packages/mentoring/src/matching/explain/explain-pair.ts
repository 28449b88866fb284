import { type Result, refuse } from '../../refusal.ts'
import { canonicalInput } from '../input/canonical-input.ts'
import { inputRefusal } from '../input/check-input.ts'
import type { MatchInput, MatchPair } from '../input/match-input.ts'
import { codesOf, type ExclusionCode } from '../rules/exclusion.ts'
import { pairRules, placeOf } from '../rules/pair-rules.ts'
import { type PairScore, pairScorer, type ScorePart } from '../score/pair-score.ts'

/** Who reads an explanation. A participant learns nothing of what the other side said or would like. */
export type ExplanationReader = 'coordinator' | 'mentee' | 'mentor'

/** Why two people were or were not brought together, as far as the reader may know. */
export type PairExplanation =
  | { readonly status: 'excluded'; readonly codes: readonly ExclusionCode[] }
  /** What only the programme may know: to a participant no reason is told. */
  | { readonly status: 'not-available' }
  | ({ readonly status: 'possible' } & PairScore)
  | { readonly status: 'possible'; readonly ownScore: number; readonly parts: readonly ScorePart[] }

/**
 * Explains a pair, made or not: every rule that excludes it, or its score by rule. A mentee or a mentor reads the score of the own side alone, and of
 * an exclusion only that there is one. The mentee's own wishes are in no explanation, and in no figure of one.
 *
 * @example
 * ```ts
 * import { explainPair, type MatchInput } from '@mentoring-commons/mentoring'
 *
 * const input: MatchInput = {
 *   mentees: [{ personId: 'ada', trained: true, answers: {}, notWith: ['mia'] }],
 *   mentors: [{ personId: 'mia', trained: false, places: 1, answers: {} }],
 *   policy: { version: '1', objective: 'most-matched', rules: [], menteeShare: 0.5 },
 *   seed: 'spring',
 * }
 * const pair = { menteeId: 'ada', mentorId: 'mia' }
 * explainPair(input, pair, 'coordinator') //=> { "value": { "status": "excluded", "codes": ["kept-apart", "mentor-untrained"] } }
 * explainPair(input, pair, 'mentor') //=> { "value": { "status": "not-available" } }
 * ```
 */
export function explainPair(given: MatchInput, pair: MatchPair, reader: ExplanationReader): Result<PairExplanation> {
  const refusal = inputRefusal(given)
  if (refusal) return { refusal }
  const input = canonicalInput(given)
  const mentee = placeOf(input.mentees).get(pair.menteeId)
  const mentor = placeOf(input.mentors).get(pair.mentorId)
  if (mentee === undefined || mentor === undefined) {
    const stranger = mentee === undefined ? pair.menteeId : pair.mentorId
    return refuse('not-an-applicant', `"${stranger}" has not applied in that role: name people of the input.`)
  }
  const places = input.mentors.map(({ personId, places: all }) => {
    const pinned = input.pins.filter(({ menteeId, mentorId }) => mentorId === personId && menteeId !== pair.menteeId)
    return all - pinned.length
  })
  const codes = codesOf(pairRules(input, places)(mentee, mentor))
  if (codes.length > 0)
    return { value: reader === 'coordinator' ? { status: 'excluded', codes } : { status: 'not-available' } }
  const score = pairScorer(input).told(mentee, mentor)
  if (reader === 'coordinator') return { value: { status: 'possible', ...score } }
  const ownScore = reader === 'mentee' ? score.menteeScore : score.mentorScore
  return { value: { status: 'possible', ownScore, parts: score.parts.filter(({ side }) => side === reader) } }
}
