import type { Linear } from './bounds.ts'
import type { Rate } from './rate.ts'

/** What one would like to show of a report. */
export interface Wish {
  /** Places among the unknowns. */
  readonly counts: readonly number[]
  readonly rates: readonly Rate[]
  /** What a reader knows beside the figures, such as that a shown survey has enough answers. */
  readonly known: readonly Linear[]
}

/** What of it may be shown. */
export interface Grant {
  readonly counts: ReadonlySet<number>
  /** In the order of the wish. `few`: withheld for resting on 1 to 4 people. `derivable`: withheld for what it would tell of others. */
  readonly rates: readonly ('shown' | 'few' | 'derivable')[]
}
