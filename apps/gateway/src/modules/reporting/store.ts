import type { CohortParticipation } from '@mentoring-commons/mentoring'
import { and, asc, eq } from 'drizzle-orm'
import type { Transaction } from '../../db/database.ts'
import { cohort, participant, participation, relationship } from '../mentoring/table.ts'
import { person } from '../people/table.ts'
import { survey, surveyAnswer, surveyChoice, surveyItem, surveyResponse } from '../survey/table.ts'
import { disclosedFigure, report } from './table.ts'

/** That a person had a role in a cohort, with the country that is known of them. */
export interface ParticipationRow extends CohortParticipation {
  readonly country: string | null
}

/** A relationship of a programme as a report counts it. */
export interface ProjectRow {
  readonly id: string
  readonly cohort: number | null
  readonly completed: boolean | null
}

/** A place in a relationship: one person in one role. */
export interface PlaceRow {
  readonly relationshipId: string
  readonly cohort: number | null
  readonly role: string
}

/** A closed question with its choices in order and the ticks that it got. */
export interface AnsweredItem {
  readonly wave: string
  readonly waveLabel: string
  readonly item: string
  readonly label: string
  readonly many: boolean
  readonly choices: readonly string[]
  readonly ticks: readonly { readonly respondent: string; readonly cohort: number; readonly choice: string }[]
}

/** Who did what in the cohorts of a programme. */
export async function participationRows(
  tx: Transaction,
  institutionId: string,
  programmeId: string,
): Promise<readonly ParticipationRow[]> {
  return tx
    .select({
      personId: participation.personId,
      cohortOrdinal: cohort.ordinal,
      role: participation.role,
      country: person.country,
    })
    .from(participation)
    .innerJoin(
      cohort,
      and(eq(cohort.institutionId, participation.institutionId), eq(cohort.id, participation.cohortId)),
    )
    .innerJoin(
      person,
      and(eq(person.institutionId, participation.institutionId), eq(person.id, participation.personId)),
    )
    .where(
      and(
        eq(participation.institutionId, institutionId),
        eq(cohort.institutionId, institutionId),
        eq(person.institutionId, institutionId),
        eq(cohort.programmeId, programmeId),
      ),
    )
}

/** The relationships of a programme. */
export async function projectRows(
  tx: Transaction,
  institutionId: string,
  programmeId: string,
): Promise<readonly ProjectRow[]> {
  return tx
    .select({ id: relationship.id, cohort: cohort.ordinal, completed: relationship.completed })
    .from(relationship)
    .leftJoin(cohort, and(eq(cohort.institutionId, relationship.institutionId), eq(cohort.id, relationship.cohortId)))
    .where(and(eq(relationship.institutionId, institutionId), eq(relationship.programmeId, programmeId)))
}

/** The places that people hold in a programme's relationships. */
export async function placeRows(
  tx: Transaction,
  institutionId: string,
  programmeId: string,
): Promise<readonly PlaceRow[]> {
  return tx
    .select({ relationshipId: participant.relationshipId, cohort: cohort.ordinal, role: participant.role })
    .from(participant)
    .innerJoin(
      relationship,
      and(eq(relationship.institutionId, participant.institutionId), eq(relationship.id, participant.relationshipId)),
    )
    .leftJoin(cohort, and(eq(cohort.institutionId, relationship.institutionId), eq(cohort.id, relationship.cohortId)))
    .where(
      and(
        eq(participant.institutionId, institutionId),
        eq(relationship.institutionId, institutionId),
        eq(relationship.programmeId, programmeId),
      ),
    )
}

/** The questions of a programme's surveys in the order of the questionnaire, waves by name. */
export async function answeredItems(
  tx: Transaction,
  institutionId: string,
  programmeId: string,
): Promise<readonly AnsweredItem[]> {
  const items = await tx
    .select({
      id: surveyItem.id,
      wave: survey.wave,
      waveLabel: survey.label,
      item: surveyItem.key,
      label: surveyItem.label,
      kind: surveyItem.kind,
    })
    .from(surveyItem)
    .innerJoin(survey, and(eq(survey.institutionId, surveyItem.institutionId), eq(survey.id, surveyItem.surveyId)))
    .where(
      and(
        eq(surveyItem.institutionId, institutionId),
        eq(survey.institutionId, institutionId),
        eq(survey.programmeId, programmeId),
      ),
    )
    .orderBy(asc(survey.wave), asc(surveyItem.position))
  const answered: AnsweredItem[] = []
  for (const { id, kind, ...item } of items) {
    const choices = await choicesOf(tx, institutionId, id)
    const ticks = await ticksOf(tx, institutionId, id)
    answered.push({ ...item, many: kind === 'many', choices, ticks })
  }
  return answered
}

async function choicesOf(tx: Transaction, institutionId: string, itemId: string): Promise<readonly string[]> {
  const rows = await tx
    .select({ label: surveyChoice.label })
    .from(surveyChoice)
    .where(and(eq(surveyChoice.institutionId, institutionId), eq(surveyChoice.itemId, itemId)))
    .orderBy(asc(surveyChoice.position))
  return rows.map(({ label }) => label)
}

async function ticksOf(tx: Transaction, institutionId: string, itemId: string) {
  return tx
    .select({ respondent: surveyAnswer.responseId, cohort: cohort.ordinal, choice: surveyChoice.label })
    .from(surveyAnswer)
    .innerJoin(
      surveyResponse,
      and(eq(surveyResponse.institutionId, surveyAnswer.institutionId), eq(surveyResponse.id, surveyAnswer.responseId)),
    )
    .innerJoin(
      cohort,
      and(eq(cohort.institutionId, surveyAnswer.institutionId), eq(cohort.id, surveyResponse.cohortId)),
    )
    .innerJoin(
      surveyChoice,
      and(
        eq(surveyChoice.institutionId, surveyAnswer.institutionId),
        eq(surveyChoice.itemId, surveyAnswer.itemId),
        eq(surveyChoice.code, surveyAnswer.choice),
      ),
    )
    .where(and(eq(surveyAnswer.institutionId, institutionId), eq(surveyAnswer.itemId, itemId)))
}

/** Keeps a report as it was made, and its figures for tools that read tables. */
export async function insertReport(
  tx: Transaction,
  row: typeof report.$inferInsert,
  figures: readonly (typeof disclosedFigure.$inferInsert)[],
) {
  await tx.insert(report).values(row)
  for (let at = 0; at < figures.length; at += 500) await tx.insert(disclosedFigure).values(figures.slice(at, at + 500))
}

/** The report of an id, if the institution has it. */
export async function findReport(tx: Transaction, institutionId: string, id: string) {
  const [row] = await tx
    .select()
    .from(report)
    .where(and(eq(report.institutionId, institutionId), eq(report.id, id)))
  return row
}
