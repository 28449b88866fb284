import { createLocalJWKSet, createRemoteJWKSet, errors, type JSONWebKeySet, jwtVerify } from 'jose'
import type { Identity } from '../config.ts'

/** Who a token says is asking, before the institution has been asked what they may do. */
export interface Claims {
  readonly issuer: string
  readonly subject: string
  readonly institutionKey: string
}

/** A token that is not accepted, with the reason and what to do. */
export class InvalidToken extends Error {}

/** Checks a bearer token: the claims, or a throw of `InvalidToken`. */
export type Verifier = (token: string) => Promise<Claims>

const algorithms = ['RS256', 'PS256', 'ES256', 'EdDSA']

/** A verifier against an identity provider. It reads the keys once, so that a wrong address shows at the start. */
export async function remoteVerifier(identity: Identity): Promise<Verifier> {
  const keys = createRemoteJWKSet(new URL(identity.jwksUrl), { timeoutDuration: 5_000 })
  await keys.reload()
  return verifierWith(keys, identity)
}

/** A verifier against keys at hand: the local development issuer's. */
export function localVerifier(keys: JSONWebKeySet, identity: Omit<Identity, 'jwksUrl'>): Verifier {
  return verifierWith(createLocalJWKSet(keys), identity)
}

/** Tries the verifier that knows the token's issuer. */
export function verifierFor(verifiers: ReadonlyMap<string, Verifier>): Verifier {
  return async (token) => {
    const verifier = verifiers.get(issuerOf(token))
    if (verifier === undefined)
      throw new InvalidToken(
        `no configured issuer signed this token; configured: ${[...verifiers.keys()].join(', ') || 'none (set AUTH_JWKS_URL, AUTH_ISSUER and AUTH_AUDIENCE)'}`,
      )
    return verifier(token)
  }
}

function verifierWith(keys: Parameters<typeof jwtVerify>[1], identity: Omit<Identity, 'jwksUrl'>): Verifier {
  return async (token) => {
    const payload = await verified(token, keys, identity)
    const institution = payload[identity.institutionClaim]
    if (typeof payload.sub !== 'string' || payload.sub === '')
      throw new InvalidToken('the token names no subject (claim `sub`)')
    if (typeof institution !== 'string' || institution === '')
      throw new InvalidToken(`the token names no institution (claim \`${identity.institutionClaim}\`)`)
    return { issuer: identity.issuer, subject: payload.sub, institutionKey: institution }
  }
}

async function verified(token: string, keys: Parameters<typeof jwtVerify>[1], identity: Omit<Identity, 'jwksUrl'>) {
  try {
    const { payload } = await jwtVerify(token, keys as never, {
      issuer: identity.issuer,
      audience: identity.audience,
      algorithms,
      requiredClaims: ['exp'],
      clockTolerance: 5,
    })
    return payload
  } catch (error) {
    if (error instanceof errors.JWTExpired) throw new InvalidToken('the token has expired; sign in again')
    if (error instanceof errors.JWKSTimeout) throw error
    if (error instanceof errors.JOSEError) throw new InvalidToken(`the token is not valid: ${error.message}`)
    throw error
  }
}

function issuerOf(token: string): string {
  try {
    const payload = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8')) as {
      iss?: unknown
    }
    return typeof payload.iss === 'string' ? payload.iss : ''
  } catch {
    throw new InvalidToken('this is no JSON Web Token; send `Authorization: Bearer <token>`')
  }
}
