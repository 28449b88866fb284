import { expect, test } from 'vitest'
import { type Answers, answeredCount, answerProblems } from '../../src/surveys/answers.ts'
import { giveResponse } from '../../src/surveys/give-response.ts'
import { experienceOfMentoring as own } from '../../src/surveys/own-instruments.ts'
import { whyClosed } from '../../src/surveys/why-closed.ts'
import { withdrawResponse } from '../../src/surveys/withdraw-response.ts'
import { baseline, codeIn, given, launched, valueIn } from './fixtures.ts'

const answers: Answers = { 'been-mentored': 'no' }
const give = (on: string, more: Answers = answers, earlier?: ReturnType<typeof given>) =>
  giveResponse(own, launched, { wave: 'before', pseudonym: 'p1', answers: more, on }, earlier)

test('answers are taken from the first day of a wave to its last', () => {
  expect(codeIn(give('2026-02-28'))).toBe('wave-not-open')
  expect(valueIn(give('2026-03-01'))).toMatchObject({ state: 'given', revision: 1, givenOn: '2026-03-01' })
  expect(valueIn(give('2026-03-14')).revision).toBe(1)
  expect(codeIn(give('2026-03-15'))).toBe('wave-closed')
})

test('neither before the launch nor for a wave that is not there', () => {
  const draft = { state: 'draft', key: 'pilot', waves: [baseline] } as const
  expect(whyClosed(draft, 'before', '2026-03-02')?.code).toBe('wave-not-open')
  expect(whyClosed(launched, 'mid', '2026-03-02')?.code).toBe('wave-unknown')
})

test('a revision takes the place of what was answered, and keeps its first day', () => {
  const first = valueIn(give('2026-03-02'))
  const second = valueIn(give('2026-03-05', { 'been-mentored': 'yes-now' }, first))
  expect(second).toEqual({ ...first, answers: { 'been-mentored': 'yes-now' }, revision: 2 })
  expect(codeIn(give('2026-03-15', answers, second))).toBe('wave-closed')
})

test('what is withdrawn is gone, at any time and for good', () => {
  const gone = withdrawResponse(given('before', 'p1', answers), '2026-12-01')
  expect(JSON.stringify(gone)).not.toContain('been-mentored')
  expect(
    codeIn(giveResponse(own, launched, { wave: 'before', pseudonym: 'p1', answers, on: '2026-03-05' }, gone)),
  ).toBe('response-withdrawn')
})

test('the earlier response of somebody else is a mistake of the caller', () => {
  expect(() => give('2026-03-02', answers, given('before', 'p2', answers))).toThrow(TypeError)
  expect(() => give('2026-03-02', answers, given('after', 'p1', answers))).toThrow(TypeError)
})

test.each<[string, readonly string[], Answers]>([
  ['nothing', ['answer-required'], {}],
  ['nothing that has to be', ['answer-required'], { settled: 'agree' }],
  ['an item that is not there', ['item-unknown'], { ...answers, told: 'much' }],
  ['a property of every object', ['item-unknown'], { ...answers, constructor: 'x' }],
  ['a choice that is not there', ['answer-not-a-choice'], { 'been-mentored': 'perhaps' }],
  ['several where one is asked', ['answer-kind-wrong'], { 'been-mentored': ['no'] }],
  ['one where several are asked', ['answer-kind-wrong'], { ...answers, 'sought-for': 'teaching' }],
  ['a choice twice', ['answer-not-a-choice'], { ...answers, 'sought-for': ['teaching', 'teaching'] }],
  ['a number too large', ['number-out-of-range'], { ...answers, 'hours-a-month': 100.5 }],
  ['a negative number', ['number-out-of-range'], { ...answers, 'hours-a-month': -1 }],
  ['no number', ['answer-kind-wrong'], { ...answers, 'hours-a-month': Number.NaN }],
  ['an endless number', ['answer-kind-wrong'], { ...answers, 'hours-a-month': Number.POSITIVE_INFINITY }],
  ['a text for a number', ['answer-kind-wrong'], { ...answers, 'hours-a-month': '3' }],
  ['a value for a point', ['answer-kind-wrong'], { ...answers, settled: 4 }],
  [
    'several faults, in the order of the questionnaire',
    ['answer-required', 'number-out-of-range', 'answer-not-a-choice'],
    { settled: 'x', 'hours-a-month': 900 },
  ],
  ['all that fits', [], { ...answers, 'sought-for': ['teaching', 'career'], 'hours-a-month': 1.5, settled: 'agree' }],
])('%s: %j', (_what, codes, wrong) => {
  expect(answerProblems(own, wrong).map(({ code }) => code)).toEqual(codes)
})

test('nothing answered is wrong where nothing is required, and a list of nothing is no answer', () => {
  const free = { ...own, items: own.items.map((item) => ({ ...item, required: false })) }
  expect(answerProblems(free, { 'sought-for': [] }).map(({ code }) => code)).toEqual(['nothing-answered'])
  expect(answeredCount(own, { ...answers, 'sought-for': [] })).toBe(1)
})

test('an item that is called as every object’s properties are is not answered by them', () => {
  const item = { key: 'constructor', label: 'Built by', kind: 'one' as const, choices: [{ code: 'us', label: 'Us' }] }
  const odd = { ...own, items: [item] }
  expect(answeredCount(odd, {})).toBe(0)
  expect(answerProblems(odd, {}).map(({ code }) => code)).toEqual(['nothing-answered'])
})

test('a whole number is asked for where it is', () => {
  const whole = {
    ...own,
    items: [{ key: 'n', label: 'How many', kind: 'number' as const, min: 0, max: 9, whole: true }],
  }
  expect(answerProblems(whole, { n: 1.5 })[0]?.message).toContain('whole number from 0 to 9')
})
