import { type ParticipantRole, participantRoles } from '../people/participant.ts'
import { cases, code, day, id, list, listed, type ObjectShape, object, optional, text, whole } from '../shape/shape.ts'

/** An answer to a question, by the question's key. */
export type ApplicationAnswer =
  | { readonly kind: 'choice'; readonly question: string; readonly choices: readonly string[] }
  | { readonly kind: 'number'; readonly question: string; readonly number: number }
  | { readonly kind: 'text'; readonly question: string; readonly text: string }

/**
 * That somebody asked to take part in a programme in a role. Where they stand (waiting, offered, placed) is not kept but
 * derived by `applicationStatus`, so that a decline returns them to the pool without anybody writing it down.
 */
export interface Application {
  readonly id: string
  readonly programmeId: string
  readonly cohortId?: string
  readonly personId: string
  readonly role: ParticipantRole
  readonly appliedOn: string
  /** The last day on which they are willing to wait; absent: for as long as it takes. */
  readonly waitsUntil?: string
  /** The version of the questions that were answered. */
  readonly questionsVersion: number
  readonly answers: readonly ApplicationAnswer[]
  readonly withdrawnOn?: string
}

/** The declared shape of an application. */
export const applicationShape: ObjectShape<Application> = object<Application>({
  id,
  programmeId: id,
  cohortId: optional(id),
  personId: id,
  role: listed(participantRoles),
  appliedOn: day,
  waitsUntil: optional(day),
  questionsVersion: whole(1, 10_000),
  answers: list<ApplicationAnswer>(
    cases<ApplicationAnswer, 'kind'>('kind', {
      choice: { question: code, choices: list<string>(code) },
      number: { question: code, number: whole(-1_000_000, 1_000_000) },
      text: { question: code, text: text(2000) },
    }),
  ),
  withdrawnOn: optional(day),
})
