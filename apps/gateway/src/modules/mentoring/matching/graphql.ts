import { builder } from '../../../builder.ts'
import { type Context, viewerOf } from '../../../context.ts'
import { pageCost } from '../../../graphql/page.ts'
import { ownId } from '../../../own.ts'
import { jobStates } from '../../people/job/graphql.ts'
import { holdsAny } from '../../people/policy.ts'
import { Programme } from '../graphql.ts'
import {
  exclusions,
  HelpfulChangeType,
  MatchCrowd,
  MatchExclusionCount,
  MatchLoad,
  MatchObjectiveEnum,
  MatchOriginEnum,
  MatchPairIds,
  MatchProgressType,
  MatchRule,
  MatchRunStatusEnum,
  MatchScorePart,
  MatchStepEnum,
  MatchTotals,
  type RunStatus,
  UnmatchedReasonEnum,
} from '../match-shape/graphql.ts'
import { knowsRuns, matchesPeople, mayKnowRun } from './policy.ts'

const forStaff = { anyOf: matchesPeople }

builder.drizzleObject('matchPair', {
  name: 'MatchPair',
  description: 'A pair that a run made or found pinned.',
  authScopes: { anyOf: matchesPeople },
  fields: (t) => ({
    mentee: t.relation('mentee'),
    mentor: t.relation('mentor'),
    pinned: t.exposeBoolean('pinned'),
    fit: t.exposeFloat('score', {
      description:
        'How well the two fit, from 0 to 1, as both sides see it. It is of the pair, and of neither of them.',
    }),
    menteeFit: t.exposeFloat('menteeScore'),
    mentorFit: t.exposeFloat('mentorScore'),
    reasons: t.expose('parts', { type: [MatchScorePart] }),
    offer: t.relation('offer', { nullable: true, description: 'What the publication of the run made of it.' }),
  }),
})

builder.drizzleObject('matchUnmatched', {
  name: 'UnmatchedMentee',
  description: 'A mentee to whom a run gave nobody.',
  authScopes: { anyOf: matchesPeople },
  select: { columns: { institutionId: true, change: true, excludedBy: true, why: true } },
  fields: (t) => ({
    mentee: t.relation('mentee'),
    why: t.expose('why', { type: UnmatchedReasonEnum }),
    crowd: t.exposeInt('crowd', {
      nullable: true,
      description: 'The place of their crowded set in the list of the run; null unless crowded out.',
    }),
    excludedBy: t.field({
      type: [MatchExclusionCount],
      description: 'How many mentors each rule excludes for this mentee.',
      resolve: ({ excludedBy }) => exclusions(excludedBy),
    }),
    change: t.field({ type: HelpfulChangeType, resolve: ({ change, institutionId }) => ({ change, institutionId }) }),
  }),
})

builder.drizzleObject('matchStep', {
  name: 'MatchStep',
  description: 'Something that happened to a draft.',
  authScopes: forStaff,
  fields: (t) => ({
    version: t.exposeInt('version'),
    type: t.expose('type', { type: MatchStepEnum }),
    recordedAt: t.expose('recordedAt', { type: 'Instant' }),
  }),
})

