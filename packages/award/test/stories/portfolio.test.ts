import { type Scheme, submissionGaps } from '@mentoring-commons/award'
import { expect, test } from 'vitest'
import {
  after,
  at,
  command,
  enrol,
  hash,
  lastOf,
  link,
  linkInquiry,
  mapping,
  play,
  refusalOf,
  scheme,
  snapshot,
  stateIn,
  submit,
  toReferred,
  toSubmitted,
} from '../way.ts'

const recount = { ...link, type: 'RecountRelationship' } as const
const unlink = command('UnlinkRelationship', '2026-03-01', { by: 'candidate', relationship: 'r1' })

test('a relationship is linked once, recounted as it goes on, and can be taken out', () => {
  expect(after([enrol, link], link)).toBe('duplicate-id')
  expect(refusalOf([enrol, link], link).message).toContain('RecountRelationship')
  expect(after([enrol], recount)).toBe('not-found')
  expect(after([enrol], unlink)).toBe('not-found')
  const more = { ...recount, to: '2026-02-27', hours: 12.5, meetings: 9 }
  expect(stateIn(at([enrol, link, more]), 'preparing').file.relationships).toEqual([
    { id: 'r1', from: '2025-11-01', to: '2026-02-27', hours: 12.5, meetings: 9 },
  ])
  expect(stateIn(at([enrol, link, unlink]), 'preparing').file.relationships).toEqual([])
})

test('periods and counts that cannot be are refused', () => {
  const wrong = (over: object) => [
    refusalOf([enrol], { ...link, ...over }).code,
    refusalOf([enrol], { ...link, ...over }).path,
  ]
  expect(wrong({ from: '2026-03-02' })).toEqual(['dates-reversed', 'on'])
  expect(wrong({ from: '2026' })).toEqual(['not-a-date', 'from'])
  expect(wrong({ to: '2025-10-31' })).toEqual(['dates-reversed', 'to'])
  expect(wrong({ to: '2026-03-02' })).toEqual(['dates-reversed', 'on'])
  expect(wrong({ to: 'today' })).toEqual(['not-a-date', 'to'])
  expect(wrong({ hours: -1 })).toEqual(['count-invalid', 'hours'])
  expect(wrong({ hours: Number.NaN })).toEqual(['count-invalid', 'hours'])
  expect(wrong({ meetings: 1.5 })).toEqual(['count-invalid', 'meetings'])
  expect(wrong({ relationship: '' })).toEqual(['blank-text', 'relationship'])
})

test('an inquiry is linked as it grows, never as it was before; another one may replace it', () => {
  expect(after([enrol, linkInquiry], { ...linkInquiry, streamVersion: 12 })).toBe('count-invalid')
  expect(after([enrol], { ...linkInquiry, streamVersion: 0 })).toBe('count-invalid')
  expect(after([enrol], { ...linkInquiry, streamVersion: 1.5 })).toBe('count-invalid')
  expect(after([enrol], { ...linkInquiry, inquiry: '' })).toBe('blank-text')
  const another = { ...linkInquiry, inquiry: 'i2', streamVersion: 1 }
  expect(stateIn(at([enrol, linkInquiry, another]), 'preparing').file.inquiry).toEqual({ id: 'i2', streamVersion: 1 })
})

test('a snapshot pins hash, mapping, inquiry and relationships, and what comes later does not reach it', () => {
  const before = [enrol, link, linkInquiry, snapshot]
  const later = [
    { ...recount, on: '2026-04-05', hours: 99 },
    { ...linkInquiry, on: '2026-04-05', streamVersion: 20 },
  ]
  const { file } = stateIn(at([...before, ...later]), 'preparing')
  expect(file.snapshots).toEqual([
    {
      id: 's1',
      contentHash: hash(1),
      takenOn: '2026-04-01',
      takenBy: 'candidate',
      mapping,
      relationships: [{ id: 'r1', from: '2025-11-01', hours: 8, meetings: 5 }],
      inquiry: { id: 'i1', streamVersion: 12 },
    },
  ])
  expect(file.relationships[0]?.hours).toBe(99)
})

