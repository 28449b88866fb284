import { dayInWords } from '../views/in-words.ts'
import type { EntryDetail, Portfolio, PortfolioEntry, PortfolioItem } from './portfolio-shape.ts'
import type { Mark } from './withdrawn-since.ts'

/** What of a sort is no longer given, and since which day if a withdrawal took it out; never which, and never whose. */
export interface Withdrawn {
  readonly kind: PortfolioItem['kind']
  readonly part: Mark['part']
  readonly on?: string
}

/**
 * A frozen portfolio as it may be read: not the frozen one, of which it names the hash in `original`, and from which it
 * differs by what is withdrawn.
 */
export interface PortfolioWithin extends Omit<Portfolio, 'format'> {
  readonly format: 'action-research-portfolio-within'
  readonly original: string
  readonly withdrawn: readonly Withdrawn[]
}

/**
 * A frozen portfolio as it may be read within the consent that stands, with the marks of `withdrawnSince`. Where something
 * stood that has been withdrawn, it says that and since when; its texts, its id and days are nowhere. The frozen
 * portfolio stays as it is: the answer is of another format and names it by `original`, the hash that the caller knows
 * it by. `withdrawn` is in the order of days, those without one first, then of kinds, and not of what stood where.
 * @example
 * ```ts
 * import { actionResearch, fold, portfolio, portfolioWithin, type InquiryEvent } from '@mentoring-commons/action-research'
 * const events: InquiryEvent[] = [
 *   {
 *     type: 'InquiryBegun', inquiry: 'i1', question: 'How do I listen?', values: ['trust'], model: 'lewin',
 *     facets: ['plan', 'act', 'observe', 'reflect'], policy: 'responsive', authors: ['ana'], on: '2026-01-05',
 *   },
 *   { type: 'ProblemStated', problem: 'p1', statement: 'I talk first', on: '2026-01-06' },
 * ]
 * const answer = portfolio(fold(actionResearch(), events), { audience: 'public', version: 2, frozenOn: '2026-06-30' })
 * const mark = { item: { kind: 'problem', id: 'p1' }, part: 'whole', on: '2026-07-01' } as const
 * const read = 'value' in answer ? portfolioWithin(answer.value, [mark], 'f00d') : undefined
 * read?.sections[1]?.entries //=> [{ "heading": "", "text": "Withdrawn on 1 July 2026.", "details": [] }]
 * read?.withdrawn //=> [{ "kind": "problem", "part": "whole", "on": "2026-07-01" }]
 * ```
 */
export function portfolioWithin(portfolio: Portfolio, marks: readonly Mark[], original: string): PortfolioWithin {
  const sections = portfolio.sections.map((section) => ({
    ...section,
    entries: section.entries.map((entry) => entryWithin(entry, marks)),
  }))
  const items = portfolio.items.filter((item) => markOn(item, marks)?.part !== 'whole')
  const withdrawn = marks.map(
    ({ item: { kind }, part, on }): Withdrawn => ({ kind, part, ...(on === undefined ? {} : { on }) }),
  )
  const order = ({ kind, part, on = '' }: Withdrawn) => [on, kind, part].join(' ')
  return {
    ...portfolio,
    format: 'action-research-portfolio-within',
    sections,
    items,
    original,
    withdrawn: withdrawn.toSorted((one, other) => (order(one) < order(other) ? -1 : 1)),
  }
}

function entryWithin(entry: PortfolioEntry, marks: readonly Mark[]): PortfolioEntry {
  const mark = markOn(entry.item, marks)
  if (mark?.part === 'whole') return { heading: '', text: inWords(mark), details: [] }
  return { ...entry, details: entry.details.map((detail) => detailWithin(detail, mark, marks)) }
}

function detailWithin(detail: EntryDetail, ofEntry: Mark | undefined, marks: readonly Mark[]): EntryDetail {
  const own = markOn(detail.item, marks)
  // The label of a note names its writer.
  if (own?.part === 'whole')
    return { label: own.item.kind === 'annotation' ? 'Note' : detail.label, text: inWords(own) }
  return ofEntry !== undefined && detail.isWords === true
    ? { label: detail.label, text: inWords(ofEntry), isWords: true }
    : detail
}

function inWords({ on }: Mark): string {
  return on === undefined ? 'No longer shown.' : `Withdrawn on ${dayInWords(on)}.`
}

function markOn(item: PortfolioItem | undefined, marks: readonly Mark[]): Mark | undefined {
  return marks.find((mark) => item !== undefined && mark.item.kind === item.kind && mark.item.id === item.id)
}
