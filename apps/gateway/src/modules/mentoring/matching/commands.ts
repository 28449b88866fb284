import { type MatchPair, matchSteps } from '@mentoring-commons/mentoring'
import { type Context, type Tx, viewerOf } from '../../../context.ts'
import { unknownId } from '../../../own.ts'
import { accepted, Refused } from '../../../refused.ts'
import { once } from '../../people/idempotency.ts'
import { findJob, insertJob, updateJob } from '../../people/job/store.ts'
import { expireLapsed } from '../offer/store.ts'
import { findProgrammeById, listCohorts } from '../store.ts'
import { findRun, insertRun, offersOf, type StoredRun, wishQuestions } from './store.ts'
import type { MatchSettings } from './table.ts'

/** Every command may be sent again with the same key. */
interface Repeatable {
  readonly idempotencyKey?: string | null | undefined
}

/** The steps of a match job, for whoever watches: hundredths. */
export const matchJobSteps = 100

/** A run to start. */
export interface MatchRequest extends Repeatable {
  readonly programmeId: string
  readonly cohortId?: string | undefined
  readonly settings: MatchSettings
}

/** Starts a match run over everybody who waits: the id of the run, and of its job. */
export async function startMatchRun(context: Context, { idempotencyKey, ...input }: MatchRequest): Promise<string> {
  const { institutionId } = viewerOf(context)
  return queued(context, { command: 'startMatchRun', idempotencyKey, input }, async (tx) => {
    const { programmeId, cohortId = null, settings } = input
    if ((await findProgrammeById(tx, institutionId, programmeId)) === undefined)
      throw unknownId('Programme', 'programme')
    const cohorts = await listCohorts(tx, institutionId, programmeId)
    if (cohortId !== null && !cohorts.some(({ id }) => id === cohortId)) throw unknownId('Cohort', 'cohort')
    return { programmeId, cohortId, settings, origin: 'start', basedOn: null }
  })
}

/** Changes to a draft: pairs that shall stand, and pairs that shall not be made. */
export interface RevisionRequest extends Repeatable {
  readonly runId: string
  readonly pin: readonly MatchPair[]
  readonly drop: readonly MatchPair[]
}

/** Matches again as a draft was asked for, with pairs pinned or dropped: the id of the new run. The draft stays as it is. */
export async function reviseMatchRun(context: Context, { idempotencyKey, ...input }: RevisionRequest): Promise<string> {
  return queued(context, { command: 'reviseMatchRun', idempotencyKey, input }, async (tx) => {
    const run = await ownRun(context, tx, input.runId)
    if (run.status !== 'draft')
      throw new Refused({
        code: 'no-draft',
        message: `a run is changed while it is a draft, and this one is ${run.status ?? 'not made'}; send it back first, or start another`,
        path: 'run',
      })
    const { pins, blocked } = run.settings
    const touched = new Set([...input.pin, ...input.drop].map(({ menteeId }) => menteeId))
    return {
      ...samePlace(run),
      origin: 'revision',
      settings: {
        ...run.settings,
        pins: [...pins.filter(({ menteeId }) => !touched.has(menteeId)), ...input.pin],
        blocked: [...blocked.filter((pair) => !input.pin.some((one) => isSame(one, pair))), ...input.drop],
      },
    }
  })
}

/**
 * Matches those of a published run again who have nobody, over the places that are free: the id of the new run. Pairs with an offer that
 * is open or accepted stand, and whoever said no is not asked about the same person again.
 */
export async function rerunAfterDeclines(
  context: Context,
  { idempotencyKey, ...input }: Repeatable & { readonly runId: string },
): Promise<string> {
  const { institutionId, accountId } = viewerOf(context)
  return queued(context, { command: 'rerunAfterDeclines', idempotencyKey, input }, async (tx) => {
    const run = await ownRun(context, tx, input.runId)
    // What nobody answered in time came to nothing as well.
    const scope = { programmeId: run.programmeId, on: context.now().slice(0, 10) }
    await expireLapsed(tx, institutionId, scope, { by: accountId, at: context.now() })
    const offers = await offersOf(tx, institutionId, run.id)
    if (!offers.some(({ status }) => status === 'declined' || status === 'expired' || status === 'withdrawn'))
      throw new Refused({
        code: 'nothing-declined',
        message: 'no offer of this run came to nothing; wait until one is declined, or start another run',
        path: 'run',
      })
    return {
      ...samePlace(run),
      origin: 'rerun',
      settings: { ...run.settings, pins: [], poolOf: run.settings.poolOf ?? run.id },
    }
  })
}

