import type { SpiralCycle } from '../../views/spiral.ts'
import { type DrawnCycle, drawnArcs, partOf } from './drawn-arcs.ts'
import { textWidth } from './text-width.ts'

/** A point, x to the right and y downwards. */
export interface Point {
  readonly x: number
  readonly y: number
}

/** A cycle inside another, drawn as a ring. `depth` is 1 right inside a turn; `rim` is where its parent's line is. */
export interface Loop {
  readonly cycle: SpiralCycle
  readonly depth: number
  readonly drawn: DrawnCycle
  readonly centre: Point
  readonly radius: number
  readonly rim: Point
}

const space = 5

/** The height of a lane of a loop: smaller for loops on loops, which have no label in them. */
export function loopLane(depth: number): number {
  return depth === 1 ? 5.5 : 4
}

/** The radius of the circle that a loop needs with all that is inside it. */
export function footprint(cycle: SpiralCycle, depth: number): number {
  const outer = outerRadius(cycle, depth)
  if (cycle.inner.length === 0) return outer
  return innerOrbit(cycle, depth, outer) + widest(cycle, depth + 1)
}

/** The largest footprint, as loops at a depth, of the cycles inside a cycle; 0 when there are none. */
export function widest({ inner }: SpiralCycle, depth: number): number {
  return Math.max(0, ...inner.map((one) => footprint(one, depth)))
}

/** The least angle between two loops of a footprint, whose centres lie on a circle. */
export function apart(size: number, orbit: number): number {
  return 2 * Math.asin(Math.min(1, (size + space / 2) / orbit))
}

/** The least radius on which `n` loops of a footprint have room side by side. */
export function orbitFor(n: number, size: number): number {
  return n < 2 ? 0 : (size + space) / Math.sin(Math.PI / (n + 1))
}

/**
 * Angles as near as may be to those wished, in the same order, at least `least` apart, and within a full turn less
 * `least` so that the last does not meet the first.
 */
export function spread(wished: readonly number[], least: number): readonly number[] {
  const low = least / 2
  const high = 2 * Math.PI - least / 2
  const forward: number[] = []
  for (const angle of wished) forward.push(Math.max(angle, low, (forward.at(-1) ?? -least) + least))
  return forward.map((angle, index) => Math.min(angle, high - (forward.length - 1 - index) * least))
}

/** A loop and all those inside it, set outside a rim on the side that an angle points to (0 is up, then clockwise). */
export function loopsAt(cycle: SpiralCycle, depth: number, centre: Point, rim: Point): readonly Loop[] {
  const outer = outerRadius(cycle, depth)
  const drawn = drawnArcs(cycle, 0.06)
  const radius = outer - (drawn.lanes * loopLane(depth)) / 2
  const own: Loop = { cycle, depth, drawn, centre, radius, rim }
  if (cycle.inner.length === 0) return [own]
  const orbit = innerOrbit(cycle, depth, outer)
  const wished = cycle.inner.map(({ from }) => partOf(cycle, from) * 2 * Math.PI)
  const angles = spread(wished, apart(widest(cycle, depth + 1), orbit))
  const inner = cycle.inner.flatMap((one, index) => {
    const angle = angles[index] ?? 0
    return loopsAt(one, depth + 1, at(centre, angle, orbit), at(centre, angle, outer))
  })
  return [own, ...inner]
}

/** The point at an angle (0 is up, then clockwise) and a distance from a centre. */
export function at(centre: Point, angle: number, distance: number): Point {
  return { x: centre.x + distance * Math.sin(angle), y: centre.y - distance * Math.cos(angle) }
}

function outerRadius(cycle: SpiralCycle, depth: number): number {
  const hole = depth === 1 ? Math.max(11, textWidth(cycle.label, 11) / 2 + 3) : 4
  return hole + drawnArcs(cycle, 0.06).lanes * loopLane(depth)
}

function innerOrbit(cycle: SpiralCycle, depth: number, outer: number): number {
  const size = widest(cycle, depth + 1)
  return Math.max(outer + space + size, orbitFor(cycle.inner.length, size))
}
