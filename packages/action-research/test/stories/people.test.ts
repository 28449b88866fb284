import { actionResearch, fold } from '@mentoring-commons/action-research'
import { specification } from '@mentoring-commons/action-research/testing'
import { expect, test } from 'vitest'
import {
  acting,
  approval,
  begin,
  begun,
  claim,
  closed,
  consent,
  interview,
  meeting,
  planned,
  play,
} from '../history.ts'

const decider = actionResearch()
const { given } = specification(decider)
const stake = { type: 'NameStakeholder', stakeholder: 's1', who: 'First-year students', on: '2026-01-13' } as const
const part = {
  type: 'RecordPart',
  stakeholder: 's1',
  cycle: 'c1',
  facet: 'reflect',
  part: 'Read it',
  on: '2026-05-01',
} as const
const problem = { type: 'StateProblem', problem: 'p1', statement: 'They stay silent', on: '2026-01-13' } as const
const change = {
  type: 'ObserveChange',
  change: 'h1',
  problem: 'p1',
  observed: 'no-change',
  text: 'They stay silent still',
  evidence: ['e2'],
  on: '2026-04-01',
} as const

test('a stakeholder is named once, and has parts in facets of cycles, also of a closed one', () => {
  given(closed)
    .when(stake)
    .then({ ...stake, type: 'StakeholderNamed' })
  const named = play(closed, stake)
  given(named).when(stake).thenRefused('duplicate-id')
  given(named)
    .when(part)
    .then({ ...part, type: 'PartRecorded' })
  given(closed).when(part).thenRefused('not-found', 'stakeholder "s1"')
  given(named)
    .when({ ...part, facet: 'learn' as 'reflect' })
    .thenRefused('facet-not-in-model')
  given(named)
    .when({ ...part, on: '2026-01-11' })
    .thenRefused('dates-reversed')
  const state = fold(decider, play(named, part, { ...part, facet: 'plan', part: 'Chose the day' }))
  expect(state.status === 'underway' && state.stakeholders[0]?.parts.map(({ facet }) => facet)).toEqual([
    'reflect',
    'plan',
  ])
})

test('a critical friend is no author, and a validation group not of authors only', () => {
  const friend = { type: 'NameCriticalFriend', friend: 'ben', on: '2026-01-13' } as const
  given(begun)
    .when(friend)
    .then({ ...friend, type: 'CriticalFriendNamed' })
  given(begun)
    .when({ ...friend, friend: 'ana' })
    .thenRefused('outsider-missing', '"ana" is an author')
  const group = { type: 'FormValidationGroup', group: 'g1', members: ['ana', 'ben'], on: '2026-01-13' } as const
  given(begun)
    .when(group)
    .then({ ...group, type: 'ValidationGroupFormed' })
  given(begun)
    .when({ ...group, members: ['ana'] })
    .thenRefused('outsider-missing', 'members')
  given(begun)
    .when({ ...group, members: ['ben', 'ben'] })
    .thenRefused('duplicate-id', '"ben" twice')
  const heard = { ...meeting, group: 'g1' } as const
  given(play(acting, claim, group))
    .when(heard)
    .then({ ...heard, type: 'ValidationMeetingHeld' })
  given(play(acting, claim)).when(heard).thenRefused('not-found', 'group "g1"')
  given(play(acting, claim, { ...group, members: ['cem', 'dee'] }))
    .when(heard)
    .thenRefused('not-found', 'no member of group "g1"')
})

test('an observed change, or none, is linked to a stated problem on usable evidence', () => {
  const stated = play(acting, problem)
  given(stated)
    .when(change)
    .then({ ...change, type: 'ChangeObserved' })
  given(acting).when(change).thenRefused('not-found', 'problem "p1"')
  given(stated)
    .when({ ...change, evidence: [] })
    .thenRefused('empty-list', 'shows that there is none')
  given(stated)
    .when({ ...change, evidence: ['e2', 'e2'] })
    .thenRefused('duplicate-id')
  given(stated)
    .when({ ...change, on: '2026-03-01' })
    .thenRefused('dates-reversed', 'evidence "e2"')
  given(stated)
    .when({ ...change, observed: 'better' as 'change' })
    .thenRefused('unknown-value', 'change, no-change')
  const gone = play(stated, { type: 'WithdrawConsent', consent: 'k1', scopes: ['analyse'], on: '2026-03-09' })
  given(gone)
    .when({ ...change, evidence: ['e1'] })
    .thenRefused('outside-consent')
})

const outlook = { type: 'RecordOutlook', outlook: 'o1', cycle: 'c1', by: 'ana', text: 'They will not talk' } as const
const mine = { ...outlook, role: 'researcher', moment: 'before', on: '2026-02-01' } as const
const theirs = { ...outlook, by: 'p1', role: 'participant', moment: 'after', on: '2026-04-01', consent: 'k1' } as const

