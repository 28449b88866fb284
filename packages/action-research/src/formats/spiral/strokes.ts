import type { IntervalFacet } from '../../facet.ts'
import { escapeXml } from '../text/escape.ts'
import { facetLooks } from './facet-look.ts'
import { at, type Point } from './loops.ts'

/** A number as it is drawn: two decimals at most, and never minus zero. */
export function num(value: number): string {
  const rounded = Math.round(value * 100) / 100
  return String(rounded === 0 ? 0 : rounded)
}

/** A point as it is drawn. */
export function xy({ x, y }: Point): string {
  return `${num(x)} ${num(y)}`
}

/** A line from one angle to another (0 is up, then clockwise) at the distance that a function gives, drawn in short steps. */
export function line(centre: Point, start: number, end: number, distance: (angle: number) => number): string {
  const steps = Math.max(2, Math.ceil((end - start) / 0.07))
  const points = Array.from({ length: steps + 1 }, (_, step) => {
    const angle = start + ((end - start) * step) / steps
    return xy(at(centre, angle, distance(angle)))
  })
  return `M${points.join('L')}`
}

/** A facet drawn along a path: an edge, its colour, and its texture, with a title for those who point at it. */
export function band(path: string, facet: IntervalFacet, width: number, prefix: string, title: string): string {
  const { colour, texture } = facetLooks[facet]
  const woven =
    texture === ''
      ? ''
      : `<path class="ars-fill" d="${path}" stroke="url(#${prefix}${facet})" stroke-width="${num(width)}"/>`
  return `<g><title>${escapeXml(title)}</title><path class="ars-edge" d="${path}" stroke-width="${num(width + 2)}"/><path class="ars-fill" d="${path}" stroke="${colour}" stroke-width="${num(width)}"/>${woven}</g>`
}

/** An arrowhead at a point, that points along an angle's clockwise direction. */
export function arrow(point: Point, angle: number, size: number): string {
  const turn = (angle * 180) / Math.PI
  return `<path class="ars-mark" d="M${num(-size * 0.5)} ${num(-size * 0.62)}L${num(size * 0.7)} 0L${num(-size * 0.5)} ${num(size * 0.62)}Z" transform="translate(${xy(point)}) rotate(${num(turn)})"/>`
}

/** The mark at the end of a turn that has ended or rests: a dot, a cross, two bars; nothing while it runs. */
export function endMark(status: string, point: Point): string {
  const { x, y } = point
  if (status === 'closed') return `<circle class="ars-mark" cx="${num(x)}" cy="${num(y)}" r="3.6"/>`
  if (status === 'abandoned') {
    return `<path class="ars-cross" d="M${num(x - 3.5)} ${num(y - 3.5)}L${num(x + 3.5)} ${num(y + 3.5)}M${num(x + 3.5)} ${num(y - 3.5)}L${num(x - 3.5)} ${num(y + 3.5)}"/>`
  }
  if (status !== 'suspended') return ''
  return `<path class="ars-cross" d="M${num(x - 2.5)} ${num(y - 4)}V${num(y + 4)}M${num(x + 2.5)} ${num(y - 4)}V${num(y + 4)}"/>`
}
