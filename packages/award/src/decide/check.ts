import { isDay } from '../calendar-day.ts'
import type { CandidacyFile, Enrolled } from '../candidacy/candidacy.ts'
import { remarkMax } from '../candidacy/judgement.ts'
import type { Decision } from '../decider.ts'
import type { Refusal, RefusalCode } from '../refusal.ts'

/** The answer of a check: why not, or undefined when all is well. */
export type Check = Refusal | undefined

/** A failed check. */
export function no(code: RefusalCode, message: string, path?: string): Refusal {
  return path === undefined ? { code, message } : { code, message, path }
}

/** The first check that fails. */
export function first(...checks: readonly Check[]): Check {
  return checks.find((check) => check !== undefined)
}

/** The events of a decision, unless the check failed. */
export function unless<Event>(refusal: Check, ...events: readonly [Event, ...Event[]]): Decision<Event> {
  return refusal === undefined ? { events } : { refusal }
}

/** Refuses what is no text, or only blanks; the keys are the paths. */
export function texts(fields: Readonly<Record<string, unknown>>): Check {
  const blank = Object.entries(fields).find(([, text]) => typeof text !== 'string' || text.trim() === '')
  return blank && no('blank-text', `${blank[0]} is ${shown(blank[1])}: write what it is.`, blank[0])
}

/** Refuses what is no calendar day. */
export function day(value: unknown, path = 'on'): Check {
  if (isDay(value)) return undefined
  return no('not-a-date', `${path} is ${shown(value)}: give a calendar day as YYYY-MM-DD.`, path)
}

/** Refuses a day before another; `what` says what happened on the other. */
export function notBefore(value: string, earliest: string, what: string, path = 'on'): Check {
  if (value >= earliest) return undefined
  return no('dates-reversed', `${path} is ${value}, before ${what} on ${earliest}: give that day or a later one.`, path)
}

/** Refuses a day after a last one; `what` says what ends on it, `instead` what to do now. */
export function notAfter(value: string, latest: string, what: string, instead: string): Check {
  if (value <= latest) return undefined
  return no('deadline-passed', `on is ${value}, and ${what} ended on ${latest}: ${instead}.`, 'on')
}

/** Refuses a word that is not one of those known. */
export function oneOf(value: unknown, known: readonly string[], path: string): Check {
  if (typeof value === 'string' && known.includes(value)) return undefined
  return no('unknown-value', `${path} is ${shown(value)}: use one of ${known.join(', ')}.`, path)
}

/** Refuses a list with a word that is not known, or with one twice. */
export function allOf(values: readonly string[], known: readonly string[], path: string): Check {
  if (!Array.isArray(values))
    return no('unknown-value', `${path} is ${shown(values)}: give a list, which may be empty.`, path)
  return first(
    ...values.map((value, index) =>
      values.indexOf(value) < index
        ? no('duplicate-id', `${path} names ${shown(value)} twice: name it once.`, `${path}[${index}]`)
        : oneOf(value, known, `${path}[${index}]`),
    ),
  )
}

/** Refuses a remark that is empty or too long; it may be absent. */
export function remark(text: string | undefined, path = 'remark'): Check {
  if (text === undefined) return undefined
  const blank = texts({ [path]: text })
  if (blank !== undefined || text.length <= remarkMax) return blank
  const message = `${path} has ${text.length} characters: keep it to ${remarkMax}, about the portfolio, and put the rest in the feedback of your own system.`
  return no('remark-too-long', message, path)
}

/** Refuses anybody but the candidate; `what` says what only they can do. */
export function byCandidate(by: string, { candidate }: CandidacyFile, what: string): Check {
  if (by === candidate) return undefined
  return no('candidate-only', `by is "${by}": only the candidate, "${candidate}", can ${what}.`, 'by')
}

/** Refuses the candidate; `what` says what they cannot do about themselves. */
export function notByCandidate(by: string, { candidate }: CandidacyFile, what: string): Check {
  if (by !== candidate) return undefined
  return no('kept-out', `by is "${by}", the candidate, who cannot ${what}: let somebody else do it.`, 'by')
}

/** Refuses a day before the last thing on record. */
export function inOrder(on: string, { file }: Enrolled): Check {
  return first(day(on), notBefore(on, file.lastOn, 'the last thing on record,'))
}

/** A value as a message shows it. */
export function shown(value: unknown): string {
  return JSON.stringify(value) ?? String(value)
}
