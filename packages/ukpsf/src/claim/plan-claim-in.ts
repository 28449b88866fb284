import type { Edition } from '../framework/edition.ts'
import type { Result } from '../refusal.ts'
import type { Claim, ClaimReading } from './claim.ts'
import { isSound, type Overlay, type SoundOverlay } from './overlay.ts'
import { readClaim } from './read-claim.ts'

/** A claim whose overlay, where there is one, was gone through. */
export interface ClaimIn extends Claim {
  readonly overlay?: SoundOverlay
}

/**
 * Gives what `planClaim` gives, for an edition that is handed in. A program that uses this and not `planClaim` need not carry
 * the other editions. The descriptor and all tags are of that edition; any other is refused as `mixed-editions`. An overlay is
 * one that `defineOverlayIn` or `defineOverlay` gave; any other is a mistake of the calling code and a TypeError.
 *
 * @example
 * ```ts
 * import { closeGap, planClaimIn, psf2023 } from '@mentoring-commons/ukpsf'
 * const { value: plan } = planClaimIn(psf2023, { descriptor: 'psf-2023:D2', evidence: [], on: '2026-11-24' })
 * plan && closeGap(plan).length //=> 15
 * ```
 */
export function planClaimIn(edition: Edition, claim: ClaimIn): Result<ClaimReading> {
  const { overlay } = claim
  if (overlay !== undefined && !isSound(overlay))
    throw new TypeError(
      `The overlay '${(overlay as Overlay).id}' was not gone through: pass what defineOverlayIn gives`,
    )
  return readClaim(edition, claim, overlay)
}
