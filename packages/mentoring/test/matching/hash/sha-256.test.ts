import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalJson } from '../../../src/matching/hash/canonical-json.ts'
import { pairNoise, personWords } from '../../../src/matching/hash/pair-noise.ts'
import { sha256 } from '../../../src/matching/hash/sha-256.ts'

test.each([
  ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
  ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
  [
    'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
    '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
  ],
  ['a'.repeat(1_000_000), 'cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0'],
])('the published vector of %j', (text, digest) => {
  expect(sha256(text)).toBe(digest)
})

test('any text has the digest that another implementation gives', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      expect(sha256(text)).toBe(createHash('sha256').update(text, 'utf8').digest('hex'))
    }),
  )
})

test('equal values have one text, whatever the order of their keys', () => {
  expect(canonicalJson({ b: [1, { d: null, c: 'é"' }], a: undefined })).toBe('{"b":[1,{"c":"é\\"","d":null}]}')
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)))
    }),
  )
})

test('the noise of a pair is spread evenly, and depends on seed, mentee and mentor', () => {
  const noise = (seed: string, mentee: number, mentor: number) =>
    pairNoise(personWords(seed, 'mentee', `p${mentee}`), personWords(seed, 'mentor', `p${mentor}`)) / 2 ** 31
  const all = Array.from({ length: 2500 }, (_, at) => noise('spring', at % 50, Math.floor(at / 50)))
  const tenths = all.reduce(
    (count, each) => count.with(Math.floor(each * 10), (count[Math.floor(each * 10)] ?? 0) + 1),
    Array<number>(10).fill(0),
  )
  for (const count of tenths) expect(Math.abs(count - 250)).toBeLessThan(75)
  expect(new Set(all).size).toBe(2500)
  expect(noise('spring', 1, 2)).not.toBe(noise('spring', 2, 1))
  expect(noise('spring', 1, 2)).not.toBe(noise('autumn', 1, 2))
})
