import type { EvidenceMapping } from '../map-evidence.ts'
import type { Relation } from '../workflow/relation.ts'
import type { ModeratedOutcome } from './assessment.ts'
import type { AppealGround, RevocationReason } from './decision.ts'
import type { Finding, JudgementReason } from './judgement.ts'

/** Who asks, and on which day (`YYYY-MM-DD`) it happened. */
type Act<Type extends string> = Type extends string
  ? { readonly type: Type; readonly by: string; readonly on: string }
  : never

/** What can be asked of a candidacy. People and things are ids, given and never made here. */
export type CandidacyCommand =
  | (Act<'Enrol'> & {
      readonly candidacy: string
      readonly candidate: string
      /** The id of a scheme that the decider was given. */
      readonly scheme: string
      /** Which version, where the record is too rough to tell; with a reason. */
      readonly version?: string
      readonly versionReason?: string
    })
  | (Act<'LinkRelationship' | 'RecountRelationship'> & {
      readonly relationship: string
      readonly from: string
      readonly to?: string
      readonly hours: number
      readonly meetings: number
    })
  | (Act<'UnlinkRelationship'> & { readonly relationship: string })
  | (Act<'LinkInquiry'> & { readonly inquiry: string; readonly streamVersion: number })
  | (Act<'DeclareRelation'> & { readonly person: string; readonly relation: Relation })
  | (Act<'TakeSnapshot'> & {
      readonly snapshot: string
      readonly contentHash: string
      readonly mapping: readonly EvidenceMapping[]
    })
  | (Act<'Submit'> & { readonly snapshot: string })
  | (Act<'AppointAssessor' | 'AppointModerator'> & {
      readonly person: string
      /** Every relation to the candidate that is known of; may be empty. */
      readonly relations: readonly Relation[]
    })
  | (Act<'StandDown'> & { readonly person: string })
  | (Act<'Judge'> & {
      readonly outcome: string
      readonly finding: Finding
      readonly reasons: readonly JudgementReason[]
      readonly remark?: string
    })
  | Act<'SelectForModeration'>
  | (Act<'Moderate'> & { readonly findings: readonly ModeratedOutcome[]; readonly remark?: string })
  | (Act<'Decide'> & { readonly decision: 'award' | 'refer' | 'not-award'; readonly reason?: string })
  | Act<'Confer'>
  | Act<'LapseReferral'>
  | (Act<'Appeal'> & { readonly grounds: readonly AppealGround[]; readonly remark?: string })
  | (Act<'DecideAppeal'> & {
      readonly decision: 'dismissed' | 'back-to-assessment' | 'back-to-decision'
      readonly remark?: string
    })
  | (Act<'Defer'> & { readonly until: string })
  | Act<'Resume'>
  | Act<'Withdraw'>
  | (Act<'Revoke'> & { readonly reason: RevocationReason; readonly remark?: string })

/** The name of a command. */
export type CommandType = CandidacyCommand['type']

/** The command of one name. */
export type CommandOf<Type extends CommandType> = Extract<CandidacyCommand, { readonly type: Type }>

/** Every command type, in the order of the way to an award. */
export const commandTypes: readonly CommandType[] = [
  'Enrol',
  'LinkRelationship',
  'RecountRelationship',
  'UnlinkRelationship',
  'LinkInquiry',
  'DeclareRelation',
  'TakeSnapshot',
  'Submit',
  'AppointAssessor',
  'AppointModerator',
  'StandDown',
  'Judge',
  'SelectForModeration',
  'Moderate',
  'Decide',
  'Confer',
  'LapseReferral',
  'Appeal',
  'DecideAppeal',
  'Defer',
  'Resume',
  'Withdraw',
  'Revoke',
]
