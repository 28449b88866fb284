import type { DisclosedFigure } from '../disclosure/disclosed-figure.ts'
import type { ExportColumn, ExportRow, ExportTable } from './export-table.ts'

/**
 * Disclosed figures as a table for every format here, in their order, a row a figure.
 *
 * The columns are those of `figuresCsv`: id, label, a column `by_…` for each thing that figures are split by, value and n each with its
 * status, unit, low, high, sd, definition.
 *
 * @example
 * ```ts
 * import { figureTable } from '@mentoring-commons/reporting/files'
 *
 * const figures = [{ id: 'a', label: 'A', by: { year: '1' }, n: 5, unit: 'people', definition: 'D.', suppressed: 'derivable' }] as const
 * const table = figureTable(figures)
 * table.columns.map((column) => column.name) //=> ["id", "label", "by_year", "value", "n", "unit", "low", "high", "sd", "definition"]
 * table.rows[0]?.value //=> { "suppressed": "derivable" }
 * ```
 */
export function figureTable(
  figures: readonly DisclosedFigure[],
): ExportTable & { readonly rows: readonly ExportRow[] } {
  const splits = [...new Set(figures.flatMap((figure) => Object.keys(figure.by)))]
  const columns: readonly ExportColumn[] = [
    { name: 'id', type: 'string', label: 'Indicator' },
    { name: 'label', type: 'string', label: 'Name of the indicator' },
    ...splits.map((split): ExportColumn => {
      const groups = [...new Set(figures.flatMap((figure) => figure.by[split] ?? []))]
      return {
        name: `by_${split}`,
        type: 'string',
        label: `Group: ${split}`,
        description: 'Empty where the figure is not split by this.',
        values: groups.map((value) => ({ value, label: value })),
      }
    }),
    { name: 'value', type: 'number', label: 'Value', status: 'status' },
    { name: 'n', type: 'number', label: 'How many the value rests on', status: 'n_status' },
    { name: 'unit', type: 'string', label: 'Unit of the value' },
    { name: 'low', type: 'number', label: 'Lower end of the 95 % interval' },
    { name: 'high', type: 'number', label: 'Upper end of the 95 % interval' },
    { name: 'sd', type: 'number', label: 'Standard deviation' },
    { name: 'definition', type: 'string', label: 'What is counted' },
  ]
  const rows = figures.map((figure): ExportRow => {
    const uncertainty = 'value' in figure ? figure.uncertainty : undefined
    const interval = uncertainty?.kind === 'interval' ? uncertainty : undefined
    return {
      id: figure.id,
      label: figure.label,
      ...Object.fromEntries(splits.map((split) => [`by_${split}`, figure.by[split] ?? null])),
      value: 'value' in figure ? figure.value : { suppressed: figure.suppressed },
      n: figure.n,
      unit: figure.unit,
      low: interval?.low ?? null,
      high: interval?.high ?? null,
      sd: uncertainty?.kind === 'sd' ? uncertainty.sd : null,
      definition: figure.definition,
    }
  })
  return { name: 'figures', title: 'Figures', columns, rows }
}
