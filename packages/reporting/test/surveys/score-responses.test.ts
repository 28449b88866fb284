import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Instrument, MissingPolicy } from '../../src/surveys/instrument.ts'
import { missingByWave } from '../../src/surveys/missing-by-wave.ts'
import { pairScores } from '../../src/surveys/pair-scores.ts'
import { scoreResponses } from '../../src/surveys/score-responses.ts'
import { withdrawResponse } from '../../src/surveys/withdraw-response.ts'
import { defineTable } from '../../src/table.ts'
import { codeIn, given, valueIn } from './fixtures.ts'

/** Points 1, 2, 4, 7: not evenly apart, so that a reversal by place instead of value is seen. */
const values = [1, 2, 4, 7]
function instrument(rule: 'mean' | 'sum', missing: MissingPolicy): Instrument {
  return {
    key: 'four',
    version: '1',
    title: 'Four',
    language: 'en',
    licence: { kind: 'own', name: 'MIT', holder: 'Test', source: 'here' },
    scales: [{ key: 's', points: values.map((value) => ({ code: `p${value}`, label: `P${value}`, value })) }],
    items: ['a', 'b', 'c'].map((key) => ({ key, label: key, kind: 'scale', scale: 's', reversed: key === 'c' })),
    subscales: [{ key: 'all', label: 'All', items: ['a', 'b', 'c'], rule, missing }],
  }
}
const policies: readonly MissingPolicy[] = [
  { kind: 'complete' },
  { kind: 'prorated', atLeast: 1 },
  { kind: 'prorated', atLeast: 2 },
  { kind: 'none' },
]

test('every score is what the rule says, for every rule, policy and pattern of missing answers', () => {
  const some = fc.option(fc.constantFrom(...values), { nil: undefined })
  fc.assert(
    fc.property(
      fc.constantFrom<'mean' | 'sum'>('mean', 'sum'),
      fc.constantFrom(...policies),
      some,
      some,
      some,
      (rule, missing, a, b, c) => {
        const answers = Object.fromEntries(
          Object.entries({ a, b, c }).flatMap(([key, value]) => (value === undefined ? [] : [[key, `p${value}`]])),
        )
        const [row] = scoreResponses(instrument(rule, missing), [given('w', 'p', answers)]).rows
        const found = [a, b, c === undefined ? undefined : { 1: 7, 2: 6, 4: 4, 7: 1 }[c]].filter(
          (one) => one !== undefined,
        )
        const least = missing.kind === 'complete' ? 3 : missing.kind === 'none' ? 1 : missing.atLeast
        const enough = found.length >= least
        const total = found.reduce((sum, one) => sum + one, 0)
        const expected = enough ? (rule === 'mean' ? total / found.length : (total * 3) / found.length) : null
        if (expected === null) expect(row?.score).toBeNull()
        else expect(row?.score).toBeCloseTo(expected, 12)
        expect(row?.answered).toBe(found.length)
        expect(row?.basis === 'too-few-answered').toBe(!enough)
        expect(row?.basis === 'complete').toBe(found.length === 3)
      },
    ),
    { seed: 20_260_301 },
  )
})

test('the rows are a table that agrees with its columns', () => {
  const table = scoreResponses(instrument('mean', { kind: 'complete' }), [
    given('w', 'p', { a: 'p1', b: 'p1', c: 'p7' }),
    given('w', 'q', {}),
  ])
  expect('value' in defineTable(table.columns, table.rows)).toBe(true)
  expect(table.rows.map(({ score }) => score)).toEqual([1, null])
})

test('nobody, one respondent, all missing, all the same: rows, and no number that is none', () => {
  const mean = instrument('mean', { kind: 'none' })
  expect(scoreResponses(mean, []).rows).toEqual([])
  expect(scoreResponses(mean, [given('w', 'p', {})]).rows[0]).toMatchObject({ score: null, answered: 0 })
  const same = Array.from({ length: 4 }, (_, at) => given('w', `p${at}`, { a: 'p4', b: 'p4', c: 'p4' }))
  expect(scoreResponses(mean, same).rows.map(({ score }) => score)).toEqual([4, 4, 4, 4])
})

test('what was withdrawn has no row, and an answer that is no point is none', () => {
  const mean = instrument('mean', { kind: 'none' })
  expect(scoreResponses(mean, [withdrawResponse(given('w', 'p', { a: 'p1' }), '2026-04-01')]).rows).toEqual([])
  expect(scoreResponses(mean, [given('w', 'p', { a: 'strange' })]).rows[0]).toMatchObject({ score: null, answered: 0 })
})

test('pairs are of the same respondent, with those who have only one score beside them', () => {
  const mean = instrument('mean', { kind: 'complete' })
  const full = (value: number) => ({ a: `p${value}`, b: `p${value}`, c: `p${value}` })
  const table = scoreResponses(mean, [
    given('before', 'both', full(4)),
    given('before', 'gone', full(1)),
    given('before', 'half', { a: 'p1' }),
    given('after', 'half', full(2)),
    given('after', 'both', full(4)),
    given('after', 'blank', {}),
  ])
  expect(valueIn(pairScores(table, { subscale: 'all', from: 'before', to: 'after' }))).toEqual({
    subscale: 'all',
    from: 'before',
    to: 'after',
    n: 1,
    before: [4],
    after: [4],
    onlyBefore: 1,
    onlyAfter: 1,
  })
})

test('a wave without a baseline is refused, and no pair at all is an answer', () => {
  const mean = instrument('mean', { kind: 'none' })
  const one = scoreResponses(mean, [given('after', 'p', { a: 'p1' })])
  expect(codeIn(pairScores(one, { subscale: 'all', from: 'before', to: 'after' }))).toBe('wave-without-rows')
  expect(codeIn(pairScores(one, { subscale: 'none', from: 'after', to: 'after' }))).toBe('wave-without-rows')
  const apart = scoreResponses(mean, [given('before', 'q', { a: 'p1' }), given('after', 'p', { a: 'p1' })])
  expect(valueIn(pairScores(apart, { subscale: 'all', from: 'before', to: 'after' }))).toMatchObject({
    n: 0,
    before: [],
  })
  const twice = scoreResponses(mean, [given('before', 'q', { a: 'p1' }), given('before', 'q', { a: 'p2' })])
  expect(codeIn(pairScores(twice, { subscale: 'all', from: 'before', to: 'before' }))).toBe('answered-twice')
})

test('missing by wave counts what is there, and has rows for a wave of nobody', () => {
  const mean = instrument('mean', { kind: 'none' })
  const responses = [given('before', 'p', { a: 'p1' }), given('before', 'q', { a: 'p1', b: 'p2' })]
  const { rows } = missingByWave(mean, ['before', 'after'], responses)
  expect(rows.map(({ wave, item, answered, missing }) => [wave, item, answered, missing])).toEqual([
    ['before', 'a', 2, 0],
    ['before', 'b', 1, 1],
    ['before', 'c', 0, 2],
    ['after', 'a', 0, 0],
    ['after', 'b', 0, 0],
    ['after', 'c', 0, 0],
  ])
})
