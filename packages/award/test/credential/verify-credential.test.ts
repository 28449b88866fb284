import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type IssuedCredential, issueBadge, issueStatusList } from '../../src/credential/issue.ts'
import { type Issuer, parseIssuer } from '../../src/credential/issuer.ts'
import type { SigningKey } from '../../src/credential/signing-key.ts'
import { statusListOf } from '../../src/credential/status-list.ts'
import type { StatusPurpose } from '../../src/credential/status-purpose.ts'
import { type VerificationBasis, verifyCredential } from '../../src/credential/verify-credential.ts'
import {
  badge,
  ed25519Key,
  edKey,
  given,
  issuer,
  issuerId,
  issuerOf,
  listId,
  now,
  oldKey,
  onList,
  published,
  publishedEd,
  publishedOld,
  publishedRsa,
  rsaKey,
  signedAt,
  strangeKey,
} from './sample.ts'

const basis: VerificationBasis = { issuers: [issuer], at: now }
const issued: IssuedCredential = given(await issueBadge(badge, edKey, signedAt))
const token = given(await issueBadge(badge, rsaKey, signedAt))
const ofList = given(await issueBadge(onList, edKey, signedAt))

async function codes(input: unknown, against: VerificationBasis = basis): Promise<readonly string[] | 'verified'> {
  const found = await verifyCredential(input, against)
  if (found.status === 'verified') return 'verified'
  for (const { message } of found.reasons) expect(message).toMatch(/^\S.*\.$/s)
  return found.reasons.map(({ code }) => code)
}

const listOf = async (raised: readonly number[], more: object = {}, key: SigningKey = edKey): Promise<string> => {
  const status = {
    id: listId,
    issuer,
    purpose: 'revocation',
    list: given(statusListOf(raised)),
    validFrom: signedAt,
  } as const
  return given(await issueStatusList({ ...status, ...more }, key, signedAt)).text
}

test('a verified badge says what was checked', async () => {
  expect(await verifyCredential(issued.text, basis)).toEqual({
    status: 'verified',
    form: 'data-integrity',
    badge: {
      id: badge.id,
      achievement: {
        id: badge.achievement.id,
        name: 'Mentoring: Theory & Practice',
        description: badge.achievement.description,
      },
      recipientId: badge.recipient.id,
      identities: [
        {
          hashed: true,
          identityHash: badge.recipient.identities?.[0]?.identityHash,
          identityType: 'emailAddress',
          salt: '5d1c6f0e2b9a4c37',
        },
      ],
      validFrom: '2026-07-01T00:00:00Z',
      validUntil: '2031-07-01T00:00:00Z',
    },
    issuer: { id: issuerId, name: 'University of Example' },
    keyId: edKey.id,
    signedAt: '2026-07-01T09:30:00.000Z',
    statuses: [],
    credential: issued.credential,
  })
})

test('text, object, other order of keys, spaces and one proof without its list are the same badge', async () => {
  const reversed = (value: unknown): unknown =>
    typeof value !== 'object' || value === null
      ? value
      : Array.isArray(value)
        ? value.map(reversed)
        : Object.fromEntries(
            Object.entries(value)
              .reverse()
              .map(([key, member]) => [key, reversed(member)]),
          )
  const { proof, ...rest } = issued.credential
  for (const same of [
    issued.credential,
    JSON.stringify(issued.credential, null, 4),
    reversed(issued.credential),
    { ...rest, proof: (proof as readonly object[])[0] },
    `  ${issued.text}\n`,
    token.text,
    ` ${token.text}\n`,
  ]) {
    expect(await codes(same)).toBe('verified')
  }
})

