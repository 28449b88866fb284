import type { InquiryCommand, InquiryEvent } from '@mentoring-commons/action-research'
import { actionResearch, fold, kemmisMcTaggart, restore, type StoredEvent } from '@mentoring-commons/action-research'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { candidates, commandTypes } from './candidates.ts'
import { closed } from './history.ts'
import { broken } from './invariants.ts'
import { walks } from './walk.ts'

const decider = actionResearch()

test('folding what was stored gives the state that was reached step by step', () => {
  fc.assert(
    fc.property(walks, ({ events, states }) => {
      const stored = JSON.parse(JSON.stringify(events)) as InquiryEvent[]
      expect(fold(decider, stored)).toEqual(states.at(-1))
      expect(JSON.stringify(fold(decider, stored))).toBe(JSON.stringify(fold(decider, events)))
    }),
  )
})

test('events are JSON values, nothing is lost on the way to a store and back', () => {
  fc.assert(
    fc.property(walks, ({ events }) => {
      expect(JSON.parse(JSON.stringify(events))).toStrictEqual(events)
    }),
  )
})

test('random walks come past every kind of event', () => {
  const seen = new Set(
    fc.sample(walks, { numRuns: 150, seed: 7 }).flatMap(({ events }) => events.map(({ type }) => type)),
  )
  expect([...seen].sort()).toEqual([
    'ActionPlanned',
    'Annotated',
    'ChangeObserved',
    'ClaimFlagged',
    'ClaimMade',
    'ClaimValidated',
    'ConsentRecorded',
    'ConsentWithdrawn',
    'CriticalFriendNamed',
    'CycleAbandoned',
    'CycleBegun',
    'CycleClosed',
    'CycleDetached',
    'CycleResumed',
    'CycleSuspended',
    'DisconfirmingAdded',
    'EthicsApprovalRecorded',
    'EvidenceAdded',
    'FacetBegun',
    'FacetEnded',
    'InquiryBegun',
    'OutlookRecorded',
    'PartRecorded',
    'PlanRevised',
    'ProblemStated',
    'Reflected',
    'StakeholderNamed',
    'ValidationGroupFormed',
    'ValidationMeetingHeld',
  ])
})

test('evolve takes any order and any part of a history, twice over too, without a throw', () => {
  const mixed = walks.chain(({ events }) =>
    fc.shuffledSubarray([...events, ...events], { minLength: 0, maxLength: 2 * events.length }),
  )
  fc.assert(
    fc.property(mixed, (events) => {
      const state = fold(decider, events)
      expect(fold(decider, events)).toEqual(state)
      for (const type of commandTypes) {
        for (const command of candidates(type, state).slice(0, 20)) decider.decide(command, state)
      }
    }),
  )
})

test('evolve takes events that lack fields, or have odd ones, without a throw', () => {
  const spoiled = fc
    .tuple(fc.constantFrom(...closed), fc.nat(), fc.option(fc.jsonValue(), { nil: undefined }))
    .map(([event, pick, value]) => {
      const keys = Object.keys(event)
      return { ...event, [keys[pick % keys.length] ?? 'type']: value } as unknown as InquiryEvent
    })
  fc.assert(
    fc.property(fc.array(spoiled), fc.nat(closed.length), (odd, kept) => {
      fold(decider, [...closed.slice(0, kept), ...odd, ...closed.slice(kept)])
    }),
    { numRuns: 500 },
  )
})

test('an event of the future changes nothing', () => {
  const future = { type: 'InquiryPublished', on: '2030-01-01' } as unknown as InquiryEvent
  const newer = { ...closed[1], eventVersion: 2 } as unknown as InquiryEvent
  expect(fold(decider, [future, ...closed.flatMap((event) => [event, future, newer])])).toEqual(fold(decider, closed))
})

test('neither decide nor evolve changes what it is given', () => {
  fc.assert(
    fc.property(walks, ({ states, events }) => {
      const before = JSON.stringify(states)
      const state = deepFreeze(states.at(-1) ?? decider.initialState)
      for (const type of commandTypes) {
        for (const command of candidates(type, state).slice(0, 10)) decider.decide(deepFreeze(command), state)
      }
      for (const event of events) decider.evolve(state, deepFreeze(event))
      expect(JSON.stringify(states)).toBe(before)
    }),
    { numRuns: 30 },
  )
})

test('in every state that a random walk reaches, on either policy, all invariants hold', () => {
  fc.assert(
    fc.property(walks, ({ states }) => {
      for (const state of states) expect(broken(state)).toEqual([])
    }),
    { numRuns: 60 },
  )
})

test('what commands record is a history that can be restored whole, and that is refused where an event is taken out of it', () => {
  fc.assert(
    fc.property(walks, fc.nat(), ({ events, states }, pick) => {
      const stored = JSON.parse(JSON.stringify(events)) as StoredEvent[]
      expect(restore(stored)).toEqual({ value: states.at(-1) })
      if (stored.length === 0) return
      const doubled = pick % stored.length
      const twice = restore([...stored.slice(0, doubled + 1), stored[doubled] as StoredEvent])
      const again = [
        'PartRecorded',
        'ConsentWithdrawn',
        'DisconfirmingAdded',
        'PlanRevised',
        'ClaimFlagged',
        'ClaimValidated',
      ]
      if (!again.includes(stored[doubled]?.type ?? '')) {
        expect(twice).toMatchObject({ refusal: { code: 'history-broken', path: `events[${doubled + 1}]` } })
      }
      if (stored.length > 1) {
        expect(restore(stored.slice(1))).toMatchObject({ refusal: { code: 'history-broken', path: 'events[0]' } })
      }
    }),
    { numRuns: 60 },
  )
})

