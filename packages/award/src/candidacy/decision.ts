import type { RecognitionAnswer } from '../recognised-on.ts'

/** That the award is to be conferred. */
export interface AwardDecision {
  readonly by: string
  readonly on: string
  readonly reason?: string
}

/** That the candidate may submit again: for which outcomes, and until which day. */
export interface ReferralDecision {
  readonly by: string
  readonly on: string
  readonly reason?: string
  /** At least one. */
  readonly outcomes: readonly string[]
  readonly deadline: string
}

/** That there is no award; `lapsed` when a referral ran out without another submission. */
export interface NoAwardDecision {
  readonly by: string
  readonly on: string
  readonly reason?: string
  readonly lapsed: boolean
}

/** The award itself: under which version, and whether that version was recognised on the day as far as is on record. */
export interface Conferral {
  readonly by: string
  readonly on: string
  readonly scheme: string
  readonly version: string
  readonly recognition: RecognitionNote
}

/** What was on record about recognition on a day; `body` is `null` when the scheme names none. */
export interface RecognitionNote {
  readonly status: RecognitionAnswer['status']
  readonly body: string | null
}

/** Why a candidate appeals; the codes are this package's own. A different view of the assessors' judgement is none of them. */
export type AppealGround =
  | 'procedure-not-followed'
  | 'conflict-of-interest'
  | 'evidence-overlooked'
  | 'circumstances-unknown'

/** Every ground of appeal, with a short sentence. */
export const appealGrounds: Readonly<Record<AppealGround, string>> = {
  'procedure-not-followed': 'The rules of the award were not kept.',
  'conflict-of-interest': 'Somebody acted who should have been kept out.',
  'evidence-overlooked': 'Submitted evidence was not taken into account.',
  'circumstances-unknown': 'Circumstances were not known that could not be told in time.',
}

/** An appeal against a decision. */
export interface Appeal {
  readonly grounds: readonly AppealGround[]
  readonly remark?: string
  readonly on: string
}

/** Why an award is revoked; the codes are this package's own. */
export type RevocationReason = 'conferred-in-error' | 'evidence-false' | 'not-own-work' | 'undeclared-conflict'

/** Every reason to revoke, with a short sentence. */
export const revocationReasons: Readonly<Record<RevocationReason, string>> = {
  'conferred-in-error': 'It was conferred by mistake.',
  'evidence-false': 'Evidence turned out to be false.',
  'not-own-work': 'The portfolio turned out not to be the candidate’s own.',
  'undeclared-conflict': 'Somebody assessed or decided who should have been kept out.',
}

/** That an award was taken back. */
export interface Revocation {
  readonly by: string
  readonly on: string
  readonly reason: RevocationReason
  readonly remark?: string
}