/** Ends a run that waits or is being made: its id. */
export async function cancelMatchRun(
  context: Context,
  { idempotencyKey, ...input }: Repeatable & { readonly runId: string },
): Promise<string> {
  const { institutionId } = viewerOf(context)
  const id = await once(context, { command: 'cancelMatchRun', idempotencyKey, input }, async (tx) => {
    const run = await ownRun(context, tx, input.runId)
    const change = { status: 'cancelled', message: 'cancelled by a coordinator', finishedAt: context.now() } as const
    if (await updateJob(tx, institutionId, run.id, change)) return run.id
    const job = await findJob(tx, institutionId, run.id, 'match')
    throw new Refused({
      code: 'run-ended',
      message: `only a run that waits or is being made can be cancelled; this one is ${job?.status}`,
      path: 'run',
    })
  })
  context.jobs.announce(id)
  return id
}

/** A run of the viewer's institution, held still. */
export async function ownRun(context: Context, tx: Tx, id: string): Promise<StoredRun> {
  const run = await findRun(tx, viewerOf(context).institutionId, id, 'lock')
  if (run === undefined) throw unknownId('MatchRun', 'run')
  return run
}

type Asked = Pick<StoredRun, 'programmeId' | 'cohortId' | 'settings' | 'origin' | 'basedOn'>

async function queued(
  context: Context,
  request: Parameters<typeof once>[1],
  ask: (tx: Tx) => Promise<Asked>,
): Promise<string> {
  const { institutionId, accountId } = viewerOf(context)
  await context.jobs.ready()
  const id = await once(context, request, async (tx) => {
    const asked = await ask(tx)
    await refuseUnusable(tx, institutionId, asked)
    const runId = context.newId()
    const requested = { requestedBy: accountId, requestedAt: context.now() }
    const input = { programmeId: asked.programmeId }
    await insertJob(tx, { institutionId, id: runId, kind: 'match', input, total: matchJobSteps, ...requested })
    await insertRun(tx, { institutionId, id: runId, ...asked, ...requested })
    await context.jobs.enqueue(tx, { institutionId, jobId: runId, kind: 'match' })
    return runId
  })
  context.jobs.announce(id)
  return id
}

/** Refuses a policy by which nobody can be matched before a job is made of it. */
async function refuseUnusable(tx: Tx, institutionId: string, { programmeId, settings }: Asked) {
  const { policy, seed, wishes } = settings
  const first = matchSteps({ mentees: [], mentors: [], policy, seed }).next()
  if (first.done) accepted(first.value)
  const asked = new Set([
    ...(await wishQuestions(tx, institutionId, programmeId)),
    ...wishes.flatMap(({ menteeQuestion, mentorQuestion }) => [menteeQuestion, mentorQuestion]),
  ])
  for (const [at, rule] of policy.rules.entries()) {
    const question =
      'menteeQuestion' in rule ? [rule.menteeQuestion, rule.mentorQuestion].find((one) => asked.has(one)) : undefined
    if (question !== undefined)
      throw new Refused({
        code: 'wish-question-in-rule',
        message: `"${question}" is where people say their own wishes in a protected characteristic; it moves a score as a wish alone, so take the rule out`,
        path: `policy.rules[${at}]`,
      })
  }
}

function samePlace({ id, programmeId, cohortId }: StoredRun) {
  return { programmeId, cohortId, basedOn: id }
}

function isSame(one: MatchPair, other: MatchPair): boolean {
  return one.menteeId === other.menteeId && one.mentorId === other.mentorId
}
