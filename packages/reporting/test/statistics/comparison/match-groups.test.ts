import fc from 'fast-check'
import { expect, test } from 'vitest'
import { effectOnTreated } from '../../../src/statistics/comparison/effect-on-treated.ts'
import { matchGroups } from '../../../src/statistics/comparison/match-groups.ts'
import type { MatchUnit, MatchVariable } from '../../../src/statistics/comparison/match-unit.ts'
import { codeOf, valued } from '../../fixtures.ts'

const on: readonly MatchVariable[] = [
  { name: 'grade', how: 'exact' },
  { name: 'years', how: 'coarsened', cuts: [2, 5] },
]
const unit = (id: number, treated: boolean, grade: string | null, years: number | null): MatchUnit => ({
  id: `${id}`,
  treated,
  values: { grade, years },
})

const drawn = fc.array(
  fc.record({
    treated: fc.boolean(),
    grade: fc.option(fc.constantFrom('7', '8', '9')),
    years: fc.option(fc.integer({ min: 0, max: 8 })),
    outcome: fc.integer({ min: -20, max: 20 }),
  }),
  { minLength: 2, maxLength: 40 },
)

test('weights make controls stand for the treated in every class, and the effect is that of classes, averaged over the treated', () => {
  fc.assert(
    fc.property(drawn, (people) => {
      const units = people.map(({ treated, grade, years }, index) => unit(index, treated, grade, years))
      const answer = matchGroups(units, { on })
      if ('refusal' in answer) return
      const { matched, treated, control, balance } = answer.value
      const classOf = ({ grade, years }: (typeof people)[number]) =>
        grade === null || years === null ? undefined : `${grade}/${years < 2 ? 0 : years < 5 ? 1 : 2}`
      const total = (some: typeof matched) => some.reduce((sum, each) => sum + each.weight, 0)
      const controls = matched.filter((each) => !each.treated)
      expect(total(controls)).toBeCloseTo(controls.length, 9)
      let [effect, treatedCount] = [0, 0]
      for (const name of new Set(people.map(classOf))) {
        const own = people
          .map((person, index) => ({ ...person, id: `${index}` }))
          .filter((person) => classOf(person) === name)
        const [t, c] = [own.filter((each) => each.treated), own.filter((each) => !each.treated)]
        const kept = matched.filter(({ id }) => own.some((each) => each.id === id))
        if (name === undefined || t.length === 0 || c.length === 0) {
          expect(kept).toEqual([])
          continue
        }
        expect(kept.length).toBe(own.length)
        expect(total(kept.filter((each) => !each.treated)) / controls.length).toBeCloseTo(t.length / treated.matched, 9)
        const mean = (some: typeof own) => some.reduce((sum, each) => sum + each.outcome, 0) / some.length
        effect += t.length * (mean(t) - mean(c))
        treatedCount += t.length
      }
      for (const count of [treated, control])
        expect(count.matched + count.unmatched + count.incomplete).toBe(
          people.filter((each) => each.treated === (count === treated)).length,
        )
      expect(control.effective).toBeLessThanOrEqual(control.matched + 1e-9)
      for (const { after } of balance.filter(({ covariate }) => covariate === 'grade'))
        expect(after.treated).toBeCloseTo(after.control ?? Number.NaN, 9)
      const outcomes = new Map(people.map(({ outcome }, index) => [`${index}`, outcome]))
      const found = effectOnTreated(answer.value, outcomes, { clusters: 'strata' })
      if ('refusal' in found) return
      expect(found.value.estimate).toBeCloseTo(effect / treatedCount, 8)
      expect(found.value.interval.low).toBeLessThan(found.value.estimate)
    }),
    { seed: 81, numRuns: 200 },
  )
})

