import {
  categoryOf,
  checkClaim,
  type DescriptorCode,
  defineEvidence,
  type Overlay,
  parseDescriptor,
} from '@mentoring-commons/ukpsf'
import { type Applicant, checkReferees, startReview, type Workflow } from '@mentoring-commons/ukpsf/review'
import { type Context, type Tx, viewerOf } from '../../../context.ts'
import { accepted, Refused } from '../../../refused.ts'
import { once } from '../../people/idempotency.ts'
import { draftOf, ownClaim } from '../claim/commands.ts'
import { type ClaimRow, evidenceOfClaim, insertSubmission, lastSubmission, updateClaim } from '../claim/store.ts'
import type { SubmittedContent } from '../claim/table.ts'
import { evidenceOf } from '../evidence/store.ts'
import { categoryHeld } from '../fellowship/store.ts'
import { replaceVersion } from '../referee/commands.ts'
import { refereesOf } from '../referee/store.ts'
import { applicantFacts, insertReview } from '../review/store.ts'
import { knownWorkflow } from '../workflow/commands.ts'

interface Repeatable {
  readonly idempotencyKey?: string | null | undefined
}

/** A claim to submit, and the workflow it is to be reviewed by. */
export interface SubmitInput extends Repeatable {
  readonly claimId: string
  readonly workflow: string
  readonly expectedVersion: number
}

/**
 * Submits the viewer's claim, which freezes what it rests on and begins its review: its id. Evidence of two editions, a
 * criterion that is not covered, and referees who are not eligible are refused with the reason.
 */
export function submitClaim(context: Context, { idempotencyKey, ...input }: SubmitInput): Promise<string> {
  const viewer = viewerOf(context)
  const { institutionId } = viewer
  return once(context, { command: 'submitClaim', idempotencyKey, input }, async (tx) => {
    const row = await draftOf(context, tx, input.claimId, input.expectedVersion)
    if (row.status !== 'draft')
      throw new Refused({
        code: 'claim-under-review',
        message: 'this claim is under review; answer what was referred with the step `resubmit`',
        path: 'claim',
      })
    const workflow = await knownWorkflow(tx, institutionId, input.workflow)
    const on = today(context)
    if (workflow.closedOn !== null && workflow.closedOn <= on)
      throw new Refused({
        code: 'workflow-closed',
        message: `nothing is submitted to "${workflow.key}" since ${workflow.closedOn}; ask which workflow took its place`,
        path: 'workflow',
      })
    const applicant = await applicantOf(tx, institutionId, row, workflow.definition, on)
    const content = await submissionOf(context, tx, row, workflow.overlay)
    const review = accepted(
      startReview(workflow.definition, {
        claimId: row.id,
        descriptor: row.descriptor,
        version: content.hash,
        applicant,
        on,
      }),
    )
    await insertSubmission(tx, { institutionId, claimId: row.id, number: 1, ...content, submittedAt: context.now() })
    await insertReview(tx, institutionId, review, { by: viewer.accountId, at: context.now() })
    await updateClaim(tx, institutionId, row.id, { version: row.version + 1, status: 'submitted' })
    return row.id
  })
}

/** Takes back a claim that was never submitted: its id. One under review is withdrawn by a step of its review. */
export function abandonClaim(
  context: Context,
  { idempotencyKey, ...input }: Repeatable & { readonly claimId: string },
): Promise<string> {
  const { institutionId } = viewerOf(context)
  return once(context, { command: 'abandonClaim', idempotencyKey, input }, async (tx) => {
    const row = await ownClaim(context, tx, input.claimId)
    if (row.status !== 'draft')
      throw new Refused({
        code: 'claim-under-review',
        message: 'this claim was submitted; withdraw it by the step `withdraw` of its review',
        path: 'claim',
      })
    await updateClaim(tx, institutionId, row.id, { version: row.version + 1, status: 'withdrawn' })
    return row.id
  })
}

/** Freezes what a referred claim rests on now; statements on the version before are void. */
export async function resubmission(context: Context, tx: Tx, claim: ClaimRow, workflow: Workflow, on: string) {
  const { institutionId } = viewerOf(context)
  const row = await knownWorkflow(tx, institutionId, workflow.id)
  const content = await submissionOf(context, tx, claim, row.overlay)
  const last = await lastSubmission(tx, institutionId, claim.id)
  const applicant = await applicantOf(tx, institutionId, claim, workflow, on)
  const number = (last?.number ?? 0) + 1
  await insertSubmission(tx, { institutionId, claimId: claim.id, number, ...content, submittedAt: context.now() })
  await replaceVersion(tx, institutionId, claim.id, content.hash, on)
  return { version: content.hash, applicant }
}

async function applicantOf(
  tx: Tx,
  institutionId: string,
  claim: ClaimRow,
  workflow: Workflow,
  on: string,
): Promise<Applicant> {
  const facts = await applicantFacts(tx, institutionId, claim.personId, on)
  const referees = await refereesOf(tx, institutionId, claim.id)
  const people = referees.flatMap(({ personId }) => personId ?? [])
  const held = await categoryHeld(tx, institutionId, people, on)
  const category = categoryOfCode(claim.descriptor)
  const policy = workflow.tracks[category]?.referees
  if (policy !== undefined) {
    const asked = { applicantId: claim.personId, category, mentorIds: facts.mentorIds, on }
    const named = referees.map((each) => ({
      personId: each.personId ?? each.id,
      holds: each.personId === null ? (each.holds ?? ('none' as const)) : (held.get(each.personId) ?? 'none'),
      ...(each.workedTogetherUntil === null ? {} : { workedTogetherUntil: each.workedTogetherUntil }),
      observedPractice: each.observedPractice,
    }))
    const { refusal } = checkReferees(policy, asked, named)
    if (refusal) throw new Refused({ ...refusal, path: `referees${refusal.path ?? ''}` })
  }
  return { ...facts, refereeIds: referees.map(({ id, personId }) => personId ?? id) }
}

/**
 * Freezes what a claim rests on, with the hash that names it. A claim with a gap that can be counted is refused, since a
 * reviewer would have to send it back.
 */
async function submissionOf(
  context: Context,
  tx: Tx,
  claim: ClaimRow,
  overlay: Overlay | null,
): Promise<{ readonly content: SubmittedContent; readonly hash: string }> {
  const stored = await evidenceOfClaim(tx, claim.institutionId, claim)
  const evidence = stored.map((each) => ({
    ...accepted(defineEvidence(evidenceOf(each))),
    ...(each.row.address === null ? {} : { address: each.row.address }),
  }))
  const { descriptor } = claim
  const on = context.now().slice(0, 10)
  const reading = accepted(checkClaim({ descriptor, evidence, on, ...(overlay === null ? {} : { overlay }) }))
  if (reading.overall === 'not-covered') {
    const open = reading.criteria.filter(({ answer }) => answer === 'not-covered')
    const why = open.map(({ criterion, reasons }) => `${criterion}: ${reasons.join(' ')}`)
    throw new Refused({
      code: 'not-covered',
      message: `evidence is missing, so this would come back: ${why.join(' ')}`,
      path: 'claim',
    })
  }
  return { content: { descriptor, evidence, reading }, hash: await sha256(JSON.stringify({ descriptor, evidence })) }
}

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

function categoryOfCode(code: DescriptorCode) {
  const descriptor = parseDescriptor(code)
  if (descriptor.refusal) throw new TypeError(`a claim is kept with the descriptor ${code}, which is none`)
  return categoryOf(descriptor.value)
}

function today(context: Context): string {
  return context.now().slice(0, 10)
}
