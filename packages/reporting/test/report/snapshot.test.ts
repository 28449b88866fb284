import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  canonicalJson,
  defineReport,
  disclose,
  exact,
  type IndicatorDefinition,
  indicatorVersion,
  inputHash,
  measureReport,
  openFigure,
  type ReportDefinition,
  rowsBehind,
  sha256,
  takeSnapshot,
  verifySnapshot,
} from '../../src/index.ts'

const places: IndicatorDefinition = {
  id: 'places',
  input: 'places',
  numerator: 'places that were completed',
  denominator: 'places of which it is known',
  population: 'places of the programme',
  window: { kind: 'all-time' },
  aggregation: { kind: 'rate', of: { column: 'done', op: 'is-true' } },
  disaggregations: [
    { by: [], label: 'Completed', definition: 'Completed places.' },
    { by: ['year'], label: 'Completed of a year', definition: 'Completed places of the year.' },
  ],
  tags: { kirkpatrick: 'results', beneficiaries: ['mentee'] },
  people: true,
  unit: 'percent',
}
const table = {
  columns: [
    { name: 'id', type: 'string', label: 'Id' },
    { name: 'year', type: 'integer', label: 'Year' },
    { name: 'done', type: 'boolean', label: 'Done' },
  ] as const,
  rows: [
    { id: 'a', year: 1, done: true },
    { id: 'b', year: 1, done: null },
    { id: 'c', year: 2, done: false },
    { id: 'd', year: null, done: true },
  ],
}
const report: ReportDefinition = {
  id: 'r',
  title: 'R',
  policy: 'reader',
  sections: [{ key: 'a', heading: 'A', indicators: ['places'], absent: 'Nothing.' }],
}

function got<T>(answer: { value: T } | { refusal: { message: string } }): T {
  if ('refusal' in answer) throw new Error(answer.refusal.message)
  return answer.value
}
const codeOf = (answer: { value: unknown } | { refusal: { code: string } }) =>
  'refusal' in answer ? answer.refusal.code : 'none'

function taken(definition = places, salt = 's') {
  const version = got(indicatorVersion(definition))
  const figures = disclose(got(measureReport([version], { places: table })), exact)
  const inputs = [{ name: 'places', table, source: 'select 1', tables: ['place'] }]
  return got(
    takeSnapshot({
      ...{ subject: { key: 'p', title: 'P' }, asOf: '2026-01-31', policy: exact, definition: report },
      ...{ indicators: [version], inputs, figures, exhibits: [], salt },
    }),
  )
}

describe('hashes', () => {
  test('are SHA-256, as others reckon it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expect(sha256(text)).toBe(createHash('sha256').update(text).digest('hex'))
      }),
      { seed: 7, numRuns: 200 },
    )
    for (const length of [55, 56, 63, 64, 65, 119, 120, 1000])
      expect(sha256('x'.repeat(length))).toBe(createHash('sha256').update('x'.repeat(length)).digest('hex'))
  })

  test('are of a form that is the same whatever the order of keys, and reads back as it was', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false } as never), (value) => {
        const text = canonicalJson(value)
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)))
        expect(canonicalJson(JSON.parse(text))).toBe(text)
      }),
      { seed: 7, numRuns: 200 },
    )
    expect(canonicalJson({ b: 1, a: { d: 2, c: undefined } })).toBe('{"a":{"d":2},"b":1}')
    for (const wrong of [Number.NaN, Number.NEGATIVE_INFINITY, [undefined], () => 1, { a: 1n }])
      expect(() => canonicalJson(wrong)).toThrow(TypeError)
  })

  test('of an input are the same in any order of rows, and others under another salt or with another cell', () => {
    const [first = {}, ...rest] = table.rows
    expect(inputHash({ ...table, rows: [...rest, first] }, 's')).toBe(inputHash(table, 's'))
    expect(inputHash(table, 't')).not.toBe(inputHash(table, 's'))
    expect(inputHash({ ...table, rows: [...rest, { ...first, done: false }] }, 's')).not.toBe(inputHash(table, 's'))
    expect(inputHash({ ...table, rows: rest }, 's')).not.toBe(inputHash(table, 's'))
  })
})

