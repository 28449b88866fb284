import { defineEvidence, type SoundEvidence } from '@mentoring-commons/ukpsf'
import { type Context, type Tx, viewerOf } from '../../../context.ts'
import { sqlState, sqlStateOf } from '../../../db/errors.ts'
import { unknownId } from '../../../own.ts'
import { accepted, Refused } from '../../../refused.ts'
import { once } from '../../people/idempotency.ts'
import { goalAsOrigin, inquiryAsOrigin, meetingAsOrigin, type Origin } from '../origin/store.ts'
import { mayChangeEvidence, mayReadEvidence } from './policy.ts'
import {
  countEvidence,
  deleteEvidence,
  evidenceOf,
  insertEvidence,
  insertRequest,
  loadEvidence,
  type StoredEvidence,
  updateEvidence,
  updateWord,
} from './store.ts'
import type { EvidenceOrigin } from './table.ts'

/** The most pieces of evidence that one person keeps; a portfolio is read whole, so it has an end. */
export const portfolioMax = 1_000

interface Repeatable {
  readonly idempotencyKey?: string | null | undefined
}

/** What somebody says of a piece of their evidence. */
export interface EvidenceInput extends Repeatable {
  readonly kind: string
  readonly title?: string | null | undefined
  readonly fromDay: string
  readonly toDay?: string | null | undefined
  readonly tags: readonly string[]
  readonly words?: number | null | undefined
  readonly address?: string | null | undefined
}

/** Adds a piece of evidence to the viewer's portfolio: its id. */
export function addEvidence(context: Context, { idempotencyKey, ...input }: EvidenceInput): Promise<string> {
  return once(context, { command: 'addEvidence', idempotencyKey, input }, (tx) => add(context, tx, input))
}

/** What evidence is made from, and what its owner says it shows. */
export interface FromOriginInput extends Repeatable {
  readonly from: { readonly kind: EvidenceOrigin; readonly id: string }
  readonly title?: string | null | undefined
  readonly tags: readonly string[]
}

/** Makes evidence of something that the viewer took part in, and keeps where it comes from: its id. */
export function makeEvidence(context: Context, { idempotencyKey, ...input }: FromOriginInput): Promise<string> {
  return once(context, { command: 'makeEvidence', idempotencyKey, input }, async (tx) => {
    const origin = await originOf(context, tx, input.from)
    try {
      return await add(
        context,
        tx,
        {
          kind: origin.evidenceKind,
          title: input.title ?? origin.title,
          fromDay: origin.fromDay,
          toDay: origin.toDay,
          tags: input.tags,
        },
        origin,
      )
    } catch (error) {
      if (sqlStateOf(error) !== sqlState.uniqueViolation) throw error
      throw new Refused({
        code: 'evidence-already-made',
        message: `this ${origin.kind} is evidence of yours already; tag that evidence instead of making it twice`,
        path: 'from',
      })
    }
  })
}

/** What is to be different; what is left out stays. */
export interface RevisionInput extends Repeatable, Partial<Omit<EvidenceInput, 'idempotencyKey'>> {
  readonly evidenceId: string
  readonly expectedVersion: number
}

/**
 * Changes a piece of evidence: its id. A word that somebody gave was about what they read: it stands for the tags that are
 * still claimed, and is asked for anew when anything but tags changes.
 */
