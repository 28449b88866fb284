import type { CohortParticipation } from '@mentoring-commons/mentoring'
import { and, asc, eq, inArray } from 'drizzle-orm'
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
  readonly personId: string
  readonly cohort: number | null
  readonly role: string
}

/** A closed question with its choices in order and the ticks that it got. */
export interface AnsweredItem {
  readonly wave: string
  readonly waveLabel: string
  readonly audience: string
  readonly item: string
  readonly label: string
  readonly many: boolean
  readonly choices: readonly string[]
  readonly ticks: readonly { readonly respondent: string; readonly cohort: number; readonly choice: string }[]
}

/** Rows with the statement that gave them. */
export interface ReadRows<Row> {
  readonly rows: readonly Row[]
  /** The SQL, its parameters as $1, $2 and so on. */
  readonly sql: string
}

/** Who did what in the cohorts of a programme. */
export async function participationRows(
  tx: Transaction,
  institutionId: string,
  programmeId: string,
): Promise<ReadRows<ParticipationRow>> {
  const query = tx
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
  return { rows: await query, sql: query.toSQL().sql }
}

/** The relationships of a programme. */
export async function projectRows(
  tx: Transaction,
  institutionId: string,
  programmeId: string,
): Promise<ReadRows<ProjectRow>> {
  const query = tx
    .select({ id: relationship.id, cohort: cohort.ordinal, completed: relationship.completed })
    .from(relationship)
    .leftJoin(cohort, and(eq(cohort.institutionId, relationship.institutionId), eq(cohort.id, relationship.cohortId)))
    .where(and(eq(relationship.institutionId, institutionId), eq(relationship.programmeId, programmeId)))
  return { rows: await query, sql: query.toSQL().sql }
}

/** The places that people hold in a programme's relationships. */
export async function placeRows(
  tx: Transaction,
  institutionId: string,
  programmeId: string,
): Promise<ReadRows<PlaceRow>> {
  const query = tx
    .select({
      relationshipId: participant.relationshipId,
      personId: participant.personId,
      cohort: cohort.ordinal,
      role: participant.role,
    })
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
  return { rows: await query, sql: query.toSQL().sql }
}

/** The closed questions of a programme's surveys in the order of the questionnaire, waves by name, with their ticks. */
export async function answeredItems(
  tx: Transaction,
  institutionId: string,
  programmeId: string,
): Promise<ReadRows<AnsweredItem>> {
  const items = await tx
    .select({
      id: surveyItem.id,
      wave: survey.wave,
      waveLabel: survey.label,
      audience: survey.audience,
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
        inArray(surveyItem.kind, ['one', 'many', 'scale']),
      ),
    )
    .orderBy(asc(survey.wave), asc(surveyItem.position))
  const ids = items.map(({ id }) => id)
  const choices = ids.length === 0 ? [] : await choicesOf(tx, institutionId, ids)
  const ticks = ticksOf(tx, institutionId, programmeId)
  const byItem = new Map<string, AnsweredItem['ticks'][number][]>(ids.map((id) => [id, []]))
  for (const { itemId, ...tick } of await ticks) byItem.get(itemId)?.push(tick)
  const rows = items.map(({ id, kind, ...item }) => ({
    ...item,
    many: kind === 'many',
    choices: choices.filter(({ itemId }) => itemId === id).map(({ label }) => label),
    ticks: byItem.get(id) ?? [],
  }))
  return { rows, sql: ticks.toSQL().sql }
}

async function choicesOf(tx: Transaction, institutionId: string, itemIds: readonly string[]) {
  return tx
    .select({ itemId: surveyChoice.itemId, label: surveyChoice.label })
    .from(surveyChoice)
    .where(and(eq(surveyChoice.institutionId, institutionId), inArray(surveyChoice.itemId, [...itemIds])))
    .orderBy(asc(surveyChoice.itemId), asc(surveyChoice.position))
}

function ticksOf(tx: Transaction, institutionId: string, programmeId: string) {
  return tx
    .select({
      itemId: surveyAnswer.itemId,
      respondent: surveyAnswer.responseId,
      cohort: cohort.ordinal,
      choice: surveyChoice.label,
    })
    .from(surveyAnswer)
    .innerJoin(
      surveyResponse,
      and(eq(surveyResponse.institutionId, surveyAnswer.institutionId), eq(surveyResponse.id, surveyAnswer.responseId)),
    )
    .innerJoin(
      survey,
      and(eq(survey.institutionId, surveyAnswer.institutionId), eq(survey.id, surveyResponse.surveyId)),
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
    .where(
      and(
        eq(surveyAnswer.institutionId, institutionId),
        eq(survey.institutionId, institutionId),
        eq(survey.programmeId, programmeId),
      ),
    )
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
