import { defineObjective, type Objective } from '@mentoring-commons/reporting/evaluation'
import { type Context, viewerOf } from '../../../context.ts'
import { unknownId } from '../../../own.ts'
import { once } from '../../people/idempotency.ts'
import { type Repeatable, sound, staleVersion } from '../answers.ts'
import { insertObjective, lockObjective, updateObjective } from './store.ts'

/** What an objective is. */
export interface ObjectiveInput extends Omit<Objective, 'id' | 'to'> {
  readonly to?: string | null | undefined
}

/** Adds an objective: its id. */
export function addObjective(context: Context, input: ObjectiveInput, { idempotencyKey }: Repeatable): Promise<string> {
  const { institutionId } = viewerOf(context)
  return once(context, { command: 'addObjective', idempotencyKey, input }, async (tx) => {
    const state = soundObjective(context.newId(), input)
    await insertObjective(tx, institutionId, state)
    return state.id
  })
}

/** Says what an objective is now, in place of what it was: its id. */
export function amendObjective(
  context: Context,
  input: ObjectiveInput,
  { idempotencyKey, ...which }: Repeatable & { readonly objectiveId: string; readonly expectedVersion: number },
): Promise<string> {
  const { institutionId } = viewerOf(context)
  return once(context, { command: 'amendObjective', idempotencyKey, input: [which, input] }, async (tx) => {
    const stored = await lockObjective(tx, institutionId, which.objectiveId)
    if (stored === undefined) throw unknownId('Objective', 'id')
    if (stored.version !== which.expectedVersion) throw staleVersion('objective', stored.version)
    await updateObjective(tx, institutionId, soundObjective(which.objectiveId, input), stored.version + 1)
    return which.objectiveId
  })
}

function soundObjective(id: string, { to, ...rest }: ObjectiveInput): Objective {
  return sound(defineObjective({ id, ...rest, ...(to ? { to } : {}) }))
}
