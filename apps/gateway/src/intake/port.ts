import type { Mapping, SurveyFile } from './mapping.ts'
import type { ParticipationRecord, PersonRecord, RelationshipRecord, ResponseRecord } from './record.ts'
import type { WarningTally } from './warning.ts'

/** What a batch of records did to the store. Records that were already there word for word are `unchanged` and not written. */
export interface Written {
  readonly inserted: number
  readonly updated: number
  readonly unchanged: number
}

/** A row's identity within its file, and the line on which it stands. */
export interface SeenRow {
  readonly identity: string
  readonly line: number
}

/** The end of some work: what came of it, and whether its writes stay. */
export interface Ending<T> {
  readonly keep: boolean
  readonly value: T
}

/**
 * Where an import writes to. Every write happens inside `transaction`, whose work says at its end whether it stays; if the work throws, nothing does.
 */
export interface IntakePort {
  transaction<T>(work: (writer: IntakeWriter) => Promise<Ending<T>>): Promise<T>
}

/** The writes of one transaction. Records of a batch differ in their identity, and name only people who are known. */
export interface IntakeWriter {
  /** Work whose writes may be taken back without ending the transaction. */
  nested<T>(work: () => Promise<Ending<T>>): Promise<T>
  /** Makes the programme known, or brings its title and source up to date. */
  programme(programme: Mapping['programme'], source: Mapping['source']): Promise<void>
  /** Makes a survey's wave, items and choices known, or brings their labels up to date. */
  survey(file: SurveyFile): Promise<void>
  people(batch: readonly PersonRecord[]): Promise<Written>
  participations(batch: readonly ParticipationRecord[]): Promise<Written>
  relationships(batch: readonly RelationshipRecord[]): Promise<Written>
  /** Responses to the wave that `survey` made known. */
  responses(file: SurveyFile, batch: readonly ResponseRecord[]): Promise<Written>
  /** Those of these external ids that belong to nobody. */
  unknownPeople(externalIds: readonly string[]): Promise<ReadonlySet<string>>
  /** Those of these external ids that belonged to people who were erased. */
  erasedPeople(externalIds: readonly string[]): Promise<ReadonlySet<string>>
  /** Forgets the rows of the file before. */
  beginFile(): Promise<void>
  /** Notes rows of the current file; gives those whose identity an earlier row has, with the line of that row. */
  repeated(rows: readonly SeenRow[]): Promise<readonly { readonly line: number; readonly firstLine: number }[]>
  /** The oddities that only show across files, from all that the programme holds. */
  oddities(): Promise<readonly WarningTally[]>
}
