import {
  type AgreedContact,
  type AgreedDistance,
  type AgreedMeetings,
  type AgreementTerms,
  agreementInForce,
  agreementSeenByProgramme,
  arrangers,
  confidentialityExceptions,
  type DatedAct,
  openness,
  problemSteps,
} from '@mentoring-commons/mentoring'
import { builder } from '../../../builder.ts'
import { viewerOf } from '../../../context.ts'
import { enumValues } from '../../../graphql/enum-values.ts'
import { globalIdOf } from '../../../graphql/global-id.ts'
import { pageCost } from '../../../graphql/page.ts'
import { MeetingModeEnum, Relationship } from '../graphql.ts'
import { mayReadAgreedTopics, mayReadAgreement } from './policy.ts'
import { versionOf } from './store.ts'

export const ArrangerEnum = builder.enumType('Arranger', {
  description: 'Who sees to the appointments.',
  values: enumValues<(typeof arrangers)[number]>(arrangers),
})
export const OpennessEnum = builder.enumType('AgreedOpenness', {
  description: 'How others hear of the relationship.',
  values: enumValues<(typeof openness)[number]>(openness),
})
export const ConfidentialityExceptionEnum = builder.enumType('ConfidentialityException', {
  description: 'When what was said in confidence may be told. RISK_OF_HARM and LEGAL_DUTY are part of every agreement.',
  values: enumValues<(typeof confidentialityExceptions)[number]>(confidentialityExceptions),
})
export const ProblemStepEnum = builder.enumType('ProblemStep', {
  description: 'The first step when something goes wrong.',
  values: enumValues<(typeof problemSteps)[number]>(problemSteps),
})

const Meetings = builder.objectRef<AgreedMeetings>('AgreedMeetings').implement({
  description: 'When the people meet, how, and how they get there.',
  fields: (t) => ({
    everyDays: t.exposeInt('everyDays'),
    durationMinutes: t.exposeInt('durationMinutes'),
    modes: t.field({ type: [MeetingModeEnum], resolve: ({ modes }) => [...modes] }),
    arrangedBy: t.expose('arrangedBy', { type: ArrangerEnum }),
    preparationDays: t.exposeInt('preparationDays'),
    cancellationHours: t.exposeInt('cancellationHours'),
  }),
})

const Contact = builder.objectRef<AgreedContact>('AgreedContact').implement({
  description: 'Contact between meetings.',
  fields: (t) => ({
    allowed: t.exposeBoolean('allowed'),
    answerWithinDays: t.exposeInt('answerWithinDays', { description: '0 where no contact is agreed.' }),
  }),
})

const Distance = builder.objectRef<AgreedDistance>('AgreedDistance').implement({
  description: 'What outlives the relationship.',
  fields: (t) => ({
    noJointInterests: t.exposeBoolean('noJointInterests'),
    noDecisionsAfterwards: t.exposeBoolean('noDecisionsAfterwards'),
  }),
})

type TermsSeen = Omit<AgreementTerms, 'topicsIn' | 'topicsOut'> &
  Partial<Pick<AgreementTerms, 'topicsIn' | 'topicsOut'>>

const Terms = builder.objectRef<TermsSeen>('AgreementTerms').implement({
  description: 'What people agree on: codes, days and numbers, and no sentence.',
  fields: (t) => ({
    startsOn: t.expose('startsOn', { type: 'Day' }),
    endsOn: t.expose('endsOn', { type: 'Day' }),
    renewable: t.exposeBoolean('renewable'),
    meetings: t.expose('meetings', { type: Meetings }),
    contact: t.expose('contact', { type: Contact }),
    topicsIn: t.stringList({
      nullable: true,
      description: 'The codes of the topics that belong: for the people of the relationship. Null for everybody else.',
      resolve: ({ topicsIn }) => (topicsIn === undefined ? null : [...topicsIn]),
    }),
    topicsOut: t.stringList({
      nullable: true,
      description: 'The codes of the topics that do not: for the people of the relationship. Null for everybody else.',
      resolve: ({ topicsOut }) => (topicsOut === undefined ? null : [...topicsOut]),
    }),
    confidentialityExceptions: t.field({
      type: [ConfidentialityExceptionEnum],
      resolve: (terms) => [...terms.confidentialityExceptions],
    }),
    openness: t.expose('openness', { type: OpennessEnum }),
    reviewEveryDays: t.exposeInt('reviewEveryDays'),
    problems: t.expose('problems', { type: ProblemStepEnum }),
    noFaultEnding: t.exposeBoolean('noFaultEnding', {
      description: 'Each may end it without a fault being found: true in every agreement.',
    }),
    distance: t.expose('distance', { type: Distance }),
  }),
})

