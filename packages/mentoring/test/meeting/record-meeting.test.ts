import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  advance,
  type Meeting,
  type Relationship,
  type RelationshipStep,
  recordMeeting,
  recordRelationship,
} from '../../src/index.ts'
import { codeOf, dyad, lenient, made, proposedDyad } from '../demo.ts'
import { exploreAll } from '../explore.ts'

const run = (from: Relationship, ...steps: RelationshipStep[]) =>
  steps.reduce((now, step) => made(advance(now, step, lenient)), from)
const active = run(
  proposedDyad(),
  { type: 'accept', by: 'ada', on: '2026-01-06' },
  { type: 'accept', by: 'mia', on: '2026-01-20' },
)
const topicSet = { codes: ['career', 'teaching'] }
const meeting: Meeting = {
  id: 'm1',
  relationshipId: 'r1',
  heldOn: '2026-02-03',
  durationMinutes: 60,
  mode: 'online',
  topics: ['career'],
}
const record = (change: object, relationship = active) =>
  recordMeeting(relationship, { ...meeting, ...change } as Meeting, topicSet)

test('a sound meeting comes back equal, and as a copy', () => {
  const value = made(record({}))
  expect(value).toStrictEqual(meeting)
  expect(value.topics).not.toBe(meeting.topics)
  expect(made(record({ topics: [] })).topics).toEqual([])
})

test('the type of a meeting has no place for its content', () => {
  // @ts-expect-error a meeting has no notes
  const told: Meeting = { ...meeting, notes: 'what was said' }
  expect(codeOf(recordMeeting(active, told, topicSet))).toBe('content-is-never-kept')
  // @ts-expect-error nor content
  expect(codeOf(recordMeeting(active, { ...meeting, content: 'what was said' }, topicSet))).toBe(
    'content-is-never-kept',
  )
})

test('any further property is refused, whatever its name and value, and its value never stands in the message', () => {
  fc.assert(
    fc.property(fc.string(), fc.anything(), (key, value) => {
      if (key in meeting || key === '__proto__') return
      const result = record({ [key]: value })
      expect(codeOf(result)).toBe('content-is-never-kept')
    }),
  )
  expect(JSON.stringify(record({ notes: 'secret-words' }))).not.toContain('secret-words')
})

test('a property that is hidden, a symbol or undefined is refused, and one that is inherited is not kept', () => {
  expect(codeOf(record({ notes: undefined }))).toBe('content-is-never-kept')
  expect(codeOf(record({ [Symbol('notes')]: 'what was said' }))).toBe('content-is-never-kept')
  const hidden = Object.defineProperty({ ...meeting }, 'notes', { value: 'what was said', enumerable: false })
  expect(codeOf(recordMeeting(active, hidden, topicSet))).toBe('content-is-never-kept')
  const inherited: Meeting = Object.assign(Object.create({ notes: 'what was said' }), meeting)
  const kept = made(recordMeeting(active, inherited, topicSet))
  expect('notes' in kept).toBe(false)
})

test.each<[string, string, object]>([
  ['no id', 'id-not-usable', { id: '' }],
  ['an id that tells a story', 'id-not-usable', { id: 'she said that' }],
  ['another relationship', 'meeting-of-another-relationship', { relationshipId: 'r2' }],
  ['a day that is none', 'date-not-iso', { heldOn: '2026-02-30' }],
  ['the day before it began', 'meeting-before-start', { heldOn: '2026-01-19' }],
  ['no minute', 'duration-out-of-range', { durationMinutes: 0 }],
  ['a day and a minute', 'duration-out-of-range', { durationMinutes: 1441 }],
  ['half a minute', 'duration-out-of-range', { durationMinutes: 0.5 }],
  ['no number of minutes', 'duration-out-of-range', { durationMinutes: Number.NaN }],
  ['minutes as a text', 'duration-out-of-range', { durationMinutes: '60' }],
  ['a mode that is none', 'mode-not-listed', { mode: 'telepathy' }],
  ['a topic outside the set', 'topic-not-listed', { topics: ['career', 'gossip'] }],
  ['a topic twice', 'topic-twice', { topics: ['career', 'career'] }],
])('%s is refused', (_, code, change) => {
  expect(codeOf(record(change))).toBe(code)
})

test('the first day, one minute and a whole day are taken', () => {
  expect(codeOf(record({ heldOn: '2026-01-20', durationMinutes: 1 }))).toBeUndefined()
  expect(codeOf(record({ durationMinutes: 1440 }))).toBeUndefined()
})

test('while paused, a meeting is recorded late but not dated after the pause', () => {
  const paused = run(active, { type: 'pause', on: '2026-03-01', reason: 'workload' })
  expect(codeOf(record({ heldOn: '2026-03-01' }, paused))).toBeUndefined()
  expect(codeOf(record({ heldOn: '2026-03-02' }, paused))).toBe('meeting-during-pause')
  const resumed = run(paused, { type: 'resume', on: '2026-04-01' })
  expect(codeOf(record({ heldOn: '2026-02-03' }, resumed))).toBeUndefined()
  expect(codeOf(record({ heldOn: '2026-01-19' }, resumed))).toBe('meeting-before-start')
})

test('meetings are recorded while active, paused or winding down, and in no other status', { timeout: 60_000 }, () => {
  const recorded = made(recordRelationship({ id: 'r', kind: 'dyad', participants: dyad })).relationship
  const taking = new Set<string>()
  for (const state of [...exploreAll().states, recorded]) {
    const result = record({ relationshipId: state.id, heldOn: '2026-02-01' }, state)
    if ('value' in result) taking.add(state.status)
    else expect(result.refusal.code).toBe('meeting-not-possible')
  }
  expect([...taking].sort()).toEqual(['active', 'paused', 'winding-down'])
})
