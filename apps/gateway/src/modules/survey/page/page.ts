import { type Instrument, wordingOf } from '@mentoring-commons/reporting/surveys'
import type { Questionnaire } from '../response/commands.ts'
import { documentOf, escaped, inLanguage } from './document.ts'
import type { PageWords } from './english.ts'
import { type Fault, formOf, type SentForm } from './form.ts'
import { idOf, questionsOf, sayFault } from './questions.ts'
import { dayIn, filled } from './words.ts'

/** A form that was sent and not taken: what was in it, and what is wrong. */
export interface SentBack {
  readonly form: SentForm
  readonly faults: readonly Fault[]
}

/** The page of a questionnaire as it stands, at its path: its questions while it is open, else what became of it. */
export function questionnairePage(
  words: PageWords,
  path: string,
  questionnaire: Questionnaire,
  sentBack?: SentBack,
): string {
  const { standing, instrument, title, opensOn, closesOn, answers } = questionnaire
  if (standing === 'withdrawn') return wordsPage(words, path, words.withdrawnTitle, [words.withdrawnText])
  if (standing === 'not-open')
    return wordsPage(words, path, words.notOpenTitle, [filled(words.notOpenText, { day: dayIn(words, opensOn) })])
  const withdraw = answers === undefined ? '' : withdrawLink(words, path)
  if (standing === 'closed') {
    const told = [
      filled(words.closedText, { day: dayIn(words, closesOn) }),
      ...(withdraw ? [words.closedAnswered] : []),
    ]
    return wordsPage(words, path, words.closedTitle, told, withdraw)
  }
  const faults = sentBack?.faults ?? []
  const form = sentBack?.form ?? formOf(answers ?? {})
  const heading = escaped(title)
  const body = `<h1>${heading}</h1>
${problemsOf(words, instrument, faults)}<p>${escaped(words.intro)}</p>
<p>${escaped(filled(words.closes, { day: dayIn(words, closesOn) }))} ${escaped(words.keep)}</p>
${withdraw ? `<p>${escaped(words.answered)}</p>\n` : ''}<form method="post" action="${inLanguage(path, words)}" autocomplete="off" novalidate>
${questionsOf(words, instrument, form, faults)}
<button type="submit">${escaped(withdraw ? words.revise : words.send)}</button>
</form>
${withdraw}`
  const before = faults.length > 0 ? `${escaped(words.error)}: ` : ''
  return documentOf(words, path, { title: `${before}${heading}`, body })
}

/** The page that asks once more before answers are withdrawn. */
export function withdrawPage(words: PageWords, path: string): string {
  const title = escaped(words.withdrawTitle)
  const body = `<h1>${title}</h1>
<p>${escaped(words.withdrawText)}</p>
<form method="post" action="${inLanguage(`${path}/withdraw`, words)}"><button type="submit">${escaped(words.withdrawSend)}</button></form>
<p><a href="${inLanguage(path, words)}">${escaped(words.back)}</a></p>`
  return documentOf(words, `${path}/withdraw`, { title, body })
}

/** The page after answers were sent. */
export function thanksPage(words: PageWords, path: string, { closesOn }: Questionnaire): string {
  const told = [filled(words.thanksText, { day: dayIn(words, closesOn) })]
  const change = `<p><a href="${inLanguage(path, words)}">${escaped(words.change)}</a></p>`
  return wordsPage(words, `${path}/thanks`, words.thanksTitle, told, change)
}

/** A page that only says something. */
export function wordsPage(words: PageWords, path: string, heading: string, told: readonly string[], more = ''): string {
  const title = escaped(heading)
  const body = `<h1>${title}</h1>\n${told.map((text) => `<p>${escaped(text)}</p>`).join('\n')}\n${more}`
  return documentOf(words, path, { title, body })
}

/** The summary of what is wrong, which has the focus, and leads to each fault. */
function problemsOf(words: PageWords, instrument: Instrument, faults: readonly Fault[]): string {
  if (faults.length === 0) return ''
  const { items, language } = wordingOf(instrument, words.language)
  const lang = language === words.language ? '' : ` lang="${escaped(language)}"`
  const rows = faults.map((fault) => {
    const item = items.find(({ key }) => key === fault.item) ?? items[0]
    const label = fault.item === undefined ? '' : `<span${lang}>${escaped(item?.label ?? '')}</span> – `
    return `<li><a href="#${idOf(item?.key ?? '')}">${label}${escaped(sayFault(words, instrument, fault))}</a></li>`
  })
  return `<div class="problems" role="alert" tabindex="-1" autofocus aria-labelledby="problems"><h2 id="problems">${escaped(words.problems)}</h2>
<ul>${rows.join('')}</ul></div>\n`
}

function withdrawLink(words: PageWords, path: string): string {
  return `<p><a href="${inLanguage(`${path}/withdraw`, words)}">${escaped(words.withdraw)}</a></p>`
}
