import { and, asc, eq } from 'drizzle-orm'
import type { Transaction } from '../../../db/database.ts'
import { findInquiryFor } from '../../action-research/store.ts'
import { goalAsOrigin as findGoal } from '../../mentoring/goal/store.ts'
import { meeting, participant } from '../../mentoring/table.ts'
import type { EvidenceOrigin } from '../evidence/table.ts'

/** What a source gives to evidence that is made from it. */
export interface Origin {
  readonly kind: EvidenceOrigin
  readonly id: string
  readonly evidenceKind: string
  readonly fromDay: string
  readonly toDay: string | null
  readonly title: string
}

/** A meeting as the origin of evidence of somebody who was there; undefined for everybody else. */
export async function meetingAsOrigin(
  tx: Transaction,
  institutionId: string,
  meetingId: string,
  personId: string,
): Promise<Origin | undefined> {
  const [row] = await tx
    .select({ heldOn: meeting.heldOn, role: participant.role })
    .from(meeting)
    .innerJoin(
      participant,
      and(eq(participant.institutionId, meeting.institutionId), eq(participant.relationshipId, meeting.relationshipId)),
    )
    .where(and(eq(meeting.institutionId, institutionId), eq(meeting.id, meetingId), eq(participant.personId, personId)))
    .orderBy(asc(participant.role))
  if (row === undefined) return undefined
  return {
    kind: 'meeting',
    id: meetingId,
    evidenceKind: 'mentoring',
    fromDay: row.heldOn,
    toDay: null,
    title: `Mentoring meeting, as ${row.role}`,
  }
}

/** An inquiry as the origin of evidence of one of its authors; undefined for everybody else. One that runs has lasted until today. */
export async function inquiryAsOrigin(
  tx: Transaction,
  institutionId: string,
  inquiryId: string,
  personId: string,
  today: string,
): Promise<Origin | undefined> {
  const found = await findInquiryFor(tx, institutionId, inquiryId)
  if (found === undefined || !found.authorIds.includes(personId)) return undefined
  const { begunOn, endedOn = today, question } = found
  return {
    kind: 'inquiry',
    id: inquiryId,
    evidenceKind: 'inquiry',
    fromDay: begunOn,
    toDay: endedOn > begunOn ? endedOn : null,
    title: question,
  }
}

/** A goal as the origin of evidence of its owner; undefined for everybody else. What the goal says stays with the goal. */
export async function goalAsOrigin(
  tx: Transaction,
  institutionId: string,
  goalId: string,
  personId: string,
): Promise<Origin | undefined> {
  const found = await findGoal(tx, institutionId, goalId, personId)
  if (found === undefined) return undefined
  const { fromDay, toDay } = found
  return { kind: 'goal', id: goalId, evidenceKind: 'development', fromDay, toDay, title: 'A goal set in mentoring' }
}
