import type { Practice } from '@mentoring-commons/mentoring'
import { and, eq, lte } from 'drizzle-orm'
import type { Transaction } from '../../db/database.ts'
import { baselineFinding, baselineProject, baselineRecommendation } from '../baseline/table.ts'
import { communityMembership, communityProgramme } from '../community/table.ts'
import { hallmarkReading } from '../culture/hallmark/table.ts'
import { practice } from '../culture/practice/table.ts'
import { objective } from '../evaluation/objective/table.ts'
import type { ReadRows } from '../reporting/store.ts'
import { surveyWindow } from '../survey/series/table.ts'
import { survey } from '../survey/table.ts'

/** The waves of a programme's surveys that tell of the time before: a baseline project rests on them, or they were held as a baseline. */
export async function baselineWaves(
  tx: Transaction,
  institutionId: string,
  programmeId: string,
): Promise<readonly string[]> {
  const of = and(eq(survey.institutionId, institutionId), eq(survey.programmeId, programmeId))
  const rested = await tx
    .selectDistinct({ wave: survey.wave })
    .from(survey)
    .innerJoin(
      baselineProject,
      and(eq(baselineProject.institutionId, survey.institutionId), eq(baselineProject.surveyId, survey.id)),
    )
    .where(and(of, eq(baselineProject.institutionId, institutionId)))
  const held = await tx
    .selectDistinct({ wave: survey.wave })
    .from(survey)
    .innerJoin(
      surveyWindow,
      and(eq(surveyWindow.institutionId, survey.institutionId), eq(surveyWindow.surveyId, survey.id)),
    )
    .where(and(of, eq(surveyWindow.institutionId, institutionId), eq(surveyWindow.moment, 'baseline')))
  return [...new Set([...rested, ...held].map(({ wave }) => wave))]
}

/** Findings of baseline projects that rest on a survey of a programme, up to a day. */
export async function findingRows(tx: Transaction, institutionId: string, programmeId: string, on: string) {
  const query = tx
    .select({ id: baselineFinding.id, foundOn: baselineFinding.foundOn })
    .from(baselineFinding)
    .innerJoin(
      baselineProject,
      and(
        eq(baselineProject.institutionId, baselineFinding.institutionId),
        eq(baselineProject.id, baselineFinding.projectId),
      ),
    )
    .innerJoin(
      survey,
      and(eq(survey.institutionId, baselineProject.institutionId), eq(survey.id, baselineProject.surveyId)),
    )
    .where(
      and(
        eq(baselineFinding.institutionId, institutionId),
        eq(survey.institutionId, institutionId),
        eq(survey.programmeId, programmeId),
        lte(baselineFinding.foundOn, on),
      ),
    )
  return { rows: await query, sql: query.toSQL().sql }
}

/** Recommendations of those projects, with where each stands. */
export async function recommendationRows(tx: Transaction, institutionId: string, programmeId: string, on: string) {
  const query = tx
    .select({ id: baselineRecommendation.id, status: baselineRecommendation.status })
    .from(baselineRecommendation)
    .innerJoin(
      baselineProject,
      and(
        eq(baselineProject.institutionId, baselineRecommendation.institutionId),
        eq(baselineProject.id, baselineRecommendation.projectId),
      ),
    )
    .innerJoin(
      survey,
      and(eq(survey.institutionId, baselineProject.institutionId), eq(survey.id, baselineProject.surveyId)),
    )
    .where(
      and(
        eq(baselineRecommendation.institutionId, institutionId),
        eq(survey.institutionId, institutionId),
        eq(survey.programmeId, programmeId),
        lte(baselineRecommendation.proposedOn, on),
      ),
    )
  return { rows: await query, sql: query.toSQL().sql }
}

/** Memberships in communities that a programme is linked with, begun by a day. */
export async function memberRows(
  tx: Transaction,
  institutionId: string,
  programmeId: string,
  on: string,
): Promise<ReadRows<{ readonly personId: string; readonly communityId: string; readonly endsOn: string | null }>> {
  const query = tx
    .select({
      personId: communityMembership.personId,
      communityId: communityMembership.communityId,
      endsOn: communityMembership.endsOn,
    })
    .from(communityMembership)
    .innerJoin(
      communityProgramme,
      and(
        eq(communityProgramme.institutionId, communityMembership.institutionId),
        eq(communityProgramme.communityId, communityMembership.communityId),
      ),
    )
    .where(
      and(
        eq(communityMembership.institutionId, institutionId),
        eq(communityProgramme.institutionId, institutionId),
        eq(communityProgramme.programmeId, programmeId),
        lte(communityMembership.startsOn, on),
      ),
    )
  return { rows: await query, sql: query.toSQL().sql }
}

/** The inventory of practice of an institution. */
export async function practiceRows(tx: Transaction, institutionId: string): Promise<ReadRows<Practice>> {
  const query = tx.select({ state: practice.state }).from(practice).where(eq(practice.institutionId, institutionId))
  return { rows: (await query).map(({ state }) => state), sql: query.toSQL().sql }
}

/** Readings of hallmarks up to a day. */
export async function hallmarkRows(tx: Transaction, institutionId: string, on: string) {
  const query = tx
    .select({ state: hallmarkReading.state })
    .from(hallmarkReading)
    .where(and(eq(hallmarkReading.institutionId, institutionId), lte(hallmarkReading.readOn, on)))
  return { rows: (await query).map(({ state }) => state), sql: query.toSQL().sql }
}

/** Objectives of an institution that were set by a day. */
export async function objectiveRows(tx: Transaction, institutionId: string, on: string) {
  const query = tx
    .select({ state: objective.state })
    .from(objective)
    .where(and(eq(objective.institutionId, institutionId), lte(objective.fromDay, on)))
  return { rows: (await query).map(({ state }) => state), sql: query.toSQL().sql }
}
