import { type Answers, answerProblems, type Instrument } from '@mentoring-commons/reporting/surveys'
import { byKind } from '../response/commands.ts'

/** A form as it was sent: what was typed or ticked, by item. */
export type SentForm = Readonly<Record<string, readonly string[]>>

/** The name of an item's fields in the form. */
export const fieldOf = (item: string): string => `item.${item}`

/** Reads what a form sent for the items of an instrument. Anything else in it is left out. */
export function readForm({ items }: Instrument, body: string): SentForm {
  const sent = new URLSearchParams(body)
  return Object.fromEntries(
    items.map(({ key }) => [
      key,
      sent
        .getAll(fieldOf(key))
        .map((text) => text.trim())
        .filter((text) => text !== ''),
    ]),
  )
}

/** Answers as the form shows them. */
export function formOf(answers: Answers): SentForm {
  return Object.fromEntries(Object.entries(answers).map(([key, answer]) => [key, [answer].flat().map(String)]))
}

/** The answers that a form gives. A number is written with a point or a comma; what is none becomes NaN, which the instrument refuses. */
export function answersOf(instrument: Instrument, form: SentForm): Answers {
  const given = instrument.items.flatMap(({ key, kind }): [string, number | readonly string[]][] => {
    const sent = form[key] ?? []
    if (sent.length === 0) return []
    return [[key, kind === 'number' ? numberIn(sent) : sent]]
  })
  return byKind(instrument, Object.fromEntries(given))
}

function numberIn(sent: readonly string[]): number {
  const [text = ''] = sent
  return sent.length === 1 && /^[+-]?\d{1,15}([.,]\d{1,15})?$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN
}

/** A fault of a form, with the item that it is of; none for the form as a whole. */
export interface Fault {
  readonly code: string
  readonly item: string | undefined
}

/** All that is wrong with a form, in the order of the questions. */
export function faultsOf(instrument: Instrument, form: SentForm): readonly Fault[] {
  return answerProblems(instrument, answersOf(instrument, form)).map(({ code, path }) => ({
    code,
    item: path === undefined ? undefined : String(path[0]),
  }))
}
