import { firstActed } from './cycle.ts'
import { type Inquiry, mayUse } from './inquiry.ts'

/** What an inquiry may be called, and what it lacks to be called action research, in the order to supply it. */
export interface Completeness {
  readonly label: 'cannot be called action research' | 'work in progress' | 'action research'
  readonly missing: readonly ('data' | 'action' | 'reflection')[]
}

/**
 * What an inquiry may be called. Without data it is thoughtful action and no research; without action or reflection it
 * is work in progress. Evidence whose consent is withdrawn is no data.
 * @example
 * ```ts
 * import { completeness } from '@mentoring-commons/action-research'
 * completeness({ status: 'not-begun' }).label //=> "cannot be called action research"
 * ```
 */
export function completeness(inquiry: Inquiry): Completeness {
  if (inquiry.status === 'not-begun') {
    return { label: 'cannot be called action research', missing: ['data', 'action', 'reflection'] }
  }
  const has = {
    data: inquiry.evidence.some(({ id }) => mayUse(inquiry, id, 'team', false)),
    action: inquiry.cycles.some((cycle) => firstActed(cycle) !== undefined),
    reflection: inquiry.cycles.some((cycle) => cycle.reflections.length > 0),
  }
  const missing = (['data', 'action', 'reflection'] as const).filter((part) => !has[part])
  if (!has.data) return { label: 'cannot be called action research', missing }
  return { label: missing.length > 0 ? 'work in progress' : 'action research', missing }
}
