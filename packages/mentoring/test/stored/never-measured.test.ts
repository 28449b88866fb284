import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type Application,
  type Fields,
  forbiddenMeasurementOf,
  type Goal,
  type Meeting,
  type OptionalField,
  type PhaseAssessment,
  parseStored,
  type Relationship,
  type Review,
  type Shape,
  type StoredNoun,
  type SupervisionSession,
  storedShapes,
} from '../../src/index.ts'
import { forbiddenMeasurements } from '../../src/shape/forbidden-measurement.ts'
import { codeOf } from '../demo.ts'
import { everyLeaf } from './leaves.ts'

/*
 * Three things are never measured: how a mentee performs, told to a third party; what a mentor thinks of a mentee, tied to a
 * reward; what was said. What is guarded here, and what is not:
 * - no declared shape has a field whose name says one of the three, and no property in the source of the folders of the
 *   life of a relationship has such a name either, so that no shape grows one beside the declared ones;
 * - a sentence fits only into the fields listed below, each written by a person about their own wish or by an institution
 *   about its programme; every other string is an id, a day, a listed value or a code, which holds no white space;
 * - a number fits only into the fields listed below, which count days, minutes, places or versions: none is a rating;
 * - the parser refuses every field that is not declared, whatever its name, at every depth.
 * It cannot keep somebody from writing into an allowed text what does not belong there.
 */

const leaves = everyLeaf()

test('a sentence fits into these fields and no other', () => {
  expect(leaves.filter((one) => one.sort === 'text').map((one) => `${one.path}: ${one.may}`)).toEqual([
    'application.answers[].text: 1..2000 characters',
    'cohort.label: 1..300 characters',
    'goal.title: 1..300 characters',
    'goal.milestones[].title: 1..300 characters',
    'programme.key: 1..64 characters',
    'programme.title: 1..300 characters',
    'programme.purpose: 1..2000 characters',
    'question-set.questions[].label: 1..300 characters',
    'question-set.questions[].options[].label: 1..300 characters',
    'stage-set.stages[].title: 1..120 characters',
  ])
})

test('a number fits into these fields and no other: none of them rates anybody', () => {
  expect(leaves.filter((one) => one.sort === 'whole').map((one) => one.path)).toEqual([
    'agreement.version',
    'agreement.terms.meetings.everyDays',
    'agreement.terms.meetings.durationMinutes',
    'agreement.terms.meetings.preparationDays',
    'agreement.terms.meetings.cancellationHours',
    'agreement.terms.contact.answerWithinDays',
    'agreement.terms.reviewEveryDays',
    'application.questionsVersion',
    'application.answers[].number',
    'capacity.relationshipsMax',
    'eligibility-rule.withinDays',
    'eligibility-rule.minutes',
    'meeting.durationMinutes',
    'offer-terms.menteeAnswerDays',
    'offer-terms.mentorAnswerDays',
    'programme.policy.menteesMax',
    'question-set.version',
    'question-set.questions[].choicesMax',
    'question-set.questions[].least',
    'question-set.questions[].most',
    'question-set.questions[].charactersMax',
    'queue-thresholds.offerUnansweredDays',
    'queue-thresholds.silentDays',
    'queue-thresholds.agreementMissingDays',
    'queue-thresholds.reviewOverdueDays',
    'queue-thresholds.orphanDays',
    'relationship.signatures[].version',
    'stage-set.version',
    'supervision.durationMinutes',
  ])
})

test('a yes or no fits into these fields and no other', () => {
  expect(leaves.filter((one) => one.sort === 'flag').map((one) => one.path)).toEqual([
    'agreement.terms.renewable',
    'agreement.terms.contact.allowed',
    'agreement.terms.noFaultEnding',
    'agreement.terms.distance.noJointInterests',
    'agreement.terms.distance.noDecisionsAfterwards',
    'programme.policy.agreementRequired',
    'question-set.questions[].required',
    'relationship.completed',
  ])
})

test('no field of any declared shape says by its name one of the three', () => {
  expect(leaves.length).toBeGreaterThan(150)
  expect(leaves.flatMap((one) => one.keys.filter((key) => forbiddenMeasurementOf(key) !== undefined))).toEqual([])
})

