import type { CommandOf } from '../commands.ts'
import type { Decision } from '../decider.ts'
import type { InquiryEvent } from '../events.ts'
import type { IntervalFacet } from '../facet.ts'
import type { InquiryUnderway } from '../inquiry.ts'
import type { ActionStep } from '../plan.ts'
import { policyOf } from '../policies/policies.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { type Check, date, findOpenCycle, first, no, notBefore, runsOn, textList, texts, unless } from './check.ts'
import { needsOpen } from './facet.ts'
import { usable } from './usable.ts'

/** Sets the plan of a cycle, while it plans. */
export function planAction(
  { cycle: id, on, steps }: CommandOf<'PlanAction'>,
  inquiry: InquiryUnderway,
): Decision<InquiryEvent, Refusal> {
  const found = findOpenCycle(inquiry, id)
  if ('refusal' in found) return found
  const cycle = found.value
  if (cycle.plan !== undefined) {
    return refuse(
      'plan-exists',
      `cycle "${id}" has a plan since ${cycle.plan.plannedOn}; revise it, with a reason`,
      'cycle',
    )
  }
  const check = first(
    date(on),
    needsOpen(cycle, 'plan'),
    notBefore(on, cycle.begunOn, 'the cycle began'),
    runsOn(cycle, on),
    stepsCheck(steps),
  )
  return unless(check, { type: 'ActionPlanned', cycle: id, on, steps })
}

/** The facets during which a plan may be revised: planning, and acting where the policy lets a plan be amended in action. */
export function revisableIn(inquiry: InquiryUnderway): readonly IntervalFacet[] {
  return policyOf(inquiry).moves.act.plan.may ? ['plan', 'act'] : ['plan']
}

/** Replaces the steps of a plan, with a reason, while the cycle plans or, if the policy lets it, acts. */
export function revisePlan(
  command: CommandOf<'RevisePlan'>,
  inquiry: InquiryUnderway,
): Decision<InquiryEvent, Refusal> {
  const { cycle: id, on, steps, reason, evidence } = command
  const found = findOpenCycle(inquiry, id)
  if ('refusal' in found) return found
  const { plan } = found.value
  if (plan === undefined) return refuse('plan-missing', `cycle "${id}" has no plan to revise; plan first`, 'cycle')
  const last = plan.revisions.at(-1)?.on ?? plan.plannedOn
  const check = first(
    date(on),
    needsOpen(found.value, ...revisableIn(inquiry)),
    texts({ reason }),
    notBefore(on, last, 'the plan was last set'),
    runsOn(found.value, on),
    stepsCheck(steps),
    evidence === undefined ? undefined : usable(inquiry, evidence, 'team', false, 'evidence'),
  )
  const event = { type: 'PlanRevised', cycle: id, on, steps, reason } as const
  return unless(check, evidence === undefined ? event : { ...event, evidence })
}

function stepsCheck(steps: readonly ActionStep[]): Check {
  if (steps.length === 0) return no('empty-list', 'steps is empty; plan at least one step', 'steps')
  return first(
    ...steps.map(({ id, action, observationMethods }, index) => {
      const path = `steps[${index}]`
      if (steps.findIndex((step) => step.id === id) < index) {
        return no('duplicate-id', `${path}.id "${id}" repeats; give each step its own`, `${path}.id`)
      }
      if (observationMethods.length === 0) {
        const says = `step "${id}" has no observation method; say how what comes of it will be observed`
        return no('method-missing', says, `${path}.observationMethods`)
      }
      return first(
        texts({ [`${path}.id`]: id, [`${path}.action`]: action }),
        textList(observationMethods, `${path}.observationMethods`),
      )
    }),
  )
}
