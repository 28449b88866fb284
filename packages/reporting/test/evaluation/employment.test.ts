import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayOf, numberOf } from '../../src/evaluation/day.ts'
import {
  checkExposures,
  checkSpells,
  countingRows,
  departureRows,
  type EmploymentSpell,
  type ExposureSpell,
  gradeOn,
  leavingReasons,
  mergeSpells,
  overlapsIn,
  retentionTable,
} from '../../src/evaluation/index.ts'
import { kaplanMeier } from '../../src/statistics/index.ts'

const asOf = '2026-01-31'
const spell = (
  externalId: string,
  start: string,
  end?: string,
  more: Partial<EmploymentSpell> = {},
): EmploymentSpell => ({
  ...{ externalId, personId: 'p1', start, terms: 'open-ended' },
  ...(end === undefined ? {} : { end }),
  ...more,
})
const codeOf = (answer: object) => ('refusal' in answer ? (answer.refusal as { code: string }).code : 'none')
const merged = (spells: readonly EmploymentSpell[], gapDaysMax = 31) => mergeSpells(spells, { gapDaysMax, asOf })

test('wrong spells are refused with their place', () => {
  const wrong: readonly [readonly EmploymentSpell[], string][] = [
    [[spell('a', '2025-02-30')], 'day-wrong'],
    [[spell('a', '2025-09-01', '2025-08-31')], 'duration-negative'],
    [[spell('a', '2026-02-01')], 'day-in-future'],
    [[spell('a', '2025-09-01', '2026-02-01')], 'day-in-future'],
    [[spell('a', '2025-09-01', undefined, { reason: '6' })], 'reason-without-end'],
    [[spell('a', '2025-09-01', '2025-10-01', { reason: '11' as '1' })], 'not-a-choice'],
    [[spell('a', '2025-01-01', '2025-02-01'), spell('a', '2025-03-01')], 'spell-repeated'],
    [[spell('a', '2025-01-01', '2025-02-01'), spell('b', '2025-02-01')], 'spells-overlap'],
    [[spell('a', '2025-01-01'), spell('b', '2025-02-01', '2025-03-01')], 'spells-overlap'],
  ]
  for (const [spells, code] of wrong) expect(codeOf(checkSpells(spells, asOf)), code).toBe(code)
  expect(codeOf(checkSpells([spell('a', '2025-01-01', '2025-01-01')], asOf))).toBe('none')
  expect(codeOf(checkSpells([], 'today'))).toBe('day-wrong')
  expect(
    codeOf(checkExposures([{ relationshipId: 'r', personId: 'p', start: '2025-01-02', end: '2025-01-01' }], asOf)),
  ).toBe('duration-negative')
})

test('a renewal, an internal move and a code that says so are no departure', () => {
  const kinds = (spells: readonly EmploymentSpell[], gap?: number) =>
    merged(spells, gap).map(({ end }) => (end.kind === 'departure' ? end.exit : end.kind))
  expect(kinds([spell('a', '2023-01-01', '2023-12-31', { reason: '3' }), spell('b', '2024-01-31')])).toEqual([
    'running',
  ])
  expect(kinds([spell('a', '2023-01-01', '2023-12-31', { reason: '3' }), spell('b', '2024-02-01')], 30)).toEqual([
    'end-of-fixed-term',
    'running',
  ])
  expect(kinds([spell('a', '2023-01-01', '2023-12-31', { reason: '6' }), spell('b', '2024-01-01')])).toEqual([
    'running',
  ])
  expect(kinds([spell('a', '2023-01-01', '2023-12-31', { reason: '6' }), spell('b', '2024-01-02')])).toEqual([
    'resignation',
    'running',
  ])
  expect(kinds([spell('a', '2023-01-01', '2023-12-31', { reason: '10' })])).toEqual(['out-of-record'])
  expect(kinds([spell('a', '2023-01-01', '2023-12-31', { reason: '1' })])).toEqual(['out-of-record'])
  expect(kinds([spell('a', '2023-01-01', '2023-12-31')])).toEqual(['not-known'])
  for (const { code, means } of leavingReasons)
    expect(kinds([spell('a', '2023-01-01', '2023-12-31', { reason: code })])).toEqual([
      means === 'continues' ? 'out-of-record' : means,
    ])
  expect(leavingReasons.filter(({ certainty }) => certainty === 'M').map(({ code }) => code)).toEqual(['6', '8'])
  expect(() => mergeSpells([], { gapDaysMax: -1, asOf })).toThrow(RangeError)
})

test('the grade on a day is that of the contract then', () => {
  const [episode] = merged([
    spell('a', '2023-01-01', '2023-12-31', { grade: 'G6', reason: '3' }),
    spell('b', '2024-01-10', undefined, { grade: 'G7' }),
  ])
  if (episode === undefined) throw new Error('no episode')
  expect(
    ['2022-12-31', '2023-06-01', '2024-01-05', '2024-01-10', '2027-01-01'].map((day) => gradeOn(episode, day)),
  ).toEqual([undefined, 'G6', 'G6', 'G7', undefined])
})

