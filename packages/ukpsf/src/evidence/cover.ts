import { editionById } from '../editions/catalogue.ts'
import type { EditionId } from '../framework/code.ts'
import type { Result } from '../refusal.ts'
import type { Coverage } from './coverage.ts'
import { coverageIn } from './coverage-in.ts'
import type { Evidence } from './evidence.ts'

/**
 * Gives, for each dimension of an edition, the evidence that claims it and the evidence in which it is confirmed. Refuses
 * `unknown-edition`, `duplicate-evidence`, `mixed-editions` when anything is tagged in another edition, and whatever
 * `defineEvidence` refuses, with a path such as `evidence[0].tags[1]`.
 *
 * @example
 * ```ts
 * import { coverage } from '@mentoring-commons/ukpsf'
 * const read = coverage([{ id: 'e1', on: '2026-03-02', tags: ['psf-2023:V1', 'psf-2023:A2'] }], 'psf-2023')
 * read.value?.singlePoint //=> ["psf-2023:V1", "psf-2023:A2"]
 * read.value?.untouched.length //=> 13
 * coverage([{ id: 'e1', on: '2026-03-02', tags: ['ukpsf-2011:K6'] }], 'psf-2023').refusal?.code //=> "mixed-editions"
 * ```
 */
export function coverage(evidence: readonly Evidence[], editionId: EditionId): Result<Coverage> {
  const edition = editionById(editionId)
  return edition.refusal ? edition : coverageIn(edition.value, evidence)
}
