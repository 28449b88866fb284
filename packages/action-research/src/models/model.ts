import type { Facet } from '../facet.ts'

/** How well a fact is sourced: two or more sources, one page, our own analysis, or memory that nobody has checked. */
export type Certainty = '2+' | '1' | 'A' | 'M'

/** A phase as its authors name it (our short title), and the canonical facets that it covers. */
export interface ModelPhase {
  readonly id: string
  readonly title: string
  readonly facets: readonly Facet[]
}

/**
 * A model of action research as data. `transitions` are the arrows as the model is drawn, pairs of phase ids; what an
 * inquiry may do next is said by its policy, not by these. `year` is absent where our source does not give it.
 */
export interface ModelDefinition {
  readonly id: string
  readonly title: string
  readonly authors: readonly string[]
  readonly year?: number
  readonly phases: readonly ModelPhase[]
  readonly initial: string
  readonly transitions: readonly (readonly [from: string, to: string])[]
  readonly source: string
  readonly certainty: Certainty
}
