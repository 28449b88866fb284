import { builder } from '../../../builder.ts'
import { viewerOf } from '../../../context.ts'
import { ownId, ownRow } from '../../../own.ts'
import { present, Refused } from '../../../refused.ts'
import { Person } from '../../people/graphql.ts'
import { runsProgrammes } from '../../people/policy.ts'
import { AwardScheme } from '../scheme/graphql.ts'
import { StepInputType, stepOf } from '../step/graphql.ts'
import { advanceCandidacy, enrolCandidate } from './commands.ts'
import { CandidacyType } from './graphql.ts'
import { mayKnowCandidacy, type Whose } from './policy.ts'

const errors = { types: [Refused] }
const keyHint = 'Send the same key again after a lost answer: the effect happens once, and the answer is the first one.'

builder.mutationFields((t) => ({
  enrolCandidate: t.drizzleField({
    type: CandidacyType,
    errors,
    authScopes: { anyOf: runsProgrammes },
    description: 'Enrols somebody on the version of a scheme that is in force today.',
    args: {
      scheme: t.arg.globalID({ for: AwardScheme, required: true }),
      candidate: t.arg.globalID({ for: Person, required: true }),
      version: t.arg.string({ description: 'Only where the record is too rough to tell which one is in force.' }),
      versionReason: t.arg.string({ description: 'Why that one.' }),
      idempotencyKey: t.arg.string({ description: keyHint }),
    },
    resolve: async (query, _root, { scheme, candidate, ...args }, context) => {
      const id = await enrolCandidate(context, {
        ...args,
        schemeId: ownId(context, scheme, 'scheme'),
        candidateId: ownId(context, candidate, 'candidate'),
      })
      return present(await context.db.query.candidacy.findFirst(query({ where: ownRow(context, id) })))
    },
  }),
  advanceCandidacy: t.drizzleField({
    type: CandidacyType,
    nullable: true,
    errors,
    authScopes: { signedIn: true },
    description: 'Takes a step on the way to an award. Null where the step was the last thing that you may know of it.',
    args: {
      candidacy: t.arg.globalID({ for: CandidacyType, required: true }),
      step: t.arg({ type: StepInputType, required: true }),
      expectedVersion: t.arg.int({ required: true, description: 'The version that you decided on.' }),
      idempotencyKey: t.arg.string({ description: keyHint }),
    },
    resolve: async (query, _root, { candidacy, step, ...args }, context) => {
      const candidacyId = ownId(context, candidacy, 'candidacy')
      const id = await advanceCandidacy(context, { ...args, candidacyId, step: stepOf(context, step) })
      const row = present(await context.db.query.candidacy.findFirst(query({ where: ownRow(context, id) })))
      // The query selects what the type asks for: whose it is, and who is appointed.
      return mayKnowCandidacy(viewerOf(context), row as typeof row & Whose) ? row : null
    },
  }),
}))
