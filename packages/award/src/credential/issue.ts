import type { Refusal, Result } from '../refusal.ts'
import { type Badge, credentialOf } from './badge.ts'
import { withProof } from './data-integrity.ts'
import type { JsonObject } from './engine/json.ts'
import type { CredentialForm } from './form.ts'
import { type Instant, momentOf } from './instant.ts'
import type { Issuer } from './issuer.ts'
import { keyStanding, periodOf } from './key-standing.ts'
import type { SigningKey } from './signing-key.ts'
import { type StatusListCredential, statusCredentialOf } from './status-credential.ts'
import { signedToken } from './token.ts'

/** A signed credential as it is handed over and kept: `text` is JSON or a compact token, `credential` what it says. */
export interface IssuedCredential {
  readonly form: CredentialForm
  readonly text: string
  readonly credential: JsonObject
}

/**
 * The signed badge. An Ed25519 key gives Data Integrity, an RSA key VC-JWT. `signedAt` is now, as the caller knows it. Nothing is
 * looked up. Refuses what is wrong with the badge (`not-an-address`, `recipient-missing`, `not-an-instant`, `period-backwards`,
 * `index-outside-list`, `unsignable-value`, `blank-text`), `subject-id-missing` for a VC-JWT of nobody with an id, and a key that is
 * not the issuer's (`key-foreign`), not its own pair (`key-mismatch`) or does not sign at that moment (`key-not-in-force`).
 *
 * @example
 * ```ts
 * import { theoryAndPractice } from '@mentoring-commons/award'
 * import { achievementOf, issueBadge, parseIssuer, parseSigningKey, verifyCredential } from '@mentoring-commons/award/credential'
 *
 * const id = 'https://university.example/badges/issuer'
 * const jwk = { kty: 'OKP', crv: 'Ed25519', x: 'A6EHv_POEL4dcN0Y50vAmWfk1jCbpQ1fHdyGZBJVMbg' }
 * const issuer = parseIssuer({ id, name: 'University of Example', keys: [{ id: `${id}#2026`, publicKeyJwk: jwk }] }).value
 * const privateKeyJwk = { ...jwk, d: 'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8' }
 * const key = (await parseSigningKey({ id: `${id}#2026`, privateKeyJwk })).value
 * const words = { id: 'https://university.example/badges/mentoring/1', description: 'Mentoring of colleagues, studied and practised.' }
 * const achievement = achievementOf(theoryAndPractice, theoryAndPractice.versions[0], words).value
 * if (!issuer || !key || !achievement) throw new TypeError('not configured')
 * const badge = {
 *   id: 'urn:uuid:0f8fad5b-d9cb-469f-a165-70867728950e',
 *   issuer,
 *   achievement,
 *   recipient: { id: 'urn:uuid:7c9e6679-7425-40de-944b-e07fc1f90ae7' },
 *   validFrom: '2026-07-01T00:00:00Z',
 * }
 * const issued = (await issueBadge(badge, key, '2026-07-01T09:30:00Z')).value
 * issued?.form //=> 'data-integrity'
 * const found = await verifyCredential(issued?.text, { issuers: [issuer], at: '2026-11-24T12:00:00Z' })
 * found.status //=> 'verified'
 * const tampered = issued?.text.replace('Mentoring of', 'Teaching of')
 * const refused = await verifyCredential(tampered, { issuers: [issuer], at: '2026-11-24T12:00:00Z' })
 * refused.status === 'refused' && refused.reasons.map((reason) => reason.code) //=> ['tampered']
 * ```
 */
export async function issueBadge(badge: Badge, key: SigningKey, signedAt: Instant): Promise<Result<IssuedCredential>> {
  const credential = credentialOf(badge)
  if (credential.refusal) return credential
  if (key.publicKey.algorithm === 'RS256' && badge.recipient.id === undefined) {
    const message = 'A VC-JWT names its subject (sub): give recipient.id, such as urn:uuid, beside a hashed identity.'
    return { refusal: { code: 'subject-id-missing', message, path: 'recipient.id' } }
  }
  return sign(credential.value, badge.issuer, key, signedAt)
}

