import type { Bounds } from './bounds.ts'
import { roundCount } from './round.ts'
import type { Unknown } from './unknowns.ts'

/** The largest count that is guarded. */
const smallMax = 4

/** More rounded values than this, and only those near the two ends are gone through: a sum is tight at its ends alone. */
const bucketsMax = 200

/** As many rounded values above its lower end an unknown without an upper one is tried with. */
const bucketsOpen = 12

/** Whether a count is one of those that nobody may work out. */
export function isSmall(value: number): boolean {
  return value >= 1 && value <= smallMax
}

/** What a reader learns of a count when it is shown. */
export function shownBounds(unknown: Unknown | undefined): readonly [number, number] {
  const value = unknown?.value ?? 0
  if (unknown?.people !== true) return [value, value]
  return bucket(roundCount(value))
}

function bucket(shown: number): readonly [number, number] {
  return [Math.max(0, shown - 2), shown + 2]
}

/** The rounded values that a count could still have, as ranges; without an upper bound, those near the lower end. */
export function bucketsWithin({ low, high }: Bounds, place: number): readonly (readonly [number, number])[] {
  const from = roundCount(low[place] ?? 0) / 5
  const top = high[place] ?? 0
  const to = Number.isFinite(top) ? roundCount(top) / 5 : from + bucketsOpen
  if (to - from <= bucketsMax) return range(from, to)
  return [...range(from, from + bucketsMax / 2), ...range(to - bucketsMax / 2, to)]
}

function range(from: number, to: number): readonly (readonly [number, number])[] {
  return Array.from({ length: to - from + 1 }, (_, step) => bucket(5 * (from + step)))
}

/** The bounds with one unknown held between two more numbers. */
export function narrowed(bounds: Bounds, place: number, low: number, high: number): Bounds {
  return {
    low: bounds.low.with(place, Math.max(bounds.low[place] ?? 0, low)),
    high: bounds.high.with(place, Math.min(bounds.high[place] ?? 0, high)),
  }
}
