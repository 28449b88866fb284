import {
  type Application,
  type ApplicationStatus,
  applicationStatus,
  type Capacity,
  type Carried,
  capacityLeft,
  loadOf,
  type Offer,
  type QuestionSet,
  type Relationship,
} from '@mentoring-commons/mentoring'
import { and, asc, desc, eq, inArray, lte } from 'drizzle-orm'
import type { Transaction } from '../../../db/database.ts'
import { person } from '../../people/table.ts'
import { carriedBy, runningStatuses } from '../capacity/store.ts'
import type { Recorded } from '../store.ts'
import { participant, relationship } from '../table.ts'
import { application, questionSet } from './table.ts'

/** Where a relationship bears on an application: under way, or over and perhaps completed. */
export const bearingStatuses: readonly Relationship['status'][] = [...runningStatuses, 'ended']

/** The latest questions of a programme that were asked by a day. */
export async function questionsOn(
  tx: Transaction,
  institutionId: string,
  programmeId: string,
  on: string,
): Promise<QuestionSet | undefined> {
  const [row] = await tx
    .select()
    .from(questionSet)
    .where(
      and(
        eq(questionSet.institutionId, institutionId),
        eq(questionSet.programmeId, programmeId),
        lte(questionSet.fromDay, on),
      ),
    )
    .orderBy(desc(questionSet.version))
    .limit(1)
  return row && questionsOf(row)
}

/** The questions of a row. */
export function questionsOf({
  programmeId,
  version,
  fromDay,
  questions,
}: typeof questionSet.$inferSelect): QuestionSet {
  return { programmeId, version, from: fromDay, questions }
}

/** The version of the questions that a programme defined last, and from when they are asked. */
export async function lastQuestions(tx: Transaction, institutionId: string, programmeId: string) {
  const [row] = await tx
    .select({ version: questionSet.version, from: questionSet.fromDay })
    .from(questionSet)
    .where(and(eq(questionSet.institutionId, institutionId), eq(questionSet.programmeId, programmeId)))
    .orderBy(desc(questionSet.version))
    .limit(1)
  return row
}

/** Stores a version of the questions. */
export async function insertQuestions(tx: Transaction, institutionId: string, set: QuestionSet, recorded: Recorded) {
  const { programmeId, version, from, questions } = set
  const defined = { definedBy: recorded.by, definedAt: recorded.at }
  await tx.insert(questionSet).values({ institutionId, programmeId, version, fromDay: from, questions, ...defined })
}

/** An application to store, with the id that another system knows it by. */
export interface NewApplication {
  readonly state: Application
  readonly externalId?: string | undefined
}

/** Stores applications. */
export async function insertApplications(
  tx: Transaction,
  institutionId: string,
  applications: readonly NewApplication[],
  { by, at }: Recorded,
) {
  const rows = applications.map(({ state, externalId }) => ({
    institutionId,
    id: state.id,
    programmeId: state.programmeId,
    cohortId: state.cohortId ?? null,
    personId: state.personId,
    role: state.role,
    externalId: externalId ?? null,
    appliedOn: state.appliedOn,
    waitsUntil: state.waitsUntil ?? null,
    withdrawnOn: state.withdrawnOn ?? null,
    state,
    recordedBy: by,
    recordedAt: at,
  }))
  // A statement takes 65,535 parameters.
  for (let from = 0; from < rows.length; from += 1000)
    await tx.insert(application).values(rows.slice(from, from + 1000))
}

/** The application of an id, held still. */
export async function lockApplication(
  tx: Transaction,
  institutionId: string,
  id: string,
): Promise<Application | undefined> {
  const [row] = await tx
    .select({ state: application.state })
    .from(application)
    .where(and(eq(application.institutionId, institutionId), eq(application.id, id)))
    .for('update')
  return row?.state
}

/** Stores that an application was withdrawn. */
export async function updateWithdrawn(tx: Transaction, institutionId: string, state: Application) {
  await tx
    .update(application)
    .set({ state, withdrawnOn: state.withdrawnOn ?? null })
    .where(and(eq(application.institutionId, institutionId), eq(application.id, state.id)))
}

/** The applications of people to a programme, with the ids that another system knows them by. */
export async function applicationsOfPeople(
  tx: Transaction,
  institutionId: string,
  programmeId: string,
  people: readonly string[],
): Promise<readonly NewApplication[]> {
  return tx
    .select({ state: application.state, externalId: application.externalId })
    .from(application)
    .where(
      and(
        eq(application.institutionId, institutionId),
        eq(application.programmeId, programmeId),
        inArray(application.personId, [...people]),
      ),
    )
    .then((rows) => rows.map(({ state, externalId }) => ({ state, ...(externalId === null ? {} : { externalId }) })))
}

