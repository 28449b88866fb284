import { editionById } from '../editions/catalogue.ts'
import { parseDescriptor } from '../editions/parse-descriptor.ts'
import type { Result } from '../refusal.ts'
import type { Claim, ClaimReading } from './claim.ts'
import { defineOverlay } from './define-overlay.ts'
import { isSound, type SoundOverlay } from './overlay.ts'
import { readClaim } from './read-claim.ts'

/**
 * Gives what `checkClaim` gives, before there is a claim to make: a portfolio with nothing in it is read too, so that its gap
 * can be seen. Refuses what `checkClaim` refuses, `no-evidence` aside.
 *
 * @example
 * ```ts
 * import { closeGap, planClaim } from '@mentoring-commons/ukpsf'
 * const { value: plan } = planClaim({ descriptor: 'ukpsf-2011:D1', evidence: [], on: '2026-11-24' })
 * plan && closeGap(plan) //=> ["ukpsf-2011:A1", "ukpsf-2011:A2", "ukpsf-2011:K1", "ukpsf-2011:K2"]
 * ```
 */
export function planClaim(claim: Claim): Result<ClaimReading> {
  const descriptor = parseDescriptor(claim.descriptor)
  if (descriptor.refusal) return { refusal: { ...descriptor.refusal, path: 'descriptor' } }
  const edition = editionById(descriptor.value.edition)
  if (edition.refusal) return edition
  const overlay = overlayOf(claim)
  if (overlay?.refusal) return { refusal: { ...overlay.refusal, path: `overlay.${overlay.refusal.path}` } }
  return readClaim(edition.value, claim, overlay?.value)
}

function overlayOf({ overlay }: Claim): Result<SoundOverlay> | undefined {
  if (overlay === undefined) return undefined
  return isSound(overlay) ? { value: overlay } : defineOverlay(overlay)
}
