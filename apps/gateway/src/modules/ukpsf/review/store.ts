import type { Applicant, Assessor, CohortClaim, Review, ReviewStep, Workflow } from '@mentoring-commons/ukpsf/review'
import { and, asc, eq, gte, inArray, isNull, lte, ne, notInArray, or } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Transaction } from '../../../db/database.ts'
import { conflictRecord, managementLine } from '../../mentoring/conflict/table.ts'
import { participant, relationship } from '../../mentoring/table.ts'
import { person } from '../../people/table.ts'
import { categoryHeld } from '../fellowship/store.ts'
import { reviewWorkflow } from '../workflow/table.ts'
import { assessor, review, reviewStep, reviewTask } from './table.ts'

/** A review with the workflow it runs on. */
export interface StoredReview {
  readonly state: Review
  readonly version: number
  readonly workflow: Workflow
}

/** The review of a claim. With `lock` nobody else changes it until this transaction ends. */
export async function loadReview(
  tx: Transaction,
  institutionId: string,
  claimId: string,
  lock: 'lock' | 'look',
): Promise<StoredReview | undefined> {
  const select = tx
    .select({ state: review.state, version: review.version, workflow: reviewWorkflow.definition })
    .from(review)
    .innerJoin(
      reviewWorkflow,
      and(eq(reviewWorkflow.institutionId, review.institutionId), eq(reviewWorkflow.key, review.workflowKey)),
    )
    .where(and(eq(review.institutionId, institutionId), eq(review.claimId, claimId)))
  const [row] = lock === 'lock' ? await select.for('update', { of: review }) : await select
  return row
}

/** Who recorded a step, and when. */
export interface Recorded {
  readonly by: string
  readonly at: string
}

/** Stores a review that has begun. */
export async function insertReview(tx: Transaction, institutionId: string, state: Review, recorded: Recorded) {
  const key = { institutionId, claimId: state.claimId }
  await tx.insert(review).values({ ...key, workflowKey: state.workflowId, stage: state.state, state, version: 1 })
  await insertStep(tx, { ...key, version: 1, step: { type: 'submit' } }, recorded)
}

/** Stores the next state of a review, the step to it, and whose task it is now. */
export async function updateReview(
  tx: Transaction,
  institutionId: string,
  state: Review,
  version: number,
  step: ReviewStep,
  recorded: Recorded,
) {
  const key = { institutionId, claimId: state.claimId }
  const ofReview = and(eq(review.institutionId, institutionId), eq(review.claimId, state.claimId))
  await tx.update(review).set({ state, stage: state.state, version }).where(ofReview)
  await insertStep(tx, { ...key, version, step }, recorded)
  await tx
    .delete(reviewTask)
    .where(and(eq(reviewTask.institutionId, institutionId), eq(reviewTask.claimId, state.claimId)))
  const tasks = tasksOf(state)
  if (tasks.length > 0) await tx.insert(reviewTask).values(tasks.map((task) => ({ ...key, ...task })))
}

/** Who has a part in a review as it stands: it stays open to them until it is over, and closes to whoever was replaced. */
export function tasksOf(
  state: Review,
): readonly { readonly personId: string; readonly part: 'reviewer' | 'moderator' | 'reader' }[] {
  if (state.state === 'withdrawn' || state.state === 'lapsed') return []
  const part = (part: 'reviewer' | 'moderator' | 'reader', people: readonly Assessor[]) =>
    people.map(({ id }) => ({ personId: id, part }))
  return [
    ...part('reviewer', 'reviewers' in state ? state.reviewers : state.state === 'assigning' ? state.kept : []),
    ...part('moderator', state.state === 'moderating' ? state.moderators : []),
    ...part('reader', state.state === 'reading' ? [state.reader] : []),
  ]
}

function insertStep(
  tx: Transaction,
  row: Pick<typeof reviewStep.$inferInsert, 'institutionId' | 'claimId' | 'version' | 'step'>,
  recorded: Recorded,
) {
  return tx.insert(reviewStep).values({ ...row, recordedBy: recorded.by, recordedAt: recorded.at })
}

/** Keeps somebody among those who can assess claims, or changes how long and from where. */
export async function upsertAssessor(tx: Transaction, row: typeof assessor.$inferInsert) {
  const { institutionId: _, personId: __, ...change } = row
  await tx
    .insert(assessor)
    .values(row)
    .onConflictDoUpdate({ target: [assessor.institutionId, assessor.personId], set: change })
}

