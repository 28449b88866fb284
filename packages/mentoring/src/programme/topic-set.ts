import { type Result, refuse } from '../refusal.ts'

/** A short code for what a meeting was about, listed before anybody meets: letters, digits and `-`, `.` or `:` between them. */
export type TopicCode = string

/** The topics that a programme lists. */
export interface TopicSet {
  readonly codes: readonly TopicCode[]
}

/**
 * Gives a set of topic codes, in the order given; it may be empty. A code is at most 40 characters and has no white space, so
 * that no code can carry what was said.
 *
 * @example
 * ```ts
 * import { defineTopicSet } from '@mentoring-commons/mentoring'
 *
 * defineTopicSet(['career', 'teaching']) //=> { "value": { "codes": ["career", "teaching"] } }
 * ```
 */
export function defineTopicSet(codes: readonly TopicCode[]): Result<TopicSet> {
  for (const [index, code] of codes.entries()) {
    const path = `codes[${index}]`
    if (typeof code !== 'string' || code.length > 40 || !/^[a-z0-9]+([-.:][a-z0-9]+)*$/i.test(code)) {
      const message = `${JSON.stringify(code)} is no topic code: use a short code, such as "career".`
      return refuse('topic-code-not-usable', message, path)
    }
    if (codes.indexOf(code) !== index) {
      return refuse('topic-twice', `Topic "${code}" stands twice: name each topic once.`, path)
    }
  }
  return { value: { codes: [...codes] } }
}
