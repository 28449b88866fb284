import type { InquiryUnderway } from '../inquiry.ts'
import type { Shown } from '../views/shown.ts'
import type { PortfolioItem } from './portfolio-shape.ts'

/** The things that are shown, or with nothing said of what is shown all there are, sort by sort as recorded. */
export function itemsOf(inquiry: InquiryUnderway, shown?: Shown): readonly PortfolioItem[] {
  const of = (kind: PortfolioItem['kind'], things: readonly { readonly id: string }[]) =>
    things.map(({ id }) => ({ kind, id }))
  const reflections =
    shown?.cycles.flatMap((one) => one.reflections) ?? inquiry.cycles.flatMap((one) => one.reflections)
  return [
    ...of('cycle', inquiry.cycles),
    ...of('evidence', shown?.evidence ?? inquiry.evidence),
    ...of('reflection', reflections),
    ...of('outlook', shown?.outlooks ?? inquiry.outlooks),
    ...of('claim', shown?.claims.map(({ claim }) => claim) ?? inquiry.claims),
    ...of('meeting', inquiry.meetings),
    ...of('problem', inquiry.problems),
    ...of('change', shown?.changes ?? inquiry.changes),
    ...of('stakeholder', shown?.stakeholders ?? inquiry.stakeholders),
    ...of('annotation', shown?.annotations ?? inquiry.annotations),
  ]
}
