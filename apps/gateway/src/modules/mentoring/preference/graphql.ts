import { builder } from '../../../builder.ts'
import { viewerOf } from '../../../context.ts'
import { globalIdOf } from '../../../graphql/global-id.ts'
import { ownId, ownRow } from '../../../own.ts'
import { present, Refused } from '../../../refused.ts'
import { Person } from '../../people/graphql.ts'
import { Application } from '../application/graphql.ts'
import { avoidInMatching, rankInMatching } from './commands.ts'
import { mayAvoid, mayRank } from './policy.ts'

interface ListOfPeople {
  readonly institutionId: string
  readonly people: readonly string[]
  readonly version: number
}

const MatchList = builder.objectRef<ListOfPeople>('MatchList').implement({
  description: 'A list of people that somebody who applied wrote for matching.',
  fields: (t) => ({
    people: t.idList({
      resolve: ({ institutionId, people }) => people.map((id) => globalIdOf('Person', institutionId, id)),
    }),
    version: t.exposeInt('version', { description: '0 where it was never written; send it as expectedVersion.' }),
  }),
})

builder.drizzleObjectFields(Application, (t) => ({
  ranking: t.field({
    type: MatchList,
    nullable: true,
    description:
      'Whom they would rather have, best first: for whoever wrote it and for coordinators, null for everybody else. A stable run goes by it, and no explanation tells of it.',
    select: {
      columns: { institutionId: true, personId: true },
      with: { ranking: { columns: { people: true, version: true } } },
    },
    resolve: ({ institutionId, personId, ranking }, _args, context) =>
      mayRank(viewerOf(context), personId) ? { institutionId, ...(ranking ?? unwritten) } : null,
  }),
  notWith: t.field({
    type: MatchList,
    nullable: true,
    description: 'Whom they will not be matched with: for whoever wrote it, null for everybody else.',
    select: {
      columns: { institutionId: true, personId: true },
      with: { notWith: { columns: { people: true, version: true } } },
    },
    resolve: ({ institutionId, personId, notWith }, _args, context) =>
      mayAvoid(viewerOf(context), personId) ? { institutionId, ...(notWith ?? unwritten) } : null,
  }),
}))

const unwritten = { people: [], version: 0 }

const listArgs = {
  expectedVersion: 'The version of the list that you have read; 0 where there is none.',
  application: 'The application that it is for.',
}

builder.mutationFields((t) => ({
  rankInMatching: t.drizzleField({
    type: Application,
    errors: { types: [Refused] },
    authScopes: { anyOf: ['participant', 'coordinator'] },
    description:
      'Ranks whom you would rather have, best first, in place of the list before: until a match run is drafted. A coordinator ranks for somebody who did so on paper.',
    args: {
      application: t.arg.globalID({ for: Application, required: true, description: listArgs.application }),
      people: t.arg.globalIDList({ for: Person, required: true }),
      expectedVersion: t.arg.int({ required: true, description: listArgs.expectedVersion }),
      idempotencyKey: t.arg.string(),
    },
    resolve: async (query, _root, { application, people, ...args }, context) => {
      const applicationId = ownId(context, application, 'application')
      const ids = people.map((one) => ownId(context, one, 'people'))
      const id = await rankInMatching(context, { ...args, applicationId, people: ids })
      return present(await context.db.query.application.findFirst(query({ where: ownRow(context, id) })))
    },
  }),
  avoidInMatching: t.drizzleField({
    type: Application,
    errors: { types: [Refused] },
    authScopes: { anyOf: ['participant'] },
    description:
      'Names whom you will not be matched with, in place of the list before. Nobody else reads it, and of a pair that it keeps apart nobody is told why.',
    args: {
      application: t.arg.globalID({ for: Application, required: true, description: listArgs.application }),
      people: t.arg.globalIDList({ for: Person, required: true }),
      expectedVersion: t.arg.int({ required: true, description: listArgs.expectedVersion }),
      idempotencyKey: t.arg.string(),
    },
    resolve: async (query, _root, { application, people, ...args }, context) => {
      const applicationId = ownId(context, application, 'application')
      const ids = people.map((one) => ownId(context, one, 'people'))
      const id = await avoidInMatching(context, { ...args, applicationId, people: ids })
      return present(await context.db.query.application.findFirst(query({ where: ownRow(context, id) })))
    },
  }),
}))
