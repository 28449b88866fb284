import {
  allowedReviewSteps,
  type CriterionJudgement,
  type OpenStep,
  overdue,
  type Recommendation,
  type Review,
  type ReviewerOpinion,
  type ReviewView,
  type Settlement,
  visibleTo,
  type Workflow,
} from '@mentoring-commons/ukpsf/review'
import { builder } from '../../../builder.ts'
import { type Context, viewerOf } from '../../../context.ts'
import { globalIdOf } from '../../../graphql/global-id.ts'
import { pageCost } from '../../../graphql/page.ts'
import { runsProgrammes } from '../../people/policy.ts'
import { Claim } from '../claim/graphql.ts'
import { actorFor, actorLooking } from './policy.ts'
import { tasksOf } from './store.ts'

const nobody = '00000000-0000-0000-0000-000000000000'

/** A review as one viewer sees it. */
interface Seen {
  readonly institutionId: string
  readonly state: Review
  readonly workflow: Workflow
  readonly version: number
  readonly view: ReviewView
}

const JudgementType = builder.objectRef<CriterionJudgement>('CriterionJudgement').implement({
  description: 'One criterion as somebody judged it.',
  fields: (t) => ({
    criterion: t.exposeString('criterion'),
    level: t.exposeString('level', { description: "The id of a level of the workflow's scale." }),
    remark: t.string({ nullable: true, resolve: ({ comment }) => comment ?? null }),
  }),
})

const RecommendationType = builder.objectRef<Recommendation>('Recommendation').implement({
  description: 'To award, to refer for so much, or to award nothing.',
  fields: (t) => ({
    outcome: t.string({ resolve: ({ outcome }) => outcome }),
    kind: t.string({
      nullable: true,
      description: 'What is referred for, such as minor.',
      resolve: (each) => (each.outcome === 'refer' ? each.kind : null),
    }),
  }),
})

const OpinionType = builder.objectRef<ReviewerOpinion>('ReviewerOpinion').implement({
  description: 'What a reviewer found. It is given once for each submitted version and never changed.',
  fields: (t) => ({
    by: t.exposeString('by', { description: 'The reviewer, or their alias where the review is double-blind.' }),
    on: t.expose('on', { type: 'Day' }),
    judgements: t.field({ type: [JudgementType], resolve: ({ judgements }) => [...judgements] }),
    recommendation: t.field({ type: RecommendationType, resolve: ({ recommendation }) => recommendation }),
  }),
})

const SettlementType = builder.objectRef<Settlement>('Settlement').implement({
  description: 'What the reviews came to, and how.',
  fields: (t) => ({
    recommendation: t.field({ type: RecommendationType, resolve: ({ recommendation }) => recommendation }),
    by: t.exposeString('by', { description: 'agreement, majority, most-cautious, meeting or moderators.' }),
    reason: t.string({ nullable: true, resolve: ({ reason }) => reason ?? null }),
    borderline: t.exposeBoolean('borderline'),
    on: t.expose('on', { type: 'Day' }),
  }),
})

const OpenStepType = builder.objectRef<OpenStep>('OpenReviewStep').implement({
  description: 'A step that you may take now.',
  fields: (t) => ({
    type: t.string({ resolve: ({ type }) => type }),
    recommendations: t.field({
      type: [RecommendationType],
      description: 'What can be recommended, where the step recommends.',
      resolve: ({ recommendations }) => [...(recommendations ?? [])],
    }),
  }),
})

const OverdueType = builder.objectRef<ReturnType<typeof overdue>[number]>('OverdueInReview').implement({
  description: 'Something in a review that is late.',
  fields: (t) => ({
    what: t.string({ resolve: ({ what }) => what }),
    due: t.field({ type: 'Day', resolve: ({ due }) => due }),
    daysLate: t.int({ resolve: ({ daysLate }) => daysLate }),
  }),
})