export function reviseEvidence(context: Context, { idempotencyKey, ...input }: RevisionInput): Promise<string> {
  const { institutionId } = viewerOf(context)
  return once(context, { command: 'reviseEvidence', idempotencyKey, input }, async (tx) => {
    const { row, words } = await ownEvidence(context, tx, input.evidenceId)
    refuseStale(row, input.expectedVersion)
    const { evidenceId, expectedVersion, ...change } = input
    const next = {
      ...row,
      ...Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)),
      version: row.version + 1,
    }
    const sound = soundOf(context, { row: next, words: [] })
    const { institutionId: _, id: __, personId: ___, ...columns } = next
    const moved = (row.moved ?? []).filter(({ tag }) => isIn(sound.tags, tag))
    await updateEvidence(tx, institutionId, row.id, {
      ...columns,
      tags: [...sound.tags],
      moved: moved.length === 0 ? null : moved,
    })
    const same = (['kind', 'title', 'fromDay', 'toDay', 'words', 'address'] as const).every(
      (field) => row[field] === next[field],
    )
    for (const { byPersonId, givenOn, tags } of words) {
      const kept = { givenOn: same ? givenOn : null, tags: same ? tags.filter((tag) => isIn(sound.tags, tag)) : [] }
      await updateWord(tx, { institutionId, evidenceId: row.id, byPersonId }, kept)
    }
    return row.id
  })
}

/** Removes a piece of evidence from the viewer's portfolio: its id. What was submitted keeps its copy. */
export function removeEvidence(
  context: Context,
  { idempotencyKey, ...input }: Repeatable & { readonly evidenceId: string },
): Promise<string> {
  const { institutionId } = viewerOf(context)
  return once(context, { command: 'removeEvidence', idempotencyKey, input }, async (tx) => {
    const { row } = await ownEvidence(context, tx, input.evidenceId)
    await deleteEvidence(tx, institutionId, row.id)
    return row.id
  })
}

/** Asks somebody for their word on a piece of evidence, which opens it to them: its id. */
export function askCorroboration(
  context: Context,
  { idempotencyKey, ...input }: Repeatable & { readonly evidenceId: string; readonly personId: string },
): Promise<string> {
  const { institutionId } = viewerOf(context)
  return once(context, { command: 'askCorroboration', idempotencyKey, input }, async (tx) => {
    const { row } = await ownEvidence(context, tx, input.evidenceId)
    if (input.personId === row.personId)
      throw new Refused({
        code: 'self-corroboration',
        message: 'you cannot corroborate what is your own; ask somebody who was there or who read it',
        path: 'person',
      })
    const key = { institutionId, evidenceId: row.id, byPersonId: input.personId }
    try {
      await insertRequest(tx, { ...key, askedOn: today(context), givenOn: null, tags: [] })
    } catch (error) {
      throw sqlStateOf(error) === sqlState.foreignKeyViolation ? unknownId('Person', 'person') : error
    }
    return row.id
  })
}

/** Gives the viewer's word that evidence is as it says, for the tags they name: the evidence's id. */
export function corroborateEvidence(
  context: Context,
  { idempotencyKey, ...input }: Repeatable & { readonly evidenceId: string; readonly tags: readonly string[] },
): Promise<string> {
  const { institutionId, personId } = viewerOf(context)
  return once(context, { command: 'corroborateEvidence', idempotencyKey, input }, async (tx) => {
    const stored = await visibleEvidence(context, tx, input.evidenceId)
    if (personId === null || personId === stored.row.personId)
      throw new Refused({
        code: 'self-corroboration',
        message: 'you cannot corroborate what is your own; ask somebody who was there or who read it',
        path: 'evidence',
      })
    const word = { by: personId, on: today(context), tags: input.tags }
    const sound = accepted(defineEvidence({ ...evidenceOf({ row: stored.row, words: [] }), corroborations: [word] }))
    const tags = sound.corroborations?.[0]?.tags ?? []
    await updateWord(tx, { institutionId, evidenceId: stored.row.id, byPersonId: personId }, { givenOn: word.on, tags })
    return stored.row.id
  })
}

