import { isSuppressed } from '../disclosure/suppressed.ts'
import { type Chart, checkFinite, hiddenWords, type Shown, shownText } from './chart.ts'
import { chartBase, palette } from './chart-spec.ts'

/** How many were reached at one place of something ordered. */
export interface ReachPoint {
  readonly at: string
  readonly value: Shown
}

/** How a reach is named. */
export interface ReachOptions {
  readonly title: string
  readonly along: string
  readonly unit: string
}

/**
 * How many were reached along something ordered, such as cohorts: a line with a point for each. A number that is not shown leaves a gap.
 *
 * Throws a RangeError for what is no finite number.
 *
 * @example
 * ```ts
 * import { reachChart } from '@mentoring-commons/reporting'
 *
 * const points = [{ at: '1', value: 20 }, { at: '2', value: 45 }]
 * reachChart(points, { title: 'Reach', along: 'Cohort', unit: 'people' }).words //=> "From 20 people (Cohort 1) to 45 people (Cohort 2)."
 * ```
 */
export function reachChart(points: readonly ReachPoint[], { title, along, unit }: ReachOptions): Chart {
  const values = points.map(({ value }) => value)
  checkFinite(values, 'A reach')
  const shown = points.flatMap(({ at, value }) => (isSuppressed(value) ? [] : [{ at, value }]))
  const [first, last] = [shown[0], shown.at(-1)]
  const said = (one: { readonly at: string; readonly value: number }) =>
    `${shownText(one.value)} ${unit} (${along} ${one.at})`
  return {
    spec: {
      ...chartBase,
      description: title,
      width: 300,
      height: 180,
      data: { values: points.map(({ at, value }) => ({ at, value: isSuppressed(value) ? null : value })) },
      mark: {
        type: 'line',
        color: palette[0],
        point: { size: 50, color: palette[0] },
        invalid: 'break-paths-show-domains',
      },
      encoding: {
        x: { field: 'at', type: 'ordinal', sort: null, title: along, axis: { labelAngle: 0 } },
        y: {
          field: 'value',
          type: 'quantitative',
          title: unit,
          scale: { zero: true, nice: true },
          axis: { tickCount: 5 },
        },
      },
    },
    table: { columns: [along, unit], rows: points.map(({ at, value }) => [at, shownText(value)]) },
    words:
      first === undefined || last === undefined
        ? 'None of the numbers is shown.'
        : `${first === last ? `${said(first)}.` : `From ${said(first)} to ${said(last)}.`}${hiddenWords(values)}`,
  }
}
