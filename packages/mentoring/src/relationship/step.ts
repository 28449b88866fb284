import type { ParticipantRole } from '../people/participant.ts'
import type { EndingReason, PauseReason } from './reason.ts'

/** Every type of step. */
export const stepTypes = [
  'accept',
  'decline',
  'sign-agreement',
  'complete-briefing',
  'pause',
  'resume',
  'wind-down',
  'end',
] as const

/** What kind of step is taken. */
export type StepType = (typeof stepTypes)[number]

/**
 * One dated step in the life of a relationship. `on` is never before the step taken last; the same day is fine.
 * `by` is the participant who takes it; where it may be absent, absent says that the programme does.
 */
export type RelationshipStep =
  | { readonly type: 'accept'; readonly on: string; readonly by: string }
  | { readonly type: 'decline'; readonly on: string; readonly by: string }
  /** `version` is that of the agreement which is signed, from 1; absent where the agreement is kept elsewhere. */
  | { readonly type: 'sign-agreement'; readonly on: string; readonly by: string; readonly version?: number }
  | { readonly type: 'complete-briefing'; readonly on: string; readonly by: string; readonly role: ParticipantRole }
  | { readonly type: 'pause'; readonly on: string; readonly by?: string; readonly reason: PauseReason }
  | { readonly type: 'resume'; readonly on: string; readonly by?: string }
  | { readonly type: 'wind-down'; readonly on: string; readonly by?: string }
  /** A participant need not give a reason (`no-fault` is kept then); the programme must. */
  | { readonly type: 'end'; readonly on: string; readonly by?: string; readonly reason?: EndingReason }

/** The step of one type. */
export type StepOf<T extends StepType> = Extract<RelationshipStep, { readonly type: T }>
