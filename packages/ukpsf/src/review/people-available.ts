import { type Category, holdsAtLeast } from '../fellowship/category.ts'
import type { WorkflowInput } from './workflow.ts'

/** How many people can assess a claim at the least, and how that was reckoned. */
export interface PeopleAvailable {
  /** Without end where the workflow names no pool. */
  readonly internal: number
  readonly external: number
  /** A sentence for people. */
  readonly because: string
}

/**
 * Gives how many people are sure to be free of conflict for a claim, whoever claims: an applicant of the largest unit is
 * reckoned with, and, where a rule excludes them, one mentor, one line manager and as many referees as the track asks for,
 * all of them in the pool and in other units. People from outside are taken to be free of conflict.
 */
export function peopleAvailable(workflow: WorkflowInput, category: Category): PeopleAvailable {
  const { conflicts, externals, pool } = workflow
  if (pool === undefined) {
    const because = `${externals} from outside are appointed, and no pool is named`
    return { internal: Number.POSITIVE_INFINITY, external: externals, because }
  }
  const able = pool.filter((group) => !conflicts.includes('holds-the-category') || holdsAtLeast(group.holds, category))
  const all = sum(able)
  const units = [...new Set(able.map((group) => group.unit))]
  const largest = Math.max(0, ...units.map((unit) => sum(able.filter((group) => group.unit === unit))))
  const apart = conflicts.includes('not-the-same-unit')
  const lost = [
    ...(apart ? [{ what: 'the largest unit', people: largest }] : []),
    // Whoever claims a category that they do not hold is no loss where assessors must hold it.
    ...(!apart && !conflicts.includes('holds-the-category') ? [{ what: 'the applicant', people: 1 }] : []),
    ...(conflicts.includes('not-the-mentor') ? [{ what: 'a mentor', people: 1 }] : []),
    ...(conflicts.includes('not-the-line-manager') ? [{ what: 'a line manager', people: 1 }] : []),
    ...(conflicts.includes('not-a-referee')
      ? [{ what: 'the referees', people: workflow.tracks[category]?.referees.count ?? 0 }]
      : []),
  ]
  const internal = Math.max(0, all - lost.reduce((total, { people }) => total + people, 0))
  const without = lost.map(({ what, people }) => `${what} (${people})`).join(', ')
  const because = `${all} of the pool may assess ${category}${without === '' ? '' : `, without ${without} at the worst`}`
  return { internal, external: externals, because: `${because}; ${externals} from outside are appointed` }
}

const sum = (groups: readonly { readonly people: number }[]): number =>
  groups.reduce((total, group) => total + group.people, 0)
