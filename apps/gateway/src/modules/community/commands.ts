import {
  defineCommunity,
  defineMembership,
  defineThresholds,
  type LevelRule,
  type ParticipationKind,
  recordParticipation as record,
} from '@mentoring-commons/mentoring'
import { type Context, viewerOf } from '../../context.ts'
import { sqlState, sqlStateOf } from '../../db/errors.ts'
import { unknownId } from '../../own.ts'
import { accepted, Refused } from '../../refused.ts'
import { findProgrammeById } from '../mentoring/store.ts'
import { once } from '../people/idempotency.ts'
import { mayReadTakingPart, mayRecordTakingPart } from './policy.ts'
import {
  deleteEvent,
  endSpell,
  hasCommunity,
  insertCommunity,
  insertEvent,
  insertMembership,
  insertThresholds,
  latestThresholds,
  lockMembership,
  membershipsOf,
  whoTookPart,
} from './store.ts'

interface Repeatable {
  readonly idempotencyKey?: string | null | undefined
}

/** A community to form. */
export interface CommunityInput extends Repeatable {
  readonly label: string
  readonly domain: string
  readonly formedOn?: string | null | undefined
  readonly programmeIds: readonly string[]
}

/** Forms a community: its id. */
export function formCommunity(context: Context, { idempotencyKey, ...input }: CommunityInput): Promise<string> {
  const { institutionId } = viewerOf(context)
  return once(context, { command: 'formCommunity', idempotencyKey, input }, async (tx) => {
    const { label, domain, formedOn } = input
    const programmeIds = [...new Set(input.programmeIds)]
    for (const id of programmeIds)
      if ((await findProgrammeById(tx, institutionId, id)) === undefined) throw unknownId('Programme', 'programmes')
    const day = formedOn ? { formedOn } : {}
    const made = accepted(defineCommunity({ id: context.newId(), label, domain, ...day, programmeIds }))
    await insertCommunity(tx, institutionId, made)
    return made.id
  })
}

/** A spell to record. */
export interface MembershipInput extends Repeatable {
  readonly communityId: string
  /** The viewer themself where nobody is named. */
  readonly personId?: string | undefined
  readonly from: string
  readonly to?: string | null | undefined
}

/** Records that somebody belongs to a community: the spell's id. */
export function joinCommunity(context: Context, { idempotencyKey, ...input }: MembershipInput): Promise<string> {
  const { institutionId } = viewerOf(context)
  return once(context, { command: 'joinCommunity', idempotencyKey, input }, async (tx) => {
    const { communityId, from, to } = input
    const personId = personToRecord(context, input.personId)
    if (!(await hasCommunity(tx, institutionId, communityId, 'lock'))) throw unknownId('Community', 'community')
    refuseFuture(context, from, 'from')
    if (to) refuseFuture(context, to, 'to')
    const known = await membershipsOf(tx, institutionId, communityId, personId)
    const spell = accepted(defineMembership({ communityId, personId, from, ...(to ? { to } : {}) }, known))
    const id = context.newId()
    await refuseUnknownPerson(insertMembership(tx, institutionId, id, spell))
    return id
  })
}

/** Records that somebody left a community: the spell's id. */
export function leaveCommunity(
  context: Context,
  { idempotencyKey, ...input }: Repeatable & { readonly membershipId: string; readonly to: string },
): Promise<string> {
  const viewer = viewerOf(context)
  const { institutionId } = viewer
  return once(context, { command: 'leaveCommunity', idempotencyKey, input }, async (tx) => {
    const spell = await lockMembership(tx, institutionId, input.membershipId)
    if (spell === undefined || !mayReadTakingPart(viewer, spell.personId))
      throw unknownId('CommunityMembership', 'membership')
    personToRecord(context, spell.personId)
    if (spell.to !== undefined)
      throw new Refused({
        code: 'membership-ended',
        message: `this spell ended on ${spell.to}; record another one where they came back`,
        path: 'membership',
      })
    refuseFuture(context, input.to, 'to')
    const { communityId, personId, from } = spell
    const known = await membershipsOf(tx, institutionId, communityId, personId)
    accepted(
      defineMembership(
        { communityId, personId, from, to: input.to },
        known.filter(({ id }) => id !== spell.id),
      ),
    )
    await endSpell(tx, institutionId, spell.id, input.to)
    return spell.id
  })
}

