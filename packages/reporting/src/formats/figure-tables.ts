import type { DisclosedFigure } from '../disclosure/disclosed-figure.ts'
import { isSuppressed, type Suppressed, type SuppressionReason } from '../disclosure/suppressed.ts'
import { readableNumber } from '../readable-number.ts'
import { escapeHtml } from './escape.ts'

/** A section's figures as HTML: single ones as a list of headlines, those split by something as a table for each indicator. */
export function figureTables(
  figures: readonly DisclosedFigure[],
  labels: Readonly<Record<string, string>>,
  id: string,
): { readonly headlines: string; readonly tables: string } {
  const sets = new Map<string, DisclosedFigure[]>()
  for (const figure of figures) sets.set(figure.id, [...(sets.get(figure.id) ?? []), figure])
  const isSingle = (set: readonly DisclosedFigure[]) => set.every((figure) => Object.keys(figure.by).length === 0)
  const groups = [...sets.values()]
  const single = groups.filter(isSingle).flat()
  const split = groups.filter((set) => !isSingle(set))
  return {
    headlines: single.length === 0 ? '' : `<dl class="headlines">\n${single.map(headline).join('')}</dl>\n`,
    tables: split.map((set, place) => table(set, labels, `${id}-table-${place + 1}`)).join(''),
  }
}

function headline(figure: DisclosedFigure): string {
  const n =
    figure.unit === 'people' || figure.unit === 'rows' || isCountItself(figure)
      ? ''
      : ` <span class="n">of ${number(figure.n, '')}</span>`
  return `<div>\n<dt>${escapeHtml(figure.label)}</dt>\n<dd><span class="value">${valueText(figure)}</span>${n}${spread(figure)}<span class="definition">${escapeHtml(figure.definition)}</span></dd>\n</div>\n`
}

function isCountItself(figure: DisclosedFigure): boolean {
  return 'value' in figure && figure.n === figure.value
}

function table(figures: readonly DisclosedFigure[], labels: Readonly<Record<string, string>>, id: string): string {
  const [first] = figures
  if (first === undefined) return ''
  const splits = [...new Set(figures.flatMap((figure) => Object.keys(figure.by)))]
  const name = (split: string) => escapeHtml(labels[split] ?? split)
  const [head, body] = (splits.length === 2 && crossed(figures, splits, name)) || listed(figures, splits, name)
  return `<h3 id="${id}">${escapeHtml(first.label)}</h3>
<p class="definition">${escapeHtml(first.definition)}</p>
<div class="scroll" role="region" aria-label="${escapeHtml(first.label)}, table" tabindex="0">
<table>
<caption>${escapeHtml(first.label)}, by ${splits.map(name).join(' and ')}${first.unit === '' ? '' : ` (${escapeHtml(first.unit)})`}</caption>
<thead><tr>${head}</tr></thead>
<tbody>
${body}</tbody>
</table>
</div>
`
}

function listed(
  figures: readonly DisclosedFigure[],
  splits: readonly string[],
  name: (split: string) => string,
): readonly [string, string] {
  const withN =
    !figures.every(isCountItself) &&
    figures.some(
      (figure) =>
        JSON.stringify(figure.n) !==
        JSON.stringify('value' in figure ? figure.value : { suppressed: figure.suppressed }),
    )
  const head =
    splits.map((split) => `<th scope="col">${name(split)}</th>`).join('') +
    '<th scope="col" class="number">Value</th>' +
    (withN ? '<th scope="col" class="number">Out of</th>' : '')
  const rows = figures.map((figure) => {
    const groups = splits.map((split) => `<th scope="row">${escapeHtml(figure.by[split] ?? 'all')}</th>`).join('')
    return `<tr>${groups}<td>${valueText(figure)}${spread(figure)}</td>${withN ? `<td>${number(figure.n, '')}</td>` : ''}</tr>\n`
  })
  return [head, rows.join('')]
}

/** More columns than this do not fit a sheet of paper; what needs more is listed, a figure a row. */
const columnsMax = 10

