import { draftMatch, finishSteps, type MatchInput, type MatchProgress, matchSteps } from '@mentoring-commons/mentoring'
import type { JobTicket, Services } from '../../../context.ts'
import { accepted, Refused } from '../../../refused.ts'
import { findJob, type JobChange, updateJob } from '../../people/job/store.ts'
import { matchJobSteps } from '../matching/commands.ts'
import { gatherInput } from '../matching/gather.ts'
import { findRun, freezeInput, inputOf, insertOutcome } from '../matching/store.ts'
import { expireLapsed } from '../offer/store.ts'

/** How long a run goes on between two looks at whether it was cancelled, in milliseconds. */
const lookEvery = 200

/** Where each stage begins and ends, in hundredths. */
const spans: Record<MatchProgress['stage'], readonly [number, number]> = {
  pairs: [5, 30],
  matching: [30, 80],
  reasons: [80, 95],
}

const sentences: Record<MatchProgress['stage'], string> = {
  pairs: 'looking at pairs',
  matching: 'matching',
  reasons: 'finding out why',
}

/**
 * Does a match job: gathers what the run is made from, once and for good, matches, and keeps the draft. Doing it again after a crash
 * gives the same run once. It stops where somebody has cancelled it.
 */
export async function runMatchJob(
  services: Services,
  { institutionId, jobId }: JobTicket,
  report: (error: Error) => void,
): Promise<void> {
  const inside = <T>(mode: 'read' | 'write', work: Parameters<typeof services.database.within<T>>[2]) =>
    services.database.within(institutionId, mode, work)
  const tell = async (change: JobChange) => {
    const goesOn = await inside('write', (tx) => updateJob(tx, institutionId, jobId, change))
    services.jobs.announce(jobId)
    return goesOn
  }
  try {
    if (!(await tell({ status: 'running', done: 0, message: 'reading who applied' }))) return
    const input = await inside('write', (tx) => frozenInput(services, tx, institutionId, jobId))
    const outcome = await finishSteps(matchSteps(input), turnsOf(tell))
    if ('cancelled' in outcome) return
    const { run, proof } = accepted(outcome)
    await inside('write', async (tx) => {
      const job = await findJob(tx, institutionId, jobId, 'match', 'lock')
      if (job?.status !== 'running') return
      const made = { by: job.requestedBy, on: services.now().slice(0, 10) }
      const recorded = { by: job.requestedBy, at: services.now() }
      const draft = accepted(draftMatch(run, made))
      await insertOutcome(tx, institutionId, jobId, { run, proof }, draft, recorded)
      const done = { status: 'done', done: matchJobSteps, message: 'done', finishedAt: services.now() } as const
      await updateJob(tx, institutionId, jobId, done)
    })
    services.jobs.announce(jobId)
  } catch (error) {
    // What failed says so in its row, for good. Where not even that can be written, the queue tries the job again.
    const message = error instanceof Refused ? error.message : 'the run could not be made; start it again'
    await tell({ status: 'failed', message, finishedAt: services.now() })
    if (!(error instanceof Refused)) report(error as Error)
  }
}

type Inside = Parameters<Parameters<Services['database']['within']>[2]>[0]

async function frozenInput(services: Services, tx: Inside, institutionId: string, runId: string): Promise<MatchInput> {
  const frozen = await inputOf(tx, institutionId, runId)
  if (frozen !== undefined) return frozen
  const run = await findRun(tx, institutionId, runId)
  if (run === undefined) throw new TypeError('a queued match job has no run')
  // Whom nobody answered in time is asked anew, and their offers are over by then.
  const on = services.now().slice(0, 10)
  const recorded = { by: run.requestedBy, at: services.now() }
  await expireLapsed(tx, institutionId, { programmeId: run.programmeId, on }, recorded)
  await freezeInput(tx, institutionId, runId, await gatherInput(tx, institutionId, run, on), services.now())
  // As it is read back: what is kept is what is matched, and nothing else.
  const input = await inputOf(tx, institutionId, runId)
  if (input === undefined) throw new TypeError('what was just written is not there')
  return input
}

/** Tells of each stage, and of progress within it every so often; whoever cancelled is heard then. */
function turnsOf(tell: (change: JobChange) => Promise<boolean>) {
  let last: MatchProgress | undefined
  let told: MatchProgress['stage'] | undefined
  let looked = performance.now()
  let cancelled = false
  return {
    onProgress: (progress: MatchProgress) => {
      last = progress
    },
    pause: async () => {
      await new Promise((next) => setImmediate(next))
      if (last === undefined || (told === last.stage && performance.now() - looked < lookEvery)) return
      const { stage, done, of } = last
      const [from, to] = spans[stage]
      const share = of === 0 ? 0 : Math.min(1, done / of)
      const message = of === 0 ? sentences[stage] : `${sentences[stage]}: ${done} of ${of}`
      cancelled = !(await tell({ done: Math.round(from + (to - from) * share), message }))
      told = stage
      looked = performance.now()
    },
    cancelled: () => cancelled,
  }
}
