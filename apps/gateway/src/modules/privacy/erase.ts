import { type SQL, sql } from 'drizzle-orm'
import { rowsOf, type Transaction } from '../../db/database.ts'
import { erasedText } from '../../db/erased.ts'
import { conditionOf, namesPerson, tableOf, type Whose } from './condition.ts'
import type { Holding, Strike } from './holding.ts'
import { holdings, keptOfPerson, tiedTogether } from './holdings.ts'
import { strikeBy, strikeEvent, strikeTexts, strikeUnder, struckTexts, structures } from './strike.ts'

/** How many rows of each table an erasure changed or took away. */
export type Touched = Readonly<Record<string, number>>

/**
 * Erases a person whose row is held still: strikes out their words, takes their accounts away, and puts an id that stands for nobody in
 * place of theirs, everywhere. The rows stay, so that what is counted by them stays what it was.
 */
export async function erasePersonRows(tx: Transaction, whose: Whose, standIn: string, today: string): Promise<Touched> {
  const touched: Record<string, number> = {}
  const add = (table: string, rows: number) => {
    if (rows > 0) touched[table] = (touched[table] ?? 0) + rows
  }
  const keys = await primaryKeys(tx)
  add('portfolio_snapshot', await strikeFrozen(tx, whose))
  for (const [table, { struck = [] }] of Object.entries(holdings))
    for (const strike of struck) add(table, await strikeRows(tx, table, keys.get(table) ?? [], strike, whose))
  for (const [table, holding] of Object.entries(holdings)) add(table, await emptyRows(tx, table, holding, whose, today))
  await forgetGiver(tx, whose)
  // What refers to an account or an application goes before it.
  for (const [table, { removed }] of Object.entries(holdings).reverse())
    if (removed !== undefined) add(table, await removeRows(tx, table, conditionOf(removed, whose), whose))
  await replacePerson(tx, whose, standIn, add)
  return touched
}

/** In how many rows of each table a name still stands, because somebody else wrote it. A name of fewer than 4 letters is not looked for. */
export async function mentionsOf(tx: Transaction, institutionId: string, name: string | null): Promise<Touched> {
  if (name === null || name.trim().length < 4) return {}
  const tables = await rowsOf<{ table: string }>(
    tx,
    sql`select c.relname as "table" from pg_class c where c.relnamespace = 'commons'::regnamespace and c.relkind = 'r' and c.relname <> 'institution' order by 1`,
  )
  const found: Record<string, number> = {}
  for (const { table } of tables) {
    const [row] = await rowsOf<{ rows: number }>(
      tx,
      sql`select count(*)::int as rows from ${tableOf(table)} t
        where institution_id = ${institutionId}::uuid and position(${name.trim()}::text in to_jsonb(t)::text) > 0`,
    )
    if (row !== undefined && row.rows > 0) found[table] = row.rows
  }
  return found
}

interface KeyPart {
  readonly column: string
  readonly type: string
}

async function primaryKeys(tx: Transaction): Promise<ReadonlyMap<string, readonly KeyPart[]>> {
  const rows = await rowsOf<KeyPart & { table: string }>(
    tx,
    sql`select c.relname as "table", a.attname as "column", format_type(a.atttypid, a.atttypmod) as type from pg_index i
      join pg_class c on c.oid = i.indrelid join pg_attribute a on a.attrelid = c.oid and a.attnum = any(i.indkey)
      where i.indisprimary and c.relnamespace = 'commons'::regnamespace`,
  )
  const keys = new Map<string, KeyPart[]>()
  for (const { table, ...part } of rows) keys.set(table, [...(keys.get(table) ?? []), part])
  return keys
}

