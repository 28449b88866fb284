import { builder } from '../../../builder.ts'
import { ownId, ownRow } from '../../../own.ts'
import { present, Refused } from '../../../refused.ts'
import { Person } from '../../people/graphql.ts'
import { runsProgrammes } from '../../people/policy.ts'
import { recordFellowship, recordGoodStanding } from './commands.ts'
import { Fellowship } from './graphql.ts'

const errors = { types: [Refused] }
const keyHint = 'Send the same key again after a lost answer: the effect happens once, and the answer is the first one.'

builder.mutationFields((t) => ({
  recordFellowship: t.drizzleField({
    type: Fellowship,
    errors,
    authScopes: { anyOf: runsProgrammes },
    description: 'Records a fellowship that was awarded elsewhere.',
    args: {
      person: t.arg.globalID({ for: Person, required: true }),
      descriptor: t.arg.string({ required: true, description: 'Qualified, such as psf-2023:D2.' }),
      awardedOn: t.arg({ type: 'Day', required: true }),
      idempotencyKey: t.arg.string({ description: keyHint }),
    },
    resolve: async (query, _root, { person, ...rest }, context) => {
      const id = await recordFellowship(context, { ...rest, personId: ownId(context, person, 'person') })
      return present(await context.db.query.fellowship.findFirst(query({ where: ownRow(context, id) })))
    },
  }),
  recordGoodStanding: t.drizzleField({
    type: Fellowship,
    errors,
    authScopes: { anyOf: runsProgrammes },
    description: "Records that a fellow's good standing was reviewed on a day.",
    args: {
      fellowship: t.arg.globalID({ for: Fellowship, required: true }),
      on: t.arg({ type: 'Day', required: true }),
      idempotencyKey: t.arg.string({ description: keyHint }),
    },
    resolve: async (query, _root, { fellowship, ...rest }, context) => {
      const id = await recordGoodStanding(context, { ...rest, fellowshipId: ownId(context, fellowship, 'fellowship') })
      return present(await context.db.query.fellowship.findFirst(query({ where: ownRow(context, id) })))
    },
  }),
}))
