import path from 'node:path'
import { root } from '../step/program.ts'

/** As much of the reporting package as making one page takes; it is used as built, like an importer would. */
interface Reporting {
  readonly hesa: object
  readonly barChart: (figures: readonly object[], options: { readonly title: string }) => object
  readonly reportPage: (page: object) => Promise<string>
}

/** A report page with every kind of section: headline numbers, a table with numbers not shown, and a drawn chart. */
export async function makeReportPage(): Promise<{ readonly html: string; readonly texts: readonly string[] }> {
  const dist = path.join(root, 'packages/reporting/dist')
  const { hesa, barChart, reportPage }: Reporting = await import(path.join(dist, 'index.js'))
  const { renderSvg }: { renderSvg: unknown } = await import(path.join(dist, 'svg.js'))
  const said = {
    id: 'meetings',
    label: 'Meetings held',
    unit: 'meetings',
    definition: 'Meetings that were recorded as held.',
  }
  const byYear = [
    { ...said, by: { year: '2024' }, n: 25, value: 120 },
    { ...said, by: { year: '2025' }, n: 40, value: 185 },
    { ...said, by: { year: '2026' }, n: { suppressed: 'derivable' }, suppressed: 'few-responses' },
  ]
  const html = await reportPage({
    title: 'A mentoring scheme in three years',
    subtitle: 'Synthetic figures for a test',
    asOf: '2026-07-31',
    policy: hesa,
    intro: 'What this page shows was made up.',
    splitLabels: { year: 'Year' },
    sections: [
      { heading: 'Reach', text: 'How many took part.', figures: [{ ...said, by: {}, n: 65, value: 305 }] },
      { heading: 'By year', figures: byYear, chart: barChart(byYear, { title: 'Meetings by year' }) },
    ],
    renderSvg,
  })
  return { html, texts: ['A mentoring scheme in three years', '31 July 2026', 'Reach', 'not shown', '185'] }
}
