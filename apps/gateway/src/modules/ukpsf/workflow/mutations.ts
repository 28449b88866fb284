import type { Duration, Overlay } from '@mentoring-commons/ukpsf'
import type { PartialWorkflow, SplitStage } from '@mentoring-commons/ukpsf/review'
import { builder } from '../../../builder.ts'
import { viewerOf } from '../../../context.ts'
import { present, Refused } from '../../../refused.ts'
import { runsProgrammes } from '../../people/policy.ts'
import { closeReviewWorkflow, defineReviewWorkflow } from './commands.ts'
import { ConflictRuleEnum, FellowshipCategoryEnum, ReviewWorkflow } from './graphql.ts'

const errors = { types: [Refused] }

const DurationInput = builder.inputType('DurationInput', {
  isOneOf: true,
  description: 'A length of time in one unit.',
  fields: (t) => ({ days: t.int(), weeks: t.int(), months: t.int(), years: t.int() }),
})

const HeadcountInput = builder.inputType('HeadcountInput', {
  description: 'So many people, of whom exactly so many come from outside.',
  fields: (t) => ({ count: t.int(), external: t.int() }),
})

const RefereeConditionEnum = builder.enumType('RefereeCondition', {
  description: 'What a referee must be.',
  values: {
    HOLDS_CATEGORY: { value: 'holds-category', description: 'Holds the category that is claimed, or `category`.' },
    WORKED_TOGETHER: { value: 'worked-together', description: 'Worked with the applicant within `withinYears`.' },
    NOT_THE_MENTOR: { value: 'not-the-mentor' },
    OBSERVED_PRACTICE: { value: 'observed-practice' },
  } as const,
})

const RefereeRuleInput = builder.inputType('RefereeRuleInput', {
  fields: (t) => ({
    atLeastOne: t.boolean({ defaultValue: false, description: 'Asked of one at least, instead of each.' }),
    condition: t.field({ type: RefereeConditionEnum, required: true }),
    category: t.field({ type: FellowshipCategoryEnum }),
    withinYears: t.int(),
  }),
})

const TrackInput = builder.inputType('TrackInput', {
  description: 'How claims to one category are reviewed.',
  fields: (t) => ({
    category: t.field({ type: FellowshipCategoryEnum, required: true }),
    reviewers: t.field({ type: HeadcountInput }),
    sampleShare: t.float({ description: '0 to 1: of all claims of the category in a cohort.' }),
    sampleBorderline: t.boolean({ description: 'Whether every borderline claim is read as well.' }),
    refereeCount: t.int(),
    refereeRules: t.field({ type: [RefereeRuleInput] }),
  }),
})

const LevelInput = builder.inputType('LevelInput', {
  description: 'One level of the scale on which a criterion is judged.',
  fields: (t) => ({
    id: t.string({ required: true }),
    passes: t.boolean({ required: true }),
    borderline: t.boolean({ defaultValue: false }),
  }),
})

const SplitStageEnum = builder.enumType('SplitStage', {
  description: 'A way to settle reviews that differ.',
  values: {
    MAJORITY: { value: 'majority' },
    MEETING: { value: 'meeting', description: 'The reviewers meet, and agree or not.' },
    MODERATORS: { value: 'moderators', description: 'Other people, `count` of them, recommend together.' },
    MOST_CAUTIOUS: { value: 'most-cautious', description: 'What is furthest from an award stands.' },
  } as const,
})

const SplitStageInput = builder.inputType('SplitStageInput', {
  description: 'One stage; stages are tried in order.',
  fields: (t) => ({
    kind: t.field({ type: SplitStageEnum, required: true }),
    moderators: t.field({ type: HeadcountInput }),
  }),
})

const ReferralWindowInput = builder.inputType('ReferralWindowInput', {
  fields: (t) => ({
    kind: t.string({ required: true, description: 'Such as minor.' }),
    within: t.field({ type: DurationInput, required: true }),
  }),
})

const ReferralInput = builder.inputType('ReferralInput', {
  description: 'What a claim can be referred for; with `none: true`, nothing.',
  fields: (t) => ({
    none: t.boolean({ defaultValue: false }),
    windows: t.field({ type: [ReferralWindowInput] }),
    resubmissionsMax: t.int(),
    newReviewers: t.boolean(),
  }),
})

