import { and, asc, count, eq, gt, inArray } from 'drizzle-orm'
import type { Transaction } from '../../../db/database.ts'
import type { EventRow } from '../store.ts'
import { inquiry, inquiryEvent, inquiryRebuild } from '../table.ts'

/** How far the rows of an institution's inquiries have been made anew. */
export interface RebuildState {
  /** The last inquiry that was looked at. */
  readonly after: string
  readonly done: number
  readonly repaired: number
  readonly unreadable: number
}

/** What the row of an inquiry says. */
export interface InquiryRow {
  readonly id: string
  readonly question: string
  readonly modelId: string
  readonly status: string
  readonly version: number
  readonly begunAt: string
}

/** An event, and when it was recorded. */
export interface RecordedEvent extends EventRow {
  readonly recordedAt: string
}

/** Where a rebuild that was stopped goes on, held still until the transaction ends; undefined where none was stopped. */
export async function findRebuild(tx: Transaction, institutionId: string): Promise<RebuildState | undefined> {
  const [row] = await tx
    .select({
      after: inquiryRebuild.after,
      done: inquiryRebuild.done,
      repaired: inquiryRebuild.repaired,
      unreadable: inquiryRebuild.unreadable,
    })
    .from(inquiryRebuild)
    .where(isRebuild(institutionId))
    .for('update')
  return row
}

/** Keeps how far a rebuild has come. */
export async function saveRebuild(tx: Transaction, institutionId: string, state: RebuildState, begunAt: string) {
  await tx
    .insert(inquiryRebuild)
    .values({ institutionId, what: 'inquiries', ...state, begunAt })
    .onConflictDoUpdate({ target: [inquiryRebuild.institutionId, inquiryRebuild.what], set: { ...state } })
}

/** Forgets a rebuild that is done. */
export async function endRebuild(tx: Transaction, institutionId: string) {
  await tx.delete(inquiryRebuild).where(isRebuild(institutionId))
}

/** How many inquiries an institution has. */
export async function countInquiries(tx: Transaction, institutionId: string): Promise<number> {
  const [row] = await tx.select({ rows: count() }).from(inquiry).where(eq(inquiry.institutionId, institutionId))
  return row?.rows ?? 0
}

/** The inquiries that come after one by their id, held still until the transaction ends. */
export function lockNextInquiries(
  tx: Transaction,
  institutionId: string,
  after: string,
  most: number,
): Promise<InquiryRow[]> {
  return tx
    .select({
      id: inquiry.id,
      question: inquiry.question,
      modelId: inquiry.modelId,
      status: inquiry.status,
      version: inquiry.version,
      begunAt: inquiry.begunAt,
    })
    .from(inquiry)
    .where(and(eq(inquiry.institutionId, institutionId), gt(inquiry.id, after)))
    .orderBy(asc(inquiry.id))
    .limit(most)
    .for('update')
}

/** The events of some inquiries, each list in its order. */
export async function eventsOfInquiries(
  tx: Transaction,
  institutionId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly RecordedEvent[]>> {
  const rows = await tx
    .select({
      inquiryId: inquiryEvent.inquiryId,
      number: inquiryEvent.number,
      event: inquiryEvent.event,
      recordedAt: inquiryEvent.recordedAt,
    })
    .from(inquiryEvent)
    .where(and(eq(inquiryEvent.institutionId, institutionId), inArray(inquiryEvent.inquiryId, [...ids])))
    .orderBy(asc(inquiryEvent.inquiryId), asc(inquiryEvent.number))
  const found = new Map<string, RecordedEvent[]>(ids.map((id) => [id, []]))
  for (const { inquiryId, ...event } of rows) found.get(inquiryId)?.push(event)
  return found
}

/** Writes what the row of an inquiry should say. */
export async function updateInquiry(tx: Transaction, institutionId: string, { id, ...columns }: InquiryRow) {
  await tx
    .update(inquiry)
    .set(columns)
    .where(and(eq(inquiry.institutionId, institutionId), eq(inquiry.id, id)))
}

function isRebuild(institutionId: string) {
  return and(eq(inquiryRebuild.institutionId, institutionId), eq(inquiryRebuild.what, 'inquiries'))
}
