import { type Chart, checkFinite, extremesOf, hiddenWords, type Shown, shownText } from './chart.ts'
import { tiles } from './tiles.ts'

/** How many came from one group to another. */
export interface FlowCell {
  readonly from: string
  readonly to: string
  readonly value: Shown
}

/** How a flow is named. */
export interface FlowOptions {
  readonly title: string
  readonly from: string
  readonly to: string
  readonly unit: string
}

/**
 * Who of each group came to each other one, such as from their first cohort to the one in which they came back: a tile for each pair.
 *
 * Throws a RangeError for what is no finite number.
 *
 * @example
 * ```ts
 * import { flowChart } from '@mentoring-commons/reporting'
 *
 * const cells = [{ from: '1', to: '2', value: 15 }, { from: '1', to: '3', value: 5 }]
 * flowChart(cells, { title: 'Who came back', from: 'First cohort', to: 'Came back in', unit: 'people' }).words //=> "Most went from 1 to 2: 15 people."
 * ```
 */
export function flowChart(cells: readonly FlowCell[], { title, from, to, unit }: FlowOptions): Chart {
  const values = cells.map(({ value }) => value)
  checkFinite(values, 'A flow')
  const [rows, columns] = [[...new Set(cells.map((one) => one.from))], [...new Set(cells.map((one) => one.to))].sort()]
  const most = cells[extremesOf(values)?.most ?? -1]
  const placed = [...cells].sort((a, b) => columns.indexOf(a.to) - columns.indexOf(b.to))
  return {
    spec: tiles(
      placed.map((one) => ({ row: one.from, column: one.to, value: one.value })),
      { title, rows: from, columns: to, axes: true },
    ),
    table: {
      columns: [from, ...columns.map((column) => `${to} ${column}`)],
      rows: rows.map((row) => [
        row,
        ...columns.map((column) => {
          const one = cells.find((cell) => cell.from === row && cell.to === column)
          return one === undefined ? 'none' : shownText(one.value)
        }),
      ]),
    },
    words:
      most === undefined
        ? 'None of the numbers is shown.'
        : `Most went from ${most.from} to ${most.to}: ${shownText(most.value)} ${unit}.${hiddenWords(values)}`,
  }
}
