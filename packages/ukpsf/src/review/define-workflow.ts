import { type Category, categories } from '../fellowship/category.ts'
import { type Result, refuse } from '../refusal.ts'
import { conflictRules } from './conflict.ts'
import { findDeadEnd } from './find-dead-end.ts'
import type { Workflow, WorkflowInput } from './workflow.ts'
import { refuseFields } from './workflow-fields.ts'

/**
 * Gives a workflow that cannot come to a halt, or why it could. Every state that a review can reach is looked at, track by
 * track: from each somebody must be able to take a step, whatever reviewers find, and an end must be in reach. A withdrawal
 * does not count as one. Where the workflow names its pool, the least favourable applicant must find enough people in it.
 * Refuses `incomplete-workflow`, `impossible-policy`, `impossible-workflow` and `dead-end`; the message names the state.
 *
 * @example
 * ```ts
 * import { defineWorkflow, type WorkflowInput } from '@mentoring-commons/ukpsf/review'
 * const input: WorkflowInput = {
 *   id: 'example-1',
 *   title: 'Example',
 *   tracks: {
 *     fellow: {
 *       reviewers: { count: 2, external: 0 },
 *       sample: { share: 0, borderline: false },
 *       referees: { count: 1, rules: [] },
 *     },
 *   },
 *   conflicts: ['not-the-mentor'],
 *   scale: [
 *     { id: 'met', passes: true },
 *     { id: 'not-met', passes: false },
 *   ],
 *   doubleBlind: false,
 *   adminCheck: false,
 *   onSplit: [{ kind: 'moderators', count: 1, external: 0 }],
 *   notAwarded: true,
 *   referral: 'none',
 *   onDisagreement: { kind: 'noted' },
 *   externals: 0,
 *   ratification: 'none',
 *   clocks: {},
 * }
 * defineWorkflow(input).value?.conflicts //=> ["not-the-applicant","not-the-mentor"]
 * defineWorkflow({ ...input, onSplit: [{ kind: 'majority' }] }).refusal?.code //=> "dead-end"
 * ```
 */
export function defineWorkflow(input: WorkflowInput): Result<Workflow> {
  const refusal = refuseFields(input)
  if (refusal) return { refusal }
  for (const category of categories) {
    const track = input.tracks[category as Category]
    const end = track && findDeadEnd(input, category, track)
    if (end === undefined) continue
    const text = `A review for ${category} can come to '${end.state}' and go no further: ${end.why}. The way there: ${end.way.join(' → ')}.`
    return refuse('dead-end', text, `tracks.${category}`)
  }
  const conflicts = conflictRules.filter((rule) => rule === 'not-the-applicant' || input.conflicts.includes(rule))
  return { value: { ...input, conflicts, checked: true } }
}