async function strikeRows(
  tx: Transaction,
  table: string,
  key: readonly KeyPart[],
  { column, where, texts, byPersonOnly }: Strike,
  whose: Whose,
): Promise<number> {
  const rows = await rowsOf<{ row: string; value: string }>(
    tx,
    sql`select to_jsonb(t)::text as row, ${sql.identifier(column)}::text as value from ${tableOf(table)} t
      where institution_id = ${whose.institutionId}::uuid and ${conditionOf(where, whose)} and ${sql.identifier(column)} is not null`,
  )
  let changed = 0
  for (const found of rows) {
    const row = JSON.parse(found.row) as Record<string, unknown>
    const value: unknown = JSON.parse(found.value)
    const next =
      typeof texts === 'string'
        ? strikeEvent(value, structures[texts], Number(row.number))
        : byPersonOnly
          ? strikeBy(value, whose.personId, texts)
          : strikeUnder(value, texts)
    const text = JSON.stringify(next)
    if (text === JSON.stringify(value)) continue
    const same = key.map(
      (part) => sql`${sql.identifier(part.column)} = ${String(row[part.column])}::${sql.raw(part.type)}`,
    )
    await tx.execute(
      sql`update ${tableOf(table)} set ${sql.identifier(column)} = ${text}::text::jsonb where ${sql.join(same, sql` and `)}`,
    )
    changed += 1
  }
  return changed
}

/** Strikes a person’s words of an inquiry out of the portfolios that co-authors of it froze: their hash stays their name. */
async function strikeFrozen(tx: Transaction, whose: Whose): Promise<number> {
  const [strike] = holdings.inquiry_event?.struck ?? []
  if (strike === undefined) throw new TypeError('the register says nothing of the events of inquiries')
  const spoken = await rowsOf<{ inquiry: string; number: number; event: string }>(
    tx,
    sql`select inquiry_id as inquiry, number, event::text as event from commons.inquiry_event
      where institution_id = ${whose.institutionId}::uuid and ${conditionOf(strike.where, whose)}`,
  )
  const texts = new Map<string, string[]>()
  for (const { inquiry, number, event } of spoken) {
    const before: unknown = JSON.parse(event)
    const struck = struckTexts(before, strikeEvent(before, structures.inquiry, number))
    texts.set(inquiry, [...(texts.get(inquiry) ?? []), ...struck])
  }
  const own = holdings.inquiry_section?.own
  if (own === undefined) throw new TypeError('the register says nothing of the sections of portfolios')
  const written = await rowsOf<{ inquiry: string; text: string }>(
    tx,
    sql`select inquiry_id as inquiry, text from commons.inquiry_section
      where institution_id = ${whose.institutionId}::uuid and text is not null and ${conditionOf(own, whose)}`,
  )
  for (const { inquiry, text } of written) texts.set(inquiry, [...(texts.get(inquiry) ?? []), text])
  let changed = 0
  for (const [inquiry, words] of texts) {
    const frozen = await rowsOf<{ id: string; content: string }>(
      tx,
      sql`select id, content from commons.portfolio_snapshot where institution_id = ${whose.institutionId}::uuid and content <> ${erasedText}
        and id::text in (select event->>'snapshot' from commons.candidacy_event where institution_id = ${whose.institutionId}::uuid
          and type = 'SnapshotTaken' and event->'inquiry'->>'id' = ${inquiry}::text)`,
    )
    for (const { id, content } of frozen) {
      const next = JSON.stringify(strikeTexts(JSON.parse(content), words))
      if (next === content) continue
      await tx.execute(
        sql`update commons.portfolio_snapshot set content = ${next} where institution_id = ${whose.institutionId}::uuid and id = ${id}::uuid`,
      )
      changed += 1
    }
  }
  return changed
}

async function emptyRows(
  tx: Transaction,
  table: string,
  { own, emptied, emptiedWhere = own }: Holding,
  whose: Whose,
  today: string,
): Promise<number> {
  if (emptiedWhere === undefined || emptied === undefined) return 0
  const set = Object.entries(emptied).map(([column, how]) => {
    const name = sql.identifier(column)
    if (how === 'null') return sql`${name} = null`
    if (how === 'erased') return sql`${name} = case when ${name} is null then null else ${erasedText} end`
    if (how === 'today') return sql`${name} = coalesce(${name}, ${today}::date)`
    return sql`${name} = case when withdrawn_on is null then ${name} || jsonb_build_object('withdrawnOn', ${today}::text) else ${name} end`
  })
  return changedBy(
    tx,
    sql`update ${tableOf(table)} set ${sql.join(set, sql`, `)}
      where institution_id = ${whose.institutionId}::uuid and ${conditionOf(emptiedWhere, whose)} returning 1 as one`,
  )
}

