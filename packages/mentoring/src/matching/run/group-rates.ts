import type { MatchRun } from './match-run.ts'

/** How one group of mentees fared in a run: raw figures, which must pass disclosure control before anybody sees them. */
export interface GroupRate {
  readonly group: string
  readonly mentees: number
  readonly matched: number
  /** Matched of all; from 0 to 1. */
  readonly rate: number
  /** The mean score of the matched, as told; absent where nobody is. */
  readonly meanScore?: number
}

/**
 * Gives for each group of mentees how many were matched and how well. Groups come in here alone, after the run, so that they can have no part
 * in it. Whoever is in no group of the list is left out. Sorted by group. The figures are raw: a caller discloses.
 *
 * @example
 * ```ts
 * import { groupRates, match } from '@mentoring-commons/mentoring'
 *
 * const matched = match({
 *   mentees: ['ada', 'ben'].map((personId) => ({ personId, trained: true, answers: {} })),
 *   mentors: [{ personId: 'mia', trained: true, places: 2, answers: {} }],
 *   policy: { version: '1', objective: 'most-matched', rules: [], menteeShare: 0.5 },
 *   seed: 'spring',
 * })
 * const groups = [{ personId: 'ada', group: 'arts' }, { personId: 'ben', group: 'arts' }]
 * 'value' in matched && groupRates(matched.value.run, groups) //=> [{ "group": "arts", "mentees": 2, "matched": 2, "rate": 1, "meanScore": 0.5 }]
 * ```
 */
export function groupRates(
  { pairs, unmatched }: Pick<MatchRun, 'pairs' | 'unmatched'>,
  groups: readonly { readonly personId: string; readonly group: string }[],
): readonly GroupRate[] {
  const scoreOf = new Map<string, number | undefined>([
    ...unmatched.map(({ menteeId }) => [menteeId, undefined] as const),
    ...pairs.map(({ menteeId, score }) => [menteeId, score] as const),
  ])
  const byGroup = new Map<string, (number | undefined)[]>()
  for (const { personId, group } of groups) {
    if (!scoreOf.has(personId)) continue
    byGroup.set(group, [...(byGroup.get(group) ?? []), scoreOf.get(personId)])
  }
  return [...byGroup]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([group, all]) => {
      const scores = all.filter((score) => score !== undefined)
      const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length
      const rate = scores.length / all.length
      const shared = { group, mentees: all.length, matched: scores.length, rate }
      return scores.length > 0 ? { ...shared, meanScore: mean } : shared
    })
}
