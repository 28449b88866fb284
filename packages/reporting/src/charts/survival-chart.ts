import { isSuppressed } from '../disclosure/suppressed.ts'
import { readableNumber } from '../readable-number.ts'
import { type Chart, checkFinite, type Shown, shownText } from './chart.ts'
import { chartBase, palette } from './chart-spec.ts'

/** A curve of who was still there: steps from the start on, and how many could still leave at some times. */
export interface SurvivalCurve {
  readonly label: string
  /** In order of time. Shares in percent, from 0 to 100; the interval where there is one. */
  readonly steps: readonly {
    readonly time: number
    readonly share: number
    readonly low?: number
    readonly high?: number
  }[]
  readonly risk: readonly { readonly time: number; readonly atRisk: Shown }[]
}

/** How curves are named. */
export interface SurvivalOptions {
  readonly title: string
  /** What time is counted in, such as `months`. */
  readonly time: string
  /** Of the intervals, in percent; 95 when left out. */
  readonly level?: number
}

/** Dashes, so that curves can be told apart without colour. */
const dashes = [
  [1, 0],
  [6, 3],
  [2, 3],
  [8, 3, 2, 3],
  [12, 4],
  [3, 6],
]

/**
 * Curves of who was still there after some time, as steps with their intervals, and the risk table: how many could still leave.
 *
 * Throws a RangeError for a share outside 0 to 100, a time that is negative, and what is no finite number.
 *
 * @example
 * ```ts
 * import { survivalChart } from '@mentoring-commons/reporting'
 *
 * const curve = { label: 'Mentored', steps: [{ time: 0, share: 100 }, { time: 12, share: 90, low: 80, high: 95 }], risk: [{ time: 0, atRisk: 40 }, { time: 12, atRisk: 30 }] }
 * survivalChart([curve], { title: 'Retention', time: 'months' }).words //=> "Mentored: 90% after 12 months (95% interval 80 to 95%), of 40 at the start."
 * ```
 */
export function survivalChart(curves: readonly SurvivalCurve[], { title, time, level = 95 }: SurvivalOptions): Chart {
  const steps = curves.flatMap(({ label, steps: own }) => own.map((step) => ({ label, ...step })))
  checkFinite([...steps.flatMap((one) => [one.time, one.share, one.low ?? 0, one.high ?? 0])], 'A survival curve')
  for (const { label, time: at, share } of steps)
    if (at < 0 || share < 0 || share > 100)
      throw new RangeError(
        `"${label}" has ${share}% after ${at} ${time}. Shares lie between 0 and 100, times from 0 on.`,
      )
  const labels = curves.map(({ label }) => label)
  const times = [...new Set(curves.flatMap(({ risk }) => risk.map((one) => one.time)))].sort((a, b) => a - b)
  const scale = {
    domain: labels,
    range: labels.map((_, place) => palette[place % palette.length]),
  }
  const color = { field: 'label', type: 'nominal', title: null, scale }
  return {
    spec: {
      ...chartBase,
      description: title,
      width: 300,
      height: 200,
      data: { values: steps },
      encoding: {
        x: { field: 'time', type: 'quantitative', title: time, axis: { tickCount: 6, grid: false } },
        color,
      },
      layer: [
        {
          transform: [{ filter: 'isValid(datum.low) && isValid(datum.high)' }],
          mark: { type: 'area', interpolate: 'step-after', opacity: 0.18 },
          encoding: { y: { field: 'low', type: 'quantitative' }, y2: { field: 'high' } },
        },
        {
          mark: { type: 'line', interpolate: 'step-after', strokeWidth: 2 },
          encoding: {
            y: { field: 'share', type: 'quantitative', title: 'percent', scale: { domain: [0, 100] } },
            strokeDash: {
              field: 'label',
              type: 'nominal',
              title: null,
              scale: { domain: labels, range: labels.map((_, place) => dashes[place % dashes.length]) },
            },
          },
        },
      ],
    },
    table: {
      columns: [`At risk after (${time})`, ...times.map((at) => readableNumber(at, ''))],
      rows: curves.map(({ label, risk }) => [
        label,
        ...times.map((at) => {
          const one = risk.find((each) => each.time === at)
          return one === undefined ? 'none' : shownText(one.atRisk)
        }),
      ]),
    },
    words: curves
      .map(({ label, steps: own, risk }) => {
        const last = own.at(-1)
        const start = risk[0]?.atRisk
        const of =
          start === undefined || isSuppressed(start)
            ? 'how many at the start is not shown'
            : `of ${shownText(start)} at the start`
        if (last === undefined) return `${label}: nobody was followed.`
        const share = readableNumber(last.share, 'percent')
        const interval =
          last.low === undefined || last.high === undefined
            ? 'no interval'
            : `${level}% interval ${readableNumber(last.low, '')} to ${readableNumber(last.high, 'percent')}`
        return `${label}: ${share} after ${readableNumber(last.time, '')} ${time} (${interval}), ${of}.`
      })
      .join(' '),
  }
}
