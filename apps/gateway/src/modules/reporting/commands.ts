import { exact, hesa } from '@mentoring-commons/reporting'
import { type Context, type Services, viewerOf } from '../../context.ts'
import { unknownId } from '../../own.ts'
import { Refused } from '../../refused.ts'
import { findProgrammeById } from '../mentoring/store.ts'
import { once } from '../people/idempotency.ts'
import { findJob, insertJob, updateJob } from '../people/job/store.ts'
import { policyOf } from '../people/policy.ts'
import { type Compose, freezeReport } from './build.ts'
import { knownReport } from './definition/commands.ts'
import { disclosedRows } from './disclosed.ts'
import { type ReportFormat, requireFormat } from './files.ts'
import { reportSteps } from './gather.ts'
import { insertSnapshot } from './snapshot/store.ts'
import { insertReport } from './store.ts'

/** Asks for a report of a programme under the viewer's own policy: the id of the job that makes it, and of the snapshot that comes of it. */
export async function requestReport(
  context: Context,
  input: {
    programmeId: string
    format: ReportFormat
    definition?: string | null | undefined
    idempotencyKey?: string | null | undefined
  },
): Promise<string> {
  const viewer = viewerOf(context)
  const { institutionId } = viewer
  const { idempotencyKey, programmeId, format } = input
  const definition = input.definition ?? 'programme'
  requireFormat(format)
  await context.jobs.ready()
  const id = await once(
    context,
    { command: 'requestReport', idempotencyKey, input: [programmeId, format, definition] },
    async (tx) => {
      if ((await findProgrammeById(tx, institutionId, programmeId)) === undefined)
        throw unknownId('Programme', 'programme')
      await knownReport(tx, institutionId, definition)
      const jobId = context.newId()
      await insertJob(tx, {
        institutionId,
        id: jobId,
        kind: 'report',
        input: {
          ...{ programmeId, format, definition, roles: [...viewer.roles] },
          policy: policyOf(viewer.roles) === exact ? 'exact' : 'hesa',
        },
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

/** Does a report job: freezes the report and keeps it. Doing it again after a crash gives the same report once. */
export async function runReportJob(
  services: Services,
  ticket: { institutionId: string; jobId: string },
  report: (error: Error) => void,
  compose: Compose,
): Promise<void> {
  const { institutionId, jobId } = ticket
  const inside = <T>(mode: 'read' | 'write', work: Parameters<typeof services.database.within<T>>[2]) =>
    services.database.within(institutionId, mode, work)
  const tell = async (change: Parameters<typeof updateJob>[3]) => {
    await inside('write', (tx) => updateJob(tx, institutionId, jobId, change))
    services.jobs.announce(jobId)
  }
  const job = await inside('read', (tx) => findJob(tx, institutionId, jobId, 'report'))
  if (job === undefined || (job.status !== 'waiting' && job.status !== 'running')) return
  const { programmeId, policy, definition: key = 'programme', roles = [], scheduleId } = job.input
  try {
    const asOf = job.requestedAt.slice(0, 10)
    await tell({ status: 'running', done: 0, message: 'reading the programme' })
    const { programme, composed } = await inside('read', async (tx) => {
      const programme = await findProgrammeById(tx, institutionId, programmeId)
      if (programme === undefined) throw new TypeError('a queued report names a programme that is not there')
      return { programme, composed: await compose(tx, { institutionId, programme, key, asOf }) }
    })
    await tell({ done: reportSteps - 1, message: 'counting, and controlling disclosure' })
    await inside('write', async (tx) => {
      const salt = services.newId()
      const wish = { institutionId, programme, asOf, policy: policy === 'exact' ? exact : hesa, salt }
      const snapshot = await freezeReport(tx, wish, composed)
      const strict = snapshot.policy.name === 'exact' ? 'exact' : 'hesa'
      const madeAt = services.now()
      const said = { institutionId, id: jobId, programmeId, policy: strict, asOf, madeAt } as const
      await insertSnapshot(
        tx,
        {
          ...said,
          definition: key,
          title: snapshot.definition.title,
          salt,
          scheduleId: scheduleId ?? null,
          madeBy: job.requestedBy,
          madeAs: [...roles],
        },
        snapshot,
      )
      // What analysts' SQL tools read hangs on the report of the same id; its files are written from the snapshot when they are asked for.
      await insertReport(
        tx,
        { ...said, format: job.input.format, files: {} },
        strict === 'hesa' ? disclosedRows(snapshot, { institutionId, reportId: jobId }) : [],
      )
      await updateJob(tx, institutionId, jobId, {
        status: 'done',
        done: reportSteps,
        message: 'done',
        finishedAt: madeAt,
      })
    })
    services.jobs.announce(jobId)
  } catch (error) {
    // What failed says so in its row, for good. Where not even that can be written, the queue tries the job again.
    await tell({
      status: 'failed',
      message: error instanceof Refused ? error.refusal.message : 'the report could not be made; ask for it again',
      finishedAt: services.now(),
    })
    report(error as Error)
  }
}
