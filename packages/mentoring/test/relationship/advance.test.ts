import { expect, test } from 'vitest'
import {
  advance,
  allowedSteps,
  outstanding,
  type ProgrammePolicy,
  proposeRelationship,
  type Relationship,
  type RelationshipStep,
  stepTypes,
} from '../../src/index.ts'
import { casts, codeOf, dyad, lenient, made, proposedDyad, strict } from '../demo.ts'
import { day, exploreAll, policies } from '../explore.ts'

const { states, tried } = exploreAll()

function run(relationship: Relationship, policy: ProgrammePolicy, ...steps: RelationshipStep[]): Relationship {
  return steps.reduce((now, step) => made(advance(now, step, policy)), relationship)
}

const acceptBoth: RelationshipStep[] = [
  { type: 'accept', by: 'ada', on: '2026-01-06' },
  { type: 'accept', by: 'mia', on: '2026-01-07' },
]

test('the exploration meets every status but recorded, and refuses as well as accepts', () => {
  const met = new Set(states.map((state) => state.status))
  expect([...met].sort()).toEqual(
    ['active', 'declined', 'ended', 'forming', 'offered', 'paused', 'proposed', 'winding-down'].sort(),
  )
  expect(tried.filter(({ result }) => 'value' in result).length).toBeGreaterThan(1000)
  expect(tried.filter(({ result }) => 'refusal' in result).length).toBeGreaterThan(1000)
})

test('in every state, a type of step is accepted in some form exactly when allowedSteps lists it', {
  timeout: 60_000,
}, () => {
  const accepted = new Map<Relationship, Set<string>>()
  const listed = new Map<Relationship, readonly string[]>()
  for (const { from, policy, step, result } of tried) {
    if (!listed.has(from)) listed.set(from, allowedSteps(from, policy))
    const types = accepted.get(from) ?? new Set()
    accepted.set(from, types)
    if ('value' in result) types.add(step.type)
  }
  expect(listed.size).toBe(states.length)
  for (const [from, types] of accepted) {
    expect(stepTypes.filter((type) => types.has(type))).toEqual(listed.get(from))
  }
})

test('the edges between statuses are those of the status machine and no other', { timeout: 60_000 }, () => {
  const edges = new Set<string>()
  for (const { from, step, result } of tried) {
    if ('value' in result) edges.add(`${from.status} -${step.type}-> ${result.value.status}`)
  }
  expect([...edges].sort()).toEqual(
    [
      'proposed -accept-> proposed',
      'proposed -accept-> offered',
      'proposed -accept-> forming',
      'proposed -accept-> active',
      'proposed -decline-> declined',
      'offered -accept-> forming',
      'offered -accept-> active',
      'offered -decline-> declined',
      'forming -sign-agreement-> forming',
      'forming -sign-agreement-> active',
      'forming -complete-briefing-> forming',
      'forming -complete-briefing-> active',
      'forming -end-> ended',
      'active -pause-> paused',
      'active -wind-down-> winding-down',
      'active -end-> ended',
      'paused -resume-> active',
      'paused -wind-down-> winding-down',
      'paused -end-> ended',
      'winding-down -end-> ended',
    ].sort(),
  )
})

test('proposed, offered and forming say who is missing, judged afresh from what was done', () => {
  for (const state of states) {
    if (state.status !== 'proposed' && state.status !== 'offered' && state.status !== 'forming') continue
    const accepted = new Set(state.accepted.map((act) => act.personId))
    const missing = state.participants.filter((one) => !accepted.has(one.personId))
    const firstMissing = missing.some((one) => one.role === 'mentee' || one.role === 'peer')
    expect(state.status).toBe(firstMissing ? 'proposed' : missing.length > 0 ? 'offered' : 'forming')
  }
})

test('active is reached only with every required signature and briefing, and always as soon as they are there', () => {
  let reached = 0
  for (const { from, policy, result } of tried) {
    if ('refusal' in result || from.status === 'active' || from.status === 'paused') continue
    const to = result.value
    if (to.status !== 'active' && to.status !== 'forming') continue
    const complete =
      to.participants.every(({ personId }) => to.accepted.some((act) => act.personId === personId)) &&
      to.participants.every(
        ({ personId, role }) =>
          (!policy.agreementRequired || to.signatures.some((act) => act.personId === personId)) &&
          (!policy.briefingRequiredFor.includes(role) ||
            to.briefings.some((act) => act.personId === personId && act.role === role)),
      )
    expect(to.status).toBe(complete ? 'active' : 'forming')
    reached += 1
  }
  expect(reached).toBeGreaterThan(100)
})

test('completed is reached only from winding down, and the programme never ends without a reason', {
  timeout: 60_000,
}, () => {
  for (const { from, step, result } of tried) {
    if (step.type !== 'end' || 'refusal' in result || result.value.status !== 'ended') continue
    if (result.value.reason === 'completed') expect(from.status).toBe('winding-down')
    if (step.by === undefined) expect(step.reason).toBeDefined()
    expect(result.value.reason).toBe(step.reason ?? 'no-fault')
    expect(result.value.startedOn).toBe('startedOn' in from ? from.startedOn : undefined)
  }
})

