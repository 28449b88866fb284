import type { MatchDraft } from '@mentoring-commons/mentoring'
import { and, desc, eq, inArray, isNotNull, isNull, or } from 'drizzle-orm'
import type { Transaction } from '../../../db/database.ts'
import { matchRun } from '../matching/table.ts'
import type { Recorded } from '../store.ts'
import { applicationNotWith, applicationRanking } from './table.ts'

const tables = { ranking: applicationRanking, 'not-with': applicationNotWith }

/** Which of the two lists of an application: whom somebody would rather have, or whom they will not be matched with. */
export type ListKind = keyof typeof tables

/** The version of a list; 0 where it was never written. */
export async function listVersion(
  tx: Transaction,
  institutionId: string,
  kind: ListKind,
  applicationId: string,
): Promise<number> {
  const table = tables[kind]
  const [row] = await tx
    .select({ version: table.version })
    .from(table)
    .where(and(eq(table.institutionId, institutionId), eq(table.applicationId, applicationId)))
  return row?.version ?? 0
}

/** Stores a list in place of the one before. */
export async function putList(
  tx: Transaction,
  institutionId: string,
  kind: ListKind,
  list: { readonly applicationId: string; readonly people: readonly string[]; readonly version: number },
  { by, at }: Recorded,
) {
  const table = tables[kind]
  const { applicationId, ...value } = { ...list, setBy: by, setAt: at }
  await tx
    .insert(table)
    .values({ institutionId, applicationId, ...value })
    .onConflictDoUpdate({ target: [table.institutionId, table.applicationId], set: value })
}

/** The people of one kind of list of each of some applications; nobody where there is none. */
export async function listsOf(
  tx: Transaction,
  institutionId: string,
  kind: ListKind,
  applicationIds: readonly string[],
): Promise<(applicationId: string) => readonly string[]> {
  const table = tables[kind]
  const rows = await tx
    .select({ applicationId: table.applicationId, people: table.people })
    .from(table)
    .where(and(eq(table.institutionId, institutionId), inArray(table.applicationId, [...applicationIds])))
  const found = new Map(rows.map(({ applicationId, people }) => [applicationId, people]))
  return (applicationId) => found.get(applicationId) ?? []
}

/** Where the run stands that was made last for a cohort of a programme, and when it was asked for. */
export async function lastRun(
  tx: Transaction,
  institutionId: string,
  programmeId: string,
  cohortId: string | undefined,
): Promise<{ readonly status: MatchDraft['status'] | null; readonly requestedAt: string } | undefined> {
  const [row] = await tx
    .select({ status: matchRun.status, requestedAt: matchRun.requestedAt })
    .from(matchRun)
    .where(
      and(
        eq(matchRun.institutionId, institutionId),
        eq(matchRun.programmeId, programmeId),
        isNotNull(matchRun.status),
        ...(cohortId === undefined ? [] : [or(isNull(matchRun.cohortId), eq(matchRun.cohortId, cohortId))]),
      ),
    )
    .orderBy(desc(matchRun.requestedAt), desc(matchRun.id))
    .limit(1)
  return row
}
