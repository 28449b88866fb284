import { parseCodes } from '../editions/parse-codes.ts'
import { isIsoDate } from '../iso-date.ts'
import { type Refusal, type Result, refuse } from '../refusal.ts'

/** A stretch of days, both ends included. */
export interface Period {
  readonly from: string
  readonly to: string
}

/** One piece of evidence: something done at a time, tagged with the dimensions it is said to show. */
export interface Evidence {
  /** Unique inside a claim. */
  readonly id: string
  readonly title?: string
  /** A day `YYYY-MM-DD`, or the period over which it was done. */
  readonly on: string | Period
  /** Qualified codes that the claimant claims; may be empty while evidence is not yet mapped. */
  readonly tags: readonly string[]
  /** Those of `tags` that somebody else has corroborated. */
  readonly confirmed?: readonly string[]
  /** Who corroborated, as an id or a name; an opaque id is enough. */
  readonly corroboratedBy?: string
}

/**
 * Gives evidence that is sound: real dates, a period that runs forward, codes in canonical spelling and each once, nothing
 * confirmed that is not claimed. Tags may be of several editions here; a claim accepts only its own. Refuses `empty-text`,
 * `malformed-date`, `reversed-period`, `confirmation-without-claim` and whatever `parseDimension` refuses, with the path.
 *
 * @example
 * ```ts
 * import { defineEvidence } from '@mentoring-commons/ukpsf'
 * defineEvidence({ id: 'e1', on: '2026-03-02', tags: ['PSF-2023:k3', 'psf-2023:K3'] }).value?.tags //=> ["psf-2023:K3"]
 * defineEvidence({ id: 'e2', on: '2026-02-30', tags: [] }).refusal?.code //=> "malformed-date"
 * ```
 */
export function defineEvidence(input: Evidence): Result<Evidence> {
  const refusal = refuseText(input) ?? refuseDates(input.on)
  if (refusal) return { refusal }
  const tags = parseCodes(input.tags, 'tags')
  if (tags.refusal) return tags
  const confirmed = parseCodes(input.confirmed ?? [], 'confirmed')
  if (confirmed.refusal) return confirmed
  const unclaimed = confirmed.value.find((code) => !tags.value.includes(code))
  if (unclaimed !== undefined) {
    return refuse(
      'confirmation-without-claim',
      `${unclaimed} is confirmed but not claimed in '${input.id}'. Add it to tags, or take it out of confirmed.`,
      'confirmed',
    )
  }
  return {
    value: { ...input, tags: tags.value, ...(input.confirmed === undefined ? {} : { confirmed: confirmed.value }) },
  }
}

/** Gives the last day of evidence. */
export function lastDay(evidence: Evidence): string {
  return typeof evidence.on === 'string' ? evidence.on : evidence.on.to
}

function refuseText(input: Evidence): Refusal | undefined {
  for (const field of ['id', 'title', 'corroboratedBy'] as const) {
    const text = input[field]
    if (text === undefined && field !== 'id') continue
    if (typeof text === 'string' && text.trim() !== '') continue
    return refuse('empty-text', `Evidence needs a ${field} that is not empty; got '${String(text)}'.`, field).refusal
  }
  return undefined
}

function refuseDates(on: string | Period): Refusal | undefined {
  const days: readonly (readonly [string, string])[] =
    typeof on === 'string'
      ? [['on', on]]
      : [
          ['on.from', on?.from],
          ['on.to', on?.to],
        ]
  for (const [path, day] of days) {
    if (isIsoDate(day)) continue
    return refuse('malformed-date', `'${day}' is not a day of the calendar. Write it as YYYY-MM-DD.`, path).refusal
  }
  if (typeof on === 'string' || on.from <= on.to) return undefined
  return refuse('reversed-period', `The period ends on ${on.to}, before it begins on ${on.from}. Swap them.`, 'on')
    .refusal
}
