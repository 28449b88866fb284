import { dateFaults, firstDay, lastDay, type PartialDate } from './partial-date.ts'
import { type Standing, standing } from './period.ts'
import { type Recognition, reviewOverdueOn, spanOf } from './recognition.ts'
import type { Result } from './refusal.ts'
import type { Scheme, SchemeVersion } from './scheme.ts'
import { versionOn } from './version-on.ts'

/** Why recognition is answered as it is; the code is for programs, the sentence for people. */
export interface RecognitionReason {
  readonly code:
    | 'recognition-on-record'
    | 'no-end-on-record'
    | 'review-not-on-record'
    | 'before-recognition'
    | 'after-recognition'
    | 'no-recognition-on-record'
    | 'date-too-imprecise'
    | 'nothing-in-force'
    | 'other-version-recognised'
  readonly sentence: string
}

/** What is on record about recognition by one body on a date. At least one reason; `body` is `null` when the scheme names none. */
export type RecognitionAnswer = {
  readonly body: string | null
  readonly reasons: readonly RecognitionReason[]
} & (
  | { readonly status: 'recognised'; readonly version: string; readonly recognition: Recognition }
  | { readonly status: 'not-recognised' | 'unknown' }
)

interface Claim {
  readonly version: SchemeVersion
  readonly recognition: Recognition
  readonly standing: Standing
}

/**
 * Whether the version in force on a date was recognised by a body (the scheme's recognising body unless another is named), as far
 * as the record goes. No expiry is invented: without an end on record recognition goes on, and the reasons say that no end, or no
 * due review, is on record. Recognition of another version is never carried over silently. A partial date asks about every one of its days. Refuses `not-a-date` and `periods-overlap`.
 *
 * @example
 * ```ts
 * import { recognisedOn, theoryAndPractice } from '@mentoring-commons/award'
 *
 * recognisedOn(theoryAndPractice, '2009-06-30').value?.status //=> 'not-recognised'
 * recognisedOn(theoryAndPractice, '2009-07-15').value?.status //=> 'unknown'
 * recognisedOn(theoryAndPractice, '2009-08-01').value?.status //=> 'recognised'
 * ```
 */
export function recognisedOn(
  scheme: Scheme,
  date: PartialDate,
  body: string | null = scheme.recognisingBody?.name ?? null,
): Result<RecognitionAnswer> {
  for (const refusal of dateFaults(date, 'date')) return { refusal }
  const claims = claimsOf(scheme, date, body)
  const live = claims.filter((claim) => claim.standing !== 'outside')
  if (live.length === 0) return { value: { status: 'not-recognised', body, reasons: whyNone(claims, date, body) } }

  const found = versionOn(scheme, date)
  if (found.refusal) {
    const { code, message } = found.refusal
    if (code !== 'date-too-imprecise' && code !== 'nothing-in-force') return { refusal: found.refusal }
    return {
      value: {
        status: 'unknown',
        body,
        reasons: [{ code, sentence: message }, ...live.map((claim) => onRecord(claim, date))],
      },
    }
  }
  const own = claims.filter((claim) => claim.version === found.value)
  const holding = own.find((claim) => claim.standing === 'throughout')
  if (holding) {
    const { version, recognition } = holding
    const reasons = whyRecognised(holding, date)
    return { value: { status: 'recognised', body, version: version.version, recognition, reasons } }
  }
  const doubtful = own.filter((claim) => claim.standing === 'unclear')
  if (doubtful.length > 0) {
    return { value: { status: 'unknown', body, reasons: doubtful.map((claim) => tooImprecise(claim, date)) } }
  }
  const past = own.map((claim) => outside(claim, date))
  if (past.some(({ code }) => code === 'after-recognition')) {
    return { value: { status: 'not-recognised', body, reasons: past } }
  }
  return { value: { status: 'unknown', body, reasons: [...live.map(otherVersion), ...past] } }
}

function claimsOf(scheme: Scheme, date: PartialDate, body: string | null): readonly Claim[] {
  return scheme.versions.flatMap((version) =>
    version.recognition
      .filter((recognition) => recognition.body === body)
      .map((recognition) => ({ version, recognition, standing: standing(spanOf(recognition), date) })),
  )
}

function whyNone(claims: readonly Claim[], date: PartialDate, body: string | null): readonly RecognitionReason[] {
  if (claims.length > 0) return claims.map((claim) => outside(claim, date))
  const sentence =
    body === null
      ? 'The scheme names no recognising body.'
      : `No recognition by ${body} is on record: record it if there is one.`
  return [{ code: 'no-recognition-on-record', sentence }]
}

function whyRecognised(claim: Claim, date: PartialDate): readonly RecognitionReason[] {
  const { recognition } = claim
  const { body, term, recognisedUntil } = recognition
  const reasons = [onRecord(claim, date)]
  if (recognisedUntil === undefined) {
    const sentence = `No end of the ${term} is on record, and none is assumed: ask ${body} whether it still stands.`
    reasons.push({ code: 'no-end-on-record', sentence })
  }
  const overdue = reviewOverdueOn(recognition, date)
  if (overdue !== null) {
    const sentence = `A review was due by ${overdue} and none is on record since: record it, or ask ${body} what became of it.`
    reasons.push({ code: 'review-not-on-record', sentence })
  }
  return reasons
}

function outside({ recognition, version }: Claim, date: PartialDate): RecognitionReason {
  const { term, recognisedOn, recognisedUntil } = recognition
  const name = `${capital(term)} of version "${version.version}"`
  return lastDay(date) < firstDay(recognisedOn)
    ? { code: 'before-recognition', sentence: `${name} is on record since ${recognisedOn}, after ${date}.` }
    : { code: 'after-recognition', sentence: `${name} ended on ${recognisedUntil}, before ${date}.` }
}

function onRecord(claim: Claim, date: PartialDate): RecognitionReason {
  if (claim.standing === 'unclear') return tooImprecise(claim, date)
  const { body, under, term, recognisedOn } = claim.recognition
  const sentence = `${capital(term)} of version "${claim.version.version}" by ${body} under "${under}" is on record since ${recognisedOn}.`
  return { code: 'recognition-on-record', sentence }
}

function tooImprecise({ recognition }: Claim, date: PartialDate): RecognitionReason {
  const { term, recognisedOn, recognisedUntil } = recognition
  const sentence = `The ${term} is on record from ${recognisedOn} to ${recognisedUntil ?? 'no end'}, which does not decide about ${date}: record the exact day, or let somebody decide.`
  return { code: 'date-too-imprecise', sentence }
}

function otherVersion({ version, recognition }: Claim): RecognitionReason {
  const sentence = `A ${recognition.term} of version "${version.version}" is on record; whether it carries over is for ${recognition.body} to say: record it with the version in force.`
  return { code: 'other-version-recognised', sentence }
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
