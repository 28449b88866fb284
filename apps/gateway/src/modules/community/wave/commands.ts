import { readWave, type TieRule } from '@mentoring-commons/mentoring/community'
import { type Context, type Tx, viewerOf } from '../../../context.ts'
import { unknownId } from '../../../own.ts'
import { accepted, Refused } from '../../../refused.ts'
import { once } from '../../people/idempotency.ts'
import {
  closeRow,
  findWave,
  insertTies,
  insertWave,
  mentoringPairs,
  placedPeople,
  replaceAnswer,
  type StoredWave,
  withinWave,
} from './store.ts'

/** The most people within the boundary of one wave: its figures are worked out while somebody waits. */
const peopleMax = 10_000

/** The most people whom one person may name. */
const namedMax = 100

interface Repeatable {
  readonly idempotencyKey?: string | null | undefined
}

/** A wave to open. */
export interface WaveInput extends Repeatable {
  readonly boundary: string
  readonly tieKind: string
  readonly rule: TieRule
  /** Departments within the boundary; all where none is named. */
  readonly departments?: readonly string[] | null | undefined
}

/** Opens a wave that asks people whom they are tied to: its id. Departments are those of today. */
export function openWave(
  context: Context,
  { idempotencyKey, ...input }: WaveInput & { readonly question: string },
): Promise<string> {
  return once(context, { command: 'openWave', idempotencyKey, input }, (tx) =>
    makeWave(context, tx, input, { source: 'survey', question: input.question }),
  )
}

/** Takes a wave from the mentoring relationships that run today, and closes it at once: its id. */
export function takeWaveOfRelationships(context: Context, { idempotencyKey, ...input }: WaveInput): Promise<string> {
  const { institutionId } = viewerOf(context)
  return once(context, { command: 'takeWaveOfRelationships', idempotencyKey, input }, async (tx) => {
    const id = await makeWave(context, tx, input, { source: 'relationship' })
    const pairs = await mentoringPairs(tx, institutionId)
    const within = await withinWave(tx, institutionId, id, [...new Set(pairs.flat())])
    const inside = pairs.filter((pair) => pair.every((personId) => within.has(personId)))
    await insertTies(tx, institutionId, id, inside)
    await closeRow(tx, institutionId, id, context.now())
    return id
  })
}

/** Whom the viewer names in an open wave. */
export interface AnswerInput extends Repeatable {
  readonly waveId: string
  readonly named: readonly string[]
  /** That they know how the answer is used. */
  readonly consent: boolean
}

/** Gives the viewer's own answer, in place of what they answered before: the wave's id. Naming nobody is an answer. */
export function answerWave(context: Context, { idempotencyKey, ...input }: AnswerInput): Promise<string> {
  const { institutionId } = viewerOf(context)
  return once(context, { command: 'answerWave', idempotencyKey, input }, async (tx) => {
    if (!input.consent)
      throw new Refused({
        code: 'consent-missing',
        message: 'answers are only taken from people who agree to their use; read it, and say so with consent: true',
        path: 'consent',
      })
    const { wave, personId } = await openWaveOfViewer(context, tx, input.waveId)
    const named = [...new Set(input.named)]
    if (named.length > namedMax)
      throw new Refused({
        code: 'too-many-named',
        message: `${named.length} people are more than ${namedMax}: name those with whom it matters most`,
        path: 'named',
      })
    if (named.includes(personId))
      throw new Refused({ code: 'tie-to-oneself', message: 'leave yourself out', path: 'named' })
    const within = await withinWave(tx, institutionId, wave.id, named)
    if (named.some((one) => !within.has(one))) throw unknownId('Person', 'named')
    await replaceAnswer(tx, institutionId, wave.id, personId, { named, answeredAt: context.now() })
    return wave.id
  })
}

/** Takes the viewer's own answer away: the wave's id. */
export function withdrawWaveAnswer(
  context: Context,
  { idempotencyKey, waveId }: Repeatable & { readonly waveId: string },
): Promise<string> {
  const { institutionId } = viewerOf(context)
  return once(context, { command: 'withdrawWaveAnswer', idempotencyKey, input: waveId }, async (tx) => {
    const { wave, personId } = await openWaveOfViewer(context, tx, waveId)
    await replaceAnswer(tx, institutionId, wave.id, personId, { named: [], answeredAt: null })
    return wave.id
  })
}

/** Closes a wave: its id. From then on answers stay as they are, and figures can be read. */
export function closeWave(
  context: Context,
  { idempotencyKey, waveId }: Repeatable & { readonly waveId: string },
): Promise<string> {
  const { institutionId } = viewerOf(context)
  return once(context, { command: 'closeWave', idempotencyKey, input: waveId }, async (tx) => {
    const wave = await findWave(tx, institutionId, waveId, 'change')
    if (wave === undefined) throw unknownId('NetworkWave', 'wave')
    if (wave.closedAt !== null) throw closed()
    await closeRow(tx, institutionId, waveId, context.now())
    return waveId
  })
}

async function makeWave(
  context: Context,
  tx: Tx,
  { boundary, tieKind, rule, departments }: WaveInput,
  origin: { readonly source: 'survey'; readonly question: string } | { readonly source: 'relationship' },
): Promise<string> {
  const viewer = viewerOf(context)
  const { institutionId } = viewer
  const people = await placedPeople(tx, institutionId, departments ?? undefined)
  const empty = departments?.find((one) => !people.some(({ departmentId }) => departmentId === one))
  if (empty !== undefined || people.length === 0)
    throw new Refused({
      code: 'boundary-empty',
      message: `nobody is known to be of ${empty === undefined ? 'any department' : `the department "${empty}"`}; give people their unit first`,
      path: 'departments',
    })
  if (people.length > peopleMax)
    throw new Refused({
      code: 'boundary-too-wide',
      message: `${people.length} people are more than the ${peopleMax} whom one wave takes; name some departments`,
      path: 'departments',
    })
  const id = context.newId()
  const heldOn = context.now().slice(0, 10)
  accepted(readWave({ id, on: heldOn, boundary, tieKind, ...origin, people, ties: [] }))
  await insertWave(
    tx,
    {
      institutionId,
      id,
      heldOn,
      boundary,
      tieKind,
      rule,
      ...origin,
      openedBy: viewer.accountId,
      openedAt: context.now(),
    },
    people,
  )
  return id
}

/** An open wave that the viewer is asked in, held open. */
async function openWaveOfViewer(
  context: Context,
  tx: Tx,
  waveId: string,
): Promise<{ readonly wave: StoredWave; readonly personId: string }> {
  const { institutionId, personId } = viewerOf(context)
  const wave = await findWave(tx, institutionId, waveId, 'hold')
  if (wave === undefined) throw unknownId('NetworkWave', 'wave')
  const isWithin = personId !== null && (await withinWave(tx, institutionId, waveId, [personId])).has(personId)
  if (!isWithin || wave.source !== 'survey')
    throw new Refused({
      code: 'not-asked',
      message: 'only people within the boundary of a survey answer it, each for themselves',
      path: 'wave',
    })
  if (wave.closedAt !== null) throw closed()
  return { wave, personId }
}

function closed(): Refused {
  return new Refused({
    code: 'wave-closed',
    message: 'this wave is closed: its answers stay as they are',
    path: 'wave',
  })
}
