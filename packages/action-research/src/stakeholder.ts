import type { IntervalFacet } from './facet.ts'

/** The part that a stakeholder had in a facet of a cycle, in words. */
export interface Part {
  readonly cycle: string
  readonly facet: IntervalFacet
  readonly part: string
  readonly on: string
}

/** Somebody, or a group, whom the inquiry touches: `who` they are, and the parts that they had, in the order recorded. */
export interface Stakeholder {
  readonly id: string
  readonly who: string
  readonly namedOn: string
  readonly parts: readonly Part[]
}
