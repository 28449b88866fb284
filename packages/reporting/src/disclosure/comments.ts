import type { Thresholds } from '../thresholds.ts'
import type { Suppressed } from './suppressed.ts'

/** The comments of one group, one of each person. */
export interface CommentGroup {
  readonly by: Readonly<Record<string, string>>
  readonly comments: readonly string[]
}

/** The comments of one group as far as they may be read. */
export type DisclosedComments = { readonly by: CommentGroup['by'] } & (
  | { readonly comments: readonly string[] }
  | Suppressed
)

/**
 * The comments of each group where there are enough of them, in the order of their texts, which is nobody's; else why there are none.
 *
 * Groups are of one split: everybody is in one of them. Comments name people by what they say, whatever is counted: whoever shows them
 * reads them first.
 *
 * @example
 * ```ts
 * import { discloseComments, hesa } from '@mentoring-commons/reporting'
 *
 * discloseComments([{ by: { unit: 'a' }, comments: ['Good.', 'Too short.'] }], hesa) //=> [{ "by": { "unit": "a" }, "suppressed": "few-comments" }]
 * ```
 */
export function discloseComments(
  groups: readonly CommentGroup[],
  { commentsMin }: Pick<Thresholds, 'commentsMin'>,
): readonly DisclosedComments[] {
  return groups.map(({ by, comments }) => {
    const written = comments.filter((comment) => comment.trim() !== '')
    if (written.length < commentsMin) return { by, suppressed: 'few-comments' }
    return { by, comments: [...written].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)) }
  })
}
