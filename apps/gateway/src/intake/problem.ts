import type { IntakeCode } from './refusal.ts'

/** Why a row was not taken. `line` is the physical line of the file on which the row begins. */
export interface RowProblem {
  readonly file: string
  readonly line: number
  readonly column?: string
  readonly code: IntakeCode
  readonly message: string
}

/**
 * A problem as one line for people.
 *
 * @example
 * ```ts
 * import { describeProblem } from './problem.ts'
 * describeProblem({ file: 'roles.csv', line: 7, column: 'role', code: 'blank', message: 'is blank; fill it in' }) //=> "roles.csv:7: role is blank; fill it in"
 * ```
 */
export function describeProblem({ file, line, column, message }: RowProblem): string {
  return `${file}:${line}: ${column === undefined ? '' : `${column} `}${message}`
}

/** The header line of a CSV file of problems. */
export const problemsHeader = 'file,line,column,code,message\r\n'

/**
 * A problem as a line of a CSV file. A cell that a spreadsheet would take for a formula gets an apostrophe before it.
 *
 * @example
 * ```ts
 * import { problemToCsv } from './problem.ts'
 * problemToCsv({ file: 'roles.csv', line: 7, column: '=role', code: 'blank', message: 'is blank; fill it in' }) //=> "roles.csv,7,'=role,blank,is blank; fill it in\r\n"
 * ```
 */
export function problemToCsv({ file, line, column, code, message }: RowProblem): string {
  return `${[file, String(line), column ?? '', code, message].map(cell).join(',')}\r\n`
}

function cell(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
