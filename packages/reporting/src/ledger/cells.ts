import type { Profile } from './population.ts'

/** More ways to split than this, and fewer dimensions are crossed at once. */
const splitsMax = 120

/** The sets of dimensions by which a population is looked at, each as places: the whole first, then single ones, then crossed. */
export function splitsOf(dimensions: number): readonly (readonly number[])[] {
  let splits: (readonly number[])[] = [[]]
  let last: (readonly number[])[] = [[]]
  for (let crossed = 1; crossed <= Math.min(3, dimensions); crossed += 1) {
    const next = last.flatMap((split) =>
      Array.from({ length: dimensions }, (_, place) => place)
        .filter((place) => place > (split.at(-1) ?? -1))
        .map((place) => [...split, place]),
    )
    if (crossed > 1 && splits.length + next.length > splitsMax) break
    splits = [...splits, ...next]
    last = next
  }
  const all = Array.from({ length: dimensions }, (_, place) => place)
  return splits.some((split) => split.length === dimensions) ? splits : [...splits, all]
}

/** One group that a profile is in, and how much of it a single one with this profile is: `people` 1, `rows` one or more. */
export interface Membership {
  /** The dimensions, as places, and their values. */
  readonly split: readonly number[]
  readonly values: readonly string[]
  readonly people: number
  readonly rows: number
}

/** Every group that a profile is in, by each of the splits. */
export function membershipsOf({ rows, named }: Profile, splits: readonly (readonly number[])[]): readonly Membership[] {
  return splits.flatMap((split) => {
    const groups = new Map<string, { values: readonly string[]; rows: number }>()
    for (const row of rows) {
      const values = split.map((place) => row[place] ?? 'null')
      const key = JSON.stringify(values)
      groups.set(key, { values, rows: (groups.get(key)?.rows ?? 0) + 1 })
    }
    return [...groups.values()].map(({ values, rows: size }) => ({
      split,
      values,
      people: named ? 1 : 0,
      rows: size,
    }))
  })
}
