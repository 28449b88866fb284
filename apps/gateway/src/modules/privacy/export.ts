import { sql } from 'drizzle-orm'
import { rowsOf, type Transaction } from '../../db/database.ts'
import { conditionOf, namesPerson, tableOf, type Whose } from './condition.ts'
import type { Holding } from './holding.ts'
import { holdings } from './holdings.ts'

/** All that is held on a person: their rows, table by table, and how many rows of others are about them beside. */
export interface PersonData {
  readonly institution: string
  readonly person: string
  readonly at: string
  /** Rows that are the person's own, by table. */
  readonly rows: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>
  /** How many rows of other people name this person or are about them, by table: what others said is theirs, and is counted here. */
  readonly namedIn: Readonly<Record<string, number>>
  /** How many rows of other people this person recorded, by table. */
  readonly recorded: Readonly<Record<string, number>>
  /** Columns that are left out of the rows, because others said what is in them or they would open something. */
  readonly leftOut: Readonly<Record<string, readonly string[]>>
}

/** Gathers all that is held on a person, in the entered institution. */
export async function gatherPerson(tx: Transaction, whose: Whose, at: string): Promise<PersonData> {
  const rows: Record<string, Readonly<Record<string, unknown>>[]> = {}
  const namedIn: Record<string, number> = {}
  const recorded: Record<string, number> = {}
  const leftOut: Record<string, readonly string[]> = {}
  for (const [table, holding] of Object.entries(holdings)) {
    const own = await ownRows(tx, table, holding, whose)
    if (own.length > 0) rows[table] = own
    if (own.length > 0 && holding.leftOut !== undefined) leftOut[table] = holding.leftOut
    const named = await countBesides(tx, table, holding, whose, isAbout(holding, whose))
    if (named > 0) namedIn[table] = named
    const by = await countBesides(tx, table, holding, whose, byAccounts(holding, whose))
    if (by > 0) recorded[table] = by
  }
  return { institution: whose.institutionId, person: whose.personId, at, rows, namedIn, recorded, leftOut }
}

async function ownRows(tx: Transaction, table: string, holding: Holding, whose: Whose) {
  const { own, leftOut = [], shownTo = {} } = holding
  if (own === undefined) return []
  const found = await rowsOf<{ row: string }>(
    tx,
    sql`select to_jsonb(t)::text as row from ${tableOf(table)} t
      where institution_id = ${whose.institutionId}::uuid and ${conditionOf(own, whose)} order by 1`,
  )
  return found.map((one) => {
    const row = JSON.parse(one.row) as Record<string, unknown>
    const shown = Object.entries(row).filter(
      ([column]) =>
        column !== 'institution_id' &&
        !leftOut.includes(column) &&
        (shownTo[column] === undefined || row[shownTo[column]] === whose.personId),
    )
    return Object.fromEntries(shown)
  })
}

async function countBesides(
  tx: Transaction,
  table: string,
  { own }: Holding,
  whose: Whose,
  condition: ReturnType<typeof namesPerson>,
): Promise<number> {
  if (condition === undefined) return 0
  const besides = own === undefined ? sql`` : sql` and (${conditionOf(own, whose)}) is not true`
  const [row] = await rowsOf<{ rows: number }>(
    tx,
    sql`select count(*)::int as rows from ${tableOf(table)}
      where institution_id = ${whose.institutionId}::uuid and ${condition}${besides}`,
  )
  return row?.rows ?? 0
}

function isAbout(holding: Holding, whose: Whose) {
  const named = namesPerson(holding, whose)
  if (holding.about === undefined) return named
  const about = conditionOf(holding.about, whose)
  return named === undefined ? about : sql`(${named} or ${about})`
}

function byAccounts({ accounts = [] }: Holding, whose: Whose) {
  if (accounts.length === 0) return undefined
  const mine = conditionOf('(select id from commons.account where institution_id = :at and person_id = :me)', whose)
  const places = accounts.map((column) => sql`${sql.identifier(column)} in ${mine}`)
  return sql`(${sql.join(places, sql` or `)})`
}
