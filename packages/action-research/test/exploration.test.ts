import {
  actionResearch,
  allowedCommands,
  fold,
  type Inquiry,
  type InquiryCommand,
  type InquiryEvent,
  type Policy,
  restore,
  type StoredEvent,
} from '@mentoring-commons/action-research'
import { describe, expect, test } from 'vitest'
import { candidates, commandTypes } from './candidates.ts'
import {
  approval,
  beginCycle,
  beginInquiry,
  claim,
  consent,
  end,
  interview,
  meeting,
  noneFound,
  notes,
  planAction,
  play,
  reflect,
} from './history.ts'
import { broken } from './invariants.ts'

const decider = actionResearch()
const begin = (facet: 'plan' | 'act' | 'observe' | 'reflect', on: string, cycle = 'c1') =>
  ({ type: 'BeginFacet', cycle, facet, on }) as const

const depth = 7
const day = '2026-04-20'

/** What is tried in every state of a region of histories, from the end of its opening on. */
interface Region {
  readonly opening: readonly InquiryCommand[]
  readonly alphabet: readonly InquiryCommand[]
}

const planning = [beginCycle, begin('plan', '2026-01-15'), planAction] as const
const acted = [
  ...planning,
  approval,
  end('plan', '2026-01-31'),
  begin('act', '2026-02-01'),
  end('act', '2026-03-31'),
  begin('observe', '2026-03-31'),
] as const

const regions: Readonly<Record<string, Region>> = {
  'towards acting': {
    opening: [],
    alphabet: [
      beginCycle,
      begin('plan', '2026-01-15'),
      planAction,
      approval,
      end('plan', '2026-01-31'),
      begin('act', '2026-02-01'),
      begin('observe', '2026-02-10'),
      end('act', '2026-03-31'),
      { type: 'SuspendCycle', cycle: 'c1', on: '2026-02-20', reason: 'Examinations' },
      { type: 'ResumeCycle', cycle: 'c1', on: '2026-03-01' },
      { type: 'AbandonCycle', cycle: 'c1', on: day, reason: 'No time' },
      { type: 'RevisePlan', cycle: 'c1', on: '2026-03-03', steps: planAction.steps, reason: 'It rained' },
    ],
  },
  'evidence, consent and claims': {
    opening: [...acted, consent],
    alphabet: [
      { ...interview, on: '2026-04-01' },
      { ...notes, on: '2026-04-01' },
      claim,
      noneFound,
      meeting,
      { type: 'ValidateClaim', claim: 'm1', on: '2026-04-12' },
      { type: 'WithdrawConsent', consent: 'k1', scopes: ['analyse'], on: '2026-04-12' },
      { type: 'WithdrawConsent', consent: 'k1', scopes: ['collect', 'analyse'], on: '2026-04-13' },
      { ...noneFound, on: '2026-04-14', finding: { kind: 'found', evidence: 'e2' } },
      { ...meeting, meeting: 'v2', on: '2026-04-15' },
    ],
  },
  'nesting and closing': {
    opening: acted,
    alphabet: [
      { ...beginCycle, cycle: 'c2', on: '2026-04-01', parent: 'c1' },
      { ...beginCycle, cycle: 'c3', on: '2026-04-02', parent: 'c2' },
      { type: 'AbandonCycle', cycle: 'c2', on: '2026-04-10', reason: 'No time' },
      { type: 'DetachCycle', cycle: 'c2', on: '2026-04-05', reason: 'It goes on after' },
      { type: 'DetachCycle', cycle: 'c3', on: '2026-04-06', reason: 'It goes on after' },
      { type: 'SuspendCycle', cycle: 'c1', on: '2026-04-12', reason: 'Examinations' },
      { type: 'SuspendCycle', cycle: 'c2', on: '2026-04-07', reason: 'Examinations' },
      { type: 'ResumeCycle', cycle: 'c1', on: '2026-04-14' },
      { type: 'ResumeCycle', cycle: 'c2', on: '2026-04-14' },
      end('observe', '2026-04-10'),
      begin('reflect', '2026-04-14'),
      reflect,
      { type: 'CloseCycle', cycle: 'c1', on: day },
      {
        ...beginCycle,
        cycle: 'c4',
        on: '2026-04-16',
        follows: 'c1',
        learning: [{ level: 'self', kind: 'content', text: 'Silence is no refusal' }],
      },
    ],
  },
  'people, problems and outlooks': {
    opening: [...acted, consent, { ...notes, on: '2026-04-01' }],
    alphabet: [
      { type: 'NameStakeholder', stakeholder: 's1', who: 'First years', on: day },
      { type: 'RecordPart', stakeholder: 's1', cycle: 'c1', facet: 'reflect', part: 'They chose', on: day },
      { type: 'NameCriticalFriend', friend: 'ben', on: day },
      { type: 'FormValidationGroup', group: 'g1', members: ['ana', 'ben'], on: day },
      { type: 'StateProblem', problem: 'p1', statement: 'They stay silent', on: '2026-01-13' },
      {
        type: 'ObserveChange',
        change: 'h1',
        problem: 'p1',
        observed: 'no-change',
        text: 'Silent still',
        evidence: ['e2'],
        on: day,
      },
      {
        type: 'RecordOutlook',
        outlook: 'o1',
        cycle: 'c1',
        by: 'p1',
        role: 'participant',
        consent: 'k1',
        moment: 'after',
        on: day,
        text: 'I had time',
      },
      { type: 'WithdrawConsent', consent: 'k1', scopes: ['collect'], on: day },
      { type: 'Annotate', annotation: 'n1', about: { kind: 'problem', id: 'p1' }, by: 'ana', on: day, text: 'Some do' },
    ],
  },
}

