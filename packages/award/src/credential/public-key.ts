import type { Refusal, Result } from '../refusal.ts'
import { isEd25519Key } from './engine/ed25519.ts'
import { isJsonObject, type JsonObject, type JsonValue } from './engine/json.ts'
import { fromBase64Url, type RsaPublicJwk } from './engine/jws.ts'
import { fromMultibase, toMultibase } from './multibase.ts'

/** What a signature is checked with: an Ed25519 key as Multikey for Data Integrity, an RSA key as JWK for VC-JWT. */
export type PublicKey =
  | { readonly algorithm: 'Ed25519'; readonly publicKeyMultibase: string }
  | { readonly algorithm: 'RS256'; readonly publicKeyJwk: RsaPublicJwk }

const no = (code: Refusal['code'], message: string, path: string): { readonly refusal: Refusal } => ({
  refusal: { code, message, path },
})

/** The multicodec that stands before the 32 bytes of a public Ed25519 key. */
const ed25519Public = [0xed, 0x01]

/** Gives the 32 bytes of a Multikey, or nothing when it is no Ed25519 key. */
export function ed25519KeyOf(publicKeyMultibase: string): Uint8Array | undefined {
  const bytes = publicKeyMultibase.startsWith('z') ? fromMultibase(publicKeyMultibase) : undefined
  if (bytes?.length !== 34 || ed25519Public.some((byte, index) => bytes[index] !== byte)) return undefined
  const key = bytes.slice(2)
  return isEd25519Key(key) ? key : undefined
}

/** Gives the key of 32 bytes as it is published. */
export function ed25519PublicKey(key: Uint8Array): PublicKey {
  return { algorithm: 'Ed25519', publicKeyMultibase: toMultibase(Uint8Array.from([...ed25519Public, ...key])) }
}

/** The public key that `publicKeyMultibase` or `publicKeyJwk` of an object holds; private parts are never read. */
export function parsePublicKey(input: JsonObject, path: string): Result<PublicKey> {
  const { publicKeyMultibase, publicKeyJwk } = input
  if ((publicKeyMultibase === undefined) === (publicKeyJwk === undefined)) {
    return no('key-unreadable', 'Give either publicKeyMultibase or publicKeyJwk.', path)
  }
  if (publicKeyJwk !== undefined) return parsePublicJwk(publicKeyJwk, `${path}.publicKeyJwk`)
  const key = typeof publicKeyMultibase === 'string' ? ed25519KeyOf(publicKeyMultibase) : undefined
  if (key !== undefined) return { value: ed25519PublicKey(key) }
  const message = `${JSON.stringify(publicKeyMultibase)} is no Ed25519 Multikey: one begins with z6Mk and has 48 letters.`
  return no('key-unreadable', message, `${path}.publicKeyMultibase`)
}

function parsePublicJwk(jwk: JsonValue, path: string): Result<PublicKey> {
  if (!isJsonObject(jwk)) return no('key-unreadable', 'A JSON Web Key is an object with kty.', path)
  if (jwk.kty === 'OKP' && jwk.crv === 'Ed25519') {
    const key = typeof jwk.x === 'string' ? fromBase64Url(jwk.x) : undefined
    if (key?.length === 32 && isEd25519Key(key)) return { value: ed25519PublicKey(key) }
    return no(
      'key-unreadable',
      `x ${JSON.stringify(jwk.x)} is no Ed25519 key: it is 32 bytes in base64url.`,
      `${path}.x`,
    )
  }
  if (jwk.kty === 'RSA') return parseRsa(jwk, path)
  const named = JSON.stringify([jwk.kty, jwk.crv].filter((part) => part !== undefined))
  return no('key-unsupported', `A key of ${named} signs no badge here: take Ed25519, or RSA from 2048 bits.`, path)
}

function parseRsa({ n, e }: JsonObject, path: string): Result<PublicKey> {
  const modulus = typeof n === 'string' ? fromBase64Url(n) : undefined
  if (typeof n !== 'string' || modulus === undefined || modulus[0] === 0) {
    return no('key-unreadable', 'n is no modulus: it is base64url without leading zeros.', `${path}.n`)
  }
  const [first = 0] = modulus
  const bits = modulus.length * 8 - Math.clz32(first) + 24
  if (bits < 2048 || bits > 8192) {
    return no('key-unsupported', `An RSA key of ${bits} bits is not taken: make one of 2048 to 8192.`, `${path}.n`)
  }
  if (e !== 'AQAB')
    return no('key-unsupported', `The exponent ${JSON.stringify(e)} is not taken: make a key with AQAB.`, `${path}.e`)
  return { value: { algorithm: 'RS256', publicKeyJwk: { kty: 'RSA', n, e } } }
}