const ReviewType = builder.objectRef<Seen>('Review').implement({
  description: 'The review of a claim, as much of it as your part in it opens to you.',
  fields: (t) => ({
    workflow: t.string({ resolve: ({ workflow }) => workflow.id }),
    stage: t.string({
      description: 'Where it stands; for the applicant `under-review` while others are at work.',
      resolve: ({ view }) => view.state,
    }),
    version: t.exposeInt('version', { description: 'Send it as expectedVersion with the next step.' }),
    submittedVersion: t.string({
      description: 'The hash of the version under review.',
      resolve: ({ view }) => view.version,
    }),
    criteria: t.stringList({ description: 'What is judged, one by one.', resolve: ({ view }) => [...view.criteria] }),
    applicant: t.id({
      nullable: true,
      description: 'Null where the review is blind for you.',
      resolve: ({ view, institutionId }) =>
        view.applicantId === 'hidden' ? null : globalIdOf('Person', institutionId, view.applicantId),
    }),
    opinions: t.field({
      type: [OpinionType],
      description: 'A reviewer sees their own until all are in; an applicant none before a decision.',
      resolve: ({ view }) => [...view.opinions],
    }),
    settlement: t.field({ type: SettlementType, nullable: true, resolve: ({ view }) => view.settlement ?? null }),
    openSteps: t.field({
      type: [OpenStepType],
      description: 'What you may do next.',
      resolve: ({ state, workflow }, _args, context) =>
        allowedReviewSteps(state, workflow).filter((step) => mayTakeNow(context, state, workflow, step)),
    }),
    due: t.field({
      type: 'Day',
      nullable: true,
      description: 'Until when a referred claim can be submitted again.',
      resolve: ({ state }) => (state.state === 'referred' ? state.due : null),
    }),
    overdue: t.field({
      type: [OverdueType],
      resolve: ({ state }, _args, context) => [...overdue(state, context.now().slice(0, 10))],
    }),
  }),
})

builder.drizzleObjectFields(Claim, (t) => ({
  review: t.field({
    type: ReviewType,
    nullable: true,
    description: 'Its review, once it is submitted, for those who have a part in it.',
    select: {
      columns: { institutionId: true },
      with: {
        review: {
          columns: { state: true, version: true },
          with: { workflow: { columns: { definition: true } } },
        },
      },
    },
    resolve: ({ review, institutionId }, _args, context) =>
      review === null ? null : seen(context, institutionId, review),
  }),
}))

builder.queryFields((t) => ({
  myReviews: t.drizzleConnection({
    type: 'claim',
    authScopes: { signedIn: true },
    complexity: pageCost,
    description: 'Claims in whose review you have a part now.',
    resolve: (query, _root, _args, context) => {
      const { institutionId, personId } = viewerOf(context)
      const mine = { institutionId, personId: personId ?? nobody }
      return context.db.query.claim.findMany(
        query({ where: { institutionId, tasks: mine }, orderBy: { startedAt: 'asc', id: 'asc' } }),
      )
    },
  }),
  claimsUnderReview: t.drizzleConnection({
    type: 'claim',
    authScopes: { anyOf: runsProgrammes },
    complexity: pageCost,
    description: 'Claims whose review stands at a stage, such as assigning or ratifying.',
    args: { stage: t.arg.string({ required: true }) },
    resolve: (query, _root, { stage }, context) => {
      const { institutionId } = viewerOf(context)
      const at = { institutionId, stage: stage as Review['state'] }
      return context.db.query.claim.findMany(
        query({ where: { institutionId, review: at }, orderBy: { startedAt: 'asc', id: 'asc' } }),
      )
    },
  }),
}))

function seen(
  context: Context,
  institutionId: string,
  review: { readonly state: Review; readonly version: number; readonly workflow: { readonly definition: Workflow } },
): Seen | null {
  const viewer = viewerOf(context)
  const { state, version } = review
  const workflow = review.workflow.definition
  const part = tasksOf(state).find(({ personId }) => personId === viewer.personId)?.part
  const actor = actorLooking(viewer, state, part)
  if (actor === undefined) return null
  const view = visibleTo(state, workflow, actor)
  return view.refusal ? null : { institutionId, state, version, workflow, view: view.value }
}

function mayTakeNow(context: Context, state: Review, workflow: Workflow, { type }: OpenStep): boolean {
  const actor = actorFor(viewerOf(context), type)
  return actor !== undefined && allowedReviewSteps(state, workflow, actor).some((step) => step.type === type)
}
