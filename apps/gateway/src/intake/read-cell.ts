import { type ParticipationRole, participationRoles } from '@mentoring-commons/mentoring'
import type { BoundColumns } from './bind-columns.ts'
import type { FieldSpec } from './mapping.ts'
import { compilePattern } from './pattern.ts'
import { quoteValue } from './quote-value.ts'
import type { IntakeCode } from './refusal.ts'

/** The longest text, in characters, that a field of a record keeps. */
export const longestText = 200

/** What is wrong with one cell of a row. */
export interface CellProblem {
  readonly column: string
  readonly code: IntakeCode
  readonly message: string
}

/** Reads one field from the cells of a row; where it cannot, it adds a problem and gives undefined. */
export type CellReader<T> = (cells: readonly string[], problems: CellProblem[]) => T | undefined

/** A field of a mapping: its name, and what is said about it. */
export interface NamedField<Spec extends FieldSpec = FieldSpec> {
  readonly name: string
  readonly spec: Spec
}

/**
 * The text of a field, trimmed and with its aliases folded; null where it is blank or its optional column is not in the file.
 *
 * @example
 * ```ts
 * import { textCell } from './read-cell.ts'
 * const columns = { width: 1, indexOf: new Map([['land', 0]]), ignored: [], absent: [] }
 * const read = textCell({ name: 'country', spec: { column: 'land', aliases: [{ pattern: 'UK|U\\.K\\.', value: 'United Kingdom' }] } }, columns)
 * read([' UK '], []) //=> "United Kingdom"
 * read([''], []) //=> null
 * ```
 */
export function textCell(field: NamedField, columns: BoundColumns): CellReader<string | null> {
  const column = shownAs(field)
  const raw = rawCell(field.spec, columns)
  const fold = aliasFolder(field.spec)
  return (cells, problems) => {
    const text = fold(raw(cells))
    if (text.length <= longestText) return text === '' ? null : text
    problems.push({
      column,
      code: 'too-long',
      message: `is longer than ${longestText} characters (${quoteValue(text)}); shorten it`,
    })
    return undefined
  }
}

/** As `textCell`, for a field that must be known: blank is a problem. */
export function requiredCell(field: NamedField, columns: BoundColumns): CellReader<string> {
  const column = shownAs(field)
  const read = textCell(field, columns)
  return (cells, problems) => {
    const text = read(cells, problems)
    if (text === null) problems.push({ column, code: 'blank', message: 'is blank; fill it in' })
    return text ?? undefined
  }
}

/** The ordinal of a cohort: a whole number from 1 to 9999. */
export function cohortCell(field: NamedField, columns: BoundColumns): CellReader<number> {
  const column = shownAs(field)
  const read = requiredCell(field, columns)
  return (cells, problems) => {
    const text = read(cells, problems)
    if (text === undefined) return undefined
    if (/^0*[1-9]\d{0,3}$/.test(text)) return Number(text)
    const message = `is ${quoteValue(text)}, not a whole number from 1 to 9999; correct it, or give the mapping an alias for it`
    problems.push({ column, code: 'bad-cohort', message })
    return undefined
  }
}

/** One of the six roles. */
export function roleCell(field: NamedField, columns: BoundColumns): CellReader<ParticipationRole> {
  const column = shownAs(field)
  const read = requiredCell(field, columns)
  return (cells, problems) => {
    const text = read(cells, problems)
    const role = participationRoles.find((each) => each === text)
    if (text !== undefined && role === undefined) {
      const message = `is ${quoteValue(text)}, none of ${participationRoles.join(', ')}; correct it, or give the mapping an alias for it`
      problems.push({ column, code: 'unknown-role', message })
    }
    return role
  }
}

/** Yes, no, or null where the file does not say; upper and lower case are not told apart. */
export function flagCell(
  field: NamedField<FieldSpec & { readonly true: readonly string[]; readonly false: readonly string[] }>,
  columns: BoundColumns,
): CellReader<boolean | null> {
  const column = shownAs(field)
  const read = textCell(field, columns)
  const yes = new Set(field.spec.true.map((word) => word.toLowerCase()))
  const no = new Set(field.spec.false.map((word) => word.toLowerCase()))
  return (cells, problems) => {
    const text = read(cells, problems)
    if (text === null || text === undefined) return text
    if (yes.has(text.toLowerCase())) return true
    if (no.has(text.toLowerCase())) return false
    const message = `is ${quoteValue(text)}, neither ${field.spec.true.join(', ')} nor ${field.spec.false.join(', ')}; correct it, or list it in the mapping`
    problems.push({ column, code: 'bad-boolean', message })
    return undefined
  }
}

/** The parts of a field, split, trimmed, with their aliases folded and without blank ones. */
export function listCell(
  field: NamedField<FieldSpec & { readonly split: string }>,
  columns: BoundColumns,
): CellReader<readonly string[]> {
  const column = shownAs(field)
  const raw = rawCell(field.spec, columns)
  const fold = aliasFolder(field.spec)
  const { split } = field.spec
  return (cells, problems) => {
    const parts = raw(cells)
      .split(split)
      .map(fold)
      .filter((part) => part !== '')
    const long = parts.find((part) => part.length > longestText)
    if (long === undefined) return parts
    problems.push({
      column,
      code: 'too-long',
      message: `has a part longer than ${longestText} characters (${quoteValue(long)}); is ${quoteValue(split)} what splits it?`,
    })
    return undefined
  }
}

/** The name under which a field stands in a message: its column, or its own where it is a constant. */
function shownAs({ name, spec }: NamedField): string {
  return spec.column ?? name
}

/** The cell as it stands; blank where an optional column is not in the file. */
function rawCell({ column, constant }: FieldSpec, { indexOf }: BoundColumns): (cells: readonly string[]) => string {
  if (constant !== undefined) return () => constant
  const index = column === undefined ? undefined : indexOf.get(column)
  return index === undefined ? () => '' : (cells) => cells[index] ?? ''
}

/** Trims a text and replaces it by the value of the first alias that matches the whole of it. */
function aliasFolder({ aliases = [] }: FieldSpec): (text: string) => string {
  const folds = aliases.map(({ pattern, value }) => {
    const compiled = compilePattern(pattern)
    if ('problem' in compiled) throw new TypeError(`an alias's pattern ${compiled.problem}; parse the mapping first`)
    return { matches: compiled.value, value }
  })
  return (text) => {
    const trimmed = text.trim()
    return folds.find(({ matches }) => matches(trimmed))?.value ?? trimmed
  }
}
