import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sha1 } from '../../src/formats/sha-1.ts'

const hex = (bytes: readonly number[]) => bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')
const ascii = (text: string) => [...text].map((char) => char.charCodeAt(0))

test.each([
  ['', 'da39a3ee5e6b4b0d3255bfef95601890afd80709'],
  ['abc', 'a9993e364706816aba3e25717850c26c9cd0d89d'],
  ['abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq', '84983e441c3bd26ebaae4aa1f95129e5e54670f1'],
])('gives the published digest of "%s"', (text, digest) => {
  expect(hex(sha1(ascii(text)))).toBe(digest)
})

test('agrees with another implementation for any bytes, at every length around a block', () => {
  for (let length = 0; length <= 200; length++) {
    const bytes = Array.from({ length }, (_, index) => (index * 37 + length) % 256)
    expect(hex(sha1(bytes))).toBe(createHash('sha1').update(Uint8Array.from(bytes)).digest('hex'))
  }
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expect(hex(sha1([...bytes]))).toBe(createHash('sha1').update(bytes).digest('hex'))
    }),
  )
})
