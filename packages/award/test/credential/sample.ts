/// <reference types="node" />
import { generateKeyPairSync } from 'node:crypto'
import { achievementOf } from '../../src/credential/achievement.ts'
import type { Badge } from '../../src/credential/badge.ts'
import { hashedIdentity } from '../../src/credential/identity.ts'
import { type Issuer, parseIssuer } from '../../src/credential/issuer.ts'
import { parseSigningKey, type SigningKey } from '../../src/credential/signing-key.ts'
import { theoryAndPractice } from '../../src/index.ts'
import type { Result } from '../../src/refusal.ts'

/** The value of a result that must be one. */
export function given<T>(result: Result<T>): T {
  if (result.refusal) throw new TypeError(`${result.refusal.code}: ${result.refusal.message}`)
  return result.value
}

export const issuerId = 'https://university.example/badges/issuer'
export const listId = 'https://university.example/badges/status/1'
export const now = '2026-11-24T12:00:00Z'

/** Ed25519 keys by the name of their fragment; their secrets are counted up, so nobody can mistake them for real ones. */
export async function ed25519Key(fragment: string, first: number, issuer: string = issuerId): Promise<SigningKey> {
  const seed = Uint8Array.from({ length: 32 }, (_, index) => (first + index) % 256)
  const secretKeyMultibase = `z${base58(Uint8Array.from([0x80, 0x26, ...seed]))}`
  return given(await parseSigningKey({ id: `${issuer}#${fragment}`, secretKeyMultibase }))
}

function base58(bytes: Uint8Array): string {
  const letters = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'
  let number = BigInt(`0x${Buffer.from(bytes).toString('hex')}`)
  let text = ''
  for (; number > 0n; number /= 58n) text = letters[Number(number % 58n)] + text
  return text
}

/** A private RSA key of some bits, as a JSON Web Key, made anew. */
export const rsaJwkOf = (modulusLength: number) =>
  generateKeyPairSync('rsa', { modulusLength }).privateKey.export({ format: 'jwk' })

export const rsaJwk = rsaJwkOf(2048)
export const oldKey = await ed25519Key('2025', 7)
export const edKey = await ed25519Key('2026', 0)
export const strangeKey = await ed25519Key('2026', 99)
export const rsaKey: SigningKey = given(await parseSigningKey({ id: `${issuerId}#rsa`, privateKeyJwk: rsaJwk }))

/** The public part of a key as a configuration names it. */
export const published = ({ id, publicKey }: SigningKey) => {
  const { algorithm: _, ...part } = publicKey
  return { id, ...part }
}

export const issuerOf = (...keys: readonly object[]): Issuer =>
  given(parseIssuer({ id: issuerId, name: 'University of Example', url: 'https://university.example/', keys }))

export const publishedOld = {
  ...published(oldKey),
  validFrom: '2025-01-01T00:00:00Z',
  validUntil: '2026-01-01T00:00:00Z',
}
export const publishedEd = { ...published(edKey), validFrom: '2026-01-01T00:00:00Z' }
export const publishedRsa = published(rsaKey)
export const issuer: Issuer = issuerOf(publishedOld, publishedEd, publishedRsa)

export const achievement = given(
  achievementOf(theoryAndPractice, theoryAndPractice.versions[0], {
    id: 'https://university.example/badges/mentoring/1',
    description: 'Mentoring of colleagues, studied and practised: café, naïve, 𝒳.',
    imageUrl: 'https://university.example/badges/mentoring.png',
    language: 'en-GB',
    alignments: [
      {
        targetName: 'Senior practice through mentoring and leading',
        targetUrl: 'https://frameworks.example/ims/case/v1p1/CFItems/5f2c1a9e-0000-5000-8000-000000000001',
        targetFramework: 'UKPSF 2006',
        targetCode: 'ukpsf-2006:SD3',
        targetType: 'CFItem',
      },
      {
        targetName: 'Respect for individual learners',
        targetUrl: 'https://frameworks.example/ims/case/v1p1/CFItems/5f2c1a9e-0000-5000-8000-000000000002',
        targetFramework: 'UKPSF 2011',
        targetCode: 'ukpsf-2011:V1',
        targetType: 'CFItem',
      },
    ],
  }),
)

export const badge: Badge = {
  id: 'urn:uuid:0f8fad5b-d9cb-469f-a165-70867728950e',
  issuer,
  achievement,
  recipient: {
    id: 'urn:uuid:7c9e6679-7425-40de-944b-e07fc1f90ae7',
    identities: [given(hashedIdentity('ada@university.example', '5d1c6f0e2b9a4c37'))],
  },
  validFrom: '2026-07-01T00:00:00Z',
  validUntil: '2031-07-01T00:00:00Z',
  evidence: [{ id: 'https://university.example/portfolio/ada', name: 'Portfolio' }],
}

export const signedAt = '2026-07-01T09:30:00Z'
export const onList: Badge = { ...badge, statuses: [{ list: listId, index: 94_567, purpose: 'revocation' }] }