function crossed(
  figures: readonly DisclosedFigure[],
  splits: readonly string[],
  name: (split: string) => string,
): readonly [string, string] | undefined {
  // Across goes what takes less room, so that twenty choices do not make twenty columns.
  const [columnSplit = '', rowSplit = ''] = [...splits]
    .reverse()
    .sort((a, b) => widthOf(groupsOf(a)) - widthOf(groupsOf(b)))
  function groupsOf(split: string): readonly string[] {
    return [...new Set(figures.map((figure) => groupOf(figure, split)))]
  }
  const columns = groupsOf(columnSplit)
  const rows = groupsOf(rowSplit)
  if (columns.length > columnsMax) return undefined
  const cells = new Map(
    figures.map((figure) => [place(groupOf(figure, rowSplit), groupOf(figure, columnSplit)), figure]),
  )
  const row = (group: string) => columns.flatMap((column) => cells.get(place(group, column)) ?? [])
  const column = (group: string) => rows.flatMap((each) => cells.get(place(each, group)) ?? [])
  const nOfRows = rows.map((group) => commonN(row(group)))
  const nOfColumns = columns.map((group) => commonN(column(group)))
  const byRow = nOfRows.every((n) => n !== undefined)
  const byColumn = !byRow && nOfColumns.every((n) => n !== undefined)
  const numberHead = (text: string) => `<th scope="col" class="number">${text}</th>`
  const head = `<th scope="col">${name(rowSplit)}</th>${columns.map((group) => numberHead(escapeHtml(group))).join('')}${byRow ? numberHead('Out of') : ''}`
  const body = rows.map((group, index) => {
    const n = nOfRows[index]
    const shown = columns.map((each) => cell(cells.get(place(group, each)), byRow || byColumn)).join('')
    return `<tr><th scope="row">${escapeHtml(group)}</th>${shown}${byRow && n !== undefined ? `<td>${number(n, '')}</td>` : ''}</tr>\n`
  })
  const totals = nOfColumns.map((n) => `<td>${n === undefined ? '' : number(n, '')}</td>`).join('')
  return [head, body.join('') + (byColumn ? `<tr class="n"><th scope="row">Out of</th>${totals}</tr>\n` : '')]
}

/** The room that groups take as heads of columns, in letters; the narrowest column still holds a number. */
function widthOf(groups: readonly string[]): number {
  return groups.reduce((sum, group) => sum + Math.max(group.length, 8), 0)
}

function groupOf(figure: DisclosedFigure, split: string): string {
  return figure.by[split] ?? 'all'
}

function place(row: string, column: string): string {
  return JSON.stringify([row, column])
}

/** The one `n` that all these figures share; nothing when they differ. */
function commonN(figures: readonly DisclosedFigure[]): number | Suppressed | undefined {
  const seen = new Map(figures.map((figure) => [JSON.stringify(figure.n), figure.n]))
  return seen.size === 1 ? [...seen.values()][0] : undefined
}

function cell(figure: DisclosedFigure | undefined, withN: boolean): string {
  if (figure === undefined) return '<td><span class="none">none</span></td>'
  const n = withN || isCountItself(figure) ? '' : ` <span class="n">of ${number(figure.n, '')}</span>`
  return `<td>${valueText(figure)}${n}${spread(figure)}</td>`
}

function valueText(figure: DisclosedFigure): string {
  return 'value' in figure ? readableNumber(figure.value, figure.unit) : notShown(figure.suppressed)
}

function number(value: number | Suppressed, unit: string): string {
  return isSuppressed(value) ? notShown(value.suppressed) : readableNumber(value, unit)
}

function notShown(reason: SuppressionReason): string {
  return `<a class="not-shown" href="#why-${reason}">not shown</a>`
}

function spread(figure: DisclosedFigure): string {
  const uncertainty = 'value' in figure ? figure.uncertainty : undefined
  if (uncertainty === undefined) return ''
  const text =
    uncertainty.kind === 'sd'
      ? `standard deviation ${readableNumber(uncertainty.sd, '')}`
      : `95% interval ${readableNumber(uncertainty.low, '')} to ${readableNumber(uncertainty.high, 'percent')}`
  return ` <span class="spread">${text}</span>`
}
