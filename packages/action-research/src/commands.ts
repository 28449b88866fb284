import type { About } from './annotation.ts'
import type { Challenge, Citation, Finding } from './claim.ts'
import type { Audience, ConsentScope } from './consent.ts'
import type { EvidenceKind, Timing } from './evidence.ts'
import type { IntervalFacet } from './facet.ts'
import type { Derivation, Policy } from './inquiry.ts'
import type { Learning } from './learning.ts'
import type { Outlook } from './outlook.ts'
import type { ActionStep } from './plan.ts'
import type { ObservedChange } from './problem.ts'

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
      readonly derivedFrom?: Derivation
    }
  | { readonly type: 'RecordEthicsApproval'; readonly approval: string; readonly from: string; readonly to: string }
  | {
      readonly type: 'BeginCycle'
      readonly cycle: string
      readonly on: string
      readonly follows?: string
      readonly learning: readonly Learning[]
      readonly parent?: string
      readonly detached?: string
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
      readonly removableUntil?: string
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
      readonly standards?: readonly string[]
    }
  | { readonly type: 'AddDisconfirming'; readonly claim: string; readonly on: string; readonly finding: Finding }
  | {
      readonly type: 'HoldValidationMeeting'
      readonly meeting: string
      readonly on: string
      readonly attendees: readonly string[]
      readonly claims: readonly string[]
      readonly challenges: readonly Challenge[]
      readonly group?: string
    }
  | { readonly type: 'ValidateClaim'; readonly claim: string; readonly on: string }
  | { readonly type: 'CloseCycle'; readonly cycle: string; readonly on: string }
  | { readonly type: 'AbandonCycle'; readonly cycle: string; readonly on: string; readonly reason: string }
  | { readonly type: 'SuspendCycle'; readonly cycle: string; readonly on: string; readonly reason: string }
  | { readonly type: 'ResumeCycle'; readonly cycle: string; readonly on: string }
  | { readonly type: 'DetachCycle'; readonly cycle: string; readonly on: string; readonly reason: string }
  | { readonly type: 'NameStakeholder'; readonly stakeholder: string; readonly who: string; readonly on: string }
  | {
      readonly type: 'RecordPart'
      readonly stakeholder: string
      readonly cycle: string
      readonly facet: IntervalFacet
      readonly part: string
      readonly on: string
    }
  | { readonly type: 'NameCriticalFriend'; readonly friend: string; readonly on: string }
  | {
      readonly type: 'FormValidationGroup'
      readonly group: string
      readonly members: readonly string[]
      readonly on: string
    }
  | { readonly type: 'StateProblem'; readonly problem: string; readonly statement: string; readonly on: string }
  | {
      readonly type: 'ObserveChange'
      readonly change: string
      readonly problem: string
      readonly observed: ObservedChange['observed']
      readonly text: string
      readonly evidence: readonly string[]
      readonly on: string
    }
  | {
      readonly type: 'RecordOutlook'
      readonly outlook: string
      readonly cycle: string
      readonly by: string
      readonly role: Outlook['role']
      readonly moment: Outlook['moment']
      readonly on: string
      readonly text: string
      readonly consent?: string
    }
  | {
      readonly type: 'Annotate'
      readonly annotation: string
      readonly about: About
      readonly by: string
      readonly on: string
      readonly text: string
    }

/** The name of a command. */
export type CommandType = InquiryCommand['type']

/** The command of one name. */
export type CommandOf<Type extends CommandType> = Extract<InquiryCommand, { readonly type: Type }>
