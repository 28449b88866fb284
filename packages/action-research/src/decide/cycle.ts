import type { CommandOf } from '../commands.ts'
import { type Cycle, type CycleContent, missingForClose, openFacets, runsSince, standing } from '../cycle.ts'
import type { Decision } from '../decider.ts'
import type { InquiryEvent } from '../events.ts'
import type { InquiryUnderway } from '../inquiry.ts'
import { learningKinds, learningLevels } from '../learning.ts'
import { policyOf } from '../policies/policies.ts'
import type { Refusal } from '../refusal.ts'
import {
  type Check,
  date,
  find,
  findOpenCycle,
  findUnendedCycle,
  first,
  freshId,
  no,
  notBefore,
  oneOf,
  texts,
  unless,
} from './check.ts'
import { actsInForce } from './in-force.ts'
import { lastDay } from './last-day.ts'
import { childrenEnded, parentOpen } from './nesting.ts'

/** Begins a cycle: beside others, following one whose learning it carries, or within one that runs, bound to its days or detached. */
export function beginCycle(
  command: CommandOf<'BeginCycle'>,
  inquiry: InquiryUnderway,
): Decision<InquiryEvent, Refusal> {
  const { cycle, on, follows, learning, parent, detached } = command
  const learned = learning.map(({ level, kind, text }, index) => {
    const path = `learning[${index}]`
    return first(
      oneOf(level, learningLevels, `${path}.level`),
      oneOf(kind, learningKinds, `${path}.kind`),
      texts({ [`${path}.text`]: text }),
    )
  })
  const check = first(
    freshId(cycle, inquiry.cycles, 'cycle'),
    date(on),
    notBefore(on, inquiry.begunOn, 'the inquiry began'),
    ...learned,
    follows === undefined ? undefined : mayFollow(command, follows, inquiry),
    mayNest(command, inquiry),
  )
  return unless(check, {
    type: 'CycleBegun',
    cycle,
    on,
    learning,
    ...(follows === undefined ? {} : { follows }),
    ...(parent === undefined ? {} : { parent }),
    ...(detached === undefined ? {} : { detached }),
  })
}

function mayNest({ parent: id, detached, on }: CommandOf<'BeginCycle'>, inquiry: InquiryUnderway): Check {
  if (id === undefined) {
    if (detached === undefined) return undefined
    return no(
      'parent-missing',
      'detached is given without a parent; name the cycle that this one lies within',
      'parent',
    )
  }
  const found = find(inquiry.cycles, id, 'parent')
  if ('refusal' in found) return found.refusal
  if (detached !== undefined) return texts({ detached })
  return first(parentOpen(found.value), notBefore(on, runsSince(found.value), `cycle "${id}" began or was resumed`))
}

function mayFollow({ learning, on }: CommandOf<'BeginCycle'>, follows: string, inquiry: InquiryUnderway): Check {
  const found = find(inquiry.cycles, follows, 'follows')
  if ('refusal' in found) return found.refusal
  const reflected = found.value.reflections.map((reflection) => reflection.on).sort()[0]
  if (reflected === undefined) {
    return no(
      'learning-missing',
      `nobody has reflected in cycle "${follows}"; reflect there, then carry the learning over`,
      'follows',
    )
  }
  if (learning.length === 0) {
    return no(
      'learning-missing',
      `learning is empty; say what cycle "${follows}" taught that this one builds on`,
      'learning',
    )
  }
  return notBefore(on, reflected, `the first reflection in cycle "${follows}"`)
}

/** Closes a cycle that has acted, observed and reflected, ending the reflection with it. */
export function closeCycle(
  { cycle: id, on }: CommandOf<'CloseCycle'>,
  inquiry: InquiryUnderway,
): Decision<InquiryEvent, Refusal> {
  const found = findOpenCycle(inquiry, id)
  if ('refusal' in found) return found
  const cycle = found.value
  const check = first(
    date(on),
    mayClose(cycle, inquiry),
    notBefore(on, lastDay(cycle, inquiry), `the last thing in cycle "${id}"`),
  )
  return unless(check, ...endings(cycle, on), { type: 'CycleClosed', cycle: id, on } as const)
}

/** Why a cycle cannot be closed whatever the day, if so. */
export function mayClose(cycle: Cycle, inquiry: InquiryUnderway): Check {
  const { moves } = policyOf(inquiry)
  const missing = missingForClose(cycle)
  if (missing.length > 0) {
    const needs = missing.map((facet) => missingSays[facet]).join('; ')
    return no(
      'cycle-incomplete',
      `cycle "${cycle.id}" lacks ${missing.join(', ')}: ${needs}. Or abandon it, with a reason`,
      'cycle',
    )
  }
  const open = openFacets(cycle).find((facet) => moves[facet].end !== 'close')
  if (open !== undefined)
    return no('facet-open', `"${open}" is open in cycle "${cycle.id}"; end it, then close`, 'cycle')
  const last = standing(cycle).find((at) => moves[at].end !== 'close')
  return last === undefined
    ? childrenEnded(cycle, inquiry)
    : no('move-not-allowed', `cycle "${cycle.id}" ended on "${last}"; reflect on it, then close`, 'cycle')
}

const missingSays = {
  act: 'begin to act from the plan',
  observe: 'observe during or after the action, a baseline is not enough',
  reflect: 'record a reflection dated on or after the first day of action',
}

/**
 * Abandons a cycle that runs or rests, for a reason, ending what is open; not while it only observes, because what was
 * observed must be reflected on, and an action does not end after its ethics approval this way either.
 */
export function abandonCycle(
  { cycle: id, on, reason }: CommandOf<'AbandonCycle'>,
  inquiry: InquiryUnderway,
): Decision<InquiryEvent, Refusal> {
  const found = findUnendedCycle(inquiry, id)
  if ('refusal' in found) return found
  const cycle = found.value
  const check = first(
    date(on),
    texts({ reason }),
    mayAbandon(cycle, inquiry),
    notBefore(on, lastDay(cycle, inquiry), `the last thing in cycle "${id}"`),
    actsInForce(cycle, inquiry, on),
  )
  return unless(check, ...endings(cycle, on), { type: 'CycleAbandoned', cycle: id, on, reason } as const)
}

/** Why a cycle cannot be abandoned whatever the day, if so. */
export function mayAbandon(cycle: Cycle, inquiry: InquiryUnderway): Check {
  const { moves } = policyOf(inquiry)
  if (standing(cycle).some((at) => moves[at].end !== 'neither')) {
    return first(childrenEnded(cycle, inquiry), actsInForce(cycle, inquiry, lastDay(cycle, inquiry)))
  }
  const says = `cycle "${cycle.id}" stands at "observe"; reflect on what was observed, then end it`
  return no('move-not-allowed', says, 'cycle')
}

function endings(cycle: CycleContent, on: string): readonly InquiryEvent[] {
  return openFacets(cycle).map((facet) => ({ type: 'FacetEnded', cycle: cycle.id, facet, on }))
}
