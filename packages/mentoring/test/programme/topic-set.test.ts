import { expect, test } from 'vitest'
import { defineTopicSet } from '../../src/index.ts'
import { codeOf, made } from '../demo.ts'

test('codes are kept in their order, as a copy; no code at all is a set too', () => {
  const codes = ['teaching', 'career', 'psf-2023:K3', 'A.1', 'x'.repeat(40)]
  const set = made(defineTopicSet(codes))
  expect(set).toEqual({ codes })
  expect(set.codes).not.toBe(codes)
  expect(made(defineTopicSet([]))).toEqual({ codes: [] })
})

test.each([
  [''],
  ['what she said'],
  ['line\nbreak'],
  ['career '],
  ['-career'],
  ['career-'],
  ['x'.repeat(41)],
  [7 as unknown as string],
])('%j is no topic code', (code) => {
  expect(codeOf(defineTopicSet(['career', code]))).toBe('topic-code-not-usable')
})

test('a code twice is refused, with the place of the second', () => {
  expect(defineTopicSet(['a', 'b', 'a'])).toMatchObject({ refusal: { code: 'topic-twice', path: 'codes[2]' } })
})
