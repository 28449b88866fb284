import {
  defaultQueueThresholds,
  type QueueThresholds,
  type WorkItem,
  type WorkKind,
  workKinds,
  workQueue,
} from '@mentoring-commons/mentoring'
import { builder } from '../../../builder.ts'
import { viewerOf } from '../../../context.ts'
import { enumValues } from '../../../graphql/enum-values.ts'
import { globalIdOf } from '../../../graphql/global-id.ts'
import { pageCost } from '../../../graphql/page.ts'
import { sortedPage } from '../../../graphql/sorted-page.ts'
import { ownId, ownRow } from '../../../own.ts'
import { present, Refused } from '../../../refused.ts'
import { Programme, Relationship } from '../graphql.ts'
import { findProgrammeById } from '../store.ts'
import { recordReview, setQueueThresholds } from './commands.ts'
import { worksQueue } from './policy.ts'
import { queueFacts, thresholdsOf } from './store.ts'

const errors = { types: [Refused] }

const WorkKindEnum = builder.enumType('WorkKind', {
  description: 'What kind of work waits.',
  values: enumValues<WorkKind>(workKinds),
})

interface Waiting extends WorkItem {
  readonly institutionId: string
}

const ofOffers: readonly WorkKind[] = ['offer-lapsed', 'question-open', 'offer-unanswered']

const WorkItemType = builder.objectRef<Waiting>('WorkItem').implement({
  description: 'Something that waits for a coordinator. It tells what did not happen, and never who is at fault.',
  fields: (t) => ({
    kind: t.expose('kind', { type: WorkKindEnum }),
    subject: t.id({
      description: 'The id of the offer or relationship; read it by node(id:).',
      resolve: ({ kind, subjectId, institutionId }) =>
        globalIdOf(ofOffers.includes(kind) ? 'Offer' : 'Relationship', institutionId, subjectId),
    }),
    person: t.id({
      nullable: true,
      description: 'The id of the person who is without a relationship; of an orphan only.',
      resolve: ({ personId, institutionId }) =>
        personId === undefined ? null : globalIdOf('Person', institutionId, personId),
    }),
    since: t.expose('since', { type: 'Day' }),
    days: t.exposeInt('days', { description: 'Whole days from then until today.' }),
    next: t.exposeString('next', { description: 'What to do next.' }),
  }),
})

const Thresholds = builder.objectRef<QueueThresholds>('QueueThresholds').implement({
  description: 'After how many days something stands in the work queue.',
  fields: (t) => ({
    offerUnansweredDays: t.exposeInt('offerUnansweredDays', { description: 'Since people were asked.' }),
    silentDays: t.exposeInt('silentDays', { description: 'Since they last met, or began.' }),
    agreementMissingDays: t.exposeInt('agreementMissingDays', { description: 'Since everybody said yes.' }),
    reviewOverdueDays: t.exposeInt('reviewOverdueDays', { description: 'After the day on which it was due.' }),
    orphanDays: t.exposeInt('orphanDays', { description: 'Since somebody lost their relationship unplanned.' }),
  }),
})

builder.drizzleObjectFields(Programme, (t) => ({
  queueThresholds: t.field({
    type: Thresholds,
    authScopes: { anyOf: worksQueue },
    select: { with: { queueThresholds: { columns: { thresholds: true } } } },
    resolve: ({ queueThresholds }) => queueThresholds?.thresholds ?? defaultQueueThresholds,
  }),
}))

builder.queryField('workQueue', (t) =>
  t.connection({
    type: WorkItemType,
    nullable: true,
    authScopes: { anyOf: worksQueue },
    complexity: pageCost,
    description:
      'What waits in a programme today, the longest wait first; null where there is no such programme. Only offers that waited too long, pairs that fell silent, and so on: each after the days that the programme has set.',
    args: {
      programme: t.arg.globalID({ for: Programme, required: true }),
      kinds: t.arg({ type: [WorkKindEnum], description: 'All of them where it is left out.' }),
    },
    resolve: async (_root, { programme, kinds, ...page }, context) => {
      const { institutionId } = viewerOf(context)
      if (programme.id.institutionId !== institutionId) return null
      const programmeId = ownId(context, programme, 'programme')
      const on = context.now().slice(0, 10)
      const items = await context.transact('read', async (tx) => {
        const row = await findProgrammeById(tx, institutionId, programmeId)
        if (row === undefined) return undefined
        const facts = await queueFacts(tx, institutionId, programmeId, row.policy)
        return workQueue(facts, await thresholdsOf(tx, institutionId, programmeId), on)
      })
      if (items === undefined) return null
      const rows = items
        .filter(({ kind }) => !kinds || kinds.includes(kind))
        .map((item) => ({ ...item, institutionId }))
      return sortedPage(rows, keyOf, page)
    },
  }),
)

builder.mutationFields((t) => ({
  setQueueThresholds: t.drizzleField({
    type: Programme,
    errors,
    authScopes: { anyOf: worksQueue },
    description: 'Sets after how many days something waits; what is left out is as if nobody had set it.',
    args: {
      programme: t.arg.globalID({ for: Programme, required: true }),
      offerUnansweredDays: t.arg.int(),
      silentDays: t.arg.int(),
      agreementMissingDays: t.arg.int(),
      reviewOverdueDays: t.arg.int(),
      orphanDays: t.arg.int(),
      idempotencyKey: t.arg.string(),
    },
    resolve: async (query, _root, { programme, idempotencyKey, ...days }, context) => {
      const said = Object.entries(days).filter(([, value]) => typeof value === 'number')
      const id = await setQueueThresholds(context, {
        programmeId: ownId(context, programme, 'programme'),
        thresholds: Object.fromEntries(said),
        idempotencyKey,
      })
      return present(await context.db.query.programme.findFirst(query({ where: ownRow(context, id) })))
    },
  }),
  recordReview: t.drizzleField({
    type: Relationship,
    errors,
    authScopes: { anyOf: ['participant', 'coordinator'] },
    description: 'Records that the people of a relationship reviewed it. Nothing of what they found.',
    args: {
      relationship: t.arg.globalID({ for: Relationship, required: true }),
      heldOn: t.arg({ type: 'Day', required: true }),
      idempotencyKey: t.arg.string(),
    },
    resolve: async (query, _root, { relationship, ...args }, context) => {
      const id = await recordReview(context, { ...args, relationshipId: ownId(context, relationship, 'relationship') })
      return present(await context.db.query.relationship.findFirst(query({ where: ownRow(context, id) })))
    },
  }),
}))

/** The longest wait first, then as the package sorts. */
function keyOf({ days, kind, subjectId, personId }: Waiting): string {
  return [String(99_999_999 - days).padStart(9, '0'), workKinds.indexOf(kind), subjectId, personId].join(' ')
}
