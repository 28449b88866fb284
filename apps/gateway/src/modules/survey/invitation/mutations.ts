import { builder } from '../../../builder.ts'
import { globalIdOf } from '../../../graphql/global-id.ts'
import { ownId } from '../../../own.ts'
import { Refused } from '../../../refused.ts'
import { Cohort } from '../../mentoring/graphql.ts'
import { runsProgrammes } from '../../people/policy.ts'
import { Survey } from '../graphql.ts'
import { type Invited, invitedMost, inviteToSurvey, type PersonalLink, renewSurveyLink } from './commands.ts'
import { SurveyInvitation } from './graphql.ts'

const errors = { types: [Refused] }
const authScopes = { anyOf: runsProgrammes }
const expiryHint = 'The last day on which the link opens; the last day of the wave when it is left out.'

const LinkType = builder.objectRef<PersonalLink>('SurveyLink').implement({
  description: 'A personal link, told this once: only a hash of its secret is kept. Send it to nobody but this person.',
  fields: (t) => ({
    invitation: t.id({
      resolve: ({ institutionId, invitationId }) => globalIdOf('SurveyInvitation', institutionId, invitationId),
    }),
    person: t.id({ resolve: ({ institutionId, personId }) => globalIdOf('Person', institutionId, personId) }),
    url: t.exposeString('url'),
    expiresOn: t.expose('expiresOn', { type: 'Day' }),
  }),
})

const InvitedType = builder.objectRef<Invited>('SurveyInvited').implement({
  description: 'Whom this request invited.',
  fields: (t) => ({
    links: t.field({ type: [LinkType], resolve: ({ links }) => [...links] }),
    left: t.exposeInt('left', { description: 'How many of the audience are still to be invited: ask again.' }),
  }),
})

builder.mutationFields((t) => ({
  inviteToSurvey: t.field({
    type: InvitedType,
    errors,
    authScopes,
    complexity: { field: 100, multiplier: 1 },
    description:
      'Invites the next people of the wave’s audience who are not invited yet. Ask again until nobody is left; a link that got lost is renewed.',
    args: {
      survey: t.arg.globalID({ for: Survey, required: true }),
      cohort: t.arg.globalID({ for: Cohort, description: 'Those of one cohort alone.' }),
      first: t.arg.int({ defaultValue: invitedMost, description: `At most ${invitedMost}.` }),
      expiresOn: t.arg({ type: 'Day', description: expiryHint }),
    },
    resolve: (_root, { survey, cohort, first, expiresOn }, context) =>
      inviteToSurvey(context, {
        surveyId: ownId(context, survey, 'survey'),
        cohortId: cohort ? ownId(context, cohort, 'cohort') : undefined,
        first: first ?? invitedMost,
        expiresOn,
      }),
  }),
  renewSurveyLink: t.field({
    type: LinkType,
    errors,
    authScopes,
    description: 'Gives somebody who is invited a new link. The one that they had opens nothing any more.',
    args: {
      invitation: t.arg.globalID({ for: SurveyInvitation, required: true }),
      expiresOn: t.arg({ type: 'Day', description: expiryHint }),
    },
    resolve: (_root, { invitation, expiresOn }, context) =>
      renewSurveyLink(context, { invitationId: ownId(context, invitation, 'invitation'), expiresOn }),
  }),
}))
