import {
  type Answers,
  giveResponse,
  type Instrument,
  type WithdrawnResponse,
  whyClosed,
} from '@mentoring-commons/reporting/surveys'
import { type Context, type Services, type Tx, viewerOf } from '../../../context.ts'
import { unknownId } from '../../../own.ts'
import { Refused } from '../../../refused.ts'
import { hashOfSecret } from '../../people/secret.ts'
import { type InvitationRow, invitationOf, loadInvitation, updateInvitation } from '../invitation/store.ts'
import { type HeldWave, type LoadedSeries, loadSeries, seriesOf } from '../series/store.ts'
import { taken } from '../taken.ts'
import {
  answersOf,
  countResponses,
  deleteResponse,
  findPseudonym,
  findResponse,
  forgetPseudonym,
  insertResponse,
  keepPseudonym,
  replaceAnswers,
} from './store.ts'

/** Where a questionnaire stands for whoever is asked. */
export type Standing = 'not-open' | 'open' | 'closed' | 'withdrawn'

/** A wave as whoever is asked sees it: what is asked, and what they answered. */
export interface Questionnaire {
  readonly institutionId: string
  readonly surveyId: string
  readonly title: string
  readonly instrument: Instrument
  readonly opensOn: string
  readonly closesOn: string
  readonly standing: Standing
  readonly withdrawnOn: string | null
  /** What was answered so far; undefined where nothing was. */
  readonly answers: Answers | undefined
}

type Door = Pick<Services, 'database' | 'now' | 'newId'>

/** The place of a personal link: whose invitation, and the secret that opens it. */
export interface LinkPlace {
  readonly institution: string
  readonly invitation: string
  readonly secret: string
}

/** The viewer's own questionnaire of a wave that they are invited to. */
export function ownQuestionnaire(context: Context, surveyId: string): Promise<Questionnaire> {
  return context.transact('read', async (tx) => {
    const invitation = await ownInvitation(context, tx, surveyId, 'look')
    return questionnaireOf(tx, context.now(), invitation)
  })
}

/** Answers a wave for the viewer, or revises their answers, which the new ones take the place of whole. */
export async function answerSurvey(context: Context, surveyId: string, answers: Answers): Promise<Questionnaire> {
  return context.transact('write', async (tx) => {
    const invitation = await ownInvitation(context, tx, surveyId, 'lock')
    await give(context, tx, invitation, answers)
    return questionnaireOf(tx, context.now(), invitation)
  })
}

/** Takes the viewer's answers to a wave away, for good. */
export async function withdrawFromSurvey(context: Context, surveyId: string): Promise<Questionnaire> {
  return context.transact('write', async (tx) => {
    const invitation = await ownInvitation(context, tx, surveyId, 'lock')
    return questionnaireOf(tx, context.now(), await withdraw(context, tx, invitation))
  })
}

/** Opens a personal link. Refused alike: one that is mistyped, replaced, or of nobody; and one that has expired, as such. */
export function openLink(door: Door, place: LinkPlace): Promise<Questionnaire> {
  return withLink(door, place, 'read', (tx, invitation) => questionnaireOf(tx, door.now(), invitation))
}

/** Answers by a personal link, or revises. */
export function answerByLink(door: Door, place: LinkPlace, answers: Answers): Promise<void> {
  return withLink(door, place, 'write', (tx, invitation) => give(door, tx, invitation, answers))
}

/** Withdraws by a personal link. */
export async function withdrawByLink(door: Door, place: LinkPlace): Promise<void> {
  await withLink(door, place, 'write', (tx, invitation) => withdraw(door, tx, invitation))
}

async function withLink<T>(
  door: Door,
  { institution, invitation: id, secret }: LinkPlace,
  mode: 'read' | 'write',
  work: (tx: Tx, invitation: InvitationRow) => Promise<T>,
): Promise<T> {
  const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
  if (!uuid.test(institution) || !uuid.test(id) || !/^[0-9a-f]{64}$/.test(secret)) throw unopened()
  const hash = await hashOfSecret(secret)
  return door.database.within(institution, mode, async (tx) => {
    const invitation = await loadInvitation(tx, institution, id, mode === 'write' ? 'lock' : 'look')
    if (invitation === undefined || invitation.secretHash !== hash) throw unopened()
    if (door.now().slice(0, 10) > invitation.expiresOn)
      throw new Refused({
        code: 'link-expired',
        message: `this link opened until ${invitation.expiresOn}; ask whoever sent it for a new one`,
      })
    return work(tx, invitation)
  })
}

function unopened(): Refused {
  return new Refused({
    code: 'link-unknown',
    message: 'this link opens nothing: it is mistyped, or a newer one took its place; ask whoever sent it',
  })
}

