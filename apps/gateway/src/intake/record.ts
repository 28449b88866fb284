import type { ParticipationRole } from '@mentoring-commons/mentoring'

/** A person as a file knows them: what is blank is null, and what the file has no column for is not there. */
export interface PersonRecord {
  readonly externalId: string
  readonly country?: string | null
  readonly continent?: string | null
}

/** What somebody did in a cohort. `person` is an external id, `cohort` the ordinal of the cohort, from 1. */
export interface ParticipationRecord {
  readonly person: string
  readonly cohort: number
  readonly role: ParticipationRole
}

/** A mentoring relationship as a file knows it: no dates, no agreement, and `completed` only where the file says so. */
export interface RelationshipRecord {
  readonly externalId: string
  readonly cohort: number
  readonly keywords: readonly string[]
  readonly completed: boolean | null
  /** Mentees first, each side in the order of the file; a person may stand on both sides, once on each. */
  readonly participants: readonly { readonly person: string; readonly role: 'mentee' | 'mentor' }[]
}

/** A returned questionnaire. An item without an answer has no entry; a code that is no declared choice is `other`. */
export interface ResponseRecord {
  readonly cohort: number
  readonly respondent: string
  readonly answers: readonly { readonly item: string; readonly choices: readonly string[] }[]
}

/** The record that each kind of file gives. */
export interface RecordOf {
  readonly people: PersonRecord
  readonly participations: ParticipationRecord
  readonly relationships: RelationshipRecord
  readonly survey: ResponseRecord
}

/** What a file is imported as. */
export type IntakeKind = keyof RecordOf
