import { parseDimension } from '../editions/parse-dimension.ts'
import { formatDimension } from '../framework/dimension.ts'
import type { Result } from '../refusal.ts'
import type { Evidence, SoundEvidence } from './evidence.ts'
import { soundEvidence } from './sound-evidence.ts'

/**
 * Gives evidence that is sound: real dates, a period that runs forward, codes in canonical spelling and each once, nothing
 * confirmed that is not claimed, and nothing corroborated by its owner. Tags may be of several editions here; a claim accepts
 * only its own. Refuses `empty-text`, `malformed-date`, `reversed-period`, `self-corroboration`, `early-corroboration`,
 * `impossible-number`, `confirmation-without-claim` and whatever `parseDimension` refuses, with the path.
 *
 * @example
 * ```ts
 * import { defineEvidence } from '@mentoring-commons/ukpsf'
 * defineEvidence({ id: 'e1', on: '2026-03-02', tags: ['PSF-2023:k3', 'psf-2023:K3'] }).value?.tags //=> ["psf-2023:K3"]
 * defineEvidence({ id: 'e2', on: '2026-02-30', tags: [] }).refusal?.code //=> "malformed-date"
 * const own = { id: 'e3', on: '2026-03-02', tags: [], owner: 'p7', corroborations: [{ by: 'p7', on: '2026-03-09' }] }
 * defineEvidence(own).refusal?.code //=> "self-corroboration"
 * ```
 */
export function defineEvidence(input: Evidence): Result<SoundEvidence> {
  return soundEvidence(input, (text) => {
    const dimension = parseDimension(text)
    return dimension.refusal ? dimension : { value: formatDimension(dimension.value) }
  })
}
