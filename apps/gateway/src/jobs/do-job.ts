import type { JobTicket, Services } from '../context.ts'
import { runReportJob } from '../modules/reporting/commands.ts'

/** Does the job of a ticket, by its kind. What goes wrong is told to `report`, and stands in the job's row. */
export function doJob(services: Services, ticket: JobTicket, report: (error: Error) => void): Promise<void> {
  return runReportJob(services, ticket, report)
}
