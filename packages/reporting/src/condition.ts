import type { Row, Value } from './table.ts'

/** A question about one cell of a row, as data. A blank cell (`null` or an empty text) meets none of them. */
export type Condition =
  | { readonly column: string; readonly op: 'eq'; readonly value: string | number | boolean }
  | { readonly column: string; readonly op: 'in'; readonly value: readonly (string | number | boolean)[] }
  | { readonly column: string; readonly op: 'is-true' }
  | { readonly column: string; readonly op: 'not-null' }

/**
 * Whether a row meets a condition.
 *
 * @example
 * ```ts
 * import { meets } from '@mentoring-commons/reporting'
 *
 * meets({ column: 'year', op: 'in', value: [2024, 2025] }, { year: 2025 }) //=> true
 * meets({ column: 'year', op: 'not-null' }, { year: null }) //=> false
 * ```
 */
export function meets(condition: Condition, row: Row): boolean {
  const value = row[condition.column] ?? null
  if (isBlank(value)) return false
  switch (condition.op) {
    case 'eq':
      return value === condition.value
    case 'in':
      return condition.value.some((listed) => listed === value)
    case 'is-true':
      return value === true
    case 'not-null':
      return true
  }
}

/** Whether a cell says nothing: not asked, not answered, not known. */
export function isBlank(value: Value): value is null | '' {
  return value === null || (typeof value === 'string' && value.trim() === '')
}
