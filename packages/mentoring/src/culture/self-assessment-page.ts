import {
  type AssessmentStep,
  type ImpactAnswer,
  type SelfAssessmentAnswers,
  selfAssessment,
} from './self-assessment.ts'
import type { SelfAssessmentTexts } from './self-assessment-texts.ts'
import { type SummaryLine, summaryOf } from './summary-of.ts'

const style = `body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1b1b1b;background:#fff}
table{border-collapse:collapse;width:100%;margin:1rem 0}caption{text-align:left;font-weight:600}
th,td{border:1px solid #767676;padding:.4rem .6rem;text-align:left;vertical-align:top;overflow-wrap:anywhere}
ul{margin:0;padding-left:1.2rem}@media print{body{margin:0;max-width:none}tr{break-inside:avoid}}`

/**
 * Gives the page to take away from a session: one HTML document with the summary table and all that was written, which loads
 * nothing, runs nothing and prints. Every answer is escaped. Pass what `readSelfAssessment` and `loadSelfAssessmentTexts` gave;
 * throws a `TypeError` for a text that is missing.
 *
 * @example
 * ```ts
 * import { type SelfAssessmentAnswers, selfAssessmentEnglish, selfAssessmentPage } from '@mentoring-commons/mentoring'
 *
 * const answers: SelfAssessmentAnswers = {
 *   assessment: 'institutional-self-assessment', version: 1, institution: 'A & B', heldOn: '2026-03-05', participants: null,
 *   practices: [], communities: [], impacts: [],
 * }
 * selfAssessmentPage(answers, selfAssessmentEnglish).includes('A &amp; B') //=> true
 * ```
 */
export function selfAssessmentPage(answers: SelfAssessmentAnswers, { language, texts }: SelfAssessmentTexts): string {
  const say = (key: string) => {
    const text = texts[key]
    if (text === undefined) throw new TypeError(`The language "${language}" has no text "${key}": load it first`)
    return escaped(text)
  }
  const { lines, counts } = summaryOf(answers)
  const people = answers.participants === null ? say('not-counted') : String(answers.participants)
  return `<!doctype html>
<html lang="${escaped(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${say('title')}: ${escaped(answers.institution)}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${say('title')}: ${escaped(answers.institution)}</h1>
<p>${say('held-on')}: <time datetime="${escaped(answers.heldOn)}">${escaped(answers.heldOn)}</time>. ${say('participants')}: ${people}.</p>
<table>
<thead><tr>${['entry', 'state', 'current', 'potential'].map((key) => `<th scope="col">${say(`summary.${key}`)}</th>`).join('')}</tr></thead>
<tbody>
${lines.map((line) => lineOf(line, say)).join('\n')}
</tbody>
</table>
<p>${say('summary.on-record')}: ${counts.currentOnRecord} / ${counts.current}. ${say('summary.without-impact')}: ${counts.withoutImpact}.</p>
${selfAssessment.steps.map((step) => sectionOf(step, answers, say)).join('\n')}
</main>
</body>
</html>
`
}

type Say = (key: string) => string

function lineOf({ about, name, state, current, potential }: SummaryLine, say: Say): string {
  const question = about === 'practice' ? 'practices.form' : 'communities.readiness'
  const told = state === null ? '' : say(`${question}.${state}`)
  const title = about === 'institution' ? say('summary.institution') : escaped(name)
  return `<tr><th scope="row">${title}</th><td>${told}</td><td>${impactsOf(current, say)}</td><td>${impactsOf(potential, say)}</td></tr>`
}

function impactsOf(impacts: readonly ImpactAnswer[], say: Say): string {
  if (impacts.length === 0) return say('summary.nothing')
  const item = (one: ImpactAnswer) =>
    `<li>${escaped(one.statement)} (${say(`impacts.for.${one.for}`)}; ${say(`impacts.sign.${one.sign}`)}; ${say(`impacts.evidence.${one.evidence}`)})</li>`
  return `<ul>${impacts.map(item).join('')}</ul>`
}

function sectionOf({ key: step, questions }: AssessmentStep, answers: SelfAssessmentAnswers, say: Say): string {
  const names = new Map([...answers.practices, ...answers.communities].map(({ id, name }) => [id, name]))
  const entries = answers[step] as readonly object[] as readonly Readonly<Record<string, unknown>>[]
  const cell = (entry: Readonly<Record<string, unknown>>, { key, kind }: AssessmentStep['questions'][number]) => {
    const answer = entry[key]
    if (answer === undefined) return ''
    if (kind === 'entries') return (answer as readonly string[]).map((id) => escaped(names.get(id) ?? id)).join('; ')
    return kind === 'choice' ? say(`${step}.${key}.${answer}`) : escaped(String(answer))
  }
  const head = questions.map(({ key }) => `<th scope="col">${say(`${step}.${key}`)}</th>`).join('')
  const rows = entries.map((entry) => `<tr>${questions.map((one) => `<td>${cell(entry, one)}</td>`).join('')}</tr>`)
  const table = `<table>\n<thead><tr>${head}</tr></thead>\n<tbody>\n${rows.join('\n')}\n</tbody>\n</table>`
  const body = entries.length === 0 ? `<p>${say('summary.nothing')}</p>` : table
  return `<section>\n<h2>${say(`${step}.title`)}</h2>\n${body}\n</section>`
}

function escaped(text: string): string {
  const named: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  }
  return text.replace(/[&<>"']/g, (character) => named[character] ?? character)
}
