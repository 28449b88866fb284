import type { Answers } from '@mentoring-commons/reporting/surveys'
import { type Item, type WordedItem, wordingOf } from '@mentoring-commons/reporting/surveys'
import { builder } from '../../../builder.ts'
import { enumValues } from '../../../graphql/enum-values.ts'
import { globalIdOf } from '../../../graphql/global-id.ts'
import { ownId } from '../../../own.ts'
import { Refused } from '../../../refused.ts'
import { Survey, SurveyItemKind } from '../graphql.ts'
import { answerSurvey, ownQuestionnaire, type Questionnaire, type Standing, withdrawFromSurvey } from './commands.ts'

const errors = { types: [Refused] }

const StandingEnum = builder.enumType('SurveyStanding', {
  description: 'Where a questionnaire stands for you: answers are taken and revised while it is open.',
  values: enumValues<Standing>(['not-open', 'open', 'closed', 'withdrawn']),
})

const ChoiceType = builder.objectRef<WordedItem['choices'][number]>('SurveyQuestionChoice').implement({
  fields: (t) => ({ code: t.exposeString('code'), label: t.exposeString('label') }),
})

const QuestionType = builder.objectRef<WordedItem & { readonly item: Item }>('SurveyQuestion').implement({
  description: 'A question in the language that was asked for.',
  fields: (t) => ({
    item: t.exposeString('key', { description: 'Send it with the answer.' }),
    label: t.exposeString('label'),
    kind: t.field({ type: SurveyItemKind, resolve: ({ item }) => item.kind }),
    required: t.boolean({ resolve: ({ item }) => item.required ?? false }),
    choices: t.field({ type: [ChoiceType], resolve: ({ choices }) => [...choices] }),
    min: t.float({ nullable: true, resolve: ({ item }) => (item.kind === 'number' ? item.min : null) }),
    max: t.float({ nullable: true, resolve: ({ item }) => (item.kind === 'number' ? item.max : null) }),
  }),
})

interface Answered {
  readonly item: string
  readonly choices: readonly string[]
  readonly number: number | null
}

const AnswerType = builder.objectRef<Answered>('SurveyOwnAnswer').implement({
  description: 'What you answered to a question.',
  fields: (t) => ({
    item: t.exposeString('item'),
    choices: t.exposeStringList('choices', { description: 'Empty where the answer is a number.' }),
    number: t.exposeFloat('number', { nullable: true }),
  }),
})

const QuestionnaireType = builder
  .objectRef<Questionnaire & { readonly wanted: string }>('SurveyQuestionnaire')
  .implement({
    description:
      'A wave as you, who are invited, see it: what is asked, and your own answers. Nobody else is shown them.',
    fields: (t) => ({
      survey: t.id({ resolve: ({ institutionId, surveyId }) => globalIdOf('Survey', institutionId, surveyId) }),
      title: t.exposeString('title'),
      language: t.string({
        description: 'The one that the questions came out in.',
        resolve: ({ instrument, wanted }) => wordingOf(instrument, wanted).language,
      }),
      questions: t.field({
        type: [QuestionType],
        resolve: ({ instrument, wanted }) =>
          wordingOf(instrument, wanted).items.flatMap((worded) => {
            const item = instrument.items.find(({ key }) => key === worded.key)
            return item === undefined ? [] : [{ ...worded, item }]
          }),
      }),
      opensOn: t.expose('opensOn', { type: 'Day' }),
      closesOn: t.expose('closesOn', { type: 'Day' }),
      standing: t.expose('standing', { type: StandingEnum }),
      withdrawnOn: t.expose('withdrawnOn', { type: 'Day', nullable: true }),
      answers: t.field({
        type: [AnswerType],
        nullable: true,
        description: 'Null where you answered nothing.',
        resolve: ({ answers }) =>
          answers === undefined
            ? null
            : Object.entries(answers).map(([item, answer]) => ({
                item,
                choices: typeof answer === 'number' ? [] : ([answer].flat() as string[]),
                number: typeof answer === 'number' ? answer : null,
              })),
      }),
    }),
  })

const AnswerInput = builder.inputType('SurveyAnswerInput', {
  description: 'Choices by their codes, or a number, by the kind of the question.',
  fields: (t) => ({
    item: t.string({ required: true }),
    choices: t.stringList({ description: 'One code where one is asked for.' }),
    number: t.float(),
  }),
})

const language = { defaultValue: 'en', description: 'The language of the questions, where there is one.' }

builder.queryFields((t) => ({
  mySurvey: t.field({
    type: QuestionnaireType,
    errors,
    authScopes: { signedIn: true },
    complexity: { field: 20, multiplier: 1 },
    description: 'A wave that you are invited to.',
    args: { survey: t.arg.globalID({ for: Survey, required: true }), language: t.arg.string(language) },
    resolve: async (_root, { survey, language: wanted }, context) => ({
      ...(await ownQuestionnaire(context, ownId(context, survey, 'survey'))),
      wanted: wanted ?? 'en',
    }),
  }),
}))

builder.mutationFields((t) => ({
  answerSurvey: t.field({
    type: QuestionnaireType,
    errors,
    authScopes: { signedIn: true },
    description:
      'Answers a wave that you are invited to, once: what you send takes the place of all that you answered before, until the wave closes.',
    args: {
      survey: t.arg.globalID({ for: Survey, required: true }),
      answers: t.arg({ type: [AnswerInput], required: true }),
      language: t.arg.string(language),
    },
    resolve: async (_root, { survey, answers, language: wanted }, context) => ({
      ...(await answerSurvey(context, ownId(context, survey, 'survey'), answersIn(answers))),
      wanted: wanted ?? 'en',
    }),
  }),
  withdrawFromSurvey: t.field({
    type: QuestionnaireType,
    errors,
    authScopes: { signedIn: true },
    description:
      'Takes your answers to a wave away, for good and at any time. Figures that were published from them before stay published.',
    args: { survey: t.arg.globalID({ for: Survey, required: true }), language: t.arg.string(language) },
    resolve: async (_root, { survey, language: wanted }, context) => ({
      ...(await withdrawFromSurvey(context, ownId(context, survey, 'survey'))),
      wanted: wanted ?? 'en',
    }),
  }),
}))

interface AnswerGiven {
  readonly item: string
  readonly choices?: readonly string[] | null | undefined
  readonly number?: number | null | undefined
}

/** Answers by their item: a list of codes, or a number. */
function answersIn(given: readonly AnswerGiven[]): Answers {
  const twice = given.find(({ item }, at) => given.findIndex((one) => one.item === item) < at)
  if (twice !== undefined)
    throw new Refused({
      code: 'answered-twice',
      message: `"${twice.item}" is answered twice; send one answer to it`,
      path: 'answers',
    })
  return Object.fromEntries(
    given.flatMap(({ item, choices, number }): [string, number | readonly string[]][] => {
      if (choices && number !== null && number !== undefined)
        throw new Refused({
          code: 'answer-kind-wrong',
          message: `"${item}" is answered by choices and by a number; send the one that it asks for`,
          path: 'answers',
        })
      if (number !== null && number !== undefined) return [[item, number]]
      return choices === null || choices === undefined ? [] : [[item, [...choices]]]
    }),
  )
}
