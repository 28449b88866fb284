import type { InquiryCommand } from './commands.ts'
import { decide } from './decide.ts'
import type { Decider } from './decider.ts'
import type { InquiryEvent } from './events.ts'
import { evolve } from './evolve.ts'
import type { Inquiry } from './inquiry.ts'
import { defineModel } from './models/define-model.ts'
import type { ModelDefinition } from './models/model.ts'
import { models as shipped } from './models/shipped.ts'
import type { Refusal } from './refusal.ts'
import { restore } from './restore.ts'
import type { StoredEvent } from './upcast.ts'

/** The decider of an action research inquiry. */
export type ActionResearch = Decider<InquiryCommand, InquiryEvent, Inquiry, Refusal>

/** The models that inquiries may be begun on. */
export interface ActionResearchOptions {
  readonly models: readonly ModelDefinition[]
}

/**
 * The decider of action research inquiries that may be begun on the given models, a list of them or `{ models }`; without
 * any, on all that this package ships. An inquiry that has begun goes on whatever the models. Throws a RangeError for no
 * models, for two that share an id, and for one that `defineModel` refuses.
 * @example
 * ```ts
 * import { actionResearch, lewin } from '@mentoring-commons/action-research'
 * const { decide, initialState } = actionResearch({ models: [lewin] })
 * const answer = decide({ type: 'CloseCycle', cycle: 'c1', on: '2026-06-30' }, initialState)
 * 'refusal' in answer && answer.refusal.code //=> "not-begun"
 * ```
 */
export function actionResearch(
  given: readonly ModelDefinition[] | ActionResearchOptions = { models: shipped },
): ActionResearch {
  const models = 'models' in given ? given.models : given
  const ids = models.map(({ id }) => id)
  if (ids.length === 0 || new Set(ids).size < ids.length) {
    throw new RangeError(`models need one id each, and there must be one at least; got ${JSON.stringify(ids)}`)
  }
  for (const model of models) {
    const answer = defineModel(model)
    if ('refusal' in answer) throw new RangeError(`model ${JSON.stringify(model.id)}: ${answer.refusal.message}`)
  }
  return {
    initialState: { status: 'not-begun' },
    decide: (command, inquiry) => decide(command, inquiry, models),
    evolve,
    restore: (events) => restore(events as unknown as readonly StoredEvent[]),
  }
}
