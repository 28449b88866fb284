import { type Refusal, refuse } from '../refusal.ts'
import { type Corroboration, type Evidence, firstDay, type Period } from './evidence.ts'
import { refuseDay, refuseNumber, refuseText } from './refuse-text.ts'

/** Gives what is wrong with evidence, its codes aside, or nothing. */
export function refuseEvidence(input: Evidence): Refusal | undefined {
  return (
    refuseText(input.id, 'id') ??
    (input.kind === undefined ? undefined : refuseText(input.kind, 'kind')) ??
    (input.title === undefined ? undefined : refuseText(input.title, 'title')) ??
    refuseDates(input.on) ??
    (input.owner === undefined ? undefined : refuseText(input.owner, 'owner')) ??
    (input.corroborations === undefined ? undefined : refuseCorroborations(input, input.corroborations)) ??
    (input.words === undefined ? undefined : refuseNumber(input.words, 0, Number.POSITIVE_INFINITY, 'words')) ??
    (input.link === undefined
      ? undefined
      : (refuseText(input.link.kind, 'link.kind') ?? refuseText(input.link.id, 'link.id')))
  )
}

function refuseDates(on: string | Period): Refusal | undefined {
  if (typeof on === 'string') return refuseDay(on, 'on')
  const refusal = refuseDay(on?.from, 'on.from') ?? refuseDay(on?.to, 'on.to')
  if (refusal || on.from <= on.to) return refusal
  return refuse('reversed-period', `The period ends on ${on.to}, before it begins on ${on.from}. Swap them.`, 'on')
    .refusal
}

function refuseCorroborations(input: Evidence, all: readonly Corroboration[]): Refusal | undefined {
  for (let at = 0; at < all.length; at += 1) {
    const refusal = refuseCorroboration(input, all[at] as Corroboration)
    if (refusal) return { ...refusal, path: `corroborations[${at}].${refusal.path}` }
  }
  return undefined
}

function refuseCorroboration(input: Evidence, { by, on }: Corroboration): Refusal | undefined {
  const refusal = refuseText(by, 'by') ?? refuseDay(on, 'on')
  if (refusal) return refusal
  if (input.owner !== undefined && (by === input.owner || by.trim() === input.owner.trim())) {
    const message = `'${by}' cannot corroborate '${input.id}', which is their own. Ask somebody else.`
    return refuse('self-corroboration', message, 'by').refusal
  }
  const begins = firstDay(input)
  if (on >= begins) return undefined
  const message = `'${input.id}' begins on ${begins}, and nobody can have corroborated it on ${on}. Put one of the days right.`
  return refuse('early-corroboration', message, 'on').refusal
}
