import type { Bounds, Linear } from './bounds.ts'
import { isSmall } from './buckets.ts'
import type { Relations } from './relate.ts'
import type { Unknown } from './unknowns.ts'
import type { Wish } from './wish.ts'

/** A sum of unknowns, each times a coefficient. */
export type Sum = Linear['terms']

/** Every sum that must not be known when it is small: the counts of people, and what is left of a shown whole without shown parts. */
export function guardedSums(unknowns: readonly Unknown[], { wholes, families }: Relations, wish: Wish): readonly Sum[] {
  const isPeople = (place: number) => unknowns[place]?.people === true
  const wanted = new Set([...wish.counts, ...wish.rates.flatMap((rate) => [rate.count, rate.among])])
  const single = unknowns.flatMap((_, place): Sum[] => (isPeople(place) ? [[[place, 1]]] : []))
  const apart = wholes.flatMap((above, part) =>
    above.flatMap((whole): Sum[] =>
      isPeople(whole) && wanted.has(part) && wanted.has(whole)
        ? [
            [
              [whole, 1],
              [part, -1],
            ],
          ]
        : [],
    ),
  )
  const rest = families.flatMap(({ whole, parts }): Sum[] => {
    const shown = parts.filter((part) => wanted.has(part))
    return isPeople(whole) && wanted.has(whole) && shown.length > 1
      ? [[[whole, 1], ...shown.map((part) => [part, -1] as const)]]
      : []
  })
  return [...single, ...apart, ...rest]
}

/** For each unknown, the places of the sums it is in. */
export function indexSums(sums: readonly Sum[], unknowns: number): readonly (readonly number[])[] {
  const index = Array.from({ length: unknowns }, (): number[] => [])
  for (const [place, sum] of sums.entries()) for (const [unknown] of sum) index[unknown]?.push(place)
  return index
}

/** Whether bounds alone pin a small sum among those that the moved unknowns are in. */
export function tellsSmall(
  bounds: Bounds,
  moved: readonly number[],
  sums: readonly Sum[],
  tells: readonly (readonly number[])[],
): boolean {
  return moved.some((place) =>
    (tells[place] ?? []).some((index) => {
      const sum = sums[index] ?? []
      const isFixed = sum.every(([unknown]) => bounds.low[unknown] === bounds.high[unknown])
      return isFixed && isSmall(sum.reduce((total, [unknown, by]) => total + by * (bounds.low[unknown] ?? 0), 0))
    }),
  )
}