/**
 * The signed list of one purpose, to be published at its `id` and signed anew when a bit changes or before `validUntil`. The shorter it
 * is valid, the sooner an old copy of it is refused. Refuses as `issueBadge` does, and `unknown-value` for another purpose.
 *
 * @example
 * ```ts
 * import { issueStatusList, parseIssuer, parseSigningKey, statusListOf } from '@mentoring-commons/award/credential'
 *
 * const id = 'https://university.example/badges/issuer'
 * const jwk = { kty: 'OKP', crv: 'Ed25519', x: 'A6EHv_POEL4dcN0Y50vAmWfk1jCbpQ1fHdyGZBJVMbg' }
 * const issuer = parseIssuer({ id, name: 'University of Example', keys: [{ id: `${id}#2026`, publicKeyJwk: jwk }] }).value
 * const privateKeyJwk = { ...jwk, d: 'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8' }
 * const key = (await parseSigningKey({ id: `${id}#2026`, privateKeyJwk })).value
 * const list = statusListOf([94_567]).value
 * if (!issuer || !key || !list) throw new TypeError('not configured')
 * const published = { id: 'https://university.example/badges/status/1', issuer, purpose: 'revocation', list } as const
 * const valid = { validFrom: '2026-11-24T00:00:00Z', validUntil: '2026-11-25T00:00:00Z' }
 * const issued = await issueStatusList({ ...published, ...valid }, key, '2026-11-24T00:00:00Z')
 * issued.value?.credential.type //=> ['VerifiableCredential', 'BitstringStatusListCredential']
 * ```
 */
export async function issueStatusList(
  status: StatusListCredential,
  key: SigningKey,
  signedAt: Instant,
): Promise<Result<IssuedCredential>> {
  const credential = statusCredentialOf(status)
  return credential.refusal ? credential : sign(credential.value, status.issuer, key, signedAt)
}

async function sign(
  credential: JsonObject,
  issuer: Issuer,
  key: SigningKey,
  signedAt: Instant,
): Promise<Result<IssuedCredential>> {
  const refusal = keyFault(issuer, key, signedAt)
  if (refusal) return { refusal }
  if (key.publicKey.algorithm === 'RS256') {
    return { value: { form: 'vc-jwt', text: await signedToken(credential, key, signedAt), credential } }
  }
  const proven = await withProof(credential, key, signedAt)
  return { value: { form: 'data-integrity', text: JSON.stringify(proven), credential: proven } }
}

function keyFault(issuer: Issuer, key: SigningKey, signedAt: Instant): Refusal | undefined {
  const moment = momentOf(signedAt)
  if (moment === undefined) {
    return {
      code: 'not-an-instant',
      message: `"${signedAt}" is no moment: write it like 2026-09-01T00:00:00Z.`,
      path: 'signedAt',
    }
  }
  const published = issuer.keys.find(({ id }) => id === key.id)
  if (published === undefined) {
    const message = `${key.id} is none of the keys of ${issuer.id}: publish its public part in the issuer's profile first.`
    return { code: 'key-foreign', message, path: 'key.id' }
  }
  const { publicKey } = key
  const same =
    published.algorithm === 'Ed25519'
      ? publicKey.algorithm === 'Ed25519' && publicKey.publicKeyMultibase === published.publicKeyMultibase
      : publicKey.algorithm === 'RS256' && publicKey.publicKeyJwk.n === published.publicKeyJwk.n
  if (!same) {
    const message = `${key.id} is published with another public part: publish this one under a fragment of its own.`
    return { code: 'key-mismatch', message, path: 'key.publicKey' }
  }
  if (keyStanding(published, moment) === 'in-force') return undefined
  const message = `${key.id} signs ${periodOf(published)}, and not at ${signedAt}: take the key of that time.`
  return { code: 'key-not-in-force', message, path: 'signedAt' }
}
