import type { Table } from '../table.ts'
import type { Seed } from './chance.ts'
import { drawDecoys } from './draw-decoys.ts'
import { keyOf, type Population, type Profile, populationOf } from './population.ts'
import type { World, Worlds } from './worlds.ts'

/** A dataset as it was frozen on a day: the truth and its decoys. */
export interface Frozen {
  readonly on: string
  /** A world each, the truth first. */
  readonly sizes: readonly World[]
  /** Whether every count of few differs in a decoy. Where it does not, nothing of the dataset is shown. */
  readonly sound: boolean
}

/**
 * What stands between a dataset and everybody who asks for figures of it: the dataset as it was frozen, and decoys that are as possible.
 *
 * A figure is shown when it is the same in the truth and in all decoys, so whatever is asked, in whatever order and by however many, all of
 * them remain possible. It holds row-level facts without names: keep it where the data itself is kept, and show it to nobody.
 */
export interface Ledger {
  /** The name of the table. */
  readonly name: string
  readonly dimensions: readonly string[]
  readonly entity?: string
  readonly profiles: readonly Profile[]
  /** Oldest first, at least one; figures are of the last. */
  readonly frozen: readonly Frozen[]
}

/** What a ledger is opened or renewed with. */
export interface LedgerOptions {
  /** The day, as YYYY-MM-DD. */
  readonly on: string
  readonly seed: Seed
  /** How many decoys: more protect against more questions about unions of groups, and hide more. */
  readonly decoys?: number
  /** How many people at least must have come, gone or changed before the dataset is frozen anew. */
  readonly changeMin?: number
}

const decoysDefault = 3
const changeMinDefault = 10

/** Past states that what changes since is guarded against; older ones are guarded by the least change alone. */
const pastMax = 8

/**
 * The ledger of a table under its name, from now on.
 *
 * Throws a RangeError for a table without a name.
 *
 * @example
 * ```ts
 * import { defineTable, openLedger } from '@mentoring-commons/reporting'
 *
 * const columns = [{ name: 'unit', type: 'string', label: 'Unit' }] as const
 * const rows = Array.from({ length: 30 }, (_, place) => ({ unit: `u${place % 3}` }))
 * const table = defineTable(columns, rows)
 * if ('refusal' in table) throw new Error(table.refusal.message)
 * const ledger = openLedger({ ...table.value, name: 'people' }, { on: '2026-01-31', seed: [1, 2, 3, 4] })
 * ledger.frozen.map(({ on, sound }) => [on, sound]) //=> [["2026-01-31", true]]
 * ```
 */
export function openLedger(table: Table, { on, seed, decoys = decoysDefault }: LedgerOptions): Ledger {
  const { dimensions, profiles, sizes } = populationOf(table)
  const start = Array.from({ length: decoys + 1 }, () => sizes)
  const drawn = drawDecoys({ dimensions, profiles, start, earlier: [], seed })
  return {
    name: nameOf(table),
    dimensions,
    ...(table.entity === undefined ? {} : { entity: table.entity }),
    profiles: drawn.profiles,
    frozen: [{ on, sizes: drawn.sizes, sound: drawn.sound }],
  }
}

/**
 * The ledger for a table that may have changed: the same ledger while fewer than `changeMin` people changed, so that the same question has
 * the same answer; else one with the new state frozen, in which what changed is guarded like any group.
 *
 * Throws a RangeError for a table of another name or with other columns: a column more is another dataset, and needs another name.
 *
 * @example
 * ```ts
 * import { defineTable, openLedger, renewLedger } from '@mentoring-commons/reporting'
 *
 * const columns = [{ name: 'unit', type: 'string', label: 'Unit' }] as const
 * const of = (size: number) => {
 *   const table = defineTable(columns, Array.from({ length: size }, (_, place) => ({ unit: `u${place % 3}` })))
 *   if ('refusal' in table) throw new Error(table.refusal.message)
 *   return { ...table.value, name: 'people' }
 * }
 * const ledger = openLedger(of(30), { on: '2026-01-31', seed: [1, 2, 3, 4] })
 * renewLedger(ledger, of(31), { on: '2026-02-28', seed: [5, 6, 7, 8] }) === ledger //=> true
 * renewLedger(ledger, of(60), { on: '2026-02-28', seed: [5, 6, 7, 8] }).frozen.length //=> 2
 * ```
 */
