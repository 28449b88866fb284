import { indexEdition } from '../editions/code-index.ts'
import type { Edition } from '../framework/edition.ts'
import type { Result } from '../refusal.ts'
import { type Coverage, coverageOf } from './coverage.ts'
import type { Evidence } from './evidence.ts'
import { readPortfolio } from './portfolio.ts'

/**
 * Gives what `coverage` gives, for an edition that is handed in. A program that uses this and not `coverage` need not carry
 * the other editions. Refuses the same, `unknown-edition` aside.
 *
 * @example
 * ```ts
 * import { coverageIn, psf2023 } from '@mentoring-commons/ukpsf'
 * const evidence = [{ id: 'e1', on: '2026-03-02', tags: ['psf-2023:V1', 'psf-2023:A2'] }]
 * coverageIn(psf2023, evidence).value?.unconfirmed //=> ["psf-2023:V1", "psf-2023:A2"]
 * ```
 */
export function coverageIn(edition: Edition, evidence: readonly Evidence[]): Result<Coverage> {
  const portfolio = readPortfolio(indexEdition(edition), evidence)
  return portfolio.refusal ? portfolio : { value: coverageOf(portfolio.value) }
}
