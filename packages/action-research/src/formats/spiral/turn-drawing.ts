import { spanInWords } from '../../views/in-words.ts'
import { escapeXml } from '../text/escape.ts'
import type { DrawnArc } from './drawn-arcs.ts'
import { facetLooks } from './facet-look.ts'
import { at, type Loop, loopLane, type Point } from './loops.ts'
import { arrow, band, endMark, line, num, xy } from './strokes.ts'
import { textWidth } from './text-width.ts'
import { angleOf, distanceAt, labelSize, laneOffset, type Turn } from './turns.ts'

const middle: Point = { x: 0, y: 0 }

/** A rectangle that a label takes, `x` and `y` its middle. */
export interface LabelBox extends Point {
  readonly text: string
  readonly width: number
  readonly height: number
}

/** Whether two labels would touch. */
export function touch(one: LabelBox, other: LabelBox): boolean {
  return (
    Math.abs(one.x - other.x) * 2 < one.width + other.width && Math.abs(one.y - other.y) * 2 < one.height + other.height
  )
}

/** The labels of turns, loops and facets that have room: of two that would touch only the first is there. */
export function labelBoxes(turns: readonly Turn[]): readonly LabelBox[] {
  const pills = turns.map(({ cycle, base }) => boxAt(at(middle, 0, base), cycle.label, 10, 17))
  const rings = turns.flatMap(({ loops }) =>
    loops.flatMap(({ cycle, centre, depth }) => (depth === 1 ? [boxAt(centre, cycle.label, 2, 12)] : [])),
  )
  const letters = turns.flatMap((turn) =>
    turn.drawn.arcs.flatMap((arc) => {
      const start = angleOf(turn, arc.start)
      const end = angleOf(turn, arc.end)
      const distance = distanceAt(turn, (start + end) / 2) + laneOffset(arc, turn.lane)
      if ((end - start) * distance < 17 || (arc.lanes > 1 && turn.lane < 13)) return []
      return [boxAt(at(middle, (start + end) / 2, distance), facetLooks[arc.facet].letter, 6.2, 13)]
    }),
  )
  const kept: LabelBox[] = []
  for (const box of [...pills, ...rings, ...letters]) if (!kept.some((one) => touch(one, box))) kept.push(box)
  return kept
}

/** A turn with its facets, breaks, loops and end, without its labels. */
export function turnDrawing(turn: Turn, prefix: string): string {
  const { cycle, drawn, lane } = turn
  const distance = (offset: number) => (angle: number) => distanceAt(turn, angle) + offset
  const path = (start: number, end: number, offset = 0) =>
    line(middle, angleOf(turn, start), angleOf(turn, end), distance(offset))
  const arcs = drawn.arcs.map((arc) => {
    const offset = laneOffset(arc, turn.lane)
    const angle = angleOf(turn, arc.end)
    const title = `Cycle ${cycle.label}: ${facetLooks[arc.facet].word}, ${spanInWords(arc.from, arc.isOpen ? undefined : arc.to)}`
    const head = arc.isOpen ? arrow(at(middle, angle, distance(offset)(angle)), angle, lane * 0.62) : ''
    return band(path(arc.start, arc.end, offset), arc.facet, widthOf(arc, turn), prefix, title) + head
  })
  const breaks = drawn.breaks.map(({ start, end }) => `<path class="ars-break" d="${path(start, end)}"/>`)
  const closing = angleOf(turn, 1) + 9 / turn.next
  const end = endMark(cycle.status, at(middle, closing, distanceAt(turn, closing)))
  const whole = `<path class="ars-line" d="${line(middle, 0, 2 * Math.PI, distance(0))}"/>`
  return `<g>${whole}${arcs.join('')}${breaks.join('')}${end}${turn.loops.map((loop) => loopDrawing(loop, prefix)).join('')}</g>`
}

/** A facet alone has the height of a lane, or in a dense picture of them all, that its texture can be seen. */
function widthOf({ lanes }: DrawnArc, { drawn, lane }: Turn): number {
  return lanes === 1 ? Math.max(lane, Math.min(16, drawn.lanes * lane)) - 4 : lane - Math.min(4, lane * 0.3)
}

function loopDrawing({ cycle, drawn, centre, radius, rim, depth }: Loop, prefix: string): string {
  const lane = loopLane(depth)
  const outer = radius + (drawn.lanes * lane) / 2
  const away = Math.hypot(rim.x - centre.x, rim.y - centre.y) || 1
  const edge = {
    x: centre.x + ((rim.x - centre.x) * outer) / away,
    y: centre.y + ((rim.y - centre.y) * outer) / away,
  }
  const tie = `<path class="ars-tie${cycle.isDetached ? ' ars-tie-free' : ''}" d="M${xy(rim)}L${xy(edge)}"/>`
  const ring = `<circle class="ars-pill" cx="${num(centre.x)}" cy="${num(centre.y)}" r="${num(radius)}"/>`
  const along = (part: number) => 0.12 + part * (2 * Math.PI - 0.24)
  const arcs = drawn.arcs.map((arc) => {
    const distance = radius + laneOffset(arc, lane)
    const path = line(centre, along(arc.start), along(arc.end), () => distance)
    const title = `Cycle ${cycle.label}: ${facetLooks[arc.facet].word}, ${spanInWords(arc.from, arc.isOpen ? undefined : arc.to)}`
    const head = arc.isOpen ? arrow(at(centre, along(arc.end), distance), along(arc.end), 6) : ''
    return band(path, arc.facet, lane - 2, prefix, title) + head
  })
  const breaks = drawn.breaks.map(
    ({ start, end }) => `<path class="ars-break" d="${line(centre, along(start), along(end), () => radius)}"/>`,
  )
  return `<g><title>Cycle ${escapeXml(cycle.label)}</title>${tie}${ring}${arcs.join('')}${breaks.join('')}</g>`
}

function boxAt({ x, y }: Point, text: string, space: number, height: number): LabelBox {
  return { x, y, text, width: textWidth(text, labelSize) + space, height }
}
