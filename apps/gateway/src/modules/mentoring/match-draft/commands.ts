import { advanceDraft, type DraftStep, type MatchDraft, type MatchRun } from '@mentoring-commons/mentoring'
import { type Context, type Tx, viewerOf } from '../../../context.ts'
import { accepted, Refused } from '../../../refused.ts'
import { once } from '../../people/idempotency.ts'
import { holdPeople } from '../capacity/store.ts'
import { changesInWords, changesSince } from '../matching/changes.ts'
import { ownRun } from '../matching/commands.ts'
import { gatherInput } from '../matching/gather.ts'
import { inputOf, insertOffers, pairsOf, type StoredRun, updateDraft } from '../matching/store.ts'
import { makeOfferIn } from '../offer/commands.ts'

/** A step of a draft, and the version it was decided on. */
interface DraftRequest {
  readonly runId: string
  readonly expectedVersion: number
  readonly idempotencyKey?: string | null | undefined
}

/** Submits a draft for review, approves it or sends it back: its id. Whoever asked for a run does not approve it. */
export function reviewMatchRun(
  context: Context,
  { idempotencyKey, ...input }: DraftRequest & { readonly step: 'submit' | 'approve' | 'send-back' },
): Promise<string> {
  const { institutionId, accountId } = viewerOf(context)
  return once(context, { command: 'reviewMatchRun', idempotencyKey, input }, async (tx) => {
    const run = await madeRun(context, tx, input)
    const draft = draftOf(run, [])
    const next = accepted(advanceDraft(draft, { type: input.step, ...act(context) }))
    await updateDraft(tx, institutionId, run, next, input.step, { by: accountId, at: context.now() })
    return run.id
  })
}

/**
 * Makes an offer for every pair of an approved run, all or none: the run's id. Refused where the same run would not be made from
 * what is known today.
 */
export function publishMatchRun(context: Context, { idempotencyKey, ...input }: DraftRequest): Promise<string> {
  const { institutionId, accountId } = viewerOf(context)
  return once(context, { command: 'publishMatchRun', idempotencyKey, input }, async (tx) => {
    const run = await madeRun(context, tx, input)
    const pairs = await pairsOf(tx, institutionId, run.id)
    const draft = draftOf(run, pairs)
    const step = { type: 'publish', ...act(context) } as const
    const inputToday = await unchangedInput(context, tx, run, pairs)
    const next = accepted(advanceDraft(draft, { ...step, inputToday } satisfies DraftStep))
    const offers: { menteeId: string; offerId: string }[] = []
    for (const { menteeId, mentorId } of pairs) {
      const offerId = await makeOfferIn(context, tx, {
        programmeId: run.programmeId,
        ...(run.cohortId === null ? {} : { cohortId: run.cohortId }),
        kind: 'dyad',
        participants: [
          { personId: menteeId, role: 'mentee' },
          { personId: mentorId, role: 'mentor' },
        ],
      })
      offers.push({ menteeId, offerId })
    }
    await insertOffers(tx, institutionId, run.id, offers)
    await updateDraft(tx, institutionId, run, next, 'publish', { by: accountId, at: context.now() })
    return run.id
  })
}

/** A run that was made, held still, at the version that the caller has read. */
async function madeRun(context: Context, tx: Tx, { runId, expectedVersion }: DraftRequest): Promise<StoredRun> {
  const run = await ownRun(context, tx, runId)
  if (run.state === null)
    throw new Refused({
      code: 'run-not-made',
      message: 'this run has no result: wait for it, or start another where it failed or was cancelled',
      path: 'run',
    })
  if (run.version !== expectedVersion)
    throw new Refused({
      code: 'stale-version',
      message: `somebody changed this run since you read it (it is at version ${run.version} now); read it again and decide again`,
      path: 'expectedVersion',
    })
  return run
}

/** The draft of a stored run; of the run itself only the pairs are read, and they only to publish it. */
function draftOf({ state }: StoredRun, pairs: MatchRun['pairs']): MatchDraft {
  if (state === null) throw new TypeError('a run that was made has no draft')
  return { ...state, run: { pairs } as MatchRun } as MatchDraft
}

/** What the run would be made from today, with its people held still; a refusal that says what has changed. */
async function unchangedInput(context: Context, tx: Tx, run: StoredRun, pairs: MatchRun['pairs']) {
  const { institutionId } = viewerOf(context)
  await holdPeople(
    tx,
    institutionId,
    pairs.flatMap(({ menteeId, mentorId }) => [menteeId, mentorId]),
  )
  const before = await inputOf(tx, institutionId, run.id)
  if (before === undefined) throw new TypeError('a run that was made has no input')
  const now = await gatherInput(tx, institutionId, run, context.now().slice(0, 10))
  const changes = changesSince(before, now)
  if (run.status === 'approved' && changes.length > 0)
    throw new Refused({
      code: 'input-changed',
      message: `this run would be another one today: ${changesInWords(changes)}; see its changes, and match again`,
      path: 'run',
    })
  return now
}

function act(context: Context) {
  return { by: viewerOf(context).accountId, on: context.now().slice(0, 10) }
}