test('nor does a property anywhere in the source of the life of a relationship', () => {
  const src = fileURLToPath(new URL('../../src', import.meta.url))
  const others = ['matching', 'community', 'culture']
  const folders = readdirSync(src, { withFileTypes: true }).filter(
    (one) => one.isDirectory() && !others.includes(one.name),
  )
  const found: string[] = []
  let seen = 0
  for (const folder of folders) {
    for (const file of readdirSync(`${src}/${folder.name}`)) {
      const text = readFileSync(`${src}/${folder.name}/${file}`, 'utf8')
      for (const [, name = ''] of text.matchAll(/readonly '?([\w-]+)'?\??:/g)) {
        seen += 1
        if (forbiddenMeasurementOf(name) !== undefined) found.push(`${folder.name}/${file}: ${name}`)
      }
    }
  }
  expect(seen).toBeGreaterThan(250)
  expect(found).toEqual([])
})

test('the words are found in every way of writing a name, and harmless names are not', () => {
  for (const [kind, words] of Object.entries(forbiddenMeasurements)) {
    for (const word of words.split(' ')) {
      const capital = word[0]?.toUpperCase() + word.slice(1)
      for (const name of [
        word,
        word.toUpperCase(),
        `mentee${capital}`,
        `${word}Of`,
        `mentee_${word}`,
        `mentee-${word}-text`,
      ]) {
        expect([name, forbiddenMeasurementOf(name)]).toEqual([name, kind])
      }
    }
  }
  for (const name of [
    'notice',
    'durationMinutes',
    'personId',
    'markedOn',
    'contentment',
    'progress',
    'referenced',
    'constructor',
  ]) {
    expect([name, forbiddenMeasurementOf(name)]).toEqual([name, undefined])
  }
})

/** A value that a shape takes. */
function sample(shape: Shape): unknown {
  switch (shape.sort) {
    case 'id':
    case 'code':
    case 'text':
      return 'x1'
    case 'day':
      return '2026-02-01'
    case 'whole':
      return shape.least
    case 'flag':
      return shape.only ?? true
    case 'listed':
      return shape.values[0]
    case 'list':
      return Array.from({ length: Math.max(1, shape.least) }, () => sample(shape.each as Shape))
    case 'object':
      return sampleFields(shape.fields)
    case 'cases': {
      const [name, fields] = Object.entries(shape.cases)[0] as [string, Fields]
      return { [shape.by]: name, ...sampleFields(fields) }
    }
  }
}

function sampleFields(fields: Fields): Readonly<Record<string, unknown>> {
  const whole = (field: Shape | OptionalField) => sample(field.sort === 'optional' ? field.shape : field)
  return Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, whole(field)]))
}

/** Every object within a value, by the way to it. */
function objectsIn(value: unknown, path: readonly (string | number)[] = []): readonly (readonly (string | number)[])[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => objectsIn(item, [...path, index]))
  if (typeof value !== 'object' || value === null) return []
  return [path, ...Object.entries(value).flatMap(([key, inner]) => objectsIn(inner, [...path, key]))]
}

function withField(value: unknown, path: readonly (string | number)[], name: string): unknown {
  const copy = structuredClone(value)
  let at = copy as Record<string | number, unknown>
  for (const key of path) at = at[key] as Record<string | number, unknown>
  at[name] = 'x'
  return copy
}

const nouns = Object.keys(storedShapes) as StoredNoun[]

test.each(nouns)(
  '%s: a field that is not declared is refused at every depth, and told why where its name says it',
  (noun) => {
    const shape: Shape = storedShapes[noun]
    const samples =
      shape.sort === 'cases'
        ? Object.entries(shape.cases).map(([name, fields]) => ({ [shape.by]: name, ...sampleFields(fields) }))
        : [sample(shape)]
    for (const value of samples) {
      expect(parseStored(noun, value)).toEqual({ value })
      for (const path of objectsIn(value)) {
        for (const name of ['notes', 'content', 'summary', 'whatWasSaid', 'transcript', 'feedback']) {
          expect(codeOf(parseStored(noun, withField(value, path, name)))).toBe('content-is-never-kept')
        }
        for (const name of ['menteeRating', 'performanceScore', 'promotionRecommendation', 'reward']) {
          expect(codeOf(parseStored(noun, withField(value, path, name)))).toBe('never-measured')
        }
        for (const name of ['x', 'toString', 'hasOwnProperty']) {
          expect(codeOf(parseStored(noun, withField(value, path, name)))).toBe('not-the-shape')
        }
      }
    }
  },
)

