import {
  type Mark,
  type Portfolio,
  type PortfolioWithin,
  portfolioWithin,
  type Withdrawn,
  withdrawnSince,
} from '@mentoring-commons/action-research'
import type { EvidenceMapping } from '@mentoring-commons/award'
import { canonical } from './content.ts'
import type { KeptPortfolio } from './store.ts'

/** A portfolio that was kept as it may be read now; `portfolio` is undefined where no inquiry is in it. */
export interface Reading {
  readonly document: string
  readonly portfolio: Portfolio | PortfolioWithin | undefined
  readonly withdrawn: readonly Withdrawn[]
}

/** Why nothing of a portfolio can be shown. */
export interface NotReadable {
  readonly code: 'erased' | 'history-not-readable'
  readonly message: string
}

/**
 * A portfolio that was kept, within the consent that stands now: the very text that was kept where nothing of it has been withdrawn, else
 * one that marks what was, and names the hash of the other. Nothing where it cannot be told what has been withdrawn.
 */
export function readingOf({
  contentHash,
  content,
  frozen,
  inquiry,
}: KeptPortfolio): { readonly value: Reading } | { readonly refusal: NotReadable } {
  if (frozen === undefined)
    return { refusal: { code: 'erased', message: 'this portfolio was erased; nothing but its hash is kept' } }
  if (frozen.inquiry === null) return { value: { document: content, portfolio: undefined, withdrawn: [] } }
  if (inquiry === undefined || inquiry instanceof Error || inquiry.status === 'not-begun')
    return { refusal: { code: 'history-not-readable', message: `${untold}: ${whyNot(inquiry)}` } }
  const { marks } = withdrawnSince(frozen.inquiry, inquiry)
  if (marks.length === 0) return { value: { document: content, portfolio: frozen.inquiry, withdrawn: [] } }
  const portfolio = portfolioWithin(frozen.inquiry, marks, contentHash)
  const mapping = frozen.mapping.map((one) => mappingWithin(one, marks))
  const document = canonical({
    ...frozen,
    format: 'award-portfolio-within',
    original: contentHash,
    mapping,
    inquiry: portfolio,
  })
  return { value: { document, portfolio, withdrawn: portfolio.withdrawn } }
}

const untold = 'nothing of this portfolio is shown, since it cannot be told what has been withdrawn since it was kept'

function whyNot(inquiry: KeptPortfolio['inquiry']): string {
  return inquiry instanceof Error ? inquiry.message : 'its inquiry is no longer there; restore it from a backup'
}

/** What is put forward for an outcome, with the things that are withdrawn under no id of their own. */
function mappingWithin({ outcome, evidenceIds }: EvidenceMapping, marks: readonly Mark[]): EvidenceMapping {
  const gone = new Map<string, string>(
    marks.flatMap(({ item: { kind, id }, part }) => (part === 'whole' ? [[`${kind}:${id}`, kind] as const] : [])),
  )
  const within = evidenceIds.map((id) => {
    const kind = gone.get(id)
    return kind === undefined ? id : `${kind}:withdrawn`
  })
  return { outcome, evidenceIds: within }
}
