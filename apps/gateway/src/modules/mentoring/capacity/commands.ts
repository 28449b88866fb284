import {
  setCapacity as allow,
  type Carried,
  capacityLeft,
  mayOffer,
  type Participant,
  type ParticipantRole,
} from '@mentoring-commons/mentoring'
import { type Context, type Tx, viewerOf } from '../../../context.ts'
import { unknownId } from '../../../own.ts'
import { accepted, Refused } from '../../../refused.ts'
import { once } from '../../people/idempotency.ts'
import { holdsAny, runsProgrammes } from '../../people/policy.ts'
import { expireLapsed } from '../offer/store.ts'
import { maySetCapacity } from './policy.ts'
import { carriedBy, holdPeople, putCapacity } from './store.ts'

/** A capacity to set; from today where no day is named. */
export interface CapacityInput {
  readonly personId: string
  readonly role: ParticipantRole
  readonly relationshipsMax: number
  readonly from?: string | null | undefined
  readonly idempotencyKey?: string | null | undefined
}

/** Sets how many relationships somebody carries at most in a role, in all programmes together: the person's id. */
export function setCapacity(context: Context, { idempotencyKey, ...input }: CapacityInput): Promise<string> {
  const viewer = viewerOf(context)
  const { institutionId, accountId } = viewer
  return once(context, { command: 'setCapacity', idempotencyKey, input }, async (tx) => {
    const { personId, role, relationshipsMax } = input
    if (!maySetCapacity(viewer, personId)) throw unknownId('Person', 'person')
    const carried = await carriedStill(context, tx, [personId], 'person')
    const from = input.from ?? today(context)
    const set = accepted(allow({ personId, role, from, relationshipsMax }, carried.offers, carried.relationships))
    await putCapacity(tx, institutionId, set, { by: accountId, at: context.now() })
    return personId
  })
}

/**
 * Takes the places that an offer or a direct proposal fills, or refuses; whoever asks for the same people waits until this
 * transaction ends. Call it before the row is written, in the same transaction. By an offer only a mentor or facilitator is asked
 * who has said how many they carry; a direct proposal is kept within what was said.
 */
export async function takePlaces(
  context: Context,
  tx: Tx,
  participants: readonly Participant[],
  by: 'offer' | 'proposal',
): Promise<Carried> {
  const carried = await carriedStill(context, tx, peopleIn(participants), 'participants')
  accepted(
    mayOffer(by === 'offer' ? participants : withCapacity(context, participants, carried), carried, today(context)),
  )
  return carried
}

/**
 * Refuses to let an offer or proposal become a relationship where those under way leave no room for it. Others that are only offered
 * do not stand in its way, because it was offered too.
 */
export async function keepWithinPlaces(context: Context, tx: Tx, participants: readonly Participant[], id: string) {
  const { institutionId } = viewerOf(context)
  const people = peopleIn(participants)
  await holdPeople(tx, institutionId, people)
  const carried = await carriedBy(tx, institutionId, people, today(context))
  const underWay = carried.relationships.filter(
    (one) => one.id !== id && one.status !== 'proposed' && one.status !== 'offered',
  )
  const asked = withCapacity(context, participants, carried)
  const answer = mayOffer(asked, { ...carried, offers: [], relationships: underWay }, today(context))
  if ('value' in answer) return
  // How much somebody else carries is for whoever runs programmes.
  const message = holdsAny(viewerOf(context), runsProgrammes)
    ? answer.refusal.message
    : 'there is no room for it any more; ask a coordinator of the programme'
  throw new Refused({ code: answer.refusal.code, message, path: 'participants' })
}

/** What people carry once offers that nobody answered in time are out of the way, held still. */
async function carriedStill(context: Context, tx: Tx, people: readonly string[], path: string): Promise<Carried> {
  const { institutionId, accountId } = viewerOf(context)
  const held = await holdPeople(tx, institutionId, people)
  if (held.length < people.length) throw unknownId('Person', path)
  await expireLapsed(tx, institutionId, { people, on: today(context) }, { by: accountId, at: context.now() })
  return carriedBy(tx, institutionId, people, today(context))
}

function withCapacity(context: Context, participants: readonly Participant[], carried: Carried) {
  return participants.filter((who) => capacityLeft(who, carried, today(context)) !== undefined)
}

function peopleIn(participants: readonly Participant[]): readonly string[] {
  return [...new Set(participants.map(({ personId }) => personId))]
}

function today(context: Context): string {
  return context.now().slice(0, 10)
}
