import type { Inquiry } from '@mentoring-commons/action-research'
import { and, eq } from 'drizzle-orm'
import type { Transaction } from '../../../db/database.ts'
import { findMaterial, type PortfolioMaterial } from '../../action-research/material/store.ts'
import { inquiryEvents, inquiryOf } from '../../action-research/store.ts'
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

/** The content of a snapshot, byte for byte. */
export async function findSnapshot(tx: Transaction, institutionId: string, id: string) {
  const [row] = await tx
    .select()
    .from(portfolioSnapshot)
    .where(and(eq(portfolioSnapshot.institutionId, institutionId), eq(portfolioSnapshot.id, id)))
  return row
}
