import type { Portfolio } from './portfolio-shape.ts'

/**
 * A portfolio as JSON of one form: keys in the order of their UTF-16 units, no blanks. The same portfolio gives the same
 * text, also after it has been read back, so a hash of its UTF-8 bytes tells whether one has been changed.
 * @example
 * ```ts
 * import { actionResearch, fold, portfolio, portfolioJson, type InquiryEvent } from '@mentoring-commons/action-research'
 * const begun: InquiryEvent = {
 *   type: 'InquiryBegun', inquiry: 'i1', question: 'How do I listen?', values: ['trust'], model: 'lewin',
 *   facets: ['plan', 'act', 'observe', 'reflect'], policy: 'responsive', authors: ['ana'], on: '2026-01-05',
 * }
 * const answer = portfolio(fold(actionResearch(), [begun]), { audience: 'public', version: 1, frozenOn: '2026-06-30' })
 * 'value' in answer && portfolioJson(answer.value).startsWith('{"audience":"public","authors":["ana"],') //=> true
 * ```
 */
export function portfolioJson(portfolio: Portfolio): string {
  return JSON.stringify(sorted(portfolio))
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1))
  return Object.fromEntries(entries.map(([key, part]) => [key, sorted(part)]))
}
