import type { Result } from '../refusal.ts'
import type { Table } from '../table.ts'

/** Two scores of each respondent who has both, and how many have only one: no comparison travels without them. */
export interface PairedScores {
  readonly subscale: string
  readonly from: string
  readonly to: string
  /** How many pairs there are. */
  readonly n: number
  /** The scores at the first and at the second wave; the same place is the same respondent. */
  readonly before: readonly number[]
  readonly after: readonly number[]
  /** How many have a score at the first wave alone, and at the second alone. */
  readonly onlyBefore: number
  readonly onlyAfter: number
}

/**
 * The scores of a subscale at two waves, paired by pseudonym, from a table of `scoreResponses`.
 *
 * Refused: a wave of which the table has no row, such as a baseline that was never held, since there is then nothing to compare with. No pair at
 * all is an answer, with n 0; one respondent twice in a wave is refused.
 *
 * @example
 * ```ts
 * import { experienceOfMentoring, pairScores, scoreResponses } from '@mentoring-commons/reporting/surveys'
 *
 * const given = { state: 'given', wave: 'end', pseudonym: 'p1', answers: { settled: 'agree' }, givenOn: '2026-03-02', revision: 1 } as const
 * const scores = scoreResponses(experienceOfMentoring, [given])
 * const change = pairScores(scores, { subscale: 'belonging', from: 'baseline', to: 'end' })
 * 'refusal' in change && change.refusal.code //=> "wave-without-rows"
 * ```
 */
export function pairScores(
  { rows }: Table,
  { subscale, from, to }: { readonly subscale: string; readonly from: string; readonly to: string },
): Result<PairedScores> {
  const scoresOf = new Map<string, Map<string, number | null>>()
  for (const wave of [from, to]) {
    const found = rows.filter((row) => row.wave === wave && row.subscale === subscale)
    if (found.length === 0)
      return {
        refusal: {
          code: 'wave-without-rows',
          message: `Nobody has a row for "${subscale}" in the wave "${wave}", so there is nothing to compare with. Describe the other wave alone.`,
          path: [wave],
        },
      }
    const scores = new Map(
      found.map((row) => [String(row.pseudonym), typeof row.score === 'number' ? row.score : null]),
    )
    if (scores.size < found.length)
      return {
        refusal: {
          code: 'answered-twice',
          message: `A respondent has two scores for "${subscale}" in the wave "${wave}". Keep what was given last.`,
          path: [wave],
        },
      }
    scoresOf.set(wave, scores)
  }
  const [first, second] = [scoresOf.get(from), scoresOf.get(to)]
  const pairs = [...(first ?? [])].flatMap(([pseudonym, before]) => {
    const after = second?.get(pseudonym)
    return before === null || after === null || after === undefined ? [] : [{ before, after }]
  })
  const scored = (scores: ReadonlyMap<string, number | null> | undefined) =>
    [...(scores?.values() ?? [])].filter((score) => score !== null).length
  const n = pairs.length
  return {
    value: {
      subscale,
      from,
      to,
      n,
      before: pairs.map(({ before }) => before),
      after: pairs.map(({ after }) => after),
      onlyBefore: scored(first) - n,
      onlyAfter: scored(second) - n,
    },
  }
}
