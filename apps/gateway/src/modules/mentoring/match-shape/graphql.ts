import {
  type ExclusionCode,
  exclusionCodes,
  type HelpfulChange,
  type MatchDraft,
  type MatchObjective,
  matchObjectives,
  type MatchPair as Pair,
  type MatchRun as Run,
  type ScorePart,
  type ScoreRule,
  type UnmatchedReason,
  unmatchedReasons,
} from '@mentoring-commons/mentoring'
import { builder } from '../../../builder.ts'
import { enumValues } from '../../../graphql/enum-values.ts'
import { globalIdOf } from '../../../graphql/global-id.ts'
import { type JobState, JobStatusEnum } from '../../people/job/graphql.ts'

export const MatchObjectiveEnum = builder.enumType('MatchObjective', {
  description: 'What a run aims at, first things first.',
  values: described<MatchObjective>(matchObjectives),
})

export const MatchRuleKindEnum = builder.enumType('MatchRuleKind', {
  description: 'How one side’s view of the other is scored from their answers.',
  values: enumValues(['overlap', 'same', 'different', 'near']),
})

export const MatchSideEnum = builder.enumType('MatchSide', {
  description: 'Whose view it is.',
  values: enumValues(['mentee', 'mentor']),
})

export const ExclusionCodeEnum = builder.enumType('MatchExclusion', {
  description: 'Why a pair may not be made.',
  values: described<ExclusionCode>(exclusionCodes),
})

/** Where a run stands. */
export const MatchRunStatusEnum = builder.enumType('MatchRunStatus', {
  description:
    'Where a run stands: first its job, then its draft. Nothing is offered to anybody before it is published.',
  values: enumValues<RunStatus>([
    ...(['waiting', 'running', 'failed', 'cancelled'] as const),
    ...(['draft', 'in-review', 'approved', 'published'] as const),
  ]),
})

/** Why a run was asked for. */
export const MatchOriginEnum = builder.enumType('MatchOrigin', {
  description:
    'Why a run was asked for: by itself, to change a draft, or because pairs of a published one came to nothing.',
  values: enumValues(['start', 'revision', 'rerun']),
})

/** Why a mentee has no mentor. */
export const UnmatchedReasonEnum = builder.enumType('UnmatchedReason', {
  description: 'Why a mentee has no mentor.',
  values: described<UnmatchedReason>(unmatchedReasons),
})

export const MatchStepEnum = builder.enumType('MatchStepType', {
  description: 'What may happen to a draft.',
  values: enumValues(['make', 'submit', 'approve', 'send-back', 'publish']),
})

const HelpfulChangeKindEnum = builder.enumType('HelpfulChangeKind', {
  description: 'One change after which one more mentee of those who wait for the same mentors is matched.',
  values: enumValues<HelpfulChange['kind']>([
    ...(['train-mentee', 'activate-mentee', 'another-mentor', 'train-mentor', 'activate-mentor', 'add-place'] as const),
    ...(['list-candidate', 'choose-objective'] as const),
  ]),
})

/** Where a run stands: where its job does, and then its draft. */
export type RunStatus = 'waiting' | 'running' | 'failed' | 'cancelled' | MatchDraft['status']

/** How far a run is. */
export const MatchProgressType = builder.objectRef<JobState>('MatchProgress').implement({
  description: 'How far a run is on its way to a draft.',
  fields: (t) => ({
    status: t.expose('status', { type: JobStatusEnum }),
    done: t.exposeInt('done', { description: 'Hundredths done.' }),
    total: t.exposeInt('total'),
    message: t.exposeString('message'),
  }),
})

/** A pair, and whose it is. */
interface Ids extends Pair {
  readonly institutionId: string
}

/** The ids of a pair. */
export const MatchPairIds = builder.objectRef<Ids>('MatchPairIds').implement({
  description: 'The ids of a mentee and a mentor.',
  fields: (t) => ({
    mentee: t.id({ resolve: ({ institutionId, menteeId }) => globalIdOf('Person', institutionId, menteeId) }),
    mentor: t.id({ resolve: ({ institutionId, mentorId }) => globalIdOf('Person', institutionId, mentorId) }),
  }),
})

/** A rule of a policy. */
export const MatchRule = builder.objectRef<ScoreRule>('MatchRule').implement({
  description: 'A rule of a policy.',
  fields: (t) => ({
    id: t.string({ resolve: ({ id }) => id }),
    kind: t.string({ resolve: ({ kind }) => kind }),
    side: t.expose('side', { type: MatchSideEnum }),
    weight: t.exposeFloat('weight'),
  }),
})

/** A part of a score, as a pair and an explanation show it. */
export const MatchScorePart = builder.objectRef<ScorePart>('MatchScorePart').implement({
  description: 'One rule’s part in how well a pair fits. A mentee’s own wish in a protected characteristic is in none.',
  fields: (t) => ({
    ruleId: t.exposeString('ruleId'),
    side: t.expose('side', { type: MatchSideEnum }),
    fit: t.exposeFloat('score', { description: 'From 0 to 1.' }),
    weight: t.exposeFloat('weight'),
    missing: t.exposeBoolean('missing', {
      description: 'Whether an answer is missing, and the fit the neutral 0.5.',
    }),
  }),
})

