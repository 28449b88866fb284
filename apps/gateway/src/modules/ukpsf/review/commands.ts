import { defineFellowship } from '@mentoring-commons/ukpsf'
import { type Assessor, advanceReview as advance, type Review, type ReviewStep } from '@mentoring-commons/ukpsf/review'
import { type Context, type Tx, viewerOf } from '../../../context.ts'
import { unknownId } from '../../../own.ts'
import { accepted, Refused } from '../../../refused.ts'
import { once } from '../../people/idempotency.ts'
import { type ClaimRow, loadClaim, updateClaim } from '../claim/store.ts'
import type { ClaimStatus } from '../claim/table.ts'
import { insertFellowship } from '../fellowship/store.ts'
import { resubmission } from '../submission/commands.ts'
import { actorFor, actorLooking } from './policy.ts'
import {
  assessorsOf,
  claimsToSample,
  loadReview,
  type StoredReview,
  tasksOf,
  updateReview,
  upsertAssessor,
} from './store.ts'

interface Repeatable {
  readonly idempotencyKey?: string | null | undefined
}

/** Somebody who can assess claims, from a day on. */
export interface AssessorInput extends Repeatable {
  readonly personId: string
  readonly kind: 'internal' | 'external'
  readonly since: string
  readonly until?: string | null | undefined
}

/** Keeps somebody among those who can assess claims: the person's id. */
export function keepAssessor(context: Context, { idempotencyKey, ...input }: AssessorInput): Promise<string> {
  const { institutionId } = viewerOf(context)
  return once(context, { command: 'keepAssessor', idempotencyKey, input }, async (tx) => {
    const { personId, kind, since, until = null } = input
    if (until !== null && until < since)
      throw new Refused({
        code: 'reversed-period',
        message: `nobody assesses until ${until} from ${since} on; give a later day`,
        path: 'until',
      })
    await upsertAssessor(tx, { institutionId, personId, kind, since, until })
    return personId
  })
}

/** A step as a caller names it: people by their ids, what is known of them is looked up. */
export type StepInput =
  | Bare<'pass-check' | 'return-to-applicant' | 'judge' | 'record-meeting' | 'moderate' | 'read' | 'ratify'>
  | Bare<'send-back' | 'extend' | 'lapse' | 'withdraw'>
  | { readonly type: 'resubmit' }
  | { readonly type: 'assign-reviewers'; readonly reviewers: readonly string[] }
  | { readonly type: 'replace-reviewer'; readonly leaves: string; readonly reviewer: string }
  | { readonly type: 'appoint-moderators'; readonly moderators: readonly string[] }
  | { readonly type: 'appoint-reader'; readonly reader: string }
  | { readonly type: 'draw-sample'; readonly seed: string }

type Bare<T extends ReviewStep['type']> = T extends unknown
  ? Omit<Extract<ReviewStep, { type: T }>, 'by' | 'on'>
  : never

/** A step in the review of a claim, and the version of the review it was decided on. */
export interface AdvanceInput extends Repeatable {
  readonly claimId: string
  readonly step: StepInput
  readonly expectedVersion: number
}

/** Takes a step in the review of a claim: the claim's id. A decision to award makes the fellowship. */
export function advanceReview(context: Context, { idempotencyKey, ...input }: AdvanceInput): Promise<string> {
  const { institutionId } = viewerOf(context)
  return once(context, { command: 'advanceReview', idempotencyKey, input }, async (tx) => {
    const { claim, review } = await visibleReview(context, tx, input.claimId)
    if (review.version !== input.expectedVersion)
      throw new Refused({
        code: 'stale-version',
        message: `somebody took a step since you read this review (it is at version ${review.version} now); read it again and decide again`,
        path: 'expectedVersion',
      })
    const step = await stepOf(context, tx, claim, review, input.step)
    const next = accepted(advance(review.state, review.workflow, step))
    await updateReview(tx, institutionId, next, review.version + 1, step, recorded(context))
    const status = statusAfter(next)
    await updateClaim(tx, institutionId, claim.id, { version: claim.version + 1, status })
    if (next.state === 'awarded') await award(context, tx, claim, next.decidedOn)
    return claim.id
  })
}

