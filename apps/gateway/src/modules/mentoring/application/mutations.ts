import type { ApplicationAnswer, ApplicationQuestion } from '@mentoring-commons/mentoring'
import { builder } from '../../../builder.ts'
import { viewerOf } from '../../../context.ts'
import { ownId, ownRow } from '../../../own.ts'
import { present, Refused } from '../../../refused.ts'
import { Person } from '../../people/graphql.ts'
import { Cohort, ParticipantRoleEnum, Programme } from '../graphql.ts'
import { applyToProgramme, defineQuestions, withdrawApplication } from './commands.ts'
import { Application } from './graphql.ts'

const errors = { types: [Refused] }

const OptionInput = builder.inputType('ApplicationChoiceInput', {
  fields: (t) => ({ code: t.string({ required: true }), label: t.string({ required: true }) }),
})

const ChoiceQuestionInput = builder.inputType('ChoiceQuestionInput', {
  fields: (t) => ({
    options: t.field({ type: [OptionInput], required: true }),
    choicesMax: t.int({ defaultValue: 1, description: 'How many of them may be chosen.' }),
  }),
})

const NumberQuestionInput = builder.inputType('NumberQuestionInput', {
  description: 'A whole number from `least` to `most`.',
  fields: (t) => ({ least: t.int({ required: true }), most: t.int({ required: true }) }),
})

const TextQuestionInput = builder.inputType('TextQuestionInput', {
  fields: (t) => ({ charactersMax: t.int({ defaultValue: 500, description: '1 to 2000.' }) }),
})

const AnswerKindInput = builder.inputType('ApplicationAnswerKindInput', {
  isOneOf: true,
  description: 'Exactly one kind of answer.',
  fields: (t) => ({
    choice: t.field({ type: ChoiceQuestionInput }),
    number: t.field({ type: NumberQuestionInput }),
    text: t.field({ type: TextQuestionInput }),
  }),
})

const QuestionInput = builder.inputType('ApplicationQuestionInput', {
  fields: (t) => ({
    key: t.string({ required: true, description: 'A short code, each once.' }),
    label: t.string({ required: true }),
    askedOf: t.field({ type: [ParticipantRoleEnum], required: true }),
    required: t.boolean({ required: true }),
    answer: t.field({ type: AnswerKindInput, required: true }),
  }),
})

const ChoiceAnswerInput = builder.inputType('ChoiceAnswerInput', {
  fields: (t) => ({ question: t.string({ required: true }), choices: t.stringList({ required: true }) }),
})

const NumberAnswerInput = builder.inputType('NumberAnswerInput', {
  fields: (t) => ({ question: t.string({ required: true }), number: t.int({ required: true }) }),
})

const TextAnswerInput = builder.inputType('TextAnswerInput', {
  fields: (t) => ({ question: t.string({ required: true }), text: t.string({ required: true }) }),
})

const AnswerInput = builder.inputType('ApplicationAnswerInput', {
  isOneOf: true,
  description: 'An answer of the kind that its question takes.',
  fields: (t) => ({
    choice: t.field({ type: ChoiceAnswerInput }),
    number: t.field({ type: NumberAnswerInput }),
    text: t.field({ type: TextAnswerInput }),
  }),
})

builder.mutationFields((t) => ({
  defineQuestions: t.drizzleField({
    type: Programme,
    errors,
    authScopes: { anyOf: ['coordinator'] },
    description:
      'Defines what a programme asks of those who apply, as a new version. A programme without takes nobody.',
    args: {
      programme: t.arg.globalID({ for: Programme, required: true }),
      questions: t.arg({ type: [QuestionInput], required: true }),
      from: t.arg({ type: 'Day', description: 'From this day on; today where it is left out.' }),
      idempotencyKey: t.arg.string(),
    },
    resolve: async (query, _root, { programme, questions, ...args }, context) => {
      const programmeId = ownId(context, programme, 'programme')
      const id = await defineQuestions(context, { ...args, programmeId, questions: questions.map(questionOf) })
      return present(await context.db.query.programme.findFirst(query({ where: ownRow(context, id) })))
    },
  }),
  applyToProgramme: t.drizzleField({
    type: Application,
    errors,
    authScopes: { anyOf: ['participant', 'coordinator'] },
    description: 'Asks to take part: for yourself, or as a coordinator for somebody who did so on paper.',
    args: {
      programme: t.arg.globalID({ for: Programme, required: true }),
      cohort: t.arg.globalID({ for: Cohort }),
      person: t.arg.globalID({ for: Person, description: 'You yourself where it is left out.' }),
      role: t.arg({ type: ParticipantRoleEnum, required: true }),
      answers: t.arg({ type: [AnswerInput], defaultValue: [] }),
      appliedOn: t.arg({
        type: 'Day',
        description: 'Today where it is left out; only a coordinator names another day.',
      }),
      waitsUntil: t.arg({ type: 'Day', description: 'The last day on which you are willing to wait.' }),
      idempotencyKey: t.arg.string(),
    },
    resolve: async (query, _root, { programme, cohort, person, answers, ...args }, context) => {
      const { personId } = viewerOf(context)
      if (!person && personId === null)
        throw new Refused({
          code: 'person-missing',
          message: 'your account is no person: name the one who applies',
          path: 'person',
        })
      const id = await applyToProgramme(context, {
        ...args,
        programmeId: ownId(context, programme, 'programme'),
        cohortId: cohort ? ownId(context, cohort, 'cohort') : undefined,
        personId: person ? ownId(context, person, 'person') : (personId ?? ''),
        answers: (answers ?? []).map(answerOf),
      })
      return present(await context.db.query.application.findFirst(query({ where: ownRow(context, id) })))
    },
  }),
  withdrawApplication: t.drizzleField({
    type: Application,
    errors,
    authScopes: { anyOf: ['participant', 'coordinator'] },
    description: 'Takes an application back. A relationship under way is ended by its own step.',
    args: {
      application: t.arg.globalID({ for: Application, required: true }),
      on: t.arg({ type: 'Day', description: 'Today where it is left out; only a coordinator names another day.' }),
      idempotencyKey: t.arg.string(),
    },
    resolve: async (query, _root, { application, ...args }, context) => {
      const applicationId = ownId(context, application, 'application')
      const id = await withdrawApplication(context, { ...args, applicationId })
      return present(await context.db.query.application.findFirst(query({ where: ownRow(context, id) })))
    },
  }),
}))

function questionOf({ answer, ...base }: typeof QuestionInput.$inferInput): ApplicationQuestion {
  const { choice, number, text } = answer
  if (choice) return { ...base, kind: 'choice', options: choice.options, choicesMax: choice.choicesMax ?? 1 }
  if (number) return { ...base, kind: 'number', ...number }
  if (text) return { ...base, kind: 'text', charactersMax: text.charactersMax ?? 500 }
  throw new TypeError('a one-of input without a value')
}

function answerOf({ choice, number, text }: typeof AnswerInput.$inferInput): ApplicationAnswer {
  if (choice) return { kind: 'choice', ...choice }
  if (number) return { kind: 'number', ...number }
  if (text) return { kind: 'text', ...text }
  throw new TypeError('a one-of input without a value')
}
