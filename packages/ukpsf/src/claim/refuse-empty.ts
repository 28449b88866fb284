import { type Result, refuse } from '../refusal.ts'
import type { Claim, ClaimReading } from './claim.ts'

/** Gives a reading on, or the refusal of a claim that nothing stands behind. */
export function refuseEmpty(claim: Claim, reading: Result<ClaimReading>): Result<ClaimReading> {
  if (reading.refusal || claim.evidence.length > 0) return reading
  const message = `A claim to ${reading.value.descriptor} needs evidence, and there is none. Add some, or read the gap with planClaim.`
  return refuse('no-evidence', message, 'evidence')
}