describe('time', () => {
  test.each([
    ['2026-06-30T23:59:59Z', ['not-yet-valid']],
    ['2026-07-01T00:00:00Z', ['not-yet-valid']],
    ['2026-07-01T09:30:00Z', 'verified'],
    ['2031-06-30T23:59:59Z', 'verified'],
    ['2031-07-01T00:00:00Z', ['expired']],
    ['2031-07-01T01:00:00+02:00', 'verified'],
  ] as const)('at %s: %s', async (at, expected) => {
    expect(await codes(issued.text, { ...basis, at })).toEqual(expected)
    expect(await codes(token.text, { ...basis, at })).toEqual(expected)
  })

  test('a moment that is none is the fault of who asks', async () => {
    await expect(verifyCredential(issued.text, { ...basis, at: '2026-11-24' })).rejects.toThrow(RangeError)
  })

  test('expired and taken back are both said', async () => {
    const against = { issuers: [issuer], at: '2032-01-01T00:00:00Z', statusLists: [await listOf([94_567])] }
    expect(await codes(ofList.text, against)).toEqual(['expired', 'revoked'])
  })
})

describe('keys', () => {
  test('somebody else’s key, under a fragment of the issuer or under another', async () => {
    const mimic = issuerOf(published(strangeKey))
    const forged = given(await issueBadge({ ...badge, issuer: mimic }, strangeKey, signedAt))
    expect(await codes(forged.text, { ...basis, issuers: [mimic] })).toBe('verified')
    expect(await codes(forged.text)).toEqual(['tampered'])
    const other = await ed25519Key('2027', 120)
    const withOther = issuerOf(published(other))
    expect(await codes(given(await issueBadge({ ...badge, issuer: withOther }, other, signedAt)).text)).toEqual([
      'foreign-key',
    ])
  })

  test('an issuer that nobody trusts', async () => {
    expect(await codes(issued.text, { ...basis, issuers: [] })).toEqual(['unknown-issuer'])
  })

  test('a badge of before a rotation stays good, and the key that was put aside signs no more', async () => {
    const old = given(await issueBadge({ ...badge, validFrom: '2025-07-01T00:00:00Z' }, oldKey, '2025-07-01T09:30:00Z'))
    expect(await codes(old.text)).toBe('verified')
    expect((await issueBadge(badge, oldKey, signedAt)).refusal?.code).toBe('key-not-in-force')
    const stillHeld = issuerOf({ ...publishedOld, validUntil: '2027-01-01T00:00:00Z' })
    const late = given(await issueBadge({ ...badge, issuer: stillHeld }, oldKey, signedAt))
    expect(await codes(late.text)).toEqual(['key-not-in-force'])
  })

  test.each([
    ['2026-07-01T09:30:00Z', ['key-compromised']],
    ['2026-07-01T09:30:01Z', 'verified'],
    ['2026-01-01T00:00:00Z', ['key-compromised']],
  ] as const)('a key that may be in other hands since %s', async (compromisedSince, expected) => {
    const known = issuerOf({ ...publishedEd, compromisedSince }, { ...publishedRsa, compromisedSince })
    expect(await codes(issued.text, { ...basis, issuers: [known] })).toEqual(expected)
    expect(await codes(token.text, { ...basis, issuers: [known] })).toEqual(expected)
  })

  test('a key of the other algorithm', async () => {
    const crossed: Issuer = issuerOf({ ...publishedRsa, id: edKey.id }, { ...published(edKey), id: rsaKey.id })
    expect(await codes(issued.text, { ...basis, issuers: [crossed] })).toEqual(['foreign-key'])
    expect(await codes(token.text, { ...basis, issuers: [crossed] })).toEqual(['foreign-key'])
  })
})

