import type { Inquiry, Portfolio } from '@mentoring-commons/action-research'
import type { EvidenceMapping } from '@mentoring-commons/award'
import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Transaction } from '../../../db/database.ts'
import { erasedText } from '../../../db/erased.ts'
import { findMaterial, type PortfolioMaterial } from '../../action-research/material/store.ts'
import { type EventRow, inquiryEvents, inquiryOf, UnreadableHistory } from '../../action-research/store.ts'
import { inquiryEvent } from '../../action-research/table.ts'
import type { Recorded } from '../scheme/store.ts'
import { portfolioSnapshot } from '../table.ts'

/** An inquiry, how many events it holds, and what its portfolio holds beside. */
export interface InquiryNow {
  readonly state: Inquiry
  readonly version: number
  readonly material: PortfolioMaterial
}

/** The inquiry of an id as it is now. Throws `UnreadableHistory` where its history is not whole. */
export async function inquiryNow(
  tx: Transaction,
  institutionId: string,
  inquiryId: string,
  recorded: Recorded,
): Promise<InquiryNow> {
  const { events, version } = await inquiryEvents(tx, institutionId, recorded).read(inquiryId)
  return {
    state: inquiryOf(
      inquiryId,
      events.map((event, index) => ({ number: index + 1, event })),
    ),
    version,
    material: await findMaterial(tx, institutionId, inquiryId),
  }
}

/** Stores a portfolio as it is. */
export async function insertSnapshot(tx: Transaction, row: typeof portfolioSnapshot.$inferInsert): Promise<void> {
  await tx.insert(portfolioSnapshot).values(row)
}

/** What was frozen, as far as reading it needs to know. */
export interface Frozen {
  readonly mapping: readonly EvidenceMapping[]
  readonly inquiry: Portfolio | null
}

/**
 * A portfolio that was kept: its text byte for byte, what that holds, unless it was erased, and the inquiry that it is of as that is
 * now, or why it cannot be read.
 */
export interface KeptPortfolio {
  readonly contentHash: string
  readonly content: string
  readonly frozen: Frozen | undefined
  readonly inquiry: Inquiry | UnreadableHistory | undefined
}

/** The portfolios of some ids, each with its inquiry as it is now: two questions to the database, however many they are. */
export async function findKept(
  tx: Transaction,
  institutionId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, KeptPortfolio>> {
  const rows = await tx
    .select({
      id: portfolioSnapshot.id,
      contentHash: portfolioSnapshot.contentHash,
      content: portfolioSnapshot.content,
    })
    .from(portfolioSnapshot)
    .where(and(eq(portfolioSnapshot.institutionId, institutionId), inArray(portfolioSnapshot.id, [...ids])))
  const read = rows.map((row) => ({ ...row, frozen: frozenIn(row.content) }))
  const wanted = read.flatMap(({ frozen }) => frozen?.inquiry?.inquiry ?? []).filter((id) => isUuid.test(id))
  const inquiries = await inquiriesNow(tx, institutionId, [...new Set(wanted)])
  return new Map(
    read.map(({ id, ...kept }) => [id, { ...kept, inquiry: inquiries.get(kept.frozen?.inquiry?.inquiry ?? '') }]),
  )
}

function frozenIn(content: string): Frozen | undefined {
  return content === erasedText ? undefined : (JSON.parse(content) as Frozen)
}

const isUuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

async function inquiriesNow(tx: Transaction, institutionId: string, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, Inquiry | UnreadableHistory>()
  const rows = await tx
    .select({ inquiryId: inquiryEvent.inquiryId, number: inquiryEvent.number, event: inquiryEvent.event })
    .from(inquiryEvent)
    .where(and(eq(inquiryEvent.institutionId, institutionId), inArray(inquiryEvent.inquiryId, [...ids])))
    .orderBy(asc(inquiryEvent.inquiryId), asc(inquiryEvent.number))
  const byInquiry = new Map(ids.map((id) => [id, [] as EventRow[]]))
  for (const { inquiryId, number, event } of rows) byInquiry.get(inquiryId)?.push({ number, event })
  return new Map([...byInquiry].map(([id, events]) => [id, orWhyNot(id, events)]))
}

function orWhyNot(id: string, rows: readonly EventRow[]): Inquiry | UnreadableHistory {
  try {
    return inquiryOf(id, rows)
  } catch (error) {
    if (error instanceof UnreadableHistory) return error
    throw error
  }
}
