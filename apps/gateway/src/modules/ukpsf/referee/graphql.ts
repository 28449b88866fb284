import type { RefereeStatement } from '@mentoring-commons/ukpsf/review'
import { builder } from '../../../builder.ts'
import { viewerOf } from '../../../context.ts'
import { Refused } from '../../../refused.ts'
import { Claim, SubmittedEvidenceType } from '../claim/graphql.ts'
import { type Invitation, openInvitation } from './commands.ts'
import { mayReadReferees, mayReadStatements } from './policy.ts'

export const RefereeStateEnum = builder.enumType('RefereeState', {
  description: 'What a referee was asked and has answered.',
  values: {
    NAMED: { value: 'named', description: 'Not invited yet.' },
    INVITED: { value: 'invited' },
    ACCEPTED: { value: 'accepted' },
    DECLINED: { value: 'declined' },
    STATED: { value: 'stated', description: 'The statement is on the version that is submitted.' },
    VOID: { value: 'void', description: 'The statement was on a version that another took the place of.' },
  } as const,
})

export const Referee = builder.drizzleNode('referee', {
  name: 'Referee',
  description: 'Somebody whom an applicant names as referee of a claim.',
  id: { column: (t) => [t.institutionId, t.id] },
  select: {
    columns: { institutionId: true, id: true, state: true },
    with: { claim: { columns: { personId: true }, with: { tasks: { columns: { personId: true } } } } },
  },
  authScopes: ({ claim }, context) =>
    context.viewer !== null &&
    claim !== null &&
    mayReadReferees(
      context.viewer,
      claim.personId,
      claim.tasks.map(({ personId }) => personId),
    ),
  fields: (t) => ({
    name: t.exposeString('name'),
    observedPractice: t.exposeBoolean('observedPractice'),
    workedTogetherUntil: t.expose('workedTogetherUntil', { type: 'Day', nullable: true }),
    state: t.field({ type: RefereeStateEnum, resolve: ({ state }) => state?.state ?? 'named' }),
    expiresOn: t.field({ type: 'Day', nullable: true, resolve: ({ state }) => state?.expiresOn ?? null }),
    statedVersion: t.string({
      nullable: true,
      description: 'The hash of the submitted version that the statement is on.',
      resolve: ({ state }) => versionOf(state),
    }),
    statement: t.string({
      nullable: true,
      description: 'For those who review, while it stands. Null for the applicant, and once it is void.',
      select: { columns: { statement: true } },
      resolve: ({ statement, state, claim }, _args, context) =>
        state?.state === 'stated' &&
        claim !== null &&
        mayReadStatements(
          viewerOf(context),
          claim.personId,
          claim.tasks.map(({ personId }) => personId),
        )
          ? statement
          : null,
    }),
    confirms: t.stringList({
      description: 'The dimensions that the statement confirms, while it stands.',
      select: { columns: { tags: true } },
      resolve: ({ tags, state }) => (state?.state === 'stated' ? (tags ?? []) : []),
    }),
  }),
})

builder.drizzleObjectFields(Claim, (t) => ({
  referees: t.relation('referees', {
    type: Referee,
    description: 'For the applicant, those who review and coordinators.',
    query: { orderBy: { id: 'asc' } },
  }),
}))

export const InvitationType = builder.objectRef<Invitation>('RefereeInvitation').implement({
  description: 'An invitation as whoever holds its token sees it. No signing in is asked for.',
  fields: (t) => ({
    name: t.string({ resolve: ({ referee }) => referee.name }),
    state: t.field({ type: RefereeStateEnum, resolve: ({ state }) => state.state }),
    expiresOn: t.field({ type: 'Day', resolve: ({ state }) => state.expiresOn }),
    descriptor: t.string({
      nullable: true,
      description: 'What is claimed; null before it is submitted.',
      resolve: ({ submission }) => submission?.content.descriptor ?? null,
    }),
    version: t.string({
      nullable: true,
      description: 'The hash of what is submitted. A statement names it, so that it is bound to what was read.',
      resolve: ({ submission, state }) => (state.state === 'declined' ? null : (submission?.hash ?? null)),
    }),
    evidence: t.field({
      type: [SubmittedEvidenceType],
      description: 'What is submitted, for a referee who accepted.',
      resolve: ({ submission, state }) => (reads(state) ? [...(submission?.content.evidence ?? [])] : []),
    }),
  }),
})

builder.queryFields((t) => ({
  refereeInvitation: t.field({
    type: InvitationType,
    errors: { types: [Refused] },
    complexity: { field: 20, multiplier: 1 },
    description: 'Opens an invitation by its token.',
    args: { token: t.arg.string({ required: true }) },
    resolve: (_root, { token }, context) => openInvitation(context, token),
  }),
}))

function versionOf(state: RefereeStatement | null): string | null {
  return state !== null && 'version' in state ? state.version : null
}

function reads(state: RefereeStatement): boolean {
  return state.state === 'accepted' || state.state === 'stated' || state.state === 'void'
}