/** A change that would help, as those without a mentor and an explanation show it. */
export const HelpfulChangeType = builder
  .objectRef<{ readonly change: HelpfulChange; readonly institutionId: string }>('HelpfulChange')
  .implement({
    description: 'What would help.',
    fields: (t) => ({
      kind: t.field({ type: HelpfulChangeKindEnum, resolve: ({ change }) => change.kind }),
      mentor: t.id({
        nullable: true,
        description: 'Whom it is about, where it is about a mentor.',
        resolve: ({ change, institutionId }) =>
          'mentorId' in change ? globalIdOf('Person', institutionId, change.mentorId) : null,
      }),
      objective: t.field({
        type: MatchObjectiveEnum,
        nullable: true,
        resolve: ({ change }) => ('objective' in change ? change.objective : null),
      }),
    }),
  })

/** How many a rule excludes. */
export const MatchExclusionCount = builder
  .objectRef<{ readonly code: ExclusionCode; readonly pairs: number }>('MatchExclusionCount')
  .implement({
    description: 'How many a rule excludes.',
    fields: (t) => ({
      code: t.expose('code', { type: ExclusionCodeEnum }),
      pairs: t.exposeInt('pairs'),
      sentence: t.string({ resolve: ({ code }) => exclusionCodes[code] }),
    }),
  })

/** A crowded set of a run. */
export const MatchCrowd = builder
  .objectRef<Run['crowded'][number] & { readonly institutionId: string }>('MatchCrowd')
  .implement({
    description: 'Mentees who may only have these mentors, and are more than their places.',
    fields: (t) => ({
      mentees: t.idList({
        resolve: ({ menteeIds, institutionId }) => menteeIds.map((id) => globalIdOf('Person', institutionId, id)),
      }),
      mentors: t.idList({
        resolve: ({ mentorIds, institutionId }) => mentorIds.map((id) => globalIdOf('Person', institutionId, id)),
      }),
      places: t.exposeInt('places'),
    }),
  })

const MentorLoad = builder
  .objectRef<Run['load']['byMentor'][number] & { readonly institutionId: string }>('MentorLoad')
  .implement({
    description: 'How many of a mentor’s places a run fills.',
    fields: (t) => ({
      mentor: t.id({ resolve: ({ mentorId, institutionId }) => globalIdOf('Person', institutionId, mentorId) }),
      places: t.exposeInt('places'),
      load: t.exposeInt('load'),
    }),
  })

/** How the load of a run is spread. */
export const MatchLoad = builder.objectRef<Run['load'] & { readonly institutionId: string }>('MatchLoad').implement({
  description: 'How the load is spread over mentors.',
  fields: (t) => ({
    places: t.exposeInt('places'),
    used: t.exposeInt('used'),
    idle: t.exposeInt('idle', { description: 'Mentors without any mentee.' }),
    full: t.exposeInt('full', { description: 'Mentors without a place left.' }),
    least: t.exposeInt('least'),
    most: t.exposeInt('most'),
    mean: t.exposeFloat('mean'),
    deviation: t.exposeFloat('deviation'),
    byMentor: t.field({
      type: [MentorLoad],
      complexity: { field: 1, multiplier: 100 },
      resolve: ({ byMentor, institutionId }) => byMentor.map((one) => ({ ...one, institutionId })),
    }),
  }),
})

/** The scores of a run together. */
export const MatchTotals = builder.objectRef<Run['totals']>('MatchTotals').implement({
  description: 'How well the pairs of a run fit, together.',
  fields: (t) => ({
    fit: t.exposeFloat('score', { description: 'The sum.' }),
    worst: t.float({ nullable: true, resolve: ({ worst }) => worst ?? null }),
    poor: t.exposeInt('poor', { description: 'Pairs below the bound of a poor fit.' }),
    missingAnswers: t.exposeInt('missingAnswers'),
  }),
})

/** Which rules exclude how many, in the order of the rules. */
export function exclusions(byCode: Run['excluded']['byCode']) {
  return (Object.keys(exclusionCodes) as ExclusionCode[]).flatMap((code) => {
    const pairs = byCode[code] ?? 0
    return pairs > 0 ? [{ code, pairs }] : []
  })
}

/** The values of an enum for codes that have a sentence each. */
function described<Code extends string>(sentences: Readonly<Record<Code, string>>) {
  const codes = Object.entries<string>(sentences) as [Code, string][]
  return Object.fromEntries(
    codes.map(([value, description]) => [value.toUpperCase().replaceAll('-', '_'), { value, description }]),
  ) as Record<string, { readonly value: Code; readonly description: string }>
}