test('an outlook is from before the action or from after it began, to the day', () => {
  given(acting)
    .when(mine)
    .then({ ...mine, type: 'OutlookRecorded' })
  given(acting)
    .when({ ...mine, on: '2026-02-02' })
    .thenRefused('outlook-untimely', 'an outlook from after')
  given(acting)
    .when({ ...mine, moment: 'after', on: '2026-01-31' })
    .thenRefused('outlook-untimely', 'an outlook from before')
  given(planned)
    .when({ ...mine, moment: 'after' })
    .thenRefused('outlook-untimely', 'has not acted yet')
  given(play(begun, { type: 'AbandonCycle', cycle: 'c1', on: '2026-01-20', reason: 'No time' }))
    .when(mine)
    .thenRefused('cycle-ended', 'abandoned')
})

test('a participant’s outlook rests on their own consent for the cycle, under ethics in force', () => {
  given(acting)
    .when(theirs)
    .then({ ...theirs, type: 'OutlookRecorded' })
  const { consent: _, ...bare } = theirs
  given(acting).when(bare).thenRefused('consent-missing', 'name the consent')
  given(acting)
    .when({ ...theirs, by: 'p2' })
    .thenRefused('consent-missing', 'is of "p1"')
  given(acting)
    .when({ ...theirs, by: 'ana' })
    .thenRefused('author-as-participant')
  given(acting)
    .when({ ...mine, by: 'p1' })
    .thenRefused('not-an-author')
  given(acting)
    .when({ ...theirs, on: '2026-07-01' })
    .thenRefused('ethics-not-in-force', '2026-07-01')
  const gone = play(acting, { type: 'WithdrawConsent', consent: 'k1', scopes: ['collect'], on: '2026-03-09' })
  given(gone).when(theirs).thenRefused('consent-missing', 'does not cover collecting')
})

test('what is collected from people is collected under an ethics approval, what is not needs none', () => {
  const early = play(begun, consent)
  const talk = { ...interview, on: '2026-01-20' } as const
  given(early).when(talk).thenRefused('ethics-not-in-force', '2026-01-20')
  given(play(early, approval)).when(talk).thenRefused('ethics-not-in-force', '2026-01-20')
  given(play(early, { ...approval, from: '2026-01-20' }))
    .when(talk)
    .then({ ...talk, type: 'EvidenceAdded' })
})

test('a closed cycle is corrected only by annotations, which leave it as it was', () => {
  const note = {
    type: 'Annotate',
    annotation: 'n1',
    about: { kind: 'reflection', id: 'r1' },
    by: 'ana',
    on: '2026-05-02',
    text: 'It was the 16th',
  } as const
  given(closed)
    .when(note)
    .then({ ...note, type: 'Annotated' })
  given(closed)
    .when({ ...note, about: { kind: 'reflection', id: 'r9' } })
    .thenRefused('not-found', 'r1')
  given(closed)
    .when({ ...note, about: { kind: 'weather' as 'cycle', id: 'c1' } })
    .thenRefused('unknown-value', 'about.kind')
  const [before, after] = [fold(decider, closed), fold(decider, play(closed, note))]
  expect(after).toEqual({
    ...before,
    annotations: [{ id: 'n1', about: note.about, by: 'ana', on: note.on, text: note.text }],
  })
  for (const about of [
    { kind: 'inquiry', id: 'i1' },
    { kind: 'cycle', id: 'c1' },
    { kind: 'evidence', id: 'e1' },
    { kind: 'consent', id: 'k1' },
    { kind: 'claim', id: 'm1' },
    { kind: 'meeting', id: 'v1' },
    { kind: 'approval', id: 'a1' },
  ] as const) {
    given(closed)
      .when({ ...note, about })
      .then({ ...note, about, type: 'Annotated' })
  }
})

test('a consent may say until when data can be taken out, and a scope is withdrawn once', () => {
  const stated = { ...consent, consent: 'k2', removableUntil: '2026-06-30' } as const
  given(acting)
    .when(stated)
    .then({ ...stated, type: 'ConsentRecorded' })
  given(acting)
    .when({ ...stated, removableUntil: '2026-01-14' })
    .thenRefused('dates-reversed', 'removableUntil')
  const withdraw = { type: 'WithdrawConsent', consent: 'k1', scopes: ['quote', 'analyse'], on: '2026-04-20' } as const
  const once = play(acting, { ...withdraw, scopes: ['quote'] })
  given(once)
    .when({ ...withdraw, scopes: ['quote'] })
    .thenRefused('nothing-to-withdraw', 'withdrawn already')
  given(once)
    .when(withdraw)
    .then({ ...withdraw, type: 'ConsentWithdrawn', scopes: ['analyse'] })
})

test('the standards of a claim say something', () => {
  given(acting)
    .when({ ...claim, standards: ['trust is felt'] })
    .then({ ...claim, type: 'ClaimMade', eventVersion: 2, standards: ['trust is felt'] })
  given(acting)
    .when({ ...claim, standards: [' '] })
    .thenRefused('blank-text', 'standards[0]')
})

test('facets begin in a cycle that other people have parts in as in any other', () => {
  given(play(planned, approval, stake, { ...part, facet: 'plan', on: '2026-01-20' }))
    .when(begin('act', '2026-02-01'))
    .then({ ...begin('act', '2026-02-01'), type: 'FacetBegun' })
})
