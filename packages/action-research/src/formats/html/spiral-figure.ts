import { spanInWords } from '../../views/in-words.ts'
import type { Spiral, SpiralCycle } from '../../views/spiral.ts'
import { spiralSvg } from '../spiral/spiral-svg.ts'
import { escapeXml } from '../text/escape.ts'

/** The section with the picture of the cycles, and a table that says the same. */
export function spiralFigure(spiral: Spiral): string {
  const rows = spiral.cycles.flatMap(withInner).map(row).join('\n')
  const table =
    rows === ''
      ? ''
      : `<div class="scroll" role="region" aria-label="The cycles in words" tabindex="0">
<table>
<caption>What the picture shows, cycle by cycle</caption>
<thead><tr><th scope="col">Cycle</th><th scope="col">Days</th><th scope="col">Stands</th><th scope="col">Facets</th></tr></thead>
<tbody>
${rows}
</tbody>
</table>
</div>
`
  return `<section aria-labelledby="cycles">
<h2 id="cycles">The cycles</h2>
<figure>
<div class="picture" role="region" aria-label="Picture of the cycles" tabindex="0">${spiralSvg(spiral, { idPrefix: 'spiral' })}</div>
<figcaption>Each turn is a cycle, from the inside out. It begins at the top and runs clockwise from the cycle’s first day to its last; facets that overlap lie side by side.</figcaption>
</figure>
${table}</section>
`
}

function withInner(cycle: SpiralCycle): readonly SpiralCycle[] {
  return [cycle, ...cycle.inner.flatMap(withInner)]
}

function row({ label, from, to, status, isDetached, arcs, breaks }: SpiralCycle): string {
  const hasEnded = status === 'closed' || status === 'abandoned'
  const did = [
    ...arcs.map((arc) => `${arc.facet} ${spanInWords(arc.from, arc.isOpen ? undefined : arc.to)}`),
    ...breaks.map((one) => `suspended ${spanInWords(one.from, one.to === to && !hasEnded ? undefined : one.to)}`),
  ]
  const list = did.map((text) => `<li>${escapeXml(text)}</li>`).join('')
  const days = spanInWords(from, hasEnded ? to : undefined)
  const stands = isDetached ? `${status}, detached` : status
  return `<tr><th scope="row">${escapeXml(label)}</th><td>${escapeXml(days)}</td><td>${escapeXml(stands)}</td><td>${list === '' ? 'none yet' : `<ul>${list}</ul>`}</td></tr>`
}