test('a message says why', () => {
  const told = parseStored('review', { relationshipId: 'r1', heldOn: '2026-02-01', discussionNotes: 'x' })
  expect(told).toMatchObject({
    refusal: { path: 'discussionNotes', message: expect.stringContaining('stays with them') },
  })
  const rated = parseStored('review', { relationshipId: 'r1', heldOn: '2026-02-01', menteeScore: 1 })
  expect(rated).toMatchObject({ refusal: { message: expect.stringContaining('told to nobody') } })
  const praised = parseStored('review', { relationshipId: 'r1', heldOn: '2026-02-01', endorsement: 1 })
  expect(praised).toMatchObject({ refusal: { message: expect.stringContaining('earns nobody') } })
})

test('each leaf refuses what is not of its sort, and an optional one may be absent while the others may not', () => {
  const wrong: Readonly<Record<string, readonly unknown[]>> = {
    id: ['', 'a b', 7, null],
    day: ['2026-02-30', '1.2.2026', 7],
    code: ['two words', 'a'.repeat(41), '', 7],
    text: ['', '  ', 7],
    whole: [0.5, '1', Number.NaN, null],
    flag: ['true', 1, null],
    listed: ['none of them', 7],
    list: [{}, 'x', null],
    object: [[], 'x', null],
    cases: [[], 'x', { status: 'constructor' }],
  }
  const check = (noun: StoredNoun, value: Readonly<Record<string, unknown>>, fields: Fields) => {
    for (const [key, field] of Object.entries(fields)) {
      const { [key]: _, ...without } = value
      expect([noun, key, codeOf(parseStored(noun, without))]).toEqual([
        noun,
        key,
        field.sort === 'optional' ? undefined : 'not-the-shape',
      ])
      const shape = field.sort === 'optional' ? field.shape : field
      for (const other of wrong[shape.sort] ?? []) {
        expect([key, other, codeOf(parseStored(noun, { ...value, [key]: other }))]).toEqual([
          key,
          other,
          'not-the-shape',
        ])
      }
      if (shape.sort !== 'whole') continue
      for (const outside of [shape.least - 1, shape.most + 1]) {
        expect(codeOf(parseStored(noun, { ...value, [key]: outside }))).toBe('not-the-shape')
      }
    }
  }
  for (const noun of nouns) {
    const shape: Shape = storedShapes[noun]
    if (shape.sort === 'object') check(noun, sampleFields(shape.fields), shape.fields)
    if (shape.sort !== 'cases') continue
    for (const [name, fields] of Object.entries(shape.cases)) {
      check(noun, { [shape.by]: name, ...sampleFields(fields) }, fields)
    }
  }
})

test("no value of any kind, however it is nested, makes the parser throw, and a noun that is none is the caller's mistake", () => {
  fc.assert(
    fc.property(fc.constantFrom(...nouns), fc.anything(), (noun, value) => {
      expect(Object.keys(parseStored(noun, value))).toHaveLength(1)
    }),
  )
  for (const noun of ['diary', 'constructor']) {
    expect(() => parseStored(noun as StoredNoun, {})).toThrow(TypeError)
  }
})

test('the types have no place for the three either', () => {
  type Has<T, K extends string> = T extends unknown ? (K extends keyof T ? true : never) : never
  type Kept = Application | Goal | Meeting | PhaseAssessment | Relationship | Review | SupervisionSession
  type Forbidden =
    | 'notes'
    | 'note'
    | 'content'
    | 'summary'
    | 'rating'
    | 'score'
    | 'performance'
    | 'recommendation'
    | 'feedback'
  const nothing: [Has<Kept, Forbidden>] extends [never] ? true : false = true
  expect(nothing).toBe(true)
  // @ts-expect-error a review is held, and nothing is written down of it
  const review: Review = { relationshipId: 'r1', heldOn: '2026-02-01', outcome: 'x' }
  // @ts-expect-error an assessment of a phase is no assessment of a person, and has no note
  const assessed: Partial<PhaseAssessment> = { note: 'x' }
  expect([review, assessed]).toHaveLength(2)
})
