import { exact, hesa } from '@mentoring-commons/reporting'
import { type Context, type Services, viewerOf } from '../../context.ts'
import { unknownId } from '../../own.ts'
import { findProgrammeById } from '../mentoring/store.ts'
import { once } from '../people/idempotency.ts'
import { findJob, insertJob, updateJob } from '../people/job/store.ts'
import { policyOf } from '../people/policy.ts'
import { buildReport, reportSteps } from './build.ts'
import { type ReportFormat, writeReport } from './files.ts'
import { insertReport } from './store.ts'

/** Asks for a report of a programme under the viewer's own policy: the id of the job that makes it. */
export async function requestReport(
  context: Context,
  input: { programmeId: string; format: ReportFormat; idempotencyKey?: string | null | undefined },
): Promise<string> {
  const viewer = viewerOf(context)
  const { institutionId } = viewer
  const { idempotencyKey, programmeId, format } = input
  await context.jobs.ready()
  const id = await once(
    context,
    { command: 'requestReport', idempotencyKey, input: [programmeId, format] },
    async (tx) => {
      if ((await findProgrammeById(tx, institutionId, programmeId)) === undefined)
        throw unknownId('Programme', 'programme')
      const jobId = context.newId()
      await insertJob(tx, {
        institutionId,
        id: jobId,
        kind: 'report',
        input: { programmeId, policy: policyOf(viewer.roles) === exact ? 'exact' : 'hesa', format },
        total: reportSteps,
        requestedBy: viewer.accountId,
        requestedAt: context.now(),
      })
      await context.jobs.enqueue(tx, { institutionId, jobId, kind: 'report' })
      return jobId
    },
  )
  context.jobs.announce(id)
  return id
}

/** Does a report job: builds the report, writes its files and keeps both. Doing it again after a crash gives the same report once. */
export async function runReportJob(
  services: Services,
  ticket: { institutionId: string; jobId: string },
  report: (error: Error) => void,
): Promise<void> {
  const { institutionId, jobId } = ticket
  const inside = <T>(mode: 'read' | 'write', work: Parameters<typeof services.database.within<T>>[2]) =>
    services.database.within(institutionId, mode, work)
  const tell = async (change: Parameters<typeof updateJob>[3]) => {
    await inside('write', (tx) => updateJob(tx, institutionId, jobId, change))
    services.jobs.announce(jobId)
  }
  const job = await inside('read', (tx) => findJob(tx, institutionId, jobId, 'report'))
  if (job === undefined || job.status === 'done') return
  try {
    const asOf = job.requestedAt.slice(0, 10)
    await tell({ status: 'running', done: 0, message: 'reading the programme' })
    const made = await inside('read', async (tx) => {
      const programme = await findProgrammeById(tx, institutionId, job.input.programmeId)
      if (programme === undefined) throw new TypeError('a queued report names a programme that is not there')
      return buildReport(tx, institutionId, programme, job.input.policy === 'exact' ? exact : hesa, asOf)
    })
    await tell({ done: reportSteps - 1, message: 'writing the files' })
    const files = await writeReport(made, job.input.format)
    await inside('write', async (tx) => {
      await insertReport(
        tx,
        {
          institutionId,
          id: jobId,
          programmeId: made.programme.id,
          policy: job.input.policy,
          asOf,
          format: job.input.format,
          files,
          madeAt: services.now(),
        },
        job.input.policy === 'hesa'
          ? made.figures.map((figure, position) => ({
              institutionId,
              reportId: jobId,
              position,
              programme: made.programme.key,
              asOf,
              figure: figure.id,
              label: figure.label,
              cohort: figure.by.cohort ?? null,
              choice: figure.by.choice ?? null,
              country: figure.by.country ?? null,
              value: 'value' in figure ? figure.value : null,
              suppressed: 'suppressed' in figure ? figure.suppressed : null,
              n: typeof figure.n === 'number' ? figure.n : null,
              definition: figure.definition,
            }))
          : [],
      )
      await updateJob(tx, institutionId, jobId, {
        status: 'done',
        done: reportSteps,
        message: 'done',
        finishedAt: services.now(),
      })
    })
    services.jobs.announce(jobId)
  } catch (error) {
    // What failed says so in its row, for good. Where not even that can be written, the queue tries the job again.
    await tell({
      status: 'failed',
      message: 'the report could not be made; ask for it again',
      finishedAt: services.now(),
    })
    report(error as Error)
  }
}
