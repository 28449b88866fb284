import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { fromCase } from '../../../src/formats/case/from-case.ts'
import { recogniseEdition } from '../../../src/formats/case/recognise-edition.ts'
import { anyUnicode } from '../any-unicode.ts'
import { samplePackage } from '../sample-package.ts'

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const text = JSON.stringify(samplePackage)

test('reads a package that uses every field, and gives it back to the letter', () => {
  const read = fromCase(text).value
  expect(read?.notCarried).toEqual([])
  expect(read?.package).toEqual(samplePackage)
  expect(JSON.stringify(read?.package)).toBe(text)
  expect(fromCase(`\ufeff${text}`).value?.package).toEqual(samplePackage)
})

test('gives the tree by sequence number, a child with two parents under both, and what points outside', () => {
  const read = fromCase(samplePackage).value
  expect(Object.fromEntries(read?.childrenOf ?? [])).toEqual({
    [id(1)]: [id(2), id(3)],
    [id(2)]: [id(4)],
    [id(3)]: [id(4)],
  })
  expect(read?.external).toEqual([id(15)])
  expect(read?.unattached).toEqual([])
  expect(recogniseEdition(samplePackage)).toBeUndefined()
})

test('lists fields that are none of the standard, and leaves them out', () => {
  const [item] = samplePackage.CFItems ?? []
  const odd = { ...samplePackage, colour: 'red', CFItems: [{ ...item, colour: 'red' }], CFAssociations: [] }
  const read = fromCase(odd).value
  expect(read?.notCarried.map((one) => one.path)).toEqual(['CFItems[0].colour', 'colour'])
  expect(read?.package).toEqual({ ...samplePackage, CFItems: [item], CFAssociations: [] })
  expect(read?.unattached).toEqual([id(2)])
})

test('tells an empty list from none', () => {
  const { CFDocument } = samplePackage
  expect(fromCase({ CFDocument }).value?.package).toEqual({ CFDocument })
  expect(fromCase({ CFDocument, CFItems: [] }).value?.package).toEqual({ CFDocument, CFItems: [] })
})

test('compares identifiers as UUIDs, whatever their case', () => {
  const upper = (one: string) => one.replaceAll('a', 'A')
  const lower = 'aaaaaaaa-0000-4000-8000-000000000001'
  const item = { ...samplePackage.CFItems?.[0], identifier: lower }
  const twice = fromCase({
    ...samplePackage,
    CFItems: [item, { ...item, identifier: upper(lower) }],
    CFAssociations: [],
  })
  expect([twice.refusal?.code, twice.refusal?.path]).toEqual(['duplicate-identifier', 'CFItems[1]'])
  const association = samplePackage.CFAssociations?.[0]
  const origin = { ...association?.originNodeURI, identifier: upper(lower) }
  const linked = fromCase({
    ...samplePackage,
    CFItems: [item],
    CFAssociations: [{ ...association, originNodeURI: origin }],
  })
  expect(linked.value?.childrenOf.get(id(1))).toEqual([lower])
  const shouted = { ...item, identifier: upper(lower) }
  const low = { ...association?.originNodeURI, identifier: lower }
  const back = fromCase({
    ...samplePackage,
    CFItems: [shouted],
    CFAssociations: [{ ...association, originNodeURI: low }],
  })
  expect(back.value?.childrenOf.get(id(1))).toEqual([upper(lower)])
})

/** Items in a ring or in a row, each the child of the next. */
function chain(length: number, closed: boolean) {
  const [item] = samplePackage.CFItems ?? []
  const [association] = samplePackage.CFAssociations ?? []
  const link = (n: number) => ({ title: '', uri: '', identifier: id(n) })
  return {
    CFDocument: { ...samplePackage.CFDocument, identifier: id(999_999_999) },
    CFItems: Array.from({ length }, (_, n) => ({ ...item, identifier: id(n) })),
    CFAssociations: Array.from({ length: closed ? length : length - 1 }, (_, n) => ({
      ...association,
      identifier: id(n + 1_000_000),
      originNodeURI: link(n),
      destinationNodeURI: link((n + 1) % length),
    })),
  }
}

