import { builder } from '../../../builder.ts'
import { viewerOf } from '../../../context.ts'
import { enumValues } from '../../../graphql/enum-values.ts'
import { pageCost } from '../../../graphql/page.ts'
import { ownId, ownRow } from '../../../own.ts'
import { present, Refused } from '../../../refused.ts'
import { Programme } from '../../mentoring/graphql.ts'
import { ReportFormatEnum } from '../graphql.ts'
import { readsReports } from '../policy.ts'
import { readablePolicies } from '../snapshot/policy.ts'
import { pauseSchedule, scheduleReport } from './commands.ts'

const RhythmEnum = builder.enumType('ReportRhythm', { values: enumValues(['cron', 'every-term']) })

const Schedule = builder.drizzleNode('reportSchedule', {
  name: 'ReportSchedule',
  description:
    'A report that is made again and again in the name of whoever scheduled it, under the roles that they hold then.',
  id: { column: (t) => [t.institutionId, t.id] },
  select: { columns: { institutionId: true, id: true } },
  authScopes: { anyOf: readsReports },
  fields: (t) => ({
    report: t.exposeString('definition', { description: 'The key of the report.' }),
    format: t.exposeString('format'),
    rhythm: t.expose('rhythm', { type: RhythmEnum }),
    crons: t.stringList({
      select: { columns: { crons: true } },
      description: 'When, as cron expressions in UTC.',
      resolve: ({ crons }) => crons,
    }),
    paused: t.exposeBoolean('paused'),
    version: t.exposeInt('version'),
    scheduledAt: t.expose('scheduledAt', { type: 'Instant' }),
    mine: t.boolean({
      select: { columns: { scheduledBy: true } },
      description: 'Whether it is made in your name.',
      resolve: ({ scheduledBy }, _args, context) => scheduledBy === context.viewer?.accountId,
    }),
    programme: t.relation('programme'),
    snapshots: t.relatedConnection('snapshots', {
      complexity: pageCost,
      description: 'What it has made, the latest first.',
      query: (_args, context) => ({
        where: { policy: { in: context.viewer === null ? [] : [...readablePolicies(context.viewer)] } },
        orderBy: { madeAt: 'desc', id: 'desc' },
      }),
    }),
  }),
})

builder.queryField('reportSchedules', (t) =>
  t.drizzleConnection({
    type: 'reportSchedule',
    authScopes: { anyOf: readsReports },
    complexity: pageCost,
    description: 'The schedules of reports of your institution, the first one first.',
    resolve: (query, _root, _args, context) =>
      context.db.query.reportSchedule.findMany(
        query({
          where: { institutionId: viewerOf(context).institutionId },
          orderBy: { scheduledAt: 'asc', id: 'asc' },
        }),
      ),
  }),
)

builder.mutationFields((t) => ({
  scheduleReport: t.drizzleField({
    type: Schedule,
    errors: { types: [Refused] },
    authScopes: { anyOf: readsReports },
    description:
      'Has a report made again and again in your name: by a cron expression in UTC, or on the first day of every term. Give one of the two.',
    args: {
      programme: t.arg.globalID({ for: Programme, required: true }),
      report: t.arg.string({ required: true, description: 'programme, impact, or one that your institution defined.' }),
      format: t.arg({ type: ReportFormatEnum, required: true }),
      cron: t.arg.string({ description: 'Five fields, such as 0 6 * * 1 for Mondays at 6.' }),
      termsBegin: t.arg.stringList({ description: 'On which days of a year terms begin, as MM-DD.' }),
      idempotencyKey: t.arg.string(),
    },
    resolve: async (query, _root, args, context) => {
      const { programme, report, format, cron, termsBegin, idempotencyKey } = args
      const id = await scheduleReport(context, {
        programmeId: ownId(context, programme, 'programme'),
        ...{ definition: report, format, rhythm: rhythmOf(cron, termsBegin), idempotencyKey },
      })
      return present(await context.db.query.reportSchedule.findFirst(query({ where: ownRow(context, id) })))
    },
  }),
  pauseReportSchedule: t.drizzleField({
    type: Schedule,
    errors: { types: [Refused] },
    authScopes: { anyOf: readsReports },
    description: 'Pauses a schedule, or lets it go on.',
    args: {
      schedule: t.arg.globalID({ for: Schedule, required: true }),
      paused: t.arg.boolean({ required: true }),
      expectedVersion: t.arg.int({ required: true }),
      idempotencyKey: t.arg.string(),
    },
    resolve: async (query, _root, { schedule, ...args }, context) => {
      const id = await pauseSchedule(context, { ...args, scheduleId: ownId(context, schedule, 'schedule') })
      return present(await context.db.query.reportSchedule.findFirst(query({ where: ownRow(context, id) })))
    },
  }),
}))

function rhythmOf(cron: string | null | undefined, termsBegin: readonly string[] | null | undefined) {
  if (cron && !termsBegin) return { kind: 'cron', cron } as const
  if (termsBegin && !cron) return { kind: 'every-term', termsBegin } as const
  throw new Refused({
    code: 'rhythm-wrong',
    message: 'give either cron or termsBegin, and not both',
    path: 'cron',
  })
}
