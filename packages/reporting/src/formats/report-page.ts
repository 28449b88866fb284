import type { Chart } from '../charts/chart.ts'
import type { ChartSpec } from '../charts/chart-spec.ts'
import type { DisclosedFigure } from '../disclosure/disclosed-figure.ts'
import type { DisclosurePolicy } from '../disclosure/policy.ts'
import { isSuppressed, suppressionReasons } from '../disclosure/suppressed.ts'
import { chartFigure, titleOf } from './chart-figure.ts'
import { chartTable } from './chart-table.ts'
import { escapeHtml } from './escape.ts'
import { figureTables } from './figure-tables.ts'
import { pageStyle } from './page-style.ts'

/** A section of a report page: what it says, its disclosed figures, and a chart of them. */
export interface PageSection {
  readonly heading: string
  readonly text?: string
  readonly figures: readonly DisclosedFigure[]
  readonly chart?: ChartSpec
  /** More charts, each with a sentence; with its own table where its numbers are not among the figures. */
  readonly charts?: readonly (Omit<Chart, 'table'> & Partial<Pick<Chart, 'table'>>)[]
  /** What a reader is told where there is nothing to show. */
  readonly absent?: string
}

/** A report page. All texts are plain text. */
export interface Page {
  readonly title: string
  readonly subtitle?: string
  /** A day, `YYYY-MM-DD`. */
  readonly asOf: string
  readonly policy: Pick<DisclosurePolicy, 'name' | 'description'>
  readonly intro?: string
  /** What a reader must know before the numbers, such as that they rest on data since withdrawn. */
  readonly notice?: string
  /** Lines at the foot, such as the hash of what the page shows. */
  readonly colophon?: readonly string[]
  readonly sections: readonly PageSection[]
  /** What readers call the columns that figures are split by; a column's own name when left out. */
  readonly splitLabels?: Readonly<Record<string, string>>
  /** The language of the texts given, as an HTML language tag; `en-GB` when left out. The page's own words are English. */
  readonly lang?: string
  /** Draws a chart, such as `renderSvg` of `./svg`. Without it the numbers stand in their tables alone. */
  readonly renderSvg?: (spec: ChartSpec) => Promise<string>
}

/**
 * A report as one self-contained HTML page: no script, no external file, every number in a table or list as well as in a chart, every
 * figure with its definition, every number that is not shown with the word and a link to the reason.
 *
 * Throws a TypeError when a drawn chart could run or load something.
 *
 * @example
 * ```ts
 * import { hesa, reportPage } from '@mentoring-commons/reporting'
 *
 * const figure = { id: 'a', label: 'A <b>', by: {}, n: 5, unit: 'people', definition: 'D.', value: 5 }
 * const page = await reportPage({ title: 'Year 1', asOf: '2026-01-31', policy: hesa, sections: [{ heading: 'Reach', figures: [figure] }] })
 * page.includes('A &lt;b&gt;') //=> true
 * ```
 */
export async function reportPage(page: Page): Promise<string> {
  const { title, subtitle, asOf, policy, intro, notice, colophon = [], sections } = page
  const { splitLabels = {}, lang = 'en-GB', renderSvg } = page
  const written = await Promise.all(
    sections.map(async ({ heading, text, figures, chart, charts = [], absent }, place) => {
      const id = `section-${place + 1}`
      const drawn = chart === undefined || renderSvg === undefined ? '' : chartFigure(await renderSvg(chart), chart, id)
      const more = await Promise.all(
        charts.map(async ({ spec, table, words }, at) => {
          const own = `${id}-${at + 1}`
          const image = renderSvg === undefined ? '' : chartFigure(await renderSvg(spec), spec, own)
          return `${image}${paragraph(words)}${table === undefined ? '' : chartTable(table, titleOf(spec), own)}`
        }),
      )
      const { headlines, tables } = figureTables(figures, splitLabels, id)
      const nothing = figures.length === 0 && charts.length === 0 ? paragraph(absent) : ''
      return `<section aria-labelledby="${id}">\n<h2 id="${id}">${escapeHtml(heading)}</h2>\n${paragraph(text)}${nothing}${headlines}${drawn}${more.join('')}${tables}</section>\n`
    }),
  )
  const links = [
    ...sections.map((section, place) => [`section-${place + 1}`, section.heading] as const),
    ['notes', 'How to read the numbers'] as const,
  ]
  return `<!doctype html>
<html lang="${escapeHtml(lang)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>
${pageStyle}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the report</a>
<header>
<p class="date">As of <time datetime="${escapeHtml(asOf)}">${escapeHtml(longDay(asOf))}</time></p>
<h1>${escapeHtml(title)}</h1>
${subtitle === undefined ? '' : `<p class="subtitle">${escapeHtml(subtitle)}</p>\n`}</header>
<nav aria-label="Sections">
<ul>
${links.map(([id, name]) => `<li><a href="#${id}">${escapeHtml(name)}</a></li>`).join('\n')}
</ul>
</nav>
<main id="main" tabindex="-1">
${notice === undefined ? '' : `<p class="notice" role="note">${escapeHtml(notice)}</p>\n`}${intro === undefined ? '' : `<p class="intro">${escapeHtml(intro)}</p>\n`}${written.join('')}${notes(sections, policy)}</main>
<footer>
<p>As of ${escapeHtml(longDay(asOf))}. Disclosure policy: ${escapeHtml(policy.name)}.</p>
${colophon.map((line) => `<p class="colophon">${escapeHtml(line)}</p>\n`).join('')}</footer>
</body>
</html>
`
}

function paragraph(text: string | undefined): string {
  return text === undefined ? '' : `<p class="text">${escapeHtml(text)}</p>\n`
}

function notes(sections: readonly PageSection[], policy: Page['policy']): string {
  const met = new Set(
    sections
      .flatMap(({ figures }) => figures)
      .flatMap((figure) =>
        ['suppressed' in figure ? [figure.suppressed] : [], isSuppressed(figure.n) ? [figure.n.suppressed] : []].flat(),
      ),
  )
  const reasons = Object.entries(suppressionReasons).filter(([reason]) => [...met].some((one) => one === reason))
  const list = reasons.map(([reason, sentence]) => `<li id="why-${reason}">${escapeHtml(sentence)}</li>`).join('\n')
  const why =
    list === ''
      ? ''
      : `<p>A number marked \u201Cnot shown\u201D exists, and is neither zero nor missing. The reasons on this page:</p>\n<ul>\n${list}\n</ul>\n`
  return `<section class="notes" aria-labelledby="notes">\n<h2 id="notes">How to read the numbers</h2>\n<p>${escapeHtml(policy.description)}</p>\n${why}</section>\n`
}

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

function longDay(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-')
  const name = months[Number(month) - 1]
  return name === undefined || Number.isNaN(Number(date)) ? day : `${Number(date)} ${name} ${year}`
}
