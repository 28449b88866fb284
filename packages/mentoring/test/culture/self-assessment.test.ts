import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type CommunityAnswer,
  type ImpactAnswer,
  loadSelfAssessmentTexts,
  type PracticeAnswer,
  readSelfAssessment,
  type SelfAssessmentAnswers,
  selfAssessment,
  selfAssessmentEnglish,
  selfAssessmentPage,
  selfAssessmentTextKeys,
  summaryOf,
} from '../../src/index.ts'

const impact: ImpactAnswer = {
  id: 'i1',
  concerns: ['p1', 'k1'],
  time: 'current',
  for: 'mentees',
  statement: 'New lecturers stay.',
  sign: 'positive',
  evidence: 'record',
}
const practice: PracticeAnswer = { id: 'p1', name: 'Pairs of new lecturers', form: 'formal', stage: 'early-career' }
const community: CommunityAnswer = {
  id: 'k1',
  name: 'Teaching lunch',
  couldCarry: 'Peer mentoring',
  readiness: 'could-soon',
}
const answers: SelfAssessmentAnswers = {
  assessment: 'institutional-self-assessment',
  version: 1,
  institution: 'Example University',
  heldOn: '2026-03-05',
  participants: 9,
  practices: [practice, { id: 'p2', name: 'Coffee', form: 'informal', seenAs: 'normal-work' }],
  communities: [community],
  impacts: [
    impact,
    { ...impact, id: 'i2', concerns: ['k1'], time: 'potential', sign: 'negative', evidence: 'none' },
    { ...impact, id: 'i3', concerns: [], evidence: 'impression' },
  ],
}
const codeOf = (change: object) => {
  const read = readSelfAssessment({ ...answers, ...change })
  return 'refusal' in read ? [read.refusal.code, read.refusal.path] : 'taken'
}

