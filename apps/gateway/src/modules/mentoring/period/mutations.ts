import { builder } from '../../../builder.ts'
import { ownId, ownRow } from '../../../own.ts'
import { present, Refused } from '../../../refused.ts'
import { Person } from '../../people/graphql.ts'
import { runsProgrammes } from '../../people/policy.ts'
import { Relationship } from '../graphql.ts'
import { transferRelationship } from './commands.ts'

builder.mutationField('transferRelationship', (t) =>
  t.drizzleField({
    type: Relationship,
    errors: { types: [Refused] },
    authScopes: { anyOf: runsProgrammes },
    description:
      'Replaces the mentor or facilitator of a relationship: it ends as REASSIGNED, and the one that continues it is proposed on the same day, which is the answer. Everybody is asked anew, and agrees anew.',
    args: {
      relationship: t.arg.globalID({ for: Relationship, required: true }),
      leaving: t.arg.globalID({ for: Person, required: true }),
      joining: t.arg.globalID({ for: Person, required: true }),
      on: t.arg({ type: 'Day', required: true }),
      by: t.arg.globalID({
        for: Person,
        description: 'The participant who asks for it; left out where the programme does.',
      }),
      expectedVersion: t.arg.int({ required: true, description: 'The version that you decided on.' }),
      idempotencyKey: t.arg.string({
        description:
          'Send the same key again after a lost answer: the effect happens once, and the answer is the first one.',
      }),
    },
    resolve: async (query, _root, { relationship, leaving, joining, by, ...args }, context) => {
      const id = await transferRelationship(context, {
        ...args,
        relationshipId: ownId(context, relationship, 'relationship'),
        leaving: ownId(context, leaving, 'leaving'),
        joining: ownId(context, joining, 'joining'),
        by: by ? ownId(context, by, 'by') : undefined,
      })
      return present(await context.db.query.relationship.findFirst(query({ where: ownRow(context, id) })))
    },
  }),
)
