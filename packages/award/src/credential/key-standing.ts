import { type Instant, momentOf } from './instant.ts'
import type { IssuerKey, KeyPeriod } from './issuer.ts'

/** Whether a key may have signed at a moment, and if not, why not. */
export type KeyStanding = 'in-force' | 'not-yet' | 'put-aside' | 'compromised'

/** Gives how a key stood at a moment, in milliseconds. It signs from `validFrom` on, and at `validUntil` no longer. */
export function keyStanding(period: KeyPeriod, moment: number): KeyStanding {
  const { validFrom, validUntil, compromisedSince } = period
  if (compromisedSince !== undefined && !(moment < momentIn(compromisedSince))) return 'compromised'
  if (validFrom !== undefined && !(moment >= momentIn(validFrom))) return 'not-yet'
  if (validUntil !== undefined && !(moment < momentIn(validUntil))) return 'put-aside'
  return 'in-force'
}

function momentIn(instant: Instant): number {
  return momentOf(instant) ?? Number.NaN
}

/** Gives in words when a key signs. */
export function periodOf({ validFrom, validUntil, compromisedSince }: IssuerKey): string {
  const parts = [
    validFrom && `from ${validFrom}`,
    validUntil && `until ${validUntil}`,
    compromisedSince && `compromised since ${compromisedSince}`,
  ]
  return parts.filter(Boolean).join(', ') || 'at any time'
}
