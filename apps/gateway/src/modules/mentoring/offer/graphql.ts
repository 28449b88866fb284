import {
  type DeclineReason,
  type Offer as DomainOffer,
  declineReasons,
  defaultOfferTerms,
  type OfferQuestion,
  type OfferSeen,
  type OfferStatus,
  type OfferTerms,
  offerQuestions,
  offerSeenBy,
  peopleAsked,
} from '@mentoring-commons/mentoring'
import { sql } from 'drizzle-orm'
import { builder } from '../../../builder.ts'
import { type Viewer, viewerOf } from '../../../context.ts'
import { enumValues } from '../../../graphql/enum-values.ts'
import { globalIdOf } from '../../../graphql/global-id.ts'
import { pageCost } from '../../../graphql/page.ts'
import { runsProgrammes, seesProgrammes } from '../../people/policy.ts'
import { ParticipantRoleEnum, Programme, Relationship, RelationshipKindEnum } from '../graphql.ts'
import { mayReadOffer, seesOffers } from './policy.ts'

export const DeclineReasonEnum = builder.enumType('DeclineReason', {
  description: 'Why somebody said no. Only the person who gave it sees it.',
  values: enumValues<DeclineReason>(declineReasons),
})

export const OfferQuestionEnum = builder.enumType('OfferQuestion', {
  description: 'What somebody wants to know more of before they answer.',
  values: enumValues<OfferQuestion>(offerQuestions),
})

const OfferStatusEnum = builder.enumType('OfferStatus', {
  description: 'Where an offer stands, exactly.',
  values: enumValues<OfferStatus>(['with-mentees', 'with-mentors', 'accepted', 'declined', 'expired', 'withdrawn']),
})

const OfferOutcomeEnum = builder.enumType('OfferOutcome', {
  description: 'How an offer came out: never who declined, or whether somebody only did not answer.',
  values: enumValues<OfferSeen['status']>(['open', 'accepted', 'not-taken-up']),
})

builder.drizzleObject('offerParticipant', {
  name: 'OfferParticipant',
  description: 'A person whom an offer would bring together with others, and as what.',
  fields: (t) => ({ role: t.expose('role', { type: ParticipantRoleEnum }), person: t.relation('person') }),
})

const OfferQuestionAsked = builder
  .objectRef<{ readonly on: string; readonly about: OfferQuestion }>('OfferQuestionAsked')
  .implement({
    description: 'That somebody asked for more, and waits. The time to answer waits with them.',
    fields: (t) => ({ on: t.expose('on', { type: 'Day' }), about: t.expose('about', { type: OfferQuestionEnum }) }),
  })

export const Offer = builder.drizzleNode('offer', {
  name: 'Offer',
  description:
    'People who are asked whether they want to be in a relationship: mentees first, then mentors. A mentor knows of it once the mentees have said yes.',
  id: { column: (t) => [t.institutionId, t.id] },
  select: { columns: { institutionId: true, id: true, state: true } },
  authScopes: ({ state }, context) => context.viewer !== null && mayReadOffer(context.viewer, state),
  fields: (t) => ({
    kind: t.field({ type: RelationshipKindEnum, resolve: ({ state }) => state.kind }),
    programme: t.relation('programme'),
    cohort: t.relation('cohort', { nullable: true }),
    participants: t.relation('participants', { query: { orderBy: { role: 'asc', personId: 'asc' } } }),
    madeOn: t.expose('madeOn', { type: 'Day' }),
    outcome: t.field({ type: OfferOutcomeEnum, resolve: ({ state }) => outcomeOf(state) }),
    ownReason: t.field({
      type: DeclineReasonEnum,
      nullable: true,
      description: 'The reason that you gave for saying no.',
      resolve: ({ state }, _args, context) => offerSeenBy(state, viewerOf(context).personId ?? '')?.reason ?? null,
    }),
    asksMe: t.boolean({
      description: 'Whether it waits for your own answer.',
      resolve: ({ state }, _args, context) => isAsked(state, viewerOf(context)),
    }),
    answerBy: t.field({
      type: 'Day',
      nullable: true,
      description:
        'The last day to say yes, while it is open: for those who are asked and whoever runs programmes. It moves on while a question is open.',
      resolve: ({ state }, _args, context) => {
        const viewer = viewerOf(context)
        return 'answerBy' in state && (seesOffers(viewer) || isAsked(state, viewer)) ? state.answerBy : null
      },
    }),
    question: t.field({
      type: OfferQuestionAsked,
      nullable: true,
      description: 'What somebody asked: for whoever asked it and whoever runs programmes.',
      resolve: ({ state }, _args, context) => {
        const viewer = viewerOf(context)
        const asked = 'question' in state ? state.question : undefined
        return asked && (seesOffers(viewer) || asked.by === viewer.personId) ? asked : null
      },
    }),
    status: t.field({
      type: OfferStatusEnum,
      nullable: true,
      description: 'For whoever runs programmes; null for everybody else.',
      resolve: ({ state }, _args, context) => (seesOffers(viewerOf(context)) ? state.status : null),
    }),
    waitsFor: t.idList({
      nullable: true,
      description: 'The ids of the people whom it waits for: for whoever runs programmes; null for everybody else.',
      resolve: ({ state, institutionId }, _args, context) =>
        seesOffers(viewerOf(context))
          ? peopleAsked(state).map((personId) => globalIdOf('Person', institutionId, personId))
          : null,
    }),
    relationship: t.relation('relationship', {
      type: Relationship,
      nullable: true,
      description: 'What it became, once everybody has said yes.',
    }),
  }),
})

