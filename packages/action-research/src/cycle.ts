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

/** That a cycle inside another is free of its days, since when and why. */
export interface Detachment {
  readonly on: string
  readonly reason: string
}

/** A break that is over: the cycle ran up to and including `from`, and again from `to` on. */
export interface Suspension {
  readonly from: string
  readonly to: string
  readonly reason: string
}

/**
 * What a cycle has whether it runs or has ended. `learning` is what it carries over from the cycle it follows. Its days
 * lie within those of its `parent`, unless it is `detached`. `suspensions` are absent while there was none.
 */
export interface CycleContent {
  readonly id: string
  readonly begunOn: string
  readonly follows?: string
  readonly parent?: string
  readonly detached?: Detachment
  readonly suspensions?: readonly Suspension[]
  readonly learning: readonly Learning[]
  readonly facets: readonly FacetInterval[]
  readonly plan?: Plan
  readonly reflections: readonly Reflection[]
}

/** A cycle that runs. */
export type OpenCycle = CycleContent & { readonly status: 'open' }

/** A cycle that rests: since when, why, and the facets that were open then and open again when it is resumed. */
export type SuspendedCycle = CycleContent & {
  readonly status: 'suspended'
  readonly suspendedOn: string
  readonly reason: string
  readonly reopens: readonly IntervalFacet[]
}

/** One turn of the spiral; closed and abandoned cycles never change again. */
export type Cycle =
  | OpenCycle
  | SuspendedCycle
  | (CycleContent & { readonly status: 'closed'; readonly closedOn: string })
  | (CycleContent & { readonly status: 'abandoned'; readonly abandonedOn: string; readonly reason: string })

/** The facets that are open in a cycle, in the order they began; there is no single current phase. */
export function openFacets(cycle: CycleContent): readonly IntervalFacet[] {
  return cycle.facets.filter((interval) => interval.to === undefined).map(({ facet }) => facet)
}

/**
 * Where a cycle stands: its open facets (those that open again, when it is suspended), or with none open the one that
 * ended last (of several on one day the one recorded last), or `start` when none has begun.
 */
export function standing(cycle: Cycle): readonly (IntervalFacet | 'start')[] {
  const open = cycle.status === 'suspended' ? cycle.reopens : openFacets(cycle)
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

/** The day on which a cycle ended, or undefined while it has not. */
export function endedOn(cycle: Cycle): string | undefined {
  if (cycle.status === 'closed') return cycle.closedOn
  return cycle.status === 'abandoned' ? cycle.abandonedOn : undefined
}

/** The day from which a cycle has run without a break: when it was last resumed, or when it began. */
export function runsSince({ begunOn, suspensions = [] }: CycleContent): string {
  return suspensions.at(-1)?.to ?? begunOn
}
