import { type Cycle, runsSince } from '../cycle.ts'
import { boundChildren, boundParent, type InquiryUnderway } from '../inquiry.ts'
import { type Check, no } from './check.ts'

/** Refuses to end a cycle inside which a bound cycle has not ended. */
export function childrenEnded(cycle: Cycle, inquiry: InquiryUnderway): Check {
  const child = boundChildren(inquiry, cycle.id).find(({ status }) => status === 'open' || status === 'suspended')
  return child && childOpen(cycle, child, 'end')
}

/** Refuses to let a cycle rest inside which a bound cycle runs. */
export function childrenRest(cycle: Cycle, inquiry: InquiryUnderway): Check {
  const child = boundChildren(inquiry, cycle.id).find(({ status }) => status === 'open')
  return child && childOpen(cycle, child, 'end or suspend')
}

/** Refuses a cycle whose parent does not run. */
export function parentRuns(cycle: Cycle, inquiry: InquiryUnderway): Check {
  const parent = boundParent(inquiry, cycle)
  return parent === undefined ? undefined : parentOpen(parent)
}

/** Refuses a parent that does not run. */
export function parentOpen(parent: Cycle): Check {
  if (parent.status === 'open') return undefined
  const says = `cycle "${parent.id}", which this one lies within, is ${parent.status}; resume it first, or detach this one`
  return no('parent-not-open', says, 'parent')
}

/** The first day on which a cycle at rest may run again: no earlier than its rest, nor than the last of its parent's. */
export function mayRunFrom(cycle: Cycle & { readonly suspendedOn: string }, inquiry: InquiryUnderway): string {
  const parent = boundParent(inquiry, cycle)
  const since = parent === undefined ? cycle.suspendedOn : runsSince(parent)
  return since > cycle.suspendedOn ? since : cycle.suspendedOn
}

function childOpen(cycle: Cycle, child: Cycle, how: string): Check {
  const says = `cycle "${child.id}" inside cycle "${cycle.id}" is ${child.status}; ${how} it first, or detach it with a reason`
  return no('child-open', says, 'cycle')
}