describe('a version of an indicator', () => {
  test('has the same hash for the same definition, and another for another word', () => {
    const hash = got(indicatorVersion(places)).hash
    expect(got(indicatorVersion({ ...places })).hash).toBe(hash)
    expect(got(indicatorVersion({ ...places, population: 'others' })).hash).not.toBe(hash)
  })

  test('is refused where something is missing or contradicts itself', () => {
    const wrong: readonly [Partial<IndicatorDefinition>, string][] = [
      [{ numerator: ' ' }, 'indicator-incomplete'],
      [{ input: '' }, 'indicator-incomplete'],
      [{ denominator: null }, 'indicator-denominator-wrong'],
      [{ denominator: ' ' }, 'indicator-denominator-wrong'],
      [{ aggregation: { kind: 'count' } }, 'indicator-denominator-wrong'],
      [{ window: { kind: 'period', from: '2026-02-01', to: '2026-01-01' } }, 'indicator-window-wrong'],
      [{ disaggregations: [] }, 'indicator-by-wrong'],
      [
        { disaggregations: [...places.disaggregations, { by: ['year'], label: 'x', definition: 'x' }] },
        'indicator-by-wrong',
      ],
      [{ unit: '' }, 'indicator-incomplete'],
    ]
    for (const [change, code] of wrong) expect(codeOf(indicatorVersion({ ...places, ...change })), code).toBe(code)
  })
})

test('a report is refused where something is missing, comes twice or is not defined', () => {
  const [section] = report.sections
  const wrong: readonly [Partial<ReportDefinition>, string][] = [
    [{ title: '' }, 'report-incomplete'],
    [{ sections: [] }, 'report-incomplete'],
    [{ sections: [{ key: 'a', heading: 'A', indicators: [], absent: ' ' }] }, 'report-incomplete'],
    [{ sections: section === undefined ? [] : [section, section] }, 'report-section-repeated'],
    [{ sections: [{ key: 'a', heading: 'A', indicators: ['pets'], absent: 'x' }] }, 'report-indicator-unknown'],
  ]
  for (const [change, code] of wrong)
    expect(codeOf(defineReport({ ...report, ...change }, ['places'])), code).toBe(code)
  expect(codeOf(defineReport(report, ['places']))).toBe('none')
})

describe('a snapshot', () => {
  test('opens each figure to the version, the query and the input that it was made of', () => {
    const snapshot = taken()
    expect(snapshot.figures.map(({ by }) => by)).toEqual([{}, { year: '1' }, { year: '2' }, { year: '(not recorded)' }])
    for (const figure of snapshot.figures) {
      const opened = openFigure(snapshot, figure.key)
      expect(opened?.figure).toBe(figure)
      expect(opened?.version.definition).toEqual(places)
      expect(opened?.query.by).toEqual(Object.keys(figure.by))
      expect(opened?.input?.hash).toBe(inputHash(table, 's'))
    }
    expect(openFigure(snapshot, 'x')).toBeUndefined()
    expect(JSON.stringify(snapshot)).not.toMatch(/"rows"|"salt"/)
  })

  test('keeps the version that it was made by, and its keys stay the same from snapshot to snapshot', () => {
    const [before, after] = [taken(), taken({ ...places, population: 'others' })]
    expect(before.indicators[0]?.hash).not.toBe(after.indicators[0]?.hash)
    expect(before.figures.map(({ key }) => key)).toEqual(after.figures.map(({ key }) => key))
    expect(before.indicators[0]?.definition.population).toBe('places of the programme')
  })

  test('is known to be changed by any change', () => {
    const snapshot = taken()
    expect(verifySnapshot(snapshot)).toBe(true)
    expect(verifySnapshot(JSON.parse(canonicalJson(snapshot)))).toBe(true)
    const [first, ...rest] = snapshot.figures
    for (const changed of [
      { ...snapshot, figures: rest },
      { ...snapshot, figures: [{ ...first, n: 99 }, ...rest] as typeof snapshot.figures },
      { ...snapshot, policy: { ...snapshot.policy, name: 'x' } },
    ])
      expect(verifySnapshot(changed)).toBe(false)
  })

  test('is refused with a figure of no indicator, or of a split that the version does not have', () => {
    const snapshot = taken()
    const [figure] = snapshot.figures
    const parts = {
      ...{ subject: snapshot.subject, asOf: snapshot.asOf, policy: exact, definition: report },
      ...{ indicators: snapshot.indicators, inputs: [], exhibits: [], salt: 's' },
    }
    for (const change of [{ id: 'other' }, { by: { month: '1' } }])
      expect(codeOf(takeSnapshot({ ...parts, figures: figure === undefined ? [] : [{ ...figure, ...change }] }))).toBe(
        'figure-unknown',
      )
  })
})

test('the rows behind a figure are those counted among, each said to be counted or not', () => {
  const query = { id: 'p', label: 'P', definition: 'P.', measure: places.aggregation, people: true, unit: 'percent' }
  const behind = (by: Readonly<Record<string, string>>) =>
    rowsBehind({ ...query, by: Object.keys(by) }, by, table).map(({ row, counted }) => [row.id, counted])
  expect(behind({})).toEqual([
    ['a', true],
    ['c', false],
    ['d', true],
  ])
  expect(behind({ year: '1' })).toEqual([['a', true]])
  expect(behind({ year: '(not recorded)' })).toEqual([['d', true]])
  expect(behind({ year: '3' })).toEqual([])
})
