import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type ConflictRecord,
  conflictBetween,
  conflictKinds,
  conflictsAmong,
  conflictsLeftBy,
  type ManagementLine,
  managersAbove,
  mayAssess,
  parseStored,
  type Relationship,
  type RelationshipStep,
  recordConflict,
} from '../../src/index.ts'
import { casts, codeOf, dyad, lenient, made, proposedDyad } from '../demo.ts'
import { active, begun, forming, steps } from '../life.ts'

const on = '2026-02-01'
const grievance: ConflictRecord = {
  personA: 'ada',
  personB: 'mia',
  kind: 'grievance',
  from: '2026-01-01',
  to: '2026-03-01',
}
const end: RelationshipStep = { type: 'end', on, by: 'ada' }

test('a conflict is written in one way, and never with oneself or backwards', () => {
  expect(made(recordConflict({ ...grievance, personA: 'mia', personB: 'ada' }))).toEqual(grievance)
  expect(codeOf(recordConflict({ ...grievance, personB: 'ada' }))).toBe('conflict-not-usable')
  expect(codeOf(recordConflict({ ...grievance, to: '2025-12-31' }))).toBe('conflict-not-usable')
  expect(codeOf(recordConflict({ ...grievance, to: '2026-01-01' }))).toBeUndefined()
  expect(codeOf(recordConflict({ ...grievance, kind: 'dislike' as 'grievance' }))).toBe('not-the-shape')
  expect(codeOf(recordConflict({ ...grievance, details: 'why' } as ConflictRecord))).toBe('content-is-never-kept')
  expect(Object.keys(made(recordConflict(grievance)))).not.toContain('relationshipId')
})

test('a conflict holds on both of its days, between both people, and for ever where no end is known', () => {
  const between = (day: string, a = 'mia', b = 'ada') => conflictBetween(a, b, [grievance], day).length
  expect(['2025-12-31', '2026-01-01', '2026-03-01', '2026-03-02'].map((day) => between(day))).toEqual([0, 1, 1, 0])
  expect([between(on, 'ada', 'mia'), between(on, 'ada', 'ben'), between(on, 'ada', 'ada')]).toEqual([1, 0, 0])
  const { to: _, ...lasting } = grievance
  expect(conflictBetween('ada', 'mia', [lasting], '9999-12-31')).toEqual([lasting])
})

test('everybody above is found as a brute search of every chain finds them, circles included', () => {
  const people = ['a', 'b', 'c', 'd', 'e']
  const line = fc.record({
    managerId: fc.constantFrom(...people),
    reportId: fc.constantFrom(...people),
    from: fc.constantFrom('2025-01-01', '2026-01-01', '2026-03-01'),
    to: fc.option(fc.constantFrom('2025-06-30', '2026-02-01', '2026-12-31'), { nil: undefined }),
  })
  fc.assert(
    fc.property(fc.array(line, { maxLength: 10 }), fc.constantFrom(...people), (lines, who) => {
      const all = lines.map(({ to, ...one }): ManagementLine => (to === undefined ? one : { ...one, to }))
      const holds = (over: string, under: string) =>
        all.some(
          (one) => one.managerId === over && one.reportId === under && one.from <= on && on <= (one.to ?? '9999'),
        )
      const reach = (over: string, under: string, left: number): boolean =>
        left > 0 && (holds(over, under) || people.some((via) => holds(via, under) && reach(over, via, left - 1)))
      const expected = people.filter((one) => one !== who && reach(one, who, people.length))
      expect(managersAbove(who, all, on)).toEqual(expected)
    }),
    { numRuns: 300 },
  )
})

test('what stands between people who would be together is told for each pair that would be, and for no other', () => {
  const lines: ManagementLine[] = [
    { managerId: 'ada', reportId: 'x', from: '2020-01-01' },
    { managerId: 'x', reportId: 'mia', from: '2020-01-01' },
    { managerId: 'ada', reportId: 'ben', from: '2020-01-01' },
  ]
  const group = casts.find((one) => one.kind === 'group')?.participants ?? []
  expect(conflictsAmong(group, { records: [grievance], lines }, on)).toEqual([
    { personA: 'ada', personB: 'mia', kind: 'grievance' },
    { personA: 'ada', personB: 'mia', kind: 'line-management' },
  ])
  const peers = casts.find((one) => one.kind === 'peer')?.participants ?? []
  expect(conflictsAmong(peers, { records: [], lines }, on)).toEqual([
    { personA: 'ada', personB: 'ben', kind: 'line-management' },
  ])
  expect(conflictsAmong(dyad, { records: conflictsLeftBy(active), lines: [] }, on)).toEqual([])
})

