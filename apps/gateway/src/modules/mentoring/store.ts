import type { Meeting, ProgrammePolicy, Relationship, RelationshipStep } from '@mentoring-commons/mentoring'
import { and, asc, eq } from 'drizzle-orm'
import type { Transaction } from '../../db/database.ts'
import { keepConflictsLeft } from './conflict/store.ts'
import { cohort, meeting, participant, programme, relationship, relationshipStep, topic } from './table.ts'

/** A stored relationship with what a command needs to decide on it. */
export interface StoredRelationship {
  readonly state: Relationship
  readonly version: number
  readonly programmeId: string
  readonly policy: ProgrammePolicy
}

/** The programme of a key, if the institution has it. */
export async function findProgramme(tx: Transaction, institutionId: string, key: string) {
  const [row] = await tx
    .select()
    .from(programme)
    .where(and(eq(programme.institutionId, institutionId), eq(programme.key, key)))
  return row
}

/** The programme of an id, if the institution has it. */
export async function findProgrammeById(tx: Transaction, institutionId: string, id: string) {
  const [row] = await tx
    .select()
    .from(programme)
    .where(and(eq(programme.institutionId, institutionId), eq(programme.id, id)))
  return row
}

/** The cohorts of a programme, in their order. */
export function listCohorts(tx: Transaction, institutionId: string, programmeId: string) {
  return tx
    .select()
    .from(cohort)
    .where(and(eq(cohort.institutionId, institutionId), eq(cohort.programmeId, programmeId)))
    .orderBy(asc(cohort.ordinal))
}

/** Stores a programme and the topics that it lists. */
export async function insertProgramme(
  tx: Transaction,
  row: typeof programme.$inferInsert,
  topics: readonly (typeof topic.$inferInsert)[],
) {
  await tx.insert(programme).values(row)
  if (topics.length > 0) await tx.insert(topic).values([...topics])
}

/** Stores a cohort. */
export async function insertCohort(tx: Transaction, row: typeof cohort.$inferInsert) {
  await tx.insert(cohort).values(row)
}

/** The relationship of an id. With `lock` nobody else changes it until this transaction ends. */
export async function loadRelationship(
  tx: Transaction,
  institutionId: string,
  id: string,
  lock: 'lock' | 'look',
): Promise<StoredRelationship | undefined> {
  const select = tx
    .select({
      state: relationship.state,
      version: relationship.version,
      programmeId: relationship.programmeId,
      policy: programme.policy,
    })
    .from(relationship)
    .innerJoin(
      programme,
      and(eq(programme.institutionId, relationship.institutionId), eq(programme.id, relationship.programmeId)),
    )
    .where(and(eq(relationship.institutionId, institutionId), eq(relationship.id, id)))
  const [row] = lock === 'lock' ? await select.for('update', { of: relationship }) : await select
  return row
}

/** Everybody who has said no to somebody in a programme: pairs that are not proposed again. */
export async function declinedRelationships(
  tx: Transaction,
  institutionId: string,
  programmeId: string,
): Promise<readonly Relationship[]> {
  const rows = await tx
    .select({ state: relationship.state })
    .from(relationship)
    .where(
      and(
        eq(relationship.institutionId, institutionId),
        eq(relationship.programmeId, programmeId),
        eq(relationship.status, 'declined'),
      ),
    )
  return rows.map(({ state }) => state)
}

/** Who recorded a step, and when. */
export interface Recorded {
  readonly by: string
  readonly at: string
}

/** Stores a new relationship, its participants, that it was proposed, and the steps that it has taken since. */
export async function insertRelationship(
  tx: Transaction,
  institutionId: string,
  programmeId: string,
  state: Relationship,
  recorded: Recorded,
  steps: readonly RelationshipStep[] = [],
) {
  await tx.insert(relationship).values({
    institutionId,
    id: state.id,
    programmeId,
    cohortId: state.cohortId ?? null,
    kind: state.kind,
    status: state.status,
    state,
    completed: null,
    keywords: [],
    version: 1 + steps.length,
  })
  await tx
    .insert(participant)
    .values(
      state.participants.map(({ personId, role }) => ({ institutionId, relationshipId: state.id, personId, role })),
    )
  const taken = [{ type: 'propose' } as const, ...steps]
  const { by: recordedBy, at: recordedAt } = recorded
  await tx.insert(relationshipStep).values(
    taken.map((step, index) => ({
      institutionId,
      relationshipId: state.id,
      version: index + 1,
      step,
      recordedBy,
      recordedAt,
    })),
  )
  if (state.status === 'active') await keepConflictsLeft(tx, institutionId, state)
}

/** Stores the next state of a relationship; whether the expected version was still the current one. */
export async function updateRelationship(
  tx: Transaction,
  institutionId: string,
  state: Relationship,
  expectedVersion: number,
  step: RelationshipStep,
  recorded: Recorded,
): Promise<boolean> {
  const updated = await tx
    .update(relationship)
    .set({
      state,
      status: state.status,
      completed: state.status === 'ended' ? state.reason === 'completed' : null,
      version: expectedVersion + 1,
    })
    .where(
      and(
        eq(relationship.institutionId, institutionId),
        eq(relationship.id, state.id),
        eq(relationship.version, expectedVersion),
      ),
    )
    .returning({ version: relationship.version })
  if (updated.length === 0) return false
  await tx.insert(relationshipStep).values({
    institutionId,
    relationshipId: state.id,
    version: expectedVersion + 1,
    step,
    recordedBy: recorded.by,
    recordedAt: recorded.at,
  })
  // What it leaves between its people is kept from its first day on, and not looked for when it is over.
  if (state.status === 'active') await keepConflictsLeft(tx, institutionId, state)
  return true
}

/** The topic codes that a programme lists. */
export async function topicCodes(
  tx: Transaction,
  institutionId: string,
  programmeId: string,
): Promise<readonly string[]> {
  const rows = await tx
    .select({ code: topic.code })
    .from(topic)
    .where(and(eq(topic.institutionId, institutionId), eq(topic.programmeId, programmeId)))
    .orderBy(asc(topic.code))
  return rows.map(({ code }) => code)
}

/** The meetings that a relationship has had, the first one first. */
export async function meetingsOf(
  tx: Transaction,
  institutionId: string,
  relationshipId: string,
): Promise<readonly Meeting[]> {
  const rows = await tx
    .select()
    .from(meeting)
    .where(and(eq(meeting.institutionId, institutionId), eq(meeting.relationshipId, relationshipId)))
    .orderBy(asc(meeting.heldOn), asc(meeting.id))
  return rows.map(({ institutionId: _, session, ...held }) => ({ ...held, ...(session === null ? {} : { session }) }))
}

/** Stores that a meeting took place. */
export async function insertMeeting(tx: Transaction, institutionId: string, { topics, ...held }: Meeting) {
  await tx.insert(meeting).values({ institutionId, ...held, topics: [...topics] })
}
