import type {
  BriefingRecord,
  EligibilityRule,
  PreparationRecords,
  Relationship,
  SupervisionSession,
  TrainingRecord,
} from '@mentoring-commons/mentoring'
import { and, asc, desc, eq, inArray, ne } from 'drizzle-orm'
import type { Transaction } from '../../../db/database.ts'
import { participant, relationship } from '../table.ts'
import { briefingRecord, eligibilityRules, supervisionMentor, supervisionSession, trainingRecord } from './table.ts'

/** Stores that somebody completed a training. */
export async function insertTraining(
  tx: Transaction,
  institutionId: string,
  { validUntil, ...record }: TrainingRecord,
  recordedBy: string,
): Promise<void> {
  await tx.insert(trainingRecord).values({ institutionId, ...record, validUntil: validUntil ?? null, recordedBy })
}

/** Stores that somebody was briefed. */
export async function insertBriefing(
  tx: Transaction,
  institutionId: string,
  record: BriefingRecord,
  recordedBy: string,
): Promise<void> {
  await tx.insert(briefingRecord).values({ institutionId, ...record, recordedBy })
}

/** Stores a supervision session and its mentors. */
export async function insertSupervision(
  tx: Transaction,
  institutionId: string,
  { mentorIds, functions, ...session }: SupervisionSession,
  recordedBy: string,
): Promise<void> {
  await tx.insert(supervisionSession).values({ institutionId, ...session, functions: [...functions], recordedBy })
  await tx
    .insert(supervisionMentor)
    .values(mentorIds.map((personId) => ({ institutionId, sessionId: session.id, personId })))
}

/** The relationships that some people lead or have led, by id: supervision speaks of the mentees in them. */
export async function relationshipsLedBy(
  tx: Transaction,
  institutionId: string,
  personIds: readonly string[],
): Promise<readonly Relationship[]> {
  if (personIds.length === 0) return []
  const rows = await tx
    .selectDistinct({ id: relationship.id, state: relationship.state })
    .from(relationship)
    .innerJoin(
      participant,
      and(eq(participant.institutionId, relationship.institutionId), eq(participant.relationshipId, relationship.id)),
    )
    .where(
      and(
        eq(relationship.institutionId, institutionId),
        ne(relationship.status, 'declined'),
        inArray(participant.personId, [...personIds]),
        inArray(participant.role, ['mentor', 'facilitator']),
      ),
    )
    .orderBy(asc(relationship.id))
  return rows.map(({ state }) => state)
}

/** How somebody was prepared. */
export async function recordsOf(tx: Transaction, institutionId: string, personId: string): Promise<PreparationRecords> {
  const trainings = await tx
    .select()
    .from(trainingRecord)
    .where(and(eq(trainingRecord.institutionId, institutionId), eq(trainingRecord.personId, personId)))
  const briefings = await tx
    .select()
    .from(briefingRecord)
    .where(and(eq(briefingRecord.institutionId, institutionId), eq(briefingRecord.personId, personId)))
  const supervisions = await tx
    .select({ session: supervisionSession })
    .from(supervisionSession)
    .innerJoin(
      supervisionMentor,
      and(
        eq(supervisionMentor.institutionId, supervisionSession.institutionId),
        eq(supervisionMentor.sessionId, supervisionSession.id),
      ),
    )
    .where(and(eq(supervisionSession.institutionId, institutionId), eq(supervisionMentor.personId, personId)))
  return {
    trainings: trainings.map(({ training, completedOn, validUntil }) => ({
      personId,
      training,
      completedOn,
      ...(validUntil === null ? {} : { validUntil }),
    })),
    briefings: briefings.map(({ programmeId, role, completedOn }) => ({ personId, programmeId, role, completedOn })),
    // Of the mentors only the one who is asked about: what they took part in is what counts.
    supervisions: supervisions.map(({ session: { id, supervisorId, heldOn, durationMinutes, mode, functions } }) => ({
      ...{ id, supervisorId, heldOn, durationMinutes, mode, functions },
      mentorIds: [personId],
    })),
  }
}

/** What a programme asks of its mentors, and the version of that; version 0 and nothing where nobody has said. */
export async function rulesOf(
  tx: Transaction,
  institutionId: string,
  programmeId: string,
): Promise<{ readonly version: number; readonly rules: readonly EligibilityRule[] }> {
  const [row] = await tx
    .select({ version: eligibilityRules.version, rules: eligibilityRules.rules })
    .from(eligibilityRules)
    .where(and(eq(eligibilityRules.institutionId, institutionId), eq(eligibilityRules.programmeId, programmeId)))
    .orderBy(desc(eligibilityRules.version))
    .limit(1)
  return row ?? { version: 0, rules: [] }
}

/** Stores the next version of what a programme asks. */
export async function insertRules(tx: Transaction, row: typeof eligibilityRules.$inferInsert): Promise<void> {
  await tx.insert(eligibilityRules).values(row)
}
