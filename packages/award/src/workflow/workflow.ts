import type { Relation } from './relation.ts'

/** How much supported practice as a mentor a portfolio must show at least; 0 asks for none of it. */
export interface PracticeMinimum {
  readonly relationships: number
  readonly hours: number
  readonly meetings: number
  /**
   * Whether only relationships count that were going on when the candidate enrolled, or began later. Of the SEDA-PDF awards the
   * one for mentoring and coaching asks for mentoring during the programme (seda.ac.uk, award page; read in part).
   */
  readonly duringProgramme: boolean
}

/** Which assessments a moderator looks at although the assessors agree. */
export interface ModerationSample {
  /** 0 to 1: the chance of each submission to be in the sample. */
  readonly share: number
  /** Chosen by the institution before the submissions are known and kept from those who assess; the same seed draws the same sample. */
  readonly seed: string
}

/** How often and within how many days a candidate may submit in all. */
export interface Resubmission {
  /** All submissions, the first one counted; 2 to 6. */
  readonly attemptsMax: number
  /** Days from a referral to the last day on which the candidate can submit again; 1 to 3660. */
  readonly withinDays: number
}

/** How a decision can be appealed. */
export interface AppealRule {
  /** Days from a decision to the last day of an appeal; 1 to 3660. */
  readonly withinDays: number
  /** Days from an appeal to its decision; absent, no clock runs. */
  readonly decideWithinDays?: number
}

/** Days in which steps are due; a clock that is absent does not run. A step that is late stays possible: a clock reminds. */
export interface Clocks {
  /** From a submission to the last judgement. */
  readonly assessWithinDays?: number
  /** From the beginning of a moderation to its end. */
  readonly moderateWithinDays?: number
  /** From a settled assessment to the decision. */
  readonly decideWithinDays?: number
  /** From the decision to award to the award. */
  readonly conferWithinDays?: number
}

/** How an award is assessed, as data. All of it is for the institution to decide; nothing has a default. */
export interface AwardWorkflow {
  readonly practice: PracticeMinimum
  /** Whether a portfolio must hold an action research inquiry. */
  readonly inquiry: 'required' | 'optional'
  /** How many assessors judge each outcome; 1 to 7. A split, or somebody who cannot tell, goes to one moderator. */
  readonly assessors: number
  /** The relations to a candidate that keep somebody from assessing, moderating and deciding; may be empty. */
  readonly keptOut: readonly Relation[]
  readonly moderation: ModerationSample
  /** Whether somebody who assessed or moderated may also decide about the award. */
  readonly decidedBy: 'anyone' | 'others'
  readonly resubmission: Resubmission | 'none'
  readonly appeal: AppealRule | 'none'
  /** May be `{}`. */
  readonly clocks: Clocks
  /** How many people can assess and decide for the least favourable candidate. Where it is given, it must be enough for every course that things can take. */
  readonly people?: number
}

/** A workflow of which some is not decided yet. */
export type PartialWorkflow = Partial<AwardWorkflow>
