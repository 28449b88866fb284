import type { ChartTable } from '../charts/chart.ts'
import { escapeHtml } from './escape.ts'

/** The numbers of a chart as an HTML table, in a box that scrolls by itself where it is wider than the page. */
export function chartTable({ columns, rows }: ChartTable, title: string, id: string): string {
  const [first = '', ...others] = columns
  const head = others.map((name) => `<th scope="col" class="number">${escapeHtml(name)}</th>`).join('')
  const body = rows.map(([name = '', ...cells]) => {
    const shown = cells.map(
      (cell) => `<td>${cell === 'not shown' ? '<span class="not-shown">not shown</span>' : escapeHtml(cell)}</td>`,
    )
    return `<tr><th scope="row">${escapeHtml(name)}</th>${shown.join('')}</tr>\n`
  })
  return `<div class="scroll" role="region" aria-label="${escapeHtml(title)}, table" tabindex="0" id="${id}-numbers">
<table>
<caption>${escapeHtml(title)}</caption>
<thead><tr><th scope="col">${escapeHtml(first)}</th>${head}</tr></thead>
<tbody>
${body.join('')}</tbody>
</table>
</div>
`
}
