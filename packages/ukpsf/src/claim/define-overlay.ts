import { editionById } from '../editions/catalogue.ts'
import { parseDescriptor } from '../editions/parse-descriptor.ts'
import type { Result } from '../refusal.ts'
import type { Overlay, SoundOverlay } from './overlay.ts'
import { soundOverlay } from './sound-overlay.ts'

/**
 * Gives an overlay whose rules all hold together with the edition's. A rule may ask for more than the edition, or repeat one
 * of its rules; a rule that asks for less is refused as `overlay-loosens`, since it would only mislead. Rules, word limits and
 * windows may be for descriptors of several editions. Refuses also `empty-text`, `impossible-rule`, `impossible-number`,
 * `duplicate-recency`, `mixed-editions` and what `parseDimension` and `parseDescriptor` refuse, with the path.
 *
 * @example
 * ```ts
 * import { defineOverlay } from '@mentoring-commons/ukpsf'
 * const tighter = defineOverlay({
 *   id: 'example',
 *   institution: 'Example University',
 *   rules: [{ descriptor: 'psf-2023:D1', title: 'Teaching', rule: { kind: 'all-of', codes: ['psf-2023:A2'] } }],
 *   recency: [{ descriptor: 'psf-2023:D1', yearsMax: 5, source: 'Handbook, page 3' }],
 * })
 * tighter.value?.id //=> "example"
 * const looser = defineOverlay({
 *   id: 'example',
 *   institution: 'Example University',
 *   rules: [{ descriptor: 'psf-2023:D1', title: 'One value', rule: { kind: 'all-of', codes: ['psf-2023:V1'] } }],
 * })
 * looser.refusal?.code //=> "overlay-loosens"
 * ```
 */
export function defineOverlay(input: Overlay): Result<SoundOverlay> {
  return soundOverlay(input, (text) => {
    const descriptor = parseDescriptor(text)
    return descriptor.refusal ? descriptor : editionById(descriptor.value.edition)
  })
}