const first = numberOf('2024-01-01')
const stretch = fc
  .tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 30 }), fc.boolean())
  .map(([from, length, runs]) => ({ from, to: from + length, runs }))

test('overlaps are those that share a day, found by counting days', () => {
  fc.assert(
    fc.property(fc.array(stretch, { maxLength: 6 }), (stretches) => {
      const spells = stretches.map(({ from, to, runs }, index) =>
        spell(String(index), dayOf(first + from), runs ? undefined : dayOf(first + to)),
      )
      const shares = spells.some((_, i) =>
        spells.some((_other, j) => {
          const [a, b] = [stretches[i], stretches[j]]
          if (i >= j || a === undefined || b === undefined) return false
          const last = (one: typeof a) => (one.runs ? 1e9 : one.to)
          return a.from <= last(b) && b.from <= last(a)
        }),
      )
      expect(overlapsIn(spells).length > 0).toBe(shares)
    }),
    { seed: 6 },
  )
})

test('stretches of exposure are those found day by day, and nobody is exposed before it begins', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 40 }),
      fc.array(stretch, { maxLength: 4 }),
      fc.constantFrom('from-start', 'while-running'),
      fc.option(fc.integer({ min: -5, max: 45 }), { nil: undefined }),
      (length, stretches, exposed, watched) => {
        const episodes = merged([spell('a', dayOf(first), dayOf(first + length), { reason: '6' })])
        const exposures: ExposureSpell[] = stretches.map(({ from, to, runs }, index) => ({
          ...{ relationshipId: String(index), personId: 'p1', start: dayOf(first + from - 15) },
          ...(runs ? {} : { end: dayOf(first + to - 15) }),
        }))
        const rows = countingRows(episodes, exposures, {
          exposed,
          ...(watched === undefined ? {} : { from: dayOf(first + watched) }),
        })
        // Day d of employment is the stretch from d - 1 to d; it is exposed when exposure began before that day.
        const isExposed = (day: number) =>
          stretches.some(({ from, to, runs }) => {
            const at = day - 1
            const begun = from - 15 < at
            return exposed === 'from-start' || runs ? begun : begun && at <= to - 15
          })
        const days = rows.flatMap((row) =>
          Array.from({ length: row.time - row.entry }, (_, n) => [row.entry + n + 1, row.exposed]),
        )
        const start = Math.max(0, watched ?? 0)
        const expected = Array.from({ length: Math.max(0, length + 1 - start) }, (_, n) => [
          start + n + 1,
          isExposed(start + n + 1),
        ])
        expect(days).toEqual(expected)
        expect(rows.filter(({ event }) => event)).toHaveLength(expected.length > 0 ? 1 : 0)
        for (const [place, row] of rows.entries())
          expect(row.exposed).not.toBe(rows[place + 1]?.exposed ?? !row.exposed)
      },
    ),
    { seed: 6, numRuns: 400 },
  )
})

test('departure rows are what Kaplan-Meier takes', () => {
  const rows = departureRows(
    merged([
      spell('a', '2025-01-01', '2025-01-10', { reason: '6' }),
      spell('b', '2025-01-01', '2025-01-10', { reason: '10', personId: 'p2' }),
      spell('c', '2026-01-31', undefined, { personId: 'p3' }),
    ]),
  )
  expect(rows.map(({ time, event, cause }) => [time, event, cause])).toEqual([
    [10, true, 'resignation'],
    [10, false, 'censored'],
    [1, false, 'censored'],
  ])
  const curve = kaplanMeier(rows, { interval: 'log-log' })
  expect('value' in curve && curve.value.steps.at(-1)?.survival).toBe(0.5)
})

test('retention counts whoever was there on the first day, by what was true then', () => {
  const spells = [
    spell('a', '2023-01-01', undefined, { grade: 'G6' }),
    spell('b', '2023-01-01', '2025-03-31', { personId: 'p2', reason: '7' }),
    spell('c', '2023-01-01', '2025-03-31', { personId: 'p3', reason: '10' }),
    spell('d', '2024-08-02', undefined, { personId: 'p4' }),
    spell('e', '2023-01-01', '2024-07-31', { personId: 'p5', reason: '6' }),
  ]
  const exposures = [
    { relationshipId: 'r1', personId: 'p1', start: '2024-07-31' },
    { relationshipId: 'r2', personId: 'p2', start: '2024-08-01' },
  ]
  const { rows } = retentionTable(merged(spells), exposures, { from: '2024-08-01', to: '2025-07-31' })
  expect(rows.map((row) => [row.person_id, row.stayed, row.exit, row.mentored_before, row.grade])).toEqual([
    ['p1', true, null, true, 'G6'],
    ['p2', false, 'retirement', false, null],
    ['p3', null, null, false, null],
  ])
  expect(() => retentionTable(merged(spells), [], { from: '2025-08-01', to: '2026-07-31' })).toThrow(RangeError)
  expect(retentionTable([], [], { from: '2024-08-01', to: '2025-07-31' }).rows).toEqual([])
})
