import { type Context, type Tx, viewerOf } from '../../../context.ts'
import { unknownId } from '../../../own.ts'
import { Refused } from '../../../refused.ts'
import { hashOfSecret, newSecret } from '../../people/secret.ts'
import { type LoadedSeries, loadSeries, seriesOf } from '../series/store.ts'
import { insertInvitations, inviteesOf, isCohortOf, loadInvitation, updateInvitation } from './store.ts'

/** The most people that are invited at a time: their links are told in one answer, and only there. */
export const invitedMost = 100

/** A personal link, told this once. */
export interface PersonalLink {
  readonly institutionId: string
  readonly invitationId: string
  readonly personId: string
  readonly url: string
  readonly expiresOn: string
}

/** What came of inviting: the links to hand out, and how many people of the audience are still to be invited. */
export interface Invited {
  readonly links: readonly PersonalLink[]
  readonly left: number
}

/** Invites the next people of the wave's audience. Whoever is invited already stays so, with the link that they have. */
export async function inviteToSurvey(
  context: Context,
  input: {
    readonly surveyId: string
    readonly cohortId?: string | undefined
    readonly first: number
    readonly expiresOn?: string | null | undefined
  },
): Promise<Invited> {
  const { institutionId, accountId } = viewerOf(context)
  if (!(input.first >= 1 && input.first <= invitedMost))
    throw new Refused({
      code: 'too-many-at-once',
      message: `1 to ${invitedMost} people are invited at a time; ask again for those who are left`,
      path: 'first',
    })
  return context.transact('write', async (tx) => {
    const { row, survey, waves } = await seriesOfWave(tx, institutionId, input.surveyId)
    const wave = waves.find(({ surveyId }) => surveyId === input.surveyId)
    if (wave === undefined) throw new TypeError('a series has lost a wave')
    if (survey.state === 'draft')
      throw new Refused({
        code: 'wave-not-open',
        message:
          'the survey is not launched yet; launch it first, so that its threshold is fixed before anybody answers',
        path: 'survey',
      })
    if (wave.closesOn < today(context))
      throw new Refused({ code: 'wave-closed', message: `the wave closed on ${wave.closesOn}`, path: 'survey' })
    const { programmeId } = row
    if (input.cohortId !== undefined && !(await isCohortOf(tx, institutionId, programmeId, input.cohortId)))
      throw unknownId('Cohort', 'cohort')
    const expiresOn = lastDay(context, input.expiresOn ?? wave.closesOn)
    const audience = {
      institutionId,
      surveyId: wave.surveyId,
      programmeId,
      cohortId: input.cohortId,
      roles: wave.roles,
    }
    const { invitees, all } = await inviteesOf(tx, audience, input.first)
    const made = await Promise.all(
      invitees.map(async (invitee) => {
        const secret = newSecret()
        return { ...invitee, id: context.newId(), secret, secretHash: await hashOfSecret(secret) }
      }),
    )
    await insertInvitations(
      tx,
      made.map(({ id, personId, cohortId, secretHash }) => ({
        institutionId,
        id,
        surveyId: wave.surveyId,
        personId,
        cohortId,
        secretHash,
        expiresOn,
        invitedBy: accountId,
        invitedAt: context.now(),
      })),
    )
    const links = made.map(({ id, personId, secret }) => linkOf(context, { id, personId, secret, expiresOn }))
    return { links, left: all - made.length }
  })
}

/** Gives somebody who is invited a new link. The one that they had opens nothing any more. */
export async function renewSurveyLink(
  context: Context,
  input: { readonly invitationId: string; readonly expiresOn?: string | null | undefined },
): Promise<PersonalLink> {
  const { institutionId } = viewerOf(context)
  const secret = newSecret()
  const secretHash = await hashOfSecret(secret)
  return context.transact('write', async (tx) => {
    const invitation = await loadInvitation(tx, institutionId, input.invitationId, 'lock')
    if (invitation === undefined) throw unknownId('SurveyInvitation', 'invitation')
    if (invitation.secretHash === null)
      throw new Refused({
        code: 'person-erased',
        message: 'whoever was invited was erased; there is nobody to give a link to',
        path: 'invitation',
      })
    const { waves } = await seriesOfWave(tx, institutionId, invitation.surveyId)
    const closesOn = waves.find(({ surveyId }) => surveyId === invitation.surveyId)?.closesOn
    const expiresOn = lastDay(context, input.expiresOn ?? closesOn ?? invitation.expiresOn)
    await updateInvitation(tx, institutionId, invitation.id, { secretHash, expiresOn })
    return linkOf(context, { id: invitation.id, personId: invitation.personId, secret, expiresOn })
  })
}

/** The series of a wave; a survey that was imported is refused, since it asks nobody. */
async function seriesOfWave(tx: Tx, institutionId: string, surveyId: string): Promise<LoadedSeries> {
  const seriesId = await seriesOf(tx, institutionId, surveyId)
  const series = seriesId === undefined ? undefined : await loadSeries(tx, institutionId, seriesId, 'look')
  if (series === undefined) throw unknownId('Survey', 'survey')
  return series
}

/** The most days that a link opens: after its wave closes answers can still be withdrawn by it. */
const linkDaysMost = 366

function lastDay(context: Context, expiresOn: string): string {
  const now = context.now()
  const most = new Date(Date.parse(now) + linkDaysMost * 86_400_000).toISOString().slice(0, 10)
  if (expiresOn >= now.slice(0, 10) && expiresOn <= most) return expiresOn
  throw new Refused({
    code: 'expiry-wrong',
    message: `a link opens from today to at most ${most}; ${expiresOn} is outside`,
    path: 'expiresOn',
  })
}

function linkOf(
  context: Context,
  made: { readonly id: string; readonly personId: string; readonly secret: string; readonly expiresOn: string },
): PersonalLink {
  const { institutionId } = viewerOf(context)
  const { id, personId, secret, expiresOn } = made
  const url = context.links.address(`/survey/${institutionId}/${id}/${secret}`)
  return { institutionId, invitationId: id, personId, url, expiresOn }
}

function today(context: Context): string {
  return context.now().slice(0, 10)
}
