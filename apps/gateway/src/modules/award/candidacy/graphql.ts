import {
  type Candidacy,
  type Enrolled,
  practiceTotal,
  type Scheme,
  submissionGaps,
  whatNext,
} from '@mentoring-commons/award'
import { builder } from '../../../builder.ts'
import { type Context, viewerOf } from '../../../context.ts'
import { enumValues } from '../../../graphql/enum-values.ts'
import { Person } from '../../people/graphql.ts'
import { runsProgrammes } from '../../people/policy.ts'
import { AwardRoleEnum, CandidacyStatusEnum, JudgementType, PracticeType, ResultType } from '../outcome/graphql.ts'
import { AwardScheme } from '../scheme/graphql.ts'
import { type PanelRole, panelRoles } from '../table.ts'
import {
  ConferralType,
  conferralIn,
  DecisionType,
  decisionIn,
  EventType,
  GapType,
  NextStepType,
  panelIn,
  SnapshotType,
  SubmissionType,
  settledIn,
  steps,
} from '../view/graphql.ts'
import {
  mayKnowCandidacy,
  mayReadJudgement,
  mayReadResults,
  mayReadSubmission,
  maySeeEvent,
  rolesIn,
  type Whose,
} from './policy.ts'
import { candidacyOf, type EventRow } from './store.ts'

const PanelRoleEnum = builder.enumType('AwardPanelRole', {
  description: 'What somebody is appointed as.',
  values: enumValues<PanelRole>(panelRoles),
})

builder.drizzleObject('candidacyPanel', {
  name: 'AwardPanelMember',
  description: 'Somebody who is appointed, and as what.',
  select: { columns: { institutionId: true, personId: true } },
  fields: (t) => ({
    role: t.expose('role', { type: PanelRoleEnum }),
    personId: t.globalID({
      resolve: ({ institutionId, personId }) => ({ type: Person, id: JSON.stringify([institutionId, personId]) }),
    }),
    name: t.string({
      nullable: true,
      select: { with: { person: { columns: { name: true } } } },
      resolve: ({ person }) => person.name,
    }),
  }),
})

/** All events of a candidacy, and its scheme: what a state and what comes next are made of. */
const whole = {
  with: {
    history: { columns: { number: true, event: true, recordedAt: true }, orderBy: { number: 'asc' } },
    scheme: { columns: { scheme: true } },
  },
} as const

