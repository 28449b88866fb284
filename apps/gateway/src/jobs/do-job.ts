import type { JobTicket, Services } from '../context.ts'
import { runMatchJob } from '../modules/mentoring/match-job/commands.ts'
import { runReportJob } from '../modules/reporting/commands.ts'

const workers = { report: runReportJob, match: runMatchJob } as const satisfies Record<JobTicket['kind'], unknown>

/** Does the job of a ticket, by its kind. What goes wrong is told to `report`, and stands in the job's row. */
export function doJob(services: Services, ticket: JobTicket, report: (error: Error) => void): Promise<void> {
  return workers[ticket.kind](services, ticket, report)
}
