import { builder } from '../../../builder.ts'
import { type Context, viewerOf } from '../../../context.ts'
import { pageCost } from '../../../graphql/page.ts'
import { runsProgrammes } from '../../people/policy.ts'
import { Survey } from '../graphql.ts'
import { mayReadInvitation } from '../policy.ts'

const nobody = '00000000-0000-0000-0000-000000000000'

export const SurveyInvitation = builder.drizzleNode('surveyInvitation', {
  name: 'SurveyInvitation',
  description: 'That somebody is asked to answer a wave. Whether they did, only they can tell.',
  id: { column: (t) => [t.institutionId, t.id] },
  select: { columns: { institutionId: true, id: true, personId: true } },
  authScopes: ({ personId }, context) => context.viewer !== null && mayReadInvitation(context.viewer, personId),
  fields: (t) => ({
    survey: t.relation('survey'),
    person: t.relation('person'),
    invitedAt: t.expose('invitedAt', { type: 'Instant' }),
    expiresOn: t.expose('expiresOn', { type: 'Day', description: 'The last day on which the personal link opens.' }),
  }),
})

builder.drizzleObjectField(Survey, 'invitations', (t) =>
  t.relatedConnection('invitations', {
    type: SurveyInvitation,
    authScopes: { anyOf: runsProgrammes },
    complexity: pageCost,
    description: 'Who is invited, for whoever runs programmes. Remind everybody: who answered is told to nobody.',
    query: { orderBy: { id: 'asc' } },
  }),
)

builder.queryFields((t) => ({
  mySurveyInvitations: t.drizzleConnection({
    type: 'surveyInvitation',
    authScopes: { signedIn: true },
    complexity: pageCost,
    description: 'The waves that you are invited to answer, latest first.',
    resolve: (query, _root, _args, context: Context) => {
      const { institutionId, personId } = viewerOf(context)
      return context.db.query.surveyInvitation.findMany(
        query({ where: { institutionId, personId: personId ?? nobody }, orderBy: { invitedAt: 'desc', id: 'desc' } }),
      )
    },
  }),
}))
