/**
 * How well a fact is known: `2+` two or more independent pages agree; `1` one page says so; `A` our own analysis of what
 * pages say, which nobody has published; `M` from memory, not verified.
 */
export type Certainty = '2+' | '1' | 'A' | 'M'

/** Where a fact comes from and how sure it is. */
export interface Provenance {
  /** The pages, by address or by name, in words. Never the wording of the framework itself. */
  readonly source: string
  readonly certainty: Certainty
  /**
   * The day, `YYYY-MM-DD`, on which the source was last gone through for this fact. It is not the day on which the page was
   * published, and says nothing of later changes to it.
   */
  readonly readOn: string
}

/** A fact together with its provenance. */
export interface Sourced<T> extends Provenance {
  readonly value: T
}
