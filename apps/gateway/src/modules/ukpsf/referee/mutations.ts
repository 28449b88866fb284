import { builder } from '../../../builder.ts'
import { ownId, ownRow } from '../../../own.ts'
import { present, Refused } from '../../../refused.ts'
import { Person } from '../../people/graphql.ts'
import { Claim } from '../claim/graphql.ts'
import { FellowshipCategoryEnum } from '../workflow/graphql.ts'
import { answerInvitation, giveStatement, inviteReferee, nameReferee, removeReferee } from './commands.ts'
import { InvitationType, Referee } from './graphql.ts'

const errors = { types: [Refused] }

const Invited = builder.objectRef<{ readonly refereeId: string; readonly token: string }>('Invited').implement({
  description: 'A new invitation. Hand the token to the referee: it is told this once, and only a hash of it is kept.',
  fields: (t) => ({ token: t.exposeString('token') }),
})

builder.mutationFields((t) => ({
  nameReferee: t.drizzleField({
    type: Referee,
    errors,
    authScopes: { signedIn: true },
    description: 'Names a referee of your claim, with what you say of the two of you.',
    args: {
      claim: t.arg.globalID({ for: Claim, required: true }),
      name: t.arg.string({ required: true }),
      person: t.arg.globalID({ for: Person, description: 'Where the referee is a person of your institution.' }),
      holds: t.arg({ type: FellowshipCategoryEnum, description: 'What a referee from elsewhere holds.' }),
      workedTogetherUntil: t.arg({ type: 'Day' }),
      observedPractice: t.arg.boolean({ defaultValue: false }),
      expectedVersion: t.arg.int({ required: true, description: 'The version of the claim that you decided on.' }),
      idempotencyKey: t.arg.string(),
    },
    resolve: async (query, _root, { claim, person, observedPractice, ...rest }, context) => {
      const id = await nameReferee(context, {
        ...rest,
        claimId: ownId(context, claim, 'claim'),
        personId: person ? ownId(context, person, 'person') : undefined,
        observedPractice: observedPractice ?? false,
      })
      return present(await context.db.query.referee.findFirst(query({ where: ownRow(context, id) })))
    },
  }),
  removeReferee: t.drizzleField({
    type: Claim,
    errors,
    authScopes: { signedIn: true },
    description: 'Takes a referee off your claim.',
    args: {
      referee: t.arg.globalID({ for: Referee, required: true }),
      expectedVersion: t.arg.int({ required: true, description: 'The version of the claim that you decided on.' }),
      idempotencyKey: t.arg.string(),
    },
    resolve: async (query, _root, { referee, ...rest }, context) => {
      const id = await removeReferee(context, { ...rest, refereeId: ownId(context, referee, 'referee') })
      return present(await context.db.query.claim.findFirst(query({ where: ownRow(context, id) })))
    },
  }),
  inviteReferee: t.field({
    type: Invited,
    errors,
    authScopes: { signedIn: true },
    description:
      'Invites a referee of your claim, or invites them anew: an earlier token of theirs then opens nothing. A coordinator may do it for you.',
    args: {
      referee: t.arg.globalID({ for: Referee, required: true }),
      expiresOn: t.arg({ type: 'Day', required: true, description: 'The last day on which it can be answered.' }),
    },
    resolve: (_root, { referee, expiresOn }, context) =>
      inviteReferee(context, { refereeId: ownId(context, referee, 'referee'), expiresOn }),
  }),
  answerInvitation: t.field({
    type: InvitationType,
    errors,
    description: 'Accepts or declines an invitation by its token. No signing in is asked for.',
    args: { token: t.arg.string({ required: true }), accept: t.arg.boolean({ required: true }) },
    resolve: (_root, { token, accept }, context) => answerInvitation(context, token, accept),
  }),
  giveStatement: t.field({
    type: InvitationType,
    errors,
    description: 'States on the very version that is submitted. No signing in is asked for.',
    args: {
      token: t.arg.string({ required: true }),
      version: t.arg.string({ required: true, description: 'The version that you have read.' }),
      statement: t.arg.string({ required: true }),
      confirms: t.arg.stringList({ defaultValue: [], description: 'The dimensions that you confirm.' }),
    },
    resolve: (_root, { confirms, ...rest }, context) => giveStatement(context, { ...rest, tags: confirms ?? [] }),
  }),
}))
