import type { AwardWorkflow } from './workflow.ts'

/**
 * How many people a submission can take at most, besides the candidate: the assessors and a moderator, somebody to decide if
 * they may not, and after an appeal that is upheld all of them anew, with the one who decided the appeal.
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
  const once = assessors + 1 + (decidedBy === 'others' ? 1 : 0)
  return appeal === 'none' ? once : 2 * once + 1
}
