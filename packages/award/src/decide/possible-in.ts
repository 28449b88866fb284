import type { CandidacyStatus } from '../candidacy/candidacy.ts'
import type { CommandType } from '../candidacy/commands.ts'

const underway: readonly CandidacyStatus[] = [
  'preparing',
  'assessing',
  'moderating',
  'assessed',
  'to-be-conferred',
  'referred',
  'appealing',
  'deferred',
]
const withCandidate: readonly CandidacyStatus[] = ['preparing', 'referred']

/** The states in which a command can be accepted; whether it is depends on more than the state. */
export const possibleIn: Readonly<Record<CommandType, readonly CandidacyStatus[]>> = {
  Enrol: ['not-enrolled'],
  LinkRelationship: withCandidate,
  RecountRelationship: withCandidate,
  UnlinkRelationship: withCandidate,
  LinkInquiry: withCandidate,
  DeclareRelation: [...underway, 'not-awarded', 'awarded'],
  TakeSnapshot: withCandidate,
  Submit: withCandidate,
  AppointAssessor: ['assessing'],
  AppointModerator: ['moderating'],
  StandDown: ['assessing', 'moderating'],
  Judge: ['assessing'],
  SelectForModeration: ['assessed'],
  Moderate: ['moderating'],
  Decide: ['assessed'],
  Confer: ['to-be-conferred'],
  LapseReferral: ['referred'],
  Appeal: ['referred', 'not-awarded'],
  DecideAppeal: ['appealing'],
  Defer: withCandidate,
  Resume: ['deferred'],
  Withdraw: underway,
  Revoke: ['awarded'],
}
