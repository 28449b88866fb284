import type { CommandOf } from '../commands.ts'
import type { Decision } from '../decider.ts'
import type { InquiryEvent } from '../events.ts'
import type { InquiryUnderway } from '../inquiry.ts'
import type { Refusal } from '../refusal.ts'
import { date, findOpenCycle, first, freshId, notBefore, texts, unless } from './check.ts'
import { needsOpen } from './facet.ts'

/** Records a reflection of an author or a participant, while the cycle reflects. */
export function reflect(command: CommandOf<'Reflect'>, inquiry: InquiryUnderway): Decision<InquiryEvent, Refusal> {
  const { cycle: id, reflection, by, on, text } = command
  const found = findOpenCycle(inquiry, id)
  if ('refusal' in found) return found
  const cycle = found.value
  const reflections = inquiry.cycles.flatMap((one) => one.reflections)
  const since = cycle.facets.find(({ facet, to }) => facet === 'reflect' && to === undefined)?.from ?? cycle.begunOn
  return unless(
    first(
      needsOpen(cycle, 'reflect'),
      freshId(reflection, reflections, 'reflection'),
      texts({ by, text }),
      date(on),
      notBefore(on, since, '"reflect" began'),
    ),
    { type: 'Reflected', cycle: id, reflection, by, on, text },
  )
}
