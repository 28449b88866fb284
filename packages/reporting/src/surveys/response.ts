import type { Answers } from './answers.ts'

/** Answers that stand. `pseudonym` is the respondent's in every wave of the survey, and says nothing of who they are. */
export interface GivenResponse {
  readonly state: 'given'
  readonly wave: string
  readonly pseudonym: string
  readonly answers: Answers
  readonly givenOn: string
  /** 1 at first, and one more for each time that it was revised. */
  readonly revision: number
}

/** What is left of answers that were taken back: that they were. */
export interface WithdrawnResponse {
  readonly state: 'withdrawn'
  readonly wave: string
  readonly pseudonym: string
  readonly withdrawnOn: string
}

/** One respondent's questionnaire of one wave. */
export type SurveyResponse = GivenResponse | WithdrawnResponse
