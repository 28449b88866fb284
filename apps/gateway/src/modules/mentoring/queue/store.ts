import {
  defaultQueueThresholds,
  type ProgrammePolicy,
  type QueueFacts,
  type QueueThresholds,
  type Review,
} from '@mentoring-commons/mentoring'
import { and, eq, inArray, max, notInArray } from 'drizzle-orm'
import type { Transaction } from '../../../db/database.ts'
import { agreementsOf } from '../agreement/store.ts'
import { openOfferStatuses } from '../capacity/store.ts'
import { offer } from '../offer/table.ts'
import type { Recorded } from '../store.ts'
import { meeting, relationship } from '../table.ts'
import { queueThresholds, relationshipReview } from './table.ts'

/**
 * What a work queue is made of: a query for each kind of fact, however many rows there are. Of offers the open ones, because an accepted
 * one is a relationship by then; of meetings and reviews the last day of each relationship that is active.
 */
export async function queueFacts(
  tx: Transaction,
  institutionId: string,
  programmeId: string,
  policy: ProgrammePolicy,
): Promise<QueueFacts> {
  const offers = await tx
    .select({ state: offer.state })
    .from(offer)
    .where(
      and(
        eq(offer.institutionId, institutionId),
        eq(offer.programmeId, programmeId),
        inArray(offer.status, [...openOfferStatuses]),
      ),
    )
  const relationships = await tx
    .select({ state: relationship.state })
    .from(relationship)
    .where(
      and(
        eq(relationship.institutionId, institutionId),
        eq(relationship.programmeId, programmeId),
        notInArray(relationship.status, ['recorded', 'declined']),
      ),
    )
  const active = and(
    eq(relationship.institutionId, institutionId),
    eq(relationship.programmeId, programmeId),
    eq(relationship.status, 'active'),
  )
  const meetings = await tx
    .select({ relationshipId: meeting.relationshipId, heldOn: max(meeting.heldOn) })
    .from(meeting)
    .innerJoin(
      relationship,
      and(eq(relationship.institutionId, meeting.institutionId), eq(relationship.id, meeting.relationshipId)),
    )
    .where(active)
    .groupBy(meeting.relationshipId)
  const reviews = await tx
    .select({ relationshipId: relationshipReview.relationshipId, heldOn: max(relationshipReview.heldOn) })
    .from(relationshipReview)
    .innerJoin(
      relationship,
      and(
        eq(relationship.institutionId, relationshipReview.institutionId),
        eq(relationship.id, relationshipReview.relationshipId),
      ),
    )
    .where(active)
    .groupBy(relationshipReview.relationshipId)
  const states = relationships.map(({ state }) => state)
  const agreeing = states.filter(({ status }) => ['forming', 'active', 'paused', 'winding-down'].includes(status))
  return {
    policy,
    offers: offers.map(({ state }) => state),
    relationships: states,
    meetings: meetings.flatMap(dated),
    agreements: await agreementsOf(
      tx,
      institutionId,
      agreeing.map(({ id }) => id),
    ),
    reviews: reviews.flatMap(dated),
  }
}

function dated({ relationshipId, heldOn }: { relationshipId: string; heldOn: string | null }) {
  return heldOn === null ? [] : [{ relationshipId, heldOn }]
}

/** After how many days something waits in a programme. */
export async function thresholdsOf(
  tx: Transaction,
  institutionId: string,
  programmeId: string,
): Promise<QueueThresholds> {
  const [row] = await tx
    .select({ thresholds: queueThresholds.thresholds })
    .from(queueThresholds)
    .where(and(eq(queueThresholds.institutionId, institutionId), eq(queueThresholds.programmeId, programmeId)))
  return row?.thresholds ?? defaultQueueThresholds
}

/** Stores after how many days something waits in a programme. */
export async function putThresholds(
  tx: Transaction,
  institutionId: string,
  programmeId: string,
  thresholds: QueueThresholds,
  { by, at }: Recorded,
) {
  const value = { thresholds, setBy: by, setAt: at }
  await tx
    .insert(queueThresholds)
    .values({ institutionId, programmeId, ...value })
    .onConflictDoUpdate({ target: [queueThresholds.institutionId, queueThresholds.programmeId], set: value })
}

/** Stores that a relationship was reviewed; one review a day. */
export async function insertReview(tx: Transaction, institutionId: string, review: Review, { by, at }: Recorded) {
  await tx
    .insert(relationshipReview)
    .values({ institutionId, ...review, recordedBy: by, recordedAt: at })
    .onConflictDoNothing()
}
