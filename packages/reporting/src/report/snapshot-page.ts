import type { ChartSpec } from '../charts/chart-spec.ts'
import { type PageSection, reportPage } from '../formats/report-page.ts'
import { drawChart } from './draw-chart.ts'
import { isAsked, type ReportSection } from './report-definition.ts'
import type { Snapshot } from './snapshot.ts'

/** How a snapshot is shown. */
export interface SnapshotPageOptions {
  /** Draws a chart, such as `renderSvg` of `./svg`. Without it the numbers stand in their tables alone. */
  readonly renderSvg?: (spec: ChartSpec) => Promise<string>
  /** That the snapshot rests on data withdrawn since, in words. */
  readonly withdrawn?: string
}

/**
 * A snapshot as one self-contained HTML page, as `reportPage` makes it: its sections in order, each with its charts, a sentence to each
 * chart, and its figures; a section of which nothing is recorded says so. At the foot stands the hash.
 *
 * @example
 * ```ts
 * import { hesa, snapshotPage, takeSnapshot } from '@mentoring-commons/reporting'
 *
 * const section = { key: 'culture', heading: 'Culture', indicators: ['culture.*'], absent: 'Nothing is recorded of it.' }
 * const definition = { id: 'r', title: 'Report', policy: 'reader', sections: [section] } as const
 * const taken = takeSnapshot({ subject: { key: 'p', title: 'P' }, asOf: '2026-01-31', policy: hesa, definition, indicators: [], inputs: [], figures: [], exhibits: [], salt: 's' })
 * const page = 'value' in taken ? await snapshotPage(taken.value) : ''
 * page.includes('Nothing is recorded of it.') //=> true
 * ```
 */
export async function snapshotPage(snapshot: Snapshot, options: SnapshotPageOptions = {}): Promise<string> {
  const { definition, asOf, policy, hash } = snapshot
  const { renderSvg, withdrawn } = options
  return reportPage({
    title: definition.title,
    subtitle: 'Impact report',
    ...{ asOf, policy },
    ...(definition.intro === undefined ? {} : { intro: definition.intro }),
    ...(withdrawn === undefined ? {} : { notice: withdrawn }),
    sections: definition.sections.map((section) => sectionOf(section, snapshot)),
    splitLabels: definition.dimensionLabels ?? {},
    ...(renderSvg === undefined ? {} : { renderSvg }),
    colophon: [`Snapshot ${hash}.`],
  })
}

function sectionOf(section: ReportSection, snapshot: Snapshot): PageSection {
  const { key, heading, text, indicators, dimensions, absent } = section
  const figures = snapshot.figures.filter(
    ({ id, by }) => isAsked(indicators, id) && Object.keys(by).every((one) => dimensions?.includes(one) ?? true),
  )
  const drawn = (section.charts ?? []).flatMap((wish) => drawChart(wish, snapshot) ?? [])
  const own = snapshot.exhibits.filter((exhibit) => exhibit.section === key)
  return {
    ...{ heading, figures, absent },
    ...(text === undefined ? {} : { text }),
    // The numbers of a chart that is drawn from figures stand in their tables already.
    charts: [...drawn.map(({ spec, words }) => ({ spec, words })), ...own],
  }
}