const RatificationInput = builder.inputType('RatificationInput', {
  description: 'A panel that ratifies; with `none: true`, nobody does.',
  fields: (t) => ({
    none: t.boolean({ defaultValue: false }),
    quorum: t.int(),
    external: t.int(),
    mayReturn: t.boolean(),
  }),
})

const WorkflowDecisionsInput = builder.inputType('ReviewWorkflowInput', {
  description:
    'What the institution decides. What is left out is taken from the preset, and refused where that is open too.',
  fields: (t) => ({
    tracks: t.field({ type: [TrackInput] }),
    conflicts: t.field({ type: [ConflictRuleEnum] }),
    scale: t.field({ type: [LevelInput] }),
    doubleBlind: t.boolean(),
    adminCheck: t.boolean(),
    onSplit: t.field({ type: [SplitStageInput] }),
    notAwarded: t.boolean({ description: 'Whether it may be recommended to award nothing.' }),
    referral: t.field({ type: ReferralInput }),
    disagreementModerators: t.field({
      type: HeadcountInput,
      description: 'Who recommends anew when a reader from outside does not agree.',
    }),
    disagreementNoted: t.boolean({ description: 'Whether such a disagreement is only noted.' }),
    externals: t.int({ description: 'How many people from outside are appointed.' }),
    ratification: t.field({ type: RatificationInput }),
    judgeWithin: t.field({ type: DurationInput }),
    decideWithin: t.field({ type: DurationInput }),
    reapplyAfter: t.field({ type: DurationInput }),
    noClocks: t.boolean({ description: 'Whether no clock runs.' }),
  }),
})

const OverlayRuleInput = builder.inputType('OverlayRuleInput', {
  description: 'One thing asked for beyond the framework: so many of some dimensions.',
  fields: (t) => ({
    descriptor: t.string({ required: true }),
    title: t.string({ required: true }),
    atLeast: t.int({ description: 'All of them where it is left out.' }),
    of: t.stringList({ required: true }),
  }),
})

const WordLimitInput = builder.inputType('WordLimitInput', {
  fields: (t) => ({
    descriptor: t.string({ required: true }),
    criterion: t.string(),
    wordsMax: t.int({ required: true }),
    source: t.string({ required: true }),
  }),
})

const OverlayInput = builder.inputType('OverlayInput', {
  description: 'Rules that the institution adds. They tighten the framework, or they are refused.',
  fields: (t) => ({
    institution: t.string({ required: true }),
    rules: t.field({ type: [OverlayRuleInput], defaultValue: [] }),
    wordLimits: t.field({ type: [WordLimitInput], defaultValue: [] }),
  }),
})

builder.mutationFields((t) => ({
  defineReviewWorkflow: t.drizzleField({
    type: ReviewWorkflow,
    errors,
    authScopes: { anyOf: runsProgrammes },
    description: 'Defines how claims are reviewed, once and for all. One that could come to a halt is refused.',
    args: {
      key: t.arg.string({ required: true }),
      title: t.arg.string({ required: true }),
      preset: t.arg.string({ description: 'The id of a published practice to begin from.' }),
      workflow: t.arg({ type: WorkflowDecisionsInput, required: true }),
      overlay: t.arg({ type: OverlayInput }),
      idempotencyKey: t.arg.string(),
    },
    resolve: async (query, _root, { workflow, overlay, ...rest }, context) => {
      const decisions = decisionsOf(workflow)
      const key = await defineReviewWorkflow(context, {
        ...rest,
        decisions,
        overlay: overlay ? overlayOf(overlay) : undefined,
      })
      const { institutionId } = viewerOf(context)
      return present(await context.db.query.reviewWorkflow.findFirst(query({ where: { institutionId, key } })))
    },
  }),
  closeReviewWorkflow: t.drizzleField({
    type: ReviewWorkflow,
    errors,
    authScopes: { anyOf: runsProgrammes },
    description: 'Closes a workflow: nothing new is submitted to it, reviews under way go on.',
    args: { key: t.arg.string({ required: true }), idempotencyKey: t.arg.string() },
    resolve: async (query, _root, args, context) => {
      const key = await closeReviewWorkflow(context, args)
      const { institutionId } = viewerOf(context)
      return present(await context.db.query.reviewWorkflow.findFirst(query({ where: { institutionId, key } })))
    },
  }),
}))

