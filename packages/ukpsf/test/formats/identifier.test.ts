/// <reference types="node" />
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { editions } from '../../src/editions/catalogue.ts'
import { identifierNamespace, identifierOf, uuidOfName } from '../../src/formats/identifier.ts'
import { outline } from '../../src/formats/outline.ts'
import { anyUnicode } from './any-unicode.ts'

const dns = '6ba7b810-9dad-11d1-80b4-00c04fd430c8'

test('gives the example of RFC 9562, appendix A.4', () => {
  expect(uuidOfName(dns, 'www.example.com')).toBe('2ed6657d-e927-568b-95e1-2665a8aea6a2')
  expect(uuidOfName(dns.toUpperCase(), 'www.example.com')).toBe('2ed6657d-e927-568b-95e1-2665a8aea6a2')
})

test('agrees with another implementation for any name', () => {
  const other = (name: string) => {
    const bytes = createHash('sha1')
      .update(Buffer.from(dns.replaceAll('-', ''), 'hex'))
      .update(name, 'utf8')
      .digest()
    bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50
    bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
    return bytes.toString('hex').slice(0, 32)
  }
  fc.assert(
    fc.property(anyUnicode(), (name) => {
      expect(uuidOfName(dns, name).replaceAll('-', '')).toBe(other(name))
    }),
  )
})

test('never changes an identifier', () => {
  expect(identifierNamespace).toBe('ae5bf074-4da4-4132-acd3-b1e9cfb327f7')
  const lines = readFileSync(new URL('./identifiers.txt', import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .slice(2)
  const codes = editions.flatMap((edition) => [edition.id, ...outline(edition).map((item) => item.code)])
  expect(lines).toEqual(codes.map((code) => `${code} ${identifierOf(code)} ${identifierOf(code, 'cy-GB')}`))
  expect(new Set(lines.flatMap((line) => line.split(' ').slice(1))).size).toBe(lines.length * 2)
})

test('refuses a namespace that is none', () => {
  expect(() => uuidOfName('psf-2023', 'x')).toThrow("'psf-2023' is no UUID")
})
