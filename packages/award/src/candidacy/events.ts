import type { EvidenceMapping } from '../map-evidence.ts'
import type { Relation } from '../workflow/relation.ts'
import type { AwardWorkflow } from '../workflow/workflow.ts'
import type { ModeratedOutcome, ModerationCause } from './assessment.ts'
import type { AppealGround, RecognitionNote, RevocationReason } from './decision.ts'
import type { Finding, JudgementReason, OutcomeResult } from './judgement.ts'
import type { LinkedInquiry, LinkedRelationship } from './practice.ts'

/** What happened, who did it, and on which day. An event without `eventVersion` has the first shape of its type. */
type Recorded<Type extends string> = Type extends string
  ? { readonly type: Type; readonly by: string; readonly on: string }
  : never

/** What has happened in a candidacy: JSON values, stored for ever. */
export type CandidacyEvent =
  | (Recorded<'Enrolled'> & {
      readonly candidacy: string
      readonly candidate: string
      readonly scheme: string
      readonly version: string
      readonly versionBasis: 'certain' | 'unknown'
      readonly versionReason?: string
      readonly recognition: RecognitionNote
      readonly workflow: AwardWorkflow
    })
  | (Recorded<'RelationshipLinked' | 'RelationshipRecounted'> & {
      readonly relationship: string
      readonly from: string
      readonly to?: string
      readonly hours: number
      readonly meetings: number
    })
  | (Recorded<'RelationshipUnlinked'> & { readonly relationship: string })
  | (Recorded<'InquiryLinked'> & { readonly inquiry: string; readonly streamVersion: number })
  | (Recorded<'RelationDeclared'> & { readonly person: string; readonly relation: Relation })
  | (Recorded<'SnapshotTaken'> & {
      readonly snapshot: string
      readonly contentHash: string
      readonly mapping: readonly EvidenceMapping[]
      readonly relationships: readonly LinkedRelationship[]
      readonly inquiry?: LinkedInquiry
    })
  | (Recorded<'Submitted'> & {
      readonly snapshot: string
      readonly attempt: number
      readonly outcomes: readonly string[]
      readonly carried: readonly OutcomeResult[]
    })
  | (Recorded<'AssessorAppointed' | 'ModeratorAppointed'> & { readonly person: string })
  | (Recorded<'AssessorStoodDown' | 'ModeratorStoodDown'> & {
      readonly person: string
      readonly because: 'conflict' | 'unavailable'
    })
  | (Recorded<'OutcomeJudged'> & {
      readonly outcome: string
      readonly finding: Finding
      readonly reasons: readonly JudgementReason[]
      readonly remark?: string
    })
  | (Recorded<'SentToModeration'> & {
      readonly causes: readonly ModerationCause[]
      readonly outcomes: readonly string[]
    })
  | (Recorded<'Moderated'> & {
      readonly findings: readonly ModeratedOutcome[]
      readonly results: readonly OutcomeResult[]
      readonly remark?: string
    })
  | (Recorded<'AssessmentSettled'> & { readonly results: readonly OutcomeResult[] })
  | (Recorded<'AwardDecided'> & { readonly reason?: string })
  | (Recorded<'ReferralDecided'> & {
      readonly outcomes: readonly string[]
      readonly deadline: string
      readonly reason?: string
    })
  | (Recorded<'NoAwardDecided'> & { readonly reason?: string })
  | (Recorded<'DecisionSetAside'> & { readonly person: string })
  | Recorded<'ReferralLapsed'>
  | (Recorded<'AwardConferred'> & {
      readonly scheme: string
      readonly version: string
      readonly recognition: RecognitionNote
    })
  | (Recorded<'AppealRaised'> & { readonly grounds: readonly AppealGround[]; readonly remark?: string })
  | (Recorded<'AppealDismissed'> & { readonly remark?: string })
  | (Recorded<'AppealUpheld'> & {
      readonly to: 'assessment' | 'decision'
      readonly excluded: readonly string[]
      readonly remark?: string
    })
  | (Recorded<'CandidacyDeferred'> & { readonly until: string })
  | Recorded<'CandidacyResumed'>
  | Recorded<'CandidacyWithdrawn'>
  | (Recorded<'AwardRevoked'> & { readonly reason: RevocationReason; readonly remark?: string })

/** The name of an event. */
export type EventType = CandidacyEvent['type']

/** The event of one name. */
export type EventOf<Type extends EventType> = Extract<CandidacyEvent, { readonly type: Type }>
