import type { EditionId, Family } from './code.ts'
import type { Descriptor } from './descriptor.ts'
import type { Dimension } from './dimension.ts'
import type { Sourced } from './sourced.ts'

/** One edition of the framework, whole: its dimensions, its descriptors and where each fact comes from. */
export interface Edition {
  readonly id: EditionId
  readonly officialTitle: string
  /** The day of publication, or the month `YYYY-MM` where no day is known. It does not say which edition a claim is made in: both were in use for years. */
  readonly published: Sourced<string>
  /** The families in the edition's own order. */
  readonly families: Sourced<readonly Family[]>
  /** Family by family in the edition's order, by number inside a family. */
  readonly dimensions: readonly Dimension[]
  /** In the edition's order: SD1 to SD3 in 2006, D1 to D4 since. */
  readonly descriptors: readonly Descriptor[]
  /** How the criteria are numbered, and how sure that is. */
  readonly numbering: Sourced<string>
  /** The body whose framework this is and whose documents alone are authoritative. */
  readonly official: string
}