test('a snapshot needs a new id, a hash of its shape, outcomes that are known, and the candidate', () => {
  expect(after([enrol, snapshot], snapshot)).toBe('duplicate-id')
  for (const contentHash of ['', 'A'.repeat(64), hash(1).slice(1), `${hash(1)}0`]) {
    expect(after([enrol], { ...snapshot, contentHash })).toBe('hash-malformed')
  }
  expect(after([enrol], { ...snapshot, mapping: [{ outcome: 'core:9', evidenceIds: ['e1'] }] })).toBe('unknown-outcome')
  expect(after([enrol], { ...snapshot, by: 'coordinator' })).toBe('candidate-only')
  expect(after([enrol], { ...snapshot, snapshot: ' ' })).toBe('blank-text')
})

test('everything that keeps a snapshot from being submitted is listed, each with what to do', () => {
  const bare = { ...snapshot, mapping: mapping.slice(1) }
  const state = stateIn(at([enrol, bare]), 'preparing')
  expect(submissionGaps(state, 's1', [scheme()]).map(({ code }) => code)).toEqual([
    'outcomes-not-covered',
    'practice-too-little',
    'inquiry-missing',
  ])
  expect(submissionGaps(state, 's9', [scheme()]).map(({ code }) => code)).toEqual(['not-found'])
  expect(submissionGaps(state, 's1', []).map(({ code }) => code)).toEqual(['unknown-scheme'])
  expect(submissionGaps(stateIn(at(toSubmitted.slice(0, 4)), 'preparing'), 's1', [scheme()])).toEqual([])
})

test('practice before the programme counts where the workflow lets it, and only then', () => {
  const ended = { ...link, to: '2026-01-09' }
  const way = [enrol, ended, linkInquiry, snapshot]
  const refusal = refusalOf(way, submit)
  expect(refusal.code).toBe('practice-too-little')
  expect(refusal.message).toContain('0 of 1 relationships, 0 of 6 hours, 0 of 3 meetings since enrolment')
  const lenient: readonly Scheme[] = [
    scheme({ practice: { relationships: 1, hours: 6, meetings: 3, duringProgramme: false } }),
  ]
  expect(after(way, submit, lenient)).toHaveLength(1)
  expect(after([enrol, { ...link, to: '2026-01-10' }, linkInquiry, snapshot], submit)).toHaveLength(1)
})

test('an inquiry that is optional may be absent, and a snapshot then has none', () => {
  const { events } = play([enrol, link, snapshot, submit], [scheme({ inquiry: 'optional' })])
  expect(lastOf(events, 'SnapshotTaken')).not.toHaveProperty('inquiry')
  expect(after([enrol, link, snapshot], submit)).toBe('inquiry-missing')
})

test('only the candidate submits, each snapshot once, and nothing before it was taken', () => {
  const ready = toSubmitted.slice(0, 4)
  expect(after(ready, { ...submit, by: 'coordinator' })).toBe('candidate-only')
  expect(after(ready, { ...submit, snapshot: 's2' })).toBe('not-found')
  expect(after(ready, { ...submit, on: '2026-03-31' })).toBe('dates-reversed')
  expect(after(toReferred, { ...submit, on: '2026-06-01' })).toBe('snapshot-used')
})

test('outcomes that are loaded while the candidate prepares are required of the submission', () => {
  const { events } = play(toSubmitted.slice(0, 4))
  expect(lastOf(events, 'SnapshotTaken').mapping).toHaveLength(3)
  expect(lastOf(play(toSubmitted).events, 'Submitted')).toMatchObject({
    attempt: 1,
    outcomes: ['values:1', 'core:1', 'special:1'],
    carried: [],
  })
})
