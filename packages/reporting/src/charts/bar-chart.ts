import type { DisclosedFigure } from '../disclosure/disclosed-figure.ts'
import { readableNumber } from '../readable-number.ts'
import { type ChartSpec, chartBase, labelLines, linesOf, palette } from './chart-spec.ts'

/** How a chart is named. */
export interface ChartOptions {
  readonly title: string
  /** What the value axis says; the figures' unit when left out. */
  readonly valueLabel?: string
  /** What the axis of groups says; nothing when left out. */
  readonly groupLabel?: string
}

/**
 * A bar for each figure, lying, in the order given, named by its group (or its label when it has none). A number that is not shown has
 * no bar but the word.
 *
 * @example
 * ```ts
 * import { barChart } from '@mentoring-commons/reporting'
 *
 * const figures = [{ id: 'a', label: 'A', by: { year: '1' }, n: 5, unit: 'people', definition: 'D.', value: 5 }]
 * barChart(figures, { title: 'By year' }).data //=> { "values": [{ "name": "1", "value": 5, "text": "5" }] }
 * ```
 */
export function barChart(
  figures: readonly DisclosedFigure[],
  { title, valueLabel, groupLabel }: ChartOptions,
): ChartSpec {
  const values = figures.map((figure) => ({
    name: Object.values(figure.by).join(', ') || figure.label,
    value: 'value' in figure ? figure.value : 0,
    text: 'value' in figure ? readableNumber(figure.value, figure.unit) : 'not shown',
  }))
  const y = {
    field: 'name',
    type: 'nominal',
    sort: null,
    title: groupLabel ?? null,
    axis: { ticks: false, domain: false, labelPadding: 8, labelExpr: labelLines },
  }
  const unit = figures[0]?.unit ?? ''
  const x = {
    field: 'value',
    type: 'quantitative',
    title: valueLabel ?? unit,
    scale: scaleFor(unit),
    axis: { tickCount: 5, domain: false },
  }
  return {
    ...chartBase,
    description: title,
    width: 270,
    height: { step: 12 + 14 * linesOf(values.map(({ name }) => name)) },
    data: { values },
    encoding: { y },
    layer: [
      { mark: { type: 'bar', color: palette[0], cornerRadiusEnd: 2, height: { band: 0.68 } }, encoding: { x } },
      { mark: { type: 'text', align: 'left', dx: 5 }, encoding: { x, text: { field: 'text' } } },
    ],
  }
}

/** Shares are drawn against the whole, everything else from nothing. */
export function scaleFor(unit: string): object {
  return unit === 'percent' ? { domain: [0, 100] } : { zero: true, nice: true }
}
