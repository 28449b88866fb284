import { isSuppressed } from '../disclosure/suppressed.ts'
import { type Chart, checkFinite, extremesOf, hiddenWords, type Shown, shownText } from './chart.ts'
import { tiles } from './tiles.ts'

/** How much of something there is in a place, perhaps at one of several times. */
export interface SpreadCell {
  readonly place: string
  readonly over?: string
  readonly value: Shown
}

/** How a spread is named. */
export interface SpreadOptions {
  readonly title: string
  readonly place: string
  readonly over?: string
  readonly unit: string
}

/**
 * How far something has spread over places, such as departments: a tile for each place, in the order given, or for each place and time.
 * It is no map of where places lie, because rows do not say so.
 *
 * Throws a RangeError for what is no finite number.
 *
 * @example
 * ```ts
 * import { spreadChart } from '@mentoring-commons/reporting'
 *
 * const cells = [{ place: 'Law', value: 2 }, { place: 'Art', value: 0 }]
 * spreadChart(cells, { title: 'Practices', place: 'Department', unit: 'practices' }).words //=> "1 of 2 places are shown to have some. Most: Law (2 practices)."
 * ```
 */
export function spreadChart(cells: readonly SpreadCell[], { title, place, over, unit }: SpreadOptions): Chart {
  const values = cells.map(({ value }) => value)
  checkFinite(values, 'A spread')
  const places = [...new Set(cells.map((one) => one.place))]
  const times = [...new Set(cells.map((one) => one.over ?? ''))]
  const some = new Set(cells.filter(({ value }) => !isSuppressed(value) && value > 0).map((one) => one.place)).size
  const most = cells[extremesOf(values)?.most ?? -1]
  const named = (one: SpreadCell) => [one.place, ...(one.over === undefined ? [] : [one.over])].join(', ')
  return {
    spec: tiles(
      cells.map((one) => ({ row: one.place, column: one.over ?? unit, value: one.value })),
      { title, rows: place, columns: over ?? '', axes: true },
    ),
    table: {
      columns: [place, ...times.map((time) => time || unit)],
      rows: places.map((name) => [
        name,
        ...times.map((time) => {
          const one = cells.find((cell) => cell.place === name && (cell.over ?? '') === time)
          return one === undefined ? 'none' : shownText(one.value)
        }),
      ]),
    },
    words: `${some} of ${places.length} places are shown to have some.${most === undefined ? '' : ` Most: ${named(most)} (${shownText(most.value)} ${unit}).`}${hiddenWords(values)}`,
  }
}
