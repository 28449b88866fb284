import type { Applicant, Assessor } from './conflict.ts'
import type { CohortClaim } from './draw-sample.ts'
import type { Opinion, PanelMember } from './review.ts'

/** What somebody is in a review. The caller vouches for coordinators and panels; all others are looked up in the review. */
export type Role = 'applicant' | 'coordinator' | 'reviewer' | 'moderator' | 'reader' | 'panel'

/** Who takes a step, and as what. */
export interface Actor {
  readonly id: string
  readonly role: Role
}

interface Taken {
  readonly by: Actor
  /** `YYYY-MM-DD`; no earlier than the step before. */
  readonly on: string
}

/** Something that happens to a review: a plain JSON value. */
export type ReviewStep = Taken &
  (
    | { readonly type: 'pass-check' }
    | { readonly type: 'return-to-applicant'; readonly reason: string }
    /** `applicant`: the facts where they changed since, such as other referees. */
    | { readonly type: 'resubmit'; readonly version: string; readonly applicant?: Applicant }
    | { readonly type: 'assign-reviewers'; readonly reviewers: readonly Assessor[] }
    | { readonly type: 'replace-reviewer'; readonly leaves: string; readonly reviewer: Assessor }
    | ({ readonly type: 'judge' } & Opinion)
    /** `agreed` is left out where the reviewers did not come to agree. */
    | {
        readonly type: 'record-meeting'
        readonly present: readonly string[]
        readonly agreed?: Opinion
        readonly reason: string
      }
    | { readonly type: 'appoint-moderators'; readonly moderators: readonly Assessor[] }
    | ({ readonly type: 'moderate'; readonly reason: string } & Opinion)
    | { readonly type: 'draw-sample'; readonly seed: string; readonly cohort: readonly CohortClaim[] }
    | { readonly type: 'appoint-reader'; readonly reader: Assessor }
    | { readonly type: 'read'; readonly agrees: boolean; readonly remark?: string }
    | { readonly type: 'ratify'; readonly present: readonly PanelMember[] }
    | { readonly type: 'send-back'; readonly present: readonly PanelMember[]; readonly reason: string }
    | { readonly type: 'extend'; readonly due: string; readonly reason: string }
    | { readonly type: 'lapse' }
    | { readonly type: 'withdraw' }
  )

/** One kind of step. */
export type StepOf<T extends ReviewStep['type']> = Extract<ReviewStep, { readonly type: T }>
