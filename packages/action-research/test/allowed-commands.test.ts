import {
  actionResearch,
  allowedCommands,
  allowedFacets,
  fold,
  type Inquiry,
  type InquiryEvent,
} from '@mentoring-commons/action-research'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { candidates, commandTypes, days } from './candidates.ts'
import { acting, approval, begin, begun, closed, end, planned, play, reflected } from './history.ts'
import { walks } from './walk.ts'

const decider = actionResearch()
const { decide } = decider
const at = (events: readonly InquiryEvent[]) => fold(decider, events)

test('what may happen next, along one cycle', () => {
  expect(allowedCommands({ status: 'not-begun' })).toEqual(['BeginInquiry'])
  expect(allowedCommands(at(begun))).toEqual([
    'RecordEthicsApproval',
    'BeginCycle',
    'BeginFacet',
    'RecordConsent',
    'AddEvidence',
    'AbandonCycle',
    'SuspendCycle',
    'NameStakeholder',
    'NameCriticalFriend',
    'FormValidationGroup',
    'StateProblem',
    'RecordOutlook',
    'Annotate',
  ])
  expect(allowedCommands(at(reflected))).toContain('CloseCycle')
  expect(allowedCommands(at(closed))).not.toContain('CloseCycle')
})

test('the facets that may begin next, along one cycle', () => {
  expect(allowedFacets(at(begun), 'c1')).toEqual(['diagnose', 'plan'])
  expect(allowedFacets(at(planned), 'c1')).toEqual(['diagnose', 'observe'])
  expect(allowedFacets(at(play(planned, approval)), 'c1')).toEqual(['diagnose', 'act', 'observe'])
  expect(allowedFacets(at(acting), 'c1')).toEqual(['plan', 'reflect'])
  expect(allowedFacets(at(play(acting, end('act', '2026-03-31'))), 'c1')).toEqual(['plan', 'act', 'reflect'])
  expect(allowedFacets(at(reflected), 'c1')).toEqual(['act', 'observe'])
  expect(allowedFacets(at(play(begun, begin('diagnose', '2026-01-20'))), 'c1')).toEqual(['plan', 'observe'])
  expect(allowedFacets(at(closed), 'c1')).toEqual([])
  expect(allowedFacets(at(closed), 'c9')).toEqual([])
})

function tried(state: Inquiry): readonly string[] {
  return commandTypes
    .filter((type) => candidates(type, state).some((command) => 'events' in decide(command, state)))
    .sort()
}

test('a command type is allowed exactly when, tried one by one, some command of it is accepted', () => {
  fc.assert(
    fc.property(walks, fc.nat(), ({ states }, pick) => {
      for (const state of [states.at(-1), states[pick % states.length]]) {
        if (state === undefined) throw new Error('a walk has a state')
        expect([...allowedCommands(state)].sort()).toEqual(tried(state))
      }
    }),
    { numRuns: 50 },
  )
})

test('and so it is at each step of a whole history, and when everything is withdrawn', () => {
  const talk = acting.filter((event) => event.type !== 'EvidenceAdded' || event.evidence === 'e1')
  const scopes = ['collect', 'analyse', 'quote', 'report-internal'] as const
  const bare = play(talk, { type: 'WithdrawConsent', consent: 'k1', scopes, on: '2026-03-09' })
  expect(tried(at(bare))).not.toContain('MakeClaim')
  expect(tried(at(bare))).not.toContain('WithdrawConsent')
  for (const events of [...closed.map((_, index) => closed.slice(0, index)), closed, bare]) {
    expect([...allowedCommands(at(events))].sort()).toEqual(tried(at(events)))
  }
})

test('a facet is allowed exactly when, tried on every day and with and without a reason, it may begin', () => {
  fc.assert(
    fc.property(walks, ({ states }) => {
      const state = states.at(-1)
      if (state?.status !== 'underway') return
      for (const { id: cycle } of state.cycles) {
        const accepted = (['diagnose', 'plan', 'act', 'observe', 'reflect'] as const).filter((facet) =>
          days(state).some((on) =>
            [{}, { reason: 'It was cut short' }].some(
              (reason) => 'events' in decide({ type: 'BeginFacet', cycle, facet, on, ...reason }, state),
            ),
          ),
        )
        expect(allowedFacets(state, cycle)).toEqual(accepted)
      }
    }),
    { numRuns: 50 },
  )
})
