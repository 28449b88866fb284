import type { CommandOf } from '../commands.ts'
import { type CycleContent, missingForClose, openFacets, standing } from '../cycle.ts'
import type { Decision } from '../decider.ts'
import type { InquiryEvent } from '../events.ts'
import type { InquiryUnderway } from '../inquiry.ts'
import { learningKinds, learningLevels } from '../learning.ts'
import { responsive } from '../policies/responsive.ts'
import type { Refusal } from '../refusal.ts'
import { type Check, date, find, findOpenCycle, first, freshId, no, notBefore, oneOf, texts, unless } from './check.ts'
import { actsInForce } from './in-force.ts'

/** Begins a cycle: beside others, or following one whose learning it carries. */
export function beginCycle(
  command: CommandOf<'BeginCycle'>,
  inquiry: InquiryUnderway,
): Decision<InquiryEvent, Refusal> {
  const { cycle, on, follows, learning } = command
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
  )
  const event = { type: 'CycleBegun', cycle, on, learning } as const
  return unless(check, follows === undefined ? event : { ...event, follows })
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
    mayClose(cycle),
    notBefore(on, lastDay(cycle, inquiry), `the last thing in cycle "${id}"`),
  )
  return unless(check, ...endings(cycle, on), { type: 'CycleClosed', cycle: id, on } as const)
}

/** Why a cycle cannot be closed whatever the day, if so. */
export function mayClose(cycle: CycleContent): Check {
  const missing = missingForClose(cycle)
  if (missing.length > 0) {
    const needs = missing.map((facet) => missingSays[facet]).join('; ')
    return no(
      'cycle-incomplete',
      `cycle "${cycle.id}" lacks ${missing.join(', ')}: ${needs}. Or abandon it, with a reason`,
      'cycle',
    )
  }
  const open = openFacets(cycle).find((facet) => responsive[facet].end !== 'close')
  if (open !== undefined)
    return no('facet-open', `"${open}" is open in cycle "${cycle.id}"; end it, then close`, 'cycle')
  const last = standing(cycle).find((at) => responsive[at].end !== 'close')
  return last === undefined
    ? undefined
    : no('move-not-allowed', `cycle "${cycle.id}" ended on "${last}"; reflect on it, then close`, 'cycle')
}

const missingSays = {
  act: 'begin to act from the plan',
  observe: 'observe during or after the action, a baseline is not enough',
  reflect: 'record a reflection dated on or after the first day of action',
}

/**
 * Abandons a cycle for a reason, ending what is open; not while it only observes, because what was observed must be
 * reflected on, and an action does not end after its ethics approval this way either.
 */
export function abandonCycle(
  { cycle: id, on, reason }: CommandOf<'AbandonCycle'>,
  inquiry: InquiryUnderway,
): Decision<InquiryEvent, Refusal> {
  const found = findOpenCycle(inquiry, id)
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
export function mayAbandon(cycle: CycleContent, inquiry: InquiryUnderway): Check {
  if (standing(cycle).some((at) => responsive[at].end !== 'neither')) {
    return actsInForce(cycle, inquiry, lastDay(cycle, inquiry))
  }
  const says = `cycle "${cycle.id}" stands at "observe"; reflect on what was observed, then end it`
  return no('move-not-allowed', says, 'cycle')
}

function endings(cycle: CycleContent, on: string): readonly InquiryEvent[] {
  return openFacets(cycle).map((facet) => ({ type: 'FacetEnded', cycle: cycle.id, facet, on }))
}

function lastDay(cycle: CycleContent, inquiry: InquiryUnderway): string {
  const evidence = inquiry.evidence.filter((item) => item.cycle === cycle.id).map((item) => item.on)
  const facets = cycle.facets.map(({ from, to }) => to ?? from)
  const plans = cycle.plan === undefined ? [] : [cycle.plan.plannedOn, ...cycle.plan.revisions.map(({ on }) => on)]
  const days = [cycle.begunOn, ...evidence, ...facets, ...plans, ...cycle.reflections.map(({ on }) => on)]
  return days.reduce((latest, day) => (day > latest ? day : latest))
}
