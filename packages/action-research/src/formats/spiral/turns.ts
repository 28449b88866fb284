import type { Spiral, SpiralCycle } from '../../views/spiral.ts'
import { type DrawnArc, type DrawnCycle, drawnArcs, partOf } from './drawn-arcs.ts'
import { apart, at, type Loop, loopsAt, orbitFor, type Point, spread, widest } from './loops.ts'
import { textWidth } from './text-width.ts'

/** A turn of the spiral: its line is `base` from the middle where it begins, at the top, and `next` where it ends. */
export interface Turn {
  readonly cycle: SpiralCycle
  readonly drawn: DrawnCycle
  readonly base: number
  readonly next: number
  readonly lane: number
  readonly opening: number
  readonly loops: readonly Loop[]
}

/** The size of the letters of facets and of the labels of turns. */
export const labelSize = 11
const middle: Point = { x: 0, y: 0 }

/**
 * The turns of a spiral, from the inside out, around the point 0, 0. Each is as far from the next as their lanes and
 * its loops need, and leaves an opening at the top for its label.
 */
export function turnsOf({ cycles }: Spiral): readonly Turn[] {
  const isDense = cycles.length > 8
  const drawn = cycles.map((cycle) => drawnArcs(cycle, 0.02))
  const lane = (index: number) => laneHeight(drawn[index]?.lanes ?? 1, isDense)
  const half = (index: number) => ((drawn[index]?.lanes ?? 1) * lane(index)) / 2
  const needs = cycles.map((cycle, index) => {
    const loops = widest(cycle, 1)
    return half(index) + half(index + 1) + (isDense ? 4 : 8) + (loops === 0 ? 0 : 2 * loops + 14)
  })
  const bases: number[] = []
  for (const [index, cycle] of cycles.entries()) {
    const pitch = Math.max(needs[index - 1] ?? 0, needs[index - 2] ?? 0)
    const from = index === 0 ? Math.max(52, half(0) + 34) : (bases[index - 1] ?? 0) + pitch
    bases.push(Math.max(from, orbitFor(cycle.inner.length, widest(cycle, 1)) - outside(cycle, half(index))))
  }
  return cycles.map((cycle, index) => {
    const base = bases[index] ?? 0
    const next = bases[index + 1] ?? base + Math.max(needs[index] ?? 0, needs[index - 1] ?? 0)
    const opening = Math.min(0.9, (textWidth(cycle.label, labelSize) / 2 + 22) / base)
    const plain = { cycle, drawn: drawn[index] ?? drawnArcs(cycle, 0.02), base, next, lane: lane(index), opening }
    return { ...plain, loops: loopsOf(plain, outside(cycle, half(index))) }
  })
}

function laneHeight(lanes: number, isDense: boolean): number {
  if (isDense) return Math.max(7, 16 / lanes)
  return lanes === 1 ? 18 : 15
}

/** How far outside its turn's line the middle of a loop lies. */
function outside(cycle: SpiralCycle, half: number): number {
  return half + 6 + widest(cycle, 1)
}

/** The angle (0 is up, then clockwise) of a part of a turn. */
export function angleOf({ opening }: Pick<Turn, 'opening'>, part: number): number {
  return opening + part * (2 * Math.PI - 2 * opening)
}

/** The distance of a turn's line from the middle at an angle. */
export function distanceAt({ base, next }: Pick<Turn, 'base' | 'next'>, angle: number): number {
  return base + ((next - base) * angle) / (2 * Math.PI)
}

/** The distance from a line, outwards, of the middle of the lane of an arc, for lanes of a height. */
export function laneOffset({ lane, lanes }: Pick<DrawnArc, 'lane' | 'lanes'>, height: number): number {
  return ((lanes - 1) / 2 - lane) * height
}

function loopsOf(turn: Omit<Turn, 'loops'>, beyond: number): readonly Loop[] {
  const { cycle, base, drawn, lane } = turn
  const wished = cycle.inner.map(({ from }) => angleOf(turn, partOf(cycle, from)))
  const angles = spread(wished, apart(widest(cycle, 1), base + beyond))
  return cycle.inner.flatMap((inner, index) => {
    const angle = angles[index] ?? 0
    const line = distanceAt(turn, angle)
    return loopsAt(inner, 1, at(middle, angle, line + beyond), at(middle, angle, line + (drawn.lanes * lane) / 2))
  })
}
