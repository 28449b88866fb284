import fc from 'fast-check'
import { expect, test } from 'vitest'
import { defineCommunity, defineMembership, type Membership, membershipOverTime } from '../../src/index.ts'

const day = fc.integer({ min: 1, max: 28 }).map((one) => `2025-02-${String(one).padStart(2, '0')}`)
const spell = fc
  .record({
    communityId: fc.constantFrom('k1', 'k2'),
    personId: fc.constantFrom('ada', 'ben', 'cy'),
    a: day,
    b: fc.option(day),
  })
  .map(
    ({ communityId, personId, a, b }): Membership =>
      b === null
        ? { communityId, personId, from: a }
        : { communityId, personId, from: a < b ? a : b, to: a < b ? b : a },
  )
const days = Array.from({ length: 28 }, (_, index) => `2025-02-${String(index + 1).padStart(2, '0')}`)
const isMember = (all: readonly Membership[], person: string, on: string) =>
  all.some((one) => one.communityId === 'k1' && one.personId === person && one.from <= on && on <= (one.to ?? '9999'))

test('a spell is refused exactly if it shares a day with another of the same person and community', () => {
  fc.assert(
    fc.property(spell, spell, (known, next) => {
      const shares = days.some(
        (on) => on >= known.from && on <= (known.to ?? '9999') && on >= next.from && on <= (next.to ?? '9999'),
      )
      const same = known.personId === next.personId && known.communityId === next.communityId
      expect('refusal' in defineMembership(next, [known])).toBe(same && shares)
    }),
  )
})

test('membership over time is what going through every day gives', () => {
  fc.assert(
    fc.property(fc.array(spell, { maxLength: 8 }), day, day, (all, a, b) => {
      const window = a < b ? { from: a, to: b } : { from: b, to: a }
      const [row] = membershipOverTime(all, 'k1', [window])
      const people = ['ada', 'ben', 'cy']
      const within = days.filter((on) => on >= window.from && on <= window.to)
      const on = (one: string) => people.filter((person) => isMember(all, person, one))
      const ever = people.filter((person) => within.some((one) => isMember(all, person, one)))
      expect(row).toEqual({
        window,
        atStart: on(window.from).length,
        atEnd: on(window.to).length,
        ever: ever.length,
        joined: ever.filter((person) => !isMember(all, person, window.from)).length,
        left: ever.filter((person) => !isMember(all, person, window.to)).length,
        stayed: on(window.from).filter((person) => isMember(all, person, window.to)).length,
      })
    }),
  )
})

test('a membership takes no level, no other property, and no end before its start', () => {
  const good = { communityId: 'k1', personId: 'ada', from: '2025-02-02' }
  const code = (change: object) => {
    const made = defineMembership({ ...good, ...change } as Membership)
    return 'refusal' in made ? made.refusal.code : 'taken'
  }
  expect(code({})).toBe('taken')
  expect(code({ level: 'core' })).toBe('level-is-never-kept')
  expect(code({ note: '' })).toBe('field-not-listed')
  expect(code({ to: '2025-02-01' })).toBe('window-not-usable')
  expect(code({ to: '2025-02-30' })).toBe('date-not-iso')
  // @ts-expect-error a membership has no place for a level
  const labelled: Membership = { ...good, level: 'core' }
  expect('refusal' in defineMembership(labelled)).toBe(true)
  expect(() => membershipOverTime([], 'k1', [{ from: '2025-02-02', to: '2025-02-01' }])).toThrow(RangeError)
})

test('a community has a domain, and its ids are ids', () => {
  const good = { id: 'k1', label: 'Mentors', domain: 'Mentoring', programmeIds: ['g1'] }
  expect(defineCommunity(good)).toEqual({ value: good })
  expect(defineCommunity({ ...good, domain: ' ' })).toMatchObject({ refusal: { code: 'text-missing', path: 'domain' } })
  expect(defineCommunity({ ...good, programmeIds: ['a b'] })).toMatchObject({ refusal: { path: 'programmeIds[0]' } })
  expect(defineCommunity({ ...good, formedOn: '1' })).toMatchObject({ refusal: { code: 'date-not-iso' } })
})