interface Node {
  readonly state: Inquiry
  readonly events: readonly InquiryEvent[]
  /** How many sequences of accepted commands lead here. */
  readonly ways: number
}

function explore(policy: Policy, { opening, alphabet }: Region) {
  const first = play([], { ...beginInquiry, policy }, ...opening)
  const seen = new Map<string, Inquiry>()
  let layer = new Map<string, Node>([['', { state: fold(decider, first), events: first, ways: 1 }]])
  let accepted = 0
  let refused = 0
  for (let step = 0; step <= depth; step += 1) {
    const next = new Map<string, Node>()
    for (const { state, events, ways } of layer.values()) {
      const key = JSON.stringify(state)
      if (!seen.has(key)) {
        expect(broken(state)).toEqual([])
        expect(fold(decider, JSON.parse(JSON.stringify(events)))).toEqual(state)
        expect(restore(JSON.parse(JSON.stringify(events)) as StoredEvent[])).toEqual({ value: state })
        seen.set(key, state)
      }
      if (step === depth) continue
      for (const command of alphabet) {
        const decision = decider.decide(command, state)
        if ('refusal' in decision) {
          refused += 1
          expect(JSON.stringify(state)).toBe(key)
          continue
        }
        accepted += ways
        const after = decision.events.reduce(decider.evolve, state)
        const at = JSON.stringify(after)
        const known = next.get(at)
        next.set(at, {
          state: after,
          events: known?.events ?? [...events, ...decision.events],
          ways: (known?.ways ?? 0) + ways,
        })
      }
    }
    layer = next
  }
  const sequences = Array.from({ length: depth }, (_, at) => alphabet.length ** (at + 1)).reduce((sum, n) => sum + n, 0)
  return { states: [...seen.values()], sequences, accepted, refused }
}

const total = { sequences: 0, accepted: 0, states: 0 }

for (const policy of ['responsive', 'strict'] as const) {
  describe(`every sequence of up to ${depth} commands under the ${policy} policy`, () => {
    for (const [name, region] of Object.entries(regions)) {
      test(`${name}: none throws, a refusal changes nothing, replay is the same, invariants hold, and what is allowed is exact`, () => {
        const { states, sequences, accepted, refused } = explore(policy, region)
        for (const state of states) {
          expect([...allowedCommands(state)].sort()).toEqual(tried(state))
        }
        total.sequences += sequences
        total.accepted += accepted
        total.states += states.length
        console.info(
          `${policy}, ${name}: ${sequences} sequences of 1 to ${depth} commands stand for ${states.length} states; ${accepted} of them have no refusal; ${refused} refusals tried`,
        )
        expect(states.length).toBeGreaterThan(20)
        expect(refused).toBeGreaterThan(0)
      }, 300_000)
    }
  })
}

test('the exploration went where it was to go', () => {
  console.info(`in all ${total.sequences} sequences and ${total.states} states`)
  expect(total.states).toBeGreaterThan(1000)
})

/** The types of which some command is accepted; those said to be allowed are tried first, so that few need trying in full. */
function tried(state: Inquiry): readonly string[] {
  return commandTypes
    .filter((type) => candidates(type, state).some((command) => 'events' in decider.decide(command, state)))
    .sort()
}
