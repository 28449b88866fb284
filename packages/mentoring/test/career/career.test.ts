import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type CareerSpell,
  defineStages,
  recordSpell,
  type StageSet,
  stageOn,
  stageTransitions,
} from '../../src/index.ts'
import { codeOf } from '../demo.ts'

const set: StageSet = {
  id: 'stages',
  version: 1,
  stages: [
    { code: 'early', title: 'Early career' },
    { code: 'new-role', title: 'Experienced, in a new role' },
  ],
}
const ada: CareerSpell = { personId: 'ada', from: '2024-09-01', stage: 'early' }

test('stages are listed once, and a spell is of one of them or not known, from a day of its own', () => {
  expect(codeOf(defineStages(set))).toBeUndefined()
  expect(codeOf(defineStages({ ...set, stages: [...set.stages, ...set.stages] }))).toBe('stage-not-listed')
  expect(codeOf(defineStages({ ...set, stages: [] }))).toBe('not-the-shape')
  expect(codeOf(recordSpell(ada, set, []))).toBeUndefined()
  expect(codeOf(recordSpell({ personId: 'ada', from: '2025-01-01' }, set, [ada]))).toBeUndefined()
  expect(codeOf(recordSpell({ ...ada, stage: 'late' }, set, []))).toBe('stage-not-listed')
  expect(codeOf(recordSpell({ ...ada, stage: 'new-role' }, set, [ada]))).toBe('already-done')
  expect(codeOf(recordSpell(ada, set, [{ ...ada, personId: 'ben' }]))).toBeUndefined()
})

test('a stage holds from its day until the next, and before the first nothing is known', () => {
  const spells = [{ ...ada, from: '2026-01-01', stage: 'new-role' }, ada, { personId: 'ada', from: '2027-01-01' }]
  const days = ['2024-08-31', '2024-09-01', '2025-12-31', '2026-01-01', '2026-12-31', '2027-01-01']
  expect(days.map((day) => stageOn('ada', spells, day))).toEqual([
    undefined,
    'early',
    'early',
    'new-role',
    'new-role',
    undefined,
  ])
  expect(stageOn('ben', spells, '2026-01-01')).toBeUndefined()
})

test('transitions count each person once, and what is not known is never counted as having stayed', () => {
  const spells: CareerSpell[] = [
    ada,
    { ...ada, from: '2026-01-01', stage: 'new-role' },
    { ...ada, personId: 'ben' },
    { ...ada, personId: 'cai', from: '2026-01-01' },
  ]
  const between = { first: '2025-01-01', last: '2026-06-01' }
  expect(stageTransitions(['ada', 'ben', 'cai', 'dea', 'ada'], spells, between)).toEqual([
    { from: 'early', to: 'early', people: 1 },
    { from: 'early', to: 'new-role', people: 1 },
    { to: 'early', people: 1 },
    { people: 1 },
  ])
  expect(stageTransitions([], spells, between)).toEqual([])
  expect(() => stageTransitions([], spells, { first: '2026-01-02', last: '2026-01-01' })).toThrow(RangeError)
})

test('transitions add up to the people, and each cell to a brute count', () => {
  const people = ['a', 'b', 'c', 'd']
  const day = fc.constantFrom('2024-01-01', '2025-01-01', '2026-01-01')
  const spell = fc.record({
    personId: fc.constantFrom(...people),
    from: day,
    stage: fc.constantFrom('early', 'new-role', 'none'),
  })
  fc.assert(
    fc.property(
      fc.uniqueArray(spell, { selector: ({ personId, from }) => `${personId} ${from}`, maxLength: 12 }),
      (all) => {
        const spells = all.map(({ stage, ...one }): CareerSpell => (stage === 'none' ? one : { ...one, stage }))
        const cells = stageTransitions(people, spells, { first: '2024-06-01', last: '2026-06-01' })
        expect(cells.reduce((sum, one) => sum + one.people, 0)).toBe(people.length)
        const last = (who: string, until: string) =>
          [...all]
            .filter((one) => one.personId === who && one.from <= until)
            .sort((x, y) => (x.from < y.from ? 1 : -1))[0]?.stage ?? 'none'
        for (const { from = 'none', to = 'none', people: count } of cells) {
          const brute = people.filter((who) => last(who, '2024-06-01') === from && last(who, '2026-06-01') === to)
          expect(count).toBe(brute.length)
        }
      },
    ),
  )
})
