import { countInWords, spanInWords } from '../views/in-words.ts'
import { cycleHeading, type Material, section } from './material.ts'
import type { PortfolioEntry, PortfolioSection } from './portfolio-shape.ts'

/** The sections that say what the inquiry is: context, concern, why, literature, question, ethics, limits, what is next. */
export function aboutSections(material: Material): readonly PortfolioSection[] {
  const { inquiry, texts } = material
  const needsText = texts.context === undefined ? ['Say where you work and what the setting is.'] : []
  return [
    section('context', material, contextEntries(material), needsText),
    section('concern', material, problemEntries(material)),
    section('why', material, []),
    section('literature', material, []),
    section('question', material, [{ heading: '', text: inquiry.question, details: [] }]),
    section('ethics', material, ethicsEntries(material)),
    section('limits', material, []),
    section('next', material, nextEntries(material)),
  ]
}

function contextEntries({ inquiry, shown }: Material): readonly PortfolioEntry[] {
  const { values, derivedFrom } = inquiry
  const held: readonly PortfolioEntry[] =
    values.length === 0
      ? []
      : [{ heading: 'Values', text: '', details: values.map((text) => ({ label: 'Value', text })) }]
  const from: readonly PortfolioEntry[] =
    derivedFrom === undefined
      ? []
      : [
          {
            heading: 'Where it came from',
            text: derivedFrom.reason,
            details: [{ label: 'Inquiry', text: derivedFrom.inquiry }],
          },
        ]
  const touched = shown.stakeholders.map(({ id, who, namedOn, parts }): PortfolioEntry => {
    const details = parts.map(({ facet, part }) => ({ label: `Part in “${facet}”`, text: part }))
    return { heading: 'Stakeholder', text: who, item: { kind: 'stakeholder', id }, from: namedOn, details }
  })
  return [...held, ...from, ...touched]
}

function problemEntries({ inquiry }: Material): readonly PortfolioEntry[] {
  return inquiry.problems.map(({ id, statement, statedOn }) => ({
    heading: 'Problem',
    text: statement,
    item: { kind: 'problem', id },
    from: statedOn,
    details: [],
  }))
}

function ethicsEntries({ inquiry }: Material): readonly PortfolioEntry[] {
  const approvals = inquiry.ethics.map(({ from, to }) => ({ heading: 'Approval', text: '', from, to, details: [] }))
  if (inquiry.consents.length === 0) return approvals
  const withdrawn = inquiry.consents.filter(({ withdrawals }) => withdrawals.length > 0).length
  const text = `${countInWords(inquiry.consents.length, 'consent')} recorded; ${withdrawn} of them withdrawn in whole or in part.`
  return [...approvals, { heading: 'Consent', text, details: [] }]
}

function nextEntries(material: Material): readonly PortfolioEntry[] {
  return material.shown.cycles.flatMap(({ cycle }) =>
    cycle.follows === undefined
      ? []
      : [
          {
            heading: cycleHeading(material, cycle.id),
            text: `Follows ${cycleHeading(material, cycle.follows).toLowerCase()}; it runs ${spanInWords(cycle.begunOn, undefined)}.`,
            item: { kind: 'cycle', id: cycle.id },
            from: cycle.begunOn,
            details: [],
          },
        ],
  )
}
