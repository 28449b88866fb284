import { isSuppressed, type Suppressed } from '../disclosure/suppressed.ts'
import { readableNumber } from '../readable-number.ts'
import { type Chart, checkFinite, hiddenWords, type Shown, shownText } from './chart.ts'
import { chartBase, labelLines, linesOf, palette } from './chart-spec.ts'

/** A mean change of the same people between two waves, with its interval. */
export interface Change {
  readonly label: string
  /** How many pairs of answers it rests on. */
  readonly n: Shown
  readonly change: { readonly mean: number; readonly low: number; readonly high: number } | Suppressed
}

/** How changes are named. */
export interface ChangeOptions {
  readonly title: string
  /** What is between the waves, such as "from baseline to end". */
  readonly between: string
  readonly unit: string
  /** Of the intervals, in percent; 95 when left out. */
  readonly level?: number
}

/**
 * Changes of the same people between two waves: a point with its interval for each, beside the line of no change. No point travels without
 * its interval and the number of pairs.
 *
 * Throws a RangeError for what is no finite number, and for an interval that does not hold its mean.
 *
 * @example
 * ```ts
 * import { changeChart } from '@mentoring-commons/reporting'
 *
 * const changes = [{ label: 'Confidence', n: 32, change: { mean: 0.4, low: 0.1, high: 0.7 } }]
 * changeChart(changes, { title: 'Change', between: 'from baseline to end', unit: 'points' }).words //=> "Confidence: 0.4 points from baseline to end (95% interval 0.1 to 0.7; 32 pairs)."
 * ```
 */
export function changeChart(changes: readonly Change[], { title, between, unit, level = 95 }: ChangeOptions): Chart {
  const number = (value: number) => readableNumber(value, '')
  const shown = changes.flatMap(({ label, change }) => ('mean' in change ? [{ label, ...change }] : []))
  checkFinite(
    shown.flatMap(({ mean, low, high }) => [mean, low, high]),
    'A change',
  )
  for (const { label, mean, low, high } of shown)
    if (!(low <= mean && mean <= high))
      throw new RangeError(`The interval ${low} to ${high} of "${label}" does not hold ${mean}.`)
  const points = changes.map(({ change }): Shown => ('mean' in change ? change.mean : change))
  const interval = `${level}% interval`
  return {
    spec: {
      ...chartBase,
      description: title,
      width: 270,
      height: { step: 14 + 14 * linesOf(changes.map(({ label }) => label)) },
      data: { values: shown },
      encoding: {
        y: {
          field: 'label',
          type: 'nominal',
          sort: null,
          title: null,
          scale: { domain: changes.map(({ label }) => label) },
          axis: { ticks: false, domain: false, labelPadding: 8, labelExpr: labelLines },
        },
      },
      layer: [
        { mark: { type: 'rule', color: '#33404a', strokeDash: [4, 3] }, encoding: { x: { datum: 0 }, y: null } },
        {
          mark: { type: 'rule', color: palette[0], strokeWidth: 2 },
          encoding: {
            x: { field: 'low', type: 'quantitative', title: `change (${unit})`, axis: { tickCount: 5 } },
            x2: { field: 'high' },
          },
        },
        {
          mark: { type: 'point', filled: true, size: 70, color: palette[0], opacity: 1 },
          encoding: { x: { field: 'mean', type: 'quantitative' } },
        },
      ],
    },
    table: {
      columns: ['Measure', `Mean change (${unit})`, interval, 'Pairs'],
      rows: changes.map(({ label, n, change }) => [
        label,
        ...('mean' in change
          ? [number(change.mean), `${number(change.low)} to ${number(change.high)}`]
          : ['not shown', 'not shown']),
        shownText(n),
      ]),
    },
    words: changes
      .flatMap(({ label, n, change }) =>
        'mean' in change
          ? [
              `${label}: ${number(change.mean)} ${unit} ${between} (${interval} ${number(change.low)} to ${number(change.high)}; ${isSuppressed(n) ? 'number of pairs not shown' : `${shownText(n)} pairs`}).`,
            ]
          : [],
      )
      .concat(hiddenWords(points).trim())
      .filter((sentence) => sentence !== '')
      .join(' '),
  }
}
