import { builder } from '../../../builder.ts'
import { viewerOf } from '../../../context.ts'
import { pageCost } from '../../../graphql/page.ts'
import { runsProgrammes } from '../../people/policy.ts'

builder.queryFields((t) => ({
  myInquiries: t.drizzleConnection({
    type: 'inquiry',
    authScopes: { signedIn: true },
    complexity: pageCost,
    description: 'The inquiries that you are an author or a critical friend of, latest first.',
    resolve: (query, _root, _args, context) => {
      const { institutionId, personId } = viewerOf(context)
      const mine = { members: { institutionId, personId: personId ?? '00000000-0000-0000-0000-000000000000' } }
      return context.db.query.inquiry.findMany(
        query({ where: { institutionId, ...mine }, orderBy: { begunAt: 'desc', id: 'asc' } }),
      )
    },
  }),
  inquiries: t.drizzleConnection({
    type: 'inquiry',
    authScopes: { anyOf: runsProgrammes },
    complexity: pageCost,
    description:
      'The inquiries of your institution, latest first: whose they are and how far, not what they ask and find.',
    resolve: (query, _root, _args, context) =>
      context.db.query.inquiry.findMany(
        query({
          where: { institutionId: viewerOf(context).institutionId },
          orderBy: { begunAt: 'desc', id: 'asc' },
        }),
      ),
  }),
}))
