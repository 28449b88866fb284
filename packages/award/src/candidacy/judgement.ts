/** What an assessor finds about one outcome, from the submitted portfolio alone. */
export type Finding = 'shown' | 'not-yet-shown' | 'cannot-tell'

/** Every finding. */
export const findings: readonly Finding[] = ['shown', 'not-yet-shown', 'cannot-tell']

/** What an outcome comes to when assessment is settled. */
export type SettledFinding = Exclude<Finding, 'cannot-tell'>

/** Why an assessor finds what they find; the codes are this package's own. */
export type JudgementReason =
  | 'evidence-fits'
  | 'evidence-missing'
  | 'evidence-thin'
  | 'evidence-not-own'
  | 'evidence-not-linked'
  | 'reflection-missing'
  | 'evidence-out-of-date'
  | 'evidence-out-of-reach'

/** Every reason, with a short sentence. */
export const judgementReasons: Readonly<Record<JudgementReason, string>> = {
  'evidence-fits': 'The evidence shows the outcome.',
  'evidence-missing': 'There is no evidence for a part of the outcome.',
  'evidence-thin': 'There is evidence, and too little of it.',
  'evidence-not-own': 'The evidence is not clearly of the candidate’s own practice.',
  'evidence-not-linked': 'The portfolio does not say how the evidence shows the outcome.',
  'reflection-missing': 'Practice is described and not reflected on.',
  'evidence-out-of-date': 'The evidence is too old to show present practice.',
  'evidence-out-of-reach': 'The evidence could not be opened or read.',
}

/** The longest remark, in characters. A remark is about the portfolio, never about what was said in mentoring. */
export const remarkMax = 1000

/** What one assessor finds about one outcome; given once, never changed. */
export interface Judgement {
  readonly assessor: string
  readonly outcome: string
  readonly finding: Finding
  readonly reasons: readonly JudgementReason[]
  readonly remark?: string
  readonly on: string
}

/** What an outcome came to, and whose finding that is; `carried` is what an earlier submission showed. */
export interface OutcomeResult {
  readonly outcome: string
  readonly finding: SettledFinding
  readonly by: 'assessors' | 'moderator' | 'carried'
}
