import { type Bounds, type System, systemOf } from './bounds.ts'
import { shownBounds } from './buckets.ts'
import { propagate } from './propagate.ts'
import { outcomeOf, shareOf } from './rate.ts'
import type { Relations } from './relate.ts'
import type { Unknown } from './unknowns.ts'
import type { Grant, Wish } from './wish.ts'

/** Everything that an outsider knows of a state. */
export function publicView(
  unknowns: readonly Unknown[],
  relations: Relations,
  wish: Wish,
  state: Grant,
): { system: System; bounds: Bounds } {
  const shares = wish.rates.flatMap((rate, place) => {
    if (state.rates[place] === 'derivable') return []
    return [shareOf(rate, outcomeOf(unknowns[rate.count]?.value ?? 0, unknowns[rate.among]?.value ?? 0))]
  })
  const constraints = [...relations.constraints, ...wish.known, ...shares]
  const system = systemOf(unknowns.length, constraints)
  const open = openBounds(unknowns)
  const start = {
    low: open.low.map((low, place) => (state.counts.has(place) ? Math.max(low, shownBounds(unknowns[place])[0]) : low)),
    high: open.high.map((high, place) => (state.counts.has(place) ? shownBounds(unknowns[place])[1] : high)),
  }
  return { system, bounds: mustHold(propagate(system, start, [...constraints.keys()])?.bounds) }
}

/** What is known of the unknowns before anything is shown. */
export function openBounds(unknowns: readonly Unknown[]): Bounds {
  return { low: unknowns.map((unknown) => unknown.least), high: unknowns.map(() => Infinity) }
}

/** The value, which is there as long as the counts come from one truth. */
export function mustHold<T>(value: T | undefined): T {
  if (value === undefined)
    throw new RangeError(
      'The counts of the figure sets contradict each other: they were not measured on the tables they name.',
    )
  return value
}
