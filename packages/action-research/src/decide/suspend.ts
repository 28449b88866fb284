import type { CommandOf } from '../commands.ts'
import { openFacets, type SuspendedCycle } from '../cycle.ts'
import type { Decision } from '../decider.ts'
import type { InquiryEvent } from '../events.ts'
import type { InquiryUnderway } from '../inquiry.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { type Check, date, find, findOpenCycle, first, no, notBefore, texts, unless } from './check.ts'
import { actsInForce, inForce } from './in-force.ts'
import { lastDay } from './last-day.ts'
import { childrenRest, mayRunFrom, parentRuns } from './nesting.ts'

/** Lets a cycle rest for a reason, ending its open facets; they open again when it is resumed. */
export function suspendCycle(
  { cycle: id, on, reason }: CommandOf<'SuspendCycle'>,
  inquiry: InquiryUnderway,
): Decision<InquiryEvent, Refusal> {
  const found = findOpenCycle(inquiry, id)
  if ('refusal' in found) return found
  const cycle = found.value
  const check = first(
    date(on),
    texts({ reason }),
    maySuspend(cycle, inquiry),
    notBefore(on, lastDay(cycle, inquiry), `the last thing in cycle "${id}"`),
    actsInForce(cycle, inquiry, on),
  )
  const reopens = openFacets(cycle)
  const endings = reopens.map((facet) => ({ type: 'FacetEnded', cycle: id, facet, on }) as const)
  return unless<InquiryEvent>(check, ...endings, { type: 'CycleSuspended', cycle: id, on, reason, reopens })
}

/** Why a cycle that runs cannot rest whatever the day, if so. */
export function maySuspend(cycle: Parameters<typeof lastDay>[0], inquiry: InquiryUnderway): Check {
  return first(childrenRest(cycle, inquiry), actsInForce(cycle, inquiry, lastDay(cycle, inquiry)))
}

/** Takes a cycle up again, with the facets that were open when it came to rest; acting only under ethics in force. */
export function resumeCycle(
  { cycle: id, on }: CommandOf<'ResumeCycle'>,
  inquiry: InquiryUnderway,
): Decision<InquiryEvent, Refusal> {
  const found = find(inquiry.cycles, id, 'cycle')
  if ('refusal' in found) return found
  const cycle = found.value
  if (cycle.status !== 'suspended') {
    return refuse('cycle-not-suspended', `cycle "${id}" is ${cycle.status}; only one that rests is resumed`, 'cycle')
  }
  const check = first(
    date(on),
    mayResume(cycle, inquiry),
    notBefore(on, mayRunFrom(cycle, inquiry), `cycle "${id}", or the one it lies within, came to rest or ran again`),
    cycle.reopens.includes('act') ? inForce(inquiry, on, on) : undefined,
  )
  const begins = cycle.reopens.map((facet) => ({ type: 'FacetBegun', cycle: id, facet, on }) as const)
  return unless<InquiryEvent>(check, { type: 'CycleResumed', cycle: id, on }, ...begins)
}

/** Why a cycle at rest cannot be resumed whatever the day, if so. */
export function mayResume(cycle: SuspendedCycle, inquiry: InquiryUnderway): Check {
  const bound = parentRuns(cycle, inquiry)
  if (bound !== undefined || !cycle.reopens.includes('act')) return bound
  const earliest = mayRunFrom(cycle, inquiry)
  if (inquiry.ethics.some(({ to }) => to >= earliest)) return undefined
  const says = `cycle "${cycle.id}" was acting, and no ethics approval reaches ${earliest} or later; record one, then resume`
  return no('ethics-not-in-force', says, 'cycle')
}
