import { builder } from '../../../builder.ts'
import { viewerOf } from '../../../context.ts'
import { pageCost } from '../../../graphql/page.ts'
import { runsProgrammes } from '../../people/policy.ts'

builder.queryFields((t) => ({
  myCandidacies: t.drizzleConnection({
    type: 'candidacy',
    authScopes: { signedIn: true },
    complexity: pageCost,
    description: 'Your own ways to awards, latest first.',
    resolve: (query, _root, _args, context) => {
      const { institutionId, personId } = viewerOf(context)
      return context.db.query.candidacy.findMany(
        query({
          where: { institutionId, candidateId: personId ?? nobody },
          orderBy: { enrolledAt: 'desc', id: 'asc' },
        }),
      )
    },
  }),
  assessmentsToDo: t.drizzleConnection({
    type: 'candidacy',
    authScopes: { signedIn: true },
    complexity: pageCost,
    description:
      'The submissions that you are appointed to and that are being assessed or moderated, those that wait longest first.',
    resolve: (query, _root, _args, context) => {
      const { institutionId, personId } = viewerOf(context)
      return context.db.query.candidacy.findMany(
        query({
          where: {
            institutionId,
            status: { in: ['assessing', 'moderating'] },
            panel: { institutionId, personId: personId ?? nobody },
          },
          orderBy: { enrolledAt: 'asc', id: 'asc' },
        }),
      )
    },
  }),
  awardsInProgress: t.drizzleConnection({
    type: 'candidacy',
    authScopes: { anyOf: runsProgrammes },
    complexity: pageCost,
    description: 'Everybody who is on the way to an award, those first who began first: how far, and what comes next.',
    resolve: (query, _root, _args, context) =>
      context.db.query.candidacy.findMany(
        query({
          where: {
            institutionId: viewerOf(context).institutionId,
            status: { notIn: ['not-awarded', 'awarded', 'revoked', 'withdrawn'] },
          },
          orderBy: { enrolledAt: 'asc', id: 'asc' },
        }),
      ),
  }),
}))

const nobody = '00000000-0000-0000-0000-000000000000'