const Signature = builder.objectRef<DatedAct & { readonly institutionId: string }>('AgreementSignature').implement({
  description: 'That a participant signed.',
  fields: (t) => ({
    personId: t.id({ resolve: ({ institutionId, personId }) => globalIdOf('Person', institutionId, personId) }),
    on: t.expose('on', { type: 'Day' }),
  }),
})

export const Agreement = builder.drizzleObject('agreementVersion', {
  name: 'Agreement',
  description:
    'One version of what the people of a relationship agree on. In force once all have signed it, until a later one is.',
  select: {
    columns: { institutionId: true, relationshipId: true, version: true },
    with: { relationship: { columns: {}, with: { participants: { columns: { personId: true } } } } },
  },
  authScopes: ({ relationship }, context) =>
    context.viewer !== null && mayReadAgreement(context.viewer, peopleOf(relationship)),
  fields: (t) => ({
    version: t.exposeInt('version', { description: '1 for the first, then one more for each.' }),
    draftedOn: t.expose('draftedOn', { type: 'Day' }),
    draftedBy: t.id({
      select: { columns: { draftedBy: true } },
      resolve: ({ institutionId, draftedBy }) => globalIdOf('Person', institutionId, draftedBy),
    }),
    terms: t.field({
      type: Terms,
      select: { columns: { draftedOn: true, terms: true } },
      resolve: (row, _args, context): TermsSeen =>
        mayReadAgreedTopics(viewerOf(context), peopleOf(row.relationship))
          ? row.terms
          : agreementSeenByProgramme(versionOf(row, [])).terms,
    }),
    signatures: t.field({
      type: [Signature],
      description: 'In the order in which they were given.',
      select: {
        columns: { draftedOn: true, terms: true },
        with: { signatures: { columns: { personId: true, signedOn: true, recordedAt: true } } },
      },
      resolve: ({ signatures, ...row }) =>
        versionOf(row, signatures).signatures.map((one) => ({ institutionId: row.institutionId, ...one })),
    }),
    relationship: t.relation('relationship', { type: Relationship }),
  }),
})

builder.drizzleObjectFields(Relationship, (t) => ({
  agreement: t.field({
    type: Agreement,
    nullable: true,
    authScopes: ({ participants }, _args, context) =>
      context.viewer !== null && mayReadAgreement(context.viewer, peopleOf({ participants })),
    description:
      'The agreement in force on a day: for its people, and for coordinators without the topics. It stays in force after its last day, so that nobody is without one.',
    args: { on: t.arg({ type: 'Day', description: 'Today where it is left out.' }) },
    select: {
      with: {
        agreed: {
          with: {
            signatures: true,
            relationship: { columns: {}, with: { participants: { columns: { personId: true } } } },
          },
        },
      },
    },
    resolve: ({ state, agreed }, { on }, context) => {
      const versions = agreed.map((row) => versionOf(row, row.signatures))
      const inForce = agreementInForce(state, versions, on ?? context.now().slice(0, 10))
      return agreed.find(({ version }) => version === inForce?.version) ?? null
    },
  }),
  agreements: t.relatedConnection('agreementVersions', {
    nullable: true,
    complexity: pageCost,
    // The plugin types this parent as the row of the page; it is the relationship.
    authScopes: (row, _args, context) =>
      context.viewer !== null && mayReadAgreement(context.viewer, peopleOf(row as unknown as People)),
    description: 'Every version that was drafted, the first one first: for its people, and for coordinators.',
    query: { orderBy: { version: 'asc' } },
  }),
}))

interface People {
  readonly participants: readonly { readonly personId: string }[]
}

function peopleOf({ participants }: People) {
  return participants.map(({ personId }) => personId)
}
