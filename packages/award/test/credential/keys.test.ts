import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseIssuer } from '../../src/credential/issuer.ts'
import { issuerProfile, parseIssuerProfile } from '../../src/credential/issuer-profile.ts'
import { fromMultibase, toMultibase } from '../../src/credential/multibase.ts'
import { parseSigningKey } from '../../src/credential/signing-key.ts'
import {
  edKey,
  given,
  issuer,
  issuerId,
  issuerOf,
  published,
  publishedEd,
  publishedOld,
  publishedRsa,
  rsaJwk,
  rsaJwkOf,
} from './sample.ts'
import { w3cKey } from './w3c-vector.ts'

const id = `${issuerId}#1`
const d = 'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8'
const x = 'A6EHv_POEL4dcN0Y50vAmWfk1jCbpQ1fHdyGZBJVMbg'
const okp = { kty: 'OKP', crv: 'Ed25519', d, x }

test('multibase is read as it was written, and is the number in base 58', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
      for (const base of ['base58btc', 'base64url'] as const)
        expect(fromMultibase(toMultibase(bytes, base))).toEqual(bytes)
      const text = toMultibase(bytes).slice(1)
      const alphabet = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'
      const number = [...text].reduce((sum, letter) => sum * 58n + BigInt(alphabet.indexOf(letter)), 0n)
      expect(number).toBe(bytes.length === 0 ? 0n : BigInt(`0x${Buffer.from(bytes).toString('hex')}`))
    }),
  )
})

// Source: draft-msporny-base58, test vectors.
test.each([
  ['Hello World!', 'z2NEpo7TZRRrLZSi2U'],
  ['The quick brown fox jumps over the lazy dog.', 'zUSm3fpXnKG5EUBx2ndxBDMPVciP5hGey2Jh4NDv6gmeo1LkMeiKrLJUUBk6Z'],
])('%s in base58btc', (text, written) => {
  expect(toMultibase(Uint8Array.from(Buffer.from(text)))).toBe(written)
})

test.each(['', 'm123', 'z0', 'zO', `z${'2'.repeat(300)}`, 'u=', 'uA'])('%s is no multibase', (text) => {
  expect(fromMultibase(text)).toBeUndefined()
})

test('an Ed25519 key as JWK and as Multikey, with its public part or without, is the same key', async () => {
  const seed = Buffer.from(d, 'base64url')
  const multikey = (...parts: readonly Uint8Array[]) =>
    toMultibase(Uint8Array.from([0x80, 0x26, ...Buffer.concat(parts)]))
  for (const secret of [
    { privateKeyJwk: okp },
    { secretKeyMultibase: multikey(seed) },
    { secretKeyMultibase: multikey(seed, Buffer.from(x, 'base64url')) },
  ]) {
    const key = given(await parseSigningKey({ id, ...secret }))
    expect(key.publicKey).toEqual(edKey.publicKey)
    expect(JSON.stringify(key)).not.toContain(d)
  }
})

test.each([
  ['nothing', undefined, 'key-unreadable'],
  ['no id', { privateKeyJwk: okp }, 'blank-text'],
  ['no secret', { id }, 'key-unreadable'],
  ['two secrets', { id, privateKeyJwk: okp, secretKeyMultibase: 'z' }, 'key-unreadable'],
  ['a JWK that is a text', { id, privateKeyJwk: JSON.stringify(okp) }, 'key-unreadable'],
  ['the public part alone', { id, privateKeyJwk: { kty: 'OKP', crv: 'Ed25519', x } }, 'key-unreadable'],
  ['a short secret', { id, privateKeyJwk: { ...okp, d: 'AAEC' } }, 'key-unreadable'],
  [
    'the public part of another',
    { id, privateKeyJwk: { ...okp, x: 'PUAXw-hDiVqStwqnTRt-vJyYLM8uxJaMwM1V8Sr0Zgw' } },
    'key-mismatch',
  ],
  [
    'a point that is none',
    { id, privateKeyJwk: { ...okp, x: Buffer.alloc(32, 255).toString('base64url') } },
    'key-unreadable',
  ],
  ['another curve', { id, privateKeyJwk: { ...okp, crv: 'X25519' } }, 'key-unsupported'],
  ['a secret for all', { id, privateKeyJwk: { kty: 'oct', k: 'AAAA' } }, 'key-unsupported'],
  ['a public Multikey', { id, secretKeyMultibase: w3cKey }, 'key-unreadable'],
  ['an RSA key of 1024 bits', { id, privateKeyJwk: rsaJwkOf(1024) }, 'key-unsupported'],
  ['an RSA key with another exponent', { id, privateKeyJwk: { ...rsaJwk, e: 'AQ' } }, 'key-unsupported'],
  ['the public part of an RSA key', { id, privateKeyJwk: { kty: 'RSA', n: rsaJwk.n, e: rsaJwk.e } }, 'key-unreadable'],
])('a signing key of %s', async (_, input, code) => {
  const { refusal } = await parseSigningKey(input)
  expect(refusal?.code).toBe(code)
  expect(refusal?.message).not.toContain(d)
  expect(refusal?.message).not.toContain(String(rsaJwk.d))
})

test('an RSA key whose public part is another’s', async () => {
  const { refusal } = await parseSigningKey({ id, privateKeyJwk: { ...rsaJwk, n: rsaJwkOf(2048).n } })
  expect(refusal?.code).toMatch(/^key-(mismatch|unreadable)$/)
})

