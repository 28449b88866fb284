import fc from 'fast-check'
import { expect, test } from 'vitest'
import { choiceReader } from '../../src/intake/read-choices.ts'

const choicesOf = (...patterns: string[]) =>
  patterns.map((pattern, index) => ({ code: `c${index}`, label: pattern, pattern }))
const many = (...patterns: string[]) => choiceReader({ kind: 'many', choices: choicesOf(...patterns) })
const one = (...patterns: string[]) => choiceReader({ kind: 'one', choices: choicesOf(...patterns) })

test('the longest match wins over what it begins with', () => {
  const read = many('Preprints', 'Preprints, open protocols', 'open protocols')
  expect(read('Preprints, open protocols')).toEqual(['c1'])
  expect(read('open protocols, Preprints')).toEqual(['c0', 'c2'])
  expect(read('Preprints, open protocols, open protocols')).toEqual(['c1', 'c2'])
})

test('an alternative that matches less does not hide a longer one', () => {
  expect(many('A|A, B', 'B')('A, B')).toEqual(['c0'])
})

test('a choice ends at a comma or at the end, not inside a word', () => {
  expect(many('Yes', 'No')('Yes indeed, Now')).toEqual(['other'])
  expect(many('Yes', 'No')('Yes,No')).toEqual(['c0', 'c1'])
})

test('undeclared text counts once, wherever it stands and however often', () => {
  expect(many('A', 'B')('x, A, y, z, B, w')).toEqual(['c0', 'c1', 'other'])
})

test('blank is no answer, and neither are lone commas', () => {
  expect(many('A')('  ')).toEqual([])
  expect(many('A')(' , ,')).toEqual([])
  expect(many('A')('A,,A, ')).toEqual(['c0'])
})

test('codes come in the order of the declaration', () => {
  expect(many('A', 'B', 'C')('C, nothing, A')).toEqual(['c0', 'c2', 'other'])
})

test('an item of one choice takes the whole cell, commas included', () => {
  const read = one('Yes', 'Yes, they were', 'No')
  expect(read('Yes, they were')).toEqual(['c1'])
  expect(read('Yes, but')).toEqual(['other'])
  expect(read('Yes, No')).toEqual(['other'])
})

test('of two choices that match the same text the first counts, literal or not', () => {
  expect(one('[a-z]+', 'abc')('abc')).toEqual(['c0'])
  expect(one('abc', '[a-z]+')('abc')).toEqual(['c0'])
})

test('operators in a pattern are operators only where they are not escaped', () => {
  expect(one('3\\+ hours')('3+ hours')).toEqual(['c0'])
  expect(one('a\\\\b')('a\\b')).toEqual(['c0'])
  expect(one('\\d')('7')).toEqual(['c0'])
  expect(one('\\d')('d')).toEqual(['other'])
})

test('a cell full of commas is read quickly', () => {
  const started = performance.now()
  expect(many('a, a', '(?:b|bb)?,? ?c')(', '.repeat(10_000))).toEqual([])
  expect(many('b, (?:a, ){40,60}')('a, '.repeat(6_000))).toEqual(['other'])
  expect(performance.now() - started).toBeLessThan(5000)
})

/** Every way to join neighbouring segments into pieces, and of these the best from the left: a declared piece before an undeclared one, a long before a short. */
function bruteForce(cell: string, declared: readonly { code: string; pattern: string }[]): string[] {
  const segments = cell.split(',')
  const codeOf = (text: string) =>
    declared.find(({ pattern }) => new RegExp(`^(?:${pattern})$`, 'u').test(text.trim()))?.code
  const ways: string[][] = []
  for (let mask = 0; mask < 2 ** (segments.length - 1); mask++) {
    const pieces = [segments[0] ?? '']
    segments.slice(1).forEach((segment, index) => {
      if (mask & (1 << index)) pieces[pieces.length - 1] += `,${segment}`
      else pieces.push(segment)
    })
    // Text that is not declared is not joined: where it ends is not known.
    if (pieces.every((piece) => codeOf(piece) !== undefined || !piece.includes(','))) ways.push(pieces)
  }
  const rank = (piece: string | undefined) =>
    piece === undefined ? -1 : codeOf(piece) === undefined ? 0 : piece.length + 1
  ways.sort((a, b) => {
    const at = a.findIndex((piece, index) => rank(piece) !== rank(b[index]))
    return at < 0 ? 0 : rank(b[at]) - rank(a[at])
  })
  const codes = new Set((ways[0] ?? []).filter((piece) => piece.trim() !== '').map((piece) => codeOf(piece) ?? 'other'))
  return [...declared.map(({ code }) => code), 'other'].filter((code) => codes.has(code))
}

test('agrees with the trial of all segmentations', () => {
  const word = fc.constantFrom('a', 'b', 'c', 'zz')
  const phrase = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(', '))
  const pattern = fc.oneof(
    phrase,
    phrase.map((text) => `${text}(?:, b)?`),
    phrase.map((text) => `(?:${text}|a)`),
  )
  const cell = fc
    .array(fc.oneof(word, fc.constantFrom('', ' a', 'b ', 'q')), { minLength: 1, maxLength: 8 })
    .map((words) => words.join(','))
  const spaced = fc.tuple(cell, fc.boolean()).map(([text, wide]) => (wide ? text.replaceAll(',', ', ') : text))
  fc.assert(
    fc.property(fc.array(pattern, { minLength: 1, maxLength: 5 }), spaced, (patterns, text) => {
      const choices = choicesOf(...patterns)
      expect(choiceReader({ kind: 'many', choices })(text)).toEqual(bruteForce(text, choices))
    }),
    { numRuns: 1500 },
  )
})
