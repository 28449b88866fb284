import { parseDescriptor } from '../editions/parse-descriptor.ts'
import type { Fellowship } from './fellowship.ts'

/**
 * Gives a fellowship in one line of text. It says what was awarded and names no body as standing behind the text.
 *
 * @example
 * ```ts
 * import { defineFellowship, describeFellowship } from '@mentoring-commons/ukpsf'
 * const { value } = defineFellowship({ id: 'f1', personId: 'ada', descriptor: 'psf-2023:D3', awardedOn: '2026-05-04' })
 * value && describeFellowship(value) //=> "Senior Fellow (SFHEA), psf-2023:D3, awarded 2026-05-04"
 * ```
 */
export function describeFellowship(fellowship: Fellowship): string {
  const descriptor = parseDescriptor(fellowship.descriptor)
  if (descriptor.refusal) throw new TypeError(descriptor.refusal.message)
  const { descriptor: code, postNominal, awardedOn } = fellowship
  return `${descriptor.value.category} (${postNominal}), ${code}, awarded ${awardedOn}`
}
