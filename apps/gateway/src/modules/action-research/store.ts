import {
  actionResearch,
  type EventStore,
  fold,
  type Inquiry,
  type InquiryEvent,
  restore,
  type StoredEvent,
  upcast,
} from '@mentoring-commons/action-research'
import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Transaction } from '../../db/database.ts'
import { sqlState, sqlStateOf } from '../../db/errors.ts'
import { person } from '../people/table.ts'
import { findMaterial } from './material/store.ts'
import { type InquiryRole, inquiry, inquiryEvent, inquiryMember } from './table.ts'

/** The rules of inquiries on the models that the package ships. What goes on in one that has begun does not ask for models. */
export const inquiryRules = actionResearch()

/** A history with an event that this version of the gateway cannot read: a newer one wrote it, or a row is missing. */
export class UnreadableHistory extends Error {
  override readonly name = 'UnreadableHistory'
}

/** An event as its row holds it. */
export interface EventRow {
  readonly number: number
  readonly event: InquiryEvent
}

/** The events of rows in their order and present shape. All of them or none: throws `UnreadableHistory` at the first odd one. */
export function eventsOf(inquiryId: string, rows: readonly EventRow[]): readonly InquiryEvent[] {
  return rows.map(({ number, event }, index) => {
    if (number !== index + 1)
      throw new UnreadableHistory(
        `event ${index + 1} of inquiry ${inquiryId} is missing: the next one is number ${number}; restore it from a backup`,
      )
    const present = upcast({ ...event })
    if (present !== undefined) return present
    const { type, eventVersion = 1 } = event as { type: string; eventVersion?: number }
    throw new UnreadableHistory(
      `event ${number} of inquiry ${inquiryId} is "${type}" in version ${eventVersion}, which this version of the gateway cannot read; run the version that wrote it, or a later one`,
    )
  })
}

/** The inquiry that rows of events lead to. Throws as `eventsOf` does, and where an event finds nothing to apply to. */
export function inquiryOf(inquiryId: string, rows: readonly EventRow[]): Inquiry {
  return restored(inquiryId, eventsOf(inquiryId, rows))
}

/** The inquiry that a history read from the store leads to. Throws `UnreadableHistory` where it is not whole. */
export function restored(inquiryId: string, events: readonly InquiryEvent[]): Inquiry {
  const answer = restore(events as unknown as readonly StoredEvent[])
  if ('value' in answer) return answer.value
  throw new UnreadableHistory(`inquiry ${inquiryId} cannot be read: ${answer.refusal.message}`)
}

/** Who recorded an event, and when. */
export interface Recorded {
  readonly by: string
  readonly at: string
}

/**
 * The storage port of the package, inside a transaction. An append holds the inquiry still until that ends, and keeps its
 * row in step with its events; one that is refused leaves the transaction as it was, fit for more.
 */
export function inquiryEvents(tx: Transaction, institutionId: string, recorded: Recorded): EventStore<InquiryEvent> {
  const read: EventStore<InquiryEvent>['read'] = async (stream) => {
    const events = eventsOf(stream, await eventRows(tx, institutionId, stream))
    return { events, version: events.length }
  }
  return {
    read,
    append: async (stream, expectedVersion, events) => {
      if (!Number.isInteger(expectedVersion) || expectedVersion < 0)
        throw new RangeError(`an expected version is a whole number from 0; got ${expectedVersion}`)
      const known = await lockInquiry(tx, institutionId, stream)
      const history = await read(stream)
      if (history.version !== expectedVersion) return { refusal: 'stale-version' }
      if (events.length === 0) return { version: expectedVersion }
      const version = expectedVersion + events.length
      const columns = { ...columnsOf(fold(inquiryRules, [...history.events, ...events])), version }
      try {
        // A savepoint: where another came first with the same numbers, nothing of this append stays.
        await tx.transaction(async (part) => {
          if (known) await part.update(inquiry).set(columns).where(isInquiry(institutionId, stream))
          else await part.insert(inquiry).values({ institutionId, id: stream, ...columns, begunAt: recorded.at })
          await part.insert(inquiryEvent).values(
            events.map((event, index) => ({
              institutionId,
              inquiryId: stream,
              number: expectedVersion + index + 1,
              type: event.type,
              event,
              recordedBy: recorded.by,
              recordedAt: recorded.at,
            })),
          )
        })
      } catch (error) {
        if (sqlStateOf(error) === sqlState.uniqueViolation) return { refusal: 'stale-version' }
        throw error
      }
      return { version }
    },
  }
}

/** A person in an inquiry, and as what. */
export interface Member {
  readonly personId: string
  readonly role: InquiryRole
}

