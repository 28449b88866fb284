/// <reference types="node" />
import { createHmac, createPublicKey } from 'node:crypto'
import { expect, test } from 'vitest'
import { fromBase64Url, textOf, toBase64Url } from '../../src/credential/engine/jws.ts'
import { utf8Of } from '../../src/credential/engine/sha256.ts'
import { issueBadge } from '../../src/credential/issue.ts'
import { parseSigningKey, type SigningKey } from '../../src/credential/signing-key.ts'
import { verifyCredential } from '../../src/credential/verify-credential.ts'
import { badge, edKey, given, issuer, issuerId, now, rsaJwk, rsaJwkOf, rsaKey, signedAt } from './sample.ts'

const { text } = given(await issueBadge(badge, rsaKey, signedAt))
const [head = '', body = '', signature = ''] = text.split('.')
const jsonIn = (part: string) => JSON.parse(textOf(fromBase64Url(part) ?? new Uint8Array()) ?? '')
const header = jsonIn(head)
const payload = jsonIn(body)
const strangerJwk = rsaJwkOf(2048)
const stranger: SigningKey = given(await parseSigningKey({ id: rsaKey.id, privateKeyJwk: strangerJwk }))

async function tokenOf(
  headerOf: object | string,
  payloadOf: object | string,
  key: SigningKey = rsaKey,
): Promise<string> {
  const signing = [headerOf, payloadOf]
    .map((part) => toBase64Url(typeof part === 'string' ? part : JSON.stringify(part)))
    .join('.')
  return `${signing}.${toBase64Url(await key.sign(utf8Of(signing)))}`
}

async function codeOf(token: string): Promise<string> {
  const found = await verifyCredential(token, { issuers: [issuer], at: now })
  return found.status === 'verified' ? 'verified' : found.reasons.map(({ code }) => code).join()
}

test('a token holds the credential beside its claims, and three words in its header', () => {
  expect(header).toEqual({ alg: 'RS256', kid: rsaKey.id, typ: 'JWT' })
  expect(payload).toMatchObject({
    iss: issuerId,
    jti: badge.id,
    sub: badge.recipient.id,
    nbf: Date.parse('2026-07-01T00:00:00Z') / 1000,
    exp: Date.parse('2031-07-01T00:00:00Z') / 1000,
    iat: Date.parse(signedAt) / 1000,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
  })
  expect(payload).not.toHaveProperty('vc')
})

test('the helper of these tests signs as the package does', async () => {
  expect(await tokenOf(header, payload)).toBe(text)
})

test('a token signed by nobody', async () => {
  for (const alg of ['none', 'None', 'NONE', '', null, undefined]) {
    for (const end of ['', signature]) {
      expect(await codeOf(`${toBase64Url(JSON.stringify({ ...header, alg }))}.${body}.${end}`)).toBe(
        'unsupported-proof',
      )
    }
  }
  expect(await codeOf(`${head}.${body}.`)).toBe('tampered')
})

test('a token whose secret is the public key of the issuer (HS256)', async () => {
  const pem = createPublicKey({ key: rsaJwk, format: 'jwk' }).export({ type: 'spki', format: 'pem' })
  const { n, e } = rsaJwk
  for (const secret of [String(pem), String(pem).trim(), JSON.stringify({ kty: 'RSA', n, e }), String(n)]) {
    for (const alg of ['HS256', 'RS256']) {
      const signing = `${toBase64Url(JSON.stringify({ ...header, alg }))}.${body}`
      const mac = createHmac('sha256', secret).update(signing).digest('base64url')
      expect(await codeOf(`${signing}.${mac}`)).toBe(alg === 'HS256' ? 'unsupported-proof' : 'tampered')
    }
  }
})

test.each(['RS384', 'PS256', 'ES256', 'EdDSA', 'Ed25519', 'rs256'])('a token of %s', async (alg) => {
  expect(await codeOf(await tokenOf({ ...header, alg }, payload))).toBe('unsupported-proof')
})

test('a token that brings its key along', async () => {
  const { kty, n, e } = strangerJwk
  for (const own of [
    { jwk: { kty, n, e } },
    { jku: 'https://evil.example/keys' },
    { x5c: ['AA'] },
    { x5u: 'https://evil.example/x' },
  ]) {
    expect(await codeOf(await tokenOf({ ...header, ...own }, payload, stranger))).toBe('foreign-key')
    expect(await codeOf(await tokenOf({ ...header, ...own }, payload))).toBe('foreign-key')
  }
})

test('a token by a key of somebody else', async () => {
  expect(await codeOf(await tokenOf(header, payload, stranger))).toBe('tampered')
  expect(await codeOf(await tokenOf({ ...header, kid: 'https://evil.example/#1' }, payload, stranger))).toBe(
    'foreign-key',
  )
  expect(await codeOf(await tokenOf({ ...header, kid: edKey.id }, payload, stranger))).toBe('foreign-key')
})

test.each([
  ['crit', { crit: ['b64'], b64: false }, 'unsupported-proof'],
  ['another type', { typ: 'at+jwt' }, 'unsupported-proof'],
  ['no key named', { kid: undefined }, 'malformed'],
  ['a list of keys named', { kid: [rsaKey.id] }, 'malformed'],
] as const)('a header with %s', async (_, change, code) => {
  expect(await codeOf(await tokenOf({ ...header, ...change }, payload))).toBe(code)
})

test('a key that stands twice, in the header or in what is said', async () => {
  const twice = JSON.stringify(header).replace('{', '{"alg":"none",')
  expect(await codeOf(await tokenOf(twice, payload))).toBe('malformed')
  expect(await codeOf(await tokenOf(header, JSON.stringify(payload).replace('{', '{"id":"urn:uuid:other",')))).toBe(
    'malformed',
  )
})

test.each([
  ['iss', 'https://evil.example/'],
  ['jti', 'urn:uuid:other'],
  ['sub', 'urn:uuid:other'],
  ['nbf', 1],
  ['exp', 4_000_000_000],
  ['exp', undefined],
  ['iat', 'yesterday'],
] as const)('a claim %s of %s, at odds with what the issuer signed beside it', async (name, value) => {
  expect(await codeOf(await tokenOf(header, { ...payload, [name]: value }))).toBe('malformed')
})

test('without iat the moment of signing is that from which it is valid', async () => {
  const found = await verifyCredential(await tokenOf(header, { ...payload, iat: undefined }), {
    issuers: [issuer],
    at: now,
  })
  expect(found.status === 'verified' && found.signedAt).toBe('2026-07-01T00:00:00.000Z')
})

test('a credential in vc, and a proof in a token', async () => {
  expect(await codeOf(await tokenOf(header, { ...payload, vc: {} }))).toBe('malformed')
  expect(await codeOf(await tokenOf(header, { ...payload, proof: {} }))).toBe('unsupported-proof')
})

test('letters that decode alike and are written otherwise', async () => {
  expect(await codeOf(`${text}=`)).toBe('malformed')
  expect(await codeOf(`${head}.${body}.${signature.slice(0, -1)}${signature.endsWith('A') ? 'B' : 'A'}`)).toMatch(
    /malformed|tampered/,
  )
})