test('every forming relationship has a way to active, also under another policy than the one it began with', {
  timeout: 60_000,
}, () => {
  for (const state of states) {
    if (state.status !== 'forming') continue
    for (const policy of policies) {
      let now: Relationship = state
      for (let left = 20; now.status === 'forming' && left > 0; left -= 1) {
        const next = outstanding(now, policy)
        const [signer] = next.signatures
        const [briefed] = next.briefings
        if (signer !== undefined) now = run(now, policy, { type: 'sign-agreement', by: signer, on: day })
        else if (briefed !== undefined) {
          now = run(now, policy, { type: 'complete-briefing', by: briefed.personId, role: briefed.role, on: day })
        } else break
      }
      expect(now.status).toBe('active')
    }
  }
})

test('no step, accepted or refused, changes the relationship it is given', { timeout: 60_000 }, () => {
  const freeze = (value: object): void => {
    Object.freeze(value)
    for (const inner of Object.values(value)) if (typeof inner === 'object' && inner !== null) freeze(inner)
  }
  const before = JSON.stringify(states)
  for (const state of states) freeze(state)
  const wrong = tried.filter(({ from, policy, step, result }) => {
    const again = advance(from, step, policy)
    const keys = Object.keys(again).join()
    return keys !== Object.keys(result).join() || (keys !== 'refusal' && keys !== 'value')
  })
  expect(wrong).toEqual([])
  expect(JSON.stringify(states)).toBe(before)
})

test('no state accepts a step dated the day before its latest, nor a date that is none', { timeout: 60_000 }, () => {
  const codes = new Set<string | undefined>()
  for (const { from, policy, step } of tried) {
    if (step.by === 'stranger' || 'reason' in step) continue
    for (const on of ['2026-01-31', '2026-02-30']) codes.add(codeOf(advance(from, { ...step, on }, policy)))
  }
  expect([...codes].sort()).toEqual(['date-goes-back', 'date-not-iso', 'step-not-allowed'])
})

test('a stranger takes no step, and only pause, resume, wind-down and end are open to the programme', () => {
  const ofStrangers = tried.filter(({ step }) => step.by === 'stranger').map(({ result }) => codeOf(result))
  expect([...new Set(ofStrangers)].sort()).toEqual(['not-a-participant', 'step-not-allowed'])
  const ofProgramme = tried.filter(({ step, result }) => step.by === undefined && 'value' in result)
  expect([...new Set(ofProgramme.map(({ step }) => step.type))].sort()).toEqual(['end', 'pause', 'resume', 'wind-down'])
})

test('every state is a JSON value without a field that another status owns', () => {
  const own: Record<string, string> = {
    proposed: 'accepted proposedOn',
    offered: 'accepted proposedOn',
    forming: 'accepted briefings proposedOn signatures',
    active: 'accepted briefings proposedOn signatures since startedOn',
    paused: 'accepted briefings proposedOn reason signatures since startedOn',
    'winding-down': 'accepted briefings proposedOn signatures since startedOn',
    declined: 'accepted by on proposedOn',
  }
  for (const state of states) {
    expect(JSON.parse(JSON.stringify(state))).toStrictEqual(state)
    if (state.status === 'ended') continue
    const fields = Object.keys(state).filter((key) => !['id', 'kind', 'participants', 'status'].includes(key))
    expect(fields.sort().join(' ')).toBe(own[state.status])
  }
})

test('a mentor is asked only when every mentee has accepted, and may not decline before either', () => {
  const group = casts.find((cast) => cast.kind === 'group')
  const proposed = made(
    proposeRelationship({ id: 'g', kind: 'group', participants: [...(group?.participants ?? [])], on: day }),
  )
  const one = run(proposed, strict, { type: 'accept', by: 'ben', on: day })
  expect(one.status).toBe('proposed')
  expect(codeOf(advance(one, { type: 'accept', by: 'mia', on: day }, strict))).toBe('not-asked-yet')
  expect(codeOf(advance(one, { type: 'decline', by: 'mia', on: day }, strict))).toBe('not-asked-yet')
  expect(codeOf(advance(one, { type: 'accept', by: 'ben', on: day }, strict))).toBe('already-done')
  expect(run(one, strict, { type: 'accept', by: 'ada', on: day }).status).toBe('offered')
})

test('in a reciprocal relationship one acceptance and one signature count for both roles, a briefing for one', () => {
  const cast = casts.find((one) => one.kind === 'reciprocal')
  const proposed = made(
    proposeRelationship({ id: 'x', kind: 'reciprocal', participants: [...(cast?.participants ?? [])], on: day }),
  )
  const forming = run(proposed, strict, { type: 'accept', by: 'ada', on: day }, { type: 'accept', by: 'ben', on: day })
  expect(forming.status).toBe('forming')
  expect(outstanding(forming, strict)).toEqual({
    acceptances: [],
    signatures: ['ada', 'ben'],
    briefings: cast?.participants,
  })
})

