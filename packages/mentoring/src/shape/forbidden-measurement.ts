/**
 * The three things that are never measured, each with the words that a field for it would be named with.
 *
 * Source: Clutterbuck on unacceptable measurement (certainty 2+); the lists of words are our own (certainty A).
 */
export const forbiddenMeasurements = {
  /** The performance of a mentee, told to a third party. */
  performance:
    'performance performances rating ratings score scores grade grades mark marks rank ranking verdict appraisal competence competences potential progressreport evaluation',
  /** The opinion of a mentor, tied to a reward. */
  reward:
    'recommendation recommendations recommended endorsement endorsements testimonial reference references reward rewards bonus promotion promotable pay raise',
  /** What was said. */
  content:
    'note notes content contents summary summaries transcript transcripts recording discussion discussed said told quote quotes comment comments remark remarks detail details description message messages chat minutestext body journal diary log observation observations feedback',
} as const

/** What is never measured. */
export type ForbiddenMeasurement = keyof typeof forbiddenMeasurements

/**
 * Gives what a field of this name would measure that is never measured; nothing for a name that is harmless. The name is
 * split into words at capitals, hyphens, underscores and dots, so that `meetingNotes` is seen and `notice` is not.
 *
 * @example
 * ```ts
 * import { forbiddenMeasurementOf } from '@mentoring-commons/mentoring'
 *
 * forbiddenMeasurementOf('meetingNotes') //=> "content"
 * forbiddenMeasurementOf('mentee_score') //=> "performance"
 * forbiddenMeasurementOf('notice') //=> undefined
 * ```
 */
export function forbiddenMeasurementOf(field: string): ForbiddenMeasurement | undefined {
  const words = field
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
  const kinds = Object.keys(forbiddenMeasurements) as ForbiddenMeasurement[]
  return kinds.find((kind) => {
    const forbidden = forbiddenMeasurements[kind].split(' ')
    return words.some((word) => forbidden.includes(word)) || forbidden.includes(words.join(''))
  })
}
