import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type DisclosedFigure,
  defineTable,
  disclose,
  discloseComments,
  discloseThrough,
  exact,
  hesa,
  type Indicator,
  isDominated,
  keepingPromise,
  openLedger,
} from '../../src/index.ts'
import { answers, base, measured, surveyTable, valued } from '../fixtures.ts'

const short = (figures: readonly DisclosedFigure[]) =>
  figures.map((figure) => ('value' in figure ? figure.value : figure.suppressed))
const rule = { shareMax: 50, protectionPercent: 10 }

/** Hours given by each person. */
const hours = (list: readonly number[]) =>
  valued(
    defineTable(
      [{ name: 'hours', type: 'number', label: 'Hours' }],
      list.map((each) => ({ hours: each })),
    ),
  )
const meanHours: Indicator = { ...base, id: 'hours', unit: 'hours', measure: { kind: 'mean', of: 'hours' } }

test('a mean that one person makes most of is hidden, and so is one that the second could see through', () => {
  expect(short(disclose(measured(hours([100, 5, 5, 5, 5, 5, 5, 5]), meanHours), hesa))).toEqual(['dominated'])
  expect(short(disclose(measured(hours([60, 58, 1, 1, 1, 1, 0, 0]), meanHours), hesa))).toEqual(['dominated'])
  expect(short(disclose(measured(hours([9, 8, 7, 6, 5, 4, 3, 2]), meanHours), hesa))).toEqual([5.5])
  expect(short(disclose(measured(hours([0, 0, 0, 0, 0, 0, 0, 0]), meanHours), hesa))).toEqual([0])
  expect(short(disclose(measured(hours([100, 5, 5, 5, 5, 5, 5, 5]), meanHours), exact))).toEqual([135 / 8])
})

test('dominance counts sizes, also of what is negative, and in every world of a ledger', () => {
  expect(short(disclose(measured(hours([-100, 5, 5, 5, 5, 5, 5, 5]), meanHours), hesa))).toEqual(['dominated'])
  const table = { ...hours([100, ...Array.from({ length: 19 }, () => 1)]), name: 'hours' }
  const ledger = openLedger(table, { on: '2026-01-31', seed: [1, 2, 3, 4] })
  expect(short(discloseThrough([ledger], measured(table, meanHours), hesa))[0]).not.toEqual(expect.any(Number))
})

test('the p % rule is what the second largest can say of the largest', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 2, maxLength: 8 }), (list) => {
      const sorted = [...list].sort((a, b) => b - a)
      const [first = 0, second = 0] = sorted
      const total = list.reduce((sum, each) => sum + each, 0)
      const estimate = total - second
      const within = estimate - first < 0.1 * first - 1e-9
      const most = first > total / 2
      expect(isDominated({ first, second, total }, rule)).toBe(total > 0 && (within || most))
    }),
  )
  expect(() => isDominated({ first: 1, second: 2, total: 3 }, rule)).toThrow(RangeError)
  expect(() => isDominated({ first: 5, second: 2, total: 3 }, rule)).toThrow(RangeError)
})

test.each([exact, hesa])(
  'under $name, a group in which all answered alike is hidden, and a sibling with it',
  (policy) => {
    const table = surveyTable([
      [0, 12],
      [6, 9],
      [7, 15],
    ])
    const figures = disclose(measured(table, answers(2), answers(2, ['group'])), policy)
    const of = (group: string | undefined) => short(figures.filter(({ by }) => by.group === group))
    expect(of('g0')).toEqual(['all-alike', 'all-alike'])
    expect(of('g1')).toEqual(['all-alike', 'all-alike'])
    expect(of('g2').every((value) => typeof value === 'number')).toBe(true)
    expect(of(undefined).every((value) => typeof value === 'number')).toBe(true)
  },
)

test('many answers of one person each are not alike for being the same number', () => {
  const table = surveyTable([[8, 0, 0]])
  const one = answers(3)
  if (one.measure.kind !== 'distribution') throw new Error('no distribution')
  expect(short(disclose(measured(table, { ...one, measure: { ...one.measure, many: true } }), exact))).toEqual([
    8, 0, 0,
  ])
  expect(short(disclose(measured(table, one), exact))).toEqual(['all-alike', 'all-alike', 'all-alike'])
})

test('what was promised at collection holds under a looser policy, and a stricter policy under a looser promise', () => {
  const promised = { ...surveyTable([[4, 3]]), promised: { responsesMin: 8 } }
  expect(short(disclose(measured(promised, answers(2)), exact))).toEqual(['few-responses', 'few-responses'])
  const loose = { ...surveyTable([[4, 3]]), promised: { responsesMin: 3 } }
  expect(short(disclose(measured(loose, answers(2)), exact))).toEqual([4, 3])
  expect(
    short(disclose(measured({ ...surveyTable([[2, 2]]), promised: { responsesMin: 3 } }, answers(2)), exact)),
  ).toEqual(['few-responses', 'few-responses'])
  const named = { ...surveyTable([[40, 30]]), name: 'answers', promised: { responsesMin: 100 } }
  const ledger = openLedger(named, { on: '2026-01-31', seed: [1, 2, 3, 4] })
  expect(short(discloseThrough([ledger], measured(named, answers(2)), hesa))).toEqual([
    'few-responses',
    'few-responses',
  ])
  expect(keepingPromise(hesa, {}).commentsMin).toBe(10)
})

test('nine comments are not read out, ten are, in the order of their texts', () => {
  const comments = (size: number) => Array.from({ length: size }, (_, place) => `c${(place * 7) % 10}`)
  expect(discloseComments([{ by: {}, comments: comments(9) }], exact)).toEqual([{ by: {}, suppressed: 'few-comments' }])
  expect(discloseComments([{ by: {}, comments: [...comments(9), ' '] }], exact)).toEqual([
    { by: {}, suppressed: 'few-comments' },
  ])
  expect(discloseComments([{ by: {}, comments: comments(10) }], exact)).toEqual([
    { by: {}, comments: ['c0', 'c1', 'c2', 'c3', 'c4', 'c5', 'c6', 'c7', 'c8', 'c9'] },
  ])
})
