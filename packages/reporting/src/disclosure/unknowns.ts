import { type Count, meaningOf } from '../count.ts'
import type { Figure, FigureSet } from '../figure.ts'

/** A count that an outsider would like to know, once for all the places where it is used. */
export interface Unknown extends Count {
  /** Whether it, or another count of the same unit and table, counts people. */
  readonly people: boolean
}

/** A figure whose counts are named by their place among the unknowns. */
export interface Placed {
  readonly figure: Figure
  readonly set: FigureSet
  /** The count behind `n`; for a count, the count itself. */
  readonly among: number
  /** The count behind the value, when the value is a count or a rate. */
  readonly count?: number
}

/** Every count of a report once, and every figure with its counts. */
export interface Gathered {
  readonly unknowns: readonly Unknown[]
  readonly placed: readonly Placed[]
}

/** Counts that mean the same become one, whichever set they came with, so that one number is treated alike wherever it is printed. */
export function gather(sets: readonly FigureSet[]): Gathered {
  const unknowns: Unknown[] = []
  const places = new Map<string, number>()
  const placed: Placed[] = []
  const ofPeople = new Set(sets.filter((set) => set.indicator.people).flatMap((set) => set.counts.map(kindOf)))
  for (const set of sets) {
    const here = set.counts.map((count) => {
      const meaning = meaningOf(count)
      const place = places.get(meaning) ?? unknowns.length
      const before = unknowns[place]
      places.set(meaning, place)
      unknowns[place] = {
        ...count,
        least: before?.least === 1 ? 1 : count.least,
        people: ofPeople.has(kindOf(count)),
      }
      return place
    })
    for (const figure of set.figures) {
      const { basis } = figure
      const amongHere = basis.kind === 'count' ? basis.count : basis.among
      const among = here[amongHere]
      const count = basis.kind === 'mean' ? undefined : here[basis.count]
      if (among === undefined || (basis.kind !== 'mean' && count === undefined))
        throw new RangeError(`Figure "${figure.id}" rests on count ${amongHere}, of which its set has ${here.length}.`)
      placed.push({ figure, set, among, ...(count === undefined ? {} : { count }) })
    }
  }
  return { unknowns, placed }
}

function kindOf({ table, unit }: Count): string {
  return JSON.stringify([table, unit])
}
