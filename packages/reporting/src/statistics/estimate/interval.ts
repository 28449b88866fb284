/** One end of an interval; `unbounded` where it has none on that side. */
export type Bound = number | 'unbounded'

/** The values that the data leave open, at a level such as .95, with the method that gave them. */
export interface Interval<End extends Bound = number> {
  readonly level: number
  readonly low: End
  readonly high: End
  readonly method: string
}
