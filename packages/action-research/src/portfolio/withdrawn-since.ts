import type { Inquiry } from '../inquiry.ts'
import { shownTo } from '../views/shown-to.ts'
import { itemsOf } from './items.ts'
import type { Portfolio, PortfolioItem } from './portfolio-shape.ts'

/** That something in a frozen portfolio may no longer be shown to its audience. */
export interface Mark {
  readonly item: PortfolioItem
  readonly part: 'whole' | 'words'
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
 * a cycle stays and the reason for a change of its plan goes. Throws a RangeError for another inquiry.
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
  const shown = shownTo(inquiry, portfolio.audience)
  const now = itemsOf(inquiry, shown)
  const silent = new Set([
    ...shown.meetings.filter(({ challenges }) => challenges === null).map(({ id }) => `meeting ${id}`),
    ...shown.cycles
      .filter(({ revisions }) => revisions.some(({ reason }) => reason === null))
      .map(({ cycle }) => `cycle ${cycle.id}`),
  ])
  const marks = portfolio.items.flatMap((item): readonly Mark[] => {
    if (!now.some(({ kind, id }) => kind === item.kind && id === item.id)) return [{ item, part: 'whole' }]
    return silent.has(`${item.kind} ${item.id}`) ? [{ item, part: 'words' }] : []
  })
  const had = portfolio.items
  const added = itemsOf(inquiry).filter((item) => !had.some(({ kind, id }) => kind === item.kind && id === item.id))
  return { marks, addedSince: added.length }
}
