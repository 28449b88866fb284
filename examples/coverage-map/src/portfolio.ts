import type { Evidence, Refusal } from '@mentoring-commons/ukpsf'

/** What a file holds: evidence for one claim, and what is not put forward yet. */
export interface Portfolio {
  readonly title: string
  readonly note?: string
  /** The descriptor that is aimed at, such as `psf-2023:D2`; the edition goes with it. */
  readonly descriptor: string
  /** The day of the claim, `YYYY-MM-DD`. */
  readonly on: string
  readonly evidence: readonly Evidence[]
  readonly drafts: readonly Evidence[]
}

/** A portfolio, or everything that is wrong with the text that should be one. */
export type PortfolioRead = { readonly value: Portfolio } | { readonly refusals: readonly Refusal[] }

/** The tags of evidence that somebody else confirmed. */
export function isConfirmed(item: Evidence, code: string): boolean {
  return (item.corroborations ?? []).some(({ tags }) => tags?.includes(code))
}
