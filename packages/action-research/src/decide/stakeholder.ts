import type { CommandOf } from '../commands.ts'
import type { Decision } from '../decider.ts'
import type { InquiryEvent } from '../events.ts'
import type { InquiryUnderway } from '../inquiry.ts'
import type { Refusal } from '../refusal.ts'
import { date, find, first, freshId, no, notBefore, texts, unless } from './check.ts'

/** Names somebody, or a group, whom the inquiry touches. */
export function nameStakeholder(
  { stakeholder, who, on }: CommandOf<'NameStakeholder'>,
  inquiry: InquiryUnderway,
): Decision<InquiryEvent, Refusal> {
  const check = first(
    freshId(stakeholder, inquiry.stakeholders, 'stakeholder'),
    texts({ who }),
    date(on),
    notBefore(on, inquiry.begunOn, 'the inquiry began'),
  )
  return unless(check, { type: 'StakeholderNamed', stakeholder, who, on })
}

/** Records the part that a stakeholder had in a facet of a cycle, which may have ended. */
export function recordPart(
  { stakeholder, cycle: id, facet, part, on }: CommandOf<'RecordPart'>,
  inquiry: InquiryUnderway,
): Decision<InquiryEvent, Refusal> {
  const found = find(inquiry.stakeholders, stakeholder, 'stakeholder')
  if ('refusal' in found) return found
  const cycle = find(inquiry.cycles, id, 'cycle')
  if ('refusal' in cycle) return cycle
  const known = inquiry.facets.join(', ')
  const check = first(
    inquiry.facets.includes(facet)
      ? undefined
      : no('facet-not-in-model', `model "${inquiry.model}" has no phase for "${facet}"; use ${known}`, 'facet'),
    texts({ part }),
    date(on),
    notBefore(on, cycle.value.begunOn, `cycle "${id}" began`),
  )
  return unless(check, { type: 'PartRecorded', stakeholder, cycle: id, facet, part, on })
}
