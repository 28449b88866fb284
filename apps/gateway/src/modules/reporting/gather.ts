import { type CohortParticipation, pathway } from '@mentoring-commons/mentoring'
import {
  type Column,
  defineTable,
  type IndicatorDefinition,
  type ReportInput,
  type Row,
} from '@mentoring-commons/reporting'
import type { Transaction } from '../../db/database.ts'
import { accepted } from '../../refused.ts'
import { answersOf, programmeIndicators, questionIndicator } from './indicators.ts'
import { type AnsweredItem, answeredItems, participationRows, placeRows, projectRows } from './store.ts'

/** What a report may be made of: inputs, the indicators that may be asked of them, and the questions that surveys asked. */
export interface Gathered {
  readonly inputs: readonly ReportInput[]
  readonly indicators: readonly IndicatorDefinition[]
  readonly questions: readonly Omit<AnsweredItem, 'ticks'>[]
}

/** Tells how far a report is: steps done of all. */
export type Progress = (done: number, total: number, message: string) => Promise<void> | void

/** The steps of building a report, for whoever watches. */
export const reportSteps = 6

/** Reads what a programme's report rests on: rows, before anything is counted. */
export async function gatherProgramme(
  tx: Transaction,
  institutionId: string,
  programmeId: string,
  progress: Progress = () => {},
): Promise<Gathered> {
  await progress(0, reportSteps, 'reading who took part')
  const participations = await participationRows(tx, institutionId, programmeId)
  await progress(1, reportSteps, 'reading projects')
  const projects = await projectRows(tx, institutionId, programmeId)
  await progress(2, reportSteps, 'reading places')
  const places = await placeRows(tx, institutionId, programmeId)
  await progress(3, reportSteps, 'reading survey answers')
  const items = await answeredItems(tx, institutionId, programmeId)
  const cohortText = (cohort: number | null) => (cohort === null ? null : String(cohort))
  return {
    inputs: [
      reportInput('participations', participations.sql, ['participation', 'cohort', 'person'], {
        entity: 'person',
        columns: [text('person', 'Person'), text('cohort', 'Cohort'), text('role', 'Role'), text('country', 'Country')],
        rows: participations.rows.map(({ personId, cohortOrdinal, role, country }) => ({
          ...{ person: personId, cohort: String(cohortOrdinal), role, country },
        })),
      }),
      reportInput('projects', projects.sql, ['relationship', 'cohort'], {
        entity: 'project',
        columns: [
          text('project', 'Project'),
          text('cohort', 'Cohort'),
          { name: 'completed', type: 'boolean', label: 'Completed' },
        ],
        rows: projects.rows.map(({ id, cohort, completed }) => ({
          ...{ project: id, cohort: cohortText(cohort), completed },
        })),
      }),
      reportInput('places', places.sql, ['participant', 'relationship', 'cohort'], {
        entity: 'person',
        columns: [text('person', 'Person'), text('cohort', 'Cohort'), text('role', 'Role')],
        rows: places.rows.map(({ personId, cohort, role }) => ({ person: personId, cohort: cohortText(cohort), role })),
      }),
      reportInput(
        'mentees',
        `Of the rows of this statement, one for each person who was a mentee, with their first cohorts in each role: ${participations.sql}`,
        ['participation', 'cohort', 'person'],
        menteesOf(participations.rows),
      ),
      ...items.rows.map((item) =>
        reportInput(
          answersOf(item),
          `The rows of this statement for the question "${item.item}" of the wave "${item.wave}": ${items.sql}`,
          ['survey_answer', 'survey_response', 'survey', 'cohort', 'survey_choice'],
          {
            entity: 'respondent',
            columns: [text('respondent', 'Respondent'), text('cohort', 'Cohort'), text('choice', 'Choice')],
            rows: item.ticks.map(({ respondent, cohort, choice }) => ({ respondent, cohort: String(cohort), choice })),
          },
        ),
      ),
    ],
    indicators: [...programmeIndicators(), ...items.rows.map(questionIndicator)],
    questions: items.rows.map(({ ticks: _ticks, ...question }) => question),
  }
}

/** An input whose rows are as its columns say; `entity` is the column that tells whom a row is about. */
export function reportInput(
  name: string,
  source: string,
  tables: readonly string[],
  {
    entity,
    columns,
    rows,
  }: { readonly entity: string; readonly columns: readonly Column[]; readonly rows: readonly Row[] },
): ReportInput {
  return { name, source, tables, table: { ...accepted(plain(defineTable(columns, rows))), name, entity } }
}

/** A column of texts. */
export function text(name: string, label: string): Column {
  return { name, type: 'string', label }
}

/** The package's refusals carry a path of keys; here they would be a fault of this code, so a text will do. */
export function plain<T>(answer: { value: T } | { refusal: { code: string; message: string } }) {
  return 'value' in answer ? answer : { refusal: { code: answer.refusal.code, message: answer.refusal.message } }
}

/** Stands for the cohort of whoever has not come back. */
const notYet = 'not yet'

/** Everybody who was a mentee, with their first cohort as one and what became of them. */
export function menteesOf(participations: readonly CohortParticipation[]) {
  const first = firstCohorts(participations, ['mentee'])
  const later = firstCohorts(participations, ['mentor', 'expert'])
  const toMentor = new Set(pathway(participations, { from: 'mentee', to: ['mentor'] }))
  const toEither = new Set(pathway(participations, { from: 'mentee', to: ['mentor', 'expert'] }))
  return {
    entity: 'person',
    columns: [
      text('person', 'Person'),
      text('first', 'First cohort'),
      text('returned', 'Came back in'),
      { name: 'mentor', type: 'boolean', label: 'Became a mentor' },
      { name: 'mentorOrExpert', type: 'boolean', label: 'Became a mentor or an expert' },
    ] as const,
    rows: [...first].map(([person, cohort]) => ({
      person,
      first: String(cohort),
      returned: toEither.has(person) ? String(later.get(person)) : notYet,
      mentor: toMentor.has(person),
      mentorOrExpert: toEither.has(person),
    })),
  }
}

function firstCohorts(participations: readonly CohortParticipation[], roles: readonly string[]) {
  const first = new Map<string, number>()
  for (const { personId, cohortOrdinal, role } of participations)
    if (roles.includes(role)) first.set(personId, Math.min(first.get(personId) ?? cohortOrdinal, cohortOrdinal))
  return first
}
