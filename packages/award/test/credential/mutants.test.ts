import { expect, test } from 'vitest'
import { fromBase64Url, textOf, toBase64Url } from '../../src/credential/engine/jws.ts'
import { issueBadge, issueStatusList } from '../../src/credential/issue.ts'
import { statusListOf } from '../../src/credential/status-list.ts'
import { verifyCredential } from '../../src/credential/verify-credential.ts'
import { chance, meaning, mutantOf } from './mutant.ts'
import { edKey, given, issuer, listId, now, onList, rsaKey, signedAt } from './sample.ts'

const status = {
  id: listId,
  issuer,
  purpose: 'revocation',
  list: given(statusListOf([])),
  validFrom: signedAt,
} as const
const statusLists = [given(await issueStatusList(status, edKey, signedAt)).text]
const basis = { issuers: [issuer], at: now, statusLists }

/** As many different mutants of a document as asked for, each of which says something else than the document. */
function mutantsOf(original: Parameters<typeof mutantOf>[0], count: number, seed: number): readonly string[] {
  const random = chance(seed)
  const said = new Map([[meaning(original), '']])
  while (said.size <= count) {
    const mutant = mutantOf(original, random)
    const says = meaning(mutant)
    if (!said.has(says)) said.set(says, JSON.stringify(mutant))
  }
  return [...said.values()].slice(1)
}

test('none of 1,000 different mutants of a badge is accepted', { timeout: 300_000 }, async () => {
  const issued = given(await issueBadge(onList, edKey, signedAt))
  expect((await verifyCredential(issued.text, basis)).status).toBe('verified')
  const mutants = mutantsOf(JSON.parse(issued.text), 1000, 20_261_124)
  expect(new Set(mutants).size).toBe(1000)
  const codes = new Map<string, number>()
  for (const mutant of mutants) {
    const found = await verifyCredential(mutant, basis)
    if (found.status === 'verified') expect.fail(`accepted: ${mutant}`)
    for (const { code } of found.reasons) codes.set(code, (codes.get(code) ?? 0) + 1)
  }
  expect([...codes.keys()].sort()).toEqual([
    'foreign-key',
    'malformed',
    'tampered',
    'unknown-context',
    'unknown-issuer',
    'unsupported-proof',
  ])
  expect(codes.get('tampered')).toBeGreaterThan(300)
})

test('nor of 1,000 of a token: of what it says, or of its letters', { timeout: 300_000 }, async () => {
  const { text } = given(await issueBadge(onList, rsaKey, signedAt))
  expect((await verifyCredential(text, basis)).status).toBe('verified')
  const [head = '', body = '', signature = ''] = text.split('.')
  const payload = JSON.parse(textOf(fromBase64Url(body) ?? new Uint8Array()) ?? '')
  for (const mutant of mutantsOf(payload, 500, 3)) {
    const found = await verifyCredential([head, toBase64Url(mutant), signature].join('.'), basis)
    if (found.status === 'verified') expect.fail(`accepted: ${mutant}`)
  }
  const random = chance(5)
  for (let count = 0; count < 500; ) {
    const place = Math.floor(random() * text.length)
    const letter =
      'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.='[Math.floor(random() * 66)] ?? 'A'
    const mutant = text.slice(0, place) + letter + text.slice(place + (random() < 0.8 ? 1 : 0))
    if (mutant === text) continue
    count++
    const found = await verifyCredential(mutant, basis)
    if (found.status === 'verified') expect.fail(`accepted: ${mutant}`)
  }
})

test('nor is a badge with a mutant of its list', { timeout: 300_000 }, async () => {
  const issued = given(await issueBadge(onList, edKey, signedAt))
  for (const mutant of mutantsOf(JSON.parse(statusLists[0] ?? ''), 200, 9)) {
    const found = await verifyCredential(issued.text, { ...basis, statusLists: [mutant] })
    if (found.status === 'verified') expect.fail(`accepted with: ${mutant}`)
  }
})

// RDF reads each of these as the badge that was signed; a reader of JSON would not.
test.each([
  ['a name for one document alone', '"criteria":{', '"criteria":{"id":"_:b7",'],
  [
    'a type said again as an address',
    '"type":["Achievement"]',
    '"type":["Achievement","https://purl.imsglobal.org/spec/vc/ob/vocab.html#Achievement"]',
  ],
  ['a type as an address alone', '"type":["Alignment"]', '"type":["https://schema.org/AlignmentObject"]'],
  ['a truth as a text', '"hashed":true', '"hashed":"true"'],
  ['null', '"version":"1"', '"version":"1","image":null'],
  ['an empty list', '"version":"1"', '"version":"1","tag":[]'],
  ['a member twice', '"type":["Alignment"]', '"type":["Alignment","Alignment"]'],
  ['a keyword', '"version":"1"', '"version":{"@value":"1"}'],
  ['another keyword', '"evidence":[', '"@included":[],"evidence":['],
  ['a term in full', '"version":"1"', '"https://purl.imsglobal.org/spec/vc/ob/vocab.html#version":"1"'],
  ['a context again', '"version":"1"', '"version":"1","@context":"https://www.w3.org/ns/credentials/v2"'],
  [
    'a purpose in full',
    '"proofPurpose":"assertionMethod"',
    '"proofPurpose":"https://w3id.org/security#assertionMethod"',
  ],
  ['a key in an object', `"verificationMethod":"${edKey.id}"`, `"verificationMethod":{"id":"${edKey.id}"}`],
  ['a list of lists', '"type":["Alignment"]', '"type":[["Alignment"]]'],
])('nor one that states the same with %s', async (_, from, to) => {
  const { text } = given(await issueBadge(onList, edKey, signedAt))
  expect(text).toContain(from)
  const found = await verifyCredential(text.replace(from, to), basis)
  expect(found.status).toBe('refused')
})

test('a document says the same whatever order it stands in, and only then', () => {
  expect(meaning({ a: ['x', 'y'], b: [1] })).toBe(meaning({ b: 1, a: ['y', 'x'] }))
  expect(meaning({ a: 'x' })).not.toBe(meaning({ a: 'X' }))
  expect(meaning({ a: true })).not.toBe(meaning({ a: 'true' }))
  expect(meaning({ '@context': ['x', 'y'] })).not.toBe(meaning({ '@context': ['y', 'x'] }))
})