/** The members of an inquiry, held still until the transaction ends; undefined where there is none of this id. */
export async function lockMembers(
  tx: Transaction,
  institutionId: string,
  id: string,
): Promise<readonly Member[] | undefined> {
  if (!(await lockInquiry(tx, institutionId, id))) return undefined
  return tx
    .select({ personId: inquiryMember.personId, role: inquiryMember.role })
    .from(inquiryMember)
    .where(and(eq(inquiryMember.institutionId, institutionId), eq(inquiryMember.inquiryId, id)))
    .orderBy(asc(inquiryMember.personId))
}

/** Stores members: how many of them were none yet. */
export async function insertMembers(
  tx: Transaction,
  institutionId: string,
  inquiryId: string,
  members: readonly Member[],
): Promise<number> {
  const inserted = await tx
    .insert(inquiryMember)
    .values(members.map((member) => ({ institutionId, inquiryId, ...member })))
    .onConflictDoNothing()
    .returning({ personId: inquiryMember.personId })
  return inserted.length
}

/** Takes somebody out of an inquiry. */
export async function deleteMember(
  tx: Transaction,
  institutionId: string,
  inquiryId: string,
  { personId, role }: Member,
): Promise<void> {
  await tx
    .delete(inquiryMember)
    .where(
      and(
        eq(inquiryMember.institutionId, institutionId),
        eq(inquiryMember.inquiryId, inquiryId),
        eq(inquiryMember.personId, personId),
        eq(inquiryMember.role, role),
      ),
    )
}

/** Those of some ids that name people of the institution. */
export async function peopleAmong(
  tx: Transaction,
  institutionId: string,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set()
  const rows = await tx
    .select({ id: person.id })
    .from(person)
    .where(and(eq(person.institutionId, institutionId), inArray(person.id, [...ids])))
  return new Set(rows.map(({ id }) => id))
}

/** An inquiry that has begun as it stands, what its members are called, and what its portfolio holds beside. Throws as `inquiryOf` does. */
export async function findStanding(tx: Transaction, institutionId: string, id: string) {
  const rows = await eventRows(tx, institutionId, id)
  const inquiry = inquiryOf(id, rows)
  if (inquiry.status === 'not-begun') return undefined
  const members = await tx
    .select({ id: person.id, name: person.name })
    .from(inquiryMember)
    .innerJoin(
      person,
      and(eq(person.institutionId, inquiryMember.institutionId), eq(person.id, inquiryMember.personId)),
    )
    .where(and(eq(inquiryMember.institutionId, institutionId), eq(inquiryMember.inquiryId, id)))
  const material = await findMaterial(tx, institutionId, id)
  return { inquiry, version: rows.length, names: new Map(members.map((one) => [one.id, one.name])), material }
}

/** An inquiry as something that its authors have done. */
export interface InquiryDone {
  readonly id: string
  readonly question: string
  readonly begunOn: string
  /** The last day of its last cycle, where it has cycles and none runs. */
  readonly endedOn?: string
  readonly authorIds: readonly string[]
}

/** An inquiry that has begun, as something that its authors have done. Throws as `eventsOf` does. */
export async function findInquiryFor(
  tx: Transaction,
  institutionId: string,
  inquiryId: string,
): Promise<InquiryDone | undefined> {
  const found = inquiryOf(inquiryId, await eventRows(tx, institutionId, inquiryId))
  if (found.status === 'not-begun') return undefined
  const { question, begunOn, authors: authorIds, cycles } = found
  const ends = cycles.map((cycle) =>
    cycle.status === 'closed' ? cycle.closedOn : cycle.status === 'abandoned' ? cycle.abandonedOn : undefined,
  )
  const endedOn = ends.includes(undefined) ? undefined : ends.sort().at(-1)
  return { id: inquiryId, question, begunOn, ...(endedOn === undefined ? {} : { endedOn }), authorIds }
}

function isInquiry(institutionId: string, id: string) {
  return and(eq(inquiry.institutionId, institutionId), eq(inquiry.id, id))
}

async function lockInquiry(tx: Transaction, institutionId: string, id: string): Promise<boolean> {
  const rows = await tx.select({ id: inquiry.id }).from(inquiry).where(isInquiry(institutionId, id)).for('update')
  return rows.length === 1
}

function eventRows(tx: Transaction, institutionId: string, inquiryId: string): Promise<EventRow[]> {
  return tx
    .select({ number: inquiryEvent.number, event: inquiryEvent.event })
    .from(inquiryEvent)
    .where(and(eq(inquiryEvent.institutionId, institutionId), eq(inquiryEvent.inquiryId, inquiryId)))
    .orderBy(asc(inquiryEvent.number))
}

/** What the row of an inquiry says of its state. */
export function columnsOf(state: Inquiry) {
  const { question, model } = state.status === 'not-begun' ? { question: '', model: '' } : state
  return { status: state.status, question, modelId: model }
}
