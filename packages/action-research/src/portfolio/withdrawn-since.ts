import type { Inquiry, InquiryUnderway } from '../inquiry.ts'
import { shownTo } from '../views/shown-to.ts'
import { itemsOf } from './items.ts'
import type { Portfolio, PortfolioItem } from './portfolio-shape.ts'

/**
 * That something in a frozen portfolio may no longer be shown to its audience. `on` is the day of the withdrawal that took
 * it out; it is absent where no withdrawal did, as where a stakeholder has become a participant since.
 */
export interface Mark {
  readonly item: PortfolioItem
  readonly part: 'whole' | 'words'
  readonly on?: string
}

/** How a frozen portfolio stands to a later state: what may no longer be shown, and how many things have come since. */
export interface Standing {
  readonly marks: readonly Mark[]
  readonly addedSince: number
}

/**
 * What in a frozen portfolio may no longer be shown to its audience, now that the inquiry stands as it does. The
 * portfolio itself never changes: `portfolioHtml` with these marks shows where something stood and is withdrawn. Marks
 * are in the order of the portfolio's items; `part` is `words` where a meeting stays and what was said in it goes, or
 * a cycle stays and the reason for a change of its plan goes; where something stands, and is gone by more than one
 * withdrawal, `on` is the first day. Throws a RangeError for another inquiry.
 * @example
 * ```ts
 * import { actionResearch, fold, portfolio, withdrawnSince, type InquiryEvent } from '@mentoring-commons/action-research'
 * const begun: InquiryEvent = {
 *   type: 'InquiryBegun', inquiry: 'i1', question: 'How do I listen?', values: ['trust'], model: 'lewin',
 *   facets: ['plan', 'act', 'observe', 'reflect'], policy: 'responsive', authors: ['ana'], on: '2026-01-05',
 * }
 * const state = fold(actionResearch(), [begun])
 * const answer = portfolio(state, { audience: 'internal', version: 1, frozenOn: '2026-06-30' })
 * 'value' in answer && withdrawnSince(answer.value, state) //=> { "marks": [], "addedSince": 0 }
 * ```
 */
export function withdrawnSince(portfolio: Portfolio, inquiry: Inquiry): Standing {
  if (inquiry.status === 'not-begun' || inquiry.id !== portfolio.inquiry) {
    const other = inquiry.status === 'not-begun' ? 'one that has not begun' : `"${inquiry.id}"`
    throw new RangeError(`the portfolio is of inquiry "${portfolio.inquiry}", not of ${other}`)
  }
  const all = marksAt(portfolio, inquiry)
  const marks = all.length === 0 ? [] : dated(all, portfolio, inquiry)
  const had = portfolio.items
  const added = itemsOf(inquiry).filter((item) => !had.some(({ kind, id }) => kind === item.kind && id === item.id))
  return { marks, addedSince: added.length }
}

function marksAt(portfolio: Portfolio, inquiry: InquiryUnderway): readonly Mark[] {
  const shown = shownTo(inquiry, portfolio.audience)
  const now = itemsOf(inquiry, shown)
  const silent = new Set([
    ...shown.meetings.filter(({ challenges }) => challenges === null).map(({ id }) => `meeting ${id}`),
    ...shown.cycles
      .filter(({ revisions }) => revisions.some(({ reason }) => reason === null))
      .map(({ cycle }) => `cycle ${cycle.id}`),
  ])
  const entries = portfolio.sections.flatMap((section) => section.entries)
  const hasWords = ({ kind, id }: PortfolioItem) =>
    entries.some(({ item, details }) => item?.kind === kind && item.id === id && details.some((one) => one.isWords))
  return portfolio.items.flatMap((item): readonly Mark[] => {
    if (!now.some(({ kind, id }) => kind === item.kind && id === item.id)) return [{ item, part: 'whole' }]
    return silent.has(`${item.kind} ${item.id}`) && hasWords(item) ? [{ item, part: 'words' }] : []
  })
}

/** Marks with the day of the first withdrawal that led to each. */
function dated(marks: readonly Mark[], portfolio: Portfolio, inquiry: InquiryUnderway): readonly Mark[] {
  const days = inquiry.consents.flatMap(({ withdrawals }) => withdrawals.map(({ on }) => on))
  const keysAsOf = (day: string) => new Set(marksAt(portfolio, asOf(inquiry, day)).map(keyOf))
  const steps = [...new Set(days)].sort().map((on) => ({ on, keys: keysAsOf(on) }))
  const anyway = keysAsOf('')
  return marks.map((mark) => {
    const step = anyway.has(keyOf(mark)) ? undefined : steps.find(({ keys }) => keys.has(keyOf(mark)))
    return step === undefined ? mark : { ...mark, on: step.on }
  })
}

function keyOf({ item, part }: Mark): string {
  return JSON.stringify([item.kind, item.id, part])
}

/** The inquiry as if nothing had been withdrawn after a day. */
function asOf(inquiry: InquiryUnderway, day: string): InquiryUnderway {
  const consents = inquiry.consents.map((consent) => {
    const later = consent.withdrawals.filter(({ on }) => on > day)
    return {
      ...consent,
      scopes: [...consent.scopes, ...later.flatMap(({ scopes }) => scopes)],
      withdrawals: consent.withdrawals.filter(({ on }) => on <= day),
    }
  })
  return { ...inquiry, consents }
}
