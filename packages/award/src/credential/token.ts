import { isJsonObject, type JsonObject, type JsonValue } from './engine/json.ts'
import { toBase64Url } from './engine/jws.ts'
import { utf8Of } from './engine/sha256.ts'
import { type Instant, momentOf } from './instant.ts'
import type { SigningKey } from './signing-key.ts'

/** The claims that stand beside what a credential says. */
export const tokenClaims = ['iss', 'jti', 'sub', 'nbf', 'exp', 'iat'] as const

const seconds = (instant: JsonValue | undefined): number | undefined => {
  const moment = momentOf(instant)
  return moment === undefined ? undefined : Math.floor(moment / 1000)
}

/** Gives the claims that must stand beside a credential, those that say nothing left out. Source: Open Badges 3.0, 8.2. */
export function claimsOf(credential: JsonObject): Readonly<Record<string, JsonValue>> {
  const { issuer, id, credentialSubject, validFrom, validUntil } = credential
  const claims: Readonly<Record<string, JsonValue | undefined>> = {
    iss: isJsonObject(issuer) ? issuer.id : issuer,
    jti: id,
    sub: isJsonObject(credentialSubject) ? credentialSubject.id : undefined,
    nbf: seconds(validFrom),
    exp: seconds(validUntil),
  }
  return Object.fromEntries(Object.entries(claims).filter(([, value]) => value !== undefined)) as Record<
    string,
    JsonValue
  >
}

/** Gives a credential as a compact token: the credential itself with its claims, under a header of alg, kid and typ. */
export async function signedToken(credential: JsonObject, key: SigningKey, signedAt: Instant): Promise<string> {
  const header = toBase64Url(JSON.stringify({ alg: 'RS256', kid: key.id, typ: 'JWT' }))
  const payload = toBase64Url(JSON.stringify({ ...credential, ...claimsOf(credential), iat: seconds(signedAt) }))
  const signature = await key.sign(utf8Of(`${header}.${payload}`))
  return `${header}.${payload}.${toBase64Url(signature)}`
}
