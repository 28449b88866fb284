import type { IntervalFacet } from '../../facet.ts'
import type { SpiralCycle } from '../../views/spiral.ts'
import { dayNumber } from './day-number.ts'

/** A stretch of a turn, in parts of it: 0 where its cycle begins, 1 where it ends. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

/** A facet as it is drawn: of `lanes` that lie side by side at this time it has the one `lane`, counted from 0 outside. */
export interface DrawnArc extends Stretch {
  readonly facet: IntervalFacet
  readonly from: string
  readonly to: string
  readonly isOpen: boolean
  readonly lane: number
  readonly lanes: number
}

/** What a cycle draws along its turn; `lanes` is the most that lie side by side anywhere. */
export interface DrawnCycle {
  readonly arcs: readonly DrawnArc[]
  readonly lanes: number
  readonly breaks: readonly Stretch[]
}

/**
 * The facets of a cycle along its turn: the time from its first day to its last fills the turn evenly, so that twice as
 * long is twice as far. A facet is never shorter than `least`, so that a day can be seen. Facets that overlap lie side by
 * side; one that begins on the day on which another ends follows it.
 */
export function drawnArcs(cycle: SpiralCycle, least: number): DrawnCycle {
  const placed = cycle.arcs
    .map((arc) => ({ ...arc, ...stretch(cycle, arc, least) }))
    .toSorted((one, other) => one.start - other.start)
  const arcs: DrawnArc[] = []
  let heap: Omit<DrawnArc, 'lanes'>[] = []
  let ends: number[] = []
  const settle = () => {
    arcs.push(...heap.map((arc) => ({ ...arc, lanes: ends.length })))
    heap = []
    ends = []
  }
  for (const arc of placed) {
    if (ends.every((taken) => taken <= arc.start + 1e-9)) settle()
    const free = ends.findIndex((taken) => taken <= arc.start + 1e-9)
    const lane = free < 0 ? ends.length : free
    ends[lane] = arc.end
    heap.push({ ...arc, lane })
  }
  settle()
  const lanes = Math.max(1, ...arcs.map((arc) => arc.lanes))
  return { arcs, lanes, breaks: cycle.breaks.map((one) => stretch(cycle, one, least)) }
}

/** The part of its turn that a day of a cycle is at. */
export function partOf({ from, to }: SpiralCycle, day: string): number {
  const days = Math.max(1, dayNumber(to) - dayNumber(from))
  return Math.min(1, Math.max(0, (dayNumber(day) - dayNumber(from)) / days))
}

function stretch(
  cycle: SpiralCycle,
  { from, to }: { readonly from: string; readonly to: string },
  least: number,
): Stretch {
  const start = Math.min(partOf(cycle, from), 1 - least)
  return { start, end: Math.min(1, Math.max(start + least, partOf(cycle, to))) }
}
