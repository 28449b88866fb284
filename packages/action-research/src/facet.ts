/** The canonical facets, in the order of one turn of the spiral; the models map their phases to these. */
export const facets = ['diagnose', 'plan', 'act', 'observe', 'reflect', 'learn'] as const

/** A canonical facet of action research, common to all models. */
export type Facet = (typeof facets)[number]

/** The facets that last from one day to another. `learn` does not: learning is carried by the cycle that follows. */
export const intervalFacets = ['diagnose', 'plan', 'act', 'observe', 'reflect'] as const

/** A facet that a cycle begins and ends. */
export type IntervalFacet = (typeof intervalFacets)[number]

/** The days on which a facet was worked on; without `to` it is still open. */
export interface FacetInterval {
  readonly facet: IntervalFacet
  readonly from: string
  readonly to?: string
  readonly reason?: string
}
