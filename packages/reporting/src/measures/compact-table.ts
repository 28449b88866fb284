import { isBlank } from '../condition.ts'
import type { Column, Row, Table, Value } from '../table.ts'
import { weightsOf } from './weights.ts'

/** Rows of one entity, and how many entities have such rows and no others. `named` is false for rows in which the entity is blank. */
export interface AlikeRows {
  readonly rows: readonly Row[]
  readonly size: number
  readonly named: boolean
}

/**
 * A table in which those who are alike stand once, with how many they are: what is measured on it is what would be measured on the whole,
 * and it says of nobody who they are. Equal tables give equal compact ones, whatever the order of their rows.
 *
 * @example
 * ```ts
 * import { compactTable } from '@mentoring-commons/reporting'
 *
 * const columns = [{ name: 'who', type: 'string', label: 'Who' }, { name: 'year', type: 'integer', label: 'Year' }] as const
 * const table = { columns, rows: [{ who: 'a', year: 1 }, { who: 'b', year: 1 }], entity: 'who' } as const
 * const compact = compactTable(table)
 * compact.rows //=> [{ "who": "#1", "year": 1 }]
 * compact.weights //=> [2]
 * ```
 */
export function compactTable(table: Table): Table {
  const { entity } = table
  const weightOf = weightsOf(table)
  const byEntity = new Map<Value, Row[]>()
  const groups: AlikeRows[] = []
  for (const row of table.rows) {
    const who = entity === undefined ? null : (row[entity] ?? null)
    const known = byEntity.get(who)
    if (isBlank(who)) groups.push({ rows: [row], size: weightOf(row), named: false })
    else if (known === undefined) byEntity.set(who, [row])
    else known.push(row)
  }
  for (const rows of byEntity.values())
    groups.push({ rows, size: rows[0] === undefined ? 1 : weightOf(rows[0]), named: true })
  return tableOfAlike(table, groups)
}

/**
 * The compact table of groups that were counted elsewhere, such as by a database: groups that are alike may come more than once.
 *
 * @example
 * ```ts
 * import { tableOfAlike } from '@mentoring-commons/reporting'
 *
 * const columns = [{ name: 'who', type: 'string', label: 'Who' }, { name: 'year', type: 'integer', label: 'Year' }] as const
 * tableOfAlike({ columns, entity: 'who' }, [{ rows: [{ year: 1 }], size: 20, named: true }]).weights //=> [20]
 * ```
 */
export function tableOfAlike(
  shape: Omit<Table, 'rows' | 'weights'>,
  groups: readonly AlikeRows[],
): Table & { readonly weights: readonly number[] } {
  const { columns, entity } = shape
  const dimensions = columns.filter(({ name }) => name !== entity)
  const alike = new Map<string, { readonly rows: readonly Row[]; readonly named: boolean; size: number }>()
  for (const { rows, size, named } of groups) {
    const cells = rows
      .map((row) => JSON.stringify(dimensions.map(({ name }) => row[name] ?? null)))
      .sort((a, b) => (a < b ? -1 : 1))
    const key = JSON.stringify([named ? 0 : 1, cells])
    const found = alike.get(key)
    if (found === undefined) alike.set(key, { rows: cells.map((cell) => rowOf(dimensions, cell)), named, size })
    else found.size += size
  }
  const ordered = [...alike].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group)
  const numbered = columns.find(({ name }) => name === entity)?.type !== 'string'
  const rows = ordered.flatMap((group, place) =>
    group.rows.map((row): Row => {
      if (entity === undefined) return row
      const label = numbered ? place + 1 : `#${place + 1}`
      return Object.fromEntries(
        columns.map(({ name }) => [name, name === entity ? (group.named ? label : null) : (row[name] ?? null)]),
      )
    }),
  )
  return { ...shape, rows, weights: ordered.flatMap(({ rows: own, size }) => own.map(() => size)) }
}

function rowOf(dimensions: readonly Column[], cell: string): Row {
  const values: readonly Value[] = JSON.parse(cell)
  return Object.fromEntries(dimensions.map(({ name }, place) => [name, values[place] ?? null]))
}