/** A grant keeps who gave it by the subject of their account: that is a name. */
async function forgetGiver(tx: Transaction, whose: Whose): Promise<void> {
  await tx.execute(
    sql`update commons.role_grant set granted_by = ${erasedText} where institution_id = ${whose.institutionId}::uuid and granted_by in
      ${conditionOf('(select subject from commons.account where institution_id = :at and person_id = :me)', whose)}`,
  )
}

function removeRows(tx: Transaction, table: string, condition: SQL, { institutionId }: Whose): Promise<number> {
  return changedBy(
    tx,
    sql`delete from ${tableOf(table)} where institution_id = ${institutionId}::uuid and ${condition} returning 1 as one`,
  )
}

async function replacePerson(
  tx: Transaction,
  whose: Whose,
  standIn: string,
  add: (table: string, rows: number) => void,
): Promise<void> {
  const { institutionId, personId } = whose
  const kept = sql.join(
    keptOfPerson.map((column) => sql.identifier(column)),
    sql`, `,
  )
  await tx.execute(
    sql`insert into commons.person (institution_id, id, ${kept}) select institution_id, ${standIn}::uuid, ${kept} from commons.person
      where institution_id = ${institutionId}::uuid and id = ${personId}::uuid`,
  )
  const tied = new Set(tiedTogether.flat())
  for (const [table, holding] of Object.entries(holdings)) {
    if (tied.has(table)) continue
    const statement = replacing(table, holding, whose, standIn)
    if (statement !== undefined) add(table, await changedBy(tx, statement))
  }
  for (const group of tiedTogether) {
    const parts = group.map((table) => {
      const statement = replacing(table, holdings[table] ?? {}, whose, standIn)
      return sql`${sql.identifier(`next_${table}`)} as (${statement})`
    })
    const counts = group.map(
      (table) => sql`(select count(*)::int from ${sql.identifier(`next_${table}`)}) as ${sql.identifier(table)}`,
    )
    const [row] = await rowsOf<Record<string, number>>(
      tx,
      sql`with ${sql.join(parts, sql`, `)} select ${sql.join(counts, sql`, `)}`,
    )
    for (const table of group) add(table, row?.[table] ?? 0)
  }
  add('person', 1)
  await tx.execute(
    sql`delete from commons.person where institution_id = ${institutionId}::uuid and id = ${personId}::uuid`,
  )
}

/** The statement that puts the stand-in in place of a person in one table; undefined where no column names anybody. */
function replacing(table: string, holding: Holding, whose: Whose, standIn: string): SQL | undefined {
  const condition = namesPerson(holding, whose)
  if (condition === undefined) return undefined
  const { people = [], peopleIn = [], removed } = holding
  // Rows that name the person in a column and are taken away are gone by now.
  if (removed !== undefined && peopleIn.length === 0) return undefined
  const set = [
    ...people.map((column) => {
      const name = sql.identifier(column)
      return sql`${name} = case when ${name} = ${whose.personId}::uuid then ${standIn}::uuid else ${name} end`
    }),
    ...peopleIn.map((column) => {
      const name = sql.identifier(column)
      return sql`${name} = replace(${name}::text, ${whose.personId}::text, ${standIn}::text)::jsonb`
    }),
  ]
  return sql`update ${tableOf(table)} set ${sql.join(set, sql`, `)}
    where institution_id = ${whose.institutionId}::uuid and ${condition} returning 1 as one`
}

async function changedBy(tx: Transaction, statement: SQL): Promise<number> {
  return (await rowsOf(tx, statement)).length
}
