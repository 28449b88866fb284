import { and, eq, inArray } from 'drizzle-orm'
import type { Transaction } from '../../db/database.ts'
import { community } from '../community/table.ts'
import { programme } from '../mentoring/table.ts'
import { person } from '../people/table.ts'
import { survey, surveyItem } from '../survey/table.ts'
import {
  baselineAction,
  baselineFigure,
  baselineFinding,
  baselineGround,
  baselineProject,
  baselineRecommendation,
  baselineStep,
} from './table.ts'

/** The wave of a survey that a project rests on, with the programme that it was held in. */
export interface SurveyWave {
  readonly id: string
  readonly wave: string
  readonly programme: { readonly id: string; readonly key: string; readonly title: string }
  /** The keys of its questions. */
  readonly questions: ReadonlySet<string>
}

/** The survey wave of an id, if the institution has it. */
export async function findWave(tx: Transaction, institutionId: string, id: string): Promise<SurveyWave | undefined> {
  const rows = await tx
    .select({ wave: survey.wave, programmeId: programme.id, key: programme.key, title: programme.title })
    .from(survey)
    .innerJoin(programme, and(eq(programme.institutionId, survey.institutionId), eq(programme.id, survey.programmeId)))
    .where(and(eq(survey.institutionId, institutionId), eq(programme.institutionId, institutionId), eq(survey.id, id)))
  const [row] = rows
  if (row === undefined) return undefined
  const items = await tx
    .select({ key: surveyItem.key })
    .from(surveyItem)
    .where(and(eq(surveyItem.institutionId, institutionId), eq(surveyItem.surveyId, id)))
  const { wave, programmeId, key, title } = row
  return { id, wave, programme: { id: programmeId, key, title }, questions: new Set(items.map((item) => item.key)) }
}

/** The project of an id, if the institution has it. */
export async function findProject(tx: Transaction, institutionId: string, id: string) {
  const [row] = await tx
    .select({ surveyId: baselineProject.surveyId, beganOn: baselineProject.beganOn })
    .from(baselineProject)
    .where(and(eq(baselineProject.institutionId, institutionId), eq(baselineProject.id, id)))
  return row
}

/** The days on which findings of a project were found, by their ids; only those that are the project's. */
export async function findingDays(
  tx: Transaction,
  institutionId: string,
  projectId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await tx
    .select({ id: baselineFinding.id, foundOn: baselineFinding.foundOn })
    .from(baselineFinding)
    .where(
      and(
        eq(baselineFinding.institutionId, institutionId),
        eq(baselineFinding.projectId, projectId),
        inArray(baselineFinding.id, [...ids]),
      ),
    )
  return new Map(rows.map(({ id, foundOn }) => [id, foundOn]))
}

/** The recommendation of an id, held still until this transaction ends. */
export async function lockRecommendation(tx: Transaction, institutionId: string, id: string) {
  const [row] = await tx
    .select()
    .from(baselineRecommendation)
    .where(and(eq(baselineRecommendation.institutionId, institutionId), eq(baselineRecommendation.id, id)))
    .for('update')
  return row
}

/** Whether the institution has a person, a programme or a community of an id. */
export async function has(
  tx: Transaction,
  institutionId: string,
  kind: 'person' | 'programme' | 'community',
  id: string,
): Promise<boolean> {
  const table = { person, programme, community }[kind]
  const rows = await tx
    .select({ id: table.id })
    .from(table)
    .where(and(eq(table.institutionId, institutionId), eq(table.id, id)))
  return rows.length > 0
}

/** Stores a project. */
export async function insertProject(tx: Transaction, row: typeof baselineProject.$inferInsert): Promise<void> {
  await tx.insert(baselineProject).values(row)
}

/** Stores a finding and the figures that it rests on, in their order. */
export async function insertFinding(
  tx: Transaction,
  row: typeof baselineFinding.$inferInsert,
  figures: readonly Omit<typeof baselineFigure.$inferInsert, 'institutionId' | 'findingId' | 'position'>[],
): Promise<void> {
  await tx.insert(baselineFinding).values(row)
  const { institutionId, id: findingId } = row
  await tx
    .insert(baselineFigure)
    .values(figures.map((figure, position) => ({ institutionId, findingId, position, ...figure })))
}

/** A step as it is recorded. */
export type StepRow = Pick<
  typeof baselineStep.$inferInsert,
  'type' | 'takenOn' | 'because' | 'recordedBy' | 'recordedAt'
>

/** Stores a recommendation, the findings that it follows from, and that it was proposed. */
export async function insertRecommendation(
  tx: Transaction,
  row: typeof baselineRecommendation.$inferInsert,
  findingIds: readonly string[],
  step: StepRow,
): Promise<void> {
  const { institutionId, id: recommendationId, status, ownerId, version } = row
  await tx.insert(baselineRecommendation).values(row)
  await tx
    .insert(baselineGround)
    .values(findingIds.map((findingId) => ({ institutionId, recommendationId, findingId })))
  await tx.insert(baselineStep).values({ institutionId, recommendationId, version, status, ownerId, ...step })
}

/** Stores where a recommendation stands after a step, and the step. */
export async function updateRecommendation(
  tx: Transaction,
  institutionId: string,
  recommendationId: string,
  next: Pick<typeof baselineRecommendation.$inferSelect, 'status' | 'ownerId' | 'since' | 'cameOfIt' | 'version'>,
  step: StepRow,
): Promise<void> {
  await tx
    .update(baselineRecommendation)
    .set(next)
    .where(
      and(eq(baselineRecommendation.institutionId, institutionId), eq(baselineRecommendation.id, recommendationId)),
    )
  const { version, status, ownerId } = next
  await tx.insert(baselineStep).values({ institutionId, recommendationId, version, status, ownerId, ...step })
}

/** Stores what was done on a recommendation. */
export async function insertAction(tx: Transaction, row: typeof baselineAction.$inferInsert): Promise<void> {
  await tx.insert(baselineAction).values(row)
}