async function ownInvitation(
  context: Context,
  tx: Tx,
  surveyId: string,
  lock: 'lock' | 'look',
): Promise<InvitationRow> {
  const { institutionId, personId } = viewerOf(context)
  const invitation = personId === null ? undefined : await invitationOf(tx, institutionId, surveyId, personId, lock)
  if (invitation === undefined) throw unknownId('Survey', 'survey')
  return invitation
}

async function heldWave(
  tx: Tx,
  { institutionId, surveyId }: InvitationRow,
): Promise<LoadedSeries & { wave: HeldWave }> {
  const seriesId = await seriesOf(tx, institutionId, surveyId)
  const series = seriesId === undefined ? undefined : await loadSeries(tx, institutionId, seriesId, 'look')
  const wave = series?.waves.find((one) => one.surveyId === surveyId)
  if (series === undefined || wave === undefined) throw new TypeError('an invitation is to a wave that is not there')
  return { ...series, wave }
}

async function questionnaireOf(tx: Tx, now: string, invitation: InvitationRow): Promise<Questionnaire> {
  const { institutionId, surveyId, personId, withdrawnOn } = invitation
  const { row, instrument, survey, wave } = await heldWave(tx, invitation)
  const closed = whyClosed(survey, wave.key, now.slice(0, 10))?.code
  const pseudonym = await findPseudonym(tx, { institutionId, seriesId: row.id, personId })
  const responseId = pseudonym && (await findResponse(tx, institutionId, surveyId, pseudonym))
  return {
    institutionId,
    surveyId,
    title: row.title,
    instrument,
    opensOn: wave.opensOn,
    closesOn: wave.closesOn,
    standing:
      withdrawnOn !== null
        ? 'withdrawn'
        : closed === undefined
          ? 'open'
          : closed === 'wave-not-open'
            ? 'not-open'
            : 'closed',
    withdrawnOn,
    answers: responseId ? await answersOf(tx, { institutionId, surveyId, responseId }, instrument) : undefined,
  }
}

async function give(door: Omit<Door, 'database'>, tx: Tx, invitation: InvitationRow, answers: Answers): Promise<void> {
  const { institutionId, surveyId, cohortId, personId, withdrawnOn } = invitation
  const { row, instrument, survey, wave } = await heldWave(tx, invitation)
  const whose = { institutionId, seriesId: row.id, personId }
  const pseudonym = (await findPseudonym(tx, whose)) ?? door.newId()
  const earlier: WithdrawnResponse | undefined =
    withdrawnOn === null ? undefined : { state: 'withdrawn', wave: wave.key, pseudonym, withdrawnOn }
  const on = door.now().slice(0, 10)
  const fitted = byKind(instrument, answers)
  const given = taken(giveResponse(instrument, survey, { wave: wave.key, pseudonym, answers: fitted, on }, earlier))
  const respondent = await keepPseudonym(tx, whose, given.pseudonym)
  let responseId = await findResponse(tx, institutionId, surveyId, respondent)
  if (responseId === undefined) {
    responseId = door.newId()
    await insertResponse(tx, { institutionId, id: responseId, surveyId, cohortId, respondent })
  }
  await replaceAnswers(tx, { institutionId, surveyId, responseId }, given.answers)
}

/** Answers in which a list of one code is the code itself where an item takes one, and no answer where it is empty. */
export function byKind({ items }: Instrument, answers: Answers): Answers {
  const fitted = Object.entries(answers).flatMap(([key, answer]) => {
    const kind = items.find((item) => item.key === key)?.kind
    if (!Array.isArray(answer) || kind === 'many') return [[key, answer] as const]
    if (answer.length === 0) return []
    return [[key, answer.length === 1 ? answer[0] : answer] as const]
  })
  return Object.fromEntries(fitted)
}

/** Takes the answers away, and with the last of a series the pseudonym too. A second time changes nothing. */
async function withdraw(door: Omit<Door, 'database'>, tx: Tx, invitation: InvitationRow): Promise<InvitationRow> {
  const { institutionId, id, surveyId, personId } = invitation
  if (invitation.withdrawnOn !== null) return invitation
  const { row, waves } = await heldWave(tx, invitation)
  const whose = { institutionId, seriesId: row.id, personId }
  const pseudonym = await findPseudonym(tx, whose)
  const responseId = pseudonym && (await findResponse(tx, institutionId, surveyId, pseudonym))
  if (!pseudonym || !responseId)
    throw new Refused({
      code: 'nothing-answered',
      message: 'you have answered nothing here, so there is nothing to withdraw; you need not answer',
      path: 'survey',
    })
  await deleteResponse(tx, institutionId, responseId)
  const surveyIds = waves.map((wave) => wave.surveyId)
  if ((await countResponses(tx, institutionId, surveyIds, pseudonym)) === 0) await forgetPseudonym(tx, whose)
  const withdrawnOn = door.now().slice(0, 10)
  await updateInvitation(tx, institutionId, id, { withdrawnOn })
  return { ...invitation, withdrawnOn }
}