test('the balance table has differences in pooled spreads, before and after', () => {
  const units = [
    unit(1, true, '7', 1),
    unit(2, true, '8', 3),
    unit(3, false, '7', 1),
    unit(4, false, '7', 5),
    unit(5, false, '8', 3),
  ]
  const { balance, largestDifference } = valued(
    matchGroups(units, { on: [{ name: 'grade', how: 'exact' }], alsoBalance: ['years'] }),
  )
  const years = balance.find(({ covariate }) => covariate === 'years')
  // Treated 1 and 3, variance 2; controls 1, 5 and 3, variance 4.
  expect(years?.before).toEqual({ treated: 2, control: 3, standardisedDifference: -1 / Math.sqrt(3) })
  // Controls of grade 7 stand for half the treated each half, the one of grade 8 for the other half.
  expect(years?.after.control).toBeCloseTo(3, 12)
  expect(largestDifference).toBeCloseTo(1 / Math.sqrt(3), 12)
  const seven = balance.find(({ value }) => value === '7')
  expect(seven?.before.standardisedDifference).toBeCloseTo((1 / 2 - 2 / 3) / Math.sqrt((1 / 4 + 2 / 9) / 2), 12)
  expect(seven?.after.standardisedDifference).toBeCloseTo(0, 12)
})

test('a covariate in which no group varies but both differ has no standardised difference, and the largest is not told', () => {
  const units = [1, 2, 3, 4].map((id) => ({ id: `${id}`, treated: id > 2, values: { same: 1, own: id > 2 ? 1 : 0 } }))
  const answer = valued(matchGroups(units, { on: [{ name: 'same', how: 'exact' }], alsoBalance: ['own'] }))
  expect(answer.balance[1]?.after).toEqual({ treated: 1, control: 0 })
  expect('largestDifference' in answer).toBe(false)
  expect(answer.balance[0]?.after.standardisedDifference).toBe(0)
})

test('a covariate that nobody of a group has told is no nought', () => {
  const units = [1, 2, 3].map((id) => ({ id: `${id}`, treated: id > 2, values: { same: 1, age: id > 2 ? 40 : null } }))
  const { balance } = valued(matchGroups(units, { on: [{ name: 'same', how: 'exact' }], alsoBalance: ['age'] }))
  expect(balance[1]?.after).toEqual({ treated: 40 })
  const told = units.map((each) => ({ ...each, values: { ...each.values, age: Number.NaN } }))
  expect(codeOf(matchGroups(told, { on: [{ name: 'same', how: 'exact' }], alsoBalance: ['age'] }))).toBe(
    'value-not-finite',
  )
})

test('what cannot be matched is refused', () => {
  const code = (units: readonly MatchUnit[]) => codeOf(matchGroups(units, { on }))
  expect(code([])).toBe('group-missing')
  expect(code([unit(1, true, '7', 1)])).toBe('group-missing')
  expect(code([unit(1, true, '7', 1), unit(2, false, '8', 1)])).toBe('no-match')
  expect(code([unit(1, true, null, 1), unit(2, false, '8', 1)])).toBe('no-match')
  expect(code([unit(1, true, '7', 1), unit(1, false, '7', 1)])).toBe('answered-twice')
  expect(code([unit(1, true, '7', Number.NaN), unit(2, false, '7', 1)])).toBe('value-not-finite')
  const text = { id: '1', treated: true, values: { grade: '7', years: 'three' } }
  expect(code([text, unit(2, false, '7', 1)])).toBe('value-not-finite')
  expect(() => matchGroups([], { on: [] })).toThrow(RangeError)
})

test('an effect without outcomes, clusters or spread is refused', () => {
  const units = [unit(1, true, '7', 1), unit(2, false, '7', 1), unit(3, true, '8', 1), unit(4, false, '8', 1)]
  const groups = valued(matchGroups(units, { on }))
  const outcomes = (...values: number[]) => new Map(values.map((value, index) => [`${index + 1}`, value]))
  const code = (values: number[], clusters: 'strata' | ReadonlyMap<string, string> = 'strata') =>
    codeOf(effectOnTreated(groups, outcomes(...values), { clusters }))
  expect(code([1, 2, 3])).toBe('value-not-finite')
  expect(code([1, 2, 3, Number.NaN])).toBe('value-not-finite')
  expect(code([5, 5, 5, 5])).toBe('no-variation')
  expect(code([1, 2, 3, 5], new Map([['1', 'a']]))).toBe('too-few-clusters')
  expect(code([1, 2, 3, 5], new Map(units.map(({ id }) => [id, 'a'])))).toBe('too-few-clusters')
  const two = valued(matchGroups(units.slice(0, 2), { on }))
  expect(codeOf(effectOnTreated(two, outcomes(1, 2), { clusters: 'strata' }))).toBe('too-few-values')
})
