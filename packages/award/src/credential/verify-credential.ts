import type { VerificationReason } from '../refusal.ts'
import { type ReadBadge, readBadge } from './badge-reading.ts'
import { isJsonObject, type JsonObject, listOf } from './engine/json.ts'
import type { CredentialForm } from './form.ts'
import { type Instant, momentOf } from './instant.ts'
import type { Issuer } from './issuer.ts'
import { type Opened, open } from './opened.ts'
import { because } from './signed.ts'
import { type CheckedStatus, readStatuses } from './status-reading.ts'

/** What a credential is held against. Nothing else is asked, and nothing is fetched. */
export interface VerificationBasis {
  /** Who is believed, each with every key that ever signed, as `parseIssuer` or `parseIssuerProfile` gives them. */
  readonly issuers: readonly Issuer[]
  /** The moment that is asked about, which is now for most. */
  readonly at: Instant
  /** The status lists that the badge names, as they were fetched: JSON text, objects, or tokens. */
  readonly statusLists?: readonly unknown[]
}

/** A badge that can be relied on, with what was checked. */
export interface VerifiedBadge {
  readonly status: 'verified'
  readonly form: CredentialForm
  readonly badge: ReadBadge
  readonly issuer: { readonly id: string; readonly name: string }
  /** The key that signed it, by its address. */
  readonly keyId: string
  /** When it says that it was signed: the issuer's word, since whoever has a key can put any time there. */
  readonly signedAt: Instant
  /** Every status that it names, none of them raised; empty for a badge that cannot be taken back. */
  readonly statuses: readonly CheckedStatus[]
  /** All that it says, as it was signed. */
  readonly credential: JsonObject
}

/** A badge that cannot be relied on, and why. Of a badge whose signature does not hold nothing more is said. */
export interface RefusedBadge {
  readonly status: 'refused'
  readonly reasons: readonly [VerificationReason, ...VerificationReason[]]
}

/** What verifying gives. */
export type Verification = VerifiedBadge | RefusedBadge

/**
 * Whether a badge can be relied on. It takes JSON text (best, since only there a key that stands twice is seen), an object, or a
 * compact token, and whatever it is handed it gives a value. Throws a RangeError when `at` is no moment.
 *
 * @example
 * ```ts
 * import { verifyCredential } from '@mentoring-commons/award/credential'
 *
 * const basis = { issuers: [], at: '2026-11-24T12:00:00Z' }
 * await verifyCredential('{"no": "badge"}', basis).then((found) => found.status) //=> 'refused'
 * const found = await verifyCredential('eyJhbGciOiJub25lIn0.e30.', basis)
 * found.status === 'refused' && found.reasons[0].code //=> 'unsupported-proof'
 * ```
 */
export async function verifyCredential(
  input: unknown,
  { issuers, at, statusLists = [] }: VerificationBasis,
): Promise<Verification> {
  const moment = momentOf(at)
  if (moment === undefined) throw new RangeError(`at is ${JSON.stringify(at)}: give a moment like 2026-09-01T00:00:00Z`)
  const opening = await open(input, issuers)
  if ('reason' in opening) return { status: 'refused', reasons: [opening.reason] }
  const { opened } = opening
  const read = readBadge(opened.credential)
  if ('reason' in read) return { status: 'refused', reasons: [read.reason] }
  const lists = []
  for (const list of statusLists) lists.push(await open(list, issuers))
  const statuses = readStatuses(opened.credential, opened.issuer, lists, moment)
  const [first, ...others] = [...timeReasons(opened, moment, at), ...('reason' in statuses ? [statuses.reason] : [])]
  if (first !== undefined || 'reason' in statuses) {
    return { status: 'refused', reasons: [first as VerificationReason, ...others] }
  }
  return {
    status: 'verified',
    form: opened.form,
    badge: read.badge,
    issuer: { id: opened.issuer.id, name: opened.issuer.name },
    keyId: opened.key.id,
    signedAt: new Date(opened.signedAt).toISOString(),
    statuses: statuses.statuses,
    credential: opened.credential,
  }
}

function timeReasons({ credential, signedAt }: Opened, moment: number, at: Instant): readonly VerificationReason[] {
  const [proof] = listOf(credential.proof)
  const expiry = isJsonObject(proof) ? proof.expires : undefined
  const ends = [credential.validUntil, expiry].filter((value) => value !== undefined)
  const early = Number(momentOf(credential.validFrom)) > moment
  return [
    ...(early
      ? [because('not-yet-valid', `It is valid from ${credential.validFrom} on, and not yet at ${at}.`, 'validFrom')]
      : []),
    ...(signedAt > moment && !early ? [because('not-yet-valid', `It says that it was signed after ${at}.`)] : []),
    ...ends
      .filter((value) => Number(momentOf(value)) <= moment)
      .map((value) => because('expired', `It was valid until ${value}, and no longer at ${at}.`, 'validUntil')),
  ].map(({ reason }) => reason)
}
