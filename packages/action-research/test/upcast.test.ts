import {
  actionResearch,
  fold,
  type InquiryEvent,
  restore,
  type StoredEvent,
  upcast,
} from '@mentoring-commons/action-research'
import { expect, test } from 'vitest'
import v1 from './fixtures/events/v1.json' with { type: 'json' }
import state from './fixtures/events/v1.state.json' with { type: 'json' }
import v2 from './fixtures/events/v2.json' with { type: 'json' }
import stateOfV2 from './fixtures/events/v2.state.json' with { type: 'json' }

const closed = { type: 'CycleClosed', cycle: 'c1', on: '2026-04-30' } as const

/** What there was no word for in the first version: nothing of it, and no standards in a claim. */
const added = {
  stakeholders: [],
  criticalFriends: [],
  groups: [],
  problems: [],
  changes: [],
  outlooks: [],
  annotations: [],
  claims: state.claims.map((claim) => ({ ...claim, standards: [] })),
}

test('events stored by the first version fold to what they always folded to', () => {
  expect(fold(actionResearch(), v1 as unknown as InquiryEvent[])).toEqual({ ...state, ...added })
  expect(restore(v1 as unknown as StoredEvent[])).toEqual({ value: { ...state, ...added } })
})

test('the stored history has an event of every type that there was, and each is read', () => {
  expect(new Set(v1.map(({ type }) => type)).size).toBe(18)
  for (const event of v1) {
    const raised = event.type === 'ClaimMade' ? { eventVersion: 2, standards: [] } : {}
    expect(upcast(event as unknown as StoredEvent)).toEqual({ ...event, ...raised })
  }
})

test('events stored by the second version, one of each type, fold to what they always folded to', () => {
  expect(new Set(v2.map(({ type }) => type)).size).toBe(29)
  expect(fold(actionResearch(), v2 as unknown as InquiryEvent[])).toEqual(stateOfV2)
  expect(restore(v2 as unknown as StoredEvent[])).toEqual({ value: stateOfV2 })
  for (const event of v2) expect(upcast(event as unknown as StoredEvent)).toEqual(event)
})

test('a claim of the first version is raised by one step, and one of the second is left as it is', () => {
  const made = { type: 'ClaimMade', claim: 'm1', text: 'It helps', cites: [], audience: 'team', on: '2026-04-30' }
  const raised = { ...made, eventVersion: 2, standards: [] }
  expect(upcast(made)).toEqual(raised)
  expect(upcast({ ...made, eventVersion: 1 })).toEqual(raised)
  expect(upcast({ ...raised, standards: ['trust'] })).toEqual({ ...raised, standards: ['trust'] })
  expect(upcast({ ...made, eventVersion: 2 })).toBeUndefined()
  expect(upcast({ ...raised, eventVersion: 3 })).toBeUndefined()
})

test('an event passes through the steps that its version has not been through', () => {
  const steps = {
    CycleClosed: [
      ({ cycleId, ...event }: StoredEvent) => ({ ...event, cycle: cycleId }),
      ({ day, ...event }: StoredEvent) => ({ ...event, on: day }),
    ],
  }
  const first = { type: 'CycleClosed', cycleId: 'c1', day: '2026-04-30' }
  expect(upcast(first, steps)).toEqual(closed)
  expect(upcast({ ...first, eventVersion: 1 }, steps)).toMatchObject(closed)
  expect(upcast({ type: 'CycleClosed', eventVersion: 2, cycle: 'c1', day: '2026-04-30' }, steps)).toMatchObject(closed)
  expect(upcast({ ...closed, eventVersion: 3 }, steps)).toMatchObject(closed)
  expect(upcast({ ...closed, eventVersion: 4 }, steps)).toBeUndefined()
})

test('an event that cannot be read is none', () => {
  for (const event of [
    { type: 'CycleReopened', cycle: 'c1', on: '2026-04-30' },
    { type: 'constructor' },
    { type: 'CycleClosed', cycle: 'c1' },
    { ...closed, cycle: 1 },
    { ...closed, eventVersion: 2 },
    { ...closed, eventVersion: 0 },
    { ...closed, eventVersion: 1.5 },
    { type: 'ClaimValidated', claim: 'm1', on: '2026-04-30', cites: 'e1' },
    { type: 'DisconfirmingAdded', claim: 'm1', on: '2026-04-30', finding: null },
  ]) {
    expect(upcast(event)).toBeUndefined()
  }
})

test('a field that may be absent may not be anything else', () => {
  const begun = { type: 'FacetBegun', cycle: 'c1', facet: 'plan', on: '2026-01-12' }
  expect(upcast(begun)).toEqual(begun)
  expect(upcast({ ...begun, reason: 5 })).toBeUndefined()
})
