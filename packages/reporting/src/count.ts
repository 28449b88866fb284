import type { Condition } from './condition.ts'
import type { Value } from './table.ts'

/** One thing that is known of the rows behind a count. `values` are JSON texts. */
export interface Clause {
  readonly column: string
  readonly op: 'null' | 'not-null' | 'eq' | 'in'
  readonly values: readonly string[]
}

/**
 * A count with its meaning: how many of `unit` (rows, or distinct values of a column) of one table meet all the `clauses`. Two counts with
 * one meaning are one number, wherever they are printed.
 */
export interface Count {
  /** The table's content in short, the same for the same rows in any order. */
  readonly table: string
  /** `rows`, or `distinct:` and the column whose values are counted once each. */
  readonly unit: string
  readonly clauses: readonly Clause[]
  readonly value: number
  /** What everybody knows it is at least: 1 for a group that would not be listed when empty. */
  readonly least: 0 | 1
}

/** The clauses of a condition: one that names a value also says that the cell is not blank. */
export function clausesOf(condition: Condition): readonly Clause[] {
  const present: Clause = { column: condition.column, op: 'not-null', values: [] }
  switch (condition.op) {
    case 'eq':
      return [present, { column: condition.column, op: 'eq', values: [JSON.stringify(condition.value)] }]
    case 'is-true':
      return [present, { column: condition.column, op: 'eq', values: ['true'] }]
    case 'not-null':
      return [present]
    case 'in': {
      const values = [...new Set(condition.value.map((value) => JSON.stringify(value)))].sort()
      return [present, { column: condition.column, op: values.length === 1 ? 'eq' : 'in', values }]
    }
  }
}

/** The clauses of belonging to a group: the cell has this value, or is blank. */
export function clausesOfGroup(column: string, value: Value): readonly Clause[] {
  return value === null ? [{ column, op: 'null', values: [] }] : clausesOf({ column, op: 'eq', value })
}

/** The clauses in one order and each once, so that equal meanings are equal texts. */
export function sortClauses(clauses: readonly Clause[]): readonly Clause[] {
  const byText = new Map(clauses.map((clause) => [JSON.stringify([clause.column, clause.op, clause.values]), clause]))
  return [...byText].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, clause]) => clause)
}

/** A text that two counts share exactly when they mean the same. */
export function meaningOf(count: Count): string {
  return JSON.stringify([count.table, count.unit, count.clauses.map((c) => [c.column, c.op, c.values])])
}

/** Whether everything counted by `part` is also counted by `whole`, by what their clauses say. */
export function isWithin(part: Count, whole: Count): boolean {
  if (part.table !== whole.table || part.unit !== whole.unit) return false
  return whole.clauses.every((known) => part.clauses.some((clause) => implies(clause, known)))
}

function implies(clause: Clause, known: Clause): boolean {
  if (clause.column !== known.column) return false
  if (clause.op === known.op && clause.values.join() === known.values.join()) return true
  return (
    (clause.op === 'eq' || clause.op === 'in') &&
    known.op === 'in' &&
    clause.values.every((value) => known.values.includes(value))
  )
}