export const CandidacyType = builder.drizzleNode('candidacy', {
  name: 'Candidacy',
  description:
    'Somebody’s way to an award: theirs, and for who is appointed to assess it what was submitted. Whoever runs programmes sees how far it is, and none of the portfolio.',
  id: { column: (t) => [t.institutionId, t.id] },
  select: {
    columns: { institutionId: true, id: true, candidateId: true },
    with: { panel: { columns: { personId: true, role: true }, orderBy: { personId: 'asc' } } },
  },
  authScopes: (row, context) => context.viewer !== null && mayKnowCandidacy(context.viewer, row),
  fields: (t) => ({
    status: t.field({
      type: CandidacyStatusEnum,
      select: { columns: { status: true } },
      resolve: ({ status }) => status as Enrolled['status'],
    }),
    version: t.exposeInt('version', { description: 'Send it as expectedVersion with the next step.' }),
    scheme: t.relation('scheme', { type: AwardScheme }),
    schemeVersion: t.exposeString('schemeVersion', { description: 'The version of the scheme that it stays under.' }),
    enrolledAt: t.expose('enrolledAt', { type: 'Instant' }),
    candidateId: t.globalID({
      resolve: ({ institutionId, candidateId }) => ({ type: Person, id: JSON.stringify([institutionId, candidateId]) }),
    }),
    candidateName: t.string({
      nullable: true,
      select: { with: { candidate: { columns: { name: true } } } },
      resolve: ({ candidate }) => candidate.name,
    }),
    viewerRoles: t.field({
      type: [AwardRoleEnum],
      description: 'What you are to it.',
      resolve: (row, _args, context) => [...rolesIn(viewerOf(context), row)],
    }),
    panel: t.relation('panel', {
      nullable: true,
      description: 'Who is appointed, for whoever runs programmes.',
      authScopes: { anyOf: runsProgrammes },
      unauthorizedResolver: () => null,
      query: { orderBy: { personId: 'asc' } },
    }),
    nextSteps: t.field({
      type: [NextStepType],
      description:
        'What may happen next: for the candidate and who is appointed, of what is theirs to do; for coordinators, all of it.',
      select: whole,
      resolve: (row, _args, context) => nextSteps(row, context),
    }),
    events: t.field({
      type: [EventType],
      description: 'What happened, in order, as far as it shows to you.',
      select: whole,
      resolve: (row, _args, context) => eventsFor(row, context),
    }),
    practice: t.field({
      type: [PracticeType],
      nullable: true,
      description: 'The relationships that are linked. Null for everybody but the candidate.',
      select: whole,
      resolve: (row, _args, context) => forCandidate(row, context, ({ file }) => [...file.relationships]),
    }),
    practiceHours: t.field({
      type: 'Float',
      nullable: true,
      description: 'Null for everybody but the candidate.',
      select: whole,
      resolve: (row, _args, context) =>
        forCandidate(row, context, ({ file }) => practiceTotal(file.relationships).hours),
    }),
    snapshots: t.field({
      type: [SnapshotType],
      nullable: true,
      description: 'Every portfolio that was kept, the latest first. Null for everybody but the candidate.',
      select: { with: { ...whole.with, snapshots: { columns: { id: true, contentHash: true, takenAt: true } } } },
      resolve: (row, _args, context) =>
        forCandidate(row, context, ({ file }) =>
          file.snapshots.toReversed().flatMap(({ id }) => row.snapshots.filter((kept) => kept.id === id)),
        ),
    }),
    gaps: t.field({
      type: [GapType],
      nullable: true,
      description:
        'What keeps the latest snapshot from being submitted. Null for everybody but the candidate, and when nothing can be submitted.',
      select: whole,
      resolve: (row, _args, context) =>
        forCandidate(row, context, (state) => {
          const latest = state.file.snapshots.at(-1)
          if (latest === undefined || (state.status !== 'preparing' && state.status !== 'referred')) return null
          return [...submissionGaps(state, latest.id, [row.scheme.scheme])]
        }),
    }),
    submission: t.field({
      type: SubmissionType,
      nullable: true,
      description: 'What is assessed, for the candidate and who is appointed. Null for everybody else.',
      select: whole,
      resolve: (row, _args, context) =>
        mayReadSubmission(viewerOf(context), row) ? (panelIn(stateOf(row))?.submission ?? null) : null,
    }),
    judgements: t.field({
      type: [JudgementType],
      description:
        'As far as they show to you: your own, and others once the assessment is settled; for the candidate after the decision.',
      select: whole,
      resolve: (row, _args, context) => {
        const viewer = viewerOf(context)
        const state = stateOf(row)
        return (panelIn(state)?.judgements ?? [])
          .filter((each) => mayReadJudgement(viewer, row, state.status, each))
          .map((each) => ({ ...each, own: each.assessor === viewer.personId }))
      },
    }),
    results: t.field({
      type: [ResultType],
      nullable: true,
      description: 'What each outcome came to, once that is settled; for the candidate after the decision.',
      select: whole,
      resolve: (row, _args, context) => {
        const state = stateOf(row)
        const settled = settledIn(state)
        return settled !== undefined && mayReadResults(viewerOf(context), row, state.status)
          ? [...settled.results]
          : null
      },
    }),
    decision: t.field({
      type: DecisionType,
      nullable: true,
      select: whole,
      resolve: (row) => decisionIn(stateOf(row)),
    }),
    award: t.field({ type: ConferralType, nullable: true, select: whole, resolve: (row) => conferralIn(stateOf(row)) }),
  }),
})

interface Row extends Whose {
  readonly id: string
  readonly history: readonly (EventRow & { readonly recordedAt: string })[]
  readonly scheme: { readonly scheme: Scheme }
}

const states = new WeakMap<readonly EventRow[], Candidacy>()

/** The state of a candidacy, made once for all fields of a row. */
function stateOf({ id, history }: Pick<Row, 'id' | 'history'>): Enrolled {
  const state = states.get(history) ?? candidacyOf(id, history)
  states.set(history, state)
  if (state.status === 'not-enrolled') throw new TypeError(`candidacy ${id} has no beginning`)
  return state
}

function forCandidate<T>(row: Row, context: Context, read: (state: Enrolled) => T): T | null {
  return viewerOf(context).personId === row.candidateId ? read(stateOf(row)) : null
}

function nextSteps(row: Row, context: Context) {
  const viewer = viewerOf(context)
  const roles = rolesIn(viewer, row)
  const only = roles.includes('coordinator') ? undefined : roles
  const waits = (people: readonly string[] | undefined) =>
    people === undefined || people.some((id) => id === viewer.personId)
  return whatNext(stateOf(row), [row.scheme.scheme], only)
    .filter(({ command }) => command in steps)
    .map((next) => ({ ...next, yours: next.by.some((role) => roles.includes(role)) && waits(next.people) }))
}

const decisions = ['AwardDecided', 'ReferralDecided', 'NoAwardDecided', 'ReferralLapsed']

function eventsFor(row: Row, context: Context) {
  const viewer = viewerOf(context)
  const { status } = stateOf(row)
  const firstSubmission = row.history.findIndex(({ event }) => event.type === 'Submitted')
  const lastDecision = row.history.findLastIndex(({ event }) => decisions.includes(event.type))
  return row.history.flatMap(({ number, event, recordedAt }, index) => {
    const isSubmitted = firstSubmission >= 0 && index >= firstSubmission
    const shown = { type: event.type, by: event.by, isSubmitted, isDecided: index <= lastDecision }
    if (!maySeeEvent(viewer, row, status, shown)) return []
    return [{ number, event, at: recordedAt, own: event.by === viewer.personId }]
  })
}
