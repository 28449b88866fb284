import type { CohortParticipation, ParticipationRole } from '../src/index.ts'
import { openSeeds } from './open-seeds.ts'

/** The roles of the real programme as participations; its participants are mentees. */
export function openSeedsRoles(): readonly CohortParticipation[] {
  return openSeeds('roles.csv').map((row) => ({
    personId: row.person_id ?? '',
    cohortOrdinal: Number(row.cohort),
    role: (row.role === 'participant' ? 'mentee' : row.role) as ParticipationRole,
  }))
}
