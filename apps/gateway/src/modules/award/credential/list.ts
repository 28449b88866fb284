import type { BadgeIssuer } from '../../../badges/badge-keys.ts'
import { accepted } from '../../../refused.ts'

/** For how long a signed list counts: a copy that is older is refused. */
const validHours = 24
/** How old a signed list may be when it is handed out anew. */
const keptMinutes = 30

/** A signed list: its text, and what kind of text. */
export interface SignedList {
  readonly text: string
  readonly mediaType: string
}

interface Kept extends SignedList {
  readonly of: string
  readonly signedAt: number
}

const kept = new Map<string, Kept>()

/** The address of a status list. */
export function listAddress(issuer: string, number: number): string {
  return `${issuer}/status/${number}`
}

/**
 * The status list of an issuer, signed: a bit is raised for each place that was taken back. A list that was signed within the last half
 * hour is handed out again as long as nothing in it has changed.
 */
export async function signedList(
  { issuer, signing }: BadgeIssuer,
  number: number,
  revoked: readonly number[],
  now: string,
): Promise<SignedList | undefined> {
  const id = listAddress(issuer.id, number)
  const of = JSON.stringify([revoked, signing.map((key) => key.id)])
  const at = Date.parse(now)
  const earlier = kept.get(id)
  if (earlier?.of === of && at >= earlier.signedAt && at < earlier.signedAt + keptMinutes * 60_000) return earlier
  const { issueStatusList, statusListOf } = await import('@mentoring-commons/award/credential')
  const list = accepted(statusListOf(revoked))
  const validUntil = new Date(at + validHours * 3_600_000).toISOString()
  const credential = { id, issuer, purpose: 'revocation', list, validFrom: now, validUntil } as const
  // JSON with a proof where there is a key for it; a token otherwise.
  const keys = signing.toSorted(
    (one, other) => Number(one.publicKey.algorithm === 'RS256') - Number(other.publicKey.algorithm === 'RS256'),
  )
  for (const key of keys) {
    const { value } = await issueStatusList(credential, key, now)
    if (value === undefined) continue
    const mediaType = value.form === 'vc-jwt' ? 'application/vc+jwt' : 'application/vc'
    const signed = { text: value.text, mediaType, of, signedAt: at }
    kept.set(id, signed)
    return signed
  }
  return undefined
}
