import type { FacetInterval, IntervalFacet } from './facet.ts'
import type { Learning } from './learning.ts'
import type { Plan } from './plan.ts'

/** A reflection: who reflected, when, and what on. */
export interface Reflection {
  readonly id: string
  readonly by: string
  readonly on: string
  readonly text: string
}

/** What a cycle has whether it runs or has ended. `learning` is what it carries over from the cycle it follows. */
export interface CycleContent {
  readonly id: string
  readonly begunOn: string
  readonly follows?: string
  readonly learning: readonly Learning[]
  readonly facets: readonly FacetInterval[]
  readonly plan?: Plan
  readonly reflections: readonly Reflection[]
}

/** A cycle that runs. */
export type OpenCycle = CycleContent & { readonly status: 'open' }

/** One turn of the spiral; closed and abandoned cycles never change again. */
export type Cycle =
  | OpenCycle
  | (CycleContent & { readonly status: 'closed'; readonly closedOn: string })
  | (CycleContent & { readonly status: 'abandoned'; readonly abandonedOn: string; readonly reason: string })

/** The facets that are open in a cycle, in the order they began; there is no single current phase. */
export function openFacets(cycle: CycleContent): readonly IntervalFacet[] {
  return cycle.facets.filter((interval) => interval.to === undefined).map(({ facet }) => facet)
}

/**
 * Where a cycle stands: its open facets, or with none open the one that ended last (of several on one day the one
 * recorded last), or `start` when none has begun.
 */
export function standing(cycle: CycleContent): readonly (IntervalFacet | 'start')[] {
  const open = openFacets(cycle)
  if (open.length > 0) return open
  const last = cycle.facets.reduce<FacetInterval | undefined>(
    (latest, interval) => (latest !== undefined && (latest.to ?? '') > (interval.to ?? '') ? latest : interval),
    undefined,
  )
  return [last?.facet ?? 'start']
}

/** The day on which a cycle first acted, if it did. */
export function firstActed(cycle: CycleContent): string | undefined {
  return cycle.facets
    .filter(({ facet }) => facet === 'act')
    .map(({ from }) => from)
    .sort()[0]
}

/** What a cycle lacks to be closed: acting, observing that is not over before the action, reflecting since it began. */
export function missingForClose(cycle: CycleContent): readonly ('act' | 'observe' | 'reflect')[] {
  const acted = firstActed(cycle)
  const has = {
    act: acted !== undefined,
    observe: cycle.facets.some(({ facet, to }) => facet === 'observe' && (to === undefined || to >= (acted ?? ''))),
    reflect: cycle.reflections.some(({ on }) => on >= (acted ?? '')),
  }
  return (['act', 'observe', 'reflect'] as const).filter((facet) => !has[facet])
}
