import {
  type HallmarkKey,
  type HallmarkPresence,
  type HallmarkRow,
  hallmarkPresences,
  hallmarkProfile,
  hallmarks,
  hallmarksSource,
} from '@mentoring-commons/mentoring'
import { builder } from '../../../builder.ts'
import { viewerOf } from '../../../context.ts'
import { enumValues } from '../../../graphql/enum-values.ts'
import { ownRow } from '../../../own.ts'
import { present, Refused } from '../../../refused.ts'
import { runsProgrammes } from '../../people/policy.ts'
import { readsCulture } from '../policy.ts'
import { recordHallmark } from './commands.ts'
import { hallmarksUpTo } from './store.ts'

const HallmarkEnum = builder.enumType('Hallmark', {
  description: `A hallmark of a mentoring culture, by a short title. Source: ${hallmarksSource.source}`,
  values: enumValues<HallmarkKey>(hallmarks.map(({ key }) => key)),
})
const PresenceEnum = builder.enumType('HallmarkPresence', {
  description: 'How far a hallmark is there.',
  values: enumValues<HallmarkPresence>(hallmarkPresences),
})

const Reading = builder.drizzleNode('hallmarkReading', {
  name: 'HallmarkReading',
  description: 'How far a group found one hallmark to be there on a day; no average, and no verdict on anybody.',
  id: { column: (t) => [t.institutionId, t.id] },
  select: { columns: { institutionId: true, id: true, state: true } },
  authScopes: { anyOf: readsCulture },
  fields: (t) => ({
    hallmark: t.expose('hallmark', { type: HallmarkEnum }),
    departmentId: t.exposeString('departmentId', { nullable: true, description: 'Null for the whole institution.' }),
    presence: t.field({ type: PresenceEnum, resolve: ({ state }) => state.presence }),
    important: t.boolean({
      nullable: true,
      description: 'Whether those who read think that it matters here; null where they did not say.',
      resolve: ({ state }) => state.important,
    }),
    readOn: t.expose('readOn', { type: 'Day' }),
    evidence: t.stringList({ resolve: ({ state }) => [...state.evidenceIds] }),
  }),
})

const PresenceCount = builder
  .objectRef<{ presence: HallmarkPresence; readings: number }>('HallmarkPresenceCount')
  .implement({
    description: 'How many readings found a hallmark to be there so far.',
    fields: (t) => ({ presence: t.expose('presence', { type: PresenceEnum }), readings: t.exposeInt('readings') }),
  })

const Row = builder.objectRef<HallmarkRow>('HallmarkRow').implement({
  description:
    'What was read of one hallmark, from the latest reading of each department and of the whole. There is no sum over hallmarks.',
  fields: (t) => ({
    hallmark: t.expose('hallmark', { type: HallmarkEnum }),
    readings: t.exposeInt('readings'),
    presence: t.field({
      type: [PresenceCount],
      resolve: ({ presence }) => hallmarkPresences.map((one, at) => ({ presence: one, readings: presence[at] ?? 0 })),
    }),
    important: t.int({
      description: 'Readings that find it important.',
      resolve: ({ important }) => important.readings,
    }),
    importantOf: t.int({ description: 'Readings that said whether it is.', resolve: ({ important }) => important.of }),
    importantButAbsent: t.exposeInt('importantButAbsent', { description: 'Where to begin.' }),
    evidenced: t.exposeInt('evidenced'),
    departments: t.exposeInt('departments'),
  }),
})

builder.queryField('hallmarkProfile', (t) =>
  t.field({
    type: [Row],
    authScopes: { anyOf: readsCulture },
    complexity: { field: 50, multiplier: 8 },
    description: 'How hallmarks were read up to a day, one row for each.',
    args: { on: t.arg({ type: 'Day', required: true }) },
    resolve: (_root, { on }, context) =>
      context.transact('read', async (tx) => [
        ...hallmarkProfile(await hallmarksUpTo(tx, viewerOf(context).institutionId, on), on),
      ]),
  }),
)

builder.mutationField('recordHallmark', (t) =>
  t.drizzleField({
    type: Reading,
    errors: { types: [Refused] },
    authScopes: { anyOf: runsProgrammes },
    description: 'Records how far a group found one hallmark to be there.',
    args: {
      hallmark: t.arg({ type: HallmarkEnum, required: true }),
      departmentId: t.arg.string({ description: 'Left out: of the whole institution.' }),
      presence: t.arg({ type: PresenceEnum, required: true }),
      important: t.arg.boolean({ description: 'Left out where they did not say.' }),
      on: t.arg({ type: 'Day', required: true }),
      evidence: t.arg.stringList({ defaultValue: [], description: 'Ids of what it rests on; none: opinion alone.' }),
      idempotencyKey: t.arg.string(),
    },
    resolve: async (query, _root, { important, evidence, ...args }, context) => {
      const id = await recordHallmark(context, { ...args, important: important ?? null, evidenceIds: evidence ?? [] })
      return present(await context.db.query.hallmarkReading.findFirst(query({ where: ownRow(context, id) })))
    },
  }),
)