describe('statuses', () => {
  const against = (...statusLists: readonly unknown[]): VerificationBasis => ({ ...basis, statusLists })

  test('neither raised, nor raised for others', async () => {
    const found = await verifyCredential(ofList.text, against(await listOf([94_566, 94_568])))
    expect(found.status === 'verified' && found.statuses).toEqual([
      { purpose: 'revocation', list: listId, index: 94_567, listValidFrom: signedAt },
    ])
  })

  test('raised, in a list as text, object or token', async () => {
    const text = await listOf([94_567])
    expect(await codes(ofList.text, against(text))).toEqual(['revoked'])
    expect(await codes(ofList.text, against(JSON.parse(text)))).toEqual(['revoked'])
    expect(await codes(ofList.text, against(await listOf([94_567], {}, rsaKey)))).toEqual(['revoked'])
    const both = [await listOf([]), text]
    expect(await codes(ofList.text, against(...both))).toEqual(['revoked'])
    expect(await codes(ofList.text, against(...both.reverse()))).toEqual(['revoked'])
  })

  test('suspended', async () => {
    const purpose: StatusPurpose = 'suspension'
    const suspended = given(
      await issueBadge({ ...badge, statuses: [{ list: listId, index: 5, purpose }] }, edKey, signedAt),
    )
    expect(await codes(suspended.text, against(await listOf([5], { purpose })))).toEqual(['suspended'])
    expect(await codes(suspended.text, against(await listOf([5])))).toEqual(['status-refused'])
  })

  test('two statuses, each in its list', async () => {
    const second = 'https://university.example/badges/status/2'
    const statuses = [...(onList.statuses ?? []), { list: second, index: 0, purpose: 'suspension' as const }]
    const two = given(await issueBadge({ ...badge, statuses }, edKey, signedAt))
    const first = await listOf([])
    expect(await codes(two.text, against(first, await listOf([], { id: second, purpose: 'suspension' })))).toBe(
      'verified',
    )
    expect(await codes(two.text, against(first, await listOf([0], { id: second, purpose: 'suspension' })))).toEqual([
      'suspended',
    ])
    expect(await codes(two.text, against(first))).toEqual(['status-unavailable'])
  })

  test('no list, that of another address, a tampered one, one of nobody trusted', async () => {
    const text = await listOf([94_567])
    expect(await codes(ofList.text, against())).toEqual(['status-unavailable'])
    expect(await codes(ofList.text, against(await listOf([], { id: `${listId}0` })))).toEqual(['status-unavailable'])
    expect(await codes(ofList.text, against(text.replace('"validFrom":"2026-07', '"validFrom":"2026-08')))).toEqual([
      'status-unavailable',
    ])
    expect(await codes(ofList.text, against('', null, undefined, 7, {}))).toEqual(['status-unavailable'])
  })

  test('a list of another trusted issuer says nothing of this badge', async () => {
    const otherId = 'https://college.example/issuer'
    const key = await ed25519Key('1', 40, otherId)
    const other = given(parseIssuer({ id: otherId, name: 'College of Example', keys: [published(key)] }))
    const list = given(
      await issueStatusList(
        { id: listId, issuer: other, purpose: 'revocation', list: given(statusListOf([])), validFrom: signedAt },
        key,
        signedAt,
      ),
    )
    expect(await codes(ofList.text, { ...against(list.text), issuers: [issuer, other] })).toEqual(['status-refused'])
  })

  test('a list out of date, or not yet in force, or no list', async () => {
    expect(await codes(ofList.text, against(await listOf([], { validUntil: '2026-11-24T12:00:00Z' })))).toEqual([
      'status-refused',
    ])
    expect(await codes(ofList.text, against(await listOf([], { validUntil: '2026-11-24T12:00:01Z' })))).toBe('verified')
    expect(await codes(ofList.text, against(await listOf([], { validFrom: '2026-11-24T12:00:01Z' })))).toEqual([
      'status-refused',
    ])
    const named = given(await issueBadge({ ...badge, id: listId }, edKey, signedAt))
    expect(await codes(ofList.text, against(named.text))).toEqual(['status-refused'])
  })

  test('an index outside the list', async () => {
    const far = given(
      await issueBadge(
        { ...badge, statuses: [{ list: listId, index: 131_072, purpose: 'revocation' }] },
        edKey,
        signedAt,
      ),
    )
    expect(await codes(far.text, against(await listOf([])))).toEqual(['status-refused'])
  })
})

