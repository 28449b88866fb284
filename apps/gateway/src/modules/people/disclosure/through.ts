import { randomBytes } from 'node:crypto'
import {
  type DisclosedFigure,
  type DisclosurePolicy,
  disclose,
  discloseThrough,
  type FigureSet,
  isOutdated,
  type Ledger,
  openLedger,
  renewLedger,
  type Seed,
  type Table,
} from '@mentoring-commons/reporting'
import type { Transaction } from '../../../db/database.ts'
import { Unprepared } from '../../../db/unprepared.ts'
import { findLedger, insertLedger, isReadOnly, updateLedger } from './store.ts'

/** Whose figures they are: the institution, and the dataset that all its reports and exports share, such as `programme:` and an id. */
export interface LedgeredDataset {
  readonly institutionId: string
  readonly dataset: string
  /** The day that the figures speak of. */
  readonly asOf: string
}

/**
 * The figures of these sets, fit to be shown under the policy, in the order of the sets: the one door through which figures of people leave.
 *
 * Under a policy that rounds, sets that count people pass the ledger of their table, which is known by the table's `name`; its `entity`
 * says whom a row is about. The first figures of a table open its ledger, and a table of which at least ten people changed renews it, in a
 * transaction that may write; in one that cannot, `Unprepared` is thrown, with what is to be written first. A group that could be told by
 * being listed is left out.
 */
export async function disclosedThrough(
  tx: Transaction,
  where: LedgeredDataset,
  sets: readonly FigureSet[],
  policy: DisclosurePolicy,
): Promise<readonly DisclosedFigure[]> {
  if (!policy.rounded) return disclose(sets, policy)
  const ofPeople = new Set(sets.filter(({ indicator }) => indicator.people).map(({ table }) => table?.name))
  const guarded = sets.filter(({ table }) => ofPeople.has(table?.name))
  const tables = new Map(guarded.map(({ table }) => [nameOf(table), table as Table]))
  const ledgers: Ledger[] = []
  // In one order, so that two requests never wait for each other.
  for (const [, table] of [...tables].sort(([a], [b]) => (a < b ? -1 : 1)))
    ledgers.push(await currentLedger(tx, where, table))
  return sets.flatMap((set) =>
    ofPeople.has(set.table?.name) ? discloseThrough(ledgers, [set], policy) : disclose([set], policy),
  )
}

async function currentLedger(
  tx: Transaction,
  { institutionId, dataset, asOf }: LedgeredDataset,
  table: Table,
): Promise<Ledger> {
  const key = { institutionId, dataset, tableName: tableNameOf(table) }
  const now = (known: Ledger | undefined) => {
    const options = { on: asOf, seed: freshSeed() }
    return known === undefined ? openLedger(table, options) : renewLedger(known, table, options)
  }
  const change = async (writer: Transaction) => {
    // Whoever comes second finds the row of whoever came first, and waits for it.
    if ((await findLedger(writer, key, true)) === undefined) await insertLedger(writer, key, now(undefined))
    const locked = await findLedger(writer, key, true)
    if (locked === undefined) throw new TypeError('a ledger vanished while it was locked')
    const renewed = now(locked)
    if (renewed !== locked) await updateLedger(writer, key, renewed)
    return renewed
  }
  const known = await findLedger(tx, key, false)
  if (known !== undefined && !isOutdated(known, table)) return known
  if (await isReadOnly(tx))
    throw new Unprepared(`the ledger of ${dataset} ${key.tableName} is to be opened or renewed`, async (writer) => {
      await change(writer)
    })
  return change(tx)
}

function freshSeed(): Seed {
  const bytes = randomBytes(16)
  return [0, 4, 8, 12].map((at) => bytes.readUInt32LE(at)) as unknown as Seed
}

/** A table with other columns is another one, which a ledger of these columns could not answer for. */
function tableNameOf({ name, entity, columns }: Table): string {
  return `${name}(${columns.map((column) => (column.name === entity ? `${column.name}*` : column.name)).join(',')})`
}

function nameOf(table: Table | undefined): string {
  if (table?.name === undefined) throw new TypeError('figures of people are shown of tables that have a name')
  return table.name
}