async function add(context: Context, tx: Tx, input: Omit<EvidenceInput, 'idempotencyKey'>, origin?: Origin) {
  const { institutionId } = viewerOf(context)
  const personId = personOf(context)
  if ((await countEvidence(tx, institutionId, personId)) >= portfolioMax)
    throw new Refused({
      code: 'portfolio-full',
      message: `a portfolio holds at most ${portfolioMax} pieces of evidence; remove some that you will not use`,
    })
  const row = {
    institutionId,
    id: context.newId(),
    personId,
    kind: input.kind,
    title: input.title ?? null,
    fromDay: input.fromDay,
    toDay: input.toDay ?? null,
    tags: [...input.tags],
    words: input.words ?? null,
    address: input.address ?? null,
    originKind: origin?.kind ?? null,
    originId: origin?.id ?? null,
    moved: null,
    version: 1,
    recordedAt: context.now(),
  }
  const { tags } = soundOf(context, { row, words: [] })
  await insertEvidence(tx, { ...row, tags: [...tags] })
  return row.id
}

function soundOf(context: Context, stored: StoredEvidence): SoundEvidence {
  const { address, fromDay, toDay } = stored.row
  if (address !== null && !/^https:\/\/[^\s/]+\S*$/.test(address))
    throw new Refused({
      code: 'malformed-address',
      message: `"${address}" is not an address that a reviewer can open; write it with https://`,
      path: 'address',
    })
  if ((toDay ?? fromDay) > today(context))
    throw new Refused({
      code: 'day-in-the-future',
      message: `${toDay ?? fromDay} is after today, ${today(context)}: evidence is of what has happened`,
      path: toDay === null ? 'fromDay' : 'toDay',
    })
  return accepted(defineEvidence(evidenceOf(stored)))
}

async function originOf(context: Context, tx: Tx, from: FromOriginInput['from']): Promise<Origin> {
  const { institutionId } = viewerOf(context)
  const origin = await origins[from.kind](tx, institutionId, from.id, personOf(context), today(context))
  if (origin === undefined) throw unknownId(`${from.kind} that you took part in`, 'from')
  return origin
}

type FindOrigin = (
  tx: Tx,
  institutionId: string,
  id: string,
  personId: string,
  today: string,
) => Promise<Origin | undefined>

const origins: Readonly<Record<EvidenceOrigin, FindOrigin>> = {
  meeting: meetingAsOrigin,
  goal: goalAsOrigin,
  inquiry: inquiryAsOrigin,
}

/** Refuses a change that was decided on another version than the stored one. */
export function refuseStale({ version }: { readonly version: number }, expected: number) {
  if (version === expected) return
  throw new Refused({
    code: 'stale-version',
    message: `this evidence was changed since you read it (it is at version ${version} now); read it again and decide again`,
    path: 'expectedVersion',
  })
}

/** A piece of the viewer's evidence, held still. */
export async function ownEvidence(context: Context, tx: Tx, id: string): Promise<StoredEvidence> {
  const stored = await visibleEvidence(context, tx, id)
  if (!mayChangeEvidence(viewerOf(context), stored.row.personId))
    throw new Refused({
      code: 'evidence-of-somebody-else',
      message: 'only its owner changes a piece of evidence; you may give your word on it',
      path: 'evidence',
    })
  return stored
}

async function visibleEvidence(context: Context, tx: Tx, id: string): Promise<StoredEvidence> {
  const viewer = viewerOf(context)
  const stored = await loadEvidence(tx, viewer.institutionId, id, 'lock')
  const asked = stored?.words.map(({ byPersonId }) => byPersonId) ?? []
  if (stored === undefined || !mayReadEvidence(viewer, stored.row.personId, asked))
    throw unknownId('Evidence', 'evidence')
  return stored
}

/** The person whom the viewer's account stands for. */
export function personOf(context: Context): string {
  const { personId } = viewerOf(context)
  if (personId !== null) return personId
  throw new Refused({
    code: 'account-without-person',
    message:
      'your account is not tied to a person of the institution, so it can hold no evidence and no claim; ask an administrator',
  })
}

function today(context: Context): string {
  return context.now().slice(0, 10)
}

function isIn(tags: readonly string[], tag: string): boolean {
  return tags.includes(tag)
}
