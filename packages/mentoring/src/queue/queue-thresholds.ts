import { type Result, refuse } from '../refusal.ts'
import { type ObjectShape, object, whole } from '../shape/shape.ts'

/** After how many days, whole numbers from 1 to 3650, something stands in the work queue of a programme. */
export interface QueueThresholds {
  /** Since people were asked, while there is still time to answer. */
  readonly offerUnansweredDays: number
  /** Since the last meeting, or since the relationship began or was taken up again. */
  readonly silentDays: number
  /** Since everybody accepted, or since the relationship began, without an agreement in force. */
  readonly agreementMissingDays: number
  /** After the day on which a review was due. */
  readonly reviewOverdueDays: number
  /** Since a mentee or peer lost their relationship unplanned. */
  readonly orphanDays: number
}

/**
 * What holds where a programme says nothing. 42 days of silence: good practice is a meeting at least every six weeks
 * (OpenLearn and NIHR on Clutterbuck; certainty 2+). The others are our own choice (certainty A).
 */
export const defaultQueueThresholds: QueueThresholds = {
  offerUnansweredDays: 7,
  silentDays: 42,
  agreementMissingDays: 21,
  reviewOverdueDays: 7,
  orphanDays: 1,
}

/** The declared shape of thresholds. */
export const queueThresholdsShape: ObjectShape<QueueThresholds> = object<QueueThresholds>({
  offerUnansweredDays: whole(1, 3650),
  silentDays: whole(1, 3650),
  agreementMissingDays: whole(1, 3650),
  reviewOverdueDays: whole(1, 3650),
  orphanDays: whole(1, 3650),
})

/**
 * Gives thresholds with the defaults where a programme says nothing.
 *
 * @example
 * ```ts
 * import { defineQueueThresholds } from '@mentoring-commons/mentoring'
 *
 * const thresholds = defineQueueThresholds({ silentDays: 21 })
 * 'value' in thresholds && thresholds.value.silentDays //=> 21
 * 'value' in thresholds && thresholds.value.orphanDays //=> 1
 * ```
 */
export function defineQueueThresholds(own: Partial<QueueThresholds>): Result<QueueThresholds> {
  const thresholds = { ...defaultQueueThresholds, ...own }
  for (const [key, days] of Object.entries(thresholds)) {
    if (!Object.hasOwn(defaultQueueThresholds, key)) {
      const known = Object.keys(defaultQueueThresholds).join(', ')
      return refuse('terms-not-usable', `"${key}" is no threshold: use ${known}.`, key)
    }
    if (Number.isSafeInteger(days) && days >= 1 && days <= 3650) continue
    return refuse('terms-not-usable', `${String(days)} is no threshold: give whole days from 1 to 3650.`, key)
  }
  return { value: thresholds }
}
