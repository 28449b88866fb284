import {
  type Eligibility,
  type EligibilityRule,
  eligibleMentor,
  type ParticipantRole,
  type SupervisionFunction,
  supervisionFunctions,
  type UnmetRule,
  unmetReasons,
} from '@mentoring-commons/mentoring'
import { builder } from '../../../builder.ts'
import { viewerOf } from '../../../context.ts'
import { enumValues } from '../../../graphql/enum-values.ts'
import { globalIdOf } from '../../../graphql/global-id.ts'
import { pageCost } from '../../../graphql/page.ts'
import { Person } from '../../people/graphql.ts'
import { seesProgrammes } from '../../people/policy.ts'
import { ParticipantRoleEnum, Programme } from '../graphql.ts'
import { mayReadMentors, mayReadPreparation, mayReadSupervision } from './policy.ts'
import { recordsOf, rulesOf } from './store.ts'

export const SupervisionFunctionEnum = builder.enumType('SupervisionFunction', {
  description: 'What a supervision session did for the mentors.',
  values: enumValues<SupervisionFunction>(supervisionFunctions),
})
export const SupervisionModeEnum = builder.enumType('SupervisionMode', {
  description: 'INDIVIDUAL with one mentor, GROUP with two or more.',
  values: enumValues(['individual', 'group']),
})
const UnmetReasonEnum = builder.enumType('UnmetReason', {
  description: 'Why a rule is not met.',
  values: enumValues<(typeof unmetReasons)[number]>(unmetReasons),
})
const asks: Readonly<Record<EligibilityRule['asks'], true>> = { training: true, briefing: true, supervision: true }
const RuleKindEnum = builder.enumType('EligibilityRuleKind', {
  description: 'What a rule asks for.',
  values: enumValues<EligibilityRule['asks']>(Object.keys(asks) as EligibilityRule['asks'][]),
})

export const Training = builder.drizzleObject('trainingRecord', {
  name: 'Training',
  description: 'That somebody completed a training.',
  select: { columns: { institutionId: true, personId: true } },
  authScopes: ({ personId }, context) => context.viewer !== null && mayReadPreparation(context.viewer, personId),
  fields: (t) => ({
    training: t.exposeString('training', {
      description: 'A code of the list of trainings that the institution keeps.',
    }),
    completedOn: t.expose('completedOn', { type: 'Day' }),
    validUntil: t.expose('validUntil', {
      type: 'Day',
      nullable: true,
      description: 'The last day on which it counts; null: for ever.',
    }),
  }),
})

export const Briefing = builder.drizzleObject('briefingRecord', {
  name: 'Briefing',
  description: 'That somebody was briefed for a role in a programme.',
  select: { columns: { institutionId: true, personId: true } },
  authScopes: ({ personId }, context) => context.viewer !== null && mayReadPreparation(context.viewer, personId),
  fields: (t) => ({
    programme: t.relation('programme', { type: Programme }),
    role: t.expose('role', { type: ParticipantRoleEnum }),
    completedOn: t.expose('completedOn', { type: 'Day' }),
  }),
})

export const Supervision = builder.drizzleNode('supervisionSession', {
  name: 'SupervisionSession',
  description:
    'That mentors brought their practice to a supervisor. It names no mentee, and holds nothing of what was said.',
  id: { column: (t) => [t.institutionId, t.id] },
  select: {
    columns: { institutionId: true, id: true, supervisorId: true },
    with: { mentors: { columns: { personId: true }, orderBy: { personId: 'asc' } } },
  },
  authScopes: ({ supervisorId, mentors }, context) =>
    context.viewer !== null &&
    mayReadSupervision(context.viewer, [supervisorId, ...mentors.map(({ personId }) => personId)]),
  fields: (t) => ({
    supervisorId: t.id({
      resolve: ({ institutionId, supervisorId }) => globalIdOf('Person', institutionId, supervisorId),
    }),
    mentorIds: t.idList({
      nullable: true,
      description: 'For coordinators and the supervisor. Null for the mentors, who see that they were there.',
      resolve: ({ institutionId, supervisorId, mentors }, _args, context) =>
        mayReadMentors(viewerOf(context), supervisorId)
          ? mentors.map(({ personId }) => globalIdOf('Person', institutionId, personId))
          : null,
    }),
    heldOn: t.expose('heldOn', { type: 'Day' }),
    durationMinutes: t.exposeInt('durationMinutes'),
    mode: t.expose('mode', { type: SupervisionModeEnum }),
    functions: t.field({
      type: [SupervisionFunctionEnum],
      select: { columns: { functions: true } },
      resolve: ({ functions }) => functions,
    }),
  }),
})

