import type { Refusal, Result } from '../refusal.ts'
import { publicKeyOf, signEd25519 } from './engine/ed25519.ts'
import { isJsonObject, type JsonObject } from './engine/json.ts'
import { fromBase64Url, isSignedRs256, rs256Signer, toBase64Url } from './engine/jws.ts'
import { utf8Of } from './engine/sha256.ts'
import { fromMultibase } from './multibase.ts'
import { ed25519PublicKey, type PublicKey, parsePublicKey } from './public-key.ts'

/**
 * A key that signs. The secret stays inside `sign`, so that printing or storing the key tells nothing; where the secret never
 * leaves a vault, give your own `sign`: 64 bytes of Ed25519, or RS256, over the bytes as they are.
 */
export interface SigningKey {
  /** The address of the public key in the issuer's profile. */
  readonly id: string
  readonly publicKey: PublicKey
  readonly sign: (bytes: Uint8Array) => Promise<Uint8Array>
}

const no = (code: Refusal['code'], message: string, path: string): { readonly refusal: Refusal } => ({
  refusal: { code, message, path },
})

/**
 * The signing key that a configuration holds: `id`, and either `secretKeyMultibase` (an Ed25519 Multikey) or `privateKeyJwk` (Ed25519
 * for Data Integrity, RSA from 2048 bits for VC-JWT). Refuses `blank-text`, `key-unreadable`, `key-unsupported`, and `key-mismatch` when
 * the public part beside a secret is not its own. No message repeats a secret.
 *
 * @example
 * ```ts
 * import { parseSigningKey } from '@mentoring-commons/award/credential'
 *
 * const id = 'https://university.example/badges/issuer#2026'
 * const d = 'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8'
 * const x = 'A6EHv_POEL4dcN0Y50vAmWfk1jCbpQ1fHdyGZBJVMbg'
 * const key = await parseSigningKey({ id, privateKeyJwk: { kty: 'OKP', crv: 'Ed25519', d, x } })
 * key.value?.publicKey.algorithm //=> 'Ed25519'
 * const other = await parseSigningKey({ id, privateKeyJwk: { kty: 'EC', crv: 'P-256', d, x } })
 * other.refusal?.code //=> 'key-unsupported'
 * ```
 */
export async function parseSigningKey(input: unknown): Promise<Result<SigningKey>> {
  if (!isJsonObject(input)) return no('key-unreadable', 'A signing key is an object with id and its secret.', '')
  const { id, secretKeyMultibase, privateKeyJwk } = input
  if (typeof id !== 'string' || id.trim() === '') return no('blank-text', 'The key has no id: give its address.', 'id')
  if ((secretKeyMultibase === undefined) === (privateKeyJwk === undefined)) {
    return no('key-unreadable', 'Give either secretKeyMultibase or privateKeyJwk.', 'id')
  }
  if (secretKeyMultibase !== undefined) return fromMultikey(id, secretKeyMultibase)
  if (!isJsonObject(privateKeyJwk))
    return no('key-unreadable', 'A JSON Web Key is an object with kty.', 'privateKeyJwk')
  const publicKey = parsePublicKey({ publicKeyJwk: privateKeyJwk }, 'privateKeyJwk')
  if (publicKey.refusal)
    return { refusal: { ...publicKey.refusal, path: publicKey.refusal.path?.replace('.publicKeyJwk', '') ?? '' } }
  if (publicKey.value.algorithm === 'RS256') return fromRsa(id, privateKeyJwk, publicKey.value)
  const seed = typeof privateKeyJwk.d === 'string' ? fromBase64Url(privateKeyJwk.d) : undefined
  if (seed?.length !== 32)
    return no('key-unreadable', 'd is no secret: it is 32 bytes in base64url.', 'privateKeyJwk.d')
  return fromSeed(id, seed, publicKey.value, 'privateKeyJwk.x')
}

function fromSeed(id: string, seed: Uint8Array, stated: PublicKey | undefined, path: string): Result<SigningKey> {
  const publicKey = ed25519PublicKey(publicKeyOf(seed))
  if (stated !== undefined && JSON.stringify(stated) !== JSON.stringify(publicKey)) {
    return no('key-mismatch', `The public part of ${id} belongs to another secret: take both from one key pair.`, path)
  }
  return { value: { id, publicKey, sign: async (bytes) => signEd25519(bytes, seed) } }
}

function fromMultikey(id: string, text: unknown): Result<SigningKey> {
  const bytes = typeof text === 'string' && text.startsWith('z') ? fromMultibase(text) : undefined
  if (bytes === undefined || ![34, 66].includes(bytes.length) || bytes[0] !== 0x80 || bytes[1] !== 0x26) {
    const message = 'The secret is no Ed25519 Multikey: one begins with z, and holds 32 or 64 bytes behind its codec.'
    return no('key-unreadable', message, 'secretKeyMultibase')
  }
  const stated = bytes.length === 66 ? ed25519PublicKey(bytes.slice(34)) : undefined
  return fromSeed(id, bytes.slice(2, 34), stated, 'secretKeyMultibase')
}

async function fromRsa(id: string, jwk: JsonObject, publicKey: PublicKey): Promise<Result<SigningKey>> {
  if (publicKey.algorithm !== 'RS256') throw new TypeError(`${publicKey.algorithm} is not RS256`)
  try {
    const sign = await rs256Signer(jwk)
    const probe = `${toBase64Url('{"alg":"RS256"}')}.${toBase64Url('probe')}`
    const signed = `${probe}.${toBase64Url(await sign(utf8Of(probe)))}`
    if (await isSignedRs256(signed, publicKey.publicKeyJwk)) return { value: { id, publicKey, sign } }
    return no(
      'key-mismatch',
      `The public part of ${id} belongs to another secret: take both from one key pair.`,
      'privateKeyJwk',
    )
  } catch {
    return no('key-unreadable', 'It is no private RSA key: it has n, e, d, p, q, dp, dq and qi.', 'privateKeyJwk')
  }
}
