import { type OpenedFigure, openFigure } from '@mentoring-commons/reporting'
import { builder } from '../../../builder.ts'
import { type Context, viewerOf } from '../../../context.ts'
import { pageCost } from '../../../graphql/page.ts'
import { ownId } from '../../../own.ts'
import { Programme } from '../../mentoring/graphql.ts'
import { Indicator } from '../definition/graphql.ts'
import { fileNames } from '../files.ts'
import { Download, Figure, ReportFormatEnum } from '../graphql.ts'
import { readsReports } from '../policy.ts'
import { readablePolicies } from './policy.ts'
import { answersWithdrawn, readSnapshot, type Withdrawal, withdrawalOf } from './store.ts'

/** A figure of a snapshot, opened, with the snapshot that it is of. */
export interface FigureOf extends OpenedFigure {
  readonly institutionId: string
  readonly snapshotId: string
  readonly salt: string
}

/** All that a figure opens to. Its rows are added where they can be read. */
export const OpenedFigureType = builder.objectRef<FigureOf>('OpenedFigure').implement({
  description: 'All that a figure of a snapshot opens to, as it was when the snapshot was made.',
  fields: (t) => ({
    key: t.string({ resolve: ({ figure }) => figure.key }),
    figure: t.field({ type: Figure, resolve: ({ figure }) => figure }),
    indicator: t.field({
      type: Indicator,
      description: 'The version that was frozen.',
      resolve: ({ version }) => version,
    }),
    query: t.field({
      type: 'JSON',
      description: 'What was asked, as a declarative query.',
      resolve: ({ query }) => query,
    }),
    input: t.string({ nullable: true, resolve: ({ input }) => input?.name ?? null }),
    inputHash: t.string({
      nullable: true,
      description: 'SHA-256 over a secret of the snapshot and the rows of the input, in no order.',
      resolve: ({ input }) => input?.hash ?? null,
    }),
    source: t.string({
      nullable: true,
      description: 'The SQL that gave the rows of the input, or a sentence on how they came to be.',
      resolve: ({ input }) => input?.source ?? null,
    }),
    tables: t.stringList({ resolve: ({ input }) => [...(input?.tables ?? [])] }),
  }),
})

const WithdrawalType = builder.objectRef<Withdrawal>('SnapshotWithdrawal').implement({
  description: 'That data which a snapshot may rest on were withdrawn after it was made. The snapshot stays as it is.',
  fields: (t) => ({
    at: t.expose('at', { type: 'Instant' }),
    tables: t.stringList({ resolve: ({ tables }) => [...tables] }),
  }),
})

export const ReportSnapshot = builder.drizzleNode('reportSnapshot', {
  name: 'ReportSnapshot',
  description: 'A report as it was made: it never changes, and its hash is over all that it holds.',
  id: { column: (t) => [t.institutionId, t.id] },
  select: { columns: { institutionId: true, id: true, policy: true } },
  authScopes: ({ policy }, context) => context.viewer !== null && readablePolicies(context.viewer).includes(policy),
  fields: (t) => ({
    report: t.exposeString('definition', { description: 'The key of the report.' }),
    title: t.exposeString('title'),
    asOf: t.expose('asOf', { type: 'Day' }),
    policy: t.exposeString('policy'),
    hash: t.exposeString('hash'),
    madeAt: t.expose('madeAt', { type: 'Instant' }),
    madeAs: t.stringList({
      select: { columns: { madeAs: true } },
      description: 'The roles of whoever had it made, at that time.',
      resolve: ({ madeAs }) => madeAs,
    }),
    scheduled: t.boolean({
      select: { columns: { scheduleId: true } },
      resolve: ({ scheduleId }) => scheduleId !== null,
    }),
    programme: t.relation('programme'),
    address: t.string({
      description: 'Its page, at an address that stays. Open it with a token, or through pageLink.',
      resolve: ({ id }) => `/reports/${id}`,
    }),
    pageLink: t.field({
      type: Download,
      description: 'The page under an address that opens without signing in, for a while.',
      resolve: ({ id, institutionId }, _args, context) => link(context, institutionId, id, 'report.html'),
    }),
    definition: t.field({
      type: 'JSON',
      select: { columns: { content: true, hash: true } },
      complexity: 20,
      resolve: (row) => readSnapshot(row).definition,
    }),
    indicators: t.field({
      type: [Indicator],
      select: { columns: { content: true, hash: true } },
      complexity: { field: 20, multiplier: 20 },
      description: 'The versions of indicators that were frozen into it.',
      resolve: (row) => [...readSnapshot(row).indicators],
    }),
    figures: t.field({
      type: [Figure],
      select: { columns: { content: true, hash: true } },
      complexity: { field: 20, multiplier: 20 },
      args: { ids: t.arg.stringList({ description: 'Indicators, such as people.mentee.' }) },
      resolve: (row, { ids }) => readSnapshot(row).figures.filter(({ id }) => !ids || ids.includes(id)),
    }),
    figure: t.field({
      type: OpenedFigureType,
      nullable: true,
      select: { columns: { content: true, hash: true, salt: true } },
      complexity: 20,
      description: 'Opens a figure by its key: definition, query, inputs, and its rows for those who may see them.',
      args: { key: t.arg.string({ required: true }) },
      resolve: (row, { key }) => {
        const opened = openFigure(readSnapshot(row), key)
        const { institutionId, id: snapshotId, salt } = row
        return opened === undefined ? null : { ...opened, institutionId, snapshotId, salt }
      },
    }),
    withdrawn: t.field({
      type: [WithdrawalType],
      description: 'What was withdrawn since it was made, of what it may rest on.',
      select: {
        columns: { madeAt: true, tables: true },
        with: {
          erasures: { columns: { requestedAt: true, rows: true } },
          surveys: {
            columns: { id: true },
            with: {
              invitations: { columns: { withdrawnOn: true }, where: { withdrawnOn: { isNotNull: true } } },
            },
          },
        },
      },
      resolve: ({ erasures, surveys, ...row }) => {
        const days = surveys.flatMap(({ invitations }) => invitations.map(({ withdrawnOn }) => withdrawnOn))
        return [
          ...erasures.flatMap((erasure) => withdrawalOf(erasure, row) ?? []),
          ...[...new Set(days)].sort().flatMap((day) => answersWithdrawn(day, row) ?? []),
        ]
      },
    }),
    downloads: t.field({
      type: [Download],
      args: { format: t.arg({ type: ReportFormatEnum, required: true }) },
      description: 'Its files of a form, under addresses that open without signing in, for a while.',
      resolve: ({ id, institutionId }, { format }, context) =>
        fileNames(format).map((name) => link(context, institutionId, id, name)),
    }),
  }),
})

builder.queryField('reportSnapshots', (t) =>
  t.drizzleConnection({
    type: 'reportSnapshot',
    authScopes: { anyOf: readsReports },
    complexity: pageCost,
    description: 'The snapshots that you may read, the latest first: all, or those of a programme.',
    args: { programme: t.arg.globalID({ for: Programme }) },
    resolve: (query, _root, { programme }, context) => {
      const viewer = viewerOf(context)
      return context.db.query.reportSnapshot.findMany(
        query({
          where: {
            institutionId: viewer.institutionId,
            policy: { in: [...readablePolicies(viewer)] },
            ...(programme ? { programmeId: ownId(context, programme, 'programme') } : {}),
          },
          orderBy: { madeAt: 'desc', id: 'desc' },
        }),
      )
    },
  }),
)

function link(context: Context, institutionId: string, id: string, name: string) {
  return { name, ...context.links.sign(`/reports/${institutionId}/${id}/${name}`, context.now()) }
}
