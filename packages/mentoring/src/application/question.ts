import { type ParticipantRole, participantRoles } from '../people/participant.ts'
import { type Result, refuse } from '../refusal.ts'
import { parseShape } from '../shape/parse-shape.ts'
import { cases, code, day, flag, id, list, listed, type ObjectShape, object, text, whole } from '../shape/shape.ts'

/** What every question has. */
export interface QuestionBase {
  /** A short code, each once in a set; answers name it. */
  readonly key: string
  readonly label: string
  /** The roles of the people who are asked, at least one. */
  readonly askedOf: readonly ParticipantRole[]
  readonly required: boolean
}

/** One answer of a choice. */
export interface ChoiceOption {
  readonly code: string
  readonly label: string
}

/** A choice among options; `choicesMax` of 1 is a single choice. */
export interface ChoiceQuestion extends QuestionBase {
  readonly kind: 'choice'
  readonly options: readonly ChoiceOption[]
  readonly choicesMax: number
}

/** A whole number from `least` to `most`. */
export interface NumberQuestion extends QuestionBase {
  readonly kind: 'number'
  readonly least: number
  readonly most: number
}

/** A text of at most `charactersMax` characters. It is asked before anybody meets, and of the person themselves. */
export interface TextQuestion extends QuestionBase {
  readonly kind: 'text'
  readonly charactersMax: number
}

/** A question that a programme asks of those who apply. */
export type ApplicationQuestion = ChoiceQuestion | NumberQuestion | TextQuestion

/** The questions of a programme in one version; a changed question is a new version, because answers name theirs. */
export interface QuestionSet {
  readonly programmeId: string
  /** A whole number from 1. */
  readonly version: number
  readonly from: string
  readonly questions: readonly ApplicationQuestion[]
}

const base = {
  key: code,
  label: text(300),
  askedOf: list<ParticipantRole>(listed(participantRoles), 1),
  required: flag,
}

/** The declared shape of a set of questions. */
export const questionSetShape: ObjectShape<QuestionSet> = object<QuestionSet>({
  programmeId: id,
  version: whole(1, 10_000),
  from: day,
  questions: list<ApplicationQuestion>(
    cases<ApplicationQuestion, 'kind'>('kind', {
      choice: {
        ...base,
        options: list<ChoiceOption>(object<ChoiceOption>({ code, label: text(300) }), 1),
        choicesMax: whole(1, 100),
      },
      number: { ...base, least: whole(-1_000_000, 1_000_000), most: whole(-1_000_000, 1_000_000) },
      text: { ...base, charactersMax: whole(1, 2000) },
    }),
  ),
})

/**
 * Gives a set of questions that can be asked: each key once, each option once, and bounds that leave an answer.
 *
 * @example
 * ```ts
 * import { defineQuestions } from '@mentoring-commons/mentoring'
 *
 * const subject = { kind: 'text' as const, key: 'subject', label: 'What do you teach?', askedOf: ['mentee' as const], required: true, charactersMax: 200 }
 * 'value' in defineQuestions({ programmeId: 'p1', version: 1, from: '2026-01-01', questions: [subject] }) //=> true
 * const twice = defineQuestions({ programmeId: 'p1', version: 1, from: '2026-01-01', questions: [subject, subject] })
 * 'refusal' in twice && twice.refusal.path //=> "questions[1].key"
 * ```
 */
export function defineQuestions(input: QuestionSet): Result<QuestionSet> {
  const parsed = parseShape(input, questionSetShape)
  if ('refusal' in parsed) return parsed
  for (const [index, question] of input.questions.entries()) {
    const wrong = (field: string, message: string) =>
      refuse('question-not-usable', message, `questions[${index}].${field}`)
    const { key } = question
    if (input.questions.findIndex((one) => one.key === key) !== index) {
      return wrong('key', `Question "${key}" stands twice: give each question a key of its own.`)
    }
    if (question.kind === 'number' && question.least > question.most) {
      return wrong('most', `No number is from ${question.least} to ${question.most}: give bounds in order.`)
    }
    if (question.kind !== 'choice') continue
    const codes = question.options.map((option) => option.code)
    const twice = codes.find((one, at) => codes.indexOf(one) !== at)
    if (twice !== undefined) return wrong('options', `Option "${twice}" stands twice: name each option once.`)
    if (question.choicesMax > codes.length) {
      return wrong(
        'choicesMax',
        `${question.choicesMax} of ${codes.length} options cannot be chosen: give at most that.`,
      )
    }
  }
  return parsed
}