test('the three steps take the twenty minutes of the session, and feedback five', () => {
  expect(selfAssessment.steps.map(({ key }) => key)).toEqual(['practices', 'communities', 'impacts'])
  expect(selfAssessment.steps.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(20)
  expect(selfAssessment.feedbackMinutes).toBe(5)
})

test('answers that fit are given back as they are', () => {
  expect(readSelfAssessment(answers)).toEqual({ value: answers })
  expect(codeOf({ practices: [], communities: [], impacts: [] })).toBe('taken')
  expect(codeOf({ participants: null })).toBe('taken')
})

test('answers that do not fit are told apart, with the place', () => {
  expect(codeOf({ version: 2 })).toEqual(['value-not-listed', 'version'])
  expect(codeOf({ participantNames: ['Ada'] })).toEqual(['field-not-listed', 'participantNames'])
  expect(codeOf({ participants: 0 })).toEqual(['reading-out-of-range', 'participants'])
  expect(codeOf({ heldOn: '5.3.2026' })).toEqual(['date-not-iso', 'heldOn'])
  expect(codeOf({ institution: 'x'.repeat(201) })).toEqual(['text-too-long', 'institution'])
  expect(codeOf({ practices: undefined })).toEqual(['field-not-listed', 'practices'])
  expect(codeOf({ practices: [null] })).toEqual(['field-not-listed', 'practices[0]'])
  expect(codeOf({ practices: [{ ...practice, who: 'Ada' }] })).toEqual(['field-not-listed', 'practices[0].who'])
  expect(codeOf({ practices: [{ ...practice, form: 'both' }] })).toEqual(['value-not-listed', 'practices[0].form'])
  expect(codeOf({ practices: [{ ...practice, name: ' ' }] })).toEqual(['text-missing', 'practices[0].name'])
  expect(codeOf({ communities: [{ ...community, id: 'p1' }] })).toEqual(['id-not-usable', 'communities[0].id'])
  expect(codeOf({ communities: [{ ...community, couldCarry: undefined }] })).toEqual([
    'answer-missing',
    'communities[0].couldCarry',
  ])
  expect(codeOf({ impacts: [impact, { ...impact, id: 'i2', concerns: ['i1'] }] })).toEqual([
    'entry-not-found',
    'impacts[1].concerns[0]',
  ])
  expect(codeOf({ impacts: Array.from({ length: 61 }, (_, index) => ({ ...impact, id: `i${index}` })) })).toEqual([
    'too-many-entries',
    'impacts',
  ])
  for (const wrong of [null, undefined, 7, 'x', []]) expect(readSelfAssessment(wrong)).toHaveProperty('refusal')
})

test('whatever comes is taken or refused, and nothing throws', () => {
  const value = fc.oneof(fc.anything(), fc.constantFrom(...Object.values(answers)))
  fc.assert(
    fc.property(fc.constantFrom(...Object.keys(answers)), value, (key, other) => {
      expect(Object.keys(readSelfAssessment({ ...answers, [key]: other }))).toHaveLength(1)
    }),
  )
})

test('the summary puts what is and what could be beside each practice and community', () => {
  const { lines, counts } = summaryOf(answers)
  expect(lines.map(({ name, state, current, potential }) => [name, state, current.length, potential.length])).toEqual([
    ['Pairs of new lecturers', 'formal', 1, 0],
    ['Coffee', 'informal', 0, 0],
    ['Teaching lunch', 'could-soon', 1, 1],
    ['Example University', null, 1, 0],
  ])
  expect(counts).toEqual({
    formal: 1,
    informal: 1,
    communities: 1,
    carrying: 0,
    current: 2,
    potential: 1,
    currentOnRecord: 1,
    withoutImpact: 1,
  })
  expect(summaryOf({ ...answers, impacts: [] }).lines).toHaveLength(3)
})

test('every key has a text in English, and another language needs every one', () => {
  expect(Object.keys(selfAssessmentEnglish.texts).sort()).toEqual([...selfAssessmentTextKeys].sort())
  expect(new Set(selfAssessmentTextKeys).size).toBe(selfAssessmentTextKeys.length)
  expect(loadSelfAssessmentTexts(selfAssessmentEnglish)).toEqual({ value: selfAssessmentEnglish })
  const of = (change: object, language = 'cy') =>
    loadSelfAssessmentTexts({ language, texts: { ...selfAssessmentEnglish.texts, ...change } })
  expect(of({})).toHaveProperty('value')
  expect(of({ wrong: 'x' })).toMatchObject({ refusal: { code: 'text-not-loaded', path: 'texts.wrong' } })
  expect(of({ lead: ' ' })).toMatchObject({ refusal: { code: 'text-missing', path: 'texts.lead' } })
  expect(of({}, 'Welsh, please')).toMatchObject({ refusal: { path: 'language' } })
})

test('the page to take away holds every answer, loads nothing and runs nothing', () => {
  const page = selfAssessmentPage(answers, selfAssessmentEnglish)
  expect(page).toMatch(/^<!doctype html>\n<html lang="en">/)
  for (const text of [
    'Pairs of new lecturers',
    'Peer mentoring',
    'New lecturers stay.',
    'for the worse',
    'at the start',
  ]) {
    expect(page).toContain(text)
  }
  expect(page).not.toMatch(/<script|<link|<img|src=|href=|url\(|@import|https?:|undefined|\[object/)
  const { title: _, ...rest } = selfAssessmentEnglish.texts
  expect(() => selfAssessmentPage(answers, { language: 'en', texts: rest })).toThrow(TypeError)
})

test('no answer can break out of the page', () => {
  const attack = fc.string({
    unit: fc.constantFrom('<', '>', '"', "'", '&', 's', '/', 'é', ' '),
    minLength: 1,
    maxLength: 40,
  })
  const tags = (page: string) => page.match(/<[^>]*>/g)
  const plain = tags(
    selfAssessmentPage(
      { ...answers, institution: 'x', practices: [{ ...practice, name: 'x' }], impacts: [] },
      selfAssessmentEnglish,
    ),
  )
  fc.assert(
    fc.property(attack, (text) => {
      const given = { ...answers, institution: text, practices: [{ ...practice, name: text }], impacts: [] }
      expect(tags(selfAssessmentPage(given, selfAssessmentEnglish))).toEqual(plain)
    }),
  )
})
