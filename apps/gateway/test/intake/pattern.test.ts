import { expect, test } from 'vitest'
import { compilePattern, longestMatched } from '../../src/intake/pattern.ts'

const matches = (source: string, text: string) => {
  const compiled = compilePattern(source)
  if ('problem' in compiled) throw new Error(compiled.problem)
  return compiled.value(text)
}

test('a pattern matches the whole of a text or not at all', () => {
  expect(matches('a|ab', 'ab')).toBe(true)
  expect(matches('a|ab', 'abc')).toBe(false)
  expect(matches('Yes,? I am', 'Yes I am')).toBe(true)
  expect(matches('a.c', 'a🌱c')).toBe(true)
  expect(matches('.', '\n')).toBe(false)
})

test('a text longer than the bound does not match, whatever the pattern says', () => {
  expect(matches('x+', 'x'.repeat(longestMatched))).toBe(true)
  expect(matches('x+', 'x'.repeat(longestMatched + 1))).toBe(false)
})

test.each([
  'a(b)c',
  '(?:OLS-\\d+|Open Seeds)',
  '[^,\\]]+',
  '(?:ab)*',
  '(?:ab){2,30}',
  '\\p{Lu}\\p{Ll}*',
  'a{3}',
  '\\d{1,4}(?:-\\d{1,4})?',
  'a\\|b\\)',
  '[(|)*]',
])('takes %s', (source) => {
  expect(compilePattern(source)).toHaveProperty('value')
})

test.each([
  ['(a+)+', 'repeats a group'],
  ['(?:a|a)*', 'repeats a group'],
  ['(?:a?){0,40}', 'more than 300000 ways'],
  [`${'a?'.repeat(30)}${'a'.repeat(30)}`, 'more than 300000 ways'],
  ['.*a.*b.*c', 'more than 300000 ways'],
  ['(?:a|a)'.repeat(20), 'more than 300000 ways'],
  ['(?=a)a', 'uses a group other than'],
  ['(?<!a)b', 'uses a group other than'],
  ['(?<year>\\d)', 'uses a group other than'],
  ['(a)\\1', 'uses a back-reference'],
  ['(a', 'is no regular expression'],
  ['a)|(b', 'is no regular expression'],
  ['*', 'is no regular expression'],
  ['a'.repeat(501), 'is longer than 500'],
])('refuses %s', (source, why) => {
  expect(compilePattern(source)).toEqual({ problem: expect.stringContaining(why) })
})

test('the hardest text for the hardest pattern that is taken stays quick', () => {
  for (const source of ['.*.*!', '\\d+-\\d+x', `${'(?:a|aa)'.repeat(18)}!`]) {
    const started = performance.now()
    expect(matches(source, 'a'.repeat(longestMatched))).toBe(false)
    expect(matches(source, '1'.repeat(longestMatched))).toBe(false)
    expect(performance.now() - started).toBeLessThan(1000)
  }
})