describe('what is handed in', () => {
  test('a key that stands twice, which readers would read in two ways', async () => {
    const twice = issued.text.replace('"name":"Mentoring', '"name":"Doctorate","name":"Mentoring')
    expect(JSON.parse(twice)).toEqual(issued.credential)
    expect(await codes(twice)).toEqual(['malformed'])
    const escaped = issued.text.replace('"name":"Mentoring', '"n\\u0061me":"Doctorate","name":"Mentoring')
    expect(await codes(escaped)).toEqual(['malformed'])
  })

  test.each([
    [
      'a context that is not bundled',
      { '@context': ['https://www.w3.org/ns/credentials/v2', 'https://evil.example/v1'] },
      'unknown-context',
    ],
    [
      'a context of its own',
      { '@context': ['https://www.w3.org/ns/credentials/v2', { name: 'urn:x' }] },
      'unknown-context',
    ],
    ['the data model 1.1', { '@context': ['https://www.w3.org/2018/credentials/v1'] }, 'unknown-context'],
    ['no proof', { proof: undefined }, 'malformed'],
    ['another proof', { proof: { type: 'Ed25519Signature2020' } }, 'unsupported-proof'],
    [
      'two proofs',
      { proof: [...(issued.credential.proof as readonly object[]), { type: 'DataIntegrityProof' }] },
      'unsupported-proof',
    ],
  ] as const)('%s', async (_, change, code) => {
    expect(await codes({ ...issued.credential, ...change })).toEqual([code])
  })

  test('objects that bite', async () => {
    const circle: Record<string, unknown> = { ...issued.credential }
    circle.self = circle
    const throwing = {
      get id(): string {
        throw new Error('no')
      },
    }
    for (const input of [
      circle,
      throwing,
      () => 0,
      Symbol('x'),
      10n,
      new Map(),
      [],
      null,
      undefined,
      Number.NaN,
      '',
      '.',
      '..',
    ]) {
      expect(await codes(input)).toEqual(['malformed'])
    }
    expect(await codes('['.repeat(100_000))).toEqual(['malformed'])
    expect(await codes(`${'['.repeat(5000)}1${']'.repeat(5000)}`)).toEqual(['malformed'])
    expect(await codes('{"__proto__": {"id": "urn:x"}}')).toEqual(['malformed'])
  })

  test('more values than a badge has, and more letters', async () => {
    const tag = Array.from({ length: 2000 }, (_, index) => `tag ${index}`)
    expect(await codes({ ...issued.credential, tag })).toEqual(['malformed'])
    expect(await codes({ ...issued.credential, description: 'x'.repeat(2_000_000) })).toEqual(['malformed'])
  })

  test('whatever stands in a token, there is an answer and never a yes', { timeout: 120_000 }, async () => {
    const part = (value: unknown) =>
      Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url')
    const header = fc.oneof(fc.jsonValue(), fc.constant({ alg: 'RS256', kid: rsaKey.id }), fc.string())
    await fc.assert(
      fc.asyncProperty(header, fc.oneof(fc.jsonValue(), fc.string()), fc.string(), async (head, body, signature) => {
        expect(await codes([part(head), part(body), part(signature)].join('.'))).not.toBe('verified')
      }),
      { numRuns: 300, seed: 13 },
    )
  })

  test('whatever text or JSON is handed in, there is an answer and never a yes', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.string({ unit: 'binary' }), fc.json(), fc.object(), fc.anything()),
        async (input) => {
          expect(await codes(input)).not.toBe('verified')
        },
      ),
      { numRuns: 300, seed: 7 },
    )
  })

  test('whatever stands in the place of one part, there is an answer and never a yes', {
    timeout: 120_000,
  }, async () => {
    const keys = Object.keys(issued.credential)
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...keys), fc.jsonValue(), async (key, value) => {
        fc.pre(JSON.stringify(value) !== JSON.stringify(issued.credential[key]))
        expect(await codes({ ...issued.credential, [key]: value })).not.toBe('verified')
      }),
      { numRuns: 300, seed: 11 },
    )
  })
})
