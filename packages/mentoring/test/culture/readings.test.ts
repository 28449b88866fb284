import { expect, test } from 'vitest'
import {
  type DimensionReading,
  dimensionGaps,
  dimensionProfile,
  dimensions,
  type HallmarkReading,
  type HallmarkRow,
  hallmarkProfile,
  hallmarks,
  readDimension,
  readHallmark,
} from '../../src/index.ts'

const reading: DimensionReading = {
  relationshipId: 'r1',
  party: 'mentor',
  dimension: 'open-closed',
  reading: -2,
  on: '2025-03-01',
}
const hallmark: HallmarkReading = {
  id: 'h1',
  hallmark: 'demand',
  presence: 'absent',
  important: true,
  on: '2025-03-01',
  evidenceIds: [],
}
const codeOf = (made: object) => ('refusal' in made ? (made.refusal as { code: string }).code : 'taken')

test('there are five dimensions and eight hallmarks', () => {
  expect(dimensions).toHaveLength(5)
  expect(hallmarks).toHaveLength(8)
  for (const { key, low, high } of dimensions) expect(key.split('-').sort()).toEqual([low, high].sort())
})

test('a reading is a whole number from -2 to 2 by a role, and has no place for a person', () => {
  const of = (change: object) => codeOf(readDimension({ ...reading, ...change }))
  expect([-2, -1, 0, 1, 2].map((one) => of({ reading: one }))).toEqual(Array(5).fill('taken'))
  expect([-3, 3, 0.5, Number.NaN, '1', null].map((one) => of({ reading: one }))).toEqual(
    Array(6).fill('reading-out-of-range'),
  )
  expect([of({ personId: 'ada' }), of({ party: 'boss' }), of({ dimension: 'warm-cold' })]).toEqual([
    'field-not-listed',
    'value-not-listed',
    'value-not-listed',
  ])
})

test('the latest reading of each party stands, up to the day', () => {
  const later = { ...reading, reading: 2, on: '2025-09-01' }
  const profile = (on: string) => dimensionProfile([later, reading], on).rows
  expect(profile('2025-02-28')).toEqual([])
  expect(profile('2025-08-31')).toEqual([
    { dimension: 'open-closed', party: 'mentor', relationships: 1, readings: [1, 0, 0, 0, 0] },
  ])
  expect(profile('2025-09-01')[0]?.readings).toEqual([0, 0, 0, 0, 1])
})

test('a pair is closed and private if every party that read says both', () => {
  const shut = (relationshipId: string, mentee: number) => [
    { ...reading, relationshipId, reading: -1 },
    { ...reading, relationshipId, dimension: 'public-private' as const, reading: -1 },
    { ...reading, relationshipId, dimension: 'public-private' as const, party: 'mentee' as const, reading: mentee },
  ]
  const half = [{ ...reading, relationshipId: 'r9' }]
  const { closedAndPrivate } = dimensionProfile([...shut('r1', -2), ...shut('r2', 0), ...half], '2025-12-31')
  expect(closedAndPrivate).toEqual({ relationships: 1, of: 2 })
})

test('the gap needs both parties of one relationship', () => {
  const mentee = { ...reading, party: 'mentee' as const, reading: 2 }
  expect(dimensionGaps([reading, mentee], '2025-12-31')).toEqual([
    { relationshipId: 'r1', dimension: 'open-closed', mentor: -2, mentee: 2, gap: 4 },
  ])
  expect(dimensionGaps([reading, { ...mentee, relationshipId: 'r2' }], '2025-12-31')).toEqual([])
})

test('a hallmark is read with what it rests on', () => {
  const of = (change: object) => codeOf(readHallmark({ ...hallmark, ...change }))
  expect([of({}), of({ important: null }), of({ departmentId: 'law' })]).toEqual(['taken', 'taken', 'taken'])
  expect([
    of({ hallmark: 'infrastructure' }),
    of({ presence: 3 }),
    of({ important: 1 }),
    of({ evidenceIds: 'v' }),
    of({ score: 1 }),
  ]).toEqual(['value-not-listed', 'value-not-listed', 'value-not-listed', 'field-not-listed', 'field-not-listed'])
})

test('the profile has a row for each hallmark, from the latest reading of each part, and no score', () => {
  const rows = hallmarkProfile(
    [
      hallmark,
      { ...hallmark, id: 'h2', departmentId: 'law', presence: 'usual', important: null, evidenceIds: ['v1'] },
      { ...hallmark, id: 'h3', departmentId: 'law', presence: 'in-most', important: false, on: '2025-04-01' },
      { ...hallmark, id: 'h4', on: '2026-01-01', presence: 'usual' },
    ],
    '2025-12-31',
  )
  expect(rows.map((row) => row.hallmark)).toEqual(hallmarks.map(({ key }) => key))
  expect(rows.find((row) => row.hallmark === 'demand')).toEqual({
    hallmark: 'demand',
    readings: 2,
    presence: [1, 0, 1, 0],
    important: { readings: 1, of: 2 },
    importantButAbsent: 1,
    evidenced: 0,
    departments: 1,
  })
  // @ts-expect-error a profile has no score
  const score = (row: HallmarkRow) => row.score
  expect(score(rows[0] as HallmarkRow)).toBeUndefined()
})
