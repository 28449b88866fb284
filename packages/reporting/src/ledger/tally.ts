import { type Contributions, contributionsOf } from '../contributions.ts'
import type { Clause, Count } from '../count.ts'
import type { Traits } from './population.ts'
import type { World, Worlds } from './worlds.ts'

/** What a count is in each world, the truth first; nothing where it asks for what the ledger does not know. */
export function tally(worlds: Worlds, count: Count): readonly number[] | undefined {
  const asked = testOf(worlds, count.clauses)
  if (asked === undefined) return undefined
  const { unit } = count
  if (unit === 'rows' || unit === `distinct:${worlds.entity}`)
    return sumOver(worlds, (place) => {
      const profile = worlds.profiles[place]
      if (profile === undefined || (unit !== 'rows' && !profile.named)) return 0
      const rows = profile.rows.filter(asked).length
      return unit === 'rows' ? rows : Math.min(rows, 1)
    })
  const column = worlds.dimensions.indexOf(unit.slice('distinct:'.length))
  if (column < 0) return undefined
  return worlds.sizes.map((world) => {
    const values = new Set<string>()
    for (const [place, { rows }] of worlds.profiles.entries())
      if ((world[place] ?? 0) > 0) for (const row of rows.filter(asked)) values.add(row[column] ?? 'null')
    values.delete('null')
    return values.size
  })
}

/** How many rows there are and what a column of numbers adds up to in each world, over the rows behind a count. */
export function magnitudes(
  worlds: Worlds,
  clauses: readonly Clause[],
  of: string,
): readonly { readonly rows: number; readonly sum: number; readonly contributions: Contributions }[] | undefined {
  const asked = testOf(worlds, clauses)
  const column = worlds.dimensions.indexOf(of)
  if (asked === undefined || column < 0) return undefined
  const rowsOf = worlds.profiles.map(({ rows }) => rows.filter((row) => asked(row) && row[column] !== 'null'))
  const sumOf = rowsOf.map((rows) => rows.reduce((sum, row) => sum + Number(row[column]), 0))
  const total = (world: World, amounts: readonly number[]) =>
    amounts.reduce((sum, amount, place) => sum + amount * (world[place] ?? 0), 0)
  return worlds.sizes.map((world) => ({
    rows: total(
      world,
      rowsOf.map((rows) => rows.length),
    ),
    sum: total(world, sumOf),
    contributions: contributionsOf(
      rowsOf.flatMap((rows, place) => rows.map((row) => [Number(row[column]), world[place] ?? 0] as const)),
    ),
  }))
}

function sumOver(worlds: Worlds, amountOf: (place: number) => number): readonly number[] {
  const sums = worlds.sizes.map(() => 0)
  for (const place of worlds.profiles.keys()) {
    const amount = amountOf(place)
    if (amount === 0) continue
    for (const [number, world] of worlds.sizes.entries())
      sums[number] = (sums[number] ?? 0) + amount * (world[place] ?? 0)
  }
  return sums
}

/** Whether a row meets all clauses; nothing when a clause is about a column that is no dimension. */
function testOf(worlds: Worlds, clauses: readonly Clause[]): ((row: Traits) => boolean) | undefined {
  const tests: ((row: Traits) => boolean)[] = []
  for (const { column, op, values } of clauses) {
    const place = worlds.dimensions.indexOf(column)
    if (place < 0) return undefined
    const listed = new Set(values)
    if (op === 'null') tests.push((row) => row[place] === 'null')
    else if (op === 'not-null') tests.push((row) => row[place] !== 'null')
    else tests.push((row) => listed.has(row[place] ?? 'null'))
  }
  return (row) => tests.every((test) => test(row))
}
