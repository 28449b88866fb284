/** What a test holds against its null hypothesis: any difference, or that the first is less or greater than the second. */
export type Alternative = 'two-sided' | 'less' | 'greater'

/** What a test may be told; a level of .95 and a two-sided alternative when nothing is said. */
export interface TestOptions {
  readonly alternative?: Alternative
  /** Of the interval. */
  readonly level?: number
}
