import type { AttachedWording, Edition, WordedEdition, Wording } from '@mentoring-commons/ukpsf'
import { and, asc, eq, sql } from 'drizzle-orm'
import type { Transaction } from '../../../db/database.ts'
import { frameworkWording } from './table.ts'

/** Stores a wording; one of the same edition and language is replaced. */
export async function replaceWording(tx: Transaction, row: typeof frameworkWording.$inferInsert): Promise<void> {
  await tx
    .insert(frameworkWording)
    .values(row)
    .onConflictDoUpdate({
      target: [frameworkWording.institutionId, frameworkWording.edition, frameworkWording.language],
      set: {
        wording: sql`excluded.wording`,
        loadedBy: sql`excluded.loaded_by`,
        loadedAt: sql`excluded.loaded_at`,
      },
    })
}

/** An edition with every wording that the institution loaded for it, in the order of their languages; perhaps none. */
export async function wordedEdition(tx: Transaction, institutionId: string, edition: Edition): Promise<WordedEdition> {
  const rows = await tx
    .select({ wording: frameworkWording.wording })
    .from(frameworkWording)
    .where(and(eq(frameworkWording.institutionId, institutionId), eq(frameworkWording.edition, edition.id)))
    .orderBy(asc(frameworkWording.language))
  return { edition, wordings: rows.map(({ wording }) => attachedOf(wording)) }
}

/** The parts of an edition that a wording may cover, in the order in which they are kept. */
export const wordingParts = ['dimensions', 'descriptors', 'criteria', 'families'] as const

function attachedOf(wording: Wording): AttachedWording {
  const { language, source, rights } = wording
  const entries = wordingParts.flatMap((part) => wording[part] ?? [])
  return {
    language,
    source,
    rights,
    parts: wordingParts.filter((part) => wording[part] !== undefined),
    texts: Object.fromEntries(entries.map(({ code, text }) => [code, text])),
  }
}
