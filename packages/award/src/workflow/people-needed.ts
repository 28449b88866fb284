import type { AwardWorkflow } from './workflow.ts'

/**
 * How many people a submission can take at most, besides the candidate, as long as nobody stands down: its assessors, a moderator
 * and one who decides; one who decides an appeal; and when it is upheld, assessors, a moderator and one who decides anew.
 *
 * @example
 * ```ts
 * import { peopleNeeded } from '@mentoring-commons/award'
 *
 * peopleNeeded({ assessors: 2, decidedBy: 'others', appeal: 'none' }) //=> 4
 * peopleNeeded({ assessors: 2, decidedBy: 'others', appeal: { withinDays: 20 } }) //=> 9
 * ```
 */
export function peopleNeeded({
  assessors,
  decidedBy,
  appeal,
}: Pick<AwardWorkflow, 'assessors' | 'decidedBy' | 'appeal'>): number {
  // Where anyone may decide, an assessor can when nobody else is left; until then somebody else may have.
  const last = assessors + 1 + (decidedBy === 'others' ? 1 : 0)
  return appeal === 'none' ? last : assessors + 1 + 1 + 1 + last
}
