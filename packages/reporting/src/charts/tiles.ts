import { isSuppressed } from '../disclosure/suppressed.ts'
import { readableNumber } from '../readable-number.ts'
import type { Shown } from './chart.ts'
import { type ChartSpec, chartBase, labelLines, linesOf } from './chart-spec.ts'

/** A tile: where it lies, and its number. */
export interface Tile {
  readonly row: string
  readonly column: string
  readonly value: Shown
}

/** From nearly white to a blue on which dark letters still have more than 4.5:1. */
const shades = ['#f2f7f9', '#8fbdd0']

/** Tiles in rows and columns, the darker the more, each with its number or the word that it is not shown. */
export function tiles(
  cells: readonly Tile[],
  { title, rows, columns, axes }: { title: string; rows: string; columns: string; axes: boolean },
): ChartSpec {
  const values = cells.map(({ row, column, value }) => ({
    row,
    column,
    value: isSuppressed(value) ? null : value,
    text: isSuppressed(value) ? 'not shown' : readableNumber(value, ''),
  }))
  const names = [...new Set(cells.map(({ column }) => column))]
  const axis = (name: string) => ({
    title: name === '' ? null : name,
    ticks: false,
    domain: false,
    labelExpr: labelLines,
  })
  const step = Math.max(44, Math.min(90, 8 * Math.max(...names.map((name) => Math.min(name.length, 11)), 5)))
  return {
    ...chartBase,
    description: title,
    width: names.length * step > 300 ? 300 : { step },
    height: { step: Math.max(26, 16 * linesOf(cells.map(({ row }) => row))) },
    data: { values },
    encoding: {
      y: { field: 'row', type: 'ordinal', sort: null, ...(axes ? { axis: axis(rows) } : { axis: null }) },
      x: {
        field: 'column',
        type: 'ordinal',
        sort: null,
        ...(axes ? { axis: { ...axis(columns), orient: 'top', labelAngle: 0 } } : { axis: null }),
      },
    },
    layer: [
      {
        mark: { type: 'rect', stroke: '#33404a', strokeWidth: 0.5 },
        encoding: {
          color: {
            field: 'value',
            type: 'quantitative',
            scale: { range: shades, domainMin: 0 },
            legend: null,
          },
        },
      },
      { mark: { type: 'text', fontSize: 11 }, encoding: { text: { field: 'text' } } },
    ],
  }
}
