import { groupSizeUsual } from './critic.ts'
import type { Inquiry } from './inquiry.ts'
import type { Certainty } from './models/model.ts'

/** Something out of the usual that is no fault: what it is about, what the guidance says, and how sure that is. */
export interface Warning {
  readonly code: 'group-size'
  readonly id: string
  readonly message: string
  readonly certainty: Certainty
}

/**
 * What is out of the usual in an inquiry, and allowed all the same: validation groups of fewer than 3 or more than 10
 * members (guidance from memory), in the order formed.
 * @example
 * ```ts
 * import { warnings } from '@mentoring-commons/action-research'
 * warnings({ status: 'not-begun' }) //=> []
 * ```
 */
export function warnings(inquiry: Inquiry): readonly Warning[] {
  if (inquiry.status === 'not-begun') return []
  const { min, max } = groupSizeUsual
  return inquiry.groups
    .filter(({ members }) => members.length < min || members.length > max)
    .map(({ id, members }) => ({
      code: 'group-size',
      id,
      message: `group "${id}" has ${members.length} members; ${min} to ${max} are usual, so that claims are discussed`,
      certainty: 'M',
    }))
}
