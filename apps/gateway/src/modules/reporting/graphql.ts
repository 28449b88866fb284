import { type DisclosedFigure, isSuppressed, type SnapshotFigure } from '@mentoring-commons/reporting'
import { builder } from '../../builder.ts'
import { viewerOf } from '../../context.ts'
import { enumValues } from '../../graphql/enum-values.ts'
import { ownId, ownRow } from '../../own.ts'
import { present, Refused } from '../../refused.ts'
import { Programme } from '../mentoring/graphql.ts'
import { SuppressionReasonEnum } from '../people/disclosure/graphql.ts'
import { JobStatusEnum, jobStates } from '../people/job/graphql.ts'
import { policyOf } from '../people/policy.ts'
import { buildReport, type ImpactReport } from './build.ts'
import { requestReport } from './commands.ts'
import { fileNames, isReportFormat, type ReportFormat, reportFormats } from './files.ts'
import { readsReports } from './policy.ts'

/** The forms in which a report can be taken away. */
export const ReportFormatEnum = builder.enumType('ReportFormat', { values: enumValues<ReportFormat>(reportFormats) })

const FigureGroup = builder.objectRef<Readonly<Record<string, string>>>('FigureGroup').implement({
  description: 'Which group a figure is of. A part that the figure is not split by is null; all null is the whole.',
  fields: (t) => ({
    cohort: t.string({ nullable: true, resolve: (by) => by.cohort ?? null }),
    choice: t.string({ nullable: true, resolve: (by) => by.choice ?? null }),
    country: t.string({ nullable: true, resolve: (by) => by.country ?? null }),
    all: t.field({ type: 'JSON', description: 'Every part, by the column.', resolve: (by) => by }),
  }),
})

export const Figure = builder.objectRef<DisclosedFigure & Partial<Pick<SnapshotFigure, 'key'>>>('Figure').implement({
  description: 'A number after disclosure control. A suppressed number is neither missing nor zero.',
  fields: (t) => ({
    id: t.exposeString('id', { description: 'The indicator, such as people.mentee.' }),
    key: t.string({
      nullable: true,
      description: 'Opens it in its snapshot. Null outside one.',
      resolve: ({ key }) => key ?? null,
    }),
    label: t.exposeString('label'),
    by: t.field({ type: FigureGroup, resolve: ({ by }) => by }),
    value: t.float({ nullable: true, resolve: (figure) => ('value' in figure ? figure.value : null) }),
    suppressed: t.field({
      type: SuppressionReasonEnum,
      nullable: true,
      resolve: (figure) => ('suppressed' in figure ? figure.suppressed : null),
    }),
    n: t.float({
      nullable: true,
      description: 'How many it rests on; null where that is not shown.',
      resolve: ({ n }) => (isSuppressed(n) ? null : n),
    }),
    unit: t.exposeString('unit'),
    definition: t.exposeString('definition'),
  }),
})

const ImpactReportType = builder.objectRef<ImpactReport>('ImpactReport').implement({
  description:
    'A programme in figures, under the disclosure policy of your role. Survey answers keep their threshold for everyone.',
  fields: (t) => ({
    asOf: t.expose('asOf', { type: 'Day' }),
    policy: t.string({ resolve: ({ policy }) => policy.name }),
    policyDescription: t.string({ resolve: ({ policy }) => policy.description }),
    figures: t.field({
      type: [Figure],
      complexity: { field: 1, multiplier: 20 },
      description: 'All figures, or those of some indicators.',
      args: { ids: t.arg.stringList({ description: 'Indicators, such as people.mentee.' }) },
      resolve: ({ figures }, { ids }) => (ids ? figures.filter(({ id }) => ids.includes(id)) : figures),
    }),
  }),
})

builder.drizzleObjectFields(Programme, (t) => ({
  impactReport: t.field({
    type: ImpactReportType,
    authScopes: { anyOf: readsReports },
    complexity: 500,
    select: { columns: { institutionId: true, id: true, key: true, title: true } },
    resolve: ({ institutionId, ...programme }, _args, context) =>
      context.transact('read', (tx) =>
        buildReport(tx, institutionId, programme, policyOf(viewerOf(context).roles), context.now().slice(0, 10)),
      ),
  }),
}))

export const Download = builder.objectRef<{ name: string; url: string; expiresAt: string }>('Download').implement({
  description: 'An address that opens one file without signing in, for a while.',
  fields: (t) => ({
    name: t.exposeString('name'),
    url: t.exposeString('url'),
    expiresAt: t.expose('expiresAt', { type: 'Instant' }),
  }),
})

const Job = builder.drizzleNode('job', {
  name: 'Job',
  description: 'Long work. Watch it with the subscription jobProgress, or ask again.',
  id: { column: (t) => [t.institutionId, t.id] },
  select: { columns: { institutionId: true, id: true, requestedBy: true, status: true, input: true } },
  authScopes: ({ requestedBy }, context) => context.viewer?.accountId === requestedBy,
  fields: (t) => ({
    status: t.expose('status', { type: JobStatusEnum }),
    done: t.exposeInt('done', { description: 'Steps done of total.' }),
    total: t.exposeInt('total'),
    message: t.exposeString('message'),
    progressPage: t.field({
      type: Download,
      nullable: true,
      description: 'A page that shows how far a report is, without signing in, for a while. Null for other work.',
      resolve: ({ id, institutionId, input }, _args, context) =>
        'format' in input
          ? { name: 'progress', ...context.links.sign(`/jobs/${institutionId}/${id}`, context.now()) }
          : null,
    }),
    downloads: t.field({
      type: [Download],
      description: 'The files that it made, once it is done.',
      resolve: ({ id, institutionId, status, input }, _args, context) =>
        status === 'done' && 'format' in input && isReportFormat(input.format)
          ? fileNames(input.format).map((name) => ({
              name,
              ...context.links.sign(`/reports/${institutionId}/${id}/${name}`, context.now()),
            }))
          : [],
    }),
  }),
})

builder.mutationField('requestReport', (t) =>
  t.drizzleField({
    type: Job,
    errors: { types: [Refused] },
    authScopes: { anyOf: readsReports },
    description: 'Makes a report to take away, under the disclosure policy of your role.',
    args: {
      programme: t.arg.globalID({ for: Programme, required: true }),
      format: t.arg({ type: ReportFormatEnum, required: true }),
      report: t.arg.string({
        defaultValue: 'programme',
        description: 'The key of the report: programme, impact, or one that your institution defined.',
      }),
      idempotencyKey: t.arg.string(),
    },
    resolve: async (query, _root, { programme, report, ...args }, context) => {
      const id = await requestReport(context, {
        ...args,
        definition: report,
        programmeId: ownId(context, programme, 'programme'),
      })
      return present(await context.db.query.job.findFirst(query({ where: ownRow(context, id) })))
    },
  }),
)

builder.subscriptionField('jobProgress', (t) =>
  t.field({
    type: Job,
    authScopes: { anyOf: readsReports },
    description: 'A job each time it goes on, until it is done or has failed.',
    args: { job: t.arg.globalID({ for: Job, required: true }) },
    subscribe: (_root, { job }, context) => jobStates(context, ownId(context, job, 'job'), 'report'),
    resolve: (row) => row as never,
  }),
)
