import { builder } from '../../builder.ts'
import { type Context, viewerOf } from '../../context.ts'
import { enumValues } from '../../graphql/enum-values.ts'
import { pageCost } from '../../graphql/page.ts'
import { ownId, ownRow } from '../../own.ts'
import { present, Refused } from '../../refused.ts'
import { Person } from '../people/graphql.ts'
import { erasePerson, exportPerson } from './commands.ts'
import { gatherPerson, type PersonData } from './export.ts'
import { answersForData, mayExportPerson } from './policy.ts'
import { type SubjectRequestKind, subjectRequestKinds } from './table.ts'

const SubjectRequestKindEnum = builder.enumType('SubjectRequestKind', {
  description: 'What was asked for in the name of a person.',
  values: enumValues<SubjectRequestKind>(subjectRequestKinds),
})

/** That a person's data was taken out or erased, for whoever answers for the data, and for the person themselves. */
export const SubjectRequest = builder.drizzleNode('subjectRequest', {
  name: 'SubjectRequest',
  description: 'That a person’s data was taken out, or erased. An erasure names nobody.',
  id: { column: (t) => [t.institutionId, t.id] },
  select: { columns: { institutionId: true, id: true, personId: true } },
  authScopes: ({ personId }, { viewer }) =>
    viewer !== null && (personId === null ? mayExportPerson(viewer, '') : mayExportPerson(viewer, personId)),
  fields: (t) => ({
    kind: t.expose('kind', { type: SubjectRequestKindEnum }),
    requestedAt: t.expose('requestedAt', { type: 'Instant' }),
    rows: t.expose('rows', { type: 'JSON', description: 'How many rows it was about, by table.' }),
    mentions: t.expose('mentions', {
      type: 'JSON',
      description:
        'Of an erasure: in how many rows, by table, the name still stands, because others wrote it. Somebody has to look at these.',
    }),
  }),
})

const PersonExportFile = builder.objectRef<{ url: string; expiresAt: string }>('PersonExportFile').implement({
  description: 'An address that opens the export as a file without signing in, for a while. No copy of it is kept.',
  fields: (t) => ({ url: t.exposeString('url'), expiresAt: t.expose('expiresAt', { type: 'Instant' }) }),
})

const PersonExport = builder.objectRef<{ requestId: string; data: PersonData }>('PersonExport').implement({
  description:
    'All that is held on a person: their own rows, by table, and how many rows of others name them or were recorded by them. What others said of them is theirs, and is counted.',
  fields: (t) => ({
    at: t.field({ type: 'Instant', resolve: ({ data }) => data.at }),
    data: t.field({ type: 'JSON', resolve: ({ data }) => data }),
    file: t.field({
      type: PersonExportFile,
      resolve: ({ requestId }, _args, context) =>
        context.links.sign(`/exports/${viewerOf(context).institutionId}/${requestId}/person.json`, context.now()),
    }),
  }),
})

builder.queryField('subjectRequests', (t) =>
  t.drizzleConnection({
    type: 'subjectRequest',
    authScopes: { anyOf: answersForData },
    complexity: pageCost,
    description: 'Who had data taken out or erased, and when: the first one first.',
    resolve: (query, _root, _args, context) =>
      context.db.query.subjectRequest.findMany(
        query({
          where: { institutionId: viewerOf(context).institutionId },
          orderBy: { requestedAt: 'asc', id: 'asc' },
        }),
      ),
  }),
)

const errors = { types: [Refused] }
const keyHint = 'Send the same key again after a lost answer: the effect happens once, and the answer is the first one.'

function dataOf(context: Context, personId: string): Promise<PersonData> {
  const { institutionId } = viewerOf(context)
  return context.transact('read', (tx) => gatherPerson(tx, { institutionId, personId }, context.now()))
}

builder.mutationFields((t) => ({
  exportPerson: t.field({
    type: PersonExport,
    errors,
    authScopes: { signedIn: true },
    complexity: 500,
    description:
      'Takes out all that is held on a person: your own, or anybody’s where you answer for the data. That it was done is kept.',
    args: {
      person: t.arg.globalID({ for: Person, required: true }),
      idempotencyKey: t.arg.string({ description: keyHint }),
    },
    resolve: async (_root, { person, ...args }, context) => {
      const personId = ownId(context, person, 'person')
      const requestId = await exportPerson(context, { ...args, personId })
      return { requestId, data: await dataOf(context, personId) }
    },
  }),
  erasePerson: t.drizzleField({
    type: SubjectRequest,
    errors,
    authScopes: { anyOf: answersForData },
    complexity: 500,
    description:
      'Erases a person for good: their name, accounts, words and answers go, and an id that stands for nobody takes the place of theirs. What is counted stays. Asked again, nothing happens.',
    args: {
      person: t.arg.globalID({ for: Person, required: true }),
      idempotencyKey: t.arg.string({ description: keyHint }),
    },
    resolve: async (query, _root, { person, ...args }, context) => {
      const id = await erasePerson(context, { ...args, personId: ownId(context, person, 'person') })
      return present(await context.db.query.subjectRequest.findFirst(query({ where: ownRow(context, id) })))
    },
  }),
}))
