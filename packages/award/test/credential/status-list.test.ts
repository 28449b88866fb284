/// <reference types="node" />
import { gunzipSync, gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { drawStatusIndex } from '../../src/credential/draw-status-index.ts'
import {
  decodeStatusList,
  encodeStatusList,
  hasStatus,
  listLengthMax,
  listLengthMin,
  statusListOf,
  withStatus,
} from '../../src/credential/status-list.ts'
import { given } from './sample.ts'

const indices = fc.uniqueArray(fc.nat(listLengthMin - 1), { maxLength: 40 })
const encoded = (bytes: Uint8Array): string => `u${Buffer.from(gzipSync(bytes)).toString('base64url')}`

test('every bit of a list is that of its index, first bit first, read by zlib', { timeout: 120_000 }, () => {
  fc.assert(
    fc.property(indices, (raised) => {
      const text = encodeStatusList(given(statusListOf(raised)))
      const bits = [...gunzipSync(Buffer.from(text.slice(1), 'base64url'))]
        .map((byte) => byte.toString(2).padStart(8, '0'))
        .join('')
      expect(text[0]).toBe('u')
      expect(bits).toHaveLength(listLengthMin)
      expect([...bits.matchAll(/1/g)].map(({ index }) => index)).toEqual([...raised].sort((a, b) => a - b))
    }),
    { numRuns: 30 },
  )
})

test('what zlib compressed is read', { timeout: 120_000 }, () => {
  fc.assert(
    fc.property(indices, (raised) => {
      const bytes = new Uint8Array(listLengthMin / 8)
      for (const index of raised) bytes[index >> 3] = (bytes[index >> 3] ?? 0) + 2 ** (7 - (index % 8))
      const list = given(decodeStatusList(encoded(bytes)))
      for (const index of [...raised, ...raised.map((each) => (each * 31 + 7) % listLengthMin)]) {
        expect(hasStatus(list, index).value).toBe(raised.includes(index))
      }
    }),
    { numRuns: 30 },
  )
})

test('the empty list of the standard (W3C Bitstring Status List 1.0, example) is read as 131,072 lowered bits', () => {
  const list = given(decodeStatusList('uH4sIAAAAAAAAA-3BMQEAAADCoPVPbQwfoAAAAAAAAAAAAAAAAAAAAIC3AYbSVKsAQAAA'))
  expect(list.length).toBe(131_072)
  expect(list.bytes.every((byte) => byte === 0)).toBe(true)
})

test('a bit is raised and lowered, and the list before stays as it was', () => {
  const list = given(statusListOf([8]))
  const after = given(withStatus(list, 15, true))
  expect([8, 15].map((index) => hasStatus(list, index).value)).toEqual([true, false])
  expect([8, 15].map((index) => hasStatus(after, index).value)).toEqual([true, true])
  expect(given(withStatus(after, 15, false))).toEqual(list)
})

test('the same list always gives the same text', () => {
  expect(encodeStatusList(given(statusListOf([1, 2])))).toBe(encodeStatusList(given(statusListOf([2, 1, 1]))))
})

test.each([-1, 131_072, 0.5, Number.NaN, Number.POSITIVE_INFINITY])('%s is no index', (index) => {
  const list = given(statusListOf([]))
  for (const refused of [statusListOf([index]), withStatus(list, index, true), hasStatus(list, index)]) {
    expect(refused.refusal?.code).toBe('index-outside-list')
  }
})

test.each([0, 8, 131_071, 131_073, listLengthMax + 8, Number.NaN])('a list of %s is not kept', (length) => {
  expect(statusListOf([], length).refusal?.code).toBe('list-length-invalid')
})

test.each([
  ['no multibase', 'H4sI'],
  ['base58', 'zH4sI'],
  ['nothing', 'u'],
  ['no gzip', `u${Buffer.from('no gzip at all, but long').toString('base64url')}`],
  ['a letter of another alphabet', 'uH4sI+/=='],
])('an encoded list that is %s', (_, text) => {
  expect(decodeStatusList(text).refusal?.code).toBe('list-unreadable')
})

test('a list that is short, or swells', () => {
  expect(decodeStatusList(encoded(new Uint8Array(16))).refusal?.code).toBe('list-length-invalid')
  const bomb = gzipSync(new Uint8Array(200_000_000))
  expect(decodeStatusList(`u${bomb.toString('base64url')}`).refusal?.code).toBe('list-unreadable')
  // A bomb that says that it is small.
  bomb.writeUInt32LE(listLengthMin / 8, bomb.length - 4)
  expect(decodeStatusList(`u${bomb.toString('base64url')}`).refusal?.code).toBe('list-unreadable')
})

test('each free index is drawn, each as often, and none that is given out', () => {
  const taken = new Set([0, 3, 4, 9])
  const free = [1, 2, 5, 6, 7, 8]
  const drawn = Array.from({ length: 600 }, (_, step) => drawStatusIndex(taken, () => step / 600, 10).value)
  expect(free.map((index) => drawn.filter((each) => each === index).length)).toEqual(free.map(() => 100))
  expect(drawStatusIndex(new Set(Array.from({ length: 10 }, (_, index) => index)), () => 0, 10).refusal?.code).toBe(
    'list-full',
  )
  expect(drawStatusIndex(new Set([-1, 10, 0.5]), () => 0.99, 10).value).toBe(9)
})

test.each([1, -0.1, Number.NaN])('a chance of %s is the fault of who gives it', (chance) => {
  expect(() => drawStatusIndex(new Set(), () => chance)).toThrow(RangeError)
})
