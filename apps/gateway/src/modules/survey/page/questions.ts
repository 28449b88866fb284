import { type Instrument, type Item, type WordedItem, wordingOf } from '@mentoring-commons/reporting/surveys'
import { escaped } from './document.ts'
import type { PageWords } from './english.ts'
import { type Fault, fieldOf, type SentForm } from './form.ts'
import { filled } from './words.ts'

/** The id of the field that a fault of an item leads to: its first one. */
export const idOf = (item: string, at = 0): string => (at === 0 ? `q-${item}` : `q-${item}-${at + 1}`)

/** What a fault says to whoever answers. */
export function sayFault(words: PageWords, instrument: Instrument, { code, item: key }: Fault): string {
  const item = instrument.items.find((one) => one.key === key)
  if (code === 'nothing-answered') return words.nothingAnswered
  if (code === 'answer-required') return words.answerRequired
  if (item?.kind !== 'number') return words.answerWrong
  return filled(item.whole ? words.wholeNumberOutOfRange : words.numberOutOfRange, { min: item.min, max: item.max })
}

/** The questions of an instrument as fields of a form, with what was sent in them and what is wrong with it. */
export function questionsOf(
  words: PageWords,
  instrument: Instrument,
  form: SentForm,
  faults: readonly Fault[],
): string {
  const wording = wordingOf(instrument, words.language)
  const lang = wording.language === words.language ? '' : ` lang="${escaped(wording.language)}"`
  return wording.items
    .map((worded) => {
      const item = instrument.items.find(({ key }) => key === worded.key)
      if (item === undefined) throw new TypeError(`the wording has an item ${worded.key} that the instrument lacks`)
      const fault = faults.find((one) => one.item === item.key)
      const parts = {
        lang,
        sent: form[item.key] ?? [],
        fault: fault === undefined ? undefined : sayFault(words, instrument, fault),
      }
      return item.kind === 'number' ? numberField(words, item, worded, parts) : choiceField(words, item, worded, parts)
    })
    .join('\n')
}

interface Parts {
  readonly lang: string
  readonly sent: readonly string[]
  readonly fault: string | undefined
}

function numberField(
  words: PageWords,
  item: Item & { kind: 'number' },
  { key, label }: WordedItem,
  { lang, sent, fault }: Parts,
): string {
  const id = idOf(key)
  const hint = filled(words.range, { min: item.min, max: item.max })
  const described = [`${id}-hint`, ...(fault === undefined ? [] : [`${id}-fault`])].join(' ')
  const invalid = fault === undefined ? '' : ' aria-invalid="true"'
  return `<div class="field${fault === undefined ? '' : ' faulty'}"><label for="${id}"><span${lang}>${escaped(label)}</span>${needed(words, item)}</label>
<p class="hint" id="${id}-hint">${escaped(hint)}</p>
${faultOf(words, id, fault)}<input id="${id}" name="${fieldOf(key)}" type="text" inputmode="decimal" autocomplete="off" value="${escaped(sent.join(' '))}" aria-describedby="${described}"${invalid}></div>`
}

function choiceField(
  words: PageWords,
  item: Item,
  { key, label, choices }: WordedItem,
  { lang, sent, fault }: Parts,
): string {
  const id = idOf(key)
  const isMany = item.kind === 'many'
  const hint = isMany ? `<p class="hint" id="${id}-hint">${escaped(words.many)}</p>\n` : ''
  const described = [...(isMany ? [`${id}-hint`] : []), ...(fault === undefined ? [] : [`${id}-fault`])].join(' ')
  const input = (code: string, text: string, at: number, own: string) => {
    const checked = code !== '' && sent.includes(code) ? ' checked' : ''
    const place = code === '' ? `${id}-none` : idOf(key, at)
    return `<div class="choice"><input id="${place}" name="${fieldOf(key)}" type="${isMany ? 'checkbox' : 'radio'}" value="${escaped(code)}"${checked}><label for="${place}"${own}>${escaped(text)}</label></div>`
  }
  const fields = choices.map(({ code, label: text }, at) => input(code, text, at, lang))
  const none = isMany || item.required ? [] : [input('', words.noAnswer, choices.length, '')]
  return `<fieldset${fault === undefined ? '' : ' class="faulty"'}${described === '' ? '' : ` aria-describedby="${described}"`}><legend><span${lang}>${escaped(label)}</span>${needed(words, item)}</legend>
${hint}${faultOf(words, id, fault)}${[...fields, ...none].join('\n')}
</fieldset>`
}

function needed({ required }: PageWords, item: Item): string {
  return item.required ? ` <span class="needed">(${escaped(required)})</span>` : ''
}

function faultOf({ error }: PageWords, id: string, fault: string | undefined): string {
  return fault === undefined ? '' : `<p class="fault" id="${id}-fault">${escaped(error)}: ${escaped(fault)}</p>\n`
}
