import type { Relationship } from '@mentoring-commons/mentoring'
import { and, eq, inArray, or } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Transaction } from '../../../db/database.ts'
import { offer, offerParticipant } from '../offer/table.ts'
import { participant, relationship } from '../table.ts'

/** Where everybody in a relationship has at least been asked, and nobody has said no. */
const metStatuses: readonly Relationship['status'][] = [
  'offered',
  'forming',
  'active',
  'paused',
  'winding-down',
  'ended',
  'recorded',
]

/**
 * Everybody whom somebody is or was in a relationship with, or is asked to be: whom an open offer that has reached them names, and
 * who is in a relationship that was offered or came later. Nobody after a no, or once an offer has lapsed.
 */
export async function partnersOf(
  tx: Transaction,
  institutionId: string,
  personId: string,
): Promise<ReadonlySet<string>> {
  const own = alias(participant, 'own')
  const met = await tx
    .selectDistinct({ id: participant.personId })
    .from(own)
    .innerJoin(
      relationship,
      and(eq(relationship.institutionId, own.institutionId), eq(relationship.id, own.relationshipId)),
    )
    .innerJoin(
      participant,
      and(eq(participant.institutionId, own.institutionId), eq(participant.relationshipId, own.relationshipId)),
    )
    .where(
      and(
        eq(own.institutionId, institutionId),
        eq(own.personId, personId),
        inArray(relationship.status, [...metStatuses]),
      ),
    )
  const asked = alias(offerParticipant, 'asked')
  const named = await tx
    .selectDistinct({ id: offerParticipant.personId })
    .from(asked)
    .innerJoin(offer, and(eq(offer.institutionId, asked.institutionId), eq(offer.id, asked.offerId)))
    .innerJoin(
      offerParticipant,
      and(eq(offerParticipant.institutionId, asked.institutionId), eq(offerParticipant.offerId, asked.offerId)),
    )
    .where(
      and(
        eq(asked.institutionId, institutionId),
        eq(asked.personId, personId),
        or(
          eq(offer.status, 'with-mentors'),
          and(eq(offer.status, 'with-mentees'), inArray(asked.role, ['mentee', 'peer'])),
        ),
      ),
    )
  return new Set([...met, ...named].map(({ id }) => id))
}
