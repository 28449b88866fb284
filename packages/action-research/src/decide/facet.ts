import type { CommandOf } from '../commands.ts'
import { type Cycle, type CycleContent, firstActed, openFacets, runsSince } from '../cycle.ts'
import type { Decision } from '../decider.ts'
import type { InquiryEvent } from '../events.ts'
import { type IntervalFacet, intervalFacets } from '../facet.ts'
import type { InquiryUnderway } from '../inquiry.ts'
import { findMove } from '../policies/find-move.ts'
import { policyOf } from '../policies/policies.ts'
import type { Refusal } from '../refusal.ts'
import { type Check, date, findOpenCycle, first, no, notBefore, oneOf, texts, unless } from './check.ts'
import { inForce } from './in-force.ts'

/** Begins a facet beside those that are open, if the policy has the move; acting needs ethics in force and a plan. */
export function beginFacet(
  command: CommandOf<'BeginFacet'>,
  inquiry: InquiryUnderway,
): Decision<InquiryEvent, Refusal> {
  const { cycle: id, facet, on, reason } = command
  const found = findOpenCycle(inquiry, id)
  if ('refusal' in found) return found
  const cycle = found.value
  const check = first(
    oneOf(facet, intervalFacets, 'facet'),
    date(on),
    reason === undefined ? undefined : texts({ reason }),
  )
  if (check !== undefined) return { refusal: check }
  const event = { type: 'FacetBegun', cycle: id, facet, on } as const
  return unless(
    first(
      mayBegin(cycle, facet, inquiry),
      hasReason(cycle, facet, reason, inquiry),
      notBefore(on, earliestBegin(cycle, facet, inquiry), `"${facet}" could begin`),
      facet === 'act' ? inForce(inquiry, on, on) : undefined,
    ),
    reason === undefined ? event : { ...event, reason },
  )
}

/** Why a facet cannot begin in a cycle whatever the day and the reason, if so. */
export function mayBegin(cycle: Cycle, facet: IntervalFacet, inquiry: InquiryUnderway): Check {
  if (!inquiry.facets.includes(facet)) {
    const known = inquiry.facets.join(', ')
    return no('facet-not-in-model', `model "${inquiry.model}" has no phase for "${facet}"; use ${known}`, 'facet')
  }
  if (openFacets(cycle).includes(facet)) {
    return no('facet-open', `"${facet}" is open in cycle "${cycle.id}"; end it before it begins again`, 'facet')
  }
  const policy = policyOf(inquiry)
  const [open] = openFacets(cycle)
  if (!policy.overlap && open !== undefined) {
    const says = `"${open}" is open in cycle "${cycle.id}", and the ${policy.id} policy keeps phases distinct; end it first`
    return no('facet-open', says, 'facet')
  }
  const move = findMove(cycle, facet, policy)
  if (!move.may)
    return no('move-not-allowed', `"${facet}" cannot begin in cycle "${cycle.id}" now; ${move.instead}`, 'facet')
  return facet === 'act' ? mayAct(cycle, inquiry) : undefined
}

function mayAct(cycle: Cycle, inquiry: InquiryUnderway): Check {
  const steps = cycle.plan?.steps ?? []
  if (steps.length === 0) {
    return no('plan-missing', `cycle "${cycle.id}" has no step to act on; plan at least one`, 'cycle')
  }
  const unobserved = steps.find((step) => step.observationMethods.length === 0)
  if (unobserved !== undefined) {
    return no(
      'method-missing',
      `step "${unobserved.id}" has no observation method; revise the plan to name one`,
      'cycle',
    )
  }
  const earliest = earliestBegin(cycle, 'act', inquiry)
  if (inquiry.ethics.some((approval) => approval.to >= earliest)) return undefined
  return no('ethics-not-in-force', `no ethics approval reaches ${earliest} or later; record one before acting`, 'cycle')
}

function hasReason(cycle: Cycle, facet: IntervalFacet, reason: string | undefined, inquiry: InquiryUnderway): Check {
  const move = findMove(cycle, facet, policyOf(inquiry))
  if (!move.may || move.needsReason !== true || reason !== undefined) return undefined
  return no(
    'reason-missing',
    `to begin "${facet}" after reflecting, in the same cycle, needs a reason; give one`,
    'reason',
  )
}

function earliestBegin(cycle: CycleContent, facet: IntervalFacet, inquiry: InquiryUnderway): string {
  const { overlap } = policyOf(inquiry)
  const sequel = cycle.facets.filter((interval) => !overlap || interval.facet === facet)
  const before = sequel.map(({ from, to }) => to ?? from)
  const planned = facet === 'act' && cycle.plan !== undefined ? [cycle.plan.plannedOn] : []
  return [runsSince(cycle), ...before, ...planned].reduce((latest, day) => (day > latest ? day : latest))
}

/** Ends an open facet; an action ends at the latest with the ethics approval that it began under, or those that join up with it. */
export function endFacet(
  { cycle: id, facet, on }: CommandOf<'EndFacet'>,
  inquiry: InquiryUnderway,
): Decision<InquiryEvent, Refusal> {
  const found = findOpenCycle(inquiry, id)
  if ('refusal' in found) return found
  const interval = found.value.facets.find((one) => one.facet === facet && one.to === undefined)
  if (interval === undefined) return { refusal: notOpen(found.value, [facet]) }
  return unless(
    first(
      date(on),
      mayEnd(found.value, facet, inquiry),
      notBefore(on, interval.from, `"${facet}" began`),
      facet === 'act' ? inForce(inquiry, interval.from, on) : undefined,
    ),
    { type: 'FacetEnded', cycle: id, facet, on },
  )
}

/** Why an open facet cannot end whatever the day, if so: what a policy has no way back to must have done its work. */
export function mayEnd(cycle: Cycle, facet: IntervalFacet, inquiry: InquiryUnderway): Check {
  if (facet === 'act') {
    const from = cycle.facets.find((interval) => interval.facet === 'act' && interval.to === undefined)?.from
    return from === undefined ? undefined : inForce(inquiry, from, from)
  }
  if (!policyOf(inquiry).completes) return undefined
  if (facet === 'plan' && cycle.plan === undefined) {
    const says = `cycle "${cycle.id}" has no plan, and planning does not come again in it; set the plan, then end planning`
    return no('phase-incomplete', says, 'facet')
  }
  const acted = firstActed(cycle) ?? ''
  if (facet === 'reflect' && !cycle.reflections.some(({ on }) => on >= acted)) {
    const says = `nobody has reflected in cycle "${cycle.id}", and reflecting does not come again in it; record a reflection`
    return no('phase-incomplete', says, 'facet')
  }
  return undefined
}

/** Refuses unless one of the facets is open. */
export function needsOpen(cycle: CycleContent, ...oneOfThese: readonly IntervalFacet[]): Check {
  return openFacets(cycle).some((facet) => oneOfThese.includes(facet)) ? undefined : notOpen(cycle, oneOfThese)
}

function notOpen(cycle: CycleContent, wanted: readonly IntervalFacet[]): Refusal {
  const open = openFacets(cycle)
  const there = open.length === 0 ? 'nothing is open' : `open: ${open.join(', ')}`
  return no(
    'facet-not-open',
    `"${wanted.join('" or "')}" is not open in cycle "${cycle.id}" (${there}); begin it first`,
    'cycle',
  )
}
