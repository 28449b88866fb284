import { type DisclosurePolicy, exact, hesa } from '@mentoring-commons/reporting'
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

/** Whether a viewer may see all that is known of this person: themselves, or anybody when their role sees people. */
export function mayReadPerson(viewer: Viewer, personId: string): boolean {
  return viewer.personId === personId || holdsAny(viewer, seesPeople)
}

/**
 * Whether a viewer may see who this person is, which is their name and unit: whoever may see all of them, and the people whom they are
 * in a relationship with or asked to be.
 */
export function mayReadName(viewer: Viewer, personId: string, partners: ReadonlySet<string>): boolean {
  return mayReadPerson(viewer, personId) || (viewer.personId !== null && partners.has(personId))
}

/**
 * The disclosure policy of somebody with these roles: exact counts for whoever runs the programme or answers for its data, the
 * HESA rules for everybody else. An analyst stays one whatever other role they hold: exact counts must not reach an analysis.
 */
export function policyOf(roles: ReadonlySet<AccountRole>): DisclosurePolicy {
  if (roles.has('analyst')) return hesa
  return roles.has('coordinator') || roles.has('data-steward') ? exact : hesa
}
