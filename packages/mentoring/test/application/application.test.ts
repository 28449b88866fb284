import { expect, test } from 'vitest'
import {
  type Application,
  type ApplicationAnswer,
  applicationStatus,
  applyToProgramme,
  defineQuestions,
  type QuestionSet,
  withdrawApplication,
} from '../../src/index.ts'
import { codeOf, lenient, made } from '../demo.ts'
import { active, offered, offerSteps, steps } from '../life.ts'

const both = ['mentee' as const, 'mentor' as const]
const options = [
  { code: 'art', label: 'Art' },
  { code: 'law', label: 'Law' },
  { code: 'music', label: 'Music' },
]
const questions: QuestionSet = {
  programmeId: 'p1',
  version: 2,
  from: '2026-01-01',
  questions: [
    { kind: 'choice', key: 'fields', label: 'Fields', askedOf: both, required: true, options, choicesMax: 2 },
    { kind: 'number', key: 'years', label: 'Years', askedOf: ['mentor'], required: true, least: 0, most: 50 },
    {
      kind: 'text',
      key: 'hope',
      label: 'What do you hope for?',
      askedOf: ['mentee'],
      required: false,
      charactersMax: 5,
    },
  ],
}
const fields: ApplicationAnswer = { kind: 'choice', question: 'fields', choices: ['art'] }
const application: Application = {
  id: 'a1',
  programmeId: 'p1',
  personId: 'ada',
  role: 'mentee',
  appliedOn: '2026-01-05',
  questionsVersion: 2,
  answers: [fields],
}
const answered = (...answers: ApplicationAnswer[]) => codeOf(applyToProgramme({ ...application, answers }, questions))

test('the questions of the role are answered, the required ones at least, and no other', () => {
  expect(made(defineQuestions(questions))).toEqual(questions)
  expect(answered(fields)).toBeUndefined()
  expect(answered(fields, { kind: 'text', question: 'hope', text: 'ééééé' })).toBeUndefined()
  expect(answered()).toBe('answer-missing')
  expect(answered(fields, { kind: 'number', question: 'years', number: 1 })).toBe('answer-not-usable')
  expect(answered(fields, { kind: 'text', question: 'other', text: 'x' })).toBe('answer-not-usable')
  const mentor = { ...application, role: 'mentor' as const }
  expect(codeOf(applyToProgramme(mentor, questions))).toBe('answer-missing')
  const years: ApplicationAnswer = { kind: 'number', question: 'years', number: 50 }
  expect(codeOf(applyToProgramme({ ...mentor, answers: [years, fields] }, questions))).toBeUndefined()
})

test.each<[string, ApplicationAnswer[]]>([
  ['no choice', [{ ...fields, choices: [] }]],
  ['too many', [{ ...fields, choices: ['art', 'law', 'music'] }]],
  ['one twice', [{ ...fields, choices: ['art', 'art'] }]],
  ['one that is none', [{ ...fields, choices: ['dance'] }]],
  ['another kind', [{ kind: 'text', question: 'fields', text: 'art' }]],
  ['a long text', [fields, { kind: 'text', question: 'hope', text: '123456' }]],
  ['the same twice', [fields, fields]],
])('%s is no answer', (_, answers) => {
  expect(answered(...answers)).toBe('answer-not-usable')
})

test('an application answers the questions as they are now, waits no shorter than not at all, and has a shape', () => {
  const change = (one: object) => codeOf(applyToProgramme({ ...application, ...one }, questions))
  expect(change({ questionsVersion: 1 })).toBe('answer-not-usable')
  expect(change({ programmeId: 'p2' })).toBe('answer-not-usable')
  expect(change({ waitsUntil: '2026-01-04' })).toBe('date-goes-back')
  expect(change({ waitsUntil: '2026-01-05' })).toBeUndefined()
  expect(change({ withdrawnOn: '2026-01-05' })).toBe('application-closed')
  expect(change({ role: 'boss' })).toBe('not-the-shape')
  expect(change({ referenceText: 'x' })).toBe('never-measured')
})

