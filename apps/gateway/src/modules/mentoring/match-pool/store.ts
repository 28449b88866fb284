import type { Application, Capacity, CareerSpell, Offer, PreparationRecords } from '@mentoring-commons/mentoring'
import { and, asc, eq, gt, gte, inArray, isNull, or } from 'drizzle-orm'
import type { Transaction } from '../../../db/database.ts'
import { person } from '../../people/table.ts'
import { bearingStatuses, type Standing } from '../application/store.ts'
import { application } from '../application/table.ts'
import { capacityOf, openOfferStatuses } from '../capacity/store.ts'
import { capacity } from '../capacity/table.ts'
import { careerSpell } from '../career/table.ts'
import { offer, offerParticipant } from '../offer/table.ts'
import { briefingRecord, supervisionMentor, supervisionSession, trainingRecord } from '../preparation/table.ts'
import { participant, relationship } from '../table.ts'

/** The applications of mentees and mentors to a programme that are not withdrawn by a day, the first one first. */
export async function openApplications(
  tx: Transaction,
  institutionId: string,
  programmeId: string,
  on: string,
): Promise<readonly Application[]> {
  const rows = await tx
    .select({ state: application.state })
    .from(application)
    .where(
      and(
        eq(application.institutionId, institutionId),
        eq(application.programmeId, programmeId),
        inArray(application.role, ['mentee', 'mentor']),
        or(isNull(application.withdrawnOn), gt(application.withdrawnOn, on)),
      ),
    )
    .orderBy(asc(application.appliedOn), asc(application.id))
  return rows.map(({ state }) => state)
}

/** What the applications of each of some people are judged by on a day. Offers that nobody answered in time are out of the way. */
export async function standingsOf(
  tx: Transaction,
  institutionId: string,
  people: readonly string[],
  on: string,
): Promise<(personId: string) => Standing> {
  const capacities = await tx
    .select()
    .from(capacity)
    .where(and(eq(capacity.institutionId, institutionId), inArray(capacity.personId, [...people])))
  const offers = await tx
    .select({ personId: offerParticipant.personId, state: offer.state })
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
    .select({
      personId: participant.personId,
      programmeId: relationship.programmeId,
      state: relationship.state,
    })
    .from(participant)
    .innerJoin(
      relationship,
      and(eq(relationship.institutionId, participant.institutionId), eq(relationship.id, participant.relationshipId)),
    )
    .where(
      and(
        eq(participant.institutionId, institutionId),
        inArray(participant.personId, [...people]),
        inArray(relationship.status, [...bearingStatuses]),
      ),
    )
  const capacitiesOf = grouped<Capacity & { personId: string }>(capacities.map(capacityOf))
  const offersOf = grouped<{ readonly personId: string; readonly state: Offer }>(offers)
  const relationshipsOf = grouped(relationships)
  return (personId) => ({
    capacities: capacitiesOf(personId),
    offers: unique(offersOf(personId).map(({ state }) => state)),
    relationships: unique(
      relationshipsOf(personId).map(({ programmeId, state }) => ({ id: state.id, programmeId, state })),
    ),
  })
}

/** How each of some people was prepared. */
export async function preparationOf(
  tx: Transaction,
  institutionId: string,
  people: readonly string[],
): Promise<(personId: string) => PreparationRecords> {
  const trainings = await tx
    .select()
    .from(trainingRecord)
    .where(and(eq(trainingRecord.institutionId, institutionId), inArray(trainingRecord.personId, [...people])))
  const briefings = await tx
    .select()
    .from(briefingRecord)
    .where(and(eq(briefingRecord.institutionId, institutionId), inArray(briefingRecord.personId, [...people])))
  const supervisions = await tx
    .select({ personId: supervisionMentor.personId, session: supervisionSession })
    .from(supervisionMentor)
    .innerJoin(
      supervisionSession,
      and(
        eq(supervisionSession.institutionId, supervisionMentor.institutionId),
        eq(supervisionSession.id, supervisionMentor.sessionId),
      ),
    )
    .where(and(eq(supervisionMentor.institutionId, institutionId), inArray(supervisionMentor.personId, [...people])))
  const trainingsOf = grouped(trainings)
  const briefingsOf = grouped(briefings)
  const supervisionsOf = grouped(supervisions)
  return (personId) => ({
    trainings: trainingsOf(personId).map(({ training, completedOn, validUntil }) => ({
      personId,
      training,
      completedOn,
      ...(validUntil === null ? {} : { validUntil }),
    })),
    briefings: briefingsOf(personId).map(({ programmeId, role, completedOn }) => ({
      personId,
      programmeId,
      role,
      completedOn,
    })),
    supervisions: supervisionsOf(personId).map(
      ({ session: { id, supervisorId, heldOn, durationMinutes, mode, functions } }) => ({
        ...{ id, supervisorId, heldOn, durationMinutes, mode, functions },
        mentorIds: [personId],
      }),
    ),
  })
}

/** The department and the career of each of some people. */
export async function placesInLife(
  tx: Transaction,
  institutionId: string,
  people: readonly string[],
): Promise<(personId: string) => { readonly unit: string | null; readonly spells: readonly CareerSpell[] }> {
  const rows = await tx
    .select({ id: person.id, unit: person.unit })
    .from(person)
    .where(and(eq(person.institutionId, institutionId), inArray(person.id, [...people])))
  const spells = await tx
    .select()
    .from(careerSpell)
    .where(and(eq(careerSpell.institutionId, institutionId), inArray(careerSpell.personId, [...people])))
  const unitOf = new Map(rows.map(({ id, unit }) => [id, unit]))
  const spellsOf = grouped(spells)
  return (personId) => ({
    unit: unitOf.get(personId) ?? null,
    spells: spellsOf(personId).map(({ fromDay, stage }) => ({
      personId,
      from: fromDay,
      ...(stage === null ? {} : { stage }),
    })),
  })
}

function grouped<Row extends { readonly personId: string }>(
  rows: readonly Row[],
): (personId: string) => readonly Row[] {
  const found = new Map<string, Row[]>()
  for (const row of rows) {
    const known = found.get(row.personId)
    if (known === undefined) found.set(row.personId, [row])
    else known.push(row)
  }
  return (personId) => found.get(personId) ?? []
}

/** Somebody may stand in one offer or relationship in two roles. */
function unique<Row extends { readonly id: string }>(rows: readonly Row[]): readonly Row[] {
  return [...new Map(rows.map((row) => [row.id, row])).values()]
}
