import { addYears, dateFaults, firstDay, isPartialDate, lastDay, type PartialDate } from './partial-date.ts'
import { type Period, periodFaults } from './period.ts'
import type { Refusal } from './refusal.ts'
import { blankFaults, type Sourced, sourceFaults } from './sourced.ts'

/** The body whose recognition a scheme rests on, and where that is said. */
export interface RecognisingBody extends Sourced {
  readonly name: string
}

/**
 * That a body recognised one version of a scheme. `term` is the body's word at the time: one thing under two names.
 * `under` is the award that the recognition uses. `recognisedUntil` is its last day; absent, no end is on record.
 * `reviewedOn` holds the reviews after which recognition went on. A review that is due never ends a recognition by itself.
 */
export interface Recognition extends Sourced {
  readonly body: string
  readonly under: string
  readonly term: 'recognition' | 'accreditation'
  readonly recognisedOn: PartialDate
  readonly recognisedUntil?: PartialDate
  readonly reviewDueEveryYears?: number
  readonly reviewedOn?: readonly PartialDate[]
}

/** The time for which a recognition is on record. */
export function spanOf({ recognisedOn, recognisedUntil }: Recognition): Period {
  return recognisedUntil === undefined
    ? { validFrom: recognisedOn }
    : { validFrom: recognisedOn, validTo: recognisedUntil }
}

/** The date by which a review was due and, on a given date, is certainly past with none on record; `null` when there is none. */
export function reviewOverdueOn(recognition: Recognition, date: PartialDate): PartialDate | null {
  if (recognition.reviewDueEveryYears === undefined) return null
  const known = [recognition.recognisedOn, ...(recognition.reviewedOn ?? [])]
  const latest = known
    .filter((review) => firstDay(review) <= lastDay(date))
    .reduce((a, b) => (lastDay(a) >= lastDay(b) ? a : b), recognition.recognisedOn)
  const due = addYears(latest, recognition.reviewDueEveryYears)
  return isPartialDate(due) && firstDay(date) > lastDay(due) ? due : null
}

/** The faults of a recognition of a version that is in force for a period. */
export function* recognitionFaults(recognition: Recognition, version: Period, path: string): Generator<Refusal> {
  const { recognisedOn, recognisedUntil, reviewDueEveryYears, reviewedOn = [] } = recognition
  yield* blankFaults(recognition.body, `${path}.body`)
  yield* blankFaults(recognition.under, `${path}.under`)
  yield* sourceFaults(recognition, path)
  if (recognition.term !== 'recognition' && recognition.term !== 'accreditation') {
    const message = `"${String(recognition.term)}" is no term: write recognition or accreditation.`
    yield { code: 'unknown-term', message, path: `${path}.term` }
  }
  yield* dateFaults(recognisedOn, `${path}.recognisedOn`)
  if (recognisedUntil !== undefined) yield* dateFaults(recognisedUntil, `${path}.recognisedUntil`)
  for (const fault of periodFaults(spanOf(recognition), path)) yield { ...fault, path: `${path}.recognisedUntil` }
  if (reviewDueEveryYears !== undefined && !isInterval(reviewDueEveryYears)) {
    const message = `A review every ${reviewDueEveryYears} years cannot be kept: write a whole number of years from 1 to 100.`
    yield { code: 'review-interval-invalid', message, path: `${path}.reviewDueEveryYears` }
  }
  for (const [index, review] of reviewedOn.entries()) {
    const at = `${path}.reviewedOn[${index}]`
    yield* dateFaults(review, at)
    const late = recognisedUntil !== undefined && firstDay(review) > lastDay(recognisedUntil)
    if (lastDay(review) >= firstDay(recognisedOn) && !late) continue
    const message = `A review on ${review} lies outside the recognition of ${recognisedOn} to ${recognisedUntil ?? 'no end on record'}: correct one of the dates.`
    yield { code: 'review-outside-recognition', message, path: at }
  }
  const tooLate = version.validTo !== undefined && firstDay(recognisedOn) > lastDay(version.validTo)
  const tooEarly =
    recognisedUntil !== undefined &&
    version.validFrom !== undefined &&
    lastDay(recognisedUntil) < firstDay(version.validFrom)
  if (tooLate || tooEarly) {
    const message = `The recognition of ${recognisedOn} to ${recognisedUntil ?? 'no end on record'} never meets its version, in force ${version.validFrom ?? 'from no date on record'} to ${version.validTo ?? 'no date on record'}: correct a date, or give it to the version that was recognised.`
    yield { code: 'recognition-outside-version', message, path: `${path}.recognisedOn` }
  }
}

function isInterval(years: number): boolean {
  return Number.isInteger(years) && years >= 1 && years <= 100
}
