import {
  type ActionResearch,
  actionResearch,
  type Derivation,
  type InquiryCommand,
  models,
  type Policy,
} from '@mentoring-commons/action-research'
import { type Context, type Tx, viewerOf } from '../../context.ts'
import { sqlState, sqlStateOf } from '../../db/errors.ts'
import { unknownId } from '../../own.ts'
import { Refused } from '../../refused.ts'
import { once } from '../people/idempotency.ts'
import { ownModels } from './model/store.ts'
import { mayKnowInquiry, mayReadInquiry, mayRecordInquiry } from './policy.ts'
import { refuseUnstorable } from './storable.ts'
import {
  deleteMember,
  inquiryEvents,
  inquiryRules,
  insertMembers,
  lockMembers,
  type Member,
  peopleAmong,
  restored,
  UnreadableHistory,
} from './store.ts'

/** Every command may be sent again with the same key. */
interface Repeatable {
  readonly idempotencyKey?: string | null | undefined
}

/** A command on an inquiry that has begun. */
export type NextCommand = Exclude<InquiryCommand, { readonly type: 'BeginInquiry' }>

/** An inquiry to begin. Whoever begins it is an author of it. */
export interface BeginningInput extends Repeatable {
  readonly question: string
  readonly values: readonly string[]
  readonly model: string
  readonly policy: Policy
  readonly coAuthorIds: readonly string[]
  readonly on: string
  readonly derivedFrom?: Derivation
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
    const { coAuthorIds: _, model: named, ...rest } = input
    if (rest.derivedFrom !== undefined) await refuseUnknownOrigin(context, tx, rest.derivedFrom)
    const own = await ownModels(tx, institutionId)
    const model = own.findLast(({ id, key }) => id === named || key === named)
    const rules = actionResearch([...models, ...own.map(({ definition }) => definition)])
    await record(
      context,
      tx,
      id,
      0,
      { type: 'BeginInquiry', inquiry: id, ...rest, model: model?.id ?? named, authors },
      rules,
    )
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
  const { inquiryId: id, expectedVersion } = input
  const command = aboutWhole(input.command, id)
  return once(context, { command: 'advanceInquiry', idempotencyKey, input }, async (tx) => {
    const members = await ownMembers(context, tx, id)
    if ('by' in command) refuseVoiceOfAnother(context, command.by, members)
    await refuseUnknownPeople(tx, institutionId, command)
    await record(context, tx, id, expectedVersion, command)
    return id
  })
}

/** A remark on an inquiry as a whole names it by its own id. */
function aboutWhole(command: NextCommand, id: string): NextCommand {
  if (command.type !== 'Annotate' || command.about.kind !== 'inquiry') return command
  return { ...command, about: { kind: 'inquiry', id } }
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
export async function ownMembers(context: Context, tx: Tx, id: string): Promise<readonly Member[]> {
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

async function record(
  context: Context,
  tx: Tx,
  id: string,
  expectedVersion: number,
  command: InquiryCommand,
  rules: ActionResearch = inquiryRules,
) {
  const viewer = viewerOf(context)
  if ('on' in command) refuseFuture(context, command.on)
  refuseUnstorable(command)
  const store = inquiryEvents(tx, viewer.institutionId, { by: viewer.accountId, at: context.now() })
  const { state, version } = await refuseUnreadable(
    store.read(id).then((read) => ({ state: restored(id, read.events), version: read.version })),
  )
  if (version !== expectedVersion) throw staleVersion(version)
  const decision = rules.decide(command, state)
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

/** An author speaks in their own name, or writes down what a participant said; not what another author did. */
function refuseVoiceOfAnother(context: Context, by: string, members: readonly Member[]) {
  if (by !== viewerOf(context).personId && members.some(({ personId }) => personId === by))
    throw new Refused({
      code: 'reflection-of-somebody-else',
      message: 'the members of an inquiry each record what they think themselves; leave `participant` out for yours',
      path: 'participant',
    })
}

/** The people of the institution whom a command names, and where. Others are named by words. */
async function refuseUnknownPeople(tx: Tx, institutionId: string, command: NextCommand) {
  const [path, named] =
    command.type === 'HoldValidationMeeting'
      ? (['attendees', command.attendees] as const)
      : command.type === 'FormValidationGroup'
        ? (['members', command.members] as const)
        : command.type === 'NameCriticalFriend'
          ? (['person', [command.friend]] as const)
          : (['', []] as const)
  const ids = named.filter((one) => isPersonId(one))
  const known = await peopleAmong(tx, institutionId, ids)
  if (ids.some((id) => !known.has(id))) throw unknownId('Person', path)
}

/** An inquiry comes out of one that its author may read, and out of a cycle that is there. */
async function refuseUnknownOrigin(context: Context, tx: Tx, { inquiry: id, cycle }: Derivation) {
  const viewer = viewerOf(context)
  const members = await lockMembers(tx, viewer.institutionId, id)
  if (members === undefined || !mayReadInquiry(viewer, members)) throw unknownId('Inquiry', 'derivedFrom.inquiry')
  if (cycle === undefined) return
  const store = inquiryEvents(tx, viewer.institutionId, { by: viewer.accountId, at: context.now() })
  const state = await refuseUnreadable(store.read(id).then(({ events }) => restored(id, events)))
  if (state.status === 'underway' && state.cycles.some((one) => one.id === cycle)) return
  throw new Refused({
    code: 'not-found',
    message: `cycle is "${cycle}", which that inquiry does not have; leave it out, or name one of its cycles`,
    path: 'derivedFrom.cycle',
  })
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

/** What reading a history gives; one that cannot be read whole is refused as such. */
export async function refuseUnreadable<T>(read: Promise<T>): Promise<T> {
  try {
    return await read
  } catch (error) {
    if (!(error instanceof UnreadableHistory)) throw error
    throw new Refused({ code: 'history-not-readable', message: error.message })
  }
}
