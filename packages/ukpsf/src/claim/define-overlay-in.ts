import type { Edition } from '../framework/edition.ts'
import type { Result } from '../refusal.ts'
import type { Overlay, SoundOverlay } from './overlay.ts'
import { soundOverlay } from './sound-overlay.ts'

/**
 * Gives what `defineOverlay` gives, for an overlay that is about one edition: a rule, limit or window for a descriptor of any
 * other is refused as `mixed-editions`, so that none is passed over in silence. A program that uses this and not
 * `defineOverlay` need not carry the other editions.
 *
 * @example
 * ```ts
 * import { defineOverlayIn, psf2023 } from '@mentoring-commons/ukpsf'
 * const teaching = { descriptor: 'psf-2023:D1', title: 'Teaching', rule: { kind: 'all-of', codes: ['psf-2023:A2'] } } as const
 * const overlay = { id: 'example', institution: 'Example University', rules: [teaching] }
 * defineOverlayIn(psf2023, overlay).value?.rules.length //=> 1
 * ```
 */
export function defineOverlayIn(edition: Edition, input: Overlay): Result<SoundOverlay> {
  return soundOverlay(input, () => ({ value: edition }))
}
