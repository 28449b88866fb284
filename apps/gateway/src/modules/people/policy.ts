import type { Viewer } from '../../context.ts'
import type { AccountRole } from './table.ts'

/** Roles that run a programme day by day: they see who takes part and how far a pair is, never what was said. */
export const runsProgrammes: readonly AccountRole[] = ['coordinator', 'administrator']

/** Roles that may see people one by one. An analyst is not among them: an analyst sees disclosed figures. */
export const seesPeople: readonly AccountRole[] = ['coordinator', 'administrator', 'data-steward']

/** Roles that may read programmes and their cohorts: every role but none at all. */
export const seesProgrammes: readonly AccountRole[] = [
  'participant',
  'coordinator',
  'assessor',
  'analyst',
  'data-steward',
  'administrator',
]

/** Whether a viewer holds one of some roles. */
export function holdsAny(viewer: Viewer, roles: readonly AccountRole[]): boolean {
  return roles.some((role) => viewer.roles.has(role))
}

/** Whether a viewer may see this person: themselves, or anybody when their role sees people. */
export function mayReadPerson(viewer: Viewer, personId: string): boolean {
  return viewer.personId === personId || holdsAny(viewer, seesPeople)
}
