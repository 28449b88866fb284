import type {
  Application,
  ApplicationAnswer,
  ApplicationQuestion,
  ApplicationStatus,
  QuestionSet,
} from '@mentoring-commons/mentoring'
import { csv, unguarded } from '@mentoring-commons/reporting'
import { readCsv } from '../../../intake/read-csv.ts'

/** Something in a file that stands in the way: where, by line from 1 and column, and what to do. */
export interface SheetProblem {
  readonly line: number
  readonly column: string | null
  readonly code: string
  readonly reason: string
}

/** A row of a file of applications: its cells by the name of their column, blank ones left out. */
export interface SheetRow {
  readonly line: number
  readonly cells: ReadonlyMap<string, string>
}

/** Before the key of a question, in the name of its column. */
const answerPrefix = 'answer:'
const needed = ['external_id', 'person', 'role', 'applied_on']
const optional = ['cohort', 'waits_until', 'withdrawn_on']
/** What the export tells besides, and an import passes over, because it is not kept of an application. */
const told = ['id', 'name', 'status']

/** The rows of a file of applications, or what is wrong with it. `keys` are those of the questions that a column may answer. */
export async function readSheet(
  text: string,
  keys: ReadonlySet<string>,
): Promise<{ readonly rows: readonly SheetRow[]; readonly problems: readonly SheetProblem[] }> {
  const problems: SheetProblem[] = []
  const rows: SheetRow[] = []
  let header: readonly string[] | undefined
  for await (const batch of readCsv([Buffer.from(text, 'utf8')])) {
    for (const row of batch.rows) {
      if ('fault' in row) {
        problems.push({ line: row.line, column: null, code: row.fault.code, reason: row.fault.message })
      } else if (header === undefined) {
        header = row.cells.map((cell) => cell.trim())
        problems.push(...headerProblems(header, keys, row.line))
      } else if (row.cells.length !== header.length) {
        const reason = `the row has ${row.cells.length} cells, and the header ${header.length}; give as many`
        problems.push({ line: row.line, column: null, code: 'cell-count', reason })
      } else {
        const names = header
        const cells = row.cells.map((cell, index) => [names[index] ?? '', unguarded(cell).trim()] as const)
        rows.push({ line: row.line, cells: new Map(cells.filter(([, cell]) => cell !== '')) })
      }
    }
    if (batch.broken) {
      const { line, code, message } = batch.broken
      problems.push({ line, column: null, code, reason: message })
    }
  }
  if (header === undefined)
    problems.push({ line: 1, column: null, code: 'empty-file', reason: `give a header line with ${needed.join(', ')}` })
  return { rows, problems }
}

function headerProblems(header: readonly string[], keys: ReadonlySet<string>, line: number): readonly SheetProblem[] {
  const known = (name: string) =>
    [...needed, ...optional, ...told].includes(name) ||
    (name.startsWith(answerPrefix) && keys.has(name.slice(answerPrefix.length)))
  const missing = needed
    .filter((name) => !header.includes(name))
    .map((name) => ({ line, column: name, code: 'column-missing', reason: `there is no column "${name}"; add it` }))
  const wrong = header.flatMap((name, index): readonly SheetProblem[] => {
    if (header.indexOf(name) !== index)
      return [{ line, column: name, code: 'duplicate-column', reason: `two columns are called "${name}"; keep one` }]
    if (known(name)) return []
    const columns = [...needed, ...optional, ...[...keys].map((key) => `${answerPrefix}${key}`)]
    return [
      {
        line,
        column: name,
        code: 'unknown-column',
        reason: `"${name}" is no column of applications; use ${columns.join(', ')}`,
      },
    ]
  })
  return [...missing, ...wrong]
}

/** The answers of a row to the questions of a set: each as its question takes it, whether it fits or not. */
export function answersIn(
  { line, cells }: SheetRow,
  { questions }: QuestionSet,
): { readonly answers: readonly ApplicationAnswer[]; readonly problems: readonly SheetProblem[] } {
  const answers: ApplicationAnswer[] = []
  const problems: SheetProblem[] = []
  for (const [column, cell] of cells) {
    if (!column.startsWith(answerPrefix)) continue
    const question = questions.find(({ key }) => `${answerPrefix}${key}` === column)
    const answer = question && answerOf(question, cell)
    if (answer) answers.push(answer)
    else
      problems.push({
        line,
        column,
        code: 'answer-not-usable',
        reason: question
          ? `"${cell.slice(0, 60)}" is no whole number; write digits only`
          : 'this was not asked on the day of the application; leave the cell blank',
      })
  }
  return { answers, problems }
}

function answerOf({ key: question, kind }: ApplicationQuestion, cell: string): ApplicationAnswer | undefined {
  if (kind === 'text') return { kind, question, text: cell }
  if (kind === 'choice') return { kind, question, choices: cell.split(';').map((one) => one.trim()) }
  return /^-?\d{1,7}$/.test(cell) ? { kind, question, number: Number(cell) } : undefined
}

/** An application as a line of a file. */
export interface SheetLine {
  readonly state: Application
  readonly status: ApplicationStatus
  readonly externalId: string | null
  readonly personExternalId: string | null
  readonly personName: string | null
  readonly cohort: number | null
}

/** Applications as a file that `readSheet` reads, with what else is known of each. No cell is run as a formula. */
export function writeSheet(lines: readonly SheetLine[], keys: readonly string[]): string {
  const header = [...needed, ...optional, ...keys.map((key) => `${answerPrefix}${key}`), ...told]
  const rows = lines.map(({ state, status, externalId, personExternalId, personName, cohort }) => [
    externalId,
    personExternalId,
    state.role,
    state.appliedOn,
    cohort,
    state.waitsUntil ?? null,
    state.withdrawnOn ?? null,
    ...keys.map((key) => cellOf(state.answers.find(({ question }) => question === key))),
    state.id,
    personName,
    status,
  ])
  return csv([header, ...rows])
}

function cellOf(answer: ApplicationAnswer | undefined): string | number | null {
  if (answer === undefined) return null
  if (answer.kind === 'text') return answer.text
  return answer.kind === 'number' ? answer.number : answer.choices.join(';')
}
