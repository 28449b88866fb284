import fc from 'fast-check'
import { expect, test } from 'vitest'
import { defineTable, type Indicator, measure, notRecorded } from '../../src/index.ts'
import { answers, base, codeOf, people, peopleBy, peopleTable, rateBy, surveyTable, valued } from '../fixtures.ts'

const columns = [
  { name: 'who', type: 'string', label: 'Who' },
  { name: 'wave', type: 'integer', label: 'Wave' },
  { name: 'answer', type: 'string', label: 'Answer' },
  { name: 'score', type: 'number', label: 'Score' },
] as const
const choice: Indicator = {
  ...base,
  id: 'choice',
  by: ['wave'],
  measure: { kind: 'distribution', of: 'answer', choices: ['yes', 'no'], respondent: 'who', many: false },
}
const many: Indicator = {
  ...base,
  id: 'many',
  measure: { kind: 'distribution', of: 'answer', choices: ['yes', 'no'], respondent: 'who', many: true },
}
const short = (indicator: Indicator, rows: Parameters<typeof defineTable>[1]) =>
  valued(measure(indicator, valued(defineTable(columns, rows)))).figures.map(({ by, value, n }) => [by, value, n])

test('a group that was not asked gives no figure, a choice that nobody took is 0, blanks are not counted', () => {
  const rows = [
    { who: 'a', wave: 2, answer: 'yes' },
    { who: 'b', wave: 2, answer: '' },
    { who: 'c', wave: 1, answer: null },
    { who: 'd', wave: 10, answer: 'no' },
  ]
  expect(short(choice, rows)).toEqual([
    [{ wave: '2', answer: 'yes' }, 1, 1],
    [{ wave: '2', answer: 'no' }, 0, 1],
    [{ wave: '10', answer: 'yes' }, 0, 1],
    [{ wave: '10', answer: 'no' }, 1, 1],
  ])
})

test('many choices count each respondent once a choice and once in n', () => {
  expect(
    short(many, [
      { who: 'a', answer: 'yes' },
      { who: 'a', answer: 'no' },
      { who: 'a', answer: 'yes' },
      { who: 'b', answer: 'no' },
    ]),
  ).toEqual([
    [{ answer: 'yes' }, 1, 2],
    [{ answer: 'no' }, 2, 2],
  ])
})

test('answers that contradict the question are refused', () => {
  const refused = (indicator: Indicator, rows: Parameters<typeof defineTable>[1]) =>
    codeOf(measure(indicator, valued(defineTable(columns, rows))))
  expect(refused(choice, [{ who: 'a', wave: 1, answer: 'maybe' }])).toBe('answer-not-a-choice')
  expect(
    refused(choice, [
      { who: 'a', wave: 1, answer: 'yes' },
      { who: 'a', wave: 1, answer: 'no' },
    ]),
  ).toBe('answered-twice')
  expect(refused({ ...people, by: ['where'] }, [])).toBe('column-unknown')
  expect(refused({ ...base, id: 'm', measure: { kind: 'mean', of: 'answer' } }, [])).toBe('column-type-unfit')
  expect(refused({ ...people, where: [{ column: 'wave', op: 'eq', value: '1' }] }, [])).toBe('column-type-unfit')
  expect(refused({ ...people, by: ['answer'] }, [{ answer: notRecorded }])).toBe('group-name-reserved')
})

test('one respondent may answer in two groups', () => {
  expect(
    short(choice, [
      { who: 'a', wave: 1, answer: 'yes' },
      { who: 'a', wave: 2, answer: 'no' },
    ]),
  ).toHaveLength(4)
})

test('blank groups come last and are named; a group in which nothing fits shows 0', () => {
  const count: Indicator = { ...people, by: ['answer'], where: [{ column: 'score', op: 'not-null' }] }
  expect(short(count, [{ answer: '' }, { answer: null, score: 1 }, { answer: 'yes' }])).toEqual([
    [{ answer: 'yes' }, 0, 0],
    [{ answer: notRecorded }, 1, 1],
  ])
})

test('a rate or mean of nobody gives no figure; a count of nobody is 0', () => {
  expect(short({ ...base, id: 'm', measure: { kind: 'mean', of: 'score' } }, [{ who: 'a' }])).toEqual([])
  expect(short({ ...base, id: 'r', measure: { kind: 'rate', of: { column: 'who', op: 'not-null' } } }, [])).toEqual([])
  expect(short(people, [])).toEqual([[{}, 0, 0]])
})

test('parts add up to their whole, and the order of rows does not matter', () => {
  const sizes = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 5 })
  fc.assert(
    fc.property(sizes, fc.func(fc.integer()), (list, order) => {
      const table = peopleTable(
        list,
        list.map((size) => size >> 1),
      )
      const rows = [...table.rows].sort((a, b) => order(a.id) - order(b.id))
      const shuffled = { ...table, rows }
      const parts = valued(measure(peopleBy, table)).figures.reduce((total, figure) => total + figure.value, 0)
      expect(parts).toBe(valued(measure(people, table)).figures[0]?.value)
      for (const indicator of [people, peopleBy, rateBy])
        expect({ ...valued(measure(indicator, shuffled)), table }).toEqual(valued(measure(indicator, table)))
    }),
  )
})

test('single answers add up to those who answered', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 2, maxLength: 5 }), (cells) => {
      const figures = valued(measure(answers(cells.length), surveyTable([cells]))).figures
      expect(figures.map((figure) => figure.value)).toEqual(figures.length === 0 ? [] : cells)
      for (const figure of figures) expect(figure.n).toBe(cells.reduce((total, cell) => total + cell, 0))
    }),
  )
})
