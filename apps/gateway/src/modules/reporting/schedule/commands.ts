import { type Context, type Services, viewerOf } from '../../../context.ts'
import { unknownId } from '../../../own.ts'
import { Refused } from '../../../refused.ts'
import { findProgrammeById } from '../../mentoring/store.ts'
import { once } from '../../people/idempotency.ts'
import { findJob, insertJob, updateJob } from '../../people/job/store.ts'
import type { Compose } from '../build.ts'
import { runReportJob } from '../commands.ts'
import { knownReport } from '../definition/commands.ts'
import type { ReportFormat } from '../files.ts'
import { reportSteps } from '../gather.ts'
import { policyNow } from './policy.ts'
import { findSchedule, insertSchedule, rolesNow, updateSchedule } from './store.ts'

/** The hour of the day, in UTC, at which a report of a term is made. */
const termHour = 5

/** How a report comes again: by a cron expression in UTC, or on the first day of each term. */
export type Rhythm =
  | { readonly kind: 'cron'; readonly cron: string }
  /** Days of the year as MM-DD. */
  | { readonly kind: 'every-term'; readonly termsBegin: readonly string[] }

/** Has a report made again and again in the viewer's name: the id of the schedule. */
export async function scheduleReport(
  context: Context,
  input: {
    readonly programmeId: string
    readonly definition: string
    readonly format: ReportFormat
    readonly rhythm: Rhythm
    readonly idempotencyKey?: string | null | undefined
  },
): Promise<string> {
  const { institutionId, accountId } = viewerOf(context)
  const { programmeId, definition, format, rhythm, idempotencyKey } = input
  await context.jobs.ready()
  const crons = cronsOf(rhythm)
  for (const cron of crons) checkCron(context, cron)
  return once(
    context,
    { command: 'scheduleReport', idempotencyKey, input: [programmeId, definition, format, rhythm] },
    async (tx) => {
      if ((await findProgrammeById(tx, institutionId, programmeId)) === undefined)
        throw unknownId('Programme', 'programme')
      await knownReport(tx, institutionId, definition)
      const id = context.newId()
      await insertSchedule(tx, {
        ...{ institutionId, id, programmeId, definition, format, rhythm: rhythm.kind, crons: [...crons] },
        ...{ paused: false, version: 1, scheduledBy: accountId, scheduledAt: context.now() },
      })
      await context.jobs.schedule(tx, { institutionId, scheduleId: id }, crons)
      return id
    },
  )
}

/** Pauses a schedule, or lets it go on: its id. */
export async function pauseSchedule(
  context: Context,
  input: {
    readonly scheduleId: string
    readonly paused: boolean
    readonly expectedVersion: number
    readonly idempotencyKey?: string | null | undefined
  },
): Promise<string> {
  const { institutionId } = viewerOf(context)
  const { scheduleId, paused, expectedVersion, idempotencyKey } = input
  await context.jobs.ready()
  return once(
    context,
    { command: 'pauseSchedule', idempotencyKey, input: [scheduleId, paused, expectedVersion] },
    async (tx) => {
      const found = await findSchedule(tx, institutionId, scheduleId, 'lock')
      if (found === undefined) throw unknownId('ReportSchedule', 'schedule')
      if (found.version !== expectedVersion)
        throw new Refused({
          code: 'stale-version',
          message: `this schedule was changed since you read it (it is at version ${found.version} now); read it again and decide again`,
          path: 'expectedVersion',
        })
      await updateSchedule(tx, institutionId, scheduleId, { paused, version: found.version + 1 })
      await context.jobs.schedule(tx, { institutionId, scheduleId }, paused ? [] : found.crons)
      return scheduleId
    },
  )
}

/**
 * Does what a schedule asks for when its time has come: makes the report in the name of whoever scheduled it, under the roles that they
 * hold now. Where they hold none that reads reports, a job that failed says so.
 */
export async function runSchedule(
  services: Services,
  ticket: { institutionId: string; jobId: string; scheduleId: string },
  report: (error: Error) => void,
  compose: Compose,
): Promise<void> {
  const { institutionId, jobId, scheduleId } = ticket
  const due = await services.database.within(institutionId, 'write', async (tx) => {
    const schedule = await findSchedule(tx, institutionId, scheduleId)
    if (schedule === undefined || schedule.paused) return false
    if ((await findJob(tx, institutionId, jobId, 'report')) !== undefined) return true
    const { programmeId, definition, format, scheduledBy } = schedule
    const roles = await rolesNow(tx, institutionId, scheduledBy)
    const policy = policyNow(roles)
    await insertJob(tx, {
      ...{ institutionId, id: jobId, kind: 'report', total: reportSteps },
      input: { programmeId, format, definition, scheduleId, roles: [...roles], policy: policy ?? 'hesa' },
      requestedBy: scheduledBy,
      requestedAt: services.now(),
    })
    if (policy !== undefined) return true
    await updateJob(tx, institutionId, jobId, {
      status: 'failed',
      message: 'whoever scheduled this report may not read reports any more; somebody who may has to schedule it',
      finishedAt: services.now(),
    })
    return false
  })
  if (due) await runReportJob(services, { institutionId, jobId }, report, compose)
}

function cronsOf(rhythm: Rhythm): readonly string[] {
  if (rhythm.kind === 'cron') return [rhythm.cron.trim()]
  const days = [...new Set(rhythm.termsBegin)]
  if (days.length === 0 || days.length > 12)
    throw new Refused({
      code: 'terms-wrong',
      message: `a year has 1 to 12 terms; these are ${days.length}: say on which days they begin, as MM-DD`,
      path: 'termsBegin',
    })
  return days.map((day) => {
    const [, month, date] = /^(0[1-9]|1[0-2])-(0[1-9]|1\d|2\d|3[01])$/.exec(day) ?? []
    if (
      month === undefined ||
      date === undefined ||
      Number(date) > new Date(Date.UTC(2001, Number(month), 0)).getUTCDate()
    )
      throw new Refused({
        code: 'terms-wrong',
        message: `"${day}" is no day of every year; say the first day of a term as MM-DD, such as 10-01`,
        path: 'termsBegin',
      })
    return `0 ${termHour} ${Number(date)} ${Number(month)} *`
  })
}

function checkCron(context: Context, cron: string): void {
  const next = /^\S+( \S+){4}$/.test(cron) ? context.jobs.upcoming(cron, context.now(), 10) : undefined
  if (next === undefined || next.length === 0)
    throw new Refused({
      code: 'cron-wrong',
      message: `"${cron}" names no time; give five fields, such as "0 6 * * 1" for Mondays at 6 (UTC)`,
      path: 'cron',
    })
  const often = next.some((at, place) => Date.parse(at) - Date.parse(next[place - 1] ?? '1970') < 3_600_000)
  if (often)
    throw new Refused({
      code: 'cron-too-often',
      message: `"${cron}" comes more often than once an hour; a report is made once an hour at most`,
      path: 'cron',
    })
}