test('refuses items that lie under themselves, with the way round', () => {
  const three = fromCase(chain(3, true)).refusal
  expect(three?.code).toBe('cyclic-framework')
  const way = three?.message.match(/[0-9a-f-]{36}/g) ?? []
  expect(way).toHaveLength(4)
  expect(way[0]).toBe(way[3])
  expect(new Set(way)).toEqual(new Set([id(0), id(1), id(2)]))
  expect(fromCase(chain(1, true)).refusal?.code).toBe('cyclic-framework')
})

test('reads a chain of 10,000 items without recursion, and refuses it closed', { timeout: 60_000 }, () => {
  expect(fromCase(chain(10_000, false)).value?.childrenOf.size).toBe(9_999)
  const closed = fromCase(chain(10_000, true)).refusal
  expect(closed?.code).toBe('cyclic-framework')
  expect(closed?.message.length).toBeLessThan(1_000)
})

test('reads forty storeys of two items each, all joined, in no time', () => {
  const [item] = samplePackage.CFItems ?? []
  const [association] = samplePackage.CFAssociations ?? []
  const link = (n: number) => ({ title: '', uri: '', identifier: id(n) })
  const pairs = Array.from({ length: 40 }, (_, n) => [2 * n, 2 * n + 1])
  const joined = pairs
    .slice(1)
    .flatMap((lower, at) => lower.flatMap((low) => (pairs[at] ?? []).map((high) => [low, high])))
  const read = fromCase({
    CFDocument: { ...samplePackage.CFDocument, identifier: id(999) },
    CFItems: pairs.flat().map((n) => ({ ...item, identifier: id(n) })),
    CFAssociations: joined.map(([low = 0, high = 0], n) => ({
      ...association,
      ...{ identifier: id(n + 1_000), originNodeURI: link(low), destinationNodeURI: link(high) },
    })),
  }).value
  expect(read?.childrenOf.size).toBe(78)
})

test('refuses a text that is too large before it parses it', () => {
  const large = `{"CFDocument": "${'x'.repeat(20_000_000)}`
  const parse = vi.spyOn(JSON, 'parse')
  expect(fromCase(large).refusal?.code).toBe('too-large')
  expect(parse).not.toHaveBeenCalled()
  parse.mockRestore()
  expect(fromCase(text, { bytesMax: Buffer.byteLength(text) }).value).toBeDefined()
  expect(fromCase(text, { bytesMax: Buffer.byteLength(text) - 1 }).refusal?.code).toBe('too-large')
  expect(() => fromCase(text, { bytesMax: Number.NaN })).toThrow(RangeError)
})

test('counts bytes, not characters', () => {
  fc.assert(
    fc.property(anyUnicode({ maxLength: 20 }), fc.integer({ min: 1, max: 80 }), (any, bytesMax) => {
      expect(fromCase(any, { bytesMax }).refusal?.code === 'too-large').toBe(Buffer.byteLength(any) > bytesMax)
    }),
  )
})

test('refuses values nested too deeply, in a text and in an object that contains itself', () => {
  const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`
  const inside = (value: string) => text.replace(/\{"of":"it"\}/, value)
  expect(fromCase(inside(deep)).refusal?.code).toBe('too-deep')
  expect(fromCase(inside(`${'['.repeat(60)}${']'.repeat(60)}`)).value).toBeDefined()
  const round: Record<string, unknown> = {}
  round.again = round
  expect(fromCase({ ...samplePackage, extensions: round }).refusal?.code).toBe('too-deep')
})

test('reaches no prototype', () => {
  const evil = '{"__proto__": {"polluted": true}}'
  for (const broken of [
    text.replace(/\{"of":"it"\}/, evil),
    text.replace('"CFItems"', '"__proto__": {"polluted": true}, "CFItems"'),
    text
      .replace('{"creator"', '{"__proto__": {}, "creator"')
      .replace('{"identifier"', '{"__proto__": {}, "identifier"'),
  ]) {
    expect(fromCase(broken).refusal?.code).toBe('forbidden-key')
  }
  expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  const inherited = Object.create(samplePackage) as unknown
  expect(fromCase(inherited).refusal?.code).toBe('missing-field')
})

test('never throws, whatever it is given, and never gives value and refusal at once', () => {
  fc.assert(
    fc.property(fc.oneof(fc.anything(), fc.json(), fc.jsonValue()), (any) => {
      const { value, refusal } = fromCase(any)
      expect(value === undefined).toBe(refusal !== undefined)
    }),
  )
})
