import { type CareerStage, stageOn } from '@mentoring-commons/mentoring'
import { type DisclosedFigure, type DisclosurePolicy, disclose, notRecorded } from '@mentoring-commons/reporting'
import { builder } from '../../../builder.ts'
import { viewerOf } from '../../../context.ts'
import { topLevelError } from '../../../graphql/errors.ts'
import { SuppressionReasonEnum } from '../../people/disclosure/graphql.ts'
import { Person } from '../../people/graphql.ts'
import { policyOf } from '../../people/policy.ts'
import { mayReadCareer, seesTransitions } from './policy.ts'
import { transitionFigures } from './store.ts'

const Stage = builder.objectRef<CareerStage>('CareerStage').implement({
  description: 'A stage of a career, as the institution names it.',
  fields: (t) => ({ code: t.exposeString('code'), title: t.exposeString('title') }),
})

export const CareerStages = builder.drizzleObject('careerStageSet', {
  name: 'CareerStages',
  description:
    'The stages of a career that an institution tells apart. Their order says nothing: to take a new role is no step down.',
  fields: (t) => ({
    version: t.exposeInt('version', { description: 'Send it as expectedVersion with the next ones.' }),
    stages: t.field({
      type: [Stage],
      select: { columns: { stages: true } },
      resolve: ({ stages }) => [...stages],
    }),
  }),
})

export const CareerSpell = builder.drizzleObject('careerSpell', {
  name: 'CareerSpell',
  description: 'That somebody is at a stage from a day until their next one.',
  select: { columns: { institutionId: true, personId: true, fromDay: true } },
  authScopes: ({ personId }, context) => context.viewer !== null && mayReadCareer(context.viewer, personId),
  fields: (t) => ({
    from: t.expose('fromDay', { type: 'Day' }),
    stage: t.exposeString('stage', {
      nullable: true,
      description: 'Its code; null where it is not known from then on.',
    }),
  }),
})

/** The spells of a person, in order. */
const spells = {
  with: { careerSpells: { orderBy: { fromDay: 'asc' } } },
} as const

builder.drizzleObjectFields(Person, (t) => ({
  careerStages: t.field({
    type: [CareerSpell],
    nullable: true,
    description: 'The stages of their career, the first one first. For the person, and for coordinators.',
    authScopes: ({ id }, _args, context) => context.viewer !== null && mayReadCareer(context.viewer, id),
    select: spells,
    resolve: ({ careerSpells }) => careerSpells,
  }),
  careerStageOn: t.string({
    nullable: true,
    description:
      'The code of the stage that they were at on a day; null where it is not known. For the person, and for coordinators.',
    args: { on: t.arg({ type: 'Day', description: 'Today where it is left out.' }) },
    authScopes: ({ id }, _args, context) => context.viewer !== null && mayReadCareer(context.viewer, id),
    select: spells,
    resolve: ({ id, careerSpells }, { on }, context) => {
      const known = careerSpells.map(({ fromDay, stage }) => ({
        personId: id,
        from: fromDay,
        ...(stage === null ? {} : { stage }),
      }))
      return stageOn(id, known, on ?? context.now().slice(0, 10)) ?? null
    },
  }),
}))

const Transition = builder.objectRef<DisclosedFigure>('StageTransition').implement({
  description:
    'How many people were at one stage on the first day, and at one on the last. A suppressed number is neither missing nor zero.',
  fields: (t) => ({
    from: t.string({ nullable: true, description: 'Null where it is not known.', resolve: ({ by }) => known(by.from) }),
    to: t.string({ nullable: true, description: 'Null where it is not known.', resolve: ({ by }) => known(by.to) }),
    people: t.float({ nullable: true, resolve: (figure) => ('value' in figure ? figure.value : null) }),
    suppressed: t.field({
      type: SuppressionReasonEnum,
      nullable: true,
      resolve: (figure) => ('suppressed' in figure ? figure.suppressed : null),
    }),
  }),
})

interface Transitions {
  readonly policy: DisclosurePolicy
  readonly figures: readonly DisclosedFigure[]
}

const StageTransitions = builder.objectRef<Transitions>('StageTransitions').implement({
  description:
    'How people went from stage to stage between two days, whoever was where in between, under the disclosure policy of your role.',
  fields: (t) => ({
    policy: t.string({ resolve: ({ policy }) => policy.name }),
    policyDescription: t.string({ resolve: ({ policy }) => policy.description }),
    whole: t.field({
      type: Transition,
      description: 'Everybody whose career is recorded.',
      resolve: ({ figures }) => wholeOf(figures),
    }),
    transitions: t.field({
      type: [Transition],
      description:
        'By the stages on the two days. A combination that would show as 0 is left out, like one that nobody has.',
      resolve: ({ figures }) =>
        figures.filter((one) => Object.keys(one.by).length > 0 && !('value' in one && one.value === 0)),
    }),
  }),
})

builder.queryFields((t) => ({
  careerStages: t.drizzleField({
    type: CareerStages,
    nullable: true,
    authScopes: { signedIn: true },
    description: 'The stages that your institution tells apart now; null where nobody has said.',
    resolve: (query, _root, _args, context) =>
      context.db.query.careerStageSet.findFirst(
        query({ where: { institutionId: viewerOf(context).institutionId }, orderBy: { version: 'desc' } }),
      ),
  }),
  stageTransitions: t.field({
    type: StageTransitions,
    authScopes: { anyOf: seesTransitions },
    complexity: 100,
    description: 'How people went from stage to stage between two days.',
    args: { from: t.arg({ type: 'Day', required: true }), to: t.arg({ type: 'Day', required: true }) },
    resolve: async (_root, { from, to }, context) => {
      if (to < from) throw topLevelError('BAD_USER_INPUT', `to: ${to} is before ${from}; name the earlier day first`)
      const { institutionId, roles } = viewerOf(context)
      const days = { first: from, last: to }
      const measured = await context.transact('read', (tx) => transitionFigures(tx, institutionId, days))
      const policy = policyOf(roles)
      return { policy, figures: disclose(measured, policy) }
    },
  }),
}))

function wholeOf(figures: readonly DisclosedFigure[]): DisclosedFigure {
  const whole = figures.find(({ by }) => Object.keys(by).length === 0)
  if (whole === undefined) throw new TypeError('figures were measured without a whole')
  return whole
}

function known(stage: string | undefined): string | null {
  return stage === undefined || stage === notRecorded ? null : stage
}
