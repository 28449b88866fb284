import { isBlank, meets } from '../condition.ts'
import { type Clause, clausesOf } from '../count.ts'
import type { Measure } from '../indicator.ts'
import type { Row, Table } from '../table.ts'
import { weighDistinct, weighRows } from './weights.ts'

/** One number counted in a group: in which unit, and with which clauses beside the group's own. */
export interface Tally {
  readonly unit: string
  readonly clauses: readonly Clause[]
  readonly value: number
}

/** What a measure counts among rows. The first tally is the base: the `n` of the figure. Then a rate's numerator, or each choice in order. */
export function tallies(measure: Measure, table: Table, rows: readonly Row[]): readonly Tally[] {
  switch (measure.kind) {
    case 'count':
      return [{ unit: 'rows', clauses: [], value: weighRows(table, rows) }]
    case 'count-distinct': {
      const unit = unitOf(table, measure.of)
      return [{ unit, clauses: [], value: countIn(table, unit, rows) }]
    }
    case 'rate':
      return [
        { unit: 'rows', clauses: [], value: weighRows(table, rows) },
        {
          unit: 'rows',
          clauses: clausesOf(measure.of),
          value: weighRows(
            table,
            rows.filter((row) => meets(measure.of, row)),
          ),
        },
      ]
    case 'mean': {
      const answered = rows.filter((row) => !isBlank(row[measure.of] ?? null))
      return [
        { unit: 'rows', clauses: clausesOf({ column: measure.of, op: 'not-null' }), value: weighRows(table, answered) },
      ]
    }
    case 'distribution': {
      const unit = unitOf(table, measure.respondent)
      const answered = rows.filter((row) => !isBlank(row[measure.of] ?? null))
      const base = {
        unit,
        clauses: clausesOf({ column: measure.of, op: 'not-null' }),
        value: countIn(table, unit, answered),
      }
      const byChoice = measure.choices.map((choice) => {
        const chose = answered.filter((row) => row[measure.of] === choice)
        return {
          unit,
          clauses: clausesOf({ column: measure.of, op: 'eq', value: choice }),
          value: countIn(table, unit, chose),
        }
      })
      return [base, ...byChoice]
    }
  }
}

/** `rows` when the column never repeats and is never blank: then counting either is counting both. */
function unitOf(table: Table, column: string): string {
  const whole =
    weighDistinct(table, column, table.rows) === weighRows(table, table.rows) &&
    !table.rows.some((row) => isBlank(row[column] ?? null))
  return whole ? 'rows' : `distinct:${column}`
}

function countIn(table: Table, unit: string, rows: readonly Row[]): number {
  return unit === 'rows' ? weighRows(table, rows) : weighDistinct(table, unit.slice('distinct:'.length), rows)
}
