/** Why a number is not shown, by name. */
export type SuppressionReason = keyof typeof suppressionReasons

/** Every reason for which a number is not shown, each with the sentence a reader gets. */
export const suppressionReasons = {
  'few-responses': 'Too few people answered, or the answers of a group with too few could be worked out from it.',
  'percentage-of-few': 'A percentage of fewer than 22.5 people is not shown.',
  'average-of-few': 'An average over 7 people or fewer is not shown.',
  'few-in-percentage': 'The percentage rests on 1 to 4 people on one side, and would tell how many.',
  'few-comments': 'Fewer than ten people commented, or fewer than was promised to them.',
  'all-alike':
    'Everybody in a group gave the same answer, or that could be worked out: it would be the answer of each of them.',
  dominated: 'One person makes up so much of it that it would tell their share.',
  differencing:
    'Beside what else may be asked of these data, on this day or another, it could tell a count of 1 to 4 people.',
  derivable: 'Together with the other figures shown, it could tell a count of 1 to 4 people exactly.',
} as const

/** A number that exists and is not shown. It is neither missing nor zero. */
export interface Suppressed {
  readonly suppressed: SuppressionReason
}

/**
 * Whether a number is not shown.
 *
 * @example
 * ```ts
 * import { isSuppressed } from '@mentoring-commons/reporting'
 *
 * isSuppressed({ suppressed: 'few-responses' }) //=> true
 * isSuppressed(0) //=> false
 * ```
 */
export function isSuppressed(value: number | Suppressed): value is Suppressed {
  return typeof value !== 'number'
}
