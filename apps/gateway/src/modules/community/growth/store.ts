import type { CohortParticipation } from '@mentoring-commons/mentoring'
import { and, asc, eq } from 'drizzle-orm'
import type { Transaction } from '../../../db/database.ts'
import { cohort, participation } from '../../mentoring/table.ts'

/** Who did what in the cohorts of a programme. */
export async function participationsOf(
  tx: Transaction,
  institutionId: string,
  programmeId: string,
): Promise<readonly CohortParticipation[]> {
  return tx
    .select({ personId: participation.personId, cohortOrdinal: cohort.ordinal, role: participation.role })
    .from(participation)
    .innerJoin(
      cohort,
      and(eq(cohort.institutionId, participation.institutionId), eq(cohort.id, participation.cohortId)),
    )
    .where(
      and(
        eq(participation.institutionId, institutionId),
        eq(cohort.institutionId, institutionId),
        eq(cohort.programmeId, programmeId),
      ),
    )
    .orderBy(asc(cohort.ordinal), asc(participation.personId), asc(participation.role))
}
