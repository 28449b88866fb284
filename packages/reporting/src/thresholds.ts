/** The smallest numbers that are still shown. */
export interface Thresholds {
  readonly percentageMin: number
  readonly averageMin: number
  readonly responsesMin: number
  /** Below so many of them, comments of a group are not read out. */
  readonly commentsMin: number
}
