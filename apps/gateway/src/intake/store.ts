import { type AnyRelations, sql } from 'drizzle-orm'
import { type Database, rowsOf, type Transaction } from '../db/database.ts'
import { identify } from '../modules/people/identity.ts'
import { markOfExternal } from '../modules/privacy/mark.ts'
import { erasedMarks } from '../modules/privacy/store.ts'
import { findOddities } from './find-oddities.ts'
import type { Mapping } from './mapping.ts'
import type { Ending, IntakePort, IntakeWriter, SeenRow } from './port.ts'
import { rowsFrom } from './rows-from.ts'
import type { IntakeScope } from './scope.ts'
import { writeParticipations, writePeople } from './write-people.ts'
import { writeRelationships } from './write-relationships.ts'
import { writeResponses, writeSurvey } from './write-responses.ts'

/**
 * The port of an import that writes into the gateway's own tables, as the institution whose id is given; it must have been founded.
 * Rows are found again by their external ids, whoever brought them, and a row that would not change is not written.
 */
export function intakeStore(
  database: Pick<Database<AnyRelations>, 'within'>,
  institutionId: string,
  { key, cohortLabel = 'Cohort {cohort}' }: Mapping['programme'],
): IntakePort {
  return {
    transaction: (work) =>
      keptOrTakenBack(
        (inside) => database.within(institutionId, 'write', inside),
        (tx) => work(writerFor({ tx, institutionId, programmeKey: key, cohortLabel })),
      ),
  }
}

function writerFor(scope: IntakeScope): IntakeWriter {
  return {
    nested: async (work) => {
      const outer = scope.tx
      try {
        return await keptOrTakenBack(
          (inside) => outer.transaction((tx) => inside(tx as Transaction)),
          (tx) => {
            scope.tx = tx
            return work()
          },
        )
      } finally {
        scope.tx = outer
      }
    },
    programme: (programme, source) => writeProgramme(scope, programme, source),
    survey: (file) => writeSurvey(scope, file),
    people: (batch) => writePeople(scope, batch),
    participations: (batch) => writeParticipations(scope, batch),
    relationships: (batch) => writeRelationships(scope, batch),
    responses: (file, batch) => writeResponses(scope, file, batch),
    unknownPeople: (externalIds) => unknownPeople(scope, externalIds),
    erasedPeople: (externalIds) => erasedPeople(scope, externalIds),
    beginFile: () => beginFile(scope),
    repeated: (rows) => repeated(scope, rows),
    oddities: () => findOddities(scope),
  }
}

/** Carries a value out of a transaction that is to be taken back. */
class TakenBack<T> extends Error {
  readonly value: T

  constructor(value: T) {
    super('taken back')
    this.value = value
  }
}

async function keptOrTakenBack<T>(
  open: (inside: (tx: Transaction) => Promise<T>) => Promise<T>,
  work: (tx: Transaction) => Promise<Ending<T>>,
): Promise<T> {
  try {
    return await open(async (tx) => {
      const { keep, value } = await work(tx)
      if (!keep) throw new TakenBack(value)
      return value
    })
  } catch (error) {
    if (error instanceof TakenBack) return error.value
    throw error
  }
}

/** A programme that is new asks for no agreement and no briefing: what history asked for is not known. */
async function writeProgramme(
  { tx, institutionId }: IntakeScope,
  { key, title }: Mapping['programme'],
  source: Mapping['source'],
) {
  const id = identify(institutionId, 'programme', key)
  const policy = JSON.stringify({ agreementRequired: false, briefingRequiredFor: [] })
  await tx.execute(sql`
    insert into commons.programme as old (institution_id, id, key, title, policy, source)
    values (${institutionId}::uuid, ${id}::uuid, ${key}, ${title}, ${policy}::text::jsonb, ${source === undefined ? null : JSON.stringify(source)}::text::jsonb)
    on conflict (institution_id, key) do update set title = excluded.title, source = coalesce(excluded.source, old.source)
    where (old.title, old.source) is distinct from (excluded.title, coalesce(excluded.source, old.source))`)
}

async function unknownPeople(
  { tx, institutionId }: IntakeScope,
  externalIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = rowsFrom(
    externalIds.map((external_id) => ({ external_id })),
    'external_id text',
  )
  const known = await rowsOf<{ external_id: string }>(
    tx,
    sql`select external_id from commons.person where institution_id = ${institutionId}::uuid and external_id in (select external_id from ${rows})`,
  )
  const unknown = new Set(externalIds)
  for (const { external_id } of known) unknown.delete(external_id)
  return unknown
}

/** Of people who were erased only marks are kept: whether these are theirs is found by making the same marks. */
async function erasedPeople(
  { tx, institutionId }: IntakeScope,
  externalIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const marks = new Map(externalIds.map((externalId) => [markOfExternal(institutionId, externalId), externalId]))
  const erased = await erasedMarks(tx, institutionId, [...marks.keys()])
  return new Set([...marks].flatMap(([mark, externalId]) => (erased.has(mark) ? [externalId] : [])))
}

/** The identities of a file lie in a table of the transaction, since those of a large file would not fit in memory. */
async function beginFile({ tx }: IntakeScope): Promise<void> {
  await tx.execute(
    sql`create temporary table if not exists intake_seen (identity text primary key, line integer not null) on commit drop`,
  )
  await tx.execute(sql`truncate intake_seen`)
}

async function repeated({ tx }: IntakeScope, seen: readonly SeenRow[]) {
  if (seen.length === 0) return []
  const rows = rowsFrom(seen, 'identity text, line integer')
  const fresh = await rowsOf<{ line: number }>(
    tx,
    sql`insert into intake_seen select * from ${rows} order by line on conflict do nothing returning line`,
  )
  if (fresh.length === seen.length) return []
  const freshLines = new Set(fresh.map(({ line }) => line))
  const again = rowsFrom(
    seen.filter(({ line }) => !freshLines.has(line)),
    'identity text, line integer',
  )
  return rowsOf<{ line: number; firstLine: number }>(
    tx,
    sql`select r.line, s.line as "firstLine" from ${again} join intake_seen s using (identity) order by r.line`,
  )
}
