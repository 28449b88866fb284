import { type Result, refuse } from '../../refusal.ts'
import type { MatchInput, MatchPair } from '../input/match-input.ts'
import { type MatchOutcome, match } from '../run/match.ts'
import type { MatchRun } from '../run/match-run.ts'

/** A run over the free pool, and the input it was made from: what was kept is pinned in it, and declined pairs are not made again. */
export interface Rerun extends MatchOutcome {
  readonly input: MatchInput
}

/**
 * Matches again after declines, over the free pool only: pairs that nobody declined stand, whoever has nobody is matched with the places that are
 * free, and declined pairs are never made again.
 *
 * @example
 * ```ts
 * import { match, type MatchInput, rerunAfterDeclines } from '@mentoring-commons/mentoring'
 *
 * const input: MatchInput = {
 *   mentees: [{ personId: 'ada', trained: true, answers: {} }],
 *   mentors: ['mia', 'noa'].map((personId) => ({ personId, trained: true, places: 1, answers: {} })),
 *   policy: { version: '1', objective: 'most-matched', rules: [], menteeShare: 0.5 },
 *   seed: 'spring',
 * }
 * const first = match(input)
 * if ('refusal' in first) throw new TypeError(first.refusal.message)
 * const [declined] = first.value.run.pairs
 * const again = rerunAfterDeclines(input, first.value.run, declined ? [declined] : [])
 * 'value' in again && again.value.run.pairs[0]?.mentorId !== declined?.mentorId //=> true
 * ```
 */
export function rerunAfterDeclines(
  input: MatchInput,
  run: Pick<MatchRun, 'pairs'>,
  declines: readonly MatchPair[],
): Result<Rerun> {
  const isDeclined = (pair: MatchPair) =>
    declines.some(({ menteeId, mentorId }) => menteeId === pair.menteeId && mentorId === pair.mentorId)
  const stranger = declines.findIndex(
    ({ menteeId, mentorId }) => !run.pairs.some((pair) => pair.menteeId === menteeId && pair.mentorId === mentorId),
  )
  const unknown = declines[stranger]
  if (unknown)
    return refuse(
      'not-in-run',
      `"${unknown.menteeId}" and "${unknown.mentorId}" are no pair of the run: name declined pairs of it.`,
      `declines[${stranger}]`,
    )
  const kept = run.pairs.filter((pair) => !isDeclined(pair))
  const next: MatchInput = {
    ...input,
    pins: kept.map(({ menteeId, mentorId }) => ({ menteeId, mentorId })),
    facts: {
      ...input.facts,
      declined: [
        ...(input.facts?.declined ?? []),
        ...declines.map(({ menteeId, mentorId }) => [menteeId, mentorId] as const),
      ],
    },
  }
  const matched = match(next)
  return 'refusal' in matched ? matched : { value: { input: next, ...matched.value } }
}
