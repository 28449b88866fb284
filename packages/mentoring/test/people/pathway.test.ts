import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type CohortParticipation, type ParticipationRole, participationRoles, pathway } from '../../src/index.ts'
import { openSeeds, whereOpenSeedsIs } from '../open-seeds.ts'

const role = fc.constantFrom(...participationRoles)
const history = fc.array(
  fc.record({
    personId: fc.constantFrom('ada', 'ben', 'Cy', 'é'),
    cohortOrdinal: fc.integer({ min: -1, max: 4 }),
    role,
  }),
  { maxLength: 14 },
)

/** Judges one person by trying every cohort: some cohort as `from`, none of `to` up to it, and one of `to` after it. */
function went(
  person: string,
  all: readonly CohortParticipation[],
  from: ParticipationRole,
  to: readonly ParticipationRole[],
) {
  const mine = all.filter((one) => one.personId === person)
  return [-1, 0, 1, 2, 3, 4].some(
    (cohort) =>
      mine.some((one) => one.cohortOrdinal === cohort && one.role === from) &&
      !mine.some((one) => one.cohortOrdinal < cohort && one.role === from) &&
      !mine.some((one) => one.cohortOrdinal <= cohort && to.includes(one.role)) &&
      mine.some((one) => one.cohortOrdinal > cohort && to.includes(one.role)),
  )
}

test('the people are those found by trying every cohort, each once, sorted, in whatever order the rows come', () => {
  fc.assert(
    fc.property(history, role, fc.subarray([...participationRoles]), (all, from, to) => {
      const people = [...new Set(all.map((one) => one.personId))].filter((person) => went(person, all, from, to)).sort()
      expect(pathway(all, { from, to })).toEqual(people)
      expect(pathway([...all].reverse(), { from, to })).toEqual(people)
    }),
    { numRuns: 2000 },
  )
})

test('nobody goes anywhere, and nobody goes from a role to itself', () => {
  const all: CohortParticipation[] = [1, 2].map((cohortOrdinal) => ({ personId: 'ada', cohortOrdinal, role: 'mentee' }))
  expect(pathway([], { from: 'mentee', to: ['mentor'] })).toEqual([])
  expect(pathway(all, { from: 'mentee', to: [] })).toEqual([])
  expect(pathway(all, { from: 'mentee', to: ['mentee'] })).toEqual([])
})

test('an ordinal that is no whole number and a role that is not listed are mistakes of the caller', () => {
  const one = (change: object) =>
    [{ personId: 'ada', cohortOrdinal: 1, role: 'mentee', ...change }] as CohortParticipation[]
  const roles = { from: 'mentee', to: ['mentor'] } as const
  expect(() => pathway(one({ cohortOrdinal: 1.5 }), roles)).toThrow(RangeError)
  expect(() => pathway(one({ cohortOrdinal: Number.NaN }), roles)).toThrow(/NaN/)
  expect(() => pathway(one({ role: 'participant' }), roles)).toThrow(/"participant"/)
  expect(() => pathway([], { ...roles, from: 'guru' as 'mentee' })).toThrow(/"guru"/)
})

test.skipIf(whereOpenSeedsIs === undefined)(
  'a real programme of six cohorts has the known pathways (skipped where the shared data is absent)',
  () => {
    const all = openSeeds('roles.csv').map(
      (row): CohortParticipation => ({
        personId: row.person_id ?? '',
        cohortOrdinal: Number(row.cohort),
        role: (row.role === 'participant' ? 'mentee' : row.role) as ParticipationRole,
      }),
    )
    const distinct = (one: ParticipationRole) =>
      new Set(all.filter((row) => row.role === one).map((row) => row.personId)).size
    expect(all).toHaveLength(920)
    expect(participationRoles.map(distinct)).toEqual([273, 105, 155, 81, 11, 5])
    expect(pathway(all, { from: 'mentee', to: ['mentor'] })).toHaveLength(33)
    expect(pathway(all, { from: 'mentee', to: ['mentor', 'expert'] })).toHaveLength(49)
  },
)
