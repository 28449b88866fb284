import { unguarded } from '@mentoring-commons/reporting'
import {
  type EmploymentSpell,
  type EmploymentTerms,
  employmentTerms,
  type LeavingCode,
  leavingReasons,
} from '@mentoring-commons/reporting/evaluation'
import { readCsv } from '../../../intake/read-csv.ts'

/** Something in a file that stands in the way: where, by line from 1 and column, and what to do. */
export interface ContractProblem {
  readonly line: number
  readonly column: string | null
  readonly code: string
  readonly reason: string
}

/** A row of a file of contracts. `person` is the external id of a person; the days are not checked yet. */
export interface ContractRow extends Omit<EmploymentSpell, 'personId'> {
  readonly line: number
  readonly person: string
}

const needed = ['contract_id', 'person', 'starts_on', 'terms'] as const
const optional = ['ends_on', 'reason', 'grade', 'department'] as const
type ContractColumn = (typeof needed)[number] | (typeof optional)[number]

/** The columns of a file of contracts, the needed ones first. */
export const contractColumns: readonly ContractColumn[] = [...needed, ...optional]

/** The column in which a field of a spell stands. */
export const columnOfField: Readonly<Record<string, ContractColumn>> = {
  externalId: 'contract_id',
  personId: 'person',
  start: 'starts_on',
  end: 'ends_on',
  reason: 'reason',
  terms: 'terms',
  grade: 'grade',
  unit: 'department',
}

/** The longest cell that is kept. */
const lettersMax = 200

/** The rows of a file of contracts, with what is wrong with it, row by row. */
export async function readContracts(text: string): Promise<{
  readonly rows: readonly ContractRow[]
  readonly total: number
  readonly problems: readonly ContractProblem[]
}> {
  const problems: ContractProblem[] = []
  const rows: ContractRow[] = []
  let header: readonly string[] | undefined
  let total = 0
  for await (const batch of readCsv([Buffer.from(text, 'utf8')])) {
    for (const row of batch.rows) {
      if (header !== undefined) total += 1
      if ('fault' in row) {
        problems.push({ line: row.line, column: null, code: row.fault.code, reason: row.fault.message })
        header ??= []
      } else if (header === undefined) {
        header = row.cells.map((cell) => cell.trim())
        problems.push(...headerProblems(header, row.line))
      } else if (row.cells.length !== header.length) {
        const reason = `the row has ${row.cells.length} cells, and the header ${header.length}; give as many`
        problems.push({ line: row.line, column: null, code: 'cell-count', reason })
      } else {
        const cells = new Map(row.cells.map((cell, index) => [header?.[index] ?? '', unguarded(cell).trim()]))
        const read = readRow(row.line, (column) => cells.get(column) || undefined)
        if ('problems' in read) problems.push(...read.problems)
        else rows.push(read.row)
      }
    }
    if (batch.broken) {
      const { line, code, message } = batch.broken
      problems.push({ line, column: null, code, reason: message })
    }
  }
  if (header === undefined)
    problems.push({ line: 1, column: null, code: 'empty-file', reason: `give a header line with ${needed.join(', ')}` })
  return { rows, total, problems }
}

function headerProblems(header: readonly string[], line: number): readonly ContractProblem[] {
  const missing = needed
    .filter((name) => !header.includes(name))
    .map((name) => ({ line, column: name, code: 'column-missing', reason: `there is no column "${name}"; add it` }))
  const wrong = header.flatMap((name, index): readonly ContractProblem[] => {
    if (header.indexOf(name) !== index)
      return [{ line, column: name, code: 'duplicate-column', reason: `two columns are called "${name}"; keep one` }]
    if (contractColumns.some((column) => column === name)) return []
    const reason = `nothing is called "${name}" here; take it out, as what is not asked for is not kept, or call it one of ${contractColumns.join(', ')}`
    return [{ line, column: name, code: 'column-unknown', reason }]
  })
  return [...missing, ...wrong]
}

function readRow(
  line: number,
  cell: (column: ContractColumn) => string | undefined,
): { readonly row: ContractRow } | { readonly problems: readonly ContractProblem[] } {
  const problems: ContractProblem[] = []
  const no = (column: ContractColumn, code: string, reason: string) => problems.push({ line, column, code, reason })
  for (const column of needed) if (cell(column) === undefined) no(column, 'blank', 'the cell is blank; fill it in')
  for (const column of contractColumns)
    if ((cell(column)?.length ?? 0) > lettersMax) no(column, 'too-long', `shorten it to ${lettersMax} characters`)
  const [externalId, person, start] = [cell('contract_id'), cell('person'), cell('starts_on')]
  const [end, grade, unit] = [cell('ends_on'), cell('grade'), cell('department')]
  const terms = termsOf(cell('terms'))
  if (terms === undefined && cell('terms') !== undefined)
    no('terms', 'terms-unknown', `"${cell('terms')}" is none of 1 (open-ended), 2 (fixed-term) and 3 (atypical)`)
  const reason = reasonOf(cell('reason'))
  if (reason === undefined && cell('reason') !== undefined)
    no(
      'reason',
      'reason-unknown',
      `"${cell('reason')}" is none of ${leavingReasons.map(({ code }) => code).join(', ')}`,
    )
  if (problems.length > 0 || externalId === undefined || person === undefined || start === undefined || !terms)
    return { problems }
  return {
    row: {
      ...{ line, externalId, person, start, terms },
      ...(end === undefined ? {} : { end }),
      ...(reason === undefined ? {} : { reason }),
      ...(grade === undefined ? {} : { grade }),
      ...(unit === undefined ? {} : { unit }),
    },
  }
}

function termsOf(text: string | undefined): EmploymentTerms | undefined {
  return employmentTerms.find((terms, index) => text === terms || text === String(index + 1))
}

function reasonOf(text: string | undefined): LeavingCode | undefined {
  const plain = text?.replace(/^0+(?=\d)/, '')
  return leavingReasons.find(({ code }) => code === plain)?.code
}
