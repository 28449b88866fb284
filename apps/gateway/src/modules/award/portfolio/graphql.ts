import { itemKinds, type Withdrawn } from '@mentoring-commons/action-research'
import { builder } from '../../../builder.ts'
import { type Context, viewerOf } from '../../../context.ts'
import { enumValues } from '../../../graphql/enum-values.ts'
import { topLevelError } from '../../../graphql/errors.ts'
import { SnapshotType, SubmissionType } from '../view/graphql.ts'
import { readingOf } from './reading.ts'
import { findKept } from './store.ts'

const WithdrawnPartEnum = builder.enumType('WithdrawnPart', {
  description: 'How much of a thing has been withdrawn: all of it, or words in it while the thing stays.',
  values: enumValues<Withdrawn['part']>(['whole', 'words']),
})

const WithdrawnKindEnum = builder.enumType('WithdrawnKind', {
  description: 'The sort of a thing that has been withdrawn.',
  values: enumValues<Withdrawn['kind']>(itemKinds),
})

const WithdrawnType = builder.objectRef<Withdrawn>('WithdrawnSince').implement({
  description:
    'That something of a sort in a portfolio has been withdrawn since it was kept; never which, and never whose.',
  fields: (t) => ({
    kind: t.expose('kind', { type: WithdrawnKindEnum }),
    part: t.expose('part', { type: WithdrawnPartEnum }),
    on: t.expose('on', {
      type: 'Day',
      nullable: true,
      description: 'The day of the withdrawal; null where it may no longer be shown for another reason.',
    }),
  }),
})

const PageType = builder.objectRef<{ readonly url: string; readonly expiresAt: string }>('PortfolioPage').implement({
  description:
    'An address that opens a portfolio as a page without signing in, for a quarter of an hour. The page is made when it is fetched, within the consent that stands then.',
  fields: (t) => ({ url: t.exposeString('url'), expiresAt: t.expose('expiresAt', { type: 'Instant' }) }),
})

const document = {
  nullable: true,
  description:
    'Canonical JSON; it names no person. What was kept, byte for byte, unless something in it has been withdrawn since: then that is marked, and `format` and `original` say that it is not what was kept. Null with an error where it was erased, or where it cannot be told what has been withdrawn.',
} as const
const withdrawn = {
  nullable: true,
  description: 'What in it has been withdrawn since it was kept, day by day.',
} as const
const page = { type: PageType, nullable: true, description: 'It as a page; null where no inquiry is in it.' } as const

builder.objectFields(SnapshotType, (t) => ({
  document: t.string({ ...document, resolve: async ({ id }, _args, context) => (await read(context, id)).document }),
  withdrawn: t.field({
    ...withdrawn,
    type: [WithdrawnType],
    resolve: async ({ id }, _args, context) => [...(await read(context, id)).withdrawn],
  }),
  page: t.field({ ...page, resolve: ({ id }, _args, context) => pageOf(context, id) }),
}))

builder.objectFields(SubmissionType, (t) => ({
  document: t.string({
    ...document,
    resolve: async ({ snapshot }, _args, context) => (await read(context, snapshot.id)).document,
  }),
  withdrawn: t.field({
    ...withdrawn,
    type: [WithdrawnType],
    resolve: async ({ snapshot }, _args, context) => [...(await read(context, snapshot.id)).withdrawn],
  }),
  page: t.field({ ...page, resolve: ({ snapshot }, _args, context) => pageOf(context, snapshot.id) }),
}))

type Read = ReturnType<typeof readingOf>
interface Batch {
  readonly ids: Set<string>
  readonly found: Promise<ReadonlyMap<string, Read>>
}

const batches = new WeakMap<Context, Batch>()

/** The portfolio of an id as it may be read; those that one answer asks for at a time are read together. */
async function read(context: Context, id: string) {
  const batch = batches.get(context) ?? begin(context)
  batch.ids.add(id)
  const answer = (await batch.found).get(id)
  if (answer === undefined) throw topLevelError('HISTORY_NOT_READABLE', 'this portfolio is no longer there')
  if ('refusal' in answer) throw topLevelError('HISTORY_NOT_READABLE', answer.refusal.message)
  return answer.value
}

function begin(context: Context): Batch {
  const ids = new Set<string>()
  const found = new Promise<void>((resolve) => setImmediate(resolve)).then(async () => {
    batches.delete(context)
    const kept = await findKept(context.db, viewerOf(context).institutionId, [...ids])
    return new Map([...kept].map(([id, one]) => [id, readingOf(one)]))
  })
  const batch = { ids, found }
  batches.set(context, batch)
  return batch
}

async function pageOf(context: Context, id: string) {
  const { portfolio } = await read(context, id)
  if (portfolio === undefined) return null
  return context.links.sign(`/portfolios/${viewerOf(context).institutionId}/${id}/portfolio.html`, context.now())
}
