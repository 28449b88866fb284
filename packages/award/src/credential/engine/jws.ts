import { base64url, compactVerify, importJWK, type JWK } from 'jose'
import { utf8Of } from './sha256.ts'

/** A public RSA key as a JSON Web Key. */
export interface RsaPublicJwk {
  readonly kty: 'RSA'
  readonly n: string
  readonly e: string
}

/** What Node and browsers have alike, and the language itself does not name. */
interface Surroundings {
  readonly crypto: {
    readonly subtle: { sign(algorithm: string, key: object, bytes: Uint8Array): Promise<ArrayBuffer> }
  }
  readonly TextDecoder: new (label: string, options: object) => { decode(bytes: Uint8Array): string }
}

/** Gives what signs bytes with a private RSA key as RS256 does; throws when the key is none. Source: RFC 7518, 3.3. */
export async function rs256Signer(privateJwk: object): Promise<(bytes: Uint8Array) => Promise<Uint8Array>> {
  const key = await importJWK(privateJwk as JWK, 'RS256')
  const { subtle } = (globalThis as unknown as Surroundings).crypto
  return async (bytes) => new Uint8Array(await subtle.sign('RSASSA-PKCS1-v1_5', key, bytes))
}

/** Whether a compact token is signed as RS256 with this key. The algorithm is ours: what the token names is not asked. Never throws. */
export async function isSignedRs256(token: string, { kty, n, e }: RsaPublicJwk): Promise<boolean> {
  try {
    await compactVerify(token, await importJWK({ kty, n, e }, 'RS256'), { algorithms: ['RS256'] })
    return true
  } catch {
    return false
  }
}

/** Gives a text or bytes as base64url without padding. */
export function toBase64Url(input: string | Uint8Array): string {
  return base64url.encode(typeof input === 'string' ? utf8Of(input) : input)
}

/** Gives the bytes of base64url without padding, or nothing when it is written any other way. */
export function fromBase64Url(text: string): Uint8Array | undefined {
  if (!/^[A-Za-z0-9_-]*$/.test(text)) return undefined
  try {
    const bytes = base64url.decode(text)
    return base64url.encode(bytes) === text ? bytes : undefined
  } catch {
    return undefined
  }
}

/** Gives the text that bytes hold in UTF-8, or nothing when they hold none. */
export function textOf(bytes: Uint8Array): string | undefined {
  const { TextDecoder } = globalThis as unknown as Surroundings
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}
