import type { ChartSpec } from '../charts/chart-spec.ts'
import { escapeHtml } from './escape.ts'

/** A drawn chart as an HTML `<figure>`: named, described, scalable, its ids made its own. */
export function chartFigure(svg: string, spec: ChartSpec, id: string): string {
  const head = /^<svg\b[^>]*>/.exec(svg)?.[0]
  if (head === undefined)
    throw new TypeError(`A drawn chart must begin with <svg, not with ${JSON.stringify(svg.slice(0, 40))}.`)
  const unsafe =
    /<(?:script|foreignObject|image|use|style|iframe|a)\b|<[^>]*\s(?:on\w+|href|xlink:href|src)\s*=|url\(\s*['"]?(?!#)/i.exec(
      svg,
    )
  if (unsafe !== null)
    throw new TypeError(
      `A drawn chart may neither run nor load anything, and this one has ${JSON.stringify(unsafe[0])}.`,
    )
  const [width, height] = [attribute(head, 'width') ?? '600', attribute(head, 'height') ?? '400']
  const box = attribute(head, 'viewBox') ?? `0 0 ${width} ${height}`
  const title = titleOf(spec)
  const body = svg
    .slice(head.length)
    .replace(/\s(?:role|aria-[a-z]+)="[^"]*"/g, '')
    .replace(/\sid="([^"]*)"/g, ` id="${id}-$1"`)
    .replace(/url\(\s*['"]?#([^)'"]*)['"]?\s*\)/g, `url(#${id}-$1)`)
  const named = `<title id="${id}-chart-title">${escapeHtml(title)}</title><desc id="${id}-chart-desc">Bar chart. The same numbers stand in the table after it.</desc>`
  const open = `<svg xmlns="http://www.w3.org/2000/svg" width="${escapeHtml(width)}" height="${escapeHtml(height)}" viewBox="${escapeHtml(box)}" role="img" aria-labelledby="${id}-chart-title ${id}-chart-desc">`
  return `<figure class="chart">\n${open}${named}${body}\n<figcaption>${escapeHtml(title)}</figcaption>\n</figure>\n`
}

function attribute(head: string, name: string): string | undefined {
  return new RegExp(`\\s${name}="([^"]*)"`).exec(head)?.[1]
}

function titleOf({ title }: ChartSpec): string {
  if (typeof title === 'string') return title
  const text = typeof title === 'object' && title !== null && 'text' in title ? title.text : undefined
  return typeof text === 'string' && text !== '' ? text : 'Chart'
}
