/** A cell of a CSV file; `null` is an empty field. */
export type Cell = string | number | boolean | null

/** A leading sign that a spreadsheet would read as the start of a formula, after spaces and apostrophes; full-width forms too. */
const formula = /^['\s]*[=+\-@\uFF0B\uFF0D\uFF1D\uFF20]|^['\s]*[\t\r\n]/

/**
 * Rows as CSV text: RFC 4180, so comma, CRLF after every row, quotes doubled; UTF-8 without a byte order mark when encoded.
 *
 * A text that a spreadsheet would run as a formula gets one apostrophe in front; `unguarded` takes it off. Numbers are never touched.
 *
 * @example
 * ```ts
 * import { csv } from '@mentoring-commons/reporting'
 *
 * csv([['place', 'n'], ['Hall, "A"', 3], ['=1+1', -2]]) //=> "place,n\r\n\"Hall, \"\"A\"\"\",3\r\n'=1+1,-2\r\n"
 * ```
 */
export function csv(rows: readonly (readonly Cell[])[]): string {
  return rows.map((row) => `${row.map(field).join(',')}\r\n`).join('')
}

/**
 * A text of a CSV file as it was before the guard against formulas.
 *
 * @example
 * ```ts
 * import { unguarded } from '@mentoring-commons/reporting'
 *
 * unguarded("'=1+1") //=> "=1+1"
 * unguarded("'tis") //=> "'tis"
 * ```
 */
export function unguarded(text: string): string {
  return text.startsWith("'") && formula.test(text.slice(1)) ? text.slice(1) : text
}

function field(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell !== 'string') return String(cell)
  const text = formula.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text
}