test('a mentee who accepted may still decline until the mentor has accepted', () => {
  const offered = run(proposedDyad(), strict, { type: 'accept', by: 'ada', on: '2026-01-06' })
  const declined = run(offered, strict, { type: 'decline', by: 'ada', on: '2026-01-07' })
  expect(declined).toMatchObject({ status: 'declined', by: 'ada', on: '2026-01-07' })
  const forming = run(proposedDyad(), strict, ...acceptBoth)
  expect(codeOf(advance(forming, { type: 'decline', by: 'ada', on: '2026-01-08' }, strict))).toBe('step-not-allowed')
})

test('resuming keeps the day it began and dates the return', () => {
  const paused = run(proposedDyad(), lenient, ...acceptBoth, {
    type: 'pause',
    on: '2026-02-01',
    by: 'mia',
    reason: 'absence',
  })
  expect(paused).toMatchObject({ status: 'paused', startedOn: '2026-01-07', since: '2026-02-01', reason: 'absence' })
  const back = run(paused, lenient, { type: 'resume', on: '2026-03-01' })
  expect(back).toMatchObject({ status: 'active', startedOn: '2026-01-07', since: '2026-03-01' })
  expect(back).not.toHaveProperty('reason')
})

test('the latest day of a forming relationship is the latest of all that was done, whatever list it stands in', () => {
  const forming = run(proposedDyad(), strict, ...acceptBoth, {
    type: 'complete-briefing',
    by: 'ada',
    role: 'mentee',
    on: '2026-01-20',
  })
  expect(codeOf(advance(forming, { type: 'sign-agreement', by: 'ada', on: '2026-01-19' }, strict))).toBe(
    'date-goes-back',
  )
  expect(codeOf(advance(forming, { type: 'sign-agreement', by: 'ada', on: '2026-01-20' }, strict))).toBeUndefined()
})

test('a briefing is completed for a role that is held, asked for, and not briefed yet', () => {
  const policy: ProgrammePolicy = { agreementRequired: true, briefingRequiredFor: ['mentor'] }
  const forming = run(proposedDyad(), policy, ...acceptBoth)
  const brief = (by: string, role: 'mentor' | 'mentee', from = forming) =>
    advance(from, { type: 'complete-briefing', by, role, on: '2026-01-09' }, policy)
  expect(codeOf(brief('ada', 'mentor'))).toBe('role-not-held')
  expect(codeOf(brief('ada', 'mentee'))).toBe('not-required')
  const briefed = made(brief('mia', 'mentor'))
  expect(
    codeOf(advance(briefed, { type: 'complete-briefing', by: 'mia', role: 'mentor', on: '2026-01-09' }, policy)),
  ).toBe('step-not-allowed')
  const policyOfBoth: ProgrammePolicy = { agreementRequired: true, briefingRequiredFor: ['mentor', 'mentee'] }
  expect(
    codeOf(advance(briefed, { type: 'complete-briefing', by: 'mia', role: 'mentor', on: '2026-01-09' }, policyOfBoth)),
  ).toBe('already-done')
})

test('a reason that is not listed is refused, a type of step that is not listed is a mistake of the caller', () => {
  const active = run(proposedDyad(), lenient, ...acceptBoth)
  const on = '2026-02-01'
  expect(codeOf(advance(active, { type: 'end', on, by: 'ada', reason: 'bored' as 'no-fault' }, lenient))).toBe(
    'reason-not-listed',
  )
  expect(codeOf(advance(active, { type: 'pause', on, reason: 'illness' as 'other' }, lenient))).toBe(
    'reason-not-listed',
  )
  expect(codeOf(advance(active, { type: 'end', on }, lenient))).toBe('reason-missing')
  expect(codeOf(advance(active, { type: 'end', on, reason: 'completed' }, lenient))).toBe('not-wound-down')
  expect(() => advance(active, { type: 'revive', on } as unknown as RelationshipStep, lenient)).toThrow(/"revive"/)
})

test('what only another status has cannot be read, and a step cannot leave out what it needs', () => {
  const relationship = proposedDyad()
  if (relationship.status === 'proposed') {
    // @ts-expect-error a proposed relationship has not begun
    expect(relationship.startedOn).toBeUndefined()
  }
  // @ts-expect-error accepting is done by somebody
  const nobody: RelationshipStep = { type: 'accept', on: '2026-01-06' }
  // @ts-expect-error a pause has a reason
  const unexplained: RelationshipStep = { type: 'pause', on: '2026-01-06' }
  expect(codeOf(advance(relationship, nobody, strict))).toBe('not-a-participant')
  expect(
    codeOf(advance(run(relationship, lenient, ...acceptBoth), { ...unexplained, on: '2026-02-01' }, lenient)),
  ).toBe('reason-not-listed')
  expect(dyad).toHaveLength(2)
})
