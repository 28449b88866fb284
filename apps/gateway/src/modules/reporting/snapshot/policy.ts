import { exact } from '@mentoring-commons/reporting'
import type { Viewer } from '../../../context.ts'
import { holdsAny, policyOf } from '../../people/policy.ts'
import { readsReports } from '../policy.ts'

/** The policies under which a viewer may read snapshots: never one wider than their own. */
export function readablePolicies(viewer: Viewer): readonly ('exact' | 'hesa')[] {
  if (!holdsAny(viewer, readsReports)) return []
  return policyOf(viewer.roles) === exact ? ['exact', 'hesa'] : ['hesa']
}

/**
 * Whether a viewer may see the rows that a figure rests on: a data steward all of them, a coordinator those of a programme and never
 * answers to a survey, an analyst none, whatever other role they hold.
 */
export function mayOpenRows(viewer: Viewer, input: string): boolean {
  if (viewer.roles.has('analyst')) return false
  return viewer.roles.has('data-steward') || (viewer.roles.has('coordinator') && !input.startsWith('answers:'))
}
