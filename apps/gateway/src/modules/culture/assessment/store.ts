import { type SelfAssessmentTexts, selfAssessmentEnglish } from '@mentoring-commons/mentoring'
import { and, asc, eq, sql } from 'drizzle-orm'
import type { Transaction } from '../../../db/database.ts'
import { selfAssessmentSession, selfAssessmentWording } from './table.ts'

/** Keeps a session. */
export async function insertSession(tx: Transaction, row: typeof selfAssessmentSession.$inferInsert): Promise<void> {
  await tx.insert(selfAssessmentSession).values(row)
}

/** Stores the texts of a language; those of the same language are replaced. */
export async function replaceTexts(tx: Transaction, row: typeof selfAssessmentWording.$inferInsert): Promise<void> {
  await tx
    .insert(selfAssessmentWording)
    .values(row)
    .onConflictDoUpdate({
      target: [selfAssessmentWording.institutionId, selfAssessmentWording.language],
      set: { texts: sql`excluded.texts`, loadedBy: sql`excluded.loaded_by`, loadedAt: sql`excluded.loaded_at` },
    })
}

/** The languages that the institution loaded, by their tags in lower case. */
export async function languagesOf(tx: Transaction, institutionId: string): Promise<readonly string[]> {
  const rows = await tx
    .select({ language: selfAssessmentWording.language })
    .from(selfAssessmentWording)
    .where(eq(selfAssessmentWording.institutionId, institutionId))
    .orderBy(asc(selfAssessmentWording.language))
  return rows.map(({ language }) => language)
}

/** The texts of a language that the institution loaded, or the English ones that are there for everybody. */
export async function textsOf(
  tx: Transaction,
  institutionId: string,
  language: string,
): Promise<SelfAssessmentTexts | undefined> {
  const [row] = await tx
    .select({ texts: selfAssessmentWording.texts })
    .from(selfAssessmentWording)
    .where(
      and(
        eq(selfAssessmentWording.institutionId, institutionId),
        eq(selfAssessmentWording.language, language.toLowerCase()),
      ),
    )
  return row?.texts ?? (language.toLowerCase() === selfAssessmentEnglish.language ? selfAssessmentEnglish : undefined)
}
