import { type MeetingMode, meetingModes } from '../meeting/meeting.ts'
import type { DatedAct } from '../relationship/relationship.ts'
import { datedActShape } from '../relationship/relationship-shape.ts'
import { code, day, flag, id, list, listed, type ObjectShape, object, whole } from '../shape/shape.ts'

/** Every party that may see to the appointments. */
export const arrangers = ['mentor', 'mentee', 'in-turn', 'whoever-wants'] as const
/** Every answer to how others hear of the relationship: Garvey's public and private, agreed instead of assumed. */
export const openness = ['private', 'named-to-programme', 'open-to-colleagues'] as const
/** Every exception to confidentiality that a pair may agree; the first two are part of every agreement. */
export const confidentialityExceptions = ['risk-of-harm', 'legal-duty', 'safeguarding', 'research-misconduct'] as const
/** Every first step when something goes wrong. */
export const problemSteps = ['talk-to-each-other', 'ask-coordinator', 'ask-third-person'] as const

/** When a pair meets, how, and how it gets there. */
export interface AgreedMeetings {
  /** Whole days from one meeting to the next, 1 to 365. */
  readonly everyDays: number
  readonly durationMinutes: number
  readonly modes: readonly MeetingMode[]
  readonly arrangedBy: (typeof arrangers)[number]
  /** How long before a meeting each has prepared, and may still cancel. */
  readonly preparationDays: number
  readonly cancellationHours: number
}

/** Contact between meetings. */
export interface AgreedContact {
  readonly allowed: boolean
  /** Within how many days an answer can be expected; 0 where no contact is agreed. */
  readonly answerWithinDays: number
}

/** What outlives the relationship. */
export interface AgreedDistance {
  /** No joint research or other joint interest while it lasts. */
  readonly noJointInterests: boolean
  /** No part in decisions about the mentee, during it and ever after. */
  readonly noDecisionsAfterwards: boolean
}

/** What the people of a relationship agree on: structured terms, and no sentence of their own. */
export interface AgreementTerms {
  readonly startsOn: string
  readonly endsOn: string
  readonly renewable: boolean
  readonly meetings: AgreedMeetings
  readonly contact: AgreedContact
  /** Codes of the programme's topic set; no code stands in both lists. Seen by the participants only. */
  readonly topicsIn: readonly string[]
  readonly topicsOut: readonly string[]
  /** At least `risk-of-harm` and `legal-duty`. */
  readonly confidentialityExceptions: readonly (typeof confidentialityExceptions)[number][]
  readonly openness: (typeof openness)[number]
  /** Whole days from one review of the relationship to the next, 1 to 365. */
  readonly reviewEveryDays: number
  readonly problems: (typeof problemSteps)[number]
  /** Each may end it without a fault being found: there is no other agreement. */
  readonly noFaultEnding: true
  readonly distance: AgreedDistance
}

/** One version of the agreement of a relationship. In force once everybody has signed it, and until a later one is. */
export interface AgreementVersion {
  readonly relationshipId: string
  /** 1 for the first, then one more for each. */
  readonly version: number
  readonly draftedOn: string
  readonly terms: AgreementTerms
  /** In the order in which they signed. */
  readonly signatures: readonly DatedAct[]
}

/** The declared shape of the terms. */
export const termsShape: ObjectShape<AgreementTerms> = object<AgreementTerms>({
  startsOn: day,
  endsOn: day,
  renewable: flag,
  meetings: object<AgreedMeetings>({
    everyDays: whole(1, 365),
    durationMinutes: whole(1, 1440),
    modes: list<MeetingMode>(listed(meetingModes), 1),
    arrangedBy: listed(arrangers),
    preparationDays: whole(0, 365),
    cancellationHours: whole(0, 8760),
  }),
  contact: object<AgreedContact>({ allowed: flag, answerWithinDays: whole(0, 365) }),
  topicsIn: list<string>(code),
  topicsOut: list<string>(code),
  confidentialityExceptions: list<(typeof confidentialityExceptions)[number]>(listed(confidentialityExceptions), 2),
  openness: listed(openness),
  reviewEveryDays: whole(1, 365),
  problems: listed(problemSteps),
  noFaultEnding: { sort: 'flag', only: true },
  distance: object<AgreedDistance>({ noJointInterests: flag, noDecisionsAfterwards: flag }),
})

/** The declared shape of a version of an agreement. */
export const agreementShape: ObjectShape<AgreementVersion> = object<AgreementVersion>({
  relationshipId: id,
  version: whole(1, 10_000),
  draftedOn: day,
  terms: termsShape,
  signatures: list<DatedAct>(datedActShape),
})
