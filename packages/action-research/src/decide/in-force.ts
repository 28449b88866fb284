import type { CycleContent } from '../cycle.ts'
import { firstUncoveredDay } from '../ethics.ts'
import type { InquiryUnderway } from '../inquiry.ts'
import { type Check, no } from './check.ts'

/** Refuses a span of days of which one is not covered by an ethics approval. */
export function inForce(inquiry: InquiryUnderway, from: string, to: string): Check {
  const day = firstUncoveredDay(inquiry.ethics, from, to)
  if (day === undefined) return undefined
  const says = `no ethics approval covers ${day}; act, and collect from people, within one, or record the one that does`
  return no('ethics-not-in-force', says, 'on')
}

/** Refuses a day up to which a cycle that acts would act without an approval. */
export function actsInForce(cycle: CycleContent, inquiry: InquiryUnderway, on: string): Check {
  const act = cycle.facets.find(({ facet, to }) => facet === 'act' && to === undefined)
  return act && inForce(inquiry, act.from, on)
}
