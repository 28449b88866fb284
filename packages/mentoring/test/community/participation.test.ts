import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type CommunityRecord,
  coreTurnover,
  defaultThresholds,
  defineThresholds,
  type Participant,
  type ParticipationEvent,
  type ParticipationKind,
  type ParticipationThresholds,
  participationKinds,
  participationLevel,
  participationLevels,
  participationProfile,
  recordParticipation,
} from '../../src/index.ts'

const quarter = { from: '2025-01-01', to: '2025-04-01' }
const year = { from: '2025-01-01', to: '2025-12-30' }
const memberships = [{ communityId: 'k1', personId: 'ada', from: '2025-01-01' }]
const eventsOf = (kinds: readonly ParticipationKind[], personId = 'ada', on = '2025-02-03') =>
  kinds.map((kind, index): ParticipationEvent => ({ id: `${personId}${index}`, communityId: 'k1', personId, kind, on }))
const level = (kinds: readonly ParticipationKind[], personId = 'ada', window = quarter) =>
  participationLevel(
    personId,
    { communityId: 'k1', memberships, events: eventsOf(kinds, personId) },
    window,
    defaultThresholds,
  )

test('each level is met at its threshold and not one event below it', () => {
  expect(level(['lead', 'contribute', 'contribute'])).toBe('core')
  expect(level(['lead', 'contribute', 'attend'])).toBe('active')
  expect(level(['contribute', 'contribute', 'contribute'])).toBe('active')
  expect(level(['contribute', 'attend', 'attend'])).toBe('active')
  expect(level(['contribute', 'attend'])).toBe('occasional')
  expect(level(['attend', 'attend', 'attend', 'attend'])).toBe('occasional')
  expect(level(['read', 'use-artefact'])).toBe('peripheral')
  expect(level([])).toBeUndefined()
  expect(level(['lead', 'contribute', 'contribute'], 'zoe')).toBe('transactional')
})

test('a longer window asks for more, rounded', () => {
  expect(level(['lead', 'contribute', 'contribute'], 'ada', year)).toBe('occasional')
  const lots = [...Array(4).fill('lead'), ...Array(8).fill('contribute')] as ParticipationKind[]
  expect(level(lots, 'ada', year)).toBe('core')
  expect(level(lots.slice(1), 'ada', year)).toBe('occasional')
  expect(level([...lots.slice(1), 'attend'], 'ada', year)).toBe('active')
  expect(level(lots, 'ada', { from: '2025-01-01', to: '2025-12-31' })).toBe('core')
  expect(level(lots, 'ada', { from: '2025-01-01', to: '2026-03-31' })).toBe('occasional')
  expect(level(['lead'], 'ada', { from: '2025-02-03', to: '2025-02-03' })).toBe('core')
})

test('only the days of the window, the community and the person count; both ends belong to it', () => {
  const at = (on: string, communityId = 'k1') =>
    participationLevel(
      'ada',
      { communityId: 'k1', memberships, events: eventsOf(['attend']).map((one) => ({ ...one, on, communityId })) },
      quarter,
      defaultThresholds,
    )
  expect([at('2024-12-31'), at('2025-01-01'), at('2025-04-01'), at('2025-04-02')]).toEqual([
    undefined,
    'occasional',
    'occasional',
    undefined,
  ])
  expect(at('2025-02-01', 'k2')).toBeUndefined()
})

const record = fc.record({
  communityId: fc.constant('k1'),
  memberships: fc.array(
    fc.record({
      communityId: fc.constantFrom('k1', 'k2'),
      personId: fc.constantFrom('ada', 'ben', 'cy'),
      from: fc.constantFrom('2025-01-01', '2025-05-01'),
    }),
    { maxLength: 5 },
  ),
  events: fc.array(
    fc.record({
      id: fc.uuid(),
      communityId: fc.constantFrom('k1', 'k2'),
      personId: fc.constantFrom('ada', 'ben', 'cy', 'dee'),
      kind: fc.constantFrom(...participationKinds),
      on: fc.constantFrom('2025-01-01', '2025-02-01', '2025-06-01'),
    }),
    { maxLength: 30 },
  ),
})

test('the profile counts what the level of each person says, and names nobody', () => {
  fc.assert(
    fc.property(record, (given) => {
      const known: CommunityRecord = given
      const profile = participationProfile(known, quarter, defaultThresholds)
      const levels = ['ada', 'ben', 'cy', 'dee'].map((one) =>
        participationLevel(one, known, quarter, defaultThresholds),
      )
      for (const { level: one, people } of profile.levels) expect(people).toBe(levels.filter((it) => it === one).length)
      const inner = profile.levels
        .filter((one) => one.level !== 'transactional')
        .reduce((sum, one) => sum + one.people, 0)
      expect(inner + profile.membersWithoutTrace).toBe(profile.members)
      expect(JSON.stringify(profile)).not.toMatch(/ada|ben|dee/)
    }),
  )
})

test('the core turns over by person, and only counts are told', () => {
  const all = [...memberships, { communityId: 'k1', personId: 'ben', from: '2025-01-01' }]
  const kinds = ['lead', 'contribute', 'contribute'] as const
  const known = {
    communityId: 'k1',
    memberships: all,
    events: [...eventsOf(kinds), ...eventsOf(kinds, 'ben'), ...eventsOf(kinds, 'ben', '2025-05-05')],
  }
  const windows = [quarter, { from: '2025-04-02', to: '2025-07-01' }] as const
  expect(coreTurnover(known, windows, defaultThresholds)).toEqual({
    before: 2,
    after: 1,
    stayed: 1,
    joined: 0,
    left: 1,
  })
})

test('thresholds that cannot be used are refused, and carry their source', () => {
  const rule = { level: 'core' as const, member: true, requires: [{ kinds: ['lead' as const], events: 1 }] }
  const code = (change: object) => {
    const made = defineThresholds({ ...defaultThresholds, ...change } as ParticipationThresholds)
    return 'refusal' in made ? made.refusal.code : 'taken'
  }
  expect(code({})).toBe('taken')
  expect(code({ rules: [] })).toBe('thresholds-not-usable')
  expect(code({ rules: [{ ...rule, requires: [] }] })).toBe('thresholds-not-usable')
  expect(code({ rules: [{ ...rule, requires: [{ kinds: [], events: 1 }] }] })).toBe('thresholds-not-usable')
  expect(code({ rules: [{ ...rule, requires: [{ kinds: ['lead'], events: 0 }] }] })).toBe('thresholds-not-usable')
  expect(code({ rules: [{ ...rule, requires: [{ kinds: ['lead'], events: 1, perDays: 0.5 }] }] })).toBe(
    'thresholds-not-usable',
  )
  expect(code({ rules: [{ ...rule, level: 'star' }] })).toBe('value-not-listed')
  expect(code({ source: '' })).toBe('text-missing')
  expect([...new Set(defaultThresholds.rules.map((one) => one.level))]).toEqual([...participationLevels])
})

test('no person and no event has a place for a level', () => {
  // @ts-expect-error a participant has no place for a level
  const person: Participant = { personId: 'ada', role: 'mentor', level: 'core' }
  // @ts-expect-error nor has an event
  const event: ParticipationEvent = { ...(eventsOf(['attend'])[0] as ParticipationEvent), level: 'core' }
  expect(person.personId).toBe('ada')
  expect(recordParticipation(event)).toMatchObject({ refusal: { code: 'level-is-never-kept' } })
  expect(recordParticipation({ ...event, level: undefined } as ParticipationEvent)).toHaveProperty('refusal')
})
