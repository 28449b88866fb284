import { expect, test } from 'vitest'
import { fallbackTags, isLanguageTag } from '../../src/wording/language-tag.ts'

test.each([
  'cy',
  'en',
  'en-GB',
  'cy-GB',
  'gd',
  'CY',
  'zh-Hant',
  'zh-Hant-TW',
  'es-419',
  'sl-rozaj-biske',
  'de-CH-1996',
  'en-GB-oxendict',
  'zh-cmn-Hans-CN',
  'en-a-bbb-x-a',
  'de-x-lokal',
  'mas',
])('takes %s', (tag) => {
  expect(isLanguageTag(tag)).toBe(true)
})

test.each([
  '',
  ' ',
  'c',
  'en_GB',
  'en-',
  '-en',
  'en--GB',
  'english-language',
  'en-GB-',
  'cy gb',
  'en-x',
  'en-a',
  '123',
  'i-klingon',
  'x-own',
  'e\u0301n',
  'cy\n',
  'toolonglanguage',
  'Welsh',
  'cymr',
])('refuses %j', (tag) => {
  expect(isLanguageTag(tag)).toBe(false)
})

test.each([undefined, null, 3, ['cy']])('refuses %s, which is no text', (value) => {
  expect(isLanguageTag(value as unknown as string)).toBe(false)
})

test('agrees with the platform, save for long languages and for variants that are repeated, which the shape allows', () => {
  const subtags = ['en', 'cymr', 'GB', '419', '1996', 'oxendict', 'a', 'x', 'bb', 'abcdefghi']
  for (const one of subtags) {
    for (const two of subtags) {
      for (const three of subtags) {
        const tag = [one, two, three].join('-')
        if (one.length > 3 || two === three) continue
        expect([tag, isLanguageTag(tag)]).toEqual([tag, isWellFormed(tag)])
      }
    }
  }
})

function isWellFormed(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1
  } catch {
    return false
  }
}

test('falls back by cutting off the end, never at a single letter', () => {
  expect(fallbackTags('en-GB-oxendict')).toEqual(['en-gb-oxendict', 'en-gb', 'en'])
  expect(fallbackTags('zh-Hant-x-own')).toEqual(['zh-hant-x-own', 'zh-hant', 'zh'])
  expect(fallbackTags('cy')).toEqual(['cy'])
})
