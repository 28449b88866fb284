import { type AlikeRows, type Column, defineTable, type ReportInput, tableOfAlike } from '@mentoring-commons/reporting'
import type { Transaction } from '../../../db/database.ts'
import { accepted } from '../../../refused.ts'
import { type CountedQuestion, countAnswers, questionsOf } from '../answer-count/store.ts'
import { type Gathered, menteesOf, type Progress, plain, reportSteps, text } from '../gather.ts'
import { answersOf, programmeIndicators, questionIndicator } from '../indicators.ts'
import { type CountedSource, countAlike, participationSource, placeSource, projectSource, saidOf } from './store.ts'

/**
 * What a programme's report rests on, counted where it lies: the inputs of `gatherProgramme`, in which those who are alike stand once with
 * how many they are. Figures of either are the same, and so are the hashes of their inputs; this one holds no row of anybody.
 */
export async function countProgramme(
  tx: Transaction,
  institutionId: string,
  programmeId: string,
  progress: Progress = () => {},
): Promise<Gathered> {
  const count = async (name: string, tables: readonly string[], columns: readonly Column[], source: CountedSource) => {
    const alike = await countAlike(tx, source)
    return input(name, saidOf(source.statement), tables, columns, source.entity, alike)
  }
  await progress(0, reportSteps, 'counting who took part')
  const participations = await count(
    'participations',
    ['participation', 'cohort', 'person'],
    [text('person', 'Person'), text('cohort', 'Cohort'), text('role', 'Role'), text('country', 'Country')],
    participationSource(institutionId, programmeId),
  )
  await progress(1, reportSteps, 'counting projects')
  const completed: Column = { name: 'completed', type: 'boolean', label: 'Completed' }
  const projects = await count(
    'projects',
    ['relationship', 'cohort'],
    [text('project', 'Project'), text('cohort', 'Cohort'), completed],
    projectSource(institutionId, programmeId),
  )
  await progress(2, reportSteps, 'counting places')
  const places = await count(
    'places',
    ['participant', 'relationship', 'cohort'],
    [text('person', 'Person'), text('cohort', 'Cohort'), text('role', 'Role')],
    placeSource(institutionId, programmeId),
  )
  await progress(3, reportSteps, 'counting survey answers')
  const questions = await questionsOf(tx, institutionId, programmeId)
  const answers = await countAnswers(tx, institutionId, programmeId, questions)
  return {
    inputs: [
      participations,
      projects,
      places,
      mentees(participations),
      ...questions.map((question) => answersTo(question, answers.get(question.id) ?? [])),
    ],
    indicators: [
      ...programmeIndicators(),
      ...questions.map((question) => questionIndicator({ ...question, ticks: [] })),
    ],
    questions: questions.map(({ id: _id, ...question }) => question),
  }
}

/** An input of what was counted; each row of it is checked against its column like any other. */
function input(
  name: string,
  source: string,
  tables: readonly string[],
  columns: readonly Column[],
  entity: string,
  alike: readonly AlikeRows[],
): ReportInput {
  const { rows, weights } = tableOfAlike({ columns, entity }, alike)
  const checked = accepted(plain(defineTable(columns, rows)))
  return { name, source, tables, table: { ...checked, name, entity, weights } }
}

/** Of people with the same participations the same is true: each kind of them becomes one row, and those that are then alike one again. */
function mentees({ table, source, tables }: ReportInput): ReportInput {
  const rows = table.rows.map(({ person, cohort, role }) => {
    return { personId: String(person), cohortOrdinal: Number(cohort), role: String(role) as never }
  })
  const sizes = new Map(table.rows.map(({ person }, place) => [String(person), table.weights?.[place] ?? 1]))
  const made = menteesOf(rows)
  const alike = made.rows.map(({ person, ...row }) => ({ rows: [row], size: sizes.get(person) ?? 1, named: true }))
  const said = `Of the rows of this statement, one for each person who was a mentee, with their first cohorts in each role: ${source}`
  return input('mentees', said, tables, made.columns, 'person', alike)
}

function answersTo(question: CountedQuestion, alike: readonly AlikeRows[]): ReportInput {
  const columns = [text('respondent', 'Respondent'), text('cohort', 'Cohort'), text('choice', 'Choice')]
  const tables = ['survey_answer', 'survey_response', 'survey', 'cohort', 'survey_choice']
  const said = `The answers to the question "${question.item}" of the wave "${question.wave}", with the cohort of the questionnaire and the name of each choice.`
  return input(answersOf(question), said, tables, columns, 'respondent', alike)
}
