import { restore, type StoredEvent } from '@mentoring-commons/action-research'
import { expect, test } from 'vitest'
import { closed } from './history.ts'

const stored = closed as unknown as readonly StoredEvent[]
const refusalOf = (events: readonly unknown[]) => {
  const answer = restore(events as readonly StoredEvent[])
  return 'refusal' in answer ? answer.refusal : undefined
}

test('an empty history is an inquiry that has not begun', () => {
  expect(restore([])).toEqual({ value: { status: 'not-begun' } })
})

test('an event of a newer version is refused with its type, version, place and what to do', () => {
  expect(refusalOf([stored[0], { ...stored[1], eventVersion: 2 }])).toEqual({
    code: 'event-newer',
    message:
      'events[1] ("CycleBegun" in version 2) is newer than this version can read; read the history with the version that wrote it, or a later one',
    path: 'events[1]',
  })
})

test('an event of an unknown type is refused, and one that only objects inherit', () => {
  for (const type of ['InquiryPublished', 'toString', '__proto__', 7, undefined]) {
    expect(refusalOf([stored[0], { type }])).toMatchObject({ code: 'event-unknown', path: 'events[1]' })
  }
})

test('an event that lacks a field, or is no event at all, is refused', () => {
  for (const odd of [
    null,
    'CycleBegun',
    7,
    { type: 'CycleBegun', cycle: 'c1' },
    { ...stored[1], eventVersion: 1.5 },
    { ...stored[1], eventVersion: 0 },
  ]) {
    expect(refusalOf([stored[0], odd])).toMatchObject({ code: 'event-malformed', path: 'events[1]' })
  }
})

test('a history without its beginning, and each event that is there twice in a row, is refused', () => {
  expect(refusalOf(stored.slice(1))).toMatchObject({ code: 'history-broken', path: 'events[0]' })
  for (const [index, event] of stored.entries()) {
    const rest = refusalOf([...stored.slice(0, index + 1), event])
    const repeatable = ['DisconfirmingAdded', 'ClaimValidated']
    if (!repeatable.includes(event.type)) expect([index, rest?.code]).toEqual([index, 'history-broken'])
  }
})

test('a history from whose middle an event is missing is refused where a later one needs it', () => {
  const without = (type: string) => stored.filter((event) => event.type !== type)
  expect(refusalOf(without('CycleBegun'))).toMatchObject({ code: 'history-broken', path: 'events[1]' })
  expect(refusalOf(without('ClaimMade'))?.code).toBe('history-broken')
  expect(refusalOf(without('FacetBegun'))?.code).toBe('history-broken')
})
