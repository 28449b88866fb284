import type { CommandOf } from '../commands.ts'
import { type Cycle, runsSince } from '../cycle.ts'
import type { Decision } from '../decider.ts'
import type { InquiryEvent } from '../events.ts'
import type { InquiryUnderway } from '../inquiry.ts'
import type { Refusal } from '../refusal.ts'
import { type Check, date, find, findUnendedCycle, first, no, notBefore, texts, unless } from './check.ts'

/** Frees a cycle that has not ended from the days of the one that it lies within, for a reason. */
export function detachCycle(
  { cycle: id, on, reason }: CommandOf<'DetachCycle'>,
  inquiry: InquiryUnderway,
): Decision<InquiryEvent, Refusal> {
  const found = find(inquiry.cycles, id, 'cycle')
  if ('refusal' in found) return found
  const unended = findUnendedCycle(inquiry, id)
  if ('refusal' in unended) return unended
  return unless(
    first(date(on), texts({ reason }), mayDetach(found.value), notBefore(on, runsSince(found.value), 'the cycle ran')),
    { type: 'CycleDetached', cycle: id, on, reason },
  )
}

/** Why a cycle that has not ended cannot be detached whatever the day, if so. */
export function mayDetach(cycle: Cycle): Check {
  if (cycle.parent === undefined) {
    return no('parent-missing', `cycle "${cycle.id}" lies within no other; there is nothing to detach it from`, 'cycle')
  }
  if (cycle.detached === undefined) return undefined
  const says = `cycle "${cycle.id}" is detached since ${cycle.detached.on}; nothing is left to do`
  return no('already-detached', says, 'cycle')
}
