import type { EligiblePairs } from './maximum.ts'

/** The same pairs listed column by column. */
export interface PairsByColumn {
  /** Where the pairs of each column begin; `columns + 1` long. */
  readonly from: Int32Array
  /** The place of each pair in the list by rows. */
  readonly pair: Int32Array
  readonly row: Int32Array
}

/** Lists pairs column by column, rows ascending. */
export function byColumn({
  rows,
  columns,
  start,
  column,
}: Pick<EligiblePairs, 'rows' | 'columns' | 'start' | 'column'>): PairsByColumn {
  const from = new Int32Array(columns + 1)
  for (let at = 0; at < column.length; at += 1) {
    const after = (column[at] as number) + 1
    from[after] = (from[after] as number) + 1
  }
  for (let at = 0; at < columns; at += 1) from[at + 1] = (from[at + 1] as number) + (from[at] as number)
  const next = from.slice()
  const pair = new Int32Array(column.length)
  const row = new Int32Array(column.length)
  for (let each = 0; each < rows; each += 1) {
    for (let at = start[each] as number; at < (start[each + 1] as number); at += 1) {
      const own = column[at] as number
      const to = next[own] as number
      pair[to] = at
      row[to] = each
      next[own] = to + 1
    }
  }
  return { from, pair, row }
}
