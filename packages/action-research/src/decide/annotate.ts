import { type About, annotated } from '../annotation.ts'
import type { CommandOf } from '../commands.ts'
import type { Decision } from '../decider.ts'
import type { InquiryEvent } from '../events.ts'
import type { InquiryUnderway } from '../inquiry.ts'
import type { Refusal } from '../refusal.ts'
import { type Check, date, find, first, freshId, notBefore, oneOf, texts, unless } from './check.ts'

/** Puts a correction or remark beside something that was recorded, also in a cycle that has ended. */
export function annotate(
  { annotation, about, by, on, text }: CommandOf<'Annotate'>,
  inquiry: InquiryUnderway,
): Decision<InquiryEvent, Refusal> {
  const check = first(
    freshId(annotation, inquiry.annotations, 'annotation'),
    oneOf(about.kind, annotated, 'about.kind'),
    isThere(about, inquiry),
    texts({ by, text }),
    date(on),
    notBefore(on, inquiry.begunOn, 'the inquiry began'),
  )
  return unless(check, { type: 'Annotated', annotation, about: { kind: about.kind, id: about.id }, by, on, text })
}

function isThere({ kind, id }: About, inquiry: InquiryUnderway): Check {
  if (!annotated.includes(kind)) return undefined
  const found = find(thingsOf(kind, inquiry), id, 'about.id')
  return 'refusal' in found ? found.refusal : undefined
}

function thingsOf(kind: About['kind'], inquiry: InquiryUnderway): readonly { readonly id: string }[] {
  const things: Readonly<Record<About['kind'], readonly { readonly id: string }[]>> = {
    inquiry: [inquiry],
    cycle: inquiry.cycles,
    reflection: inquiry.cycles.flatMap(({ reflections }) => reflections),
    evidence: inquiry.evidence,
    consent: inquiry.consents,
    claim: inquiry.claims,
    meeting: inquiry.meetings,
    problem: inquiry.problems,
    change: inquiry.changes,
    outlook: inquiry.outlooks,
    stakeholder: inquiry.stakeholders,
    group: inquiry.groups,
    approval: inquiry.ethics,
  }
  return things[kind]
}
