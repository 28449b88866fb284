import {
  advance,
  defineCohort,
  defineProgramme,
  defineTopicSet,
  type Meeting,
  mayMeetAgain,
  type Participant,
  type ProgrammePolicy,
  pairsNotAgain,
  proposeRelationship as propose,
  type RelationshipKind,
  type RelationshipStep,
  recordMeeting as record,
} from '@mentoring-commons/mentoring'
import { type Context, type Tx, viewerOf } from '../../context.ts'
import { sqlState, sqlStateOf } from '../../db/errors.ts'
import { unknownId } from '../../own.ts'
import { accepted, Refused } from '../../refused.ts'
import { once } from '../people/idempotency.ts'
import { agreementsOf } from './agreement/store.ts'
import { keepWithinPlaces, takePlaces } from './capacity/commands.ts'
import { refuseConflicts } from './conflict/commands.ts'
import { mayReadRelationship, mayRecordMeeting, mayRecordStep } from './policy.ts'
import {
  declinedRelationships,
  findProgrammeById,
  insertCohort,
  insertMeeting,
  insertProgramme,
  insertRelationship,
  listCohorts,
  loadRelationship,
  meetingsOf,
  topicCodes,
  updateRelationship,
} from './store.ts'

/** Every command may be sent again with the same key. */
interface Repeatable {
  readonly idempotencyKey?: string | null | undefined
}

/** A programme to start. */
export interface ProgrammeInput extends Repeatable {
  readonly key: string
  readonly title: string
  readonly purpose?: string | null | undefined
  readonly policy: ProgrammePolicy
  readonly topics: readonly { readonly code: string; readonly label: string }[]
}

/** Starts a programme with its topics: its id. */
export function startProgramme(context: Context, { idempotencyKey, ...input }: ProgrammeInput): Promise<string> {
  const { institutionId } = viewerOf(context)
  return once(context, { command: 'startProgramme', idempotencyKey, input }, async (tx) => {
    const purpose = input.purpose ? { purpose: input.purpose } : {}
    const programme = accepted(
      defineProgramme({ id: context.newId(), key: input.key, title: input.title, ...purpose, policy: input.policy }),
    )
    accepted(defineTopicSet(input.topics.map(({ code }) => code)))
    const topics = input.topics.map((one) => ({ institutionId, programmeId: programme.id, ...one }))
    await refuseTwin(insertProgramme(tx, { institutionId, ...programme }, topics), {
      code: 'programme-key-taken',
      message: `your institution already has a programme "${input.key}"; choose another key, or use that programme`,
      path: 'key',
    })
    return programme.id
  })
}

/** A cohort to open. */
export interface CohortInput extends Repeatable {
  readonly programmeId: string
  readonly label: string
  readonly startsOn?: string | null | undefined
  readonly endsOn?: string | null | undefined
}

/** Opens the next cohort of a programme: its id. Dates that are not known are left out. */
export function openCohort(context: Context, { idempotencyKey, ...input }: CohortInput): Promise<string> {
  const { institutionId } = viewerOf(context)
  return once(context, { command: 'openCohort', idempotencyKey, input }, async (tx) => {
    if ((await findProgrammeById(tx, institutionId, input.programmeId)) === undefined)
      throw unknownId('Programme', 'programme')
    const dates = {
      ...(input.startsOn ? { startsOn: input.startsOn } : {}),
      ...(input.endsOn ? { endsOn: input.endsOn } : {}),
    }
    const cohort = accepted(
      defineCohort({ id: context.newId(), programmeId: input.programmeId, label: input.label, ...dates }),
    )
    const earlier = await listCohorts(tx, institutionId, input.programmeId)
    const ordinal = Math.max(0, ...earlier.map((one) => one.ordinal)) + 1
    await refuseTwin(insertCohort(tx, { institutionId, ...cohort, ordinal }), {
      code: 'try-again',
      message: 'another cohort was opened at the same moment; send the request again',
    })
    return cohort.id
  })
}

/** A relationship to propose. */
export interface ProposalInput extends Repeatable {
  readonly programmeId: string
  readonly cohortId?: string | undefined
  readonly kind: RelationshipKind
  readonly participants: readonly Participant[]
  readonly on: string
}

/** Proposes a relationship: its id. */
export function proposeRelationship(context: Context, { idempotencyKey, ...input }: ProposalInput): Promise<string> {
  const viewer = viewerOf(context)
  const { institutionId } = viewer
  return once(context, { command: 'proposeRelationship', idempotencyKey, input }, async (tx) => {
    const programme = await findProgrammeById(tx, institutionId, input.programmeId)
    if (programme === undefined) throw unknownId('Programme', 'programme')
    const cohorts = await listCohorts(tx, institutionId, input.programmeId)
    if (input.cohortId !== undefined && !cohorts.some(({ id }) => id === input.cohortId))
      throw unknownId('Cohort', 'cohort')
    await takePlaces(context, tx, input.participants, 'proposal')
    await refuseConflicts(context, tx, input.participants, input.on, 'participants')
    const declined = await declinedRelationships(tx, institutionId, input.programmeId)
    const { programmeId, kind, participants, on } = input
    const cohort = input.cohortId === undefined ? {} : { cohortId: input.cohortId }
    const proposal = {
      id: context.newId(),
      ...cohort,
      kind,
      participants,
      on,
      notAgain: declined.flatMap((one) => pairsNotAgain(one)),
    }
    const relationship = accepted(propose(proposal, programme.policy))
    await refuseUnknownPerson(
      insertRelationship(tx, institutionId, programmeId, relationship, { by: viewer.accountId, at: context.now() }),
    )
    return relationship.id
  })
}

