import { type MatchPair, protectedCharacteristics, type ScoreRule } from '@mentoring-commons/mentoring'
import { builder } from '../../../builder.ts'
import type { Context } from '../../../context.ts'
import { enumValues } from '../../../graphql/enum-values.ts'
import { ownId, ownRow } from '../../../own.ts'
import { present, Refused } from '../../../refused.ts'
import { Person } from '../../people/graphql.ts'
import { Cohort, Programme } from '../graphql.ts'
import { MatchObjectiveEnum, MatchRuleKindEnum, MatchSideEnum } from '../match-shape/graphql.ts'
import { cancelMatchRun, rerunAfterDeclines, reviseMatchRun, startMatchRun } from './commands.ts'
import { MatchRun } from './graphql.ts'
import { matchesPeople } from './policy.ts'
import type { MatchSettings } from './table.ts'

const errors = { types: [Refused] }
const locked = { errors, authScopes: { anyOf: matchesPeople } }

const ProtectedCharacteristicEnum = builder.enumType('ProtectedCharacteristic', {
  description: 'What no rule may ask about.',
  values: enumValues(protectedCharacteristics),
})

const MatchRuleInput = builder.inputType('MatchRuleInput', {
  description: 'A rule that scores how one side sees the other, from 0 to 1. For both sides, write two.',
  fields: (t) => ({
    id: t.string({ required: true }),
    kind: t.field({ type: MatchRuleKindEnum, required: true }),
    side: t.field({ type: MatchSideEnum, required: true }),
    weight: t.float({ required: true, description: 'How much it counts beside the other rules of that side; from 0.' }),
    menteeQuestion: t.string({
      required: true,
      description: 'The key of a question of the application, `@unit` or `@career-stage`.',
    }),
    mentorQuestion: t.string({ required: true, description: 'The same, of mentors.' }),
    ideal: t.float({ description: 'Of NEAR: how much above the mentee’s number the mentor’s is best.' }),
    width: t.float({ description: 'Of NEAR: how far from the best the score falls to 0.' }),
  }),
})

const MatchPolicyInput = builder.inputType('MatchPolicyInput', {
  description: 'How a programme matches.',
  fields: (t) => ({
    version: t.string({ required: true, description: 'Which edition of the policy this is.' }),
    objective: t.field({ type: MatchObjectiveEnum, required: true }),
    rules: t.field({ type: [MatchRuleInput], required: true }),
    menteeShare: t.float({ required: true, description: 'How much the mentee’s view counts, from 0 to 1.' }),
    wishWeight: t.float({ description: 'How much a mentee’s own wishes count beside the mentee’s rules.' }),
    poorBelow: t.float({ description: 'Below this score a pair is poor; 0.4 where it is left out.' }),
    rankedOnly: t.boolean({
      description:
        'Of STABLE: whether only people are brought together who rank each other. Else those whom somebody does not rank come after those whom they do, by score.',
    }),
  }),
})

const MatchWishInput = builder.inputType('MatchWishInput', {
  description:
    'Where mentees say what they would like of a mentor in a protected characteristic, and mentors by what they let themselves be found. It moves a score, excludes nobody, and is in no explanation.',
  fields: (t) => ({
    about: t.field({ type: ProtectedCharacteristicEnum, required: true }),
    menteeQuestion: t.string({ required: true }),
    mentorQuestion: t.string({ required: true }),
  }),
})

const MatchPairInput = builder.inputType('MatchPairInput', {
  fields: (t) => ({
    mentee: t.globalID({ for: Person, required: true }),
    mentor: t.globalID({ for: Person, required: true }),
  }),
})

const MatchAssessmentInput = builder.inputType('MatchAssessmentInput', {
  description: 'That somebody assesses or selects somebody for an award.',
  fields: (t) => ({
    assessor: t.globalID({ for: Person, required: true }),
    assessed: t.globalID({ for: Person, required: true }),
  }),
})

const MatchRunInput = builder.inputType('MatchRunInput', {
  description: 'What a run is asked to do.',
  fields: (t) => ({
    policy: t.field({ type: MatchPolicyInput, required: true }),
    seed: t.string({ required: true, description: 'Decides between runs that are equally good; any text.' }),
    wishes: t.field({ type: [MatchWishInput] }),
    pins: t.field({ type: [MatchPairInput], description: 'Pairs that stand before anybody else is matched.' }),
    blocked: t.field({ type: [MatchPairInput], description: 'Pairs that shall not be made.' }),
    assessments: t.field({ type: [MatchAssessmentInput] }),
    briefedMentees: t.boolean({
      description: 'Whether only mentees are matched of whom a briefing for this programme is recorded.',
    }),
  }),
})

const runArg = 'The run that it is about.'