test('an ended cycle stays as it was, whatever follows', () => {
  fc.assert(
    fc.property(walks, ({ states }) => {
      const ended = new Map<string, string>()
      for (const state of states) {
        for (const cycle of state.status === 'underway' ? state.cycles : []) {
          const now = JSON.stringify(cycle)
          expect(ended.get(cycle.id) ?? now).toBe(now)
          if (cycle.status === 'closed' || cycle.status === 'abandoned') ended.set(cycle.id, now)
        }
      }
    }),
  )
})

test('events that come late for an ended cycle leave it as it was', () => {
  const before = fold(decider, closed)
  for (const late of [
    { type: 'FacetBegun', cycle: 'c1', facet: 'observe', on: '2026-05-01' },
    { type: 'Reflected', cycle: 'c1', reflection: 'r9', by: 'ana', on: '2026-05-01', text: 'Too late' },
    { type: 'PlanRevised', cycle: 'c1', on: '2026-05-01', steps: [], reason: 'Too late' },
    { type: 'CycleAbandoned', cycle: 'c1', on: '2026-05-01', reason: 'Too late' },
    { type: 'CycleClosed', cycle: 'c1', on: '2026-05-01' },
    { type: 'CycleResumed', cycle: 'c1', on: '2026-05-01' },
    { type: 'CycleDetached', cycle: 'c1', on: '2026-05-01', reason: 'Too late' },
    { type: 'CycleSuspended', cycle: 'c1', on: '2026-05-01', reason: 'Too late', reopens: ['act'] },
  ] as const) {
    expect(decider.evolve(before, late)).toEqual(before)
  }
})

test('in every state that is reached, acting lies within ethics in force, checked day by day', () => {
  fc.assert(
    fc.property(walks, ({ states }) => {
      const state = states.at(-1)
      if (state?.status !== 'underway') return
      const acts = state.cycles.flatMap(({ facets }) => facets.filter(({ facet }) => facet === 'act'))
      for (const { from, to } of acts) {
        const last = Date.parse(to ?? from)
        for (let day = Date.parse(from); day <= last; day += 86_400_000) {
          const date = new Date(day).toISOString().slice(0, 10)
          if (date > '2030-01-01' && date < '9999-01-01') day = Date.parse('9998-12-31')
          expect(state.ethics.some((approval) => approval.from <= date && date <= approval.to)).toBe(true)
        }
      }
    }),
  )
})

test('a validated claim always rests on usable, varied evidence, unless it was flagged since', () => {
  fc.assert(
    fc.property(walks, ({ states }) => {
      for (const state of states.slice(-3)) {
        if (state.status !== 'underway') continue
        for (const { status, cites, audience } of state.claims) {
          if (status !== 'validated') continue
          const items = cites.map(({ evidence }) => state.evidence.find(({ id }) => id === evidence))
          expect(new Set(items.map((item) => `${item?.kind} ${item?.source}`)).size).toBeGreaterThan(1)
          for (const [index, item] of items.entries()) {
            const held = item?.consents.map((id) => state.consents.find((consent) => consent.id === id)?.scopes ?? [])
            for (const scopes of held ?? []) {
              expect(scopes).toEqual(expect.arrayContaining(['collect', 'analyse']))
              if (audience === 'public') expect(scopes).toContain('publish')
              if (cites[index]?.quoted) expect(scopes).toContain('quote')
            }
          }
        }
      }
    }),
  )
})

test('a decider needs models, each with an id of its own', () => {
  expect(() => actionResearch([])).toThrow(RangeError)
  expect(() => actionResearch([kemmisMcTaggart, kemmisMcTaggart])).toThrow('["kemmis-mctaggart","kemmis-mctaggart"]')
  expect(() => actionResearch({ models: [] })).toThrow(RangeError)
  expect(() => actionResearch({ models: [{ ...kemmisMcTaggart, initial: 'look' }] })).toThrow('"look" is no phase')
})

test('commands and facets are closed lists to the type checker', () => {
  const commands: readonly InquiryCommand[] = [
    // @ts-expect-error learning is not an interval
    { type: 'BeginFacet', cycle: 'c1', facet: 'learn', on: '2026-01-01' },
    // @ts-expect-error a consent scope that there is not
    { type: 'WithdrawConsent', consent: 'k1', scopes: ['sell'], on: '2026-01-01' },
    // @ts-expect-error an event is no command
    { type: 'CycleClosed', cycle: 'c1', on: '2026-01-01' },
  ]
  expect(commands).toHaveLength(3)
})

function deepFreeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null)
    for (const part of Object.values(Object.freeze(value))) deepFreeze(part)
  return value
}
