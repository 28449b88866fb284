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
import { findLedger, insertLedger, isReadOnly, type LedgerKey, updateLedger } from './store.ts'

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
  // In one order, so that two requests never wait for each other.
  const asked = [...tables].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, table]) => table)
  const ledgers = await currentLedgers(tx, where, asked)
  return sets.flatMap((set) =>
    ofPeople.has(set.table?.name) ? discloseThrough(ledgers, [set], policy) : disclose([set], policy),
  )
}

async function currentLedgers(
  tx: Transaction,
  where: LedgeredDataset,
  tables: readonly Table[],
): Promise<readonly Ledger[]> {
  const known: Ledger[] = []
  const lacking: Table[] = []
  for (const table of tables) {
    const ledger = await findLedger(tx, keyOf(where, table), false)
    if (ledger !== undefined && !isOutdated(ledger, table)) known.push(ledger)
    else lacking.push(table)
  }
  const change = async (writer: Transaction) => {
    const changed: Ledger[] = []
    for (const table of lacking) changed.push(await changedLedger(writer, where, table))
    return changed
  }
  if (lacking.length === 0) return known
  if (await isReadOnly(tx))
    throw new Unprepared(
      `the ledgers of ${where.dataset} ${lacking.map(({ name }) => name).join(', ')} are to be opened or renewed`,
      async (writer) => {
        await change(writer)
      },
    )
  return [...known, ...(await change(tx))]
}

/** Opens or renews a ledger. Whoever comes second finds the row of whoever came first, and waits for it. */
async function changedLedger(tx: Transaction, where: LedgeredDataset, table: Table): Promise<Ledger> {
  const key = keyOf(where, table)
  const now = () => ({ on: where.asOf, seed: freshSeed() })
  if ((await findLedger(tx, key, true)) === undefined) await insertLedger(tx, key, openLedger(table, now()))
  const locked = await findLedger(tx, key, true)
  if (locked === undefined) throw new TypeError('a ledger vanished while it was locked')
  const renewed = renewLedger(locked, table, now())
  if (renewed !== locked) await updateLedger(tx, key, renewed)
  return renewed
}

/** A table with other columns is another one, which a ledger of these columns could not answer for. */
function keyOf({ institutionId, dataset }: LedgeredDataset, { name, entity, columns }: Table): LedgerKey {
  const told = columns.map((column) => (column.name === entity ? `${column.name}*` : column.name))
  return { institutionId, dataset, tableName: `${name}(${told.join(',')})` }
}

function freshSeed(): Seed {
  const bytes = randomBytes(16)
  return [0, 4, 8, 12].map((at) => bytes.readUInt32LE(at)) as unknown as Seed
}

function nameOf(table: Table | undefined): string {
  if (table?.name === undefined) throw new TypeError('figures of people are shown of tables that have a name')
  return table.name
}