async function stepOf(
  context: Context,
  tx: Tx,
  claim: ClaimRow,
  { state, workflow }: StoredReview,
  input: StepInput,
): Promise<ReviewStep> {
  const { institutionId } = viewerOf(context)
  const by = actorFor(viewerOf(context), input.type)
  if (by === undefined)
    throw new Refused({
      code: 'not-your-step',
      message: `your role takes no step '${input.type}'; coordinators run a review, reviewers judge, the applicant answers`,
      path: 'step',
    })
  const on = today(context)
  const known = (ids: readonly string[], path: string) => knownAssessors(tx, institutionId, ids, on, path)
  switch (input.type) {
    case 'assign-reviewers':
      return { type: input.type, by, on, reviewers: await known(input.reviewers, 'step.reviewers') }
    case 'appoint-moderators':
      return { type: input.type, by, on, moderators: await known(input.moderators, 'step.moderators') }
    case 'appoint-reader':
      return { type: input.type, by, on, reader: only(await known([input.reader], 'step.reader')) }
    case 'replace-reviewer': {
      const reviewer = only(await known([input.reviewer], 'step.reviewer'))
      return { type: input.type, by, on, leaves: input.leaves, reviewer }
    }
    case 'draw-sample': {
      const cohort = await claimsToSample(tx, institutionId, state.workflowId)
      return { type: input.type, by, on, seed: input.seed, cohort }
    }
    case 'resubmit':
      return { type: input.type, by, on, ...(await resubmission(context, tx, claim, workflow, on)) }
    default:
      return { ...input, by, on } as ReviewStep
  }
}

async function award(context: Context, tx: Tx, claim: ClaimRow, awardedOn: string) {
  const id = context.newId()
  const fellowship = accepted(
    defineFellowship({ id, personId: claim.personId, descriptor: claim.descriptor, awardedOn }),
  )
  const { descriptor, category, personId } = fellowship
  const { institutionId } = viewerOf(context)
  await insertFellowship(tx, { institutionId, id, personId, descriptor, category, awardedOn, claimId: claim.id })
}

function statusAfter(review: Review): ClaimStatus {
  switch (review.state) {
    case 'awarded':
    case 'not-awarded':
    case 'lapsed':
    case 'withdrawn':
    case 'referred':
      return review.state
    case 'returned':
      return 'referred'
    default:
      return 'submitted'
  }
}

async function visibleReview(context: Context, tx: Tx, claimId: string) {
  const viewer = viewerOf(context)
  const claim = await loadClaim(tx, viewer.institutionId, claimId, 'lock')
  const review = claim && (await loadReview(tx, viewer.institutionId, claimId, 'lock'))
  const part = review && tasksOf(review.state).find(({ personId }) => personId === viewer.personId)?.part
  if (claim === undefined || review === undefined || actorLooking(viewer, review.state, part) === undefined)
    throw unknownId('Claim', 'claim')
  return { claim, review }
}

async function knownAssessors(
  tx: Tx,
  institutionId: string,
  ids: readonly string[],
  on: string,
  path: string,
): Promise<readonly Assessor[]> {
  const known = await assessorsOf(tx, institutionId, ids, on)
  return ids.map((id, index) => {
    const assessor = known.get(id)
    if (assessor !== undefined) return assessor
    throw new Refused({
      code: 'not-an-assessor',
      message: `this person is not among those who can assess on ${on}; add them with keepAssessor first`,
      path: `${path}[${index}]`,
    })
  })
}

function only(assessors: readonly Assessor[]): Assessor {
  const [first] = assessors
  if (first === undefined) throw new TypeError('one assessor was asked for and none is there')
  return first
}

function recorded(context: Context) {
  return { by: viewerOf(context).accountId, at: context.now() }
}

function today(context: Context): string {
  return context.now().slice(0, 10)
}
