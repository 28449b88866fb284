import { type CommandOf, fold, type InquiryCommand } from '@mentoring-commons/action-research'
import { type Context, type Tx, viewerOf } from '../../context.ts'
import { sqlState, sqlStateOf } from '../../db/errors.ts'
import { unknownId } from '../../own.ts'
import { Refused } from '../../refused.ts'
import { once } from '../people/idempotency.ts'
import { mayKnowInquiry, mayRecordInquiry } from './policy.ts'
import {
  deleteMember,
  inquiryEvents,
  inquiryRules,
  insertMembers,
  lockMembers,
  type Member,
  peopleAmong,
  UnreadableHistory,
} from './store.ts'

/** Every command may be sent again with the same key. */
interface Repeatable {
  readonly idempotencyKey?: string | null | undefined
}

/** The commands of the package that this API does not take. */
type NotTaken =
  | 'Annotate'
  | 'DetachCycle'
  | 'FormValidationGroup'
  | 'NameCriticalFriend'
  | 'NameStakeholder'
  | 'ObserveChange'
  | 'RecordOutlook'
  | 'RecordPart'
  | 'ResumeCycle'
  | 'StateProblem'
  | 'SuspendCycle'

/** A command on an inquiry that has begun. */
export type NextCommand = Exclude<InquiryCommand, { readonly type: 'BeginInquiry' | NotTaken }>

/** An inquiry to begin. Whoever begins it is an author of it. */
export interface BeginningInput extends Repeatable {
  readonly question: string
  readonly values: readonly string[]
  readonly model: string
  readonly coAuthorIds: readonly string[]
  readonly on: string
}

/** Begins an inquiry: its id. */
export function beginInquiry(context: Context, { idempotencyKey, ...input }: BeginningInput): Promise<string> {
  const viewer = viewerOf(context)
  const { institutionId, personId } = viewer
  if (personId === null)
    throw new Refused({
      code: 'no-person',
      message: 'your account is tied to no person, and an inquiry is somebody’s; ask an administrator to tie them',
    })
  return once(context, { command: 'beginInquiry', idempotencyKey, input }, async (tx) => {
    const id = context.newId()
    const authors = [...new Set([personId, ...input.coAuthorIds])]
    const { question, values, model, on } = input
    await record(context, tx, id, 0, {
      type: 'BeginInquiry',
      inquiry: id,
      question,
      values,
      model,
      policy: 'responsive',
      authors,
      on,
    })
    const members = authors.map((author) => ({ personId: author, role: 'author' as const }))
    await refuseUnknownPerson(insertMembers(tx, institutionId, id, members), 'coAuthors')
    return id
  })
}

/** A command, and the version it was decided on. */
export interface CommandInput extends Repeatable {
  readonly inquiryId: string
  readonly command: NextCommand
  readonly expectedVersion: number
}

/** Records what a command leads to in an inquiry: the inquiry's id. */
export function advanceInquiry(context: Context, { idempotencyKey, ...input }: CommandInput): Promise<string> {
  const { institutionId } = viewerOf(context)
  const { inquiryId: id, command, expectedVersion } = input
  return once(context, { command: 'advanceInquiry', idempotencyKey, input }, async (tx) => {
    const members = await ownMembers(context, tx, id)
    if (command.type === 'Reflect') refuseVoiceOfAnother(context, command, members)
    if (command.type === 'HoldValidationMeeting') await refuseUnknownAttendee(tx, institutionId, command)
    await record(context, tx, id, expectedVersion, command)
    return id
  })
}

/** A person who is to read an inquiry, or to read it no longer. */
export interface CriticalFriendInput extends Repeatable {
  readonly inquiryId: string
  readonly personId: string
}

/** Lets a critical friend read an inquiry, as one of its authors: the inquiry's id. */
export function inviteCriticalFriend(
  context: Context,
  { idempotencyKey, ...input }: CriticalFriendInput,
): Promise<string> {
  const { institutionId } = viewerOf(context)
  const { inquiryId: id, personId } = input
  return once(context, { command: 'inviteCriticalFriend', idempotencyKey, input }, async (tx) => {
    await ownMembers(context, tx, id)
    const friend = { personId, role: 'critical-friend' } as const
    const inserted = await refuseUnknownPerson(insertMembers(tx, institutionId, id, [friend]), 'person')
    if (inserted === 0)
      throw new Refused({
        code: 'member-already',
        message: 'this person is an author or a critical friend of the inquiry already; nothing is left to do',
        path: 'person',
      })
    return id
  })
}

