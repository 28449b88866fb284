import { type Cycle, endedOn } from '../cycle.ts'
import { boundChildren, type InquiryUnderway } from '../inquiry.ts'

/** The last day on which something is recorded in a cycle or in the cycles bound to it; it cannot end or rest before. */
export function lastDay(cycle: Cycle, inquiry: InquiryUnderway): string {
  const evidence = inquiry.evidence.filter((item) => item.cycle === cycle.id).map((item) => item.on)
  const facets = cycle.facets.map(({ from, to }) => to ?? from)
  const plans = cycle.plan === undefined ? [] : [cycle.plan.plannedOn, ...cycle.plan.revisions.map(({ on }) => on)]
  const rests = (cycle.suspensions ?? []).map(({ to }) => to)
  const now = cycle.status === 'suspended' ? [cycle.suspendedOn] : [endedOn(cycle) ?? cycle.begunOn]
  const children = boundChildren(inquiry, cycle.id).map((child) => endedOn(child) ?? lastDay(child, inquiry))
  const reflections = cycle.reflections.map(({ on }) => on)
  const days = [cycle.begunOn, ...now, ...evidence, ...facets, ...plans, ...rests, ...reflections, ...children]
  return days.reduce((latest, day) => (day > latest ? day : latest))
}
