import { addDuration, type Duration, isDuration } from '../duration.ts'
import { isIsoDate } from '../iso-date.ts'
import { type Result, refuse } from '../refusal.ts'
import type { Fellowship } from './fellowship.ts'

/** How a fellowship stands against its institution's interval between reviews of good standing. */
export type GoodStanding =
  | { readonly state: 'no-interval' }
  | {
      /** `due` from the day itself on. */
      readonly state: 'due' | 'not-yet-due'
      /** The day from which the interval is reckoned: the award, or the last review. */
      readonly from: string
      readonly due: string
    }

/**
 * Gives when a review of good standing is due, by an interval that the institution sets; a fellowship does not end where
 * none is held. Reviews before the award and after `on` do not count. Refuses `malformed-date`, `malformed-duration`, and
 * `reversed-period` where `on` is before the award.
 *
 * @example
 * ```ts
 * import { defineFellowship, goodStandingDue } from '@mentoring-commons/ukpsf'
 * const { value: fellowship } = defineFellowship({
 *   id: 'f1',
 *   personId: 'ada',
 *   descriptor: 'psf-2023:D2',
 *   awardedOn: '2024-02-29',
 * })
 * if (!fellowship) throw new TypeError('no fellowship')
 * goodStandingDue(fellowship, { years: 3 }, [], '2026-11-24').value //=> {"state":"not-yet-due","from":"2024-02-29","due":"2027-02-28"}
 * goodStandingDue(fellowship, 'none', [], '2026-11-24').value //=> {"state":"no-interval"}
 * ```
 */
export function goodStandingDue(
  fellowship: Fellowship,
  interval: Duration | 'none',
  reviews: readonly { readonly on: string }[],
  on: string,
): Result<GoodStanding> {
  const days = [['on', on] as const, ...reviews.map((review, index) => [`reviews[${index}].on`, review.on] as const)]
  for (const [path, day] of days) {
    if (!isIsoDate(day)) return refuse('malformed-date', `'${day}' is not a day. Write it as YYYY-MM-DD.`, path)
  }
  if (on < fellowship.awardedOn) {
    const text = `${on} is before the award on ${fellowship.awardedOn}. Ask for a day on which it is held.`
    return refuse('reversed-period', text, 'on')
  }
  if (interval === 'none') return { value: { state: 'no-interval' } }
  if (!isDuration(interval)) {
    const text = `${JSON.stringify(interval)} is not an interval. Write one such as { years: 3 }, or 'none'.`
    return refuse('malformed-duration', text, 'interval')
  }
  const from = reviews
    .map((review) => review.on)
    .filter((day) => day >= fellowship.awardedOn && day <= on)
    .reduce((last, day) => (day > last ? day : last), fellowship.awardedOn)
  const due = addDuration(from, interval)
  return { value: { state: on >= due ? 'due' : 'not-yet-due', from, due } }
}
