import type {
  ApplicationAnswer,
  ApplicationQuestion,
  ApplicationStatus,
  ChoiceOption,
} from '@mentoring-commons/mentoring'
import { builder } from '../../../builder.ts'
import { viewerOf } from '../../../context.ts'
import { enumValues } from '../../../graphql/enum-values.ts'
import { pageCost } from '../../../graphql/page.ts'
import { runsProgrammes, seesProgrammes } from '../../people/policy.ts'
import { capacityOf, openOffers } from '../capacity/store.ts'
import { ParticipantRoleEnum, Programme } from '../graphql.ts'
import { mayReadAnswers, mayReadApplication } from './policy.ts'
import { bearingStatuses, statusOf } from './store.ts'

const QuestionKindEnum = builder.enumType('ApplicationQuestionKind', {
  description: 'What kind of answer a question takes.',
  values: enumValues<ApplicationQuestion['kind']>(['choice', 'number', 'text']),
})

const ApplicationStatusEnum = builder.enumType('ApplicationStatus', {
  description:
    'Where an application stands: derived from offers and relationships on each look, and kept nowhere, so that somebody whose offer is declined waits again by itself.',
  values: enumValues<ApplicationStatus>(['waiting', 'offered', 'placed', 'withdrawn', 'expired']),
})

const Option = builder.objectRef<ChoiceOption>('ApplicationChoice').implement({
  description: 'One answer of a choice.',
  fields: (t) => ({ code: t.exposeString('code'), label: t.exposeString('label') }),
})

const Question = builder.objectRef<ApplicationQuestion>('ApplicationQuestion').implement({
  description: 'A question that a programme asks of those who apply. Bounds that its kind does not have are null.',
  fields: (t) => ({
    kind: t.field({ type: QuestionKindEnum, resolve: ({ kind }) => kind }),
    key: t.exposeString('key', { description: 'Answers name it.' }),
    label: t.exposeString('label'),
    askedOf: t.field({ type: [ParticipantRoleEnum], resolve: ({ askedOf }) => [...askedOf] }),
    required: t.exposeBoolean('required'),
    options: t.field({
      type: [Option],
      nullable: true,
      resolve: (question) => (question.kind === 'choice' ? [...question.options] : null),
    }),
    choicesMax: t.int({
      nullable: true,
      resolve: (question) => (question.kind === 'choice' ? question.choicesMax : null),
    }),
    least: t.int({ nullable: true, resolve: (question) => (question.kind === 'number' ? question.least : null) }),
    most: t.int({ nullable: true, resolve: (question) => (question.kind === 'number' ? question.most : null) }),
    charactersMax: t.int({
      nullable: true,
      resolve: (question) => (question.kind === 'text' ? question.charactersMax : null),
    }),
  }),
})

builder.drizzleObject('questionSet', {
  name: 'QuestionSet',
  description: 'The questions of a programme in one version. It never changes: a changed question is a new version.',
  fields: (t) => ({
    version: t.exposeInt('version'),
    from: t.expose('fromDay', {
      type: 'Day',
      description: 'It is asked from this day until that of the next version.',
    }),
    questions: t.field({
      type: [Question],
      select: { columns: { questions: true } },
      resolve: ({ questions }) => [...questions],
    }),
  }),
})

const Answer = builder.objectRef<ApplicationAnswer>('ApplicationAnswer').implement({
  description: 'An answer, by the key of its question; of its three kinds of value one is not null.',
  fields: (t) => ({
    question: t.exposeString('question'),
    choices: t.stringList({ nullable: true, resolve: (one) => (one.kind === 'choice' ? [...one.choices] : null) }),
    number: t.int({ nullable: true, resolve: (one) => (one.kind === 'number' ? one.number : null) }),
    text: t.string({ nullable: true, resolve: (one) => (one.kind === 'text' ? one.text : null) }),
  }),
})

export const Application = builder.drizzleNode('application', {
  name: 'Application',
  description: 'That somebody asked to take part in a programme in a role.',
  id: { column: (t) => [t.institutionId, t.id] },
  select: { columns: { institutionId: true, id: true, personId: true } },
  authScopes: ({ personId }, context) => context.viewer !== null && mayReadApplication(context.viewer, personId),
  fields: (t) => ({
    programme: t.relation('programme'),
    cohort: t.relation('cohort', { nullable: true }),
    person: t.relation('person'),
    role: t.expose('role', { type: ParticipantRoleEnum }),
    appliedOn: t.expose('appliedOn', { type: 'Day' }),
    waitsUntil: t.expose('waitsUntil', {
      type: 'Day',
      nullable: true,
      description: 'The last day on which they are willing to wait; null for as long as it takes.',
    }),
    withdrawnOn: t.expose('withdrawnOn', { type: 'Day', nullable: true }),
    externalId: t.exposeString('externalId', {
      nullable: true,
      authScopes: { anyOf: runsProgrammes },
      description: 'The id in the system that it was imported from.',
    }),
    status: t.field({
      type: ApplicationStatusEnum,
      description: 'Where it stands today.',
      select: (_args, context) => ({
        columns: { state: true },
        with: {
          applicant: {
            columns: {},
            with: {
              carriedCapacities: true,
              carriedOffers: { columns: { state: true }, where: openOffers(context.now().slice(0, 10)) },
              carriedRelationships: {
                columns: { programmeId: true, state: true },
                where: { status: { in: [...bearingStatuses] } },
              },
            },
          },
        },
      }),
      resolve: ({ state, applicant }, _args, context) =>
        statusOf(
          state,
          {
            capacities: applicant.carriedCapacities.map(capacityOf),
            offers: applicant.carriedOffers.map((one) => one.state),
            relationships: applicant.carriedRelationships,
          },
          context.now().slice(0, 10),
        ),
    }),
    questionsVersion: t.int({
      description: 'The version of the questions that were answered.',
      select: { columns: { state: true } },
      resolve: ({ state }) => state.questionsVersion,
    }),
    answers: t.field({
      type: [Answer],
      nullable: true,
      description: 'For the person who gave them and for coordinators; null for everybody else.',
      select: { columns: { state: true } },
      resolve: ({ state, personId }, _args, context) =>
        mayReadAnswers(viewerOf(context), personId) ? [...state.answers] : null,
    }),
  }),
})

builder.drizzleObjectFields(Programme, (t) => ({
  questionSets: t.relation('questionSets', {
    authScopes: { anyOf: seesProgrammes },
    description: 'The questions asked of those who apply, the latest version first.',
    query: { orderBy: { version: 'desc' } },
  }),
  applications: t.relatedConnection('applications', {
    complexity: pageCost,
    authScopes: { anyOf: runsProgrammes },
    description: 'Who applied, the earliest first: for whoever runs programmes.',
    args: { role: t.arg({ type: ParticipantRoleEnum }) },
    query: ({ role }) => ({ ...(role ? { where: { role } } : {}), orderBy: { appliedOn: 'asc', id: 'asc' } }),
  }),
}))

builder.queryField('myApplications', (t) =>
  t.drizzleConnection({
    type: 'application',
    authScopes: { signedIn: true },
    complexity: pageCost,
    description: 'Your own applications, the earliest first.',
    resolve: (query, _root, _args, context) => {
      const { institutionId, personId } = viewerOf(context)
      const mine = { personId: personId ?? '00000000-0000-0000-0000-000000000000' }
      return context.db.query.application.findMany(
        query({ where: { institutionId, ...mine }, orderBy: { appliedOn: 'asc', id: 'asc' } }),
      )
    },
  }),
)
