import type { Relation } from '@mentoring-commons/award'
import type { ParticipantRole, Relationship } from '@mentoring-commons/mentoring'
import { and, count, eq, inArray, max, min, sum } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Transaction } from '../../../db/database.ts'
import { inquiryMember } from '../../action-research/table.ts'
import { conflictsWithin, linesAbove, relationshipsShared } from '../../mentoring/conflict/store.ts'
import { meeting, participant, relationship } from '../../mentoring/table.ts'
import { account, person, roleGrant } from '../../people/table.ts'

/** A relationship that somebody takes part in: as what, how it stands, and how much it was. What was said is nowhere. */
export interface Practice {
  readonly roles: readonly ParticipantRole[]
  readonly state: Relationship
  readonly meetings: number
  readonly minutes: number
  readonly firstMeeting: string | null
  readonly lastMeeting: string | null
}

/** The practice of a person in a relationship; undefined where they are not in it, or there is none. */
export async function practiceOf(
  tx: Transaction,
  institutionId: string,
  relationshipId: string,
  personId: string,
): Promise<Practice | undefined> {
  const rows = await tx
    .select({ role: participant.role, state: relationship.state })
    .from(participant)
    .innerJoin(
      relationship,
      and(eq(relationship.institutionId, participant.institutionId), eq(relationship.id, participant.relationshipId)),
    )
    .where(
      and(
        eq(participant.institutionId, institutionId),
        eq(participant.relationshipId, relationshipId),
        eq(participant.personId, personId),
      ),
    )
  const [first] = rows
  if (first === undefined) return undefined
  const [held] = await tx
    .select({
      meetings: count(),
      minutes: sum(meeting.durationMinutes),
      firstMeeting: min(meeting.heldOn),
      lastMeeting: max(meeting.heldOn),
    })
    .from(meeting)
    .where(and(eq(meeting.institutionId, institutionId), eq(meeting.relationshipId, relationshipId)))
  return {
    roles: rows.map(({ role }) => role),
    state: first.state,
    meetings: held?.meetings ?? 0,
    minutes: Number(held?.minutes ?? 0),
    firstMeeting: held?.firstMeeting ?? null,
    lastMeeting: held?.lastMeeting ?? null,
  }
}

const met: readonly Relationship['status'][] = ['forming', 'active', 'paused', 'winding-down', 'ended', 'recorded']

/** Every relation of a person to a candidate that rows tell on a day, in the order of `relations`; conflicts are declared interests. */
export async function relationsTo(
  tx: Transaction,
  institutionId: string,
  { personId, candidateId }: { readonly personId: string; readonly candidateId: string },
  on: string,
): Promise<readonly Relation[]> {
  const shared = (await relationshipsShared(tx, institutionId, [personId, candidateId])).filter(({ status }) =>
    met.includes(status),
  )
  const isAs = (id: string, role: ParticipantRole) =>
    shared.some(({ participants }) => participants.some((each) => each.personId === id && each.role === role))
  const lines = await linesAbove(tx, institutionId, [candidateId], on)
  const conflicts = (await conflictsWithin(tx, institutionId, [personId, candidateId])).filter(
    ({ from, to }) => from <= on && (to === undefined || to >= on),
  )
  const told: Readonly<Record<Relation, boolean>> = {
    mentor: isAs(personId, 'mentor') && isAs(candidateId, 'mentee'),
    mentee: isAs(personId, 'mentee') && isAs(candidateId, 'mentor'),
    'line-manager': lines.some(({ managerId }) => managerId === personId),
    'same-unit': await inOneUnit(tx, institutionId, personId, candidateId),
    'co-author': await haveOneInquiry(tx, institutionId, personId, candidateId),
    'declared-interest': conflicts.length > 0,
  }
  return (Object.keys(told) as Relation[]).filter((relation) => told[relation])
}

async function inOneUnit(tx: Transaction, institutionId: string, one: string, other: string): Promise<boolean> {
  const rows = await tx
    .select({ unit: person.unit })
    .from(person)
    .where(and(eq(person.institutionId, institutionId), inArray(person.id, [one, other])))
  const [first, second] = rows
  return rows.length === 2 && first?.unit !== null && first?.unit === second?.unit
}

async function haveOneInquiry(tx: Transaction, institutionId: string, one: string, other: string): Promise<boolean> {
  const theirs = alias(inquiryMember, 'theirs')
  const rows = await tx
    .select({ id: inquiryMember.inquiryId })
    .from(inquiryMember)
    .innerJoin(
      theirs,
      and(eq(theirs.institutionId, inquiryMember.institutionId), eq(theirs.inquiryId, inquiryMember.inquiryId)),
    )
    .where(
      and(eq(inquiryMember.institutionId, institutionId), eq(inquiryMember.personId, one), eq(theirs.personId, other)),
    )
    .limit(1)
  return rows.length > 0
}

/** Whether a person can sign in as an assessor. */
export async function isAssessor(tx: Transaction, institutionId: string, personId: string): Promise<boolean> {
  const rows = await tx
    .select({ id: account.id })
    .from(account)
    .innerJoin(roleGrant, and(eq(roleGrant.institutionId, account.institutionId), eq(roleGrant.accountId, account.id)))
    .where(
      and(eq(account.institutionId, institutionId), eq(account.personId, personId), eq(roleGrant.role, 'assessor')),
    )
    .limit(1)
  return rows.length > 0
}

/** Whether a person is an author of an inquiry. */
export async function isAuthor(
  tx: Transaction,
  institutionId: string,
  inquiryId: string,
  personId: string,
): Promise<boolean> {
  const rows = await tx
    .select({ role: inquiryMember.role })
    .from(inquiryMember)
    .where(
      and(
        eq(inquiryMember.institutionId, institutionId),
        eq(inquiryMember.inquiryId, inquiryId),
        eq(inquiryMember.personId, personId),
        eq(inquiryMember.role, 'author'),
      ),
    )
  return rows.length > 0
}
