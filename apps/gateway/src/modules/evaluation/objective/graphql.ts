import { builder } from '../../../builder.ts'
import { viewerOf } from '../../../context.ts'
import { pageCost } from '../../../graphql/page.ts'
import { ownId, ownRow } from '../../../own.ts'
import { present, Refused } from '../../../refused.ts'
import { readsEvaluation, writesTheories } from '../policy.ts'
import { addObjective, amendObjective } from './commands.ts'

export const Objective = builder.drizzleNode('objective', {
  name: 'Objective',
  description: 'What your institution wants to be true, in its own words.',
  id: { column: (t) => [t.institutionId, t.id] },
  select: { columns: { institutionId: true, id: true, state: true } },
  authScopes: { anyOf: readsEvaluation },
  fields: (t) => ({
    title: t.string({ resolve: ({ state }) => state.title }),
    description: t.string({ description: 'How one would see it.', resolve: ({ state }) => state.description }),
    source: t.string({ description: 'Where it is written down.', resolve: ({ state }) => state.source }),
    from: t.expose('fromDay', { type: 'Day' }),
    to: t.expose('toDay', { type: 'Day', nullable: true, description: 'The last day; null while it stands.' }),
    version: t.exposeInt('version', { description: 'Send it as expectedVersion with the next change.' }),
  }),
})

const ObjectiveInput = builder.inputType('ObjectiveInput', {
  description: 'An objective of the organisation.',
  fields: (t) => ({
    title: t.string({ required: true }),
    description: t.string({ required: true, description: 'How one would see that it is reached.' }),
    source: t.string({ required: true, description: 'Where it is written down, such as a strategy and its page.' }),
    from: t.field({ type: 'Day', required: true }),
    to: t.field({ type: 'Day', description: 'The last day; left out while it stands.' }),
  }),
})

builder.queryField('objectives', (t) =>
  t.drizzleConnection({
    type: 'objective',
    authScopes: { anyOf: readsEvaluation },
    complexity: pageCost,
    description: 'Objectives of the organisation, the earliest first.',
    resolve: (query, _root, _args, context) =>
      context.db.query.objective.findMany(
        query({
          where: { institutionId: viewerOf(context).institutionId },
          orderBy: { fromDay: 'asc', id: 'asc' },
        }),
      ),
  }),
)

const errors = { types: [Refused] }
const keyHint = 'Send the same key again after a lost answer: the effect happens once, and the answer is the first one.'

builder.mutationFields((t) => ({
  addObjective: t.drizzleField({
    type: Objective,
    errors,
    authScopes: { anyOf: writesTheories },
    description: 'Adds an objective of the organisation.',
    args: {
      objective: t.arg({ type: ObjectiveInput, required: true }),
      idempotencyKey: t.arg.string({ description: keyHint }),
    },
    resolve: async (query, _root, { objective, idempotencyKey }, context) => {
      const id = await addObjective(context, objective, { idempotencyKey })
      return present(await context.db.query.objective.findFirst(query({ where: ownRow(context, id) })))
    },
  }),
  amendObjective: t.drizzleField({
    type: Objective,
    errors,
    authScopes: { anyOf: writesTheories },
    description: 'Says what an objective is now, in place of what it was.',
    args: {
      id: t.arg.globalID({ for: Objective, required: true }),
      objective: t.arg({ type: ObjectiveInput, required: true }),
      expectedVersion: t.arg.int({ required: true, description: 'The version that you decided on.' }),
      idempotencyKey: t.arg.string({ description: keyHint }),
    },
    resolve: async (query, _root, { id: global, objective, ...rest }, context) => {
      const id = await amendObjective(context, objective, { ...rest, objectiveId: ownId(context, global, 'id') })
      return present(await context.db.query.objective.findFirst(query({ where: ownRow(context, id) })))
    },
  }),
}))