/** That somebody took part once. */
export interface ParticipationInput extends Repeatable {
  readonly communityId: string
  readonly personId?: string | undefined
  readonly kind: ParticipationKind
  readonly on: string
}

/** Records that somebody took part in a community: the event's id. Whether they belong to it is no condition. */
export function recordParticipation(
  context: Context,
  { idempotencyKey, ...input }: ParticipationInput,
): Promise<string> {
  const { institutionId, accountId } = viewerOf(context)
  return once(context, { command: 'recordParticipation', idempotencyKey, input }, async (tx) => {
    const { communityId, kind, on } = input
    const personId = personToRecord(context, input.personId)
    if (!(await hasCommunity(tx, institutionId, communityId, 'look'))) throw unknownId('Community', 'community')
    refuseFuture(context, on, 'on')
    const event = accepted(record({ id: context.newId(), communityId, personId, kind, on }))
    const recorded = { recordedBy: accountId, recordedAt: context.now() }
    await refuseUnknownPerson(insertEvent(tx, institutionId, event, recorded))
    return event.id
  })
}

/** Takes away that somebody took part, which was recorded by mistake: the community's id. */
export function removeParticipation(
  context: Context,
  { idempotencyKey, eventId }: Repeatable & { readonly eventId: string },
): Promise<string> {
  const viewer = viewerOf(context)
  return once(context, { command: 'removeParticipation', idempotencyKey, input: eventId }, async (tx) => {
    const event = await whoTookPart(tx, viewer.institutionId, eventId)
    if (event === undefined || !mayReadTakingPart(viewer, event.personId))
      throw unknownId('ParticipationEvent', 'event')
    personToRecord(context, event.personId)
    await deleteEvent(tx, viewer.institutionId, eventId)
    return event.communityId
  })
}

/** Publishes what each level of participation means in numbers, in place of what counted before: the number of the version. */
export function publishThresholds(
  context: Context,
  { idempotencyKey, ...input }: Repeatable & { readonly rules: readonly LevelRule[]; readonly source: string },
): Promise<string> {
  const { institutionId, accountId, institutionKey } = viewerOf(context)
  return once(context, { command: 'publishThresholds', idempotencyKey, input }, async (tx) => {
    const version = (await latestThresholds(tx, institutionId)) + 1
    const { rules, source } = input
    const thresholds = accepted(defineThresholds({ key: institutionKey, version, rules, source, certainty: 'A' }))
    await refuseTwin(
      insertThresholds(tx, {
        institutionId,
        version,
        thresholds,
        publishedBy: accountId,
        publishedAt: context.now(),
      }),
    )
    return String(version)
  })
}

/** Who is meant: somebody whom the viewer may record for. */
function personToRecord(context: Context, named: string | undefined): string {
  const viewer = viewerOf(context)
  const personId = named ?? viewer.personId
  if (personId === null)
    throw new Refused({
      code: 'no-person',
      message: 'your account belongs to no person of the institution; name the person',
      path: 'person',
    })
  if (!mayRecordTakingPart(viewer, personId))
    throw new Refused({
      code: 'taking-part-of-others',
      message: 'people record what they take part in themselves; a coordinator may do so for others',
      path: 'person',
    })
  return personId
}

function refuseFuture(context: Context, on: string, path: string) {
  const today = context.now().slice(0, 10)
  if (on > today)
    throw new Refused({
      code: 'day-in-the-future',
      message: `${on} is after today, ${today}: record what has happened`,
      path,
    })
}

async function refuseUnknownPerson(insert: Promise<void>) {
  try {
    await insert
  } catch (error) {
    throw sqlStateOf(error) === sqlState.foreignKeyViolation ? unknownId('Person', 'person') : error
  }
}

async function refuseTwin(insert: Promise<void>) {
  try {
    await insert
  } catch (error) {
    if (sqlStateOf(error) !== sqlState.uniqueViolation) throw error
    throw new Refused({
      code: 'try-again',
      message: 'other thresholds were published at the same moment; send the request again',
    })
  }
}
