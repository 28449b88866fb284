import { builder } from '../../../builder.ts'
import { ownId, ownRow } from '../../../own.ts'
import { present, Refused } from '../../../refused.ts'
import { Evidence } from '../evidence/graphql.ts'
import { chooseEvidence, startClaim } from './commands.ts'
import { Claim } from './graphql.ts'

const errors = { types: [Refused] }
const keyHint = 'Send the same key again after a lost answer: the effect happens once, and the answer is the first one.'

builder.mutationFields((t) => ({
  startClaim: t.drizzleField({
    type: Claim,
    errors,
    authScopes: { signedIn: true },
    description: 'Begins a claim to a descriptor. Its edition is that of the code, whatever the day.',
    args: {
      descriptor: t.arg.string({ required: true, description: 'Qualified, such as psf-2023:D2.' }),
      idempotencyKey: t.arg.string({ description: keyHint }),
    },
    resolve: async (query, _root, args, context) => {
      const id = await startClaim(context, args)
      return present(await context.db.query.claim.findFirst(query({ where: ownRow(context, id) })))
    },
  }),
  chooseEvidence: t.drizzleField({
    type: Claim,
    errors,
    authScopes: { signedIn: true },
    description: 'Rests your claim on these pieces of your evidence and no others.',
    args: {
      claim: t.arg.globalID({ for: Claim, required: true }),
      evidence: t.arg.globalIDList({ for: Evidence, required: true }),
      expectedVersion: t.arg.int({ required: true, description: 'The version that you decided on.' }),
      idempotencyKey: t.arg.string({ description: keyHint }),
    },
    resolve: async (query, _root, { claim, evidence, ...rest }, context) => {
      const id = await chooseEvidence(context, {
        ...rest,
        claimId: ownId(context, claim, 'claim'),
        evidenceIds: evidence.map((one, index) => ownId(context, one, `evidence[${index}]`)),
      })
      return present(await context.db.query.claim.findFirst(query({ where: ownRow(context, id) })))
    },
  }),
}))
