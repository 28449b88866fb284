import fc from 'fast-check'
import { expect, test } from 'vitest'
import { growthOverCohorts, participationRoles, pathway } from '../../src/index.ts'
import { whereOpenSeedsIs } from '../open-seeds.ts'
import { openSeedsRoles } from '../open-seeds-roles.ts'

const roles = { from: 'mentee', to: ['mentor', 'expert'] } as const
const history = fc.array(
  fc.record({
    personId: fc.constantFrom('ada', 'ben', 'cy', 'dee', 'eve'),
    cohortOrdinal: fc.integer({ min: -1, max: 4 }),
    role: fc.constantFrom(...participationRoles),
  }),
  { maxLength: 25 },
)

test('growth adds up, and counts exactly the people of the pathway', () => {
  fc.assert(
    fc.property(history, (all) => {
      const growth = growthOverCohorts(all, roles)
      const went = pathway(all, roles)
      expect(growth.returned).toBe(went.length)
      expect(growth.matrix.reduce((sum, { people }) => sum + people, 0)).toBe(went.length)
      expect(growth.people).toBe(new Set(all.filter(({ role }) => role === 'mentee').map((one) => one.personId)).size)
      const last = growth.curve.at(-1)
      expect([last?.firstSoFar ?? 0, last?.returnedSoFar ?? 0]).toEqual([growth.people, growth.returned])
      for (const { firstCohort, returnCohort, people } of growth.matrix) {
        const first = (one: string, to: readonly string[]) =>
          Math.min(
            ...all.filter((row) => row.personId === one && to.includes(row.role)).map((row) => row.cohortOrdinal),
          )
        const brute = went.filter(
          (one) => first(one, ['mentee']) === firstCohort && first(one, roles.to) === returnCohort,
        )
        expect(people).toBe(brute.length)
      }
      for (const point of growth.curve) {
        const row = growth.matrix.filter(({ firstCohort }) => firstCohort === point.cohort)
        expect(point.returnedOfThese).toBe(row.reduce((sum, { people }) => sum + people, 0))
        expect(point.cohortsAfter).toBe(row.length)
      }
    }),
  )
})

test('nobody returns in their own cohort, and wrong code is told', () => {
  const both = [
    { personId: 'ada', cohortOrdinal: 1, role: 'mentee' as const },
    { personId: 'ada', cohortOrdinal: 1, role: 'mentor' as const },
    { personId: 'ada', cohortOrdinal: 2, role: 'mentor' as const },
  ]
  expect(growthOverCohorts(both, roles)).toMatchObject({ people: 1, returned: 0 })
  expect(growthOverCohorts([], roles)).toEqual({ ...roles, people: 0, returned: 0, matrix: [], curve: [] })
  expect(() => growthOverCohorts([{ personId: 'a', cohortOrdinal: 0.5, role: 'mentee' }], roles)).toThrow(RangeError)
  expect(() => growthOverCohorts([], { from: 'guru' as 'mentee', to: [] })).toThrow(/"guru"/)
})

test.skipIf(whereOpenSeedsIs === undefined)(
  'a real programme grew as its published totals say (needs the shared data)',
  () => {
    const all = openSeedsRoles()
    expect(growthOverCohorts(all, { from: 'mentee', to: ['mentor'] }).returned).toBe(33)
    const growth = growthOverCohorts(all, roles)
    expect([growth.people, growth.returned]).toEqual([273, 49])
    expect(growth.curve.map(({ cohort }) => cohort)).toEqual([1, 2, 3, 4, 5, 6])
    expect(growth.curve.at(-1)).toMatchObject({
      firstSoFar: 273,
      returnedSoFar: 49,
      cohortsAfter: 0,
      returnedOfThese: 0,
    })
    expect(growth.matrix).toHaveLength(15)
    expect(JSON.stringify(growth)).not.toContain(all[0]?.personId ?? '?')
  },
)