/** What is known of people who are to assess on a day. Who is not among the assessors has no entry. */
export async function assessorsOf(
  tx: Transaction,
  institutionId: string,
  personIds: readonly string[],
  on: string,
): Promise<ReadonlyMap<string, Assessor>> {
  if (personIds.length === 0) return new Map()
  const rows = await tx
    .select({ id: assessor.personId, kind: assessor.kind, unit: person.unit })
    .from(assessor)
    .innerJoin(person, and(eq(person.institutionId, assessor.institutionId), eq(person.id, assessor.personId)))
    .where(
      and(
        eq(assessor.institutionId, institutionId),
        inArray(assessor.personId, [...personIds]),
        lte(assessor.since, on),
        or(isNull(assessor.until), gte(assessor.until, on)),
      ),
    )
  const held = await categoryHeld(tx, institutionId, personIds, on)
  return new Map(
    rows.map(({ id, kind, unit }): [string, Assessor] => {
      const holds = held.get(id) ?? 'none'
      return [id, kind === 'external' ? { id, kind, holds } : { id, kind, units: unit === null ? [] : [unit], holds }]
    }),
  )
}

/** What must be known of an applicant on a day to keep conflicts out: unit, mentors now or ever, and line managers. */
export async function applicantFacts(
  tx: Transaction,
  institutionId: string,
  personId: string,
  on: string,
): Promise<Omit<Applicant, 'refereeIds'>> {
  const [known] = await tx
    .select({ unit: person.unit })
    .from(person)
    .where(and(eq(person.institutionId, institutionId), eq(person.id, personId)))
  const lines = await tx
    .select({ managerId: managementLine.managerId })
    .from(managementLine)
    .where(
      and(
        eq(managementLine.institutionId, institutionId),
        eq(managementLine.reportId, personId),
        lte(managementLine.fromDay, on),
        or(isNull(managementLine.toDay), gte(managementLine.toDay, on)),
      ),
    )
    .orderBy(asc(managementLine.managerId))
  return {
    id: personId,
    units: known?.unit ? [known.unit] : [],
    mentorIds: await mentorsEver(tx, institutionId, personId),
    lineManagerIds: lines.map(({ managerId }) => managerId),
  }
}

/** Everybody who was ever a mentor of a person: in a relationship that began, or by a record that outlived it. */
async function mentorsEver(tx: Transaction, institutionId: string, personId: string): Promise<readonly string[]> {
  const mentor = alias(participant, 'mentor')
  const together = await tx
    .selectDistinct({ id: mentor.personId })
    .from(participant)
    .innerJoin(
      relationship,
      and(eq(relationship.institutionId, participant.institutionId), eq(relationship.id, participant.relationshipId)),
    )
    .innerJoin(
      mentor,
      and(eq(mentor.institutionId, participant.institutionId), eq(mentor.relationshipId, participant.relationshipId)),
    )
    .where(
      and(
        eq(participant.institutionId, institutionId),
        eq(participant.personId, personId),
        inArray(participant.role, ['mentee', 'peer']),
        ne(mentor.personId, personId),
        notInArray(relationship.status, ['proposed', 'declined']),
      ),
    )
  const records = await tx
    .select({ a: conflictRecord.personA, b: conflictRecord.personB })
    .from(conflictRecord)
    .where(
      and(
        eq(conflictRecord.institutionId, institutionId),
        eq(conflictRecord.kind, 'mentoring'),
        or(eq(conflictRecord.personA, personId), eq(conflictRecord.personB, personId)),
      ),
    )
  const others = records.map(({ a, b }) => (a === personId ? b : a))
  return [...new Set([...together.map(({ id }) => id), ...others])].sort()
}

/** The claims that wait to be drawn for a sample together: those of one workflow and category, by id. */
export async function claimsToSample(
  tx: Transaction,
  institutionId: string,
  workflowKey: string,
): Promise<readonly CohortClaim[]> {
  const rows = await tx
    .select({ state: review.state })
    .from(review)
    .where(
      and(eq(review.institutionId, institutionId), eq(review.workflowKey, workflowKey), eq(review.stage, 'sampling')),
    )
    .orderBy(asc(review.claimId))
  return rows.flatMap(({ state }) =>
    state.state === 'sampling'
      ? [{ claimId: state.claimId, category: state.category, borderline: state.settlement.borderline }]
      : [],
  )
}
