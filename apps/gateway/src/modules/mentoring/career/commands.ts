import {
  type CareerSpell,
  type CareerStage,
  defineStages,
  recordSpell,
  type StageSet,
} from '@mentoring-commons/mentoring'
import { type Context, type Tx, viewerOf } from '../../../context.ts'
import { sqlState, sqlStateOf } from '../../../db/errors.ts'
import { unknownId } from '../../../own.ts'
import { accepted, Refused } from '../../../refused.ts'
import { once } from '../../people/idempotency.ts'
import { refuseFuture } from '../commands.ts'
import { insertSpell, insertStages, latestStages, spellsOf, updateSpell } from './store.ts'

interface Repeatable {
  readonly idempotencyKey?: string | null | undefined
}

/** The stages of a career that the institution tells apart, and the version that the viewer has read. */
export interface StagesInput extends Repeatable {
  readonly stages: readonly CareerStage[]
  readonly expectedVersion: number
}

/** Defines the stages of a career: the version, as text. What was defined before is kept. */
export function defineCareerStages(context: Context, { idempotencyKey, ...input }: StagesInput): Promise<string> {
  const { institutionId, accountId } = viewerOf(context)
  return once(context, { command: 'defineCareerStages', idempotencyKey, input }, async (tx) => {
    const version = (await latestStages(tx, institutionId))?.version ?? 0
    const stale = new Refused({
      code: 'stale-version',
      message: `the stages were changed since you read them (they are at version ${version} now); read them again and decide again`,
      path: 'expectedVersion',
    })
    if (version !== input.expectedVersion) throw stale
    const set = accepted(defineStages({ id: 'career-stages', version: version + 1, stages: input.stages }))
    const row = { institutionId, version: set.version, stages: set.stages, setBy: accountId, setAt: context.now() }
    await refuseTwin(insertStages(tx, row), stale)
    return String(set.version)
  })
}

/** Records that somebody is at a stage from a day; without a stage it is not known from then on: the day. */
export function recordCareerStage(
  context: Context,
  { idempotencyKey, ...input }: CareerSpell & Repeatable,
): Promise<string> {
  const { institutionId, accountId } = viewerOf(context)
  return once(context, { command: 'recordCareerStage', idempotencyKey, input }, async (tx) => {
    refuseFuture(context, input.from, 'from')
    const earlier = await spellsOf(tx, institutionId, input.personId)
    const spell = accepted(recordSpell(input, await stagesIn(tx, institutionId), earlier))
    const twin = new Refused({
      code: 'try-again',
      message: 'a stage of this day was recorded at the same moment; read it, and correct it where it is wrong',
      path: 'from',
    })
    await refuseTwin(insertSpell(tx, institutionId, spell, { by: accountId, at: context.now() }), twin)
    return spell.from
  })
}

/** Corrects the stage that was recorded from a day: the day. */
export function correctCareerStage(
  context: Context,
  { idempotencyKey, ...input }: CareerSpell & Repeatable,
): Promise<string> {
  const { institutionId, accountId } = viewerOf(context)
  return once(context, { command: 'correctCareerStage', idempotencyKey, input }, async (tx) => {
    const spell = accepted(recordSpell(input, await stagesIn(tx, institutionId), []))
    if (await updateSpell(tx, institutionId, spell, { by: accountId, at: context.now() })) return spell.from
    throw new Refused({
      code: 'no-stage-from-then',
      message: `no stage of this person begins on ${input.from}; record it, or name the day that it begins on`,
      path: 'from',
    })
  })
}

async function stagesIn(tx: Tx, institutionId: string): Promise<StageSet> {
  const stages = await latestStages(tx, institutionId)
  if (stages !== undefined) return stages
  throw new Refused({
    code: 'no-stages',
    message: 'your institution has not said which stages it tells apart; define them with defineCareerStages first',
  })
}

async function refuseTwin(insert: Promise<unknown>, twin: Refused): Promise<void> {
  try {
    await insert
  } catch (error) {
    const state = sqlStateOf(error)
    if (state === sqlState.foreignKeyViolation) throw unknownId('Person', 'person')
    throw state === sqlState.uniqueViolation ? twin : error
  }
}
