import { identifierRefusal, textRefusal } from '../identifier.ts'
import { dateRefusal } from '../iso-date.ts'
import { fieldsRefusal, listedRefusal, listRefusal } from '../read-fields.ts'
import { type Refusal, type Result, refuse } from '../refusal.ts'
import {
  type AssessmentQuestion,
  type AssessmentStep,
  type SelfAssessmentAnswers,
  selfAssessment,
} from './self-assessment.ts'

const fields = [
  'assessment',
  'version',
  'institution',
  'heldOn',
  'participants',
  ...selfAssessment.steps.map(({ key }) => key),
]

/**
 * Gives the answers of a session as they were given, or where they do not fit the questions. The value may come from a page or
 * a file and be anything. Empty steps are taken: a group that found nothing found that.
 *
 * @example
 * ```ts
 * import { readSelfAssessment } from '@mentoring-commons/mentoring'
 *
 * const answers = {
 *   assessment: 'institutional-self-assessment', version: 1, institution: 'Example University', heldOn: '2026-03-05', participants: 9,
 *   practices: [{ id: 'p1', name: 'New lecturers are paired', form: 'formal' }], communities: [],
 *   impacts: [{ id: 'i1', concerns: ['p2'], time: 'current', for: 'mentees', statement: 'They settle in.', sign: 'positive', evidence: 'none' }],
 * }
 * const read = readSelfAssessment(answers)
 * 'refusal' in read && [read.refusal.code, read.refusal.path] //=> ["entry-not-found", "impacts[0].concerns[0]"]
 * ```
 */
export function readSelfAssessment(input: unknown): Result<SelfAssessmentAnswers> {
  const wrong = fieldsRefusal(input, fields, '')
  if (wrong) return { refusal: wrong }
  const given = input as Readonly<Record<string, unknown>>
  const refusal =
    listedRefusal(given.assessment, [selfAssessment.key], 'assessment') ??
    listedRefusal(given.version, [selfAssessment.version], 'version') ??
    textRefusal(given.institution, 'institution') ??
    lengthRefusal(given.institution as string, 200, 'institution') ??
    dateRefusal(given.heldOn, 'heldOn') ??
    participantsRefusal(given.participants)
  if (refusal) return { refusal }
  const known = new Map<string, string>()
  for (const step of selfAssessment.steps) {
    const found = stepRefusal(given[step.key], step, known)
    if (found) return { refusal: found }
  }
  return { value: input as SelfAssessmentAnswers }
}

function participantsRefusal(count: unknown): Refusal | undefined {
  if (count === null || (Number.isSafeInteger(count) && (count as number) >= 1)) return undefined
  const message = `${JSON.stringify(count) ?? 'Nothing'} is no number of people: give a whole number of 1 or more, or null if nobody counted.`
  return refuse('reading-out-of-range', message, 'participants').refusal
}

function stepRefusal(entries: unknown, step: AssessmentStep, known: Map<string, string>): Refusal | undefined {
  const wrong = listRefusal(entries, step.key)
  if (wrong) return wrong
  const all = entries as readonly unknown[]
  if (all.length > step.entriesMost) {
    const message = `There are ${all.length} entries, and the step takes ${step.entriesMost}: keep those that matter most.`
    return refuse('too-many-entries', message, step.key).refusal
  }
  const names = ['id', ...step.questions.map(({ key }) => key)]
  for (const [index, entry] of all.entries()) {
    const path = `${step.key}[${index}]`
    const shape = fieldsRefusal(entry, names, path)
    if (shape) return shape
    const given = entry as Readonly<Record<string, unknown>>
    const id = identifierRefusal(given.id, `${path}.id`) ?? againRefusal(given.id as string, known, `${path}.id`)
    if (id) return id
    const answer = step.questions
      .map((one) => answerRefusal(given[one.key], one, known, `${path}.${one.key}`))
      .find(Boolean)
    if (answer) return answer
    known.set(given.id as string, step.key)
  }
  return undefined
}

function againRefusal(id: string, known: ReadonlyMap<string, string>, path: string): Refusal | undefined {
  if (!known.has(id)) return undefined
  return refuse('id-not-usable', `Two entries have the id "${id}": give each one of its own.`, path).refusal
}

function answerRefusal(
  answer: unknown,
  question: AssessmentQuestion,
  known: ReadonlyMap<string, string>,
  path: string,
): Refusal | undefined {
  if (question.kind === 'entries') {
    const wrong = listRefusal(answer, path)
    if (wrong) return wrong
    return (answer as readonly unknown[])
      .map((id, index) => entryRefusal(id, question.steps, known, `${path}[${index}]`))
      .find(Boolean)
  }
  if (answer === undefined) {
    if (!question.required) return undefined
    return refuse('answer-missing', `"${path}" is not answered: answer it, or take the entry out.`, path).refusal
  }
  if (question.kind === 'choice') return listedRefusal(answer, question.choices, path)
  return textRefusal(answer, path) ?? lengthRefusal(answer as string, question.most, path)
}

function entryRefusal(
  id: unknown,
  steps: readonly string[],
  known: ReadonlyMap<string, string>,
  path: string,
): Refusal | undefined {
  if (typeof id === 'string' && steps.includes(known.get(id) ?? '')) return undefined
  const message = `${JSON.stringify(id)} is none of the ${steps.join(' or ')}: add that entry, or leave it out here.`
  return refuse('entry-not-found', message, path).refusal
}

function lengthRefusal(text: string, most: number, path: string): Refusal | undefined {
  const { length } = [...text]
  if (length <= most) return undefined
  return refuse('text-too-long', `The text has ${length} characters, and ${most} fit: say it shorter.`, path).refusal
}
