import { createHash } from 'node:crypto'
import type { Portfolio, PortfolioItem } from '@mentoring-commons/action-research'
import type { EvidenceMapping, LinkedRelationship } from '@mentoring-commons/award'

/** What is put forward for one outcome: things of the inquiry, and relationships that are linked. */
export interface PutForward {
  readonly outcome: string
  readonly items: readonly PortfolioItem[]
  readonly relationships: readonly string[]
}

/** What a snapshot is made of. */
export interface PortfolioParts {
  readonly candidacy: string
  readonly scheme: string
  readonly version: string
  readonly takenOn: string
  readonly mapping: readonly EvidenceMapping[]
  readonly relationships: readonly LinkedRelationship[]
  readonly portfolio: Portfolio | undefined
}

/** The evidence that is put forward, as the package takes it: things of the inquiry as `claim:c1`, relationships as `relationship:` and their id. */
export function mappingOf(given: readonly PutForward[]): readonly EvidenceMapping[] {
  return given.map(({ outcome, items, relationships }) => ({
    outcome,
    evidenceIds: [...items.map(({ kind, id }) => `${kind}:${id}`), ...relationships.map((id) => `relationship:${id}`)],
  }))
}

/**
 * A portfolio as canonical JSON: keys in the order of their UTF-16 units, no blanks. Equal parts give equal text. People are named by the
 * words that `names` has for them, so that nobody's id is frozen.
 */
export function portfolioContent(parts: PortfolioParts, names: ReadonlyMap<string, string>): string {
  const { portfolio, ...rest } = parts
  const value = { format: 'award-portfolio', formatVersion: 1, ...rest, inquiry: portfolio ?? null }
  return canonical(value).replace(uuids, (id) => names.get(id) ?? id)
}

/** A JSON value as text of one form: keys in the order of their UTF-16 units, no blanks. */
export function canonical(value: unknown): string {
  return JSON.stringify(sorted(value))
}

/** Every UUID that stands in a portfolio, each once: those of people among them are not to be frozen. */
export function uuidsIn(portfolio: Portfolio): readonly string[] {
  return [...new Set(JSON.stringify(portfolio).match(uuids) ?? [])]
}

/** The SHA-256 of a text's UTF-8 bytes, in lower-case hexadecimal digits. */
export function contentHash(content: string): string {
  return createHash('sha256').update(content, 'utf8').digest('hex')
}

const uuids = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1))
  return Object.fromEntries(entries.map(([key, part]) => [key, sorted(part)]))
}