test('what a relationship leaves behind holds for ever, for each pair, once it began', () => {
  expect(conflictsLeftBy(active)).toEqual([{ personA: 'ada', personB: 'mia', kind: 'mentoring', from: '2026-01-07' }])
  for (const one of [proposedDyad(), forming, steps(forming, lenient, end)]) expect(conflictsLeftBy(one)).toEqual([])
  expect(conflictsLeftBy(steps(active, lenient, end))).toEqual(conflictsLeftBy(active))
  for (const { kind, participants } of casts) {
    const left = conflictsLeftBy(begun('r', lenient, participants, kind))
    for (const record of left) expect(recordConflict(record)).toEqual({ value: record })
    expect(left.length).toBe(kind === 'group' ? 2 : kind === 'peer' && participants.length === 3 ? 3 : 1)
  }
  const past: Relationship = { id: 'j', kind: 'dyad', participants: dyad, status: 'recorded' }
  expect(conflictsLeftBy(past)).toEqual([])
  expect(conflictsLeftBy(past, '2019-01-01')).toHaveLength(1)
})

test('a mentor assesses nobody whom they mentor or have mentored, years later too; a decline or an early end leaves nothing', () => {
  const assess = (relationships: readonly Relationship[], by = 'mia', whom = 'ada', records: ConflictRecord[] = []) =>
    codeOf(mayAssess(by, whom, { relationships, records }, '2046-02-01'))
  const ended = steps(active, lenient, end)
  const past: Relationship = { id: 'j', kind: 'dyad', participants: dyad, status: 'recorded' }
  for (const one of [active, ended, forming, past, steps(active, lenient, { type: 'pause', on, reason: 'other' })]) {
    expect(assess([one])).toBe('mentored-before')
    expect(assess([one], 'ada', 'mia')).toBeUndefined()
    expect(assess([one], 'zoe')).toBeUndefined()
    expect(assess([one], 'mia', 'zoe')).toBeUndefined()
  }
  expect(assess([steps(forming, lenient, end)])).toBeUndefined()
  expect(assess([steps(proposedDyad(), lenient, { type: 'decline', on, by: 'ada' })])).toBeUndefined()
  expect(assess([], 'mia', 'ada', [...conflictsLeftBy(active)])).toBe('mentored-before')
  expect(assess([], 'ada', 'mia', [...conflictsLeftBy(active)])).toBe('mentored-before')
  expect(assess([], 'ada', 'ada')).toBe('conflict-stands')
})

test('in every kind, whoever leads is kept from assessing whoever is led', () => {
  for (const { kind, participants } of casts) {
    const relationships = [begun('r', lenient, participants, kind)]
    const people = [...new Set(participants.map((one) => one.personId))]
    for (const by of people) {
      for (const whom of people.filter((one) => one !== by)) {
        const holds = (who: string, ...roles: string[]) =>
          participants.some((one) => one.personId === who && roles.includes(one.role))
        const kept = holds(by, 'mentor', 'facilitator') && holds(whom, 'mentee', 'peer')
        expect(codeOf(mayAssess(by, whom, { relationships, records: [] }, on))).toBe(
          kept ? 'mentored-before' : undefined,
        )
      }
    }
  }
})

test('a conflict of the day, and a line of management where lines are given, stand in the way', () => {
  const assess = (day: string, lines: ManagementLine[] = []) =>
    codeOf(mayAssess('zoe', 'ada', { relationships: [], records: [{ ...grievance, personB: 'zoe' }], lines }, day))
  expect([assess(on), assess('2026-03-02')]).toEqual(['conflict-stands', undefined])
  const line = { managerId: 'zoe', reportId: 'ada', from: '2020-01-01' }
  expect(assess('2026-03-02', [line])).toBe('conflict-stands')
  expect(assess('2026-03-02', [{ ...line, managerId: 'ada', reportId: 'zoe' }])).toBe('conflict-stands')
  for (const kind of conflictKinds) expect(parseStored('conflict', { ...grievance, kind })).toHaveProperty('value')
})
