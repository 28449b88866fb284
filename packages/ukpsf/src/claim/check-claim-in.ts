import type { Edition } from '../framework/edition.ts'
import type { Result } from '../refusal.ts'
import type { ClaimReading } from './claim.ts'
import { type ClaimIn, planClaimIn } from './plan-claim-in.ts'
import { refuseEmpty } from './refuse-empty.ts'

/**
 * Gives what `checkClaim` gives, for an edition that is handed in. A program that uses this and not `checkClaim` need not carry
 * the other editions. The descriptor and all tags are of that edition; any other is refused as `mixed-editions`. An overlay is
 * one that `defineOverlayIn` or `defineOverlay` gave; any other is a mistake of the calling code and a TypeError.
 *
 * @example
 * ```ts
 * import { checkClaimIn, psf2023 } from '@mentoring-commons/ukpsf'
 * const evidence = [{ id: 'e1', on: '2026-03-02', tags: ['psf-2023:V1', 'psf-2023:V3'] }]
 * const { value } = checkClaimIn(psf2023, { descriptor: 'psf-2023:D1', evidence, on: '2026-11-24' })
 * value?.criteria.map((c) => c.answer) //=> ["covered", "not-covered", "not-covered"]
 * checkClaimIn(psf2023, { descriptor: 'ukpsf-2011:D1', evidence, on: '2026-11-24' }).refusal?.code //=> "mixed-editions"
 * ```
 */
export function checkClaimIn(edition: Edition, claim: ClaimIn): Result<ClaimReading> {
  return refuseEmpty(claim, planClaimIn(edition, claim))
}
