import { type IntervalFacet, intervalFacets } from '../../facet.ts'
import type { SpiralCycle } from '../../views/spiral.ts'
import { escapeXml } from '../text/escape.ts'
import { facetLooks } from './facet-look.ts'
import { arrow, band, endMark, num } from './strokes.ts'
import { textWidth } from './text-width.ts'

/** An entry of the legend: a small drawing about 28 wide around 0, 0, and what it means. */
interface LegendEntry {
  readonly drawing: string
  readonly words: string
}

/** The legend, laid in rows within a width from the point 0, 0 on, and its height. Only what the picture has is in it. */
export function legend(cycles: readonly SpiralCycle[], width: number, prefix: string) {
  const rows: { x: number; parts: string[] }[] = []
  for (const { drawing, words } of entriesFor(cycles, prefix)) {
    const needed = 40 + textWidth(words, 12) + 14
    let row = rows.at(-1)
    if (row === undefined || row.x + needed > width) {
      row = { x: 0, parts: [] }
      rows.push(row)
    }
    const y = (rows.length - 1) * 24 + 12
    row.parts.push(
      `<g transform="translate(${num(row.x + 14)} ${y})">${drawing}</g><text class="ars-said" x="${num(row.x + 36)}" y="${y + 4}" font-size="12">${escapeXml(words)}</text>`,
    )
    row.x += needed
  }
  return { drawing: rows.flatMap(({ parts }) => parts).join(''), height: rows.length * 24 }
}

function entriesFor(cycles: readonly SpiralCycle[], prefix: string): readonly LegendEntry[] {
  const all = withInner(cycles)
  const arcs = all.flatMap((cycle) => cycle.arcs)
  const facets = intervalFacets.filter((facet) => arcs.some((arc) => arc.facet === facet))
  return [
    ...facets.map((facet) => ({ drawing: sample(facet, prefix), words: facetLooks[facet].word })),
    ...entry(
      arcs.some(({ isOpen }) => isOpen),
      arrow({ x: 0, y: 0 }, 0, 11),
      'still open',
    ),
    ...entry(
      all.some(({ breaks }) => breaks.length > 0),
      '<path class="ars-break" d="M-12 0H12"/>',
      'suspended',
    ),
    ...entry(
      cycles.some(({ status }) => status === 'closed'),
      endMark('closed', { x: 0, y: 0 }),
      'cycle closed',
    ),
    ...entry(
      cycles.some(({ status }) => status === 'abandoned'),
      endMark('abandoned', { x: 0, y: 0 }),
      'cycle abandoned',
    ),
    ...entry(
      all.length > cycles.length,
      '<path class="ars-tie" d="M-14 0H-6"/><circle class="ars-pill" r="6"/>',
      'cycle inside a cycle',
    ),
    ...entry(
      all.some(({ isDetached }) => isDetached),
      '<path class="ars-tie ars-tie-free" d="M-14 0H-6"/><circle class="ars-pill" r="6"/>',
      'detached from its days',
    ),
  ]
}

function entry(isThere: boolean, drawing: string, words: string): readonly LegendEntry[] {
  return isThere ? [{ drawing, words }] : []
}

function sample(facet: IntervalFacet, prefix: string): string {
  const { word, letter } = facetLooks[facet]
  const disc = '<rect class="ars-disc" x="-6.5" y="-6.5" width="13" height="13" rx="6.5"/>'
  const text = `<text y="4" font-size="11" font-weight="600">${letter}</text>`
  return `${band('M-14 0H14', facet, 13, prefix, word)}${disc}${text}`
}

function withInner(cycles: readonly SpiralCycle[]): readonly SpiralCycle[] {
  return cycles.flatMap((cycle) => [cycle, ...withInner(cycle.inner)])
}
