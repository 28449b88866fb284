import { type SQL, sql } from 'drizzle-orm'

/**
 * Records as the rows `r` of a statement, in one parameter, so that a batch of any size is the same statement.
 * `columns` is SQL text with the names and types of the columns, never anything from a file.
 */
export function rowsFrom(records: readonly object[], columns: string): SQL {
  return sql`json_to_recordset(${JSON.stringify(records)}::text::json) as r(${sql.raw(columns)})`
}
