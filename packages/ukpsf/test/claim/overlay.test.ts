import { expect, test } from 'vitest'
import { defineOverlay } from '../../src/claim/define-overlay.ts'
import type { DescriptorCode, DimensionCode } from '../../src/framework/code.ts'
import type { CountRule } from '../../src/framework/rule.ts'
import { bare, countable, subsets } from '../brute.ts'
import { combinations } from '../combinations.ts'

const define = (descriptor: string, rule: CountRule) =>
  defineOverlay({
    id: 'example',
    institution: 'Example University',
    rules: [{ descriptor: descriptor as DescriptorCode, title: 'Ours', rule }],
  })
const codes = (edition: string, words: string) => words.split(' ').map((code) => `${edition}:${code}` as DimensionCode)

test.each([
  ['psf-2023:D1', 'all-of', 'A2', 1, 'a named area'],
  ['psf-2023:D1', 'all-of', 'V1 V2', 2, 'partly new'],
  ['psf-2023:D1', 'at-least', 'A1 A2 A3 A4 A5', 3, 'more of the same'],
  ['psf-2023:D1', 'at-least', 'A1 A2 A3 A4 A5', 2, 'the very rule of the edition'],
  ['psf-2023:D1', 'at-least', 'A1 A2 A3', 1, 'one of three, which two of five leave open'],
  ['psf-2023:D1', 'at-least', 'V1 V2 V3 V4 V5', 3, 'a third value'],
  ['psf-2023:D2', 'all-of', 'V1 V2 V3 V4 V5', 5, 'the very rule of the edition'],
  ['ukpsf-2011:D1', 'all-of', 'V1 V2 V3 V4', 4, 'all values'],
  ['ukpsf-2011:D2', 'all-of', 'V4 V3 V2 V1', 4, 'the very rule of the edition, in another order'],
])('%s accepts %s %s: %s, %s', (descriptor, kind, words, count) => {
  const list = codes(descriptor.split(':')[0] ?? '', words)
  const rule: CountRule = kind === 'all-of' ? { kind, codes: list } : { kind: 'at-least', count, from: list }
  const sorted = bare[descriptor.split(':')[0] ?? '']?.filter((code) => words.split(' ').includes(code)).join(' ') ?? ''
  const ordered = codes(descriptor.split(':')[0] ?? '', sorted)
  const expected = kind === 'all-of' ? { kind, codes: ordered } : { kind, count, from: ordered }
  expect(define(descriptor, rule).value?.rules[0]?.rule).toEqual(expected)
})

test.each([
  ['psf-2023:D1', 1, 'A1 A2 A3 A4 A5', 'one area instead of two'],
  ['psf-2023:D1', 1, 'A1 A2 A3 A4', 'any two of five touch four'],
  ['psf-2023:D1', 1, 'V1', 'one of the two named values'],
  ['psf-2023:D1', 2, 'V1 V2 V3 V4 V5', 'two values, whichever'],
  ['psf-2023:D2', 1, 'A2', 'one of five'],
  ['psf-2023:D3', 5, 'A1 A2 A3 A4 A5', 'five of fifteen'],
  ['ukpsf-2011:D1', 1, 'K1 K2 K3', 'one of what is asked for twice'],
])('%s refuses %i of %s: %s', (descriptor, count, words) => {
  const { refusal } = define(descriptor, {
    kind: 'at-least',
    count,
    from: codes(descriptor.split(':')[0] ?? '', words),
  })
  expect(refusal?.code).toBe('overlay-loosens')
  expect(refusal?.message).toContain(descriptor)
})

test('agrees with trying every set on whether a rule asks for less', () => {
  for (const descriptor of ['psf-2023:D1', 'ukpsf-2011:D1']) {
    const [edition = ''] = descriptor.split(':')
    const enough = [...subsets(bare[edition] ?? [])].filter((set) => countable[descriptor]?.(set).every(Boolean))
    for (const list of combinations(['A1', 'A2', 'A3', 'A4', 'A5', 'K1', 'K2', 'V1', 'V3'], 4)) {
      for (const count of [1, 2, 3, 4]) {
        const implied = enough.every((set) => list.filter((code) => set.has(code)).length >= count)
        const { refusal } = define(descriptor, { kind: 'at-least', count, from: codes(edition, list.join(' ')) })
        expect([descriptor, list, count, refusal?.code]).toEqual([
          descriptor,
          list,
          count,
          implied ? 'overlay-loosens' : undefined,
        ])
      }
    }
  }
})

test('refuses what cannot be counted', () => {
  const from = codes('psf-2023', 'A1 A2')
  for (const count of [0, -1, 3, 1.5, Number.NaN, Number.POSITIVE_INFINITY]) {
    expect(define('psf-2023:D1', { kind: 'at-least', count, from }).refusal?.code).toBe('impossible-rule')
  }
  expect(define('psf-2023:D1', { kind: 'all-of', codes: [] }).refusal?.code).toBe('impossible-rule')
  expect(define('psf-2023:D1', { kind: 'judgement' } as unknown as CountRule).refusal?.code).toBe('impossible-rule')
  const twice = codes('psf-2023', 'A2 A2')
  expect(define('psf-2023:D1', { kind: 'at-least', count: 2, from: twice }).refusal?.code).toBe('impossible-rule')
})

test('refuses unknown codes, other editions and unknown descriptors, with the place', () => {
  const odd = (code: string) => ({ kind: 'all-of', codes: ['psf-2023:A2', code] }) as CountRule
  expect(define('psf-2023:D1', odd('psf-2023:K6')).refusal).toMatchObject({
    code: 'unknown-code',
    path: 'rules[0].rule.codes[1]',
  })
  expect(define('psf-2023:D1', odd('K3')).refusal?.code).toBe('bare-code')
  expect(define('psf-2023:D1', odd('ukpsf-2011:K6')).refusal?.code).toBe('mixed-editions')
  expect(define('psf-2023:D9', odd('psf-2023:A1')).refusal).toMatchObject({
    code: 'unknown-code',
    path: 'rules[0].descriptor',
  })
})

test('refuses empty names', () => {
  expect(defineOverlay({ id: ' ', institution: 'Example', rules: [] }).refusal).toMatchObject({
    code: 'empty-text',
    path: 'id',
  })
  expect(defineOverlay({ id: 'x', institution: '', rules: [] }).refusal?.path).toBe('institution')
  const rule = { descriptor: 'psf-2023:D1', title: '', rule: { kind: 'all-of', codes: ['psf-2023:A2'] } } as const
  expect(defineOverlay({ id: 'x', institution: 'Example', rules: [rule] }).refusal?.path).toBe('rules[0].title')
})

test('gives codes in canonical spelling', () => {
  const rule = { kind: 'all-of', codes: [' PSF-2023:a2'] } as unknown as CountRule
  expect(define(' PSF-2023:d1', rule).value?.rules[0]).toMatchObject({
    descriptor: 'psf-2023:D1',
    rule: { codes: ['psf-2023:A2'] },
  })
})
