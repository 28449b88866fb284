import { actionResearch } from '@mentoring-commons/action-research'
import { specification } from '@mentoring-commons/action-research/testing'
import { test } from 'vitest'
import { acting, approval, begin, begun, end, planAction, planned, play, step } from '../history.ts'

const { given } = specification(actionResearch())
const act = begin('act', '2026-02-01')

test('acting begins under ethics in force and from a plan', () => {
  given(play(planned, approval))
    .when(act)
    .then({ ...act, type: 'FacetBegun' })
})

test('acting without any ethics approval is refused', () => {
  given(planned).when(act).thenRefused('ethics-not-in-force', 'record one before acting')
})

test('acting the day before an approval comes into force, or the day after it ends, is refused with that day', () => {
  const approved = play(planned, approval)
  given(approved).when(begin('act', '2026-01-31')).thenRefused('ethics-not-in-force', '2026-01-31')
  given(approved).when(begin('act', '2026-07-01')).thenRefused('ethics-not-in-force', '2026-07-01')
  given(approved)
    .when(begin('act', '2026-06-30'))
    .then({ ...begin('act', '2026-06-30'), type: 'FacetBegun' })
})

test('an approval that had run out before the cycle is no approval for it', () => {
  const old = { ...approval, approval: 'a0', from: '2025-01-01', to: '2025-12-31' }
  given(play(planned, old)).when(act).thenRefused('ethics-not-in-force')
})

test('acting does not go on past its approval, unless another joins up with it', () => {
  const late = end('act', '2026-07-15')
  given(acting).when(late).thenRefused('ethics-not-in-force', '2026-07-01')
  const gap = play(acting, { ...approval, approval: 'a2', from: '2026-07-02', to: '2026-12-31' })
  given(gap).when(late).thenRefused('ethics-not-in-force', '2026-07-01')
  const joined = play(acting, { ...approval, approval: 'a2', from: '2026-07-01', to: '2026-12-31' })
  given(joined)
    .when(late)
    .then({ ...late, type: 'FacetEnded' })
})

test('acting without a plan is refused', () => {
  given(play(begun, approval, begin('plan', '2026-01-15')))
    .when(act)
    .thenRefused('plan-missing', 'plan at least one')
})

test('acting before the plan was made is refused', () => {
  const early = play(planned, { ...approval, from: '2026-01-01' })
  given(early).when(begin('act', '2026-01-19')).thenRefused('dates-reversed', '2026-01-20')
})

test('a plan of an older history whose step names no observation method is not acted on', () => {
  const { type: _, ...plan } = planAction
  const unobserved = { ...plan, type: 'ActionPlanned', steps: [{ ...step, observationMethods: [] }] } as const
  given(play(begun, approval, begin('plan', '2026-01-15')), unobserved)
    .when(act)
    .thenRefused('method-missing', 's1')
})

test('a plan needs a step, and each step a way to observe it', () => {
  const planning = play(begun, begin('plan', '2026-01-15'))
  given(planning)
    .when({ ...planAction, steps: [] })
    .thenRefused('empty-list')
  given(planning)
    .when({ ...planAction, steps: [step, { ...step, id: 's2', observationMethods: [] }] })
    .thenRefused('method-missing', 's2')
  given(planning)
    .when({ ...planAction, steps: [{ ...step, observationMethods: [' '] }] })
    .thenRefused('blank-text', 'steps[0].observationMethods[0]')
  given(planning)
    .when({ ...planAction, steps: [step, step] })
    .thenRefused('duplicate-id', 'steps[1].id')
})

test('the plan is made while planning, once', () => {
  given(begun).when(planAction).thenRefused('facet-not-open', 'plan')
  given(planned).when(planAction).thenRefused('plan-exists', 'revise')
})

test('the plan is revised while acting, with a reason', () => {
  const revise = {
    type: 'RevisePlan',
    cycle: 'c1',
    on: '2026-03-03',
    steps: [step, { ...step, id: 's2' }],
    reason: 'Mentees asked to begin themselves',
    evidence: 'e1',
  } as const
  given(acting)
    .when(revise)
    .then({ ...revise, type: 'PlanRevised' })
  given(acting)
    .when({ ...revise, reason: '' })
    .thenRefused('blank-text', 'reason')
  given(acting)
    .when({ ...revise, evidence: 'e9' })
    .thenRefused('not-found', 'e1, e2')
  given(acting)
    .when({ ...revise, on: '2026-01-19' })
    .thenRefused('dates-reversed', '2026-01-20')
  given(play(acting, end('act', '2026-03-03')))
    .when(revise)
    .thenRefused('facet-not-open', '"plan" or "act"')
  given(begun).when(revise).thenRefused('plan-missing')
})
