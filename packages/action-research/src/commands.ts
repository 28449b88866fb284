import type { Challenge, Citation, Finding } from './claim.ts'
import type { Audience, ConsentScope } from './consent.ts'
import type { EvidenceKind, Timing } from './evidence.ts'
import type { IntervalFacet } from './facet.ts'
import type { Policy } from './inquiry.ts'
import type { Learning } from './learning.ts'
import type { ActionStep } from './plan.ts'

/**
 * What can be asked of an inquiry. Ids and ISO dates are given, never made here; an id is unique among things of its
 * sort in the inquiry. `on` is the day the thing happened, not the day it was recorded.
 */
export type InquiryCommand =
  | {
      readonly type: 'BeginInquiry'
      readonly inquiry: string
      readonly question: string
      readonly values: readonly string[]
      readonly model: string
      readonly policy: Policy
      readonly authors: readonly string[]
      readonly on: string
    }
  | { readonly type: 'RecordEthicsApproval'; readonly approval: string; readonly from: string; readonly to: string }
  | {
      readonly type: 'BeginCycle'
      readonly cycle: string
      readonly on: string
      readonly follows?: string
      readonly learning: readonly Learning[]
    }
  | {
      readonly type: 'BeginFacet'
      readonly cycle: string
      readonly facet: IntervalFacet
      readonly on: string
      readonly reason?: string
    }
  | { readonly type: 'EndFacet'; readonly cycle: string; readonly facet: IntervalFacet; readonly on: string }
  | { readonly type: 'PlanAction'; readonly cycle: string; readonly on: string; readonly steps: readonly ActionStep[] }
  | {
      readonly type: 'RevisePlan'
      readonly cycle: string
      readonly on: string
      readonly steps: readonly ActionStep[]
      readonly reason: string
      readonly evidence?: string
    }
  | {
      readonly type: 'RecordConsent'
      readonly consent: string
      readonly participant: string
      readonly cycle: string
      readonly scopes: readonly ConsentScope[]
      readonly version: string
      readonly on: string
    }
  | {
      readonly type: 'WithdrawConsent'
      readonly consent: string
      readonly scopes: readonly ConsentScope[]
      readonly on: string
    }
  | {
      readonly type: 'AddEvidence'
      readonly evidence: string
      readonly cycle: string
      readonly kind: EvidenceKind
      readonly source: string
      readonly on: string
      readonly timing: Timing
      readonly consents: readonly string[]
    }
  | {
      readonly type: 'Reflect'
      readonly cycle: string
      readonly reflection: string
      readonly by: string
      readonly on: string
      readonly text: string
    }
  | {
      readonly type: 'MakeClaim'
      readonly claim: string
      readonly text: string
      readonly cites: readonly Citation[]
      readonly audience: Audience
      readonly on: string
    }
  | { readonly type: 'AddDisconfirming'; readonly claim: string; readonly on: string; readonly finding: Finding }
  | {
      readonly type: 'HoldValidationMeeting'
      readonly meeting: string
      readonly on: string
      readonly attendees: readonly string[]
      readonly claims: readonly string[]
      readonly challenges: readonly Challenge[]
    }
  | { readonly type: 'ValidateClaim'; readonly claim: string; readonly on: string }
  | { readonly type: 'CloseCycle'; readonly cycle: string; readonly on: string }
  | { readonly type: 'AbandonCycle'; readonly cycle: string; readonly on: string; readonly reason: string }

/** The name of a command. */
export type CommandType = InquiryCommand['type']

/** The command of one name. */
export type CommandOf<Type extends CommandType> = Extract<InquiryCommand, { readonly type: Type }>
