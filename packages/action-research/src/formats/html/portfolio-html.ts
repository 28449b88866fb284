import type { Portfolio, PortfolioSection } from '../../portfolio/portfolio-shape.ts'
import type { PortfolioWithin } from '../../portfolio/portfolio-within.ts'
import type { Mark } from '../../portfolio/withdrawn-since.ts'
import { countInWords, dayInWords, wordInWords } from '../../views/in-words.ts'
import { withholdingReasons } from '../../views/withheld.ts'
import { escapeXml } from '../text/escape.ts'
import { entryHtml } from './entry-html.ts'
import { pageStyle } from './page-style.ts'
import { spiralFigure } from './spiral-figure.ts'

/** The page's title (else the question), the language of its texts, and what has been withdrawn since it was frozen. */
export interface PortfolioHtmlOptions {
  readonly title?: string
  readonly lang?: string
  readonly marks?: readonly Mark[]
}

/**
 * A portfolio as one HTML page that needs nothing else: no script, no other file, all text escaped, readable at any
 * width, on paper and in a dark scheme. With the marks of `withdrawnSince` it shows where something stood that has been
 * withdrawn since, and no longer what it said; what `portfolioWithin` gives needs none, and names its original. `lang` is
 * `en` when left out; the page's own words are English.
 * @example
 * ```ts
 * import { actionResearch, fold, portfolio, portfolioHtml, type InquiryEvent } from '@mentoring-commons/action-research'
 * const begun: InquiryEvent = {
 *   type: 'InquiryBegun', inquiry: 'i1', question: 'Who speaks <first>?', values: ['trust'], model: 'lewin',
 *   facets: ['plan', 'act', 'observe', 'reflect'], policy: 'responsive', authors: ['ana'], on: '2026-01-05',
 * }
 * const answer = portfolio(fold(actionResearch(), [begun]), { audience: 'public', version: 1, frozenOn: '2026-06-30' })
 * 'value' in answer && portfolioHtml(answer.value).includes('<h1>Who speaks &lt;first&gt;?</h1>') //=> true
 * ```
 */
export function portfolioHtml(portfolio: Portfolio | PortfolioWithin, options: PortfolioHtmlOptions = {}): string {
  const { title = questionOf(portfolio), lang = 'en', marks = [] } = options
  const { sections, frozenOn, audience, version, authors, label } = portfolio
  const links = [
    ['cycles', 'The cycles'],
    ...sections.map(({ id, title }) => [id, title]),
    ['quality', 'Quality'],
    ['left-out', 'What is not shown'],
  ]
  return `<!doctype html>
<html lang="${escapeXml(lang)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeXml(title)}</title>
<style>
${pageStyle}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the portfolio</a>
<header>
<p class="date">Portfolio of an inquiry, frozen on <time datetime="${escapeXml(frozenOn)}">${escapeXml(dayInWords(frozenOn))}</time></p>
<h1>${escapeXml(title)}</h1>
<dl class="facts">
${fact('By', authors.join(', '))}${fact('What it may be called', label)}${fact('For', audiencesInWords[audience])}${fact('Version', String(version))}</dl>
${notice('withdrawn' in portfolio ? portfolio.withdrawn.length : marks.length)}</header>
<nav aria-label="Sections">
<ul>
${links.map(([id = '', name = '']) => `<li><a href="#${id}">${escapeXml(name)}</a></li>`).join('\n')}
</ul>
</nav>
<main id="main" tabindex="-1">
${spiralFigure(portfolio.spiral)}${sections.map((one) => sectionHtml(one, marks)).join('')}${qualityHtml(portfolio)}${leftOut(portfolio)}</main>
<footer>
<p>Inquiry ${escapeXml(portfolio.inquiry)}, version ${version}, as of ${escapeXml(dayInWords(frozenOn))}.</p>
${'original' in portfolio ? `<p>The hash of what was frozen: ${escapeXml(portfolio.original)}</p>\n` : ''}</footer>
</body>
</html>
`
}

const audiencesInWords = { team: 'the inquirers themselves', internal: 'their institution', public: 'anyone' } as const

function questionOf({ sections }: Pick<Portfolio, 'sections'>): string {
  const entries = sections.find(({ id }) => id === 'question')?.entries ?? []
  return entries.at(-1)?.text ?? 'Portfolio'
}

function fact(name: string, text: string): string {
  return `<div><dt>${escapeXml(name)}</dt><dd>${escapeXml(text)}</dd></div>\n`
}

function notice(n: number): string {
  if (n === 0) return ''
  const many = countInWords(n, 'thing has', 'things have')
  return `<p class="notice" role="note">${many} been withdrawn since this portfolio was frozen. Where it stood is marked; what it said is no longer shown.</p>\n`
}

function sectionHtml({ id, title, status, entries, toDo }: PortfolioSection, marks: readonly Mark[]): string {
  const state = status === 'missing' ? ' <span class="state">missing</span>' : ''
  const written = entries.map((entry) => entryHtml(entry, marks)).join('')
  const list = toDo.map((text) => `<li>${escapeXml(text)}</li>`).join('\n')
  const lacks = list === '' ? '' : `<p class="lacks">Still to do:</p>\n<ul class="to-do">\n${list}\n</ul>\n`
  return `<section aria-labelledby="${id}">\n<h2 id="${id}">${escapeXml(title)}${state}</h2>\n${written}${lacks}</section>\n`
}

function qualityHtml({ quality }: Pick<Portfolio, 'quality'>): string {
  const said = (checks: readonly string[], word: string) =>
    checks.length === 0 ? '' : `<div><dt>${word}</dt><dd>${escapeXml(checks.map(wordInWords).join(', '))}</dd></div>\n`
  const entries = quality.map(
    ({ title, source, present, missing }) =>
      `<div class="entry">\n<h3>${escapeXml(title)}</h3>\n<p class="when">${escapeXml(source)}</p>\n<dl>\n${said(present, 'Present')}${said(missing, 'Missing')}</dl>\n</div>\n`,
  )
  return `<section aria-labelledby="quality">\n<h2 id="quality">Quality</h2>\n<p>What is there and what is missing, criterion by criterion. It is no score.</p>\n${entries.join('')}</section>\n`
}

function leftOut({ leftOut: all }: Pick<Portfolio, 'leftOut'>): string {
  const rows = all.map(({ of, because, n }) => `<li>${escapeXml(`${of}: ${n}. ${withholdingReasons[because]}`)}</li>`)
  const said =
    rows.length === 0 ? '<p>Nothing was left out for want of consent.</p>' : `<ul>\n${rows.join('\n')}\n</ul>`
  return `<section class="left-out" aria-labelledby="left-out">\n<h2 id="left-out">What is not shown</h2>\n${said}\n</section>\n`
}
