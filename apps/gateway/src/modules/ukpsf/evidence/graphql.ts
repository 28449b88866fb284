import { builder } from '../../../builder.ts'
import { viewerOf } from '../../../context.ts'
import { enumValues } from '../../../graphql/enum-values.ts'
import { globalIdOf } from '../../../graphql/global-id.ts'
import { pageCost } from '../../../graphql/page.ts'
import { InquiryType } from '../../action-research/graphql.ts'
import { Meeting } from '../../mentoring/graphql.ts'
import { mayChangeEvidence, mayReadEvidence } from './policy.ts'
import { type EvidenceOrigin, evidenceOrigins } from './table.ts'

const nobody = '00000000-0000-0000-0000-000000000000'

const originTypes: Readonly<Record<EvidenceOrigin, string>> = { meeting: 'Meeting', goal: 'Goal', inquiry: 'Inquiry' }

export const EvidenceOriginEnum = builder.enumType('EvidenceOrigin', {
  description: 'What evidence was made from.',
  values: enumValues<EvidenceOrigin>(evidenceOrigins),
})

builder.drizzleObject('corroboration', {
  name: 'Corroboration',
  description: "Somebody's word that evidence is as it says: asked for, and given where `givenOn` is known.",
  fields: (t) => ({
    by: t.id({
      description: 'The person who was asked.',
      select: { columns: { institutionId: true, byPersonId: true } },
      resolve: ({ institutionId, byPersonId }) => globalIdOf('Person', institutionId, byPersonId),
    }),
    askedOn: t.expose('askedOn', { type: 'Day' }),
    givenOn: t.expose('givenOn', { type: 'Day', nullable: true }),
    tags: t.exposeStringList('tags', { description: 'The dimensions that the word confirms.' }),
  }),
})

export const Evidence = builder.drizzleNode('evidence', {
  name: 'Evidence',
  description:
    'Something that somebody did, tagged with the dimensions it is said to show. Open to its owner and to whom they ask.',
  id: { column: (t) => [t.institutionId, t.id] },
  select: {
    columns: { institutionId: true, id: true, personId: true },
    with: { corroborations: { columns: { byPersonId: true } } },
  },
  authScopes: ({ personId, corroborations }, context) =>
    context.viewer !== null &&
    mayReadEvidence(
      context.viewer,
      personId,
      corroborations.map(({ byPersonId }) => byPersonId),
    ),
  fields: (t) => ({
    kind: t.exposeString('kind', {
      description: 'Such as practice, mentoring, inquiry, feedback; an institution may use words of its own.',
    }),
    title: t.exposeString('title', { nullable: true }),
    fromDay: t.expose('fromDay', { type: 'Day' }),
    toDay: t.expose('toDay', { type: 'Day', nullable: true, description: 'Null where it took place on one day.' }),
    tags: t.exposeStringList('tags', { description: 'Qualified codes, such as psf-2023:K3.' }),
    words: t.exposeInt('words', { nullable: true, description: 'How long the written account is.' }),
    address: t.exposeString('address', { nullable: true, description: 'Where the account can be read.' }),
    version: t.exposeInt('version', { description: 'Send it as expectedVersion with a revision.' }),
    mine: t.boolean({
      description: 'Whether it is your own; otherwise you were asked for your word on it.',
      resolve: ({ personId }, _args, context) => mayChangeEvidence(viewerOf(context), personId),
    }),
    originKind: t.expose('originKind', {
      type: EvidenceOriginEnum,
      nullable: true,
      description: 'What it was made from; null where somebody wrote it in.',
    }),
    origin: t.id({
      nullable: true,
      description: 'The id of what it was made from, for node(id:): for its owner, null for everybody else.',
      select: { columns: { originKind: true, originId: true } },
      resolve: ({ originKind, originId, personId, institutionId }, _args, context) =>
        originKind !== null && originId !== null && mayChangeEvidence(viewerOf(context), personId)
          ? globalIdOf(originTypes[originKind], institutionId, originId)
          : null,
    }),
    meeting: t.relation('meeting', {
      type: Meeting,
      nullable: true,
      description: 'The meeting it was made from: for the people of its relationship, null for everybody else.',
      query: (_args, context) => {
        const { institutionId, personId } = viewerOf(context)
        const there = { institutionId, personId: personId ?? nobody }
        return { where: { institutionId, relationship: { institutionId, participants: there } } }
      },
    }),
    inquiry: t.relation('inquiry', {
      type: InquiryType,
      nullable: true,
      description: 'The inquiry it was made from: for its authors and critical friends, null for everybody else.',
      query: (_args, context) => {
        const { institutionId, personId } = viewerOf(context)
        return { where: { institutionId, members: { institutionId, personId: personId ?? nobody } } }
      },
    }),
    corroborations: t.relation('corroborations', { query: { orderBy: { byPersonId: 'asc' } } }),
  }),
})

builder.queryFields((t) => ({
  myEvidence: t.drizzleConnection({
    type: 'evidence',
    authScopes: { signedIn: true },
    complexity: pageCost,
    description: 'Your portfolio, oldest first.',
    resolve: (query, _root, _args, context) => {
      const { institutionId, personId } = viewerOf(context)
      const mine = { institutionId, personId: personId ?? nobody }
      return context.db.query.evidence.findMany(query({ where: mine, orderBy: { fromDay: 'asc', id: 'asc' } }))
    },
  }),
  askedOfMe: t.drizzleConnection({
    type: 'evidence',
    authScopes: { signedIn: true },
    complexity: pageCost,
    description: 'Evidence of others that you were asked for your word on and have not given it.',
    resolve: (query, _root, _args, context) => {
      const { institutionId, personId } = viewerOf(context)
      const asked = {
        institutionId,
        byPersonId: personId ?? nobody,
        givenOn: { isNull: true as const },
      }
      return context.db.query.evidence.findMany(
        query({ where: { institutionId, corroborations: asked }, orderBy: { fromDay: 'asc', id: 'asc' } }),
      )
    },
  }),
}))