const keyless = { id: issuerId, name: 'University of Example' }
const smallOrder = toMultibase(Uint8Array.from([0xed, 0x01, 1, ...new Array<number>(31).fill(0)]))

test.each([
  ['nothing', null, 'key-unreadable', undefined],
  ['no address', { ...keyless, id: 'university' }, 'not-an-address', 'id'],
  ['http', { ...keyless, id: 'http://university.example' }, 'not-an-address', 'id'],
  ['a fragment', { ...keyless, id: `${issuerId}#me` }, 'not-an-address', 'id'],
  ['did:web', { ...keyless, id: 'did:web:university.example' }, 'not-an-address', 'id'],
  ['no name', { ...keyless, name: ' ' }, 'blank-text', 'name'],
  ['a page that is none', { ...keyless, url: 'javascript:1' }, 'not-an-address', 'url'],
  ['no keys', keyless, 'keys-missing', 'keys'],
  ['an empty list of keys', { ...keyless, keys: [] }, 'keys-missing', 'keys'],
  ['a key that is a text', { ...keyless, keys: [w3cKey] }, 'key-unreadable', 'keys[0]'],
  [
    'a key of elsewhere',
    { ...keyless, keys: [{ ...publishedEd, id: 'https://evil.example/#1' }] },
    'not-an-address',
    'keys[0].id',
  ],
  [
    'a key without a fragment',
    { ...keyless, keys: [{ ...publishedEd, id: issuerId }] },
    'not-an-address',
    'keys[0].id',
  ],
  ['a key without a public part', { ...keyless, keys: [{ id }] }, 'key-unreadable', 'keys[0]'],
  ['a key with two', { ...keyless, keys: [{ ...publishedEd, ...publishedRsa }] }, 'key-unreadable', 'keys[0]'],
  ['a key twice', { ...keyless, keys: [publishedEd, publishedEd] }, 'duplicate-key', 'keys[1].id'],
  [
    'a key that is no Multikey',
    { ...keyless, keys: [{ id, publicKeyMultibase: 'z6Mk' }] },
    'key-unreadable',
    'keys[0].publicKeyMultibase',
  ],
  [
    'a key of small order',
    { ...keyless, keys: [{ id, publicKeyMultibase: smallOrder }] },
    'key-unreadable',
    'keys[0].publicKeyMultibase',
  ],
  [
    'a beginning that is no moment',
    { ...keyless, keys: [{ ...publishedEd, validFrom: '2026' }] },
    'not-an-instant',
    'keys[0].validFrom',
  ],
  [
    'an end before its beginning',
    { ...keyless, keys: [{ ...publishedEd, validUntil: '2025-01-01T00:00:00Z' }] },
    'period-backwards',
    'keys[0]',
  ],
])('an issuer of %s', (_, input, code, path) => {
  expect(parseIssuer(input).refusal).toMatchObject({ code, ...(path === undefined ? {} : { path }) })
})

test('a private key where a public one is asked for is read without its secret', () => {
  const read = given(
    parseIssuer({
      ...keyless,
      keys: [
        { id, publicKeyJwk: { ...rsaJwk } },
        { id: `${id}b`, publicKeyJwk: okp },
      ],
    }),
  )
  expect(JSON.stringify(read)).not.toContain(d)
  expect(JSON.stringify(read)).not.toContain(String(rsaJwk.d))
})

test('an issuer is read again from the profile it publishes, but for when its keys begin', () => {
  const compromised = issuerOf(publishedOld, { ...publishedEd, compromisedSince: '2026-10-01T00:00:00Z' }, publishedRsa)
  for (const each of [issuer, compromised]) {
    const { keys, ...rest } = each
    const withoutBeginnings = keys.map(({ validFrom: _, ...key }) => key)
    expect(given(parseIssuerProfile(issuerProfile(each)))).toEqual({ ...rest, keys: withoutBeginnings })
  }
})

test('a profile is of the terms of W3C Controlled Identifiers', () => {
  expect(issuerProfile(issuer)).toMatchObject({
    '@context': ['https://www.w3.org/ns/cid/v1', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
    type: ['Profile'],
    verificationMethod: [
      {
        ...published(edKey),
        id: publishedOld.id,
        publicKeyMultibase: expect.any(String),
        type: 'Multikey',
        controller: issuerId,
        expires: '2026-01-01T00:00:00Z',
      },
      { ...published(edKey), type: 'Multikey', controller: issuerId },
      { ...publishedRsa, type: 'JsonWebKey', controller: issuerId },
    ],
  })
})

test('a key that asserts nothing is left out, and one that another controls is refused', () => {
  const profile = issuerProfile(issuer)
  const methods = profile.verificationMethod as readonly object[]
  expect(given(parseIssuerProfile({ ...profile, assertionMethod: [edKey.id] })).keys).toHaveLength(1)
  expect(given(parseIssuerProfile({ ...profile, verificationMethod: [], assertionMethod: methods })).keys).toHaveLength(
    3,
  )
  const foreign = methods.map((method) => ({ ...method, controller: 'https://evil.example/' }))
  expect(parseIssuerProfile({ ...profile, verificationMethod: foreign }).refusal?.code).toBe('key-foreign')
  expect(parseIssuerProfile({ ...profile, assertionMethod: undefined }).refusal?.code).toBe('keys-missing')
  expect(parseIssuerProfile('no').refusal?.code).toBe('key-unreadable')
})
