import type { Result } from '../refusal.ts'
import type { Claim, ClaimReading } from './claim.ts'
import { planClaim } from './plan-claim.ts'
import { refuseEmpty } from './refuse-empty.ts'

/**
 * Gives how a claim stands against each criterion of its descriptor: covered, not covered, or for a reviewer, with reasons.
 * Only tags are counted, claimed ones, or with `counting: 'confirmed'` those that somebody else confirmed; "effective",
 * "inclusive", "sustained" and "leading" never are, so no claim is ever answered "met". Refuses `no-evidence`,
 * `malformed-date` for `on`, and what `parseDescriptor`, `coverage` and `defineOverlay` refuse, with the path.
 *
 * @example
 * ```ts
 * import { checkClaim } from '@mentoring-commons/ukpsf'
 * const evidence = [
 *   { id: 'module-redesign', on: '2026-03-02', tags: ['psf-2023:V1', 'psf-2023:V3', 'psf-2023:K1', 'psf-2023:K2', 'psf-2023:A1'] },
 *   { id: 'peer-review', on: '2026-05-11', tags: ['psf-2023:K3', 'psf-2023:V3'] },
 * ]
 * const reading = checkClaim({ descriptor: 'psf-2023:D1', evidence, on: '2026-11-24' }).value
 * reading?.criteria.map((c) => c.answer) //=> ["covered", "covered", "not-covered"]
 * reading?.criteria[2]?.reasons[0] //=> "2 of A1, A2, A3, A4, A5 are asked for; there is evidence for 1 (A1)."
 * reading?.overall //=> "not-covered"
 * checkClaim({ descriptor: 'psf-2023:D1', evidence: [], on: '2026-11-24' }).refusal?.code //=> "no-evidence"
 * ```
 */
export function checkClaim(claim: Claim): Result<ClaimReading> {
  return refuseEmpty(claim, planClaim(claim))
}
