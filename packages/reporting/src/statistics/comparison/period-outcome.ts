/** One outcome of one unit in one period. */
export interface PeriodOutcome {
  readonly treated: boolean
  /** Any number that is ordered as time is, such as a year. */
  readonly period: number
  readonly outcome: number
  /** Whose outcomes may depend on each other: the person at least, better the department. */
  readonly cluster?: string
}
