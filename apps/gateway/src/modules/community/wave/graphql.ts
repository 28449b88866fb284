import { type TieRule, type TieSource, tieRules, tieSources } from '@mentoring-commons/mentoring/community'
import { builder } from '../../../builder.ts'
import { type Context, viewerOf } from '../../../context.ts'
import { enumValues } from '../../../graphql/enum-values.ts'
import { globalIdOf } from '../../../graphql/global-id.ts'
import { pageCost } from '../../../graphql/page.ts'
import { sortedPage } from '../../../graphql/sorted-page.ts'
import { seesProgrammes } from '../../people/policy.ts'
import { mayReadRoster } from './policy.ts'
import { namedBy, type RosterRow, rosterRows } from './store.ts'

export const TieRuleEnum = builder.enumType('TieRule', {
  description: 'Whether a tie needs one of the two to name the other, or both.',
  values: enumValues<TieRule>(tieRules),
})
const TieSourceEnum = builder.enumType('TieSource', {
  description: 'How ties came to be known.',
  values: enumValues<TieSource>(tieSources),
})

const RosterPerson = builder.objectRef<RosterRow & { institutionId: string }>('RosterPerson').implement({
  description: 'A colleague whom you may name.',
  fields: (t) => ({
    personId: t.id({
      description: 'Send it with answerWave.',
      resolve: ({ institutionId, personId }) => globalIdOf('Person', institutionId, personId),
    }),
    name: t.exposeString('name', { nullable: true }),
    departmentId: t.exposeString('departmentId', { description: 'The code of their department when the wave opened.' }),
  }),
})

/** The viewer's own place within the boundary of a wave, and nobody else's. */
const ownPlace = (_args: object, context: Context) => ({
  with: {
    people: {
      columns: { personId: true as const, answeredAt: true as const },
      where: { personId: context.viewer?.personId ?? nobody },
    },
  },
})

const nobody = '00000000-0000-0000-0000-000000000000'

export const NetworkWave = builder.drizzleNode('networkWave', {
  name: 'NetworkWave',
  description:
    'A day on which it was asked who is tied to whom within one boundary. Answers are seen by whoever gave them, and by nobody else; what is told is told of departments.',
  id: { column: (t) => [t.institutionId, t.id] },
  select: { columns: { institutionId: true, id: true, source: true, closedAt: true } },
  authScopes: { anyOf: seesProgrammes },
  fields: (t) => ({
    heldOn: t.expose('heldOn', { type: 'Day' }),
    boundary: t.exposeString('boundary', { description: 'The rule of who is within.' }),
    tieKind: t.exposeString('tieKind'),
    source: t.expose('source', { type: TieSourceEnum }),
    question: t.exposeString('question', { nullable: true }),
    rule: t.expose('rule', { type: TieRuleEnum }),
    closedAt: t.expose('closedAt', { type: 'Instant', nullable: true, description: 'Null while answers are taken.' }),
    asksMe: t.boolean({
      description: 'Whether you are asked, and may still answer.',
      select: ownPlace,
      resolve: ({ people, source, closedAt }) => people.length > 0 && source === 'survey' && closedAt === null,
    }),
    myAnswer: t.idList({
      nullable: true,
      description: 'Whom you named, by the ids of people; null where you have not answered.',
      select: ownPlace,
      resolve: async ({ institutionId, id, people: [own] }, _args, context) => {
        const { personId } = viewerOf(context)
        if (personId === null || own === undefined || own.answeredAt === null) return null
        const named = await context.transact('read', (tx) => namedBy(tx, institutionId, id, personId))
        return named.map((one) => globalIdOf('Person', institutionId, one))
      },
    }),
    roster: t.connection({
      type: RosterPerson,
      nullable: true,
      complexity: (args) => ({ ...pageCost(args), field: 50 }),
      description: 'Whom you may name: for people who are asked, and null for everybody else.',
      args: { search: t.arg.string({ description: 'A part of the name.' }) },
      select: ownPlace,
      resolve: async ({ institutionId, id, people }, { search, ...page }, context) => {
        const asked = people.map(({ personId }) => personId)
        if (!mayReadRoster(viewerOf(context), asked)) return null
        const rows = await context.transact('read', (tx) => rosterRows(tx, institutionId, id, search ?? undefined))
        return sortedPage(
          rows.map((row) => ({ ...row, institutionId })),
          ({ personId }) => personId,
          page,
        )
      },
    }),
  }),
})

builder.queryField('networkWaves', (t) =>
  t.drizzleConnection({
    type: 'networkWave',
    authScopes: { anyOf: seesProgrammes },
    complexity: pageCost,
    description: 'The waves of your institution, latest first.',
    resolve: (query, _root, _args, context) =>
      context.db.query.networkWave.findMany(
        query({
          where: { institutionId: viewerOf(context).institutionId },
          orderBy: { heldOn: 'desc', id: 'desc' },
        }),
      ),
  }),
)
