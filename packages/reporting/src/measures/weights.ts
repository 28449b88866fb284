import { isBlank } from '../condition.ts'
import type { Row, Table } from '../table.ts'

const known = new WeakMap<Table, (row: Row) => number>()

/** How many alike each row of a table stands for: 1 where the table says nothing of it. Rows are told apart as objects. */
export function weightsOf(table: Table): (row: Row) => number {
  const { weights } = table
  if (weights === undefined) return () => 1
  const found = known.get(table)
  if (found !== undefined) return found
  if (weights.length !== table.rows.length || weights.some((weight) => !Number.isSafeInteger(weight) || weight < 1))
    throw new RangeError(`${weights.length} weights for ${table.rows.length} rows: give each a whole number from 1.`)
  const byRow = new Map(table.rows.map((row, place) => [row, weights[place] ?? 1]))
  const weightOf = (row: Row) => byRow.get(row) ?? 1
  known.set(table, weightOf)
  return weightOf
}

/** How many rows these are, each as often as it stands for others. */
export function weighRows(table: Table, rows: readonly Row[]): number {
  const weightOf = weightsOf(table)
  return rows.reduce((total, row) => total + weightOf(row), 0)
}

/**
 * How many different values of a column these rows have, blanks aside. In the column of the table's entity a value stands for as many as
 * its rows do; another column has each value once, however many share it.
 */
export function weighDistinct(table: Table, column: string, rows: readonly Row[]): number {
  const weightOf = weightsOf(table)
  const seen = new Map<unknown, number>()
  for (const row of rows) {
    const value = row[column] ?? null
    if (!isBlank(value)) seen.set(value, column === table.entity ? weightOf(row) : 1)
  }
  return [...seen.values()].reduce((total, weight) => total + weight, 0)
}
