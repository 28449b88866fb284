import type { CycleContent, OpenCycle, SuspendedCycle } from '../cycle.ts'
import type { InquiryUnderway } from '../inquiry.ts'
import { isIsoDate } from '../iso-date.ts'
import { type Refusal, type RefusalCode, refuse } from '../refusal.ts'

/** The answer of a check: why not, or undefined when all is well. */
export type Check = Refusal | undefined

/** A failed check. */
export function no(code: RefusalCode, message: string, path?: string): Refusal {
  return refuse(code, message, path).refusal
}

/** The first check that fails. */
export function first(...checks: readonly Check[]): Check {
  return checks.find((check) => check !== undefined)
}

/** Refuses texts that are empty or only blanks; the keys are the paths. */
export function texts(fields: Readonly<Record<string, unknown>>): Check {
  const blank = Object.entries(fields).find(([, text]) => typeof text !== 'string' || text.trim() === '')
  return blank && no('blank-text', `${blank[0]} is ${JSON.stringify(blank[1])}; give it some text`, blank[0])
}

/** Refuses a list without entries, or with a blank one. */
export function textList(list: readonly string[], path: string): Check {
  if (list.length === 0) return no('empty-list', `${path} is empty; give at least one entry`, path)
  return texts(Object.fromEntries(list.map((text, index) => [`${path}[${index}]`, text])))
}

/** Refuses what is not a real calendar day. */
export function date(value: string, path = 'on'): Check {
  return isIsoDate(value)
    ? undefined
    : no('invalid-date', `${path} is ${JSON.stringify(value)}; give a calendar day as YYYY-MM-DD`, path)
}

/** Refuses a date before another; `what` says what the other is the day of. */
export function notBefore(value: string, earliest: string, what: string, path = 'on'): Check {
  return value >= earliest
    ? undefined
    : no('dates-reversed', `${path} is ${value}, before ${what} on ${earliest}; give that day or a later one`, path)
}

/** Refuses a word that is not one of those known. */
export function oneOf(value: string, known: readonly string[], path: string): Check {
  return known.includes(value)
    ? undefined
    : no('unknown-value', `${path} is ${JSON.stringify(value)}; use one of ${known.join(', ')}`, path)
}

/** Refuses a blank id, and one that is taken. */
export function freshId(id: string, taken: readonly { readonly id: string }[], path: string): Check {
  if (!taken.some((thing) => thing.id === id)) return texts({ [path]: id })
  return no('duplicate-id', `${path} "${id}" is taken; give a new id`, path)
}

/** The thing with an id, or a refusal that lists what there is. */
export function find<Thing extends { readonly id: string }>(
  things: readonly Thing[],
  id: string,
  path: string,
): { readonly value: Thing } | { readonly refusal: Refusal } {
  const value = things.find((thing) => thing.id === id)
  if (value !== undefined) return { value }
  const there = things.length === 0 ? 'there is none yet' : `there are ${things.map((thing) => thing.id).join(', ')}`
  return refuse('not-found', `${path} "${id}" is not in this inquiry; ${there}`, path)
}

/** The cycle with an id if it runs, or a refusal. */
export function findOpenCycle(
  inquiry: InquiryUnderway,
  id: string,
): { readonly value: OpenCycle } | { readonly refusal: Refusal } {
  const found = findUnendedCycle(inquiry, id)
  if ('refusal' in found) return found
  const cycle = found.value
  if (cycle.status === 'open') return { value: cycle }
  return refuse('cycle-suspended', `cycle "${id}" rests since ${cycle.suspendedOn}; resume it first`, 'cycle')
}

/** The cycle with an id if it runs or rests, or a refusal. */
export function findUnendedCycle(
  inquiry: InquiryUnderway,
  id: string,
): { readonly value: OpenCycle | SuspendedCycle } | { readonly refusal: Refusal } {
  const found = find(inquiry.cycles, id, 'cycle')
  if ('refusal' in found) return found
  const cycle = found.value
  if (cycle.status === 'open' || cycle.status === 'suspended') return { value: cycle }
  const how = cycle.status === 'closed' ? `closed on ${cycle.closedOn}` : `abandoned on ${cycle.abandonedOn}`
  return refuse(
    'cycle-ended',
    `cycle "${id}" was ${how} and no longer changes; record this in a cycle that runs`,
    'cycle',
  )
}

/** Refuses a day in the midst of a rest of a cycle. */
export function runsOn({ id, suspensions = [] }: CycleContent, on: string): Check {
  const rest = suspensions.find(({ from, to }) => from < on && on < to)
  if (rest === undefined) return undefined
  const says = `cycle "${id}" rested from ${rest.from} to ${rest.to}, and on is ${on}; give a day on which it ran`
  return no('cycle-suspended', says, 'on')
}

/** The events of a decision unless the check failed. */
export function unless<Event>(check: Check, ...events: readonly Event[]) {
  return check === undefined ? { events } : { refusal: check }
}