const Rule = builder.objectRef<EligibilityRule>('EligibilityRule').implement({
  description: 'One thing that a programme asks of its mentors. What a rule does not ask for is null.',
  fields: (t) => ({
    asks: t.expose('asks', { type: RuleKindEnum }),
    training: t.string({ nullable: true, resolve: (rule) => (rule.asks === 'training' ? rule.training : null) }),
    role: t.field({
      type: ParticipantRoleEnum,
      nullable: true,
      resolve: (rule): ParticipantRole | null => (rule.asks === 'briefing' ? rule.role : null),
    }),
    minutes: t.int({ nullable: true, resolve: (rule) => (rule.asks === 'supervision' ? rule.minutes : null) }),
    withinDays: t.int({
      nullable: true,
      description: 'How many days it reaches back; null: for ever.',
      resolve: ({ withinDays }) => withinDays ?? null,
    }),
  }),
})

const Unmet = builder.objectRef<UnmetRule>('UnmetRule').implement({
  description: 'A rule that somebody does not meet, why, and what to do next.',
  fields: (t) => ({
    rule: t.expose('rule', { type: Rule }),
    reason: t.expose('reason', { type: UnmetReasonEnum }),
    next: t.exposeString('next'),
  }),
})

const EligibilityType = builder.objectRef<Eligibility & { readonly version: number }>('MentorEligibility').implement({
  description: 'Whether somebody meets what a programme asks of its mentors, and what is missing.',
  fields: (t) => ({
    eligible: t.exposeBoolean('eligible'),
    unmet: t.field({ type: [Unmet], resolve: ({ unmet }) => [...unmet] }),
    rulesVersion: t.exposeInt('version', {
      description: 'The version of the rules; 0 where the programme asks nothing.',
    }),
  }),
})

/** The latest version of what a programme asks. */
const latest = { with: { eligibilityRules: { orderBy: { version: 'desc' }, limit: 1 } } } as const

builder.drizzleObjectFields(Programme, (t) => ({
  eligibilityRules: t.field({
    type: [Rule],
    description: 'What the programme asks of its mentors.',
    select: latest,
    resolve: ({ eligibilityRules }) => [...(eligibilityRules[0]?.rules ?? [])],
  }),
  eligibilityVersion: t.int({
    description: 'The version of these rules, 0 where there are none. Send it as expectedVersion with the next ones.',
    select: latest,
    resolve: ({ eligibilityRules }) => eligibilityRules[0]?.version ?? 0,
  }),
}))

const forSelf = 'For the person, and for coordinators.'

builder.drizzleObjectFields(Person, (t) => ({
  trainings: t.relatedConnection('trainings', {
    complexity: pageCost,
    nullable: true,
    description: `The trainings that they completed. ${forSelf}`,
    authScopes: (row, _args, context) => context.viewer !== null && mayReadPreparation(context.viewer, personIn(row)),
    query: { orderBy: { completedOn: 'asc', training: 'asc' } },
  }),
  briefings: t.relatedConnection('briefings', {
    complexity: pageCost,
    nullable: true,
    description: `What they were briefed for. ${forSelf}`,
    authScopes: (row, _args, context) => context.viewer !== null && mayReadPreparation(context.viewer, personIn(row)),
    query: { orderBy: { completedOn: 'asc', programmeId: 'asc', role: 'asc' } },
  }),
  supervisions: t.relatedConnection('supervisions', {
    complexity: pageCost,
    nullable: true,
    description: `The supervision sessions that they brought their practice to. ${forSelf}`,
    authScopes: (row, _args, context) => context.viewer !== null && mayReadPreparation(context.viewer, personIn(row)),
    query: { orderBy: { heldOn: 'asc', id: 'asc' } },
  }),
}))

builder.queryField('mentorEligibility', (t) =>
  t.field({
    type: EligibilityType,
    nullable: true,
    complexity: 20,
    authScopes: (_root, { person }, context) =>
      context.viewer !== null &&
      person.id.institutionId === context.viewer.institutionId &&
      mayReadPreparation(context.viewer, person.id.id ?? ''),
    description: `Whether somebody meets what a programme asks of its mentors, and what to do where not. ${forSelf} Null where an id names nothing here.`,
    args: {
      person: t.arg.globalID({ for: Person, required: true }),
      programme: t.arg.globalID({ for: Programme, required: true }),
      on: t.arg({ type: 'Day', description: 'Today where it is left out.' }),
    },
    resolve: async (_root, { person, programme, on }, context) => {
      const { institutionId, roles } = viewerOf(context)
      if (programme.id.institutionId !== institutionId || !seesProgrammes.some((role) => roles.has(role))) return null
      const { id: personId = '' } = person.id
      const { id: programmeId = '' } = programme.id
      const known = await context.db.query.person.findFirst({
        where: { institutionId, id: personId },
        columns: { id: true },
      })
      const asking = await context.db.query.programme.findFirst({
        where: { institutionId, id: programmeId },
        columns: { id: true },
      })
      if (known === undefined || asking === undefined) return null
      return context.transact('read', async (tx) => {
        const { version, rules } = await rulesOf(tx, institutionId, programmeId)
        const records = await recordsOf(tx, institutionId, personId)
        return { version, ...eligibleMentor(personId, records, rules, on ?? context.now().slice(0, 10)) }
      })
    },
  }),
)

/** The plugin types the parent of a connection as the row of the page; it is the person. */
function personIn(row: unknown): string {
  return (row as { readonly id: string }).id
}
