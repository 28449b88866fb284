import type { PartialWorkflow } from './workflow.ts'

/** A part of a workflow that is not decided, and what to ask the institution. */
export interface OpenDecision {
  readonly field: keyof typeof questions
  readonly question: string
}

const questions = {
  practice:
    'How many mentoring relationships, hours and meetings must a candidate show at least, and must they be during the programme?',
  inquiry: 'Must a portfolio hold an action research inquiry?',
  assessors: 'How many assessors judge each outcome?',
  keptOut: 'Which relations to a candidate keep somebody from assessing?',
  moderation: 'Which share of the submissions that assessors agree on is moderated, and with which seed is it drawn?',
  decidedBy: 'May somebody who assessed also decide about the award?',
  resubmission: 'How often may a candidate submit in all, and within how many days after a referral?',
  appeal: 'Within how many days may a candidate appeal?',
  clocks: 'Within how many days are assessment, moderation and decision due, if any clock runs?',
} as const

/**
 * What an institution has still to decide before anybody can enrol, a question each, in a fixed order; empty when all is decided.
 *
 * @example
 * ```ts
 * import { stillToDecide, theoryAndPractice } from '@mentoring-commons/award'
 *
 * stillToDecide(theoryAndPractice.versions[0].workflow).length //=> 9
 * stillToDecide({ assessors: 2, inquiry: 'required' }).map(({ field }) => field).slice(0, 2) //=> ['practice', 'keptOut']
 * ```
 */
export function stillToDecide(workflow: PartialWorkflow = {}): readonly OpenDecision[] {
  const fields = Object.keys(questions) as (keyof typeof questions)[]
  return fields.filter((field) => workflow[field] === undefined).map((field) => ({ field, question: questions[field] }))
}