/** A step to record, and the version it was decided on. */
export interface StepInput extends Repeatable {
  readonly relationshipId: string
  readonly step: RelationshipStep
  readonly expectedVersion: number
}

/** Records a step in the life of a relationship: its id. */
export function advanceRelationship(context: Context, { idempotencyKey, ...input }: StepInput): Promise<string> {
  const viewer = viewerOf(context)
  const { institutionId } = viewer
  return once(context, { command: 'advanceRelationship', idempotencyKey, input }, async (tx) => {
    const stored = await visibleRelationship(context, tx, input.relationshipId)
    const people = stored.state.participants.map(({ personId }) => personId)
    if (!mayRecordStep(viewer, people, input.step.by))
      throw new Refused({
        code: 'step-of-somebody-else',
        message: 'you record your own steps; a coordinator may record those of others',
        path: 'step',
      })
    refuseFuture(context, input.step.on, 'step')
    if (stored.version !== input.expectedVersion) throw staleVersion(stored.version)
    if (input.step.type === 'sign-agreement') await refuseUnread(tx, institutionId, stored.state.id)
    const next = accepted(advance(stored.state, input.step, stored.policy))
    if (input.step.type === 'accept' && next.status !== 'offered' && next.status !== 'proposed')
      await keepWithinPlaces(context, tx, next.participants, next.id)
    const recorded = { by: viewer.accountId, at: context.now() }
    if (!(await updateRelationship(tx, institutionId, next, input.expectedVersion, input.step, recorded)))
      throw staleVersion(undefined)
    return next.id
  })
}

/** Records that people met: the meeting's id. There is nothing to say about what was said. */
export function recordMeeting(
  context: Context,
  { idempotencyKey, ...input }: Omit<Meeting, 'id'> & Repeatable,
): Promise<string> {
  const viewer = viewerOf(context)
  const { institutionId } = viewer
  return once(context, { command: 'recordMeeting', idempotencyKey, input }, async (tx) => {
    const stored = await visibleRelationship(context, tx, input.relationshipId)
    if (
      !mayRecordMeeting(
        viewer,
        stored.state.participants.map(({ personId }) => personId),
      )
    )
      throw new Refused({
        code: 'meeting-of-others',
        message: 'the people who met record their meeting, nobody else',
        path: 'relationship',
      })
    refuseFuture(context, input.heldOn, 'heldOn')
    accepted(mayMeetAgain(stored.state, await meetingsOf(tx, institutionId, stored.state.id)))
    const codes = await topicCodes(tx, institutionId, stored.programmeId)
    const meeting = accepted(record(stored.state, { id: context.newId(), ...input }, { codes }))
    await insertMeeting(tx, institutionId, meeting)
    return meeting.id
  })
}

/** A relationship that the viewer may know of, held still; another one is answered as if it did not exist. */
export async function visibleRelationship(context: Context, tx: Tx, id: string) {
  const viewer = viewerOf(context)
  const stored = await loadRelationship(tx, viewer.institutionId, id, 'lock')
  if (
    stored === undefined ||
    !mayReadRelationship(
      viewer,
      stored.state.participants.map(({ personId }) => personId),
    )
  )
    throw unknownId('Relationship', 'relationship')
  return stored
}

/** Refuses the bare step where there is a version to read: it is signed by name, with the mutation of its own. */
async function refuseUnread(tx: Tx, institutionId: string, relationshipId: string) {
  const version = (await agreementsOf(tx, institutionId, [relationshipId])).at(-1)?.version
  if (version === undefined) return
  throw new Refused({
    code: 'agreement-drafted',
    message: `an agreement was drafted; read version ${version}, and sign it with signAgreement`,
    path: 'step',
  })
}

/** Refuses a day that has not come yet. */
export function refuseFuture(context: Context, on: string, path: string) {
  const today = context.now().slice(0, 10)
  if (on > today)
    throw new Refused({
      code: 'day-in-the-future',
      message: `${on} is after today, ${today}: record what has happened`,
      path,
    })
}

/** The refusal of a step that was decided on another version than the stored one. */
export function staleVersion(current: number | undefined): Refused {
  const now = current === undefined ? '' : ` (it is at version ${current} now)`
  return new Refused({
    code: 'stale-version',
    message: `somebody changed this relationship since you read it${now}; read it again and decide again`,
    path: 'expectedVersion',
  })
}

async function refuseTwin(insert: Promise<unknown>, refusal: { code: string; message: string; path?: string }) {
  try {
    await insert
  } catch (error) {
    throw sqlStateOf(error) === sqlState.uniqueViolation ? new Refused(refusal) : error
  }
}

async function refuseUnknownPerson(insert: Promise<unknown>) {
  try {
    await insert
  } catch (error) {
    throw sqlStateOf(error) === sqlState.foreignKeyViolation ? unknownId('Person', 'participants') : error
  }
}
