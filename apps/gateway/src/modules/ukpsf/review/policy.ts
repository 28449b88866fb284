import type { Actor, Review, ReviewStep } from '@mentoring-commons/ukpsf/review'
import type { Viewer } from '../../../context.ts'
import type { ReviewPart } from './table.ts'

/** Steps that coordinators take, or record for a panel. */
const byCoordinators: Readonly<Record<string, 'coordinator' | 'panel'>> = {
  'pass-check': 'coordinator',
  'return-to-applicant': 'coordinator',
  'assign-reviewers': 'coordinator',
  'replace-reviewer': 'coordinator',
  'record-meeting': 'coordinator',
  'appoint-moderators': 'coordinator',
  'draw-sample': 'coordinator',
  'appoint-reader': 'coordinator',
  extend: 'coordinator',
  lapse: 'coordinator',
  ratify: 'panel',
  'send-back': 'panel',
}

const byOthers: Readonly<Record<string, Actor['role']>> = {
  judge: 'reviewer',
  moderate: 'moderator',
  read: 'reader',
  resubmit: 'applicant',
  withdraw: 'applicant',
}

/** As what a viewer takes a step; undefined where their account lets them take it as nothing. The review itself decides the rest. */
export function actorFor(viewer: Viewer, type: ReviewStep['type']): Actor | undefined {
  const coordinating = byCoordinators[type]
  if (coordinating !== undefined)
    return viewer.roles.has('coordinator') ? { id: viewer.personId ?? viewer.accountId, role: coordinating } : undefined
  const role = byOthers[type]
  return role === undefined || viewer.personId === null ? undefined : { id: viewer.personId, role }
}

/** As what a viewer looks at a review: as the applicant, in their part, or as a coordinator; undefined for everybody else. */
export function actorLooking(viewer: Viewer, review: Review, part: ReviewPart | undefined): Actor | undefined {
  if (viewer.personId !== null && viewer.personId === review.applicant.id)
    return { id: viewer.personId, role: 'applicant' }
  if (viewer.personId !== null && part !== undefined) return { id: viewer.personId, role: part }
  if (viewer.roles.has('coordinator')) return { id: viewer.personId ?? viewer.accountId, role: 'coordinator' }
  return undefined
}
