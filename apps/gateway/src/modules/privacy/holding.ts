import type { structures } from './strike.ts'

/** What is struck out of a JSON value: all that stands under some keys, or, of an event, every text but those that its kind of history is put together by. */
export interface Strike {
  readonly column: string
  /** Which rows. */
  readonly where: string
  readonly texts: readonly string[] | keyof typeof structures
  /** Only in the parts of the value that say they are by the person. */
  readonly byPersonOnly?: true
}

/**
 * What a table holds of people, column by column. Conditions are SQL in which `:at` is the institution and `:me` the person; a table
 * that holds nothing of anybody has none of these.
 */
export interface Holding {
  /** Columns with the id of a person. */
  readonly people?: readonly string[]
  /** Columns with the id of an account: of whoever recorded the row. */
  readonly accounts?: readonly string[]
  /** JSON columns in which ids of people stand. */
  readonly peopleIn?: readonly string[]
  /** Which rows are somebody's own: they are what an export shows. */
  readonly own?: string
  /** Which rows of others are about the person without naming them: an export counts them. */
  readonly about?: string
  /** Columns of own rows that an export leaves out, because they hold what others said, or may have withdrawn since. */
  readonly leftOut?: readonly string[]
  /** Columns that an export shows where another column names the person, and leaves out elsewhere. */
  readonly shownTo?: Readonly<Record<string, string>>
  /** Which rows an erasure takes away. */
  readonly removed?: string
  /** What an erasure puts into columns of own rows: nothing, the words that stand for what is erased, or that it was withdrawn. */
  readonly emptied?: Readonly<Record<string, 'null' | 'erased' | 'today' | 'withdrawn'>>
  /** Of which rows, where not of all own ones. */
  readonly emptiedWhere?: string
  /** What an erasure strikes out of JSON values. */
  readonly struck?: readonly Strike[]
}
