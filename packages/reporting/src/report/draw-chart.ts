import { barChart } from '../charts/bar-chart.ts'
import { barsWithWords } from '../charts/bars-with-words.ts'
import type { Chart, Shown } from '../charts/chart.ts'
import { distributionChart } from '../charts/distribution-chart.ts'
import { flowChart } from '../charts/flow-chart.ts'
import { groupedBars } from '../charts/grouped-bars.ts'
import { reachChart } from '../charts/reach-chart.ts'
import { spreadChart } from '../charts/spread-chart.ts'
import type { DisclosedFigure } from '../disclosure/disclosed-figure.ts'
import { type ChartWish, isAsked } from './report-definition.ts'
import type { Snapshot } from './snapshot.ts'

/** More bars, tiles or lines than this are read in the table. */
const marksMax = 120

/** The chart that a section asks for, from the figures of its snapshot; undefined where there is nothing to draw, or more than can be read. */
export function drawChart(wish: ChartWish, { figures, indicators, definition }: Snapshot): Chart | undefined {
  const asked = figures.filter(({ id }) => isAsked(wish.indicators, id))
  const named = (dimension: string) => definition.dimensionLabels?.[dimension] ?? dimension
  const nameOf = (id: string) =>
    indicators.find((version) => version.definition.id === id)?.definition.disaggregations[0]?.label ?? id
  const part = (figure: DisclosedFigure, dimension: string) =>
    dimension === 'indicator' ? nameOf(figure.id) : (figure.by[dimension] ?? '')
  const splitBy = (...dimensions: readonly (string | undefined)[]) => {
    const columns = dimensions.flatMap((one) => (one === undefined || one === 'indicator' ? [] : [one]))
    return asked.filter(({ by }) => Object.keys(by).sort().join('\n') === [...columns].sort().join('\n'))
  }
  const several = new Set(asked.map(({ id }) => id)).size > 1
  const choiceColumn = (id: string) => {
    const aggregation = indicators.find((version) => version.definition.id === id)?.definition.aggregation
    return aggregation?.kind === 'distribution' ? aggregation.of : ''
  }
  const { title } = wish
  return draw()

  function draw(): Chart | undefined {
    switch (wish.kind) {
      case 'bars': {
        const most = wish.most === undefined ? asked : largest(asked, wish.most)
        return fits(most) ? barsWithWords(most, barChart(most, { title })) : undefined
      }
      case 'grouped': {
        const grouped = splitBy(wish.rows, wish.series).map((figure) => ({
          ...figure,
          by: { [wish.rows]: part(figure, wish.rows), [wish.series]: part(figure, wish.series) },
        }))
        const options = { title, rows: wish.rows, series: wish.series, seriesLabel: seriesLabel(wish.series) }
        return fits(grouped) ? barsWithWords(grouped, groupedBars(grouped, options)) : undefined
      }
      case 'distribution': {
        const answers = asked.map((figure) => {
          const choice = choiceColumn(figure.id)
          const groups = Object.entries(figure.by).flatMap(([key, group]) =>
            key === choice ? [] : [`${named(key)} ${group}`],
          )
          const name = several ? [nameOf(figure.id), ...groups] : groups
          return {
            group: name.join(', ') || nameOf(figure.id),
            choice: figure.by[choice] ?? '',
            value: shownValue(figure),
            n: figure.n,
          }
        })
        return fits(answers) ? distributionChart(answers, { title }) : undefined
      }
      case 'flow': {
        const cells = splitBy(wish.from, wish.to).map((figure) => ({
          from: part(figure, wish.from),
          to: part(figure, wish.to),
          value: shownValue(figure),
        }))
        return fits(cells)
          ? flowChart(cells, { title, from: named(wish.from), to: named(wish.to), unit: unitOf() })
          : undefined
      }
      case 'spread': {
        const { place, over } = wish
        const cells = splitBy(place, over).map((figure) => ({
          place: part(figure, place),
          ...(over === undefined ? {} : { over: part(figure, over) }),
          value: shownValue(figure),
        }))
        const options = {
          title,
          place: named(place),
          ...(over === undefined ? {} : { over: named(over) }),
          unit: unitOf(),
        }
        return fits(cells) ? spreadChart(cells, options) : undefined
      }
      case 'reach': {
        const points = splitBy(wish.along).map((figure) => ({
          at: part(figure, wish.along),
          value: shownValue(figure),
        }))
        return fits(points) ? reachChart(points, { title, along: named(wish.along), unit: unitOf() }) : undefined
      }
    }
  }

  function seriesLabel(series: string): string {
    return series === 'indicator' ? ' ' : named(series)
  }

  function unitOf(): string {
    return asked[0]?.unit ?? ''
  }
}

function fits(marks: readonly unknown[]): boolean {
  return marks.length > 0 && marks.length <= marksMax
}

function shownValue(figure: DisclosedFigure): Shown {
  return 'value' in figure ? figure.value : { suppressed: figure.suppressed }
}

function largest(figures: readonly DisclosedFigure[], most: number): readonly DisclosedFigure[] {
  return figures
    .flatMap((figure) => ('value' in figure && figure.value > 0 ? [{ figure, value: figure.value }] : []))
    .sort((a, b) => b.value - a.value)
    .slice(0, most)
    .map(({ figure }) => figure)
}
