import type { Refusal, RefusalCode } from '../refusal.ts'
import { choicesOf, type Instrument, type Item } from './instrument.ts'

/** What was answered to one item: the code of a choice, several codes, or a number. */
export type Answer = string | number | readonly string[]

/** Answers by the key of their item. An item that is not named was not answered. */
export type Answers = Readonly<Record<string, Answer>>

/**
 * All that is wrong with answers, in the order of the questionnaire and with the item as path; nothing when they can be taken.
 *
 * Several choices of one item may not repeat; an empty list is no answer. Nothing at all answered is wrong too.
 *
 * @example
 * ```ts
 * import { answerProblems, experienceOfMentoring } from '@mentoring-commons/reporting/surveys'
 *
 * answerProblems(experienceOfMentoring, { 'been-mentored': 'no', 'hours-a-month': 900 }).map(({ code }) => code) //=> ["number-out-of-range"]
 * answerProblems(experienceOfMentoring, { 'been-mentored': 'no' }) //=> []
 * ```
 */
export function answerProblems(instrument: Instrument, answers: Answers): readonly Refusal[] {
  const known = new Set(instrument.items.map(({ key }) => key))
  const unknown = Object.keys(answers).filter((key) => !known.has(key))
  const problems = [
    ...unknown.map((key) => no('item-unknown', `The instrument has no item "${key}". Leave the answer out.`, key)),
    ...instrument.items.flatMap((item) => {
      const answer = answerTo(answers, item.key)
      if (answer === undefined)
        return item.required ? [no('answer-required', `"${item.label}" needs an answer. Give one.`, item.key)] : []
      return problemOf(instrument, item, answer) ?? []
    }),
  ]
  if (problems.length === 0 && answeredCount(instrument, answers) === 0)
    return [{ code: 'nothing-answered', message: 'Nothing is answered. Answer at least one question.' }]
  return problems
}

/**
 * How many items of the instrument are answered.
 *
 * @example
 * ```ts
 * import { answeredCount, experienceOfMentoring } from '@mentoring-commons/reporting/surveys'
 *
 * answeredCount(experienceOfMentoring, { 'been-mentored': 'no', 'sought-for': [] }) //=> 1
 * ```
 */
export function answeredCount({ items }: Instrument, answers: Answers): number {
  return items.filter(({ key }) => answerTo(answers, key) !== undefined).length
}

/** The answer to an item; undefined where there is none, or a list of nothing. */
export function answerTo(answers: Answers, key: string): Answer | undefined {
  const answer = Object.hasOwn(answers, key) ? answers[key] : undefined
  return Array.isArray(answer) && answer.length === 0 ? undefined : answer
}

function problemOf(instrument: Instrument, item: Item, answer: Answer): Refusal | undefined {
  if (item.kind === 'number') {
    if (typeof answer !== 'number' || !Number.isFinite(answer))
      return no('answer-kind-wrong', `"${item.label}" is answered by a number. Give one.`, item.key)
    if (answer < item.min || answer > item.max || (item.whole && !Number.isInteger(answer)))
      return no(
        'number-out-of-range',
        `${answer} is no answer to "${item.label}". Give a ${item.whole ? 'whole ' : ''}number from ${item.min} to ${item.max}.`,
        item.key,
      )
    return undefined
  }
  const codes = choicesOf(instrument, item.key).map(({ code }) => code)
  const isMany = item.kind === 'many'
  if (isMany ? !Array.isArray(answer) : typeof answer !== 'string')
    return no(
      'answer-kind-wrong',
      `"${item.label}" is answered by ${isMany ? 'a list of choices' : 'one choice'}.`,
      item.key,
    )
  const given = (isMany ? answer : [answer]) as readonly string[]
  const strange = given.find((code, at) => !codes.includes(code) || given.indexOf(code) < at)
  if (strange === undefined) return undefined
  return no(
    'answer-not-a-choice',
    `"${strange}" is no choice of "${item.label}", or is given twice. Give of ${codes.join(', ')}.`,
    item.key,
  )
}

function no(code: RefusalCode, message: string, key: string): Refusal {
  return { code, message, path: [key] }
}
