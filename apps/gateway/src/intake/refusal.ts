/** Why a mapping, a file or a row of an import was refused. */
export type IntakeCode =
  /** The mapping is no JSON, or not in the form that version 1 of the format asks for. */
  | 'bad-mapping'
  /** A regular expression of the mapping is not valid, or could take too long on a hostile text. */
  | 'unsafe-pattern'
  /** A file that the mapping names is not in the folder. */
  | 'missing-file'
  /** The file has no header line. */
  | 'empty-file'
  /** Two columns of the file have the same name. */
  | 'duplicate-column'
  /** The mapping names a column that the file does not have. */
  | 'unknown-column'
  /** A quoted cell never ends, or text stands after its closing quote: where the rows end is not certain. */
  | 'broken-quote'
  /** A record is longer than an importer should hold in memory. */
  | 'record-too-long'
  /** A cell holds bytes that are not UTF-8. */
  | 'not-utf8'
  /** A quote stands in the middle of a cell that is not quoted. */
  | 'stray-quote'
  /** A cell holds the character NUL, which no database keeps. */
  | 'nul-character'
  /** A row has more or fewer cells than the header. */
  | 'cell-count'
  /** A cell is longer than its field may be. */
  | 'too-long'
  /** A field that must be known is blank. */
  | 'blank'
  /** A cohort is not a whole number from 1 to 9999. */
  | 'bad-cohort'
  /** A yes-or-no field holds a word that the mapping does not list. */
  | 'bad-boolean'
  /** A role is none of the six that the model knows. */
  | 'unknown-role'
  /** A row names a person whom no row of people has brought. */
  | 'unknown-person'
  /** A row would bring back a person who was erased. */
  | 'person-erased'
  /** A relationship has neither a mentee nor a mentor. */
  | 'no-participant'
  /** A row has the identity of an earlier row of the same file. */
  | 'duplicate-id'
  /** The file was not tried, because a file that it depends on was refused. */
  | 'not-tried'

/** A refusal of a whole mapping or file. `path` is a JSON path of the mapping. */
export interface IntakeRefusal {
  readonly code: IntakeCode
  readonly message: string
  readonly path?: string
}

/** A value, or the refusals that stand in its way. */
export type Outcome<T> = { readonly value: T } | { readonly refusals: readonly IntakeRefusal[] }
