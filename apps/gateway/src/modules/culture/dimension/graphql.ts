import { type DimensionKey, dimensions, dimensionsSource } from '@mentoring-commons/mentoring'
import { builder } from '../../../builder.ts'
import { viewerOf } from '../../../context.ts'
import { enumValues } from '../../../graphql/enum-values.ts'
import { pageCost } from '../../../graphql/page.ts'
import { ownId, ownRow } from '../../../own.ts'
import { present, Refused } from '../../../refused.ts'
import { ParticipantRoleEnum, Relationship } from '../../mentoring/graphql.ts'
import { DisclosedNumber } from '../../people/disclosure/graphql.ts'
import { policyOf } from '../../people/policy.ts'
import { readDimension } from './commands.ts'
import { dimensionFigures, type ShownDimension, type ShownDimensions, type ShownReading } from './figures.ts'
import { mayReadReading, readsDimensions } from './policy.ts'
import { readingsUpTo } from './store.ts'

const DimensionEnum = builder.enumType('Dimension', {
  description: `A dimension along which a relationship may be read; no pole is better. Source: ${dimensionsSource.source}`,
  values: Object.fromEntries(
    Object.entries(enumValues<DimensionKey>(dimensions.map(({ key }) => key))).map(([name, { value }]) => {
      const { low, high, about } = dimensions.find(({ key }) => key === value) ?? { low: '', high: '', about: '' }
      return [name, { value, description: `From ${low} (-2) to ${high} (2): ${about}.` }]
    }),
  ) as Record<string, { readonly value: DimensionKey; readonly description: string }>,
})

const Reading = builder.drizzleNode('dimensionReading', {
  name: 'DimensionReading',
  description:
    'How you read a relationship of yours along one dimension on a day. Nobody else sees it, the other party included.',
  id: { column: (t) => [t.institutionId, t.id] },
  select: { columns: { institutionId: true, id: true, personId: true } },
  authScopes: ({ personId }, context) => context.viewer !== null && mayReadReading(context.viewer, personId),
  fields: (t) => ({
    dimension: t.expose('dimension', { type: DimensionEnum }),
    party: t.expose('party', { type: ParticipantRoleEnum }),
    reading: t.exposeInt('reading', { description: 'From -2, the low pole, to 2, the high one.' }),
    readOn: t.expose('readOn', { type: 'Day' }),
    relationship: t.relation('relationship'),
  }),
})

const Count = builder.objectRef<ShownReading>('DimensionCount').implement({
  description: 'How many relationships are read so.',
  fields: (t) => ({
    at: t.exposeInt('at'),
    relationships: t.expose('relationships', { type: DisclosedNumber }),
  }),
})

const Row = builder.objectRef<ShownDimension>('DimensionRow').implement({
  description: 'How one party reads one dimension, or how far mentor and mentee read it apart.',
  fields: (t) => ({
    dimension: t.expose('dimension', { type: DimensionEnum }),
    party: t.expose('party', {
      type: ParticipantRoleEnum,
      nullable: true,
      description: 'Null for the distance between mentor and mentee.',
    }),
    relationships: t.expose('relationships', { type: DisclosedNumber }),
    readings: t.expose('readings', {
      type: [Count],
      complexity: { field: 1, multiplier: 5 },
      description: 'Readings from -2 to 2, or distances from 0 to 4.',
    }),
  }),
})

const Profile = builder.objectRef<ShownDimensions>('DimensionProfile').implement({
  description: 'How relationships are read on a day, from the latest reading of each, without one score.',
  fields: (t) => ({
    on: t.expose('on', { type: 'Day' }),
    parties: t.expose('parties', { type: [Row] }),
    gaps: t.expose('gaps', { type: [Row] }),
    closedAndPrivate: t.expose('closedAndPrivate', {
      type: DisclosedNumber,
      description: 'Relationships read as closed and as private by every party that read both.',
    }),
    closedAndPrivateOf: t.expose('closedAndPrivateOf', { type: DisclosedNumber }),
  }),
})

builder.queryFields((t) => ({
  dimensionProfile: t.field({
    type: Profile,
    authScopes: { anyOf: readsDimensions },
    complexity: 200,
    description:
      'How the relationships of your institution are read along the dimensions, under the disclosure policy of your role, as of today.',
    resolve: (_root, _args, context) => {
      const { institutionId, roles } = viewerOf(context)
      const today = context.now().slice(0, 10)
      return context.transact('read', async (tx) =>
        dimensionFigures(await readingsUpTo(tx, institutionId, today), today, policyOf(roles)),
      )
    },
  }),
  myDimensionReadings: t.drizzleConnection({
    type: 'dimensionReading',
    authScopes: { signedIn: true },
    complexity: pageCost,
    description: 'Your own readings, latest first.',
    resolve: (query, _root, _args, context) => {
      const { institutionId, personId } = viewerOf(context)
      return context.db.query.dimensionReading.findMany(
        query({
          where: { institutionId, personId: personId ?? '00000000-0000-0000-0000-000000000000' },
          orderBy: { readOn: 'desc', id: 'desc' },
        }),
      )
    },
  }),
}))

builder.mutationField('readDimension', (t) =>
  t.drizzleField({
    type: Reading,
    errors: { types: [Refused] },
    authScopes: { anyOf: ['participant'] },
    description:
      'Records how you read a relationship of yours along one dimension. A later reading stands beside an earlier one.',
    args: {
      relationship: t.arg.globalID({ for: Relationship, required: true }),
      party: t.arg({ type: ParticipantRoleEnum, required: true, description: 'A role that you have in it.' }),
      dimension: t.arg({ type: DimensionEnum, required: true }),
      reading: t.arg.int({ required: true, description: 'From -2, the low pole, to 2, the high one.' }),
      on: t.arg({ type: 'Day', required: true }),
      idempotencyKey: t.arg.string(),
    },
    resolve: async (query, _root, { relationship, ...args }, context) => {
      const id = await readDimension(context, {
        ...args,
        relationshipId: ownId(context, relationship, 'relationship'),
      })
      return present(await context.db.query.dimensionReading.findFirst(query({ where: ownRow(context, id) })))
    },
  }),
)
