import { actionResearch } from '@mentoring-commons/action-research'
import { specification } from '@mentoring-commons/action-research/testing'
import { test } from 'vitest'
import { acting, claim, closed, heard, meeting, noneFound, notes, play, reflected } from '../history.ts'

const { given } = specification(actionResearch())
const withdraw = { type: 'WithdrawConsent', consent: 'k1', scopes: ['analyse'], on: '2026-04-20' } as const
const withdrawn = { ...withdraw, type: 'ConsentWithdrawn' } as const
const flag = { type: 'ClaimFlagged', claim: 'm1', on: '2026-04-20', because: 'consent-withdrawn' } as const
const validate = { type: 'ValidateClaim', claim: 'm1', on: '2026-05-10' } as const
const secondMeeting = { ...meeting, meeting: 'v2', on: '2026-05-10' } as const

test('withdrawing consent flags the claims that depend on it, made or validated, also after the cycle closed', () => {
  for (const history of [heard, reflected, closed]) given(history).when(withdraw).then(withdrawn, flag)
})

test('withdrawing a scope that no claim needs flags none', () => {
  const quote = { ...withdraw, scopes: ['quote'] } as const
  given(heard)
    .when(quote)
    .then({ ...quote, type: 'ConsentWithdrawn' })
  const without = { ...claim, cites: [{ evidence: 'e2', quoted: false }] } as const
  given(play(acting, without)).when(withdraw).then(withdrawn)
})

test('withdrawing consent from evidence found against a claim flags the claim too', () => {
  const onNotes = { ...claim, cites: [{ evidence: 'e2', quoted: false }] } as const
  const found = { ...noneFound, finding: { kind: 'found', evidence: 'e1' } } as const
  given(play(acting, onNotes, found))
    .when(withdraw)
    .then(withdrawn, flag)
})

test('what is withdrawn cannot be withdrawn again, nor before it was given', () => {
  given(play(acting, withdraw)).when(withdraw).thenRefused('nothing-to-withdraw', 'collect, quote, report-internal')
  given(acting)
    .when({ ...withdraw, scopes: ['publish'] })
    .thenRefused('nothing-to-withdraw')
  given(acting)
    .when({ ...withdraw, scopes: [] })
    .thenRefused('empty-list')
  given(acting)
    .when({ ...withdraw, on: '2026-01-14' })
    .thenRefused('dates-reversed', '2026-01-15')
  given(acting)
    .when({ ...withdraw, consent: 'k9' })
    .thenRefused('not-found')
})

test('a flagged claim stands again on what is left, once a meeting has heard it as it is', () => {
  const third = { ...notes, evidence: 'e3', source: 'ben' } as const
  const cites = ['e1', 'e2', 'e3'].map((evidence) => ({ evidence, quoted: false }))
  const flagged = play(acting, third, { ...claim, cites }, noneFound, meeting, withdraw)
  given(flagged).when(validate).thenRefused('meeting-missing', 'since it was flagged')
  given(play(flagged, secondMeeting))
    .when(validate)
    .then({ ...validate, type: 'ClaimValidated', cites: cites.slice(1) })
})

test('a flagged claim with too little left is not validated', () => {
  given(play(heard, withdraw, secondMeeting))
    .when(validate)
    .thenRefused('evidence-too-thin', 'rests on e2')
})

test('each further withdrawal flags a flagged claim again, so that it is heard again', () => {
  const third = { ...notes, evidence: 'e3', source: 'ben' } as const
  const second = {
    type: 'RecordConsent',
    consent: 'k2',
    participant: 'p2',
    cycle: 'c1',
    scopes: ['collect', 'analyse', 'report-internal'],
    version: '1',
    on: '2026-01-15',
  } as const
  const fourth = { ...notes, evidence: 'e4', consents: ['k2'] } as const
  const cites = ['e1', 'e2', 'e3', 'e4'].map((evidence) => ({ evidence, quoted: false }))
  const flagged = play(acting, third, second, fourth, { ...claim, cites }, noneFound, withdraw, secondMeeting)
  const other = { ...withdraw, consent: 'k2', on: '2026-05-11' } as const
  given(flagged)
    .when(other)
    .then({ ...other, type: 'ConsentWithdrawn' }, { ...flag, on: '2026-05-11' })
  given(play(flagged, other))
    .when({ ...validate, on: '2026-05-12' })
    .thenRefused('meeting-missing')
})

test('a claim whose text quotes withdrawn words does not stand again', () => {
  const third = { ...notes, evidence: 'e3', source: 'ben' } as const
  const cites = ['e1', 'e2', 'e3'].map((evidence) => ({ evidence, quoted: evidence === 'e1' }))
  const quote = { ...withdraw, scopes: ['quote'] } as const
  given(play(acting, third, { ...claim, cites }, noneFound, quote, secondMeeting))
    .when(validate)
    .thenRefused('quotes-withdrawn', 'make a new claim')
})

test('evidence against a claim no longer counts as sought when its consent is withdrawn', () => {
  const third = { ...notes, evidence: 'e3', source: 'ben' } as const
  const cites = ['e2', 'e3'].map((evidence) => ({ evidence, quoted: false }))
  const found = { ...noneFound, finding: { kind: 'found', evidence: 'e1' } } as const
  given(play(acting, third, { ...claim, cites }, found, withdraw, secondMeeting))
    .when(validate)
    .thenRefused('disconfirming-missing')
})
