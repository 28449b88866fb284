import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  advance,
  allowedSteps,
  outstanding,
  type ProgrammePolicy,
  periodsOf,
  proposeRelationship,
  type Relationship,
  type RelationshipStep,
  statusOn,
} from '../../src/index.ts'
import { casts, codeOf, lenient, made, proposedDyad, strict } from '../demo.ts'
import { policies } from '../explore.ts'
import { active, begun, steps } from '../life.ts'

const dayOf = (index: number) => new Date(Date.UTC(2026, 0, 5 + index)).toISOString().slice(0, 10)

/** One random life, with the status after each step kept beside it: what periodsOf must find again. */
function live(
  cast: number,
  policy: ProgrammePolicy,
  choices: readonly { readonly pick: number; readonly wait: number }[],
) {
  const { kind, participants } = casts[cast % casts.length] as (typeof casts)[number]
  let now: Relationship = made(proposeRelationship({ id: 'r', kind, participants, on: dayOf(0) }))
  const kept = [{ status: now.status, from: dayOf(0) }]
  const taken: RelationshipStep[] = []
  let at = 0
  for (const { pick, wait } of choices) {
    at += wait
    const on = dayOf(at)
    const types = allowedSteps(now, policy)
    const goesOn = types.filter((one) => one !== 'decline' && one !== 'end')
    const type = pick > 2 && goesOn.length > 0 ? goesOn[pick % goesOn.length] : types[pick % types.length]
    if (type === undefined) break
    const due = outstanding(now, policy)
    const by = due.acceptances[0] ?? due.signatures[0] ?? 'ada'
    const [briefed] = due.briefings
    const step = { type, on, by } as RelationshipStep
    const whole =
      type === 'pause'
        ? { ...step, reason: 'other' }
        : type === 'complete-briefing'
          ? { ...step, by: briefed?.personId, role: briefed?.role }
          : step
    const next = advance(now, whole as RelationshipStep, policy)
    if ('refusal' in next) continue
    taken.push(whole as RelationshipStep)
    if (next.value.status !== now.status || type === 'resume') kept.push({ status: next.value.status, from: on })
    now = next.value
  }
  return { now, taken, kept, last: at }
}

test('the periods of any life are those that were lived, day by day', () => {
  let lives = 0
  fc.assert(
    fc.property(
      fc.nat(20),
      fc.constantFrom(...policies),
      fc.array(fc.record({ pick: fc.nat(20), wait: fc.nat(3) }), { minLength: 4, maxLength: 25, size: 'max' }),
      (cast, policy, choices) => {
        const { now, taken, kept, last } = live(cast, policy, choices)
        const periods = made(periodsOf(now, [{ type: 'propose' }, ...taken]))
        for (let index = -1; index <= last + 2; index += 1) {
          const on = dayOf(index)
          expect(statusOn(periods, on)).toBe(kept.findLast((one) => one.from <= on)?.status)
        }
        for (const [index, period] of periods.entries()) expect(period.to).toBe(periods[index + 1]?.from)
        expect(periods.at(-1)?.status).toBe(now.status)
        lives += taken.length > 4 ? 1 : 0
      },
    ),
    { numRuns: 300 },
  )
  expect(lives).toBeGreaterThan(50)
})

test('a day on which the status changes belongs to the next one, and two changes on one day leave an empty period', () => {
  const pause: RelationshipStep = { type: 'pause', on: '2026-03-01', reason: 'other' }
  const resume: RelationshipStep = { type: 'resume', on: '2026-03-01' }
  const back = steps(active, lenient, pause, resume)
  const periods = made(periodsOf(back, [pause, resume]))
  expect(periods.slice(-3)).toEqual([
    { status: 'active', from: '2026-01-07', to: '2026-03-01' },
    { status: 'paused', from: '2026-03-01', to: '2026-03-01' },
    { status: 'active', from: '2026-03-01' },
  ])
  expect(statusOn(periods, '2026-03-01')).toBe('active')
  expect(statusOn(periods, '2026-01-04')).toBeUndefined()
})

test('steps that are missing, too many or of another life are refused', () => {
  const pause: RelationshipStep = { type: 'pause', on: '2026-03-01', reason: 'other' }
  const paused = steps(active, lenient, pause)
  expect(codeOf(periodsOf(paused, []))).toBe('steps-do-not-lead-here')
  expect(codeOf(periodsOf(paused, [{ ...pause, on: '2026-03-02' }]))).toBe('steps-do-not-lead-here')
  expect(codeOf(periodsOf(active, [pause]))).toBe('steps-do-not-lead-here')
  const resumed = steps(paused, lenient, { type: 'resume', on: '2026-04-01' })
  expect(codeOf(periodsOf(resumed, [pause]))).toBe('steps-do-not-lead-here')
})

test('recorded history has no periods, and a declined or early ended one has no active', () => {
  expect(periodsOf({ id: 'j', kind: 'dyad', participants: [], status: 'recorded' }, [])).toEqual({ value: [] })
  const declined = steps(proposedDyad(), strict, { type: 'decline', by: 'ada', on: '2026-01-06' })
  expect(made(periodsOf(declined, [])).map((one) => one.status)).toEqual(['proposed', 'declined'])
  const early = steps(begun('r1', strict), strict, { type: 'end', by: 'ada', on: '2026-01-08' })
  expect(made(periodsOf(early, [])).map((one) => one.status)).toEqual(['proposed', 'offered', 'forming', 'ended'])
})
