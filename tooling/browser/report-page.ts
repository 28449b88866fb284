import path from 'node:path'
import { root } from '../step/program.ts'

type Draw = (data: readonly object[], options: object) => object

/** As much of the reporting package as making one page takes; it is used as built, like an importer would. */
export interface Reporting {
  readonly hesa: object
  readonly barChart: Draw
  readonly distributionChart: Draw
  readonly changeChart: Draw
  readonly survivalChart: Draw
  readonly reachChart: Draw
  readonly flowChart: Draw
  readonly spreadChart: Draw
  readonly reportPage: (page: object) => Promise<string>
}

const said = {
  id: 'meetings',
  label: 'Meetings held',
  unit: 'meetings',
  definition: 'Meetings that were recorded as held.',
}
const hidden = { suppressed: 'few-responses' }
const byYear = [
  { ...said, by: { year: '2024' }, n: 25, value: 120 },
  { ...said, by: { year: '2025' }, n: 40, value: 185 },
  { ...said, by: { year: '2026' }, n: { suppressed: 'derivable' }, suppressed: 'few-responses' },
]

/** A question with more choices than a sheet of paper has room for side by side. */
const manyChoices = Array.from({ length: 24 }, (_, choice) =>
  ['1', '2', '3', '4', '5', '6'].map((cohort) => ({
    id: 'question',
    label: 'Which of these did you work on?',
    unit: 'responses',
    definition: 'Respondents of the cohort who chose it.',
    by: { cohort, choice: `A choice of several words, the ${choice + 1}th one` },
    n: 40,
    value: choice % 7,
  })),
).flat()

/** Every kind of chart, each with its table. */
function chartsOf(reporting: Reporting): readonly object[] {
  const answers = ['Strongly agree', 'Agree', 'Disagree'].map((choice, place) => ({
    choice,
    value: 5 * (place + 1),
    n: 30,
  }))
  const curve = (label: string, share: number) => ({
    label,
    steps: [
      { time: 0, share: 100 },
      { time: 12, share, low: share - 8, high: share + 5 },
    ],
    risk: [
      { time: 0, atRisk: 40 },
      { time: 12, atRisk: 30 },
    ],
  })
  const cohorts = ['1', '2', '3', '4', '5', '6', '7', '8']
  return [
    reporting.distributionChart(
      ['Cohort 1', 'Cohort 2'].flatMap((group) => answers.map((one) => ({ ...one, group }))),
      { title: 'How answers spread' },
    ),
    reporting.changeChart(
      [
        { label: 'Confidence in mentoring', n: 32, change: { mean: 0.4, low: -0.1, high: 0.9 } },
        { label: 'Belonging', n: hidden, change: hidden },
      ],
      { title: 'Change of the same people', between: 'from baseline to end', unit: 'points' },
    ),
    reporting.survivalChart([curve('Mentored before', 92), curve('Not mentored before', 80)], {
      title: 'Still in employment',
      time: 'months',
    }),
    reporting.reachChart(
      cohorts.map((at, place) => ({ at, value: 20 + 15 * place })),
      { title: 'People reached', along: 'Cohort', unit: 'people' },
    ),
    reporting.flowChart(
      cohorts.flatMap((from) => ['2', '3', '4', '5', '6', '7', '8', 'not yet'].map((to) => ({ from, to, value: 5 }))),
      { title: 'Who came back', from: 'First cohort', to: 'Came back in', unit: 'people' },
    ),
    reporting.spreadChart(
      ['Law', 'Physics and astronomy', 'Education', 'Nursing'].map((place, at) => ({
        place,
        value: at === 3 ? hidden : at,
      })),
      { title: 'Practices in place', place: 'Department', unit: 'practices' },
    ),
  ]
}

/** A report page with every kind of section: headline numbers, tables with numbers not shown, every chart, and nothing. */
export async function reportPageOf(
  reporting: Reporting,
  renderSvg: unknown,
): Promise<{ readonly html: string; readonly texts: readonly string[] }> {
  const html = await reporting.reportPage({
    title: 'A mentoring scheme in three years',
    subtitle: 'Synthetic figures for a test',
    asOf: '2026-07-31',
    policy: reporting.hesa,
    intro: 'What this page shows was made up.',
    notice: 'Data that this report may rest on were withdrawn after it was made.',
    colophon: ['Snapshot ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad.'],
    splitLabels: { year: 'Year', cohort: 'Cohort', choice: 'Choice' },
    sections: [
      { heading: 'Reach', text: 'How many took part.', figures: [{ ...said, by: {}, n: 65, value: 305 }] },
      { heading: 'By year', figures: byYear, chart: reporting.barChart(byYear, { title: 'Meetings by year' }) },
      { heading: 'Every chart', figures: [], charts: chartsOf(reporting) },
      { heading: 'A long question', figures: manyChoices },
      { heading: 'Retention', figures: [], absent: 'Not recorded: no employment records were imported.' },
    ],
    renderSvg,
  })
  const texts = ['A mentoring scheme in three years', '31 July 2026', 'Reach', 'not shown', '185', 'Not recorded']
  return { html, texts }
}

/** That page, made by the package as it is built. */
export async function makeReportPage(): Promise<{ readonly html: string; readonly texts: readonly string[] }> {
  const dist = path.join(root, 'packages/reporting/dist')
  const reporting: Reporting = await import(path.join(dist, 'index.js'))
  const { renderSvg }: { renderSvg: unknown } = await import(path.join(dist, 'svg.js'))
  return reportPageOf(reporting, renderSvg)
}
