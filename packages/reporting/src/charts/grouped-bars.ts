import type { DisclosedFigure } from '../disclosure/disclosed-figure.ts'
import { readableNumber } from '../readable-number.ts'
import { type ChartOptions, scaleFor } from './bar-chart.ts'
import { type ChartSpec, chartBase, labelLines, linesOf, palette } from './chart-spec.ts'

/** Which split makes the rows, and which the bars within a row. */
export interface GroupedOptions extends ChartOptions {
  readonly rows: string
  readonly series: string
  /** What the key says; the split's name when left out. */
  readonly seriesLabel?: string
}

/**
 * Bars side by side: a row for each value of one split, in it a bar for each value of the other (six colours, then again). A number that
 * is not shown has no bar but the word.
 *
 * @example
 * ```ts
 * import { groupedBars } from '@mentoring-commons/reporting'
 *
 * const figures = [{ id: 'a', label: 'A', by: { year: '1', answer: 'Yes' }, n: 5, unit: 'people', definition: 'D.', value: 5 }]
 * groupedBars(figures, { title: 'Answers', rows: 'answer', series: 'year' }).data //=> { "values": [{ "row": "Yes", "series": "1", "value": 5, "text": "5" }] }
 * ```
 */
export function groupedBars(figures: readonly DisclosedFigure[], options: GroupedOptions): ChartSpec {
  const { title, rows, series, valueLabel, groupLabel, seriesLabel } = options
  const values = figures.map((figure) => ({
    row: figure.by[rows] ?? '',
    series: figure.by[series] ?? '',
    value: 'value' in figure ? figure.value : 0,
    text: 'value' in figure ? readableNumber(figure.value, figure.unit) : 'not shown',
  }))
  const names = [...new Set(values.map((value) => value.series))]
  const unit = figures[0]?.unit ?? ''
  const x = {
    field: 'value',
    type: 'quantitative',
    title: valueLabel ?? unit,
    scale: scaleFor(unit),
    axis: { tickCount: 5, domain: false },
  }
  const color = {
    field: 'series',
    type: 'nominal',
    title: seriesLabel ?? series,
    scale: { domain: names, range: names.map((_, place) => palette[place % palette.length]) },
  }
  return {
    ...chartBase,
    description: title,
    width: 270,
    height: { step: Math.max(22, Math.ceil((14 * linesOf(values.map(({ row }) => row))) / Math.max(1, names.length))) },
    data: { values },
    encoding: {
      y: {
        field: 'row',
        type: 'nominal',
        sort: null,
        title: groupLabel ?? null,
        axis: { ticks: false, domain: false, labelPadding: 8, labelExpr: labelLines },
        scale: { paddingInner: 0.25 },
      },
      yOffset: { field: 'series', type: 'nominal', sort: null },
    },
    layer: [
      { mark: { type: 'bar', cornerRadiusEnd: 2, height: { band: 0.86 } }, encoding: { x, color } },
      { mark: { type: 'text', align: 'left', dx: 5, fontSize: 10 }, encoding: { x, text: { field: 'text' } } },
    ],
  }
}
