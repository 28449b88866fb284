import { isSuppressed, type Suppressed } from '../disclosure/suppressed.ts'
import { readableNumber } from '../readable-number.ts'
import type { ChartSpec } from './chart-spec.ts'

/** A number of a chart: shown, or not shown for a reason. */
export type Shown = number | Suppressed

/** The numbers of a chart as a table of texts. The first column names the rows. */
export interface ChartTable {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** A chart with what it says to those who do not see it: the same numbers in a table, and a sentence made from them. */
export interface Chart {
  readonly spec: ChartSpec
  readonly table: ChartTable
  readonly words: string
}

/** A number of a chart for a reader. */
export function shownText(value: Shown, unit = ''): string {
  return isSuppressed(value) ? 'not shown' : readableNumber(value, unit)
}

/** The largest and the smallest of what is shown, with their places; undefined where nothing is. */
export function extremesOf(values: readonly Shown[]): { readonly most: number; readonly least: number } | undefined {
  const shown = values.flatMap((value, place) => (isSuppressed(value) ? [] : [{ value, place }]))
  const [first, ...rest] = shown
  if (first === undefined) return undefined
  const most = rest.reduce((best, one) => (one.value > best.value ? one : best), first)
  const least = rest.reduce((best, one) => (one.value < best.value ? one : best), first)
  return { most: most.place, least: least.place }
}

/** How many of some numbers are not shown, as a sentence; nothing where all are. */
export function hiddenWords(values: readonly Shown[]): string {
  const hidden = values.filter(isSuppressed).length
  return hidden === 0 ? '' : ` ${hidden} of ${values.length} numbers ${hidden === 1 ? 'is' : 'are'} not shown.`
}

/** The numbers of a chart, once each is known to be one; a chart of NaN or of an infinite number is a caller's mistake. */
export function checkFinite(values: readonly Shown[], chart: string): void {
  const wrong = values.find((value) => !isSuppressed(value) && !Number.isFinite(value))
  if (wrong !== undefined) throw new RangeError(`${chart} cannot draw ${wrong}. Leave out what there is no number for.`)
}
