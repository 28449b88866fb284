import type { Cycle, OpenCycle, SuspendedCycle } from '../cycle.ts'
import type { EventOf } from '../events.ts'
import { type IntervalFacet, intervalFacets } from '../facet.ts'

/** The cycle that an event begins. */
export function cycleBegun({ cycle, on, follows, learning, parent, detached }: EventOf<'CycleBegun'>): Cycle {
  return {
    id: cycle,
    status: 'open',
    begunOn: on,
    learning,
    facets: [],
    reflections: [],
    ...(follows === undefined ? {} : { follows }),
    ...(parent === undefined ? {} : { parent }),
    ...(detached === undefined ? {} : { detached: { on, reason: detached } }),
  }
}

/** A cycle with a facet begun, or the same cycle when it is open already or none that there is. */
export function facetBegun(cycle: OpenCycle, { facet, on: from, reason }: EventOf<'FacetBegun'>): OpenCycle {
  const isOpen = cycle.facets.some((interval) => interval.facet === facet && interval.to === undefined)
  if (isOpen || !intervalFacets.includes(facet)) return cycle
  return { ...cycle, facets: [...cycle.facets, reason === undefined ? { facet, from } : { facet, from, reason }] }
}

/** A cycle with a facet ended, or the same cycle when it is not open. */
export function facetEnded(cycle: OpenCycle, facet: IntervalFacet, to: string): OpenCycle {
  const index = cycle.facets.findIndex((interval) => interval.facet === facet && interval.to === undefined)
  const interval = cycle.facets[index]
  return interval === undefined ? cycle : { ...cycle, facets: cycle.facets.with(index, { ...interval, to }) }
}

/** A cycle with its plan made, or the same cycle when it has one. */
export function planned(cycle: OpenCycle, { on: plannedOn, steps }: EventOf<'ActionPlanned'>): OpenCycle {
  return cycle.plan === undefined ? { ...cycle, plan: { plannedOn, steps, revisions: [] } } : cycle
}

/** A cycle with its plan revised, or the same cycle when it has none. */
export function revised(cycle: OpenCycle, { on, reason, evidence, steps }: EventOf<'PlanRevised'>): OpenCycle {
  if (cycle.plan === undefined) return cycle
  const revision = { on, reason, ...(evidence === undefined ? {} : { evidence }), stepsBefore: cycle.plan.steps }
  return { ...cycle, plan: { ...cycle.plan, steps, revisions: [...cycle.plan.revisions, revision] } }
}

/** A cycle at rest; the facets that open again are those that the event says, as far as there are such. */
export function suspended(cycle: OpenCycle, { on, reason, reopens }: EventOf<'CycleSuspended'>): SuspendedCycle {
  const known = reopens.filter((facet) => intervalFacets.includes(facet))
  return { ...cycle, status: 'suspended', suspendedOn: on, reason, reopens: known }
}

/** A cycle that runs again, or the same cycle when it is not at rest. */
export function resumed(cycle: Cycle, { on: to }: EventOf<'CycleResumed'>): Cycle {
  if (cycle.status !== 'suspended') return cycle
  const { status: _, suspendedOn: from, reason, reopens: __, suspensions = [], ...content } = cycle
  return { ...content, status: 'open', suspensions: [...suspensions, { from, to, reason }] }
}

/** A cycle that is abandoned, running or at rest, or the same cycle when it has ended. */
export function abandoned(cycle: Cycle, { on: abandonedOn, reason }: EventOf<'CycleAbandoned'>): Cycle {
  if (cycle.status === 'open') return { ...cycle, status: 'abandoned', abandonedOn, reason }
  if (cycle.status !== 'suspended') return cycle
  const { suspendedOn: from, reason: because, reopens: _, suspensions = [], ...content } = cycle
  const breaks = [...suspensions, { from, to: abandonedOn, reason: because }]
  return { ...content, status: 'abandoned', abandonedOn, reason, suspensions: breaks }
}

/** A cycle freed from the days of its parent, or the same cycle when it has none or is free already. */
export function detached(cycle: Cycle, { on, reason }: EventOf<'CycleDetached'>): Cycle {
  const isBound = cycle.parent !== undefined && cycle.detached === undefined
  return isBound && (cycle.status === 'open' || cycle.status === 'suspended')
    ? { ...cycle, detached: { on, reason } }
    : cycle
}
