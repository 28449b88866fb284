import { isIsoDate } from '../iso-date.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { type Corroboration, type Evidence, firstDay, type Period } from './evidence.ts'

/** Gives what is wrong with evidence, its codes aside, or nothing. */
export function refuseEvidence(input: Evidence): Refusal | undefined {
  return (
    refuseText(input.id, 'id') ??
    (input.kind === undefined ? undefined : refuseText(input.kind, 'kind')) ??
    (input.title === undefined ? undefined : refuseText(input.title, 'title')) ??
    refuseDates(input.on) ??
    (input.owner === undefined ? undefined : refuseText(input.owner, 'owner')) ??
    (input.corroborations === undefined ? undefined : refuseCorroborations(input, input.corroborations)) ??
    (input.words === undefined ? undefined : refuseWords(input)) ??
    (input.link === undefined
      ? undefined
      : (refuseText(input.link.kind, 'link.kind') ?? refuseText(input.link.id, 'link.id')))
  )
}

function refuseText(text: string, path: string): Refusal | undefined {
  if (typeof text === 'string' && text.trim() !== '') return undefined
  return refuse('empty-text', `Evidence needs a ${path} that is not empty; got '${String(text)}'.`, path).refusal
}

function refuseDates(on: string | Period): Refusal | undefined {
  if (typeof on === 'string') return refuseDay(on, 'on')
  const refusal = refuseDay(on?.from, 'on.from') ?? refuseDay(on?.to, 'on.to')
  if (refusal || on.from <= on.to) return refusal
  return refuse('reversed-period', `The period ends on ${on.to}, before it begins on ${on.from}. Swap them.`, 'on')
    .refusal
}

function refuseDay(day: string, path: string): Refusal | undefined {
  if (isIsoDate(day)) return undefined
  return refuse('malformed-date', `'${day}' is not a day of the calendar. Write it as YYYY-MM-DD.`, path).refusal
}

function refuseWords({ id, words }: Evidence): Refusal | undefined {
  if (Number.isSafeInteger(words) && Number(words) >= 0) return undefined
  const message = `'${id}' cannot have ${words} words. Give a whole number from 0, or leave it out while it is not known.`
  return refuse('impossible-number', message, 'words').refusal
}

function refuseCorroborations(input: Evidence, all: readonly Corroboration[]): Refusal | undefined {
  for (const [index, { by, on }] of all.entries()) {
    const path = `corroborations[${index}]`
    const refusal = refuseText(by, `${path}.by`) ?? refuseDay(on, `${path}.on`)
    if (refusal) return refusal
    if (input.owner !== undefined && by.trim() === input.owner.trim()) {
      const message = `'${by}' cannot corroborate '${input.id}', which is their own. Ask somebody else.`
      return refuse('self-corroboration', message, `${path}.by`).refusal
    }
    const begins = firstDay(input)
    if (on < begins) {
      const message = `'${input.id}' begins on ${begins}, and nobody can have corroborated it on ${on}. Put one of the days right.`
      return refuse('early-corroboration', message, `${path}.on`).refusal
    }
  }
  return undefined
}
