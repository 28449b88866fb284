import type { JobTicket, Services } from '../context.ts'
import { composeReport } from '../modules/impact/commands.ts'
import { runMatchJob } from '../modules/mentoring/match-job/commands.ts'
import { runReportJob } from '../modules/reporting/commands.ts'
import { runSchedule } from '../modules/reporting/schedule/commands.ts'

const workers: Readonly<
  Record<JobTicket['kind'], (services: Services, ticket: JobTicket, report: (error: Error) => void) => Promise<void>>
> = {
  report: (services, { scheduleId, ...ticket }, report) =>
    scheduleId === undefined
      ? runReportJob(services, ticket, report, composeReport)
      : runSchedule(services, { ...ticket, scheduleId }, report, composeReport),
  match: runMatchJob,
}

/** Does the job of a ticket, by its kind. What goes wrong is told to `report`, and stands in the job's row. */
export function doJob(services: Services, ticket: JobTicket, report: (error: Error) => void): Promise<void> {
  return workers[ticket.kind](services, ticket, report)
}
