import type { DimensionCode } from '../framework/code.ts'
import type { SoundEvidence } from './evidence.ts'

/**
 * Gives the tags of evidence that somebody else confirmed, in the order of `tags`.
 *
 * @example
 * ```ts
 * import { confirmedTags, defineEvidence } from '@mentoring-commons/ukpsf'
 * const corroborations = [{ by: 'observer-7', on: '2026-03-09', tags: ['psf-2023:A2'] }]
 * const { value } = defineEvidence({ id: 'e1', on: '2026-03-02', tags: ['psf-2023:V1', 'psf-2023:A2'], corroborations })
 * value && confirmedTags(value) //=> ["psf-2023:A2"]
 * ```
 */
export function confirmedTags({ tags, corroborations = [] }: SoundEvidence): readonly DimensionCode[] {
  return tags.filter((tag) => corroborations.some((word) => word.tags?.includes(tag)))
}