builder.mutationFields((t) => ({
  startMatchRun: t.drizzleField({
    ...locked,
    type: MatchRun,
    description:
      'Matches everybody who waits, as a job. Watch it with matchRunProgress. The same people, policy and seed give the same run.',
    args: {
      programme: t.arg.globalID({ for: Programme, required: true }),
      cohort: t.arg.globalID({
        for: Cohort,
        description: 'Only applications to this cohort, and to none in particular.',
      }),
      input: t.arg({ type: MatchRunInput, required: true }),
      idempotencyKey: t.arg.string(),
    },
    resolve: async (query, _root, { programme, cohort, input, idempotencyKey }, context) => {
      const id = await startMatchRun(context, {
        programmeId: ownId(context, programme, 'programme'),
        ...(cohort ? { cohortId: ownId(context, cohort, 'cohort') } : {}),
        settings: settingsOf(context, input),
        idempotencyKey,
      })
      return present(await context.db.query.matchRun.findFirst(query({ where: ownRow(context, id) })))
    },
  }),
  cancelMatchRun: t.drizzleField({
    ...locked,
    type: MatchRun,
    description: 'Ends a run that waits or is being made.',
    args: {
      run: t.arg.globalID({ for: MatchRun, required: true, description: runArg }),
      idempotencyKey: t.arg.string(),
    },
    resolve: async (query, _root, { run, idempotencyKey }, context) => {
      const id = await cancelMatchRun(context, { runId: ownId(context, run, 'run'), idempotencyKey })
      return present(await context.db.query.matchRun.findFirst(query({ where: ownRow(context, id) })))
    },
  }),
  reviseMatchRun: t.drizzleField({
    ...locked,
    type: MatchRun,
    description: 'Matches again as a draft was asked for, with pairs pinned or dropped: a new run. The draft stays.',
    args: {
      run: t.arg.globalID({ for: MatchRun, required: true, description: runArg }),
      pin: t.arg({ type: [MatchPairInput] }),
      drop: t.arg({ type: [MatchPairInput] }),
      idempotencyKey: t.arg.string(),
    },
    resolve: async (query, _root, { run, pin, drop, idempotencyKey }, context) => {
      const id = await reviseMatchRun(context, {
        runId: ownId(context, run, 'run'),
        pin: pairsIn(context, pin, 'pin'),
        drop: pairsIn(context, drop, 'drop'),
        idempotencyKey,
      })
      return present(await context.db.query.matchRun.findFirst(query({ where: ownRow(context, id) })))
    },
  }),
  rerunAfterDeclines: t.drizzleField({
    ...locked,
    type: MatchRun,
    description:
      'Matches those of a published run again who have nobody, over places that are free: a new run. Who said no is not asked about the same person again.',
    args: {
      run: t.arg.globalID({ for: MatchRun, required: true, description: runArg }),
      idempotencyKey: t.arg.string(),
    },
    resolve: async (query, _root, { run, idempotencyKey }, context) => {
      const id = await rerunAfterDeclines(context, { runId: ownId(context, run, 'run'), idempotencyKey })
      return present(await context.db.query.matchRun.findFirst(query({ where: ownRow(context, id) })))
    },
  }),
}))

function settingsOf(context: Context, input: typeof MatchRunInput.$inferInput): MatchSettings {
  const { version, objective, rules, menteeShare, wishWeight, poorBelow, rankedOnly } = input.policy
  return {
    policy: {
      ...{ version, objective, menteeShare },
      rules: rules.map(ruleOf),
      ...(typeof wishWeight === 'number' ? { wishWeight } : {}),
      ...(typeof poorBelow === 'number' ? { poorBelow } : {}),
      ...(rankedOnly ? { unranked: 'never' as const } : {}),
    },
    seed: input.seed,
    wishes: input.wishes ?? [],
    pins: pairsIn(context, input.pins, 'input.pins'),
    blocked: pairsIn(context, input.blocked, 'input.blocked'),
    assessments: (input.assessments ?? []).map(({ assessor, assessed }) => ({
      assessorId: ownId(context, assessor, 'input.assessments'),
      assessedId: ownId(context, assessed, 'input.assessments'),
    })),
    briefedMentees: input.briefedMentees ?? false,
  }
}

function ruleOf({ kind, ideal, width, ...rule }: typeof MatchRuleInput.$inferInput): ScoreRule {
  // What is missing of a rule is refused by the package, with what to do.
  return kind === 'near' ? { ...rule, kind, ideal: ideal ?? Number.NaN, width: width ?? Number.NaN } : { ...rule, kind }
}

function pairsIn(
  context: Context,
  pairs: readonly (typeof MatchPairInput.$inferInput)[] | null | undefined,
  path: string,
): readonly MatchPair[] {
  return (pairs ?? []).map(({ mentee, mentor }) => ({
    menteeId: ownId(context, mentee, path),
    mentorId: ownId(context, mentor, path),
  }))
}
