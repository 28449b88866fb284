import {
  type Application,
  type ApplicationAnswer,
  type ApplicationQuestion,
  applyToProgramme as apply,
  defineQuestions as define,
  type ParticipantRole,
  withdrawApplication as withdraw,
} from '@mentoring-commons/mentoring'
import { type Context, type Tx, viewerOf } from '../../../context.ts'
import { sqlState, sqlStateOf } from '../../../db/errors.ts'
import { unknownId } from '../../../own.ts'
import { accepted, present, Refused } from '../../../refused.ts'
import { once } from '../../people/idempotency.ts'
import { holdPeople } from '../capacity/store.ts'
import { findProgrammeById, listCohorts } from '../store.ts'
import { mayApplyFor, mayReadApplication } from './policy.ts'
import {
  applicationsOfPeople,
  insertApplications,
  insertQuestions,
  lastQuestions,
  lockApplication,
  questionsOn,
  standingsOf,
  statusOf,
  updateWithdrawn,
} from './store.ts'

/** Every command may be sent again with the same key. */
interface Repeatable {
  readonly idempotencyKey?: string | null | undefined
}

/** The questions that a programme asks from now on. */
export interface QuestionsInput extends Repeatable {
  readonly programmeId: string
  readonly from?: string | null | undefined
  readonly questions: readonly ApplicationQuestion[]
}

/** Defines the questions of a programme as a new version: the programme's id. Earlier versions stay, because answers name theirs. */
export function defineQuestions(context: Context, { idempotencyKey, ...input }: QuestionsInput): Promise<string> {
  const { institutionId, accountId } = viewerOf(context)
  return once(context, { command: 'defineQuestions', idempotencyKey, input }, async (tx) => {
    const { programmeId, questions } = input
    if ((await findProgrammeById(tx, institutionId, programmeId)) === undefined)
      throw unknownId('Programme', 'programme')
    const last = await lastQuestions(tx, institutionId, programmeId)
    const from = input.from ?? today(context)
    if (last !== undefined && from < last.from)
      throw new Refused({
        code: 'date-goes-back',
        message: `${from} is before ${last.from}, from when version ${last.version} is asked: give that day or a later one`,
        path: 'from',
      })
    const set = accepted(define({ programmeId, version: (last?.version ?? 0) + 1, from, questions }))
    try {
      await insertQuestions(tx, institutionId, set, { by: accountId, at: context.now() })
    } catch (error) {
      if (sqlStateOf(error) !== sqlState.uniqueViolation) throw error
      throw new Refused({
        code: 'try-again',
        message: 'other questions were defined at the same moment; read them, and send the request again',
      })
    }
    return programmeId
  })
}

/** An application to make. */
export interface ApplicationInput extends Repeatable {
  readonly programmeId: string
  readonly personId: string
  readonly cohortId?: string | undefined
  readonly role: ParticipantRole
  readonly appliedOn?: string | null | undefined
  readonly waitsUntil?: string | null | undefined
  readonly answers: readonly ApplicationAnswer[]
}

/** Applies for somebody: the application's id. One who waits or is offered in the role does not apply again. */
export function applyToProgramme(context: Context, { idempotencyKey, ...input }: ApplicationInput): Promise<string> {
  const viewer = viewerOf(context)
  const { institutionId, accountId } = viewer
  return once(context, { command: 'applyToProgramme', idempotencyKey, input }, async (tx) => {
    const { programmeId, personId, cohortId, role, waitsUntil, answers } = input
    if (!mayApplyFor(viewer, personId)) throw unknownId('Person', 'person')
    if ((await findProgrammeById(tx, institutionId, programmeId)) === undefined)
      throw unknownId('Programme', 'programme')
    const cohorts = cohortId === undefined ? [] : await listCohorts(tx, institutionId, programmeId)
    if (cohortId !== undefined && !cohorts.some(({ id }) => id === cohortId)) throw unknownId('Cohort', 'cohort')
    const appliedOn = appliedOnOf(context, input.appliedOn)
    const questions = await questionsOn(tx, institutionId, programmeId, appliedOn)
    if (questions === undefined)
      throw new Refused({
        code: 'no-questions',
        message: `the programme takes no applications on ${appliedOn}: a coordinator defines its questions first, and may ask none`,
        path: 'programme',
      })
    const application = accepted(
      apply(
        {
          id: context.newId(),
          programmeId,
          ...(cohortId === undefined ? {} : { cohortId }),
          personId,
          role,
          appliedOn,
          ...(waitsUntil ? { waitsUntil } : {}),
          questionsVersion: questions.version,
          answers,
        },
        questions,
      ),
    )
    const held = await holdPeople(tx, institutionId, [personId])
    if (held.length === 0) throw unknownId('Person', 'person')
    await refuseSecond(context, tx, application)
    await insertApplications(tx, institutionId, [{ state: application }], { by: accountId, at: context.now() })
    return application.id
  })
}

/** Withdraws an application: its id. */
export function withdrawApplication(
  context: Context,
  {
    idempotencyKey,
    ...input
  }: Repeatable & { readonly applicationId: string; readonly on?: string | null | undefined },
): Promise<string> {
  const viewer = viewerOf(context)
  const { institutionId } = viewer
  return once(context, { command: 'withdrawApplication', idempotencyKey, input }, async (tx) => {
    const state = await lockApplication(tx, institutionId, input.applicationId)
    if (state === undefined || !mayReadApplication(viewer, state.personId))
      throw unknownId('Application', 'application')
    if (!mayApplyFor(viewer, state.personId))
      throw new Refused({
        code: 'application-of-somebody-else',
        message: 'you withdraw your own application; a coordinator may withdraw that of others',
        path: 'application',
      })
    const next = accepted(withdraw(state, appliedOnOf(context, input.on, 'on')))
    await updateWithdrawn(tx, institutionId, next)
    return next.id
  })
}

/** The day of an act: today. Only a coordinator names an earlier one, of what came on paper. */
function appliedOnOf(context: Context, on: string | null | undefined, path = 'appliedOn'): string {
  const now = today(context)
  if (!on || on === now) return now
  if (on > now)
    throw new Refused({
      code: 'day-in-the-future',
      message: `${on} is after today, ${now}: record what has happened`,
      path,
    })
  if (viewerOf(context).roles.has('coordinator')) return on
  throw new Refused({
    code: 'day-of-paper',
    message: `only a coordinator names a day before today, ${now}: leave it out`,
    path,
  })
}

async function refuseSecond(context: Context, tx: Tx, { programmeId, personId, role }: Application) {
  const { institutionId } = viewerOf(context)
  const earlier = await applicationsOfPeople(tx, institutionId, programmeId, [personId])
  const open = earlier.filter(({ state }) => state.role === role && state.withdrawnOn === undefined)
  if (open.length === 0) return
  const standing = present((await standingsOf(tx, institutionId, [personId], today(context))).get(personId))
  const status = (state: Application) => statusOf(state, standing, today(context))
  if (!open.some(({ state }) => ['waiting', 'offered'].includes(status(state)))) return
  throw new Refused({
    code: 'applied-before',
    message: 'an application in this role waits already: withdraw it first, or leave it as it is',
    path: 'role',
  })
}

function today(context: Context): string {
  return context.now().slice(0, 10)
}
