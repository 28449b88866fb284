import type { CandidacyEvent, CommandType, Enrolled, NextStep, Panel, Refusal } from '@mentoring-commons/award'
import { builder } from '../../../builder.ts'
import { runsProgrammes } from '../../people/policy.ts'
import { AwardRoleEnum, PracticeType, ResultType } from '../outcome/graphql.ts'

/** Every step that somebody takes, by the name of its command. */
export const steps: Readonly<Record<Exclude<CommandType, 'Enrol' | 'RecountRelationship'>, true>> = {
  LinkRelationship: true,
  UnlinkRelationship: true,
  LinkInquiry: true,
  DeclareRelation: true,
  TakeSnapshot: true,
  Submit: true,
  AppointAssessor: true,
  AppointModerator: true,
  StandDown: true,
  Judge: true,
  SelectForModeration: true,
  Moderate: true,
  Decide: true,
  Confer: true,
  LapseReferral: true,
  Appeal: true,
  DecideAppeal: true,
  Defer: true,
  Resume: true,
  Withdraw: true,
  Revoke: true,
}

export const StepTypeEnum = builder.enumType('CandidacyStepType', {
  description: 'A step on the way to an award. APPOINT_ASSESSOR is given as appointAssessor, and so on.',
  values: Object.fromEntries(
    (Object.keys(steps) as (keyof typeof steps)[]).map((value) => [
      value.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase(),
      { value },
    ]),
  ) as Record<string, { readonly value: keyof typeof steps }>,
})

export const NextStepType = builder.objectRef<NextStep & { readonly yours: boolean }>('CandidacyNextStep').implement({
  description: 'Something that may happen next: by whom, from when, and by when.',
  fields: (t) => ({
    step: t.field({ type: StepTypeEnum, resolve: ({ command }) => command as keyof typeof steps }),
    by: t.field({ type: [AwardRoleEnum], resolve: ({ by }) => [...by] }),
    yours: t.exposeBoolean('yours', { description: 'Whether it waits for you.' }),
    from: t.expose('from', { type: 'Day', nullable: true }),
    until: t.expose('until', {
      type: 'Day',
      nullable: true,
      description: 'The last day, or the day by which it is due.',
    }),
    strict: t.boolean({ description: 'Whether it is too late after that.', resolve: ({ strict }) => strict === true }),
  }),
})

/** Something that happened, as it shows to a viewer. */
export const EventType = builder
  .objectRef<{ readonly number: number; readonly event: CandidacyEvent; readonly at: string; readonly own: boolean }>(
    'CandidacyEvent',
  )
  .implement({
    description: 'Something that happened, when, and whether it was you.',
    fields: (t) => ({
      number: t.exposeInt('number', { description: 'From 1. What does not show to you leaves a gap.' }),
      type: t.string({ resolve: ({ event }) => event.type }),
      on: t.field({ type: 'Day', resolve: ({ event }) => event.on }),
      by: t.string({
        nullable: true,
        authScopes: { anyOf: runsProgrammes },
        unauthorizedResolver: () => null,
        description:
          'The id of the person or account who did it, for whoever runs programmes; null for everybody else.',
        resolve: ({ event }) => event.by,
      }),
      own: t.exposeBoolean('own', { description: 'Whether it was you.' }),
      recordedAt: t.expose('at', { type: 'Instant' }),
    }),
  })

/** A portfolio as it was kept. */
export const SnapshotType = builder
  .objectRef<{ readonly id: string; readonly contentHash: string; readonly takenAt: string }>('PortfolioSnapshot')
  .implement({
    description:
      'A portfolio that was kept. What is kept never changes; what is shown of it stays within the consent that stands.',
    fields: (t) => ({
      key: t.exposeID('id', { description: 'Submit it by this key.' }),
      documentHash: t.exposeString('contentHash', {
        description: 'The SHA-256 of the UTF-8 bytes of what was kept; of `document` while nothing is withdrawn.',
      }),
      takenAt: t.expose('takenAt', { type: 'Instant' }),
    }),
  })