type Maybe<T> = T | null | undefined
type Input<T extends { readonly $inferInput: unknown }> = T['$inferInput']

/** The fields that were given. */
function given<T extends object>(input: T): { [K in keyof T]: NonNullable<T[K]> } {
  const entries = Object.entries(input).filter(([, value]) => value !== null && value !== undefined)
  return Object.fromEntries(entries) as { [K in keyof T]: NonNullable<T[K]> }
}

function decisionsOf(input: Input<typeof WorkflowDecisionsInput>): PartialWorkflow {
  const { tracks, onSplit, referral, ratification, disagreementModerators, disagreementNoted, ...rest } = input
  const { judgeWithin, decideWithin, reapplyAfter, noClocks, ...plain } = rest
  const clocks = given({ judgeWithin, decideWithin, reapplyAfter })
  const hasClocks = noClocks === true || Object.keys(clocks).length > 0
  return {
    ...(given(plain) as Partial<PartialWorkflow>),
    ...(tracks ? { tracks: Object.fromEntries(tracks.map((track) => [track.category, trackOf(track)])) } : {}),
    ...(onSplit ? { onSplit: onSplit.map(stageOf) } : {}),
    ...(referral ? { referral: referral.none ? ('none' as const) : referralOf(referral) } : {}),
    ...(ratification ? { ratification: ratification.none ? ('none' as const) : without(ratification) } : {}),
    ...(disagreementModerators
      ? { onDisagreement: { kind: 'moderators' as const, ...headcount(disagreementModerators) } }
      : {}),
    ...(disagreementNoted ? { onDisagreement: { kind: 'noted' as const } } : {}),
    ...(hasClocks ? { clocks: clocks as Record<string, Duration> } : {}),
  }
}

function without({ none: _, ...rest }: Input<typeof RatificationInput>) {
  return given(rest)
}

function headcount(input: Input<typeof HeadcountInput>) {
  return { count: input.count ?? 0, external: input.external ?? 0 }
}

function trackOf({ reviewers, sampleShare, sampleBorderline, refereeCount, refereeRules }: Input<typeof TrackInput>) {
  return {
    ...(reviewers ? { reviewers: given(reviewers) } : {}),
    sample: given({ share: sampleShare, borderline: sampleBorderline }) as { share?: number; borderline?: boolean },
    referees: given({ count: refereeCount, rules: refereeRules?.map(refereeRuleOf) }) as object,
  }
}

function refereeRuleOf({ atLeastOne, condition, category, withinYears }: Input<typeof RefereeRuleInput>) {
  const of = atLeastOne ? ('at-least-one' as const) : ('each' as const)
  if (condition === 'holds-category') return { of, condition: { kind: condition, category: category ?? 'claimed' } }
  // A missing number is refused with the others by the domain.
  if (condition === 'worked-together') return { of, condition: { kind: condition, withinYears: withinYears ?? 0 } }
  return { of, condition: { kind: condition } }
}

function stageOf({ kind, moderators }: Input<typeof SplitStageInput>): SplitStage {
  return kind === 'moderators' ? { kind, ...headcount(moderators ?? {}) } : { kind }
}

function referralOf({ windows, resubmissionsMax, newReviewers }: Input<typeof ReferralInput>) {
  const reviewers: Maybe<'new' | 'same'> =
    newReviewers === null || newReviewers === undefined ? undefined : newReviewers ? 'new' : 'same'
  return given({
    windows: windows?.map(({ kind, within }) => ({ kind, within: given(within) as unknown as Duration })),
    resubmissionsMax,
    reviewers,
  }) as object
}

function overlayOf({ institution, rules, wordLimits }: Input<typeof OverlayInput>): Omit<Overlay, 'id'> {
  return {
    institution,
    rules: (rules ?? []).map(({ descriptor, title, atLeast, of }) => ({
      descriptor: descriptor as Overlay['rules'][number]['descriptor'],
      title,
      rule: (typeof atLeast === 'number'
        ? { kind: 'at-least', count: atLeast, from: of }
        : { kind: 'all-of', codes: of }) as Overlay['rules'][number]['rule'],
    })),
    wordLimits: (wordLimits ?? []).map((limit) => given(limit) as NonNullable<Overlay['wordLimits']>[number]),
  }
}
