import type { EventOf, EventType } from './candidacy/events.ts'

/** What a field of an event is made of; one that ends in `?` may be absent. */
export type FieldShape = 'text' | 'text?' | 'number' | 'list' | 'object' | 'object?'

const act = { by: 'text', on: 'text' } as const
const relationship = {
  ...act,
  relationship: 'text',
  from: 'text',
  to: 'text?',
  hours: 'number',
  meetings: 'number',
} as const
const person = { ...act, person: 'text' } as const

/** The fields of each event in its present version, and what they are made of. */
export const eventShapes: {
  readonly [Type in EventType]: Readonly<Record<Exclude<keyof EventOf<Type>, 'type'>, FieldShape>>
} = {
  Enrolled: {
    ...act,
    candidacy: 'text',
    candidate: 'text',
    scheme: 'text',
    version: 'text',
    versionBasis: 'text',
    versionReason: 'text?',
    recognition: 'object',
    workflow: 'object',
  },
  RelationshipLinked: relationship,
  RelationshipRecounted: relationship,
  RelationshipUnlinked: { ...act, relationship: 'text' },
  InquiryLinked: { ...act, inquiry: 'text', streamVersion: 'number' },
  RelationDeclared: { ...person, relation: 'text' },
  SnapshotTaken: {
    ...act,
    snapshot: 'text',
    contentHash: 'text',
    mapping: 'list',
    relationships: 'list',
    inquiry: 'object?',
  },
  Submitted: { ...act, snapshot: 'text', attempt: 'number', outcomes: 'list', carried: 'list' },
  AssessorAppointed: person,
  ModeratorAppointed: person,
  AssessorStoodDown: { ...person, because: 'text' },
  ModeratorStoodDown: { ...person, because: 'text' },
  OutcomeJudged: { ...act, outcome: 'text', finding: 'text', reasons: 'list', remark: 'text?' },
  SentToModeration: { ...act, causes: 'list', outcomes: 'list' },
  Moderated: { ...act, findings: 'list', results: 'list', remark: 'text?' },
  AssessmentSettled: { ...act, results: 'list' },
  AwardDecided: { ...act, reason: 'text?' },
  ReferralDecided: { ...act, outcomes: 'list', deadline: 'text', reason: 'text?' },
  NoAwardDecided: { ...act, reason: 'text?' },
  DecisionSetAside: person,
  ReferralLapsed: act,
  AwardConferred: { ...act, scheme: 'text', version: 'text', recognition: 'object' },
  AppealRaised: { ...act, grounds: 'list', remark: 'text?' },
  AppealDismissed: { ...act, remark: 'text?' },
  AppealUpheld: { ...act, to: 'text', excluded: 'list', remark: 'text?' },
  CandidacyDeferred: { ...act, until: 'text' },
  CandidacyResumed: act,
  CandidacyWithdrawn: act,
  AwardRevoked: { ...act, reason: 'text', remark: 'text?' },
}
