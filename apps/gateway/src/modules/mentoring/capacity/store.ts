import type { Capacity, Carried, Offer, Relationship } from '@mentoring-commons/mentoring'
import { and, asc, eq, gte, inArray, isNull, or } from 'drizzle-orm'
import type { Transaction } from '../../../db/database.ts'
import { person } from '../../people/table.ts'
import { offer, offerParticipant } from '../offer/table.ts'
import { participant, relationship } from '../table.ts'
import { capacity } from './table.ts'

/** Where an offer takes up a place. */
export const openOfferStatuses: readonly Offer['status'][] = ['with-mentees', 'with-mentors']

/** Where a relationship takes up a place. */
export const runningStatuses: readonly Relationship['status'][] = [
  'proposed',
  'offered',
  'forming',
  'active',
  'paused',
  'winding-down',
]

/** Holds people still, so that whoever asks for their places waits until this transaction ends: those that are there. */
export async function holdPeople(
  tx: Transaction,
  institutionId: string,
  people: readonly string[],
): Promise<readonly string[]> {
  // In one order for everybody, so that nobody waits in a ring. Rows that refer to a person may go on being written.
  const rows = await tx
    .select({ id: person.id })
    .from(person)
    .where(and(eq(person.institutionId, institutionId), inArray(person.id, [...people])))
    .orderBy(asc(person.id))
    .for('no key update')
  return rows.map(({ id }) => id)
}

/** The open offers that somebody may still answer on a day. One that nobody answered in time takes up no place, whether it has expired or is still to. */
export const openOffers = (on: string) => ({
  status: { in: [...openOfferStatuses] },
  OR: [{ lapsesAfter: { isNull: true as const } }, { lapsesAfter: { gte: on } }],
})

/** What people carry on a day in all programmes together: their capacities, open offers, and relationships under way. */
export async function carriedBy(
  tx: Transaction,
  institutionId: string,
  people: readonly string[],
  on: string,
): Promise<Carried> {
  const capacities = await tx
    .select()
    .from(capacity)
    .where(and(eq(capacity.institutionId, institutionId), inArray(capacity.personId, [...people])))
  const offers = await tx
    .selectDistinct({ id: offer.id, state: offer.state })
    .from(offerParticipant)
    .innerJoin(
      offer,
      and(eq(offer.institutionId, offerParticipant.institutionId), eq(offer.id, offerParticipant.offerId)),
    )
    .where(
      and(
        eq(offerParticipant.institutionId, institutionId),
        inArray(offerParticipant.personId, [...people]),
        inArray(offer.status, [...openOfferStatuses]),
        or(isNull(offer.lapsesAfter), gte(offer.lapsesAfter, on)),
      ),
    )
  const relationships = await tx
    .selectDistinct({ id: relationship.id, state: relationship.state })
    .from(participant)
    .innerJoin(
      relationship,
      and(eq(relationship.institutionId, participant.institutionId), eq(relationship.id, participant.relationshipId)),
    )
    .where(
      and(
        eq(participant.institutionId, institutionId),
        inArray(participant.personId, [...people]),
        inArray(relationship.status, [...runningStatuses]),
      ),
    )
  return {
    capacities: capacities.map(capacityOf),
    offers: offers.map(({ state }) => state),
    relationships: relationships.map(({ state }) => state),
  }
}

/** The domain's capacity of a row. */
export function capacityOf({ personId, role, fromDay, relationshipsMax }: typeof capacity.$inferSelect): Capacity {
  return { personId, role, from: fromDay, relationshipsMax }
}

/** Stores a capacity; one from the same day is replaced. */
export async function putCapacity(
  tx: Transaction,
  institutionId: string,
  { personId, role, from, relationshipsMax }: Capacity,
  set: { readonly by: string; readonly at: string },
) {
  const value = { relationshipsMax, setBy: set.by, setAt: set.at }
  await tx
    .insert(capacity)
    .values({ institutionId, personId, role, fromDay: from, ...value })
    .onConflictDoUpdate({
      target: [capacity.institutionId, capacity.personId, capacity.role, capacity.fromDay],
      set: value,
    })
}
