import { actionResearch, type EvidenceKind } from '@mentoring-commons/action-research'
import { specification } from '@mentoring-commons/action-research/testing'
import { test } from 'vitest'
import { acting, begun, closed, consent, interview, notes, planned, play } from '../history.ts'

const { given } = specification(actionResearch())
const item = { ...notes, evidence: 'e9' } as const

test('evidence dated within its cycle is added', () => {
  given(acting)
    .when(item)
    .then({ ...item, type: 'EvidenceAdded' })
  given(acting)
    .when({ ...item, on: '2026-01-12' })
    .then({ ...item, on: '2026-01-12', type: 'EvidenceAdded' })
})

test('evidence from before its cycle is marked as baseline', () => {
  const early = { ...item, on: '2026-01-11' } as const
  given(acting).when(early).thenRefused('evidence-outside-cycle', 'mark the evidence as baseline')
  given(acting)
    .when({ ...early, timing: 'baseline' })
    .then({ ...early, timing: 'baseline', type: 'EvidenceAdded' })
})

test('a baseline is not taken once the cycle has acted', () => {
  given(acting)
    .when({ ...item, timing: 'baseline', on: '2026-02-02' })
    .thenRefused('evidence-outside-cycle', '2026-02-01')
  const sameDay = { ...item, timing: 'baseline', on: '2026-02-01' } as const
  given(acting)
    .when(sameDay)
    .then({ ...sameDay, type: 'EvidenceAdded' })
})

test('only a closed cycle is followed up, from the day it closed', () => {
  const later = { ...item, timing: 'follow-up', on: '2026-04-30' } as const
  given(closed)
    .when(later)
    .then({ ...later, type: 'EvidenceAdded' })
  given(closed)
    .when({ ...later, on: '2026-04-29' })
    .thenRefused('evidence-outside-cycle', '2026-04-30')
  given(acting).when(later).thenRefused('evidence-outside-cycle', 'is open')
  const abandoned = play(begun, { type: 'AbandonCycle', cycle: 'c1', on: '2026-02-01', reason: 'No time' })
  given(abandoned).when(later).thenRefused('evidence-outside-cycle', 'is abandoned')
})

test('what people said needs their consent to collect it, for this cycle, given by that day', () => {
  const talk = { ...interview, evidence: 'e9' } as const
  given(acting)
    .when(talk)
    .then({ ...talk, type: 'EvidenceAdded' })
  given(acting)
    .when({ ...talk, consents: [] })
    .thenRefused('consent-missing', 'comes from people')
  given(acting)
    .when({ ...talk, consents: ['k9'] })
    .thenRefused('not-found', 'there are k1')
  given(acting)
    .when({ ...talk, on: '2026-01-14' })
    .thenRefused('consent-missing', 'was given on 2026-01-15')
  given(play(acting, { type: 'WithdrawConsent', consent: 'k1', scopes: ['collect'], on: '2026-03-09' }))
    .when(talk)
    .thenRefused('consent-missing', 'does not cover collecting')
  const other = play(
    acting,
    { type: 'BeginCycle', cycle: 'c2', on: '2026-02-01', learning: [] },
    { ...consent, consent: 'k2', cycle: 'c2' },
  )
  given(other)
    .when({ ...talk, consents: ['k1', 'k2'] })
    .thenRefused('consent-missing', 'is for cycle "c2"')
})

test('evidence says what it is and where from', () => {
  given(acting)
    .when({ ...item, source: '' })
    .thenRefused('blank-text', 'source')
  given(acting)
    .when({ ...item, kind: 'rumour' as EvidenceKind })
    .thenRefused('unknown-value', 'rumour')
  given(acting)
    .when({ ...item, kind: 'toString' as EvidenceKind })
    .thenRefused('unknown-value')
  given(acting).when(interview).thenRefused('duplicate-id', 'e1')
  given(acting)
    .when({ ...item, cycle: 'c9' })
    .thenRefused('not-found', 'c9')
})

test('a consent names known scopes of a cycle that there is', () => {
  const other = { ...consent, consent: 'k2' } as const
  given(planned)
    .when(other)
    .then({ ...other, type: 'ConsentRecorded' })
  given(planned)
    .when({ ...other, scopes: [] })
    .thenRefused('empty-list', 'scopes')
  given(planned)
    .when({ ...other, scopes: ['collect', 'sell' as 'publish'] })
    .thenRefused('unknown-value', 'scopes[1]')
  given(planned)
    .when({ ...other, cycle: 'c9' })
    .thenRefused('not-found', 'c9')
  given(planned)
    .when({ ...other, version: '' })
    .thenRefused('blank-text', 'version')
  given(closed)
    .when(other)
    .then({ ...other, type: 'ConsentRecorded' })
})
