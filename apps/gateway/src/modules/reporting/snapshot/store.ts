import { type Snapshot, verifySnapshot } from '@mentoring-commons/reporting'
import { and, asc, eq, gt, isNotNull } from 'drizzle-orm'
import type { Transaction } from '../../../db/database.ts'
import { subjectRequest } from '../../privacy/table.ts'
import { surveyInvitation } from '../../survey/invitation/table.ts'
import { survey } from '../../survey/table.ts'
import { reportSnapshot } from './table.ts'

type Kept = Omit<typeof reportSnapshot.$inferInsert, 'content' | 'hash' | 'tables'>

/** Keeps a snapshot. Nothing changes it after. */
export async function insertSnapshot(tx: Transaction, row: Kept, snapshot: Snapshot): Promise<void> {
  const tables = [...new Set(snapshot.inputs.flatMap((input) => input.tables))].sort()
  await tx.insert(reportSnapshot).values({ ...row, tables, content: JSON.stringify(snapshot), hash: snapshot.hash })
}

/** The snapshot of an id, if the institution has it. */
export async function findSnapshot(tx: Transaction, institutionId: string, id: string) {
  const [row] = await tx
    .select()
    .from(reportSnapshot)
    .where(and(eq(reportSnapshot.institutionId, institutionId), eq(reportSnapshot.id, id)))
  return row
}

/** The content of a snapshot, as it was made; a fault of the database where its hash is not that of what stands there. */
export function readSnapshot({ content, hash }: { readonly content: string; readonly hash: string }): Snapshot {
  const snapshot = JSON.parse(content) as Snapshot
  if (snapshot.hash !== hash || !verifySnapshot(snapshot))
    throw new TypeError(`the snapshot ${hash} is not what it was made as: its content was changed in the database`)
  return snapshot
}

/** That data which a snapshot may rest on were withdrawn after it was made. */
export interface Withdrawal {
  readonly at: string
  /** The tables from which rows were changed or taken away that the snapshot was read from. */
  readonly tables: readonly string[]
}

/** An erasure, as it bears on a snapshot; nothing where the snapshot was read from other tables, or made later. */
export function withdrawalOf(
  erasure: { readonly requestedAt: string; readonly rows: Readonly<Record<string, number>> },
  snapshot: { readonly madeAt: string; readonly tables: readonly string[] },
): Withdrawal | undefined {
  if (Date.parse(erasure.requestedAt) < Date.parse(snapshot.madeAt)) return undefined
  const tables = snapshot.tables.filter((table) => (erasure.rows[table] ?? 0) > 0)
  return tables.length === 0 ? undefined : { at: new Date(erasure.requestedAt).toISOString(), tables }
}

/** The withdrawal of answers to a survey, as it bears on a snapshot; told of the day that the snapshot was made on too, as no hour is kept of it. */
export function answersWithdrawn(
  withdrawnOn: string | null,
  snapshot: { readonly madeAt: string; readonly tables: readonly string[] },
): Withdrawal | undefined {
  const madeOn = new Date(snapshot.madeAt).toISOString().slice(0, 10)
  if (withdrawnOn === null || withdrawnOn < madeOn) return undefined
  const tables = snapshot.tables.filter((table) => table === 'survey_answer' || table === 'survey_response')
  return tables.length === 0 ? undefined : { at: `${withdrawnOn}T00:00:00.000Z`, tables }
}

/** What was withdrawn since a snapshot was made. */
export async function withdrawalsSince(
  tx: Transaction,
  institutionId: string,
  snapshot: { readonly madeAt: string; readonly tables: readonly string[]; readonly programmeId: string },
): Promise<readonly Withdrawal[]> {
  const erasures = await tx
    .select({ requestedAt: subjectRequest.requestedAt, rows: subjectRequest.rows })
    .from(subjectRequest)
    .where(
      and(
        eq(subjectRequest.institutionId, institutionId),
        eq(subjectRequest.kind, 'erasure'),
        gt(subjectRequest.requestedAt, snapshot.madeAt),
      ),
    )
    .orderBy(asc(subjectRequest.requestedAt), asc(subjectRequest.id))
  const answers = await tx
    .selectDistinct({ withdrawnOn: surveyInvitation.withdrawnOn })
    .from(surveyInvitation)
    .innerJoin(
      survey,
      and(eq(survey.institutionId, surveyInvitation.institutionId), eq(survey.id, surveyInvitation.surveyId)),
    )
    .where(
      and(
        eq(surveyInvitation.institutionId, institutionId),
        eq(survey.institutionId, institutionId),
        eq(survey.programmeId, snapshot.programmeId),
        isNotNull(surveyInvitation.withdrawnOn),
      ),
    )
    .orderBy(asc(surveyInvitation.withdrawnOn))
  return [
    ...erasures.flatMap((erasure) => withdrawalOf(erasure, snapshot) ?? []),
    ...answers.flatMap(({ withdrawnOn }) => answersWithdrawn(withdrawnOn, snapshot) ?? []),
  ]
}

/** What readers of a snapshot are told of data withdrawn since; undefined where there is nothing to tell. */
export function withdrawnWords(withdrawals: readonly Withdrawal[]): string | undefined {
  const [first] = withdrawals
  if (first === undefined) return undefined
  const days = [...new Set(withdrawals.map(({ at }) => at.slice(0, 10)))]
  return `Data that this report may rest on were withdrawn after it was made (on ${days.join(', ')}). The report stays as it was made; a new one would rest on what is there now.`
}
