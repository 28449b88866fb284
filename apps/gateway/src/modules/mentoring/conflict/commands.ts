import {
  type ConflictKind,
  type ConflictRecord,
  conflictsAmong,
  type ManagementLine,
  managersAbove,
  type Participant,
  parseStored,
  recordConflict as record,
} from '@mentoring-commons/mentoring'
import { type Context, type Tx, viewerOf } from '../../../context.ts'
import { sqlState, sqlStateOf } from '../../../db/errors.ts'
import { unknownId } from '../../../own.ts'
import { accepted, Refused } from '../../../refused.ts'
import { once } from '../../people/idempotency.ts'
import {
  closeConflict,
  closeLine,
  insertConflict,
  insertLine,
  knownConflicts,
  linesAbove,
  linesBetween,
  peopleBelow,
  runningBetween,
} from './store.ts'

interface Repeatable {
  readonly idempotencyKey?: string | null | undefined
}

/** A conflict between two people, in either order. */
export interface ConflictInput extends Repeatable {
  readonly people: readonly [string, string]
  readonly kind: ConflictKind
  readonly from: string
  readonly to?: string | undefined
}

/** Records a conflict between two people: the first day that it stands. */
export function recordConflict(context: Context, { idempotencyKey, ...input }: ConflictInput): Promise<string> {
  const { institutionId } = viewerOf(context)
  return once(context, { command: 'recordConflict', idempotencyKey, input }, async (tx) => {
    const conflict = conflictFrom(input)
    const added = await refuseUnknownPerson(insertConflict(tx, institutionId, conflict), 'people')
    if (added) return conflict.from
    throw new Refused({
      code: 'conflict-recorded',
      message: `a conflict of this kind between the two stands from ${conflict.from} already; end that one, or give another day`,
      path: 'from',
    })
  })
}

/** What ends, and its last day. */
export interface ConflictEndInput extends Repeatable {
  readonly people: readonly [string, string]
  readonly kind: ConflictKind
  readonly on: string
}

/** Ends a conflict that lasts: the first day of the one that ended. That somebody mentored somebody never ends. */
export function endConflict(context: Context, { idempotencyKey, ...input }: ConflictEndInput): Promise<string> {
  const { institutionId } = viewerOf(context)
  return once(context, { command: 'endConflict', idempotencyKey, input }, async (tx) => {
    if (input.kind === 'mentoring')
      throw new Refused({
        code: 'mentored-for-ever',
        message: 'who mentored somebody never assesses them, whatever became of the two: this conflict has no end',
        path: 'kind',
      })
    const conflict = conflictFrom({ people: input.people, kind: input.kind, from: input.on })
    const [first] = (await closeConflict(tx, institutionId, { ...conflict, to: input.on })).toSorted()
    if (first !== undefined) return first
    throw new Refused({
      code: 'no-conflict-lasts',
      message: `no conflict of this kind between the two began by ${input.on} and lasts; see the query conflicts`,
      path: 'on',
    })
  })
}

/** A line of management to record. */
export interface LineInput extends Repeatable {
  readonly managerId: string
  readonly reportId: string
  readonly from: string
  readonly to?: string | undefined
}

/** Records that somebody manages somebody: the first day of the line. */
export function recordManagementLine(context: Context, { idempotencyKey, ...input }: LineInput): Promise<string> {
  const { institutionId } = viewerOf(context)
  return once(context, { command: 'recordManagementLine', idempotencyKey, input }, async (tx) => {
    const line = lineFrom(input)
    const [shared] = await linesBetween(tx, institutionId, line)
    if (shared !== undefined)
      throw new Refused({
        code: 'line-recorded',
        message: `this line stands from ${shared} and shares days with the new one; end it first, or give other days`,
        path: 'from',
      })
    await refuseUnknownPerson(insertLine(tx, institutionId, line), 'manager')
    return line.from
  })
}

/** Ends a line of management that lasts: its first day. */
export function endManagementLine(
  context: Context,
  {
    idempotencyKey,
    ...input
  }: Repeatable & { readonly managerId: string; readonly reportId: string; readonly on: string },
): Promise<string> {
  const { institutionId } = viewerOf(context)
  return once(context, { command: 'endManagementLine', idempotencyKey, input }, async (tx) => {
    const first = await closeLine(tx, institutionId, input)
    if (first !== undefined) return first
    throw new Refused({
      code: 'no-line-lasts',
      message: `no line between the two began by ${input.on} and lasts; see the query managementLines`,
      path: 'on',
    })
  })
}

/**
 * The relationships under way that a line of management stands in, by id: somebody at or below its report meets somebody at or
 * above its manager in them. Asked for today, or for the first day of a line that is still to come; none where it is over.
 */
export function standsBetween(
  context: Context,
  { managerId, reportId, from, to }: ManagementLine,
): Promise<readonly string[]> {
  const { institutionId } = viewerOf(context)
  const today = context.now().slice(0, 10)
  const on = from > today ? from : today
  return context.transact('read', async (tx) => {
    if (to !== undefined && to < on) return []
    const lines = await linesAbove(tx, institutionId, [reportId], on)
    const above = [managerId, ...managersAbove(managerId, lines, on)]
    const below = await peopleBelow(tx, institutionId, reportId, on)
    const met: string[] = []
    for (const state of await runningBetween(tx, institutionId, above, below)) {
      const known = await knownConflicts(tx, institutionId, state.participants, on)
      const stands = conflictsAmong(state.participants, { records: [], lines: known.lines }, on)
      if (stands.length > 0) met.push(state.id)
    }
    return met
  })
}

/** Refuses people who would be brought together although a conflict, or a line of management, stands between them on a day. */
export async function refuseConflicts(
  context: Context,
  tx: Tx,
  participants: readonly Participant[],
  on: string,
  path: string,
): Promise<void> {
  const { institutionId } = viewerOf(context)
  const known = await knownConflicts(tx, institutionId, participants, on)
  const [first] = conflictsAmong(participants, known, on)
  if (first === undefined) return
  throw new Refused({
    code: 'conflict-stands',
    message: `a conflict of kind ${first.kind} stands between two of these people on ${on}; name somebody else, or end it first if it is over`,
    path,
  })
}

function conflictFrom({
  people: [personA, personB],
  kind,
  from,
  to,
}: Omit<ConflictInput, 'idempotencyKey'>): ConflictRecord {
  return accepted(record({ personA, personB, kind, from, ...(to === undefined ? {} : { to }) }))
}

function lineFrom({ managerId, reportId, from, to }: Omit<LineInput, 'idempotencyKey'>): ManagementLine {
  const line = accepted(
    parseStored('management-line', { managerId, reportId, from, ...(to === undefined ? {} : { to }) }),
  )
  // A line that joins somebody with themselves, or ends before it begins, is refused as a conflict of that shape is.
  accepted(
    record({
      personA: managerId,
      personB: reportId,
      kind: 'line-management',
      from,
      ...(to === undefined ? {} : { to }),
    }),
  )
  return line
}

async function refuseUnknownPerson<T>(insert: Promise<T>, path: string): Promise<T> {
  try {
    return await insert
  } catch (error) {
    throw sqlStateOf(error) === sqlState.foreignKeyViolation ? unknownId('Person', path) : error
  }
}
