import type { Result } from '../refusal.ts'
import { stillToDecide } from './still-to-decide.ts'
import type { AwardWorkflow, PartialWorkflow } from './workflow.ts'
import { workflowFaults } from './workflow-faults.ts'

/**
 * The workflow, when all of it is decided and it cannot come to a halt. Refuses `workflow-malformed`, `workflow-incomplete` with
 * the first open question, and `workflow-dead-end` when the people named can be too few.
 *
 * @example
 * ```ts
 * import { type AwardWorkflow, defineWorkflow } from '@mentoring-commons/award'
 *
 * const workflow: AwardWorkflow = {
 *   practice: { relationships: 1, hours: 0, meetings: 4, duringProgramme: true },
 *   inquiry: 'required',
 *   assessors: 2,
 *   keptOut: ['mentor', 'line-manager'],
 *   moderation: { share: 0.25, seed: 'autumn' },
 *   decidedBy: 'others',
 *   resubmission: { attemptsMax: 2, withinDays: 60 },
 *   appeal: { withinDays: 20 },
 *   clocks: { assessWithinDays: 30 },
 * }
 * defineWorkflow(workflow).value?.assessors //=> 2
 * defineWorkflow({ ...workflow, people: 5 }).refusal?.code //=> 'workflow-dead-end'
 * defineWorkflow({ assessors: 2 }).refusal?.code //=> 'workflow-incomplete'
 * ```
 */
export function defineWorkflow(workflow: PartialWorkflow): Result<AwardWorkflow> {
  for (const refusal of workflowFaults(workflow, 'workflow')) return { refusal }
  const [open] = stillToDecide(workflow)
  if (open === undefined) return { value: workflow as AwardWorkflow }
  const path = `workflow.${open.field}`
  return { refusal: { code: 'workflow-incomplete', message: `${path} is not decided: ${open.question}`, path } }
}