test.each<[string, object, string]>([
  ['a key twice', { key: 'years' }, 'questions[0].key'],
  ['more choices than options', { choicesMax: 4 }, 'questions[0].choicesMax'],
  ['an option twice', { options: [...options, options[0]] }, 'questions[0].options'],
  ['no option', { options: [] }, 'questions[0].options'],
  ['nobody asked', { askedOf: [] }, 'questions[0].askedOf'],
  ['a label of nothing', { label: ' ' }, 'questions[0].label'],
])('%s cannot be asked', (_, change, path) => {
  const [first, ...rest] = questions.questions
  const result = defineQuestions({ ...questions, questions: [{ ...first, ...change }, ...rest] as never })
  expect(result).toMatchObject({
    refusal: { path: path === 'questions[0].key' ? 'questions[1].key' : path },
  })
  const number = { kind: 'number' as const, key: 'n', label: 'N', askedOf: both, required: true, least: 2, most: 1 }
  expect(codeOf(defineQuestions({ ...questions, questions: [number] }))).toBe('question-not-usable')
})

test('where an application stands follows from what was offered and begun, and a decline returns it to the pool', () => {
  const status = (offers = [offered('r1')], relationships = [active].slice(1), on = '2026-02-01', one = application) =>
    applicationStatus(one, { offers, relationships }, on)
  expect(status([])).toBe('waiting')
  expect(status()).toBe('offered')
  const accepted = offerSteps(
    offered('r1'),
    { type: 'accept', by: 'ada', on: '2026-01-06' },
    { type: 'accept', by: 'mia', on: '2026-01-07' },
  )
  expect(status([accepted])).toBe('offered')
  expect(status([accepted], [active])).toBe('placed')
  for (const step of [
    { type: 'decline' as const, by: 'ada', on: '2026-01-06' },
    { type: 'expire' as const, on: '2026-01-20' },
    { type: 'withdraw' as const, on: '2026-01-06' },
  ]) {
    expect(status([offerSteps(offered(), step)])).toBe('waiting')
  }
  expect(status([{ ...offered(), programmeId: 'p2' }])).toBe('waiting')
})

test('who lost their relationship waits again, who completed it does not, and a mentor has room again either way', () => {
  const ended = steps(active, lenient, { type: 'end', by: 'mia', on: '2026-03-01' })
  const completed = steps(
    active,
    lenient,
    { type: 'wind-down', on: '2026-03-01' },
    { type: 'end', on: '2026-03-02', reason: 'completed' },
  )
  const of = (who: 'ada' | 'mia', relationship: typeof active, appliedOn = '2026-01-05') =>
    applicationStatus(
      { ...application, personId: who, role: who === 'ada' ? 'mentee' : 'mentor', appliedOn },
      { offers: [], relationships: [relationship] },
      '2026-04-01',
    )
  expect([of('ada', ended), of('mia', ended)]).toEqual(['waiting', 'waiting'])
  expect([of('ada', completed), of('mia', completed)]).toEqual(['placed', 'waiting'])
  expect(of('ada', completed, '2026-03-10')).toBe('waiting')
})

test('a mentor with places left waits for more', () => {
  const mentor: Application = { ...application, personId: 'mia', role: 'mentor' }
  const stands = (places: number) =>
    applicationStatus(mentor, { offers: [offered('o2')], relationships: [active], places }, '2026-02-01')
  expect([1, 2, 3].map(stands)).toEqual(['placed', 'offered', 'waiting'])
})

test('it expires the day after the person would no longer wait, and is withdrawn once, from its day on', () => {
  const patient = { ...application, waitsUntil: '2026-06-30' }
  const on = (day: string, one: Application = patient) => applicationStatus(one, { offers: [], relationships: [] }, day)
  expect([on('2026-06-30'), on('2026-07-01')]).toEqual(['waiting', 'expired'])
  const withdrawn = made(withdrawApplication(patient, '2026-02-01'))
  expect([on('2026-01-31', withdrawn), on('2026-02-01', withdrawn)]).toEqual(['waiting', 'withdrawn'])
  expect(codeOf(withdrawApplication(withdrawn, '2026-02-02'))).toBe('application-closed')
  expect(codeOf(withdrawApplication(patient, '2026-01-04'))).toBe('date-goes-back')
  expect(codeOf(withdrawApplication(patient, 'now'))).toBe('date-not-iso')
})
