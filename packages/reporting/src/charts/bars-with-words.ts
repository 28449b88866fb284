import type { DisclosedFigure } from '../disclosure/disclosed-figure.ts'
import { type Chart, extremesOf, hiddenWords, type Shown, shownText } from './chart.ts'
import type { ChartSpec } from './chart-spec.ts'

/** Bars of figures with their numbers and a sentence on the longest and the shortest. */
export function barsWithWords(figures: readonly DisclosedFigure[], spec: ChartSpec): Chart {
  const values = figures.map((figure): Shown => ('value' in figure ? figure.value : { suppressed: figure.suppressed }))
  const names = figures.map(({ by, label }) => Object.values(by).join(', ') || label)
  const text = (place: number) => shownText(values[place] ?? 0, figures[place]?.unit)
  const ends = extremesOf(values)
  const said =
    ends === undefined
      ? 'None of the numbers is shown.'
      : ends.most === ends.least
        ? `${names[ends.most]}: ${text(ends.most)}.`
        : values[ends.most] === values[ends.least]
          ? `All that are shown are the same: ${text(ends.most)}.`
          : `Most: ${names[ends.most]} (${text(ends.most)}). Least: ${names[ends.least]} (${text(ends.least)}).`
  return {
    spec,
    table: {
      columns: ['Group', figures[0]?.unit ?? ''],
      rows: names.map((name, place) => [name, text(place)]),
    },
    words: `${said}${ends === undefined ? '' : hiddenWords(values)}`,
  }
}
