import type { Citation, FlagReason } from './claim.ts'
import type { CommandOf } from './commands.ts'
import type { IntervalFacet } from './facet.ts'

type Recorded<Type extends string, Data> = { readonly type: Type } & Omit<Data, 'type'>

/**
 * What has happened in an inquiry: JSON values, stored for ever. An event without `eventVersion` has the
 * first shape of its type.
 */
export type InquiryEvent =
  | Recorded<'InquiryBegun', CommandOf<'BeginInquiry'> & { readonly facets: readonly IntervalFacet[] }>
  | Recorded<'EthicsApprovalRecorded', CommandOf<'RecordEthicsApproval'>>
  | Recorded<'CycleBegun', CommandOf<'BeginCycle'>>
  | Recorded<'FacetBegun', CommandOf<'BeginFacet'>>
  | Recorded<'FacetEnded', CommandOf<'EndFacet'>>
  | Recorded<'ActionPlanned', CommandOf<'PlanAction'>>
  | Recorded<'PlanRevised', CommandOf<'RevisePlan'>>
  | Recorded<'ConsentRecorded', CommandOf<'RecordConsent'>>
  | Recorded<'ConsentWithdrawn', CommandOf<'WithdrawConsent'>>
  | Recorded<'EvidenceAdded', CommandOf<'AddEvidence'>>
  | Recorded<'Reflected', CommandOf<'Reflect'>>
  | Recorded<
      'ClaimMade',
      Omit<CommandOf<'MakeClaim'>, 'standards'> & {
        readonly eventVersion: 2
        readonly standards: readonly string[]
      }
    >
  | Recorded<'DisconfirmingAdded', CommandOf<'AddDisconfirming'>>
  | Recorded<'ClaimFlagged', { readonly claim: string; readonly on: string; readonly because: FlagReason }>
  | Recorded<'ValidationMeetingHeld', CommandOf<'HoldValidationMeeting'>>
  | Recorded<'ClaimValidated', CommandOf<'ValidateClaim'> & { readonly cites: readonly Citation[] }>
  | Recorded<'CycleClosed', CommandOf<'CloseCycle'>>
  | Recorded<'CycleAbandoned', CommandOf<'AbandonCycle'>>
  | Recorded<'CycleSuspended', CommandOf<'SuspendCycle'> & { readonly reopens: readonly IntervalFacet[] }>
  | Recorded<'CycleResumed', CommandOf<'ResumeCycle'>>
  | Recorded<'CycleDetached', CommandOf<'DetachCycle'>>
  | Recorded<'StakeholderNamed', CommandOf<'NameStakeholder'>>
  | Recorded<'PartRecorded', CommandOf<'RecordPart'>>
  | Recorded<'CriticalFriendNamed', CommandOf<'NameCriticalFriend'>>
  | Recorded<'ValidationGroupFormed', CommandOf<'FormValidationGroup'>>
  | Recorded<'ProblemStated', CommandOf<'StateProblem'>>
  | Recorded<'ChangeObserved', CommandOf<'ObserveChange'>>
  | Recorded<'OutlookRecorded', CommandOf<'RecordOutlook'>>
  | Recorded<'Annotated', CommandOf<'Annotate'>>

/** The name of an event. */
export type EventType = InquiryEvent['type']

/** The event of one name. */
export type EventOf<Type extends EventType> = Extract<InquiryEvent, { readonly type: Type }>
