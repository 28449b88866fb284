import type { ChartSpec } from '../charts/chart-spec.ts'
import { drawingOf } from './drawing.ts'
import { escapeHtml } from './escape.ts'

/** A drawn chart as an HTML `<figure>`: named, described, scalable, its ids made its own. */
export function chartFigure(svg: string, spec: ChartSpec, id: string): string {
  const title = titleOf(spec)
  const { width, height, viewBox, body } = drawingOf(svg, id)
  const size = `width="${escapeHtml(width)}" height="${escapeHtml(height)}" viewBox="${escapeHtml(viewBox)}"`
  return `<figure class="chart">
<svg xmlns="http://www.w3.org/2000/svg" ${size} role="img" aria-labelledby="${id}-chart-title ${id}-chart-desc"><title id="${id}-chart-title">${escapeHtml(title)}</title><desc id="${id}-chart-desc">The same numbers stand in the table or list beside it.</desc>${body}</svg>
<figcaption>${escapeHtml(title)}</figcaption>
</figure>
`
}

/** What a chart is called. */
export function titleOf({ description }: ChartSpec): string {
  return typeof description === 'string' && description !== '' ? description : 'Chart'
}
