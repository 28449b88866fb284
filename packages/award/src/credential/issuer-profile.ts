import type { Refusal, Result } from '../refusal.ts'
import { openBadgesV3 } from './engine/contexts.ts'
import { isJsonObject, type JsonObject, type JsonValue, listOf } from './engine/json.ts'
import { type Issuer, parseIssuer } from './issuer.ts'

/** The context of a document that names keys. Source: https://www.w3.org/TR/cid-1.0/ */
const controlledIdentifiers = 'https://www.w3.org/ns/cid/v1'

/**
 * The document to publish at the issuer's address: its profile, and its keys as verification methods. `validUntil` of a key stands
 * there as `expires`, `compromisedSince` as `revoked`; when a key begins to sign has no word in the standard and is left out.
 *
 * @example
 * ```ts
 * import { issuerProfile, parseIssuer } from '@mentoring-commons/award/credential'
 *
 * const id = 'https://university.example/badges/issuer'
 * const keys = [{ id: `${id}#2026`, publicKeyMultibase: 'z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2' }]
 * const issuer = parseIssuer({ id, name: 'University of Example', keys }).value
 * issuer && issuerProfile(issuer).assertionMethod //=> ['https://university.example/badges/issuer#2026']
 * ```
 */
export function issuerProfile({ id, name, url, keys }: Issuer): JsonObject {
  const profile = {
    '@context': [controlledIdentifiers, openBadgesV3],
    id,
    type: ['Profile'],
    name,
    ...(url === undefined ? {} : { url }),
    verificationMethod: keys.map((key) => ({
      id: key.id,
      controller: id,
      ...(key.algorithm === 'Ed25519'
        ? { type: 'Multikey', publicKeyMultibase: key.publicKeyMultibase }
        : { type: 'JsonWebKey', publicKeyJwk: key.publicKeyJwk }),
      ...(key.validUntil === undefined ? {} : { expires: key.validUntil }),
      ...(key.compromisedSince === undefined ? {} : { revoked: key.compromisedSince }),
    })),
    assertionMethod: keys.map((key) => key.id),
  }
  return profile as unknown as JsonObject
}

/**
 * The issuer that a published profile describes, for a verifier that has fetched it from the address in its `id`. Keys that assert
 * nothing are left out. Refuses as `parseIssuer` does, and `key-foreign` for a key that another controls.
 *
 * @example
 * ```ts
 * import { issuerProfile, parseIssuer, parseIssuerProfile } from '@mentoring-commons/award/credential'
 *
 * const id = 'https://university.example/badges/issuer'
 * const keys = [{ id: `${id}#2026`, publicKeyMultibase: 'z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2' }]
 * const issuer = parseIssuer({ id, name: 'University of Example', keys }).value
 * const again = issuer && parseIssuerProfile(issuerProfile(issuer)).value
 * again?.keys[0].id //=> 'https://university.example/badges/issuer#2026'
 * ```
 */
export function parseIssuerProfile(document: unknown): Result<Issuer> {
  if (!isJsonObject(document)) return parseIssuer(document)
  const asserting = listOf(document.assertionMethod)
  const methods: JsonValue[] = [...listOf(document.verificationMethod), ...asserting.filter(isJsonObject)]
  const ids = asserting.map((method) => (isJsonObject(method) ? method.id : method))
  const keys = methods.filter((method) => isJsonObject(method) && ids.includes(method.id ?? null)) as JsonObject[]
  const foreign = keys.find(({ controller }) => controller !== document.id)
  if (foreign !== undefined) {
    const message = `${JSON.stringify(foreign.id)} is controlled by ${JSON.stringify(foreign.controller)}, and not by ${JSON.stringify(document.id)}: leave it out.`
    const refusal: Refusal = { code: 'key-foreign', message, path: 'verificationMethod' }
    return { refusal }
  }
  const { id, name, url } = document
  return parseIssuer({ id, name, ...(url === undefined ? {} : { url }), keys: keys.map(keyOf) })
}

const keyOf = ({ id, publicKeyMultibase, publicKeyJwk, expires, revoked }: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries({ id, publicKeyMultibase, publicKeyJwk, validUntil: expires, compromisedSince: revoked }).filter(
      ([, value]) => value !== undefined,
    ),
  ) as JsonObject