const OfferTermsType = builder.objectRef<OfferTerms>('OfferTerms').implement({
  description: 'How many days people may take to answer, from the day they are asked.',
  fields: (t) => ({
    menteeAnswerDays: t.exposeInt('menteeAnswerDays'),
    mentorAnswerDays: t.exposeInt('mentorAnswerDays'),
  }),
})

builder.drizzleObjectFields(Programme, (t) => ({
  offerTerms: t.field({
    type: OfferTermsType,
    authScopes: { anyOf: seesProgrammes },
    select: { with: { offerTerms: { columns: { terms: true } } } },
    resolve: ({ offerTerms }) => offerTerms?.terms ?? defaultOfferTerms,
  }),
  offers: t.relatedConnection('offers', {
    complexity: pageCost,
    authScopes: { anyOf: runsProgrammes },
    description: 'The offers of the programme, the latest first.',
    args: { status: t.arg({ type: [OfferStatusEnum] }) },
    query: ({ status }) => ({
      ...(status ? { where: { status: { in: status } } } : {}),
      orderBy: { madeOn: 'desc', id: 'desc' },
    }),
  }),
}))

builder.queryField('myOffers', (t) =>
  t.drizzleConnection({
    type: 'offer',
    authScopes: { signedIn: true },
    complexity: pageCost,
    description: 'The offers that have reached you, the latest first.',
    resolve: (query, _root, _args, context) => {
      const { institutionId, personId } = viewerOf(context)
      const me = personId ?? '00000000-0000-0000-0000-000000000000'
      return context.db.query.offer.findMany(
        query({
          where: {
            institutionId,
            OR: [
              { participants: { institutionId, personId: me, role: { in: ['mentee', 'peer'] } } },
              { participants: { institutionId, personId: me }, RAW: (table) => reachedMentors(table.state) },
            ],
          },
          orderBy: { madeOn: 'desc', id: 'desc' },
        }),
      )
    },
  }),
)

/** Whether every mentee or peer has said yes: the same question as `offerSeenBy` asks of a state, put to the database. */
function reachedMentors(state: unknown) {
  return sql`not exists (
    select 1 from jsonb_array_elements(${state}->'participants') as one
    where one->>'role' in ('mentee', 'peer')
      and not ${state}->'accepted' @> jsonb_build_array(jsonb_build_object('personId', one->>'personId')))`
}

function outcomeOf({ status }: DomainOffer): OfferSeen['status'] {
  if (status === 'with-mentees' || status === 'with-mentors') return 'open'
  return status === 'accepted' ? 'accepted' : 'not-taken-up'
}

function isAsked(state: DomainOffer, { personId }: Viewer): boolean {
  return personId !== null && peopleAsked(state).includes(personId)
}
