import type { InquiryCommand } from './commands.ts'
import { decide } from './decide.ts'
import type { Decider } from './decider.ts'
import type { InquiryEvent } from './events.ts'
import { evolve } from './evolve.ts'
import type { Inquiry } from './inquiry.ts'
import { kemmisMcTaggart } from './models/kemmis-mctaggart.ts'
import type { ModelDefinition } from './models/model.ts'
import type { Refusal } from './refusal.ts'

/** The decider of an action research inquiry. */
export type ActionResearch = Decider<InquiryCommand, InquiryEvent, Inquiry, Refusal>

/**
 * The decider of action research inquiries that may be begun on the given models; an inquiry that has begun goes on
 * whatever the models. Throws a RangeError for models that share an id or are none.
 * @example
 * ```ts
 * import { actionResearch } from '@mentoring-commons/action-research'
 * const { decide, initialState } = actionResearch()
 * const answer = decide({ type: 'CloseCycle', cycle: 'c1', on: '2026-06-30' }, initialState)
 * 'refusal' in answer && answer.refusal.code //=> "not-begun"
 * ```
 */
export function actionResearch(models: readonly ModelDefinition[] = [kemmisMcTaggart]): ActionResearch {
  const ids = models.map(({ id }) => id)
  if (ids.length === 0 || new Set(ids).size < ids.length) {
    throw new RangeError(`models need one id each, and there must be one at least; got ${JSON.stringify(ids)}`)
  }
  return {
    initialState: { status: 'not-begun' },
    decide: (command, inquiry) => decide(command, inquiry, models),
    evolve,
  }
}