/** The applications of a programme by the ids that another system knows them by, those among `externalIds`. */
export async function applicationsByExternalId(
  tx: Transaction,
  institutionId: string,
  programmeId: string,
  externalIds: readonly string[],
): Promise<ReadonlyMap<string, Application>> {
  const rows = await tx
    .select({ state: application.state, externalId: application.externalId })
    .from(application)
    .where(
      and(
        eq(application.institutionId, institutionId),
        eq(application.programmeId, programmeId),
        inArray(application.externalId, [...externalIds]),
      ),
    )
  return new Map(rows.flatMap(({ state, externalId }) => (externalId === null ? [] : [[externalId, state] as const])))
}

/** The ids of the people whom another system knows by these. */
export async function peopleByExternalId(
  tx: Transaction,
  institutionId: string,
  externalIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await tx
    .select({ id: person.id, externalId: person.externalId })
    .from(person)
    .where(and(eq(person.institutionId, institutionId), inArray(person.externalId, [...externalIds])))
  return new Map(rows.flatMap(({ id, externalId }) => (externalId === null ? [] : [[externalId, id] as const])))
}

/** What somebody's applications are judged by: of every programme what they carry, of each what it is of. */
export interface Standing {
  readonly capacities: Carried['capacities']
  readonly offers: readonly Offer[]
  readonly relationships: readonly Bearing[]
}

/** A relationship, and the programme that it is of. */
export interface Bearing {
  readonly programmeId: string
  readonly state: Relationship
}

/** Where an application stands on a day. A mentor has places for what they carry in the programme and what is left to them. */
export function statusOf(state: Application, standing: Standing, on: string): ApplicationStatus {
  const offers = standing.offers.filter((one) => one.programmeId === state.programmeId)
  const relationships = standing.relationships
    .filter((one) => one.programmeId === state.programmeId)
    .map((one) => one.state)
  const everything = {
    capacities: standing.capacities,
    offers: standing.offers,
    relationships: standing.relationships.map((one) => one.state),
  }
  const left = capacityLeft(state, everything, on)
  const places = left === undefined ? 1 : Math.max(1, left + loadOf(state, offers, relationships).total)
  return applicationStatus(state, { offers, relationships, places }, on)
}

/** What the applications of people are judged by on a day, person by person. */
export async function standingsOf(
  tx: Transaction,
  institutionId: string,
  people: readonly string[],
  on: string,
): Promise<ReadonlyMap<string, Standing>> {
  const standings = new Map(
    people.map((id) => [id, { capacities: [] as Capacity[], offers: [] as Offer[], relationships: [] as Bearing[] }]),
  )
  if (people.length === 0) return standings
  const { capacities, offers } = await carriedBy(tx, institutionId, people, on)
  const relationships = await tx
    .selectDistinct({ id: relationship.id, programmeId: relationship.programmeId, state: relationship.state })
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
  const peopleIn = ({ participants }: Pick<Offer, 'participants'>) => new Set(participants.map((one) => one.personId))
  for (const one of capacities) standings.get(one.personId)?.capacities.push(one)
  for (const one of offers) for (const id of peopleIn(one)) standings.get(id)?.offers.push(one)
  for (const one of relationships) for (const id of peopleIn(one.state)) standings.get(id)?.relationships.push(one)
  return standings
}

/** Every version of the questions of a programme, the latest first. */
export async function questionSetsOf(
  tx: Transaction,
  institutionId: string,
  programmeId: string,
): Promise<readonly QuestionSet[]> {
  const rows = await tx
    .select()
    .from(questionSet)
    .where(and(eq(questionSet.institutionId, institutionId), eq(questionSet.programmeId, programmeId)))
    .orderBy(desc(questionSet.version))
  return rows.map(questionsOf)
}

/** Every application of a programme with who made it, the earliest first. */
export function applicationsWithPeople(tx: Transaction, institutionId: string, programmeId: string) {
  return tx
    .select({
      state: application.state,
      externalId: application.externalId,
      personExternalId: person.externalId,
      personName: person.name,
    })
    .from(application)
    .innerJoin(person, and(eq(person.institutionId, application.institutionId), eq(person.id, application.personId)))
    .where(and(eq(application.institutionId, institutionId), eq(application.programmeId, programmeId)))
    .orderBy(asc(application.appliedOn), asc(application.id))
}