export const MatchRun = builder.drizzleNode('matchRun', {
  name: 'MatchRun',
  description:
    'Mentees matched with mentors as a draft: made by a job, reviewed, and published as offers. Coordinators see all of it; others only how groups fare in published ones.',
  id: { column: (t) => [t.institutionId, t.id] },
  select: {
    columns: { institutionId: true, id: true, status: true, summary: true, settings: true },
    with: { job: { columns: { id: true, status: true, done: true, total: true, message: true } } },
  },
  authScopes: (run, context) => context.viewer !== null && mayKnowRun(context.viewer, run),
  fields: (t) => ({
    status: t.field({ type: MatchRunStatusEnum, resolve: ({ status, job }) => status ?? statusOf(job.status) }),
    progress: t.field({ type: MatchProgressType, resolve: ({ job }) => job }),
    version: t.exposeInt('version', { authScopes: forStaff }),
    programme: t.relation('programme'),
    cohort: t.relation('cohort', { nullable: true }),
    origin: t.expose('origin', { type: MatchOriginEnum }),
    basedOn: t.relation('earlier', { nullable: true, authScopes: forStaff }),
    requestedAt: t.expose('requestedAt', { type: 'Instant' }),
    policyVersion: t.exposeString('policyVersion'),
    objective: t.expose('objective', { type: MatchObjectiveEnum }),
    seed: t.exposeString('seed', { authScopes: forStaff }),
    inputHash: t.exposeString('inputHash', { nullable: true, authScopes: forStaff }),
    menteeShare: t.float({ resolve: ({ settings }) => settings.policy.menteeShare }),
    wishWeight: t.float({ nullable: true, resolve: ({ settings }) => settings.policy.wishWeight ?? null }),
    rules: t.field({ type: [MatchRule], resolve: ({ settings }) => settings.policy.rules }),
    pins: t.field({
      type: [MatchPairIds],
      authScopes: forStaff,
      resolve: ({ settings, institutionId }) => settings.pins.map((pair) => ({ ...pair, institutionId })),
    }),
    blocked: t.field({
      type: [MatchPairIds],
      authScopes: forStaff,
      resolve: ({ settings, institutionId }) => settings.blocked.map((pair) => ({ ...pair, institutionId })),
    }),
    pairs: t.relatedConnection('pairs', {
      complexity: pageCost,
      authScopes: forStaff,
      description: 'The pairs of the run, by the id of the mentee, or the worst first.',
      args: { worstFirst: t.arg.boolean() },
      query: ({ worstFirst }) => ({
        orderBy: worstFirst ? { score: 'asc', menteeId: 'asc' } : { menteeId: 'asc' },
      }),
    }),
    unmatched: t.relatedConnection('unmatchedMentees', {
      complexity: pageCost,
      authScopes: forStaff,
      query: { orderBy: { menteeId: 'asc' } },
    }),
    matchedCount: t.exposeInt('matched', { nullable: true, authScopes: forStaff }),
    unmatchedCount: t.exposeInt('unmatched', { nullable: true, authScopes: forStaff }),
    crowded: t.field({
      type: [MatchCrowd],
      authScopes: forStaff,
      description: 'Why not everybody can be matched; the place in this list is what `crowd` names.',
      complexity: { field: 1, multiplier: 100 },
      resolve: ({ summary, institutionId }) => (summary?.crowded ?? []).map((one) => ({ ...one, institutionId })),
    }),
    load: t.field({
      type: MatchLoad,
      nullable: true,
      authScopes: forStaff,
      resolve: ({ summary, institutionId }) => (summary === null ? null : { ...summary.load, institutionId }),
    }),
    totals: t.field({
      type: MatchTotals,
      nullable: true,
      authScopes: forStaff,
      resolve: ({ summary }) => summary?.totals ?? null,
    }),
    excluded: t.field({
      type: [MatchExclusionCount],
      authScopes: forStaff,
      description: 'How many pairs each rule excludes; a pair may be excluded by several.',
      resolve: ({ summary }) => exclusions(summary?.excluded.byCode ?? {}),
    }),
    steps: t.relation('steps', {
      authScopes: forStaff,
      description: 'What happened to the draft, in order.',
      query: { orderBy: { version: 'asc' } },
    }),
  }),
})

builder.drizzleObjectFields(Programme, (t) => ({
  matchRuns: t.relatedConnection('matchRuns', {
    type: MatchRun,
    complexity: pageCost,
    authScopes: { anyOf: knowsRuns },
    description: 'The match runs of the programme that you may know of, the latest first.',
    query: (_args, context) => ({
      ...(seesDrafts(context) ? {} : { where: { status: 'published' } as const }),
      orderBy: { requestedAt: 'desc', id: 'desc' },
    }),
  }),
}))

builder.queryField('matchRun', (t) =>
  t.drizzleField({
    type: MatchRun,
    nullable: true,
    authScopes: { anyOf: knowsRuns },
    description: 'A match run of your institution that you may know of.',
    args: { id: t.arg.globalID({ for: MatchRun, required: true }) },
    resolve: (query, _root, { id: { id } }, context) => {
      const { institutionId } = viewerOf(context)
      if (id.id === undefined || id.institutionId !== institutionId) return null
      const status = seesDrafts(context) ? {} : { status: 'published' as const }
      return context.db.query.matchRun.findFirst(query({ where: { institutionId, id: id.id, ...status } }))
    },
  }),
)

builder.subscriptionField('matchRunProgress', (t) =>
  t.field({
    type: MatchProgressType,
    authScopes: forStaff,
    description: 'A match run each time that it goes on, until it is made, has failed or was cancelled.',
    args: { run: t.arg.globalID({ for: MatchRun, required: true }) },
    subscribe: (_root, { run }, context) => jobStates(context, ownId(context, run, 'run'), 'match'),
    resolve: (row) => row as never,
  }),
)

function seesDrafts(context: Context): boolean {
  return holdsAny(viewerOf(context), matchesPeople)
}

/** A job that is done has a draft, so its run says more than it does. */
function statusOf(status: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled'): RunStatus {
  return status === 'done' ? 'draft' : status
}
