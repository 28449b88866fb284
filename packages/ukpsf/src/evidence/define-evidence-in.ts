import { bitOf, codesIn, indexEdition } from '../editions/code-index.ts'
import { refuseCode } from '../editions/read-codes.ts'
import type { Edition } from '../framework/edition.ts'
import type { Result } from '../refusal.ts'
import type { Evidence, SoundEvidence } from './evidence.ts'
import { soundEvidence } from './sound-evidence.ts'

/**
 * Gives evidence that is sound, as `defineEvidence` does, and tagged in one edition alone: a tag of any other is refused as
 * `mixed-editions`. A program that uses this and not `defineEvidence` need not carry the other editions.
 *
 * @example
 * ```ts
 * import { defineEvidenceIn, psf2023 } from '@mentoring-commons/ukpsf'
 * defineEvidenceIn(psf2023, { id: 'e1', on: '2026-03-02', tags: ['psf-2023:v1'] }).value?.tags //=> ["psf-2023:V1"]
 * defineEvidenceIn(psf2023, { id: 'e1', on: '2026-03-02', tags: ['ukpsf-2011:V1'] }).refusal?.path //=> "tags[0]"
 * ```
 */
export function defineEvidenceIn(edition: Edition, input: Evidence): Result<SoundEvidence> {
  const index = indexEdition(edition)
  return soundEvidence(input, (text) => {
    const [value] = codesIn(index, bitOf(index, text))
    return value === undefined ? { refusal: refuseCode(index, text) } : { value }
  })
}