/** Ends that a critical friend reads an inquiry, as one of its authors: the inquiry's id. */
export function removeCriticalFriend(
  context: Context,
  { idempotencyKey, ...input }: CriticalFriendInput,
): Promise<string> {
  const { institutionId } = viewerOf(context)
  const { inquiryId: id, personId } = input
  return once(context, { command: 'removeCriticalFriend', idempotencyKey, input }, async (tx) => {
    const friend = (await ownMembers(context, tx, id)).find((member) => member.personId === personId)
    if (friend?.role !== 'critical-friend')
      throw new Refused({
        code: 'no-critical-friend',
        message: 'this person is no critical friend of the inquiry; authors stay authors',
        path: 'person',
      })
    await deleteMember(tx, institutionId, id, friend)
    return id
  })
}

/** The members of an inquiry that is the viewer's to record in. One that they may not know of is answered as if it were not there. */
async function ownMembers(context: Context, tx: Tx, id: string): Promise<readonly Member[]> {
  const viewer = viewerOf(context)
  const members = await lockMembers(tx, viewer.institutionId, id)
  if (members === undefined || !mayKnowInquiry(viewer, members)) throw unknownId('Inquiry', 'inquiry')
  if (!mayRecordInquiry(viewer, members))
    throw new Refused({
      code: 'inquiry-of-others',
      message: 'the authors of an inquiry record in it and invite to it, nobody else; ask one of them',
      path: 'inquiry',
    })
  return members
}

async function record(context: Context, tx: Tx, id: string, expectedVersion: number, command: InquiryCommand) {
  const viewer = viewerOf(context)
  if ('on' in command) refuseFuture(context, command.on)
  refuseUnstorable(command, '')
  const store = inquiryEvents(tx, viewer.institutionId, { by: viewer.accountId, at: context.now() })
  const { events, version } = await refuseUnreadable(store.read(id))
  if (version !== expectedVersion) throw staleVersion(version)
  const decision = inquiryRules.decide(command, fold(inquiryRules, events))
  if ('refusal' in decision) throw new Refused(decision.refusal)
  const appended = await store.append(id, version, decision.events)
  if ('refusal' in appended) throw staleVersion(undefined)
}

function staleVersion(current: number | undefined): Refused {
  const now = current === undefined ? '' : ` (it is at version ${current} now)`
  return new Refused({
    code: 'stale-version',
    message: `the inquiry is not at the version that you decided on${now}; read it again and decide again`,
    path: 'expectedVersion',
  })
}

function refuseFuture(context: Context, on: string) {
  const today = context.now().slice(0, 10)
  if (on > today)
    throw new Refused({
      code: 'day-in-the-future',
      message: `${on} is after today, ${today}: record what has happened`,
      path: 'on',
    })
}

/** A database keeps neither the character U+0000 nor half of a pair of surrogates. */
function refuseUnstorable(value: unknown, path: string) {
  if (typeof value === 'string' && (value.includes('\u0000') || /\p{Surrogate}/u.test(value)))
    throw new Refused({
      code: 'character-not-storable',
      message: 'a text has a null character or half a character in it; type it anew',
      path,
    })
  if (typeof value !== 'object' || value === null) return
  for (const [key, part] of Object.entries(value))
    refuseUnstorable(part, Array.isArray(value) ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`)
}

/** An author reflects in their own name, or writes down what a participant reflected; not what another author did. */
function refuseVoiceOfAnother(context: Context, { by }: CommandOf<'Reflect'>, members: readonly Member[]) {
  if (by !== viewerOf(context).personId && members.some(({ personId }) => personId === by))
    throw new Refused({
      code: 'reflection-of-somebody-else',
      message: 'the members of an inquiry each record their own reflections; leave `participant` out for yours',
      path: 'participant',
    })
}

async function refuseUnknownAttendee(tx: Tx, institutionId: string, { attendees }: CommandOf<'HoldValidationMeeting'>) {
  const ids = attendees.filter((attendee) => isPersonId(attendee))
  const known = await peopleAmong(tx, institutionId, ids)
  if (ids.some((id) => !known.has(id))) throw unknownId('Person', 'attendees')
}

/** Whether somebody in a history is a person of the institution; others are there by the words for them. */
export function isPersonId(somebody: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(somebody)
}

async function refuseUnknownPerson<T>(insert: Promise<T>, path: string): Promise<T> {
  try {
    return await insert
  } catch (error) {
    throw sqlStateOf(error) === sqlState.foreignKeyViolation ? unknownId('Person', path) : error
  }
}

async function refuseUnreadable<T>(read: Promise<T>): Promise<T> {
  try {
    return await read
  } catch (error) {
    if (!(error instanceof UnreadableHistory)) throw error
    throw new Refused({ code: 'history-not-readable', message: error.message })
  }
}
