import { readFileSync } from 'node:fs'
import { awarding, type Candidacy, type CandidacyEvent, fold, type StoredEvent, upcast } from '@mentoring-commons/award'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { eventShapes } from '../src/event-shapes.ts'
import { walks } from './walk.ts'
import { play, scheme, toAwarded } from './way.ts'

type Pinned = Readonly<Record<string, { readonly events: readonly CandidacyEvent[]; readonly state: Candidacy }>>

const pinned: Pinned = JSON.parse(readFileSync(new URL('./fixtures/events/v1.json', import.meta.url), 'utf8'))
const decider = awarding([])

for (const [name, { events, state }] of Object.entries(pinned)) {
  test(`events of version 1 fold as they always did: ${name}`, () => {
    expect(fold(decider, events)).toEqual(state)
  })
}

test('the pinned events are of every type there is', () => {
  const types = Object.values(pinned).flatMap(({ events }) => events.map(({ type }) => type))
  expect([...new Set(types)].sort()).toEqual(Object.keys(eventShapes).sort())
})

test('an event that cannot be read changes nothing', () => {
  const { state } = play(toAwarded)
  const strange: readonly StoredEvent[] = [
    { type: 'SomethingOfTheFuture', by: 'x', on: '2027-01-01' },
    { type: 'toString' },
    { type: 'AwardRevoked', by: 'x', on: '2027-01-01', reason: 'evidence-false', eventVersion: 2 },
    { type: 'AwardRevoked', by: 'x', on: '2027-01-01', reason: 'evidence-false', eventVersion: 0 },
    { type: 'AwardRevoked', by: 'x', on: '2027-01-01' },
    { type: 'AwardRevoked', by: 'x', on: '2027-01-01', reason: 7 },
    {
      type: 'SnapshotTaken',
      by: 'x',
      on: '2027-01-01',
      snapshot: 's',
      contentHash: '',
      mapping: {},
      relationships: [],
    },
    { type: 'Submitted', by: 'x', on: '2027-01-01', snapshot: 's', attempt: Number.NaN, outcomes: [], carried: [] },
    { type: 'Enrolled', by: 'x', on: '2027-01-01', workflow: [] },
  ]
  for (const event of strange) {
    expect(upcast(event)).toBeUndefined()
    expect(decider.evolve(state, event as unknown as CandidacyEvent)).toBe(state)
  }
})

test('steps lead an old event to the present one, from whatever version it is', () => {
  const steps = {
    CandidacyWithdrawn: [
      ({ who, ...rest }: StoredEvent): StoredEvent => ({ ...rest, person: who }),
      ({ person, ...rest }: StoredEvent): StoredEvent => ({ ...rest, by: person }),
    ],
  }
  const present = { type: 'CandidacyWithdrawn', by: 'c', on: '2026-01-01' }
  expect(upcast({ type: 'CandidacyWithdrawn', who: 'c', on: '2026-01-01' }, steps)).toEqual(present)
  expect(upcast({ type: 'CandidacyWithdrawn', person: 'c', on: '2026-01-01', eventVersion: 2 }, steps)).toMatchObject(
    present,
  )
  expect(upcast({ ...present, eventVersion: 3 }, steps)).toMatchObject(present)
  expect(upcast({ ...present, eventVersion: 4 }, steps)).toBeUndefined()
})

test('a history in any order, with events left out or twice, folds without a throw', () => {
  fc.assert(
    fc.property(walks(40), fc.infiniteStream(fc.nat()), ({ events }, numbers) => {
      const keyed = [...events, ...events].map((event) => ({ event, key: numbers.next().value ?? 0 }))
      const jumbled = keyed.sort((one, other) => one.key - other.key).map(({ event }) => event)
      const state = fold(awarding([scheme()]), jumbled)
      expect(state.status).toBeTypeOf('string')
    }),
    { numRuns: 40 },
  )
})