/** What is assessed. */
export const SubmissionType = builder.objectRef<Panel['submission']>('AwardSubmission').implement({
  description: 'What is assessed: one snapshot, and nothing that came after it.',
  fields: (t) => ({
    attempt: t.exposeInt('attempt', { description: '1 for the first.' }),
    on: t.expose('on', { type: 'Day' }),
    outcomes: t.stringList({ resolve: ({ outcomes }) => [...outcomes] }),
    carried: t.field({ type: [ResultType], resolve: ({ carried }) => [...carried] }),
    documentHash: t.string({
      description: 'The SHA-256 of the UTF-8 bytes of what was submitted; of `document` while nothing is withdrawn.',
      resolve: ({ snapshot }) => snapshot.contentHash,
    }),
    practice: t.field({ type: [PracticeType], resolve: ({ snapshot }) => [...snapshot.relationships] }),
  }),
})

/** What was decided. */
export const DecisionType = builder
  .objectRef<{
    readonly kind: string
    readonly on: string
    readonly reason?: string | undefined
    readonly outcomes: readonly string[]
    readonly deadline?: string | undefined
  }>('AwardDecision')
  .implement({
    description: 'What was decided.',
    fields: (t) => ({
      kind: t.exposeString('kind', { description: 'award, refer, not-award or lapsed.' }),
      on: t.expose('on', { type: 'Day' }),
      reason: t.exposeString('reason', { nullable: true }),
      outcomes: t.stringList({ description: 'Those to submit again for.', resolve: ({ outcomes }) => [...outcomes] }),
      deadline: t.expose('deadline', { type: 'Day', nullable: true }),
    }),
  })

export const GapType = builder.objectRef<Refusal>('SubmissionGap').implement({
  description: 'Something that keeps the latest snapshot from being submitted, and what to do.',
  fields: (t) => ({ code: t.exposeString('code'), message: t.exposeString('message') }),
})

/** The award itself. */
export const ConferralType = builder
  .objectRef<{
    readonly on: string
    readonly version: string
    readonly recognition: { readonly status: string; readonly body: string | null }
    readonly revokedOn?: string | undefined
    readonly revokedFor?: string | undefined
  }>('AwardConferral')
  .implement({
    description: 'The award itself.',
    fields: (t) => ({
      on: t.expose('on', { type: 'Day' }),
      version: t.exposeString('version'),
      recognition: t.string({
        description: 'Whether the version was recognised on the day, as far as is on record.',
        resolve: ({ recognition }) => recognition.status,
      }),
      recognisedBy: t.string({ nullable: true, resolve: ({ recognition }) => recognition.body }),
      revokedOn: t.expose('revokedOn', { type: 'Day', nullable: true }),
      revokedFor: t.exposeString('revokedFor', { nullable: true }),
    }),
  })

/** The submission of a state and who acts on it, where there is one. */
export function panelIn(state: Enrolled): Panel | undefined {
  if (state.status === 'assessing' || state.status === 'moderating') return state
  return settledIn(state)
}

/** The assessment of a state, where it is settled. */
export function settledIn(state: Enrolled) {
  if (state.status === 'appealing') return state.against.assessment
  if (state.status === 'deferred') return state.from.status === 'referred' ? state.from.assessment : undefined
  return 'assessment' in state ? state.assessment : undefined
}

/** What was decided, in a state after a decision. */
export function decisionIn(state: Enrolled) {
  const at = state.status === 'appealing' ? state.against : state.status === 'deferred' ? state.from : state
  if (!('decision' in at)) return null
  const { on, reason } = at.decision
  if (at.status === 'referred')
    return { kind: 'refer', on, reason, outcomes: at.decision.outcomes, deadline: at.decision.deadline }
  if (at.status === 'not-awarded')
    return { kind: at.decision.lapsed ? 'lapsed' : 'not-award', on, reason, outcomes: [] }
  return { kind: 'award', on, reason, outcomes: [] }
}

/** The award of a state, also one that was taken back. */
export function conferralIn(state: Enrolled) {
  if (state.status === 'awarded') return state.award
  if (state.status !== 'revoked') return null
  return { ...state.award, revokedOn: state.revocation.on, revokedFor: state.revocation.reason }
}
