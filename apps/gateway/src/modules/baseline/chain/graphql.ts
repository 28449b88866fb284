import { builder } from '../../../builder.ts'
import { viewerOf } from '../../../context.ts'
import { pageCost } from '../../../graphql/page.ts'
import { Community } from '../../community/graphql.ts'
import { Programme } from '../../mentoring/graphql.ts'
import { Survey } from '../../survey/graphql.ts'
import { BaselineAction, BaselineProject, OutcomeKindEnum } from '../graphql.ts'
import { readsBaselines } from '../policy.ts'

builder.queryFields((t) => ({
  baselineProjects: t.drizzleConnection({
    type: 'baselineProject',
    authScopes: { anyOf: readsBaselines },
    complexity: pageCost,
    description: 'The baseline projects of your institution, the first one first.',
    resolve: (query, _root, _args, context) =>
      context.db.query.baselineProject.findMany(
        query({
          where: { institutionId: viewerOf(context).institutionId },
          orderBy: { beganOn: 'asc', id: 'asc' },
        }),
      ),
  }),
  baselineActions: t.drizzleConnection({
    type: 'baselineAction',
    authScopes: { anyOf: readsBaselines },
    complexity: pageCost,
    description: 'What was done on recommendations: all of it, or what led to things of one kind, or of one key.',
    args: { kind: t.arg({ type: OutcomeKindEnum }), key: t.arg.string() },
    resolve: (query, _root, { kind, key }, context) =>
      context.db.query.baselineAction.findMany(
        query({
          where: {
            institutionId: viewerOf(context).institutionId,
            ...(kind ? { outcomeKind: kind } : {}),
            ...(key ? { outcomeKey: key } : {}),
          },
          orderBy: { takenOn: 'asc', id: 'asc' },
        }),
      ),
  }),
  myBaselineRecommendations: t.drizzleConnection({
    type: 'baselineRecommendation',
    authScopes: { signedIn: true },
    complexity: pageCost,
    description: 'The recommendations that you answer for.',
    resolve: (query, _root, _args, context) => {
      const { institutionId, personId } = viewerOf(context)
      return context.db.query.baselineRecommendation.findMany(
        query({
          where: { institutionId, ownerId: personId ?? nobody },
          orderBy: { proposedOn: 'asc', id: 'asc' },
        }),
      )
    },
  }),
}))

const nobody = '00000000-0000-0000-0000-000000000000'

const led = 'The actions on recommendations that led to it: the way back to what was found.'

builder.drizzleObjectField(Programme, 'ledToBy', (t) =>
  t.relation('baselineActions', {
    type: BaselineAction,
    authScopes: { anyOf: readsBaselines },
    description: led,
    query: { orderBy: { takenOn: 'asc', id: 'asc' } },
  }),
)

builder.drizzleObjectField(Community, 'ledToBy', (t) =>
  t.relation('baselineActions', {
    type: BaselineAction,
    authScopes: { anyOf: readsBaselines },
    description: led,
    query: { orderBy: { takenOn: 'asc', id: 'asc' } },
  }),
)

builder.drizzleObjectField(Survey, 'baselineProjects', (t) =>
  t.relation('baselineProjects', {
    type: BaselineProject,
    authScopes: { anyOf: readsBaselines },
    description: 'The projects that rest on this wave.',
    query: { orderBy: { beganOn: 'asc', id: 'asc' } },
  }),
)
