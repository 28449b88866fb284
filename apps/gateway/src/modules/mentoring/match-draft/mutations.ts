import { builder } from '../../../builder.ts'
import { enumValues } from '../../../graphql/enum-values.ts'
import { ownId, ownRow } from '../../../own.ts'
import { present, Refused } from '../../../refused.ts'
import { MatchRun } from '../matching/graphql.ts'
import { matchesPeople } from '../matching/policy.ts'
import { publishMatchRun, reviewMatchRun } from './commands.ts'

const locked = { errors: { types: [Refused] }, authScopes: { anyOf: matchesPeople } }

const MatchReviewEnum = builder.enumType('MatchReviewStep', {
  description: 'What a review does with a draft. Whoever asked for a run does not approve it.',
  values: enumValues(['submit', 'approve', 'send-back']),
})

builder.mutationFields((t) => ({
  reviewMatchRun: t.drizzleField({
    ...locked,
    type: MatchRun,
    description: 'Submits a draft for review, approves it, or sends it back.',
    args: {
      run: t.arg.globalID({ for: MatchRun, required: true }),
      step: t.arg({ type: MatchReviewEnum, required: true }),
      expectedVersion: t.arg.int({ required: true, description: 'The version that you decided on.' }),
      idempotencyKey: t.arg.string(),
    },
    resolve: async (query, _root, { run, ...args }, context) => {
      const id = await reviewMatchRun(context, { ...args, runId: ownId(context, run, 'run') })
      return present(await context.db.query.matchRun.findFirst(query({ where: ownRow(context, id) })))
    },
  }),
  publishMatchRun: t.drizzleField({
    ...locked,
    type: MatchRun,
    description:
      'Makes an offer for every pair of an approved run, mentees first: all or none. Refused, with what has changed, where the run would be another one today.',
    args: {
      run: t.arg.globalID({ for: MatchRun, required: true }),
      expectedVersion: t.arg.int({ required: true, description: 'The version that you decided on.' }),
      idempotencyKey: t.arg.string(),
    },
    resolve: async (query, _root, { run, ...args }, context) => {
      const id = await publishMatchRun(context, { ...args, runId: ownId(context, run, 'run') })
      return present(await context.db.query.matchRun.findFirst(query({ where: ownRow(context, id) })))
    },
  }),
}))
