import type { DisclosedFigure } from '../disclosure/disclosed-figure.ts'
import { isSuppressed, type SuppressionReason, suppressionReasons } from '../disclosure/suppressed.ts'
import { type CodebookEntry, type CsvWithCodebook, codebook } from './codebook.ts'
import { type Cell, csv } from './csv.ts'

/** What stands where a number is not shown, as in the tables of HESA. */
const mark = '..'
const suppressedCode = { code: mark, label: 'not shown, see status' }
const reasons = Object.entries(suppressionReasons) as [SuppressionReason, string][]

/**
 * Disclosed figures as CSV with their codebook.
 *
 * One row a figure, in order: id, label, a column `by_…` for each thing figures are split by (in order of first use), value, status,
 * n, n_status, unit, low, high, sd, definition. A number that is not shown is `..`, and its status says why; `shown` says that it is.
 *
 * @example
 * ```ts
 * import { figuresCsv } from '@mentoring-commons/reporting'
 *
 * const figures = [{ id: 'a', label: 'A', by: {}, n: { suppressed: 'few-responses' }, unit: 'people', definition: 'D.', suppressed: 'few-responses' }] as const
 * figuresCsv(figures).csv.split('\r\n')[1] //=> "a,A,..,few-responses,..,few-responses,people,,,,D."
 * ```
 */
export function figuresCsv(figures: readonly DisclosedFigure[]): CsvWithCodebook {
  const splits = [...new Set(figures.flatMap((figure) => Object.keys(figure.by)))]
  const columns = columnsFor(splits, figures)
  const rows = figures.map((figure): Cell[] => {
    const uncertainty = 'value' in figure ? figure.uncertainty : undefined
    const interval = uncertainty?.kind === 'interval' ? uncertainty : undefined
    return [
      figure.id,
      figure.label,
      ...splits.map((split) => figure.by[split] ?? null),
      ...('value' in figure ? [figure.value, 'shown'] : [mark, figure.suppressed]),
      ...(isSuppressed(figure.n) ? [mark, figure.n.suppressed] : [figure.n, 'shown']),
      figure.unit,
      interval?.low ?? null,
      interval?.high ?? null,
      uncertainty?.kind === 'sd' ? uncertainty.sd : null,
      figure.definition,
    ]
  })
  return { csv: csv([columns.map((column) => column.name), ...rows]), codebook: codebook(columns) }
}

function columnsFor(splits: readonly string[], figures: readonly DisclosedFigure[]): readonly CodebookEntry[] {
  const status = [{ value: 'shown', label: 'shown' }, ...reasons.map(([value, label]) => ({ value, label }))]
  const always = { missing: [] }
  return [
    { name: 'id', type: 'string', label: 'Indicator', ...always },
    { name: 'label', type: 'string', label: 'Name of the indicator', ...always },
    ...splits.map((split): CodebookEntry => {
      const groups = [...new Set(figures.flatMap((figure) => figure.by[split] ?? []))]
      const values = groups.map((value) => ({ value, label: value }))
      return {
        name: `by_${split}`,
        type: 'string',
        label: `Group: ${split}`,
        values,
        missing: [{ code: '', label: 'not split by this' }],
      }
    }),
    { name: 'value', type: 'number', label: 'Value', missing: [suppressedCode] },
    { name: 'status', type: 'string', label: 'Whether the value is shown, or why not', values: status, ...always },
    { name: 'n', type: 'number', label: 'How many the value rests on', missing: [suppressedCode] },
    { name: 'n_status', type: 'string', label: 'Whether n is shown, or why not', values: status, ...always },
    { name: 'unit', type: 'string', label: 'Unit of the value', ...always },
    {
      name: 'low',
      type: 'number',
      label: 'Lower end of the 95 % interval',
      missing: [{ code: '', label: 'none given' }],
    },
    {
      name: 'high',
      type: 'number',
      label: 'Upper end of the 95 % interval',
      missing: [{ code: '', label: 'none given' }],
    },
    { name: 'sd', type: 'number', label: 'Standard deviation', missing: [{ code: '', label: 'none given' }] },
    { name: 'definition', type: 'string', label: 'What is counted', ...always },
  ]
}
