import type { Edition } from '../framework/edition.ts'
import type { Result } from '../refusal.ts'
import type { Claim, ClaimReading } from './claim.ts'
import { defineOverlayIn } from './define-overlay-in.ts'
import { readClaim } from './read-claim.ts'

/**
 * Gives what `planClaim` gives, for an edition that is handed in. A program that uses this and not `planClaim` need not carry
 * the other editions. The descriptor, all tags and the whole overlay are of that edition; any other is `mixed-editions`.
 *
 * @example
 * ```ts
 * import { closeGap, planClaimIn, psf2023 } from '@mentoring-commons/ukpsf'
 * const { value: plan } = planClaimIn(psf2023, { descriptor: 'psf-2023:D2', evidence: [], on: '2026-11-24' })
 * plan && closeGap(plan).length //=> 15
 * ```
 */
export function planClaimIn(edition: Edition, claim: Claim): Result<ClaimReading> {
  const overlay = claim.overlay === undefined ? undefined : defineOverlayIn(edition, claim.overlay)
  if (overlay?.refusal) return { refusal: { ...overlay.refusal, path: `overlay.${overlay.refusal.path}` } }
  return readClaim(edition, claim, overlay?.value)
}
