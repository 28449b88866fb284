import { expect, test } from 'vitest'
import {
  type DisclosedFigure,
  type DisclosurePolicy,
  defineTable,
  disclose,
  exact,
  hesa,
  type Indicator,
  withResponsesMin,
} from '../../src/index.ts'
import {
  answers,
  base,
  doneBy,
  measured,
  people,
  peopleBy,
  peopleTable,
  rate,
  rateBy,
  surveyTable,
  valued,
} from '../fixtures.ts'

const short = (figures: readonly DisclosedFigure[]) =>
  figures.map((figure) => ('value' in figure ? figure.value : figure.suppressed))
const ns = (figures: readonly DisclosedFigure[]) => figures.map((figure) => figure.n)
const mean: Indicator = { ...base, id: 'mean', unit: 'points', measure: { kind: 'mean', of: 'score' } }
const scores = (list: readonly number[]) =>
  valued(
    defineTable(
      [{ name: 'score', type: 'number', label: 'Score' }],
      list.map((score) => ({ score })),
    ),
  )

test('rule 4: a percentage of 22 is suppressed, of 23 shown, in whole percent', () => {
  expect(short(disclose(measured(peopleTable([22], [11]), rate), hesa))).toEqual(['percentage-of-few'])
  expect(short(disclose(measured(peopleTable([23], [11]), rate), hesa))).toEqual([48])
  expect(ns(disclose(measured(peopleTable([22], [11]), rate), hesa))).toEqual([20])
})

test('rule 5: an average of 7 is suppressed, of 8 shown, without its spread', () => {
  expect(short(disclose(measured(scores([1, 2, 3, 4, 5, 6, 7]), mean), hesa))).toEqual(['average-of-few'])
  expect(disclose(measured(scores([1, 2, 3, 4, 5, 6, 7, 9]), mean), hesa)[0]).toMatchObject({ value: 4.6, n: 10 })
  expect(disclose(measured(scores([1, 2, 3, 4, 5, 6, 7, 9]), mean), hesa)[0]).not.toHaveProperty('uncertainty')
})

test('totals are rounded after calculation, so that parts need not add up', () => {
  const table = peopleTable([7, 7, 8])
  expect(short(disclose(measured(table, people, peopleBy), hesa))).toEqual([20, 5, 5, 10])
})

test('a coordinator sees exact counts, rates and means, with their uncertainty', () => {
  const table = peopleTable([3, 2], [1, 2])
  expect(short(disclose(measured(table, people, peopleBy, doneBy, rateBy), exact))).toEqual([
    5,
    3,
    2,
    1,
    2,
    100 / 3,
    100,
  ])
  expect(disclose(measured(table, rate), exact)[0]).toMatchObject({
    value: 60,
    n: 5,
    uncertainty: { kind: 'interval' },
  })
  expect(disclose(measured(scores([1, 2, 3, 4, 5]), mean), exact)[0]).toMatchObject({
    value: 3,
    n: 5,
    uncertainty: { kind: 'sd' },
  })
})

test.each([exact, hesa])('under $name, answers of four are hidden from everyone, of five shown', (policy) => {
  expect(short(disclose(measured(surveyTable([[2, 2]]), answers(2)), policy))).toEqual([
    'few-responses',
    'few-responses',
  ])
  expect(ns(disclose(measured(surveyTable([[2, 2]]), answers(2)), policy))).toEqual([
    { suppressed: 'few-responses' },
    { suppressed: 'few-responses' },
  ])
  expect(
    short(disclose(measured(surveyTable([[2, 3]]), answers(2)), policy)).every((value) => typeof value === 'number'),
  ).toBe(true)
  expect(short(disclose(measured(scores([1, 2, 3, 4]), mean), policy))).toEqual(['few-responses'])
})

test.each([exact, hesa])('under $name, a hidden group of answers cannot be had by subtraction', (policy) => {
  const figures = disclose(
    measured(
      surveyTable([
        [2, 1],
        [9, 8],
        [5, 6],
      ]),
      answers(2),
      answers(2, ['group']),
    ),
    policy,
  )
  expect(short(figures.filter((figure) => figure.id === 'answers-')).every((value) => typeof value === 'number')).toBe(
    true,
  )
  const hidden = figures.filter((figure) => 'suppressed' in figure).map((figure) => figure.by.group)
  expect(new Set(hidden)).toEqual(new Set(['g0', 'g2']))
})

test('two hidden groups that together are enough need no third', () => {
  const figures = disclose(
    measured(
      surveyTable([
        [2, 1],
        [2, 2],
        [9, 8],
      ]),
      answers(2),
      answers(2, ['group']),
    ),
    exact,
  )
  expect(new Set(figures.filter((figure) => 'suppressed' in figure).map((figure) => figure.by.group))).toEqual(
    new Set(['g0', 'g1']),
  )
})

test('a filtered survey beside the whole: what is left must be enough', () => {
  const filtered: Indicator = { ...answers(2), id: 'one', where: [{ column: 'group', op: 'eq', value: 'g1' }] }
  expect(
    short(
      disclose(
        measured(
          surveyTable([
            [2, 1],
            [9, 8],
          ]),
          answers(2),
          filtered,
        ),
        exact,
      ),
    ),
  ).toEqual([11, 9, 'few-responses', 'few-responses'])
})

test('a threshold of one or two protects nobody', () => {
  expect(() => withResponsesMin(exact, 2)).toThrow(RangeError)
  const ten: DisclosurePolicy = withResponsesMin(exact, 10)
  expect(short(disclose(measured(surveyTable([[4, 5]]), answers(2)), ten))).toEqual(['few-responses', 'few-responses'])
  expect(ten.description).toContain('10')
})

test('one number is shown alike wherever it is printed', () => {
  const table = peopleTable([23, 40], [12, 20])
  const one: Indicator = { ...people, id: 'one', where: [{ column: 'group', op: 'in', value: ['g0'] }] }
  const figures = disclose(measured(table, peopleBy, rateBy, one), hesa)
  expect([figures[0]?.n, figures[2]?.n, figures[4]?.n]).toEqual([25, 25, 25])
  expect('value' in (figures[4] ?? {}) && figures[0]).toMatchObject({ value: 25 })
})

test('things that are not people are not rounded, unless people are counted the same way beside them', () => {
  const things: Indicator = { ...people, id: 'things', people: false }
  expect(short(disclose(measured(peopleTable([3]), things), hesa))).toEqual([3])
  expect(short(disclose(measured(peopleTable([3]), things, peopleBy), hesa))).toEqual([5, 5])
})

test('two, two, two and two are shown without the eight that would tell them', () => {
  const figures = disclose(measured(surveyTable([[2, 2, 2, 2]]), answers(4)), hesa)
  expect(short(figures)).toEqual([0, 0, 0, 0])
  expect(ns(figures)).toEqual(Array.from({ length: 4 }, () => ({ suppressed: 'derivable' })))
})

test('the order of sets and rows changes nothing but the order of figures', () => {
  const table = peopleTable([3, 30, 9, 2], [1, 20, 9, 0])
  const key = (figure: DisclosedFigure) => JSON.stringify(figure)
  const forth = disclose(measured(table, people, peopleBy, doneBy, rateBy), hesa)
    .map(key)
    .sort()
  const back = disclose(measured({ ...table, rows: [...table.rows].reverse() }, rateBy, doneBy, peopleBy, people), hesa)
    .map(key)
    .sort()
  expect(back).toEqual(forth)
})
