import { intervalFacets } from '../../facet.ts'
import type { Spiral } from '../../views/spiral.ts'
import { escapeXml } from '../text/escape.ts'
import { facetLooks, spiralStyle } from './facet-look.ts'
import { legend } from './legend.ts'
import { spiralWords } from './spiral-words.ts'
import { num } from './strokes.ts'
import { type LabelBox, labelBoxes, turnDrawing } from './turn-drawing.ts'
import { labelSize, type Turn, turnsOf } from './turns.ts'

/**
 * How the picture is named: its title, and what the ids in it begin with, so that several fit in one page; letters,
 * digits and hyphens, a letter first.
 */
export interface SpiralSvgOptions {
  readonly title?: string
  readonly idPrefix?: string
}

/**
 * A picture of the cycles as one SVG text: a turn of a spiral for each, from the inside out, and for a cycle inside
 * another a ring beside its turn. A turn begins at the top and runs clockwise; the days of its cycle fill it evenly, so
 * turns are not to one scale. Facets are arcs, side by side where they overlap, each told by colour, texture and letter. A
 * letter is left out where it has no room or would touch another label. The description in the picture says it all in words. Throws a
 * RangeError for an `idPrefix` that is none.
 * @example
 * ```ts
 * import { spiral, spiralSvg } from '@mentoring-commons/action-research'
 * const picture = spiralSvg(spiral({ status: 'not-begun' }, '2026-06-30'), { title: 'Listening' })
 * picture.includes('<title id="spiral-title">Listening</title>') //=> true
 * ```
 */
export function spiralSvg(spiral: Spiral, options: SpiralSvgOptions = {}): string {
  const { title = 'The cycles of the inquiry', idPrefix = 'spiral' } = options
  if (!/^[A-Za-z][A-Za-z0-9-]*$/.test(idPrefix)) {
    throw new RangeError(`idPrefix "${idPrefix}" does not fit an id; use letters, digits and hyphens, a letter first`)
  }
  const prefix = `${idPrefix}-`
  const turns = turnsOf(spiral)
  const reach = reachOf(turns)
  const width = Math.max(340, 2 * reach + 32)
  const key = legend(spiral.cycles, width - 32, prefix)
  const height = 2 * reach + 32 + (key.height === 0 ? 0 : key.height + 16)
  const patterns = intervalFacets
    .filter((facet) => facetLooks[facet].texture !== '')
    .map((facet) => patternOf(`${prefix}${facet}`, facetLooks[facet].texture))
  const drawing = turns.length === 0 ? nothing(reach) : turns.map((turn) => turnDrawing(turn, prefix)).join('\n')
  return `<svg xmlns="http://www.w3.org/2000/svg" class="ars" role="img" aria-labelledby="${prefix}title ${prefix}desc" viewBox="0 0 ${num(width)} ${num(height)}" width="${num(width)}" height="${num(height)}">
<title id="${prefix}title">${escapeXml(title)}</title>
<desc id="${prefix}desc">${escapeXml(spiralWords(spiral).join(' '))}</desc>
<style>${spiralStyle}</style>
<defs>${patterns.join('')}</defs>
<rect class="ars-paper" width="${num(width)}" height="${num(height)}"/>
<g transform="translate(${num(width / 2)} ${num(reach + 16)})">
${drawing}
${labelBoxes(turns).map(labelDrawing).join('\n')}
</g>
<g transform="translate(16 ${num(2 * reach + 40)})">${key.drawing}</g>
</svg>
`
}

/** How far the picture reaches from the middle. */
function reachOf(turns: readonly Turn[]): number {
  const last = turns.at(-1)
  if (last === undefined) return 90
  const loops = turns.flatMap((turn) =>
    turn.loops.map(({ centre, radius }) => Math.hypot(centre.x, centre.y) + radius + 16),
  )
  return Math.max(last.next + (last.drawn.lanes * last.lane) / 2, ...loops)
}

function patternOf(id: string, texture: string): string {
  return `<pattern id="${id}" width="8" height="8" patternUnits="userSpaceOnUse"><g stroke="#1d2730" stroke-width="1" stroke-opacity=".55" fill="#1d2730" fill-opacity=".6">${texture}</g></pattern>`
}

function nothing(reach: number): string {
  return `<circle class="ars-tie ars-tie-free" r="${num(reach - 12)}"/><text y="4" font-size="13">No cycle has begun</text>`
}

function labelDrawing({ x, y, text, width, height }: LabelBox): string {
  const isLetter = /^[A-Z]$/.test(text)
  const shape = `<rect class="${isLetter ? 'ars-disc' : 'ars-pill'}" x="${num(x - width / 2)}" y="${num(y - height / 2)}" width="${num(width)}" height="${num(height)}" rx="${num(height / 2)}"/>`
  return `<g class="ars-label">${shape}<text x="${num(x)}" y="${num(y + 4)}" font-size="${labelSize}" font-weight="600">${escapeXml(text)}</text></g>`
}
