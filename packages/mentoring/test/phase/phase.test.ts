import fc from 'fast-check'
import { expect, test } from 'vitest'
import { advance, assessPhase, type PhaseAssessment, phaseModels, phaseView } from '../../src/index.ts'
import { codeOf, lenient, made } from '../demo.ts'
import { active } from '../life.ts'

const clutterbuck = phaseModels.find((one) => one.key === 'clutterbuck')?.phases.map((one) => one.code) as string[]
const ada: PhaseAssessment = {
  relationshipId: 'r1',
  personId: 'ada',
  role: 'mentee',
  model: 'clutterbuck',
  phase: 'progress',
  on: '2026-03-01',
}
const mia: PhaseAssessment = { ...ada, personId: 'mia', role: 'mentor' }

test('the models have their source, each phase once, and nothing that says how long a phase lasts', () => {
  expect(phaseModels.map((one) => [one.key, one.phases.length, one.certainty])).toEqual([
    ['kram', 4, '2+'],
    ['clutterbuck', 5, '2+'],
    ['zachary', 4, '1'],
  ])
  for (const model of phaseModels) {
    expect(new Set(model.phases.map((one) => one.code)).size).toBe(model.phases.length)
    expect(model.source).not.toBe('')
    expect(Object.keys(model).sort()).toEqual(['certainty', 'key', 'phases', 'source', 'title'])
    for (const phase of model.phases) expect(Object.keys(phase)).toEqual(['code', 'title'])
  }
})

test('any phase may follow any other, backwards too, and the status never changes with it', () => {
  const before = JSON.stringify(active)
  for (const first of clutterbuck) {
    for (const second of clutterbuck) {
      const assessments = [
        made(assessPhase(active, { ...ada, phase: first })),
        made(assessPhase(active, { ...ada, phase: second, on: '2026-04-01' })),
      ]
      expect(phaseView(assessments, 'clutterbuck', '2026-04-01')).toMatchObject({ stand: 'one-party', phase: second })
    }
  }
  expect(JSON.stringify(active)).toBe(before)
  const over = made(advance(active, { type: 'end', by: 'ada', on: '2026-03-01' }, lenient))
  expect(codeOf(assessPhase(over, { ...ada, phase: 'moving-on', on: '2026-05-01' }))).toBeUndefined()
})

test('who judges holds the role, the phase is of the model, and the day is not before the proposal', () => {
  const judged = (change: object) => codeOf(assessPhase(active, { ...ada, ...change }))
  expect(judged({ role: 'mentor' })).toBe('role-not-held')
  expect(judged({ personId: 'zoe' })).toBe('role-not-held')
  expect(judged({ relationshipId: 'r2' })).toBe('not-a-participant')
  expect(judged({ model: 'egan' })).toBe('framework-not-listed')
  expect(judged({ phase: 'initiation' })).toBe('phase-not-listed')
  expect(judged({ on: '2026-01-04' })).toBe('date-goes-back')
  expect(judged({ note: 'why' })).toBe('content-is-never-kept')
  const own = [
    { key: 'own', title: 'Own', phases: [{ code: 'x', title: 'X' }], source: 'here', certainty: 'M' as const },
  ]
  expect(codeOf(assessPhase(active, { ...ada, model: 'own', phase: 'x' }, own))).toBeUndefined()
})

test('the view tells disagreement, never compares models, and never looks ahead', () => {
  const on = '2026-03-01'
  expect(phaseView([], 'clutterbuck', on)).toEqual({ latest: [], stand: 'nobody-said' })
  expect(phaseView([ada, mia], 'clutterbuck', on)).toMatchObject({ stand: 'agree', phase: 'progress' })
  const differ = phaseView([mia, { ...ada, phase: 'rapport' }], 'clutterbuck', on)
  expect(differ.stand).toBe('differ')
  expect(differ).not.toHaveProperty('phase')
  expect(differ.latest.map((one) => one.personId)).toEqual(['ada', 'mia'])
  expect(phaseView([ada, { ...mia, model: 'kram', phase: 'initiation' }], 'clutterbuck', on).stand).toBe('one-party')
  expect(phaseView([ada, mia], 'clutterbuck', '2026-02-28').stand).toBe('nobody-said')
})

test('one person in both roles is one party, and may see the two differently', () => {
  const both = [ada, { ...ada, role: 'mentor' as const }]
  expect(phaseView(both, 'clutterbuck', '2026-03-01').stand).toBe('one-party')
  expect(phaseView([ada, { ...ada, role: 'mentor', phase: 'rapport' }], 'clutterbuck', '2026-03-01').stand).toBe(
    'differ',
  )
})

test('the view is the last word of each, whatever order they came in', () => {
  const one = fc.record({
    personId: fc.constantFrom('ada', 'mia'),
    phase: fc.constantFrom(...clutterbuck),
    day: fc.integer({ min: 1, max: 28 }),
  })
  fc.assert(
    fc.property(
      fc.uniqueArray(one, { selector: ({ personId, day }) => `${personId} ${day}` }),
      fc.integer({ min: 1, max: 28 }),
      (all, until) => {
        const on = (day: number) => `2026-03-${String(day).padStart(2, '0')}`
        const list = all.map(
          ({ personId, phase, day }): PhaseAssessment => ({
            ...(personId === 'ada' ? ada : mia),
            phase,
            on: on(day),
          }),
        )
        const last = ['ada', 'mia'].flatMap((who) => {
          const own = all.filter((each) => each.personId === who && each.day <= until).sort((a, b) => b.day - a.day)
          return own[0] ? [own[0].phase] : []
        })
        const view = phaseView(list, 'clutterbuck', on(until))
        expect(view.latest.map((each) => each.phase)).toEqual(last)
        const stand =
          last.length === 0 ? 'nobody-said' : last.length === 1 ? 'one-party' : last[0] === last[1] ? 'agree' : 'differ'
        expect(view.stand).toBe(stand)
      },
    ),
  )
})