export function renewLedger(ledger: Ledger, table: Table, options: LedgerOptions): Ledger {
  const state = changeOf(ledger, table)
  if (state.changed === 0 || state.changed < (options.changeMin ?? changeMinDefault)) return ledger
  const { last, profiles, truth } = state
  const { dimensions } = ledger
  const start = last.sizes.map((world) => moved(world, last.sizes[0] ?? [], truth))
  const drawn = drawDecoys({
    dimensions,
    profiles,
    start,
    earlier: ledger.frozen.slice(-pastMax).map(({ sizes }) => sizes),
    seed: options.seed,
  })
  return {
    ...ledger,
    profiles: drawn.profiles,
    frozen: [...ledger.frozen, { on: options.on, sizes: drawn.sizes, sound: drawn.sound }],
  }
}

/**
 * Whether so many people changed since a ledger was last frozen that it is to be renewed.
 *
 * @example
 * ```ts
 * import { defineTable, isOutdated, openLedger } from '@mentoring-commons/reporting'
 *
 * const table = defineTable([{ name: 'unit', type: 'string', label: 'Unit' }], [])
 * if ('refusal' in table) throw new Error(table.refusal.message)
 * const people = { ...table.value, name: 'people' }
 * isOutdated(openLedger(people, { on: '2026-01-31', seed: [1, 2, 3, 4] }), people) //=> false
 * ```
 */
export function isOutdated(ledger: Ledger, table: Table, changeMin: number = changeMinDefault): boolean {
  const { changed } = changeOf(ledger, table)
  return changed > 0 && changed >= changeMin
}

/** The worlds that figures are of. */
export function worldsOf({ dimensions, entity, profiles, frozen }: Ledger): Worlds & { readonly sound: boolean } {
  const last = frozen.at(-1)
  if (last === undefined) throw new RangeError('A ledger holds no day.')
  return { dimensions, ...(entity === undefined ? {} : { entity }), profiles, sizes: last.sizes, sound: last.sound }
}

function nameOf({ name, columns }: Table): string {
  if (name === undefined || name.trim() === '')
    throw new RangeError(`A table with the columns ${columns.map((one) => one.name).join(', ')} has no name. Name it.`)
  return name
}

function changeOf({ name, dimensions, entity, profiles: known, frozen }: Ledger, table: Table) {
  const population = populationOf(table)
  if (nameOf(table) !== name || population.dimensions.join('\n') !== dimensions.join('\n') || table.entity !== entity)
    throw new RangeError(
      `The ledger of "${name}" knows the columns ${dimensions.join(', ')}, not ${population.dimensions.join(', ')} of "${table.name}". Give a table with other columns another name.`,
    )
  const last = frozen.at(-1)
  if (last === undefined) throw new RangeError(`The ledger of "${name}" holds no day.`)
  const { profiles, truth } = placed(known, population)
  return { last, profiles, truth, changed: changedIn(last.sizes[0] ?? [], truth) }
}

function placed(known: readonly Profile[], { profiles, sizes }: Population) {
  const places = new Map(known.map((profile, place) => [keyOf(profile), place]))
  const all = [...known]
  const truth: number[] = known.map(() => 0)
  for (const [index, profile] of profiles.entries()) {
    const place = places.get(keyOf(profile)) ?? all.push(profile) - 1
    truth[place] = sizes[index] ?? 0
  }
  return { profiles: all, truth }
}

function changedIn(before: World, after: World): number {
  let came = 0
  let went = 0
  for (let place = 0; place < Math.max(before.length, after.length); place += 1) {
    const change = (after[place] ?? 0) - (before[place] ?? 0)
    if (change > 0) came += change
    else went -= change
  }
  return Math.max(came, went)
}

/** A world after what changed in the truth; who would have to go where nobody is, goes from the largest profile instead. */
function moved(world: World, before: World, after: World): World {
  const next = Array.from({ length: Math.max(world.length, after.length) }, (_, place) => {
    return (world[place] ?? 0) + (after[place] ?? 0) - (before[place] ?? 0)
  })
  let owed = 0
  for (const [place, size] of next.entries())
    if (size < 0) {
      owed -= size
      next[place] = 0
    }
  for (; owed > 0; owed -= 1) {
    const largest = next.indexOf(Math.max(...next))
    next[largest] = (next[largest] ?? 0) - 1
  }
  return next
}
