import { type Phase, type PhaseModel, type PhaseView, phaseModels, phaseView } from '@mentoring-commons/mentoring'
import { builder } from '../../../builder.ts'
import { enumValues } from '../../../graphql/enum-values.ts'
import { topLevelError } from '../../../graphql/errors.ts'
import { globalIdOf } from '../../../graphql/global-id.ts'
import { ownId, ownRow } from '../../../own.ts'
import { present, Refused } from '../../../refused.ts'
import { ParticipantRoleEnum, Relationship } from '../graphql.ts'
import { assessPhase } from './commands.ts'
import { maySeePhases } from './policy.ts'
import { assessmentOf } from './store.ts'

const stands: Readonly<Record<PhaseView['stand'], true>> = {
  'nobody-said': true,
  'one-party': true,
  agree: true,
  differ: true,
}
const PhaseStandEnum = builder.enumType('PhaseStand', {
  description:
    'How the views of the parties stand to each other. DIFFER is nothing wrong: it is something to talk about.',
  values: enumValues(Object.keys(stands) as PhaseView['stand'][]),
})

const PhaseType = builder.objectRef<Phase>('Phase').implement({
  description: 'A phase of a model.',
  fields: (t) => ({ code: t.exposeString('code'), title: t.exposeString('title') }),
})

const Model = builder.objectRef<PhaseModel>('PhaseModel').implement({
  description: 'A published model of the phases of a relationship. Its order is the usual one, and never a duty.',
  fields: (t) => ({
    key: t.exposeString('key'),
    title: t.exposeString('title'),
    phases: t.field({ type: [PhaseType], resolve: ({ phases }) => [...phases] }),
    source: t.exposeString('source'),
    certainty: t.exposeString('certainty', {
      description: '2+ where two sources or more say so, 1 where one page does, M where it is remembered.',
    }),
  }),
})

const Assessment = builder.drizzleObject('phaseAssessment', {
  name: 'PhaseAssessment',
  description:
    'In which phase one of the people finds their relationship: a judgement of the relationship, and of nobody.',
  select: {
    columns: { institutionId: true, personId: true, model: true, phase: true },
    with: { relationship: { columns: {}, with: { participants: { columns: { personId: true } } } } },
  },
  authScopes: ({ relationship }, context) =>
    context.viewer !== null &&
    maySeePhases(
      context.viewer,
      relationship.participants.map(({ personId }) => personId),
    ),
  fields: (t) => ({
    personId: t.id({ resolve: ({ institutionId, personId }) => globalIdOf('Person', institutionId, personId) }),
    role: t.expose('role', { type: ParticipantRoleEnum }),
    model: t.exposeString('model'),
    phase: t.field({ type: PhaseType, resolve: ({ model, phase }) => phaseOf(model, phase) }),
    on: t.expose('assessedOn', { type: 'Day' }),
  }),
})

interface Seen {
  readonly view: PhaseView
  readonly model: string
  readonly institutionId: string
}
interface SeenBy {
  readonly assessed: PhaseView['latest'][number]
  readonly institutionId: string
}

const Latest = builder.objectRef<SeenBy>('LatestPhaseAssessment').implement({
  description: 'What one of the people said last, in a role.',
  fields: (t) => ({
    personId: t.id({
      resolve: ({ institutionId, assessed }) => globalIdOf('Person', institutionId, assessed.personId),
    }),
    role: t.field({ type: ParticipantRoleEnum, resolve: ({ assessed }) => assessed.role }),
    phase: t.field({ type: PhaseType, resolve: ({ assessed }) => phaseOf(assessed.model, assessed.phase) }),
    on: t.field({ type: 'Day', resolve: ({ assessed }) => assessed.on }),
  }),
})

const View = builder.objectRef<Seen>('PhaseView').implement({
  description: 'How the people see the phase of their relationship on a day, in one model.',
  fields: (t) => ({
    stand: t.field({ type: PhaseStandEnum, resolve: ({ view }) => view.stand }),
    phase: t.field({
      type: PhaseType,
      nullable: true,
      description: 'The phase that all who said something find it in; null where they differ.',
      resolve: ({ view, model }) => (view.phase === undefined ? null : phaseOf(model, view.phase)),
    }),
    latest: t.field({
      type: [Latest],
      resolve: ({ view, institutionId }) => view.latest.map((assessed) => ({ assessed, institutionId })),
    }),
  }),
})

builder.drizzleObjectFields(Relationship, (t) => ({
  phaseView: t.field({
    type: View,
    nullable: true,
    authScopes: ({ participants }, _args, context) =>
      context.viewer !== null &&
      maySeePhases(
        context.viewer,
        participants.map(({ personId }) => personId),
      ),
    description: 'How its people see its phase on a day, in one model: for them, and for nobody else.',
    args: {
      model: t.arg.string({ required: true, description: 'The key of one of the query phaseModels.' }),
      on: t.arg({ type: 'Day', description: 'Today where it is left out.' }),
    },
    select: { with: { phaseAssessments: { orderBy: { assessedOn: 'asc', recordedAt: 'asc', id: 'asc' } } } },
    resolve: ({ institutionId, phaseAssessments }, { model, on }, context) => {
      if (!phaseModels.some(({ key }) => key === model))
        throw topLevelError(
          'BAD_USER_INPUT',
          `"${model}" is no model of phases: use one of ${phaseModels.map(({ key }) => key).join(', ')}`,
        )
      const view = phaseView(phaseAssessments.map(assessmentOf), model, on ?? context.now().slice(0, 10))
      return { view, model, institutionId }
    },
  }),
}))

builder.queryField('phaseModels', (t) =>
  t.field({
    type: [Model],
    authScopes: { signedIn: true },
    description: 'The models of phases that ship. No phase is ever late.',
    resolve: () => [...phaseModels],
  }),
)

builder.mutationField('assessPhase', (t) =>
  t.drizzleField({
    type: Assessment,
    errors: { types: [Refused] },
    authScopes: { anyOf: ['participant'] },
    description: 'Says in which phase you find your relationship. It may go back as well as on, and changes no status.',
    args: {
      relationship: t.arg.globalID({ for: Relationship, required: true }),
      role: t.arg({ type: ParticipantRoleEnum, required: true, description: 'The role in which you judge.' }),
      model: t.arg.string({ required: true }),
      phase: t.arg.string({ required: true }),
      on: t.arg({ type: 'Day', required: true }),
      idempotencyKey: t.arg.string({
        description:
          'Send the same key again after a lost answer: the effect happens once, and the answer is the first one.',
      }),
    },
    resolve: async (query, _root, { relationship, ...args }, context) => {
      const id = await assessPhase(context, { ...args, relationshipId: ownId(context, relationship, 'relationship') })
      return present(await context.db.query.phaseAssessment.findFirst(query({ where: ownRow(context, id) })))
    },
  }),
)

/** A phase by its code; one that the model no longer has is shown by its code. */
function phaseOf(model: string, code: string): Phase {
  const phases = phaseModels.find(({ key }) => key === model)?.phases ?? []
  return phases.find((one) => one.code === code) ?? { code, title: code }
}
