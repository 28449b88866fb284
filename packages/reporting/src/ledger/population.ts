import { isBlank } from '../condition.ts'
import { weightsOf } from '../measures/weights.ts'
import type { Table, Value } from '../table.ts'

/** One row without its name: the cells of the dimensions as JSON texts, in their order. */
export type Traits = readonly string[]

/** What everybody of one kind has: the rows they are in, in one order. `named` is false for rows that nobody is named in. */
export interface Profile {
  readonly rows: readonly Traits[]
  readonly named: boolean
}

/** A table without names: which profiles there are, and how many have each. */
export interface Population {
  /** All columns but the one that names whom a row is about. */
  readonly dimensions: readonly string[]
  readonly profiles: readonly Profile[]
  readonly sizes: readonly number[]
}

/** The population of a table: rows of one entity belong together, and those who are alike are counted. */
export function populationOf(table: Table): Population {
  const dimensions = table.columns.map(({ name }) => name).filter((name) => name !== table.entity)
  const byEntity = new Map<Value, { readonly rows: Traits[]; readonly size: number }>()
  const alone: { readonly profile: Profile; readonly size: number }[] = []
  const { entity } = table
  const weightOf = weightsOf(table)
  for (const row of table.rows) {
    const traits = dimensions.map((name) => textOf(row[name] ?? null))
    const who = entity === undefined ? null : (row[entity] ?? null)
    if (isBlank(who)) {
      alone.push({ profile: { rows: [traits], named: entity === undefined }, size: weightOf(row) })
      continue
    }
    const known = byEntity.get(who)
    if (known === undefined) byEntity.set(who, { rows: [traits], size: weightOf(row) })
    else known.rows.push(traits)
  }
  const sizes = new Map<string, { profile: Profile; size: number }>()
  const add = (profile: Profile, size: number) => {
    const key = keyOf(profile)
    const known = sizes.get(key)
    sizes.set(key, { profile, size: (known?.size ?? 0) + size })
  }
  for (const { profile, size } of alone) add(profile, size)
  for (const { rows, size } of byEntity.values()) add({ rows: rows.sort(byText), named: true }, size)
  const ordered = [...sizes].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one)
  return { dimensions, profiles: ordered.map(({ profile }) => profile), sizes: ordered.map(({ size }) => size) }
}

/** A text that two profiles share exactly when they are alike. */
export function keyOf({ rows, named }: Profile): string {
  return JSON.stringify([named, rows])
}

/** Rows in the one order that equal profiles share. */
export function byText(a: Traits, b: Traits): number {
  const [first, second] = [JSON.stringify(a), JSON.stringify(b)]
  return first < second ? -1 : first > second ? 1 : 0
}

function textOf(value: Value): string {
  return isBlank(value) ? 'null' : JSON.stringify(value)
}
