/**
 * How somebody can stand to a candidate so that a workflow may keep them out. That nobody assesses themselves always holds.
 *
 * - `mentor`: is or was a mentor of the candidate.
 * - `mentee`: is or was mentored by the candidate.
 * - `line-manager`: is or was the candidate's line manager.
 * - `same-unit`: works in the same unit.
 * - `co-author`: did or does the inquiry, or research, together with the candidate.
 * - `declared-interest`: says that there is another reason.
 */
export type Relation = 'mentor' | 'mentee' | 'line-manager' | 'same-unit' | 'co-author' | 'declared-interest'

/** Every relation, with a clause that follows on a name. */
export const relations: Readonly<Record<Relation, string>> = {
  mentor: 'is or was a mentor of the candidate',
  mentee: 'is or was mentored by the candidate',
  'line-manager': 'is or was a line manager of the candidate',
  'same-unit': 'works in the unit of the candidate',
  'co-author': 'has worked on the inquiry or other research with the candidate',
  'declared-interest': 'has declared an interest',
}
