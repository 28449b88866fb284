import type { Sourced } from './sourced.ts'

/** A rule that assessors must keep, in own short words. It is shown to people; nothing here computes it. */
export interface AssessmentRule extends Sourced {
  readonly code: string
  readonly says: string
}
