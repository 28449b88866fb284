import { actionResearch, fold, type InquiryEvent, timeline } from '@mentoring-commons/action-research'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { acting, claim, closed, heard, notes, play } from '../history.ts'
import { walks } from '../walk.ts'

const decider = actionResearch()
const at = (events: readonly InquiryEvent[]) => fold(decider, events)
const idsIn = (events: readonly InquiryEvent[], audience?: 'team' | 'internal' | 'public') =>
  timeline(at(events), audience).flatMap(({ id }) => id ?? [])

test('cycles, facets, evidence and claims are rows of the same columns, by date', () => {
  expect(timeline(at(heard))).toEqual([
    { kind: 'cycle', id: 'c1', cycle: null, from: '2026-01-12', to: null, what: '1', source: null, status: 'open' },
    {
      kind: 'facet',
      id: null,
      cycle: 'c1',
      from: '2026-01-15',
      to: '2026-01-31',
      what: 'plan',
      source: null,
      status: 'ended',
    },
    { kind: 'facet', id: null, cycle: 'c1', from: '2026-02-01', to: null, what: 'act', source: null, status: 'open' },
    {
      kind: 'facet',
      id: null,
      cycle: 'c1',
      from: '2026-02-10',
      to: null,
      what: 'observe',
      source: null,
      status: 'open',
    },
    {
      kind: 'evidence',
      id: 'e1',
      cycle: 'c1',
      from: '2026-03-01',
      to: null,
      what: 'interview',
      source: 'p1',
      status: 'within',
    },
    {
      kind: 'evidence',
      id: 'e2',
      cycle: 'c1',
      from: '2026-03-02',
      to: null,
      what: 'field-notes',
      source: 'ana',
      status: 'within',
    },
    {
      kind: 'claim',
      id: 'm1',
      cycle: null,
      from: '2026-04-01',
      to: null,
      what: 'Stories open meetings',
      source: null,
      status: 'made',
    },
  ])
})

test('evidence whose consent is withdrawn is absent, and the claim on it says that it must be heard again', () => {
  for (const scopes of [['collect'], ['analyse']] as const) {
    const events = play(closed, { type: 'WithdrawConsent', consent: 'k1', scopes, on: '2026-05-01' })
    expect(idsIn(events)).toEqual(['c1', 'e2', 'm1'])
    expect(JSON.stringify(timeline(at(events)))).not.toContain('p1')
    expect(timeline(at(events)).find(({ id }) => id === 'm1')?.status).toBe('revalidate')
  }
})

test('the text of a claim that quotes withdrawn words is absent', () => {
  const quoting = play(acting, { ...claim, cites: [{ evidence: 'e1', quoted: true }] })
  const after = play(quoting, { type: 'WithdrawConsent', consent: 'k1', scopes: ['quote'], on: '2026-05-01' })
  const text = (events: readonly InquiryEvent[]) => timeline(at(events)).find(({ id }) => id === 'm1')?.what
  expect([text(quoting), text(after)]).toEqual(['Stories open meetings', null])
  expect(idsIn(after)).toContain('e1')
})

test('an audience sees what consent and claims are meant for', () => {
  const events = play(
    heard,
    { ...claim, claim: 'm2', audience: 'team' },
    { ...claim, claim: 'm3', audience: 'public', cites: [{ evidence: 'e2', quoted: false }] },
  )
  expect(idsIn(events)).toEqual(['c1', 'e1', 'e2', 'm1', 'm2', 'm3'])
  expect(idsIn(events, 'internal')).toEqual(['c1', 'e1', 'e2', 'm1', 'm3'])
  expect(idsIn(events, 'public')).toEqual(['c1', 'e2', 'm3'])
  expect(JSON.stringify(timeline(at(events), 'internal'))).not.toContain('p1')
})

test('rows of one day stand facets first, then evidence, then claims', () => {
  const day = '2026-06-01'
  const events = play(
    acting,
    { ...claim, on: day },
    { ...notes, evidence: 'e9', on: day },
    { type: 'BeginFacet', cycle: 'c1', facet: 'reflect', on: day },
  )
  expect(
    timeline(at(events))
      .filter(({ from }) => from === day)
      .map(({ kind }) => kind),
  ).toEqual(['facet', 'evidence', 'claim'])
})

test('no row ever shows evidence that some participant has withdrawn, and rows are in order', () => {
  fc.assert(
    fc.property(walks, ({ states }) => {
      const state = states.at(-1)
      if (state?.status !== 'underway') return
      const gone = state.consents.filter(({ scopes }) => !scopes.includes('collect') || !scopes.includes('analyse'))
      const locked = state.evidence.filter(({ consents }) => consents.some((id) => gone.some((one) => one.id === id)))
      const rows = timeline(state)
      for (const { id } of locked) expect(rows.some((row) => row.kind === 'evidence' && row.id === id)).toBe(false)
      expect(rows.filter(({ kind }) => kind === 'evidence')).toHaveLength(state.evidence.length - locked.length)
      expect(rows.map(({ from }) => from)).toEqual(rows.map(({ from }) => from).toSorted())
    }),
  )
})

test('a cycle inside another names it, and a break is a row of its own', () => {
  const nested = play(
    acting,
    { type: 'BeginCycle', cycle: 'c2', parent: 'c1', on: '2026-02-12', learning: [] },
    { type: 'SuspendCycle', cycle: 'c2', on: '2026-02-20', reason: 'Exams' },
  )
  const rows = (events: readonly InquiryEvent[]) =>
    timeline(at(events)).filter(({ kind, id, cycle }) => (kind === 'cycle' && id === 'c2') || cycle === 'c2')
  expect(rows(nested)).toMatchObject([
    { kind: 'cycle', cycle: 'c1', what: '1.1', to: null, status: 'suspended' },
    { kind: 'break', from: '2026-02-20', to: null, what: 'Exams', status: 'open' },
  ])
  const resumed = play(nested, { type: 'ResumeCycle', cycle: 'c2', on: '2026-03-01' })
  expect(rows(resumed)[1]).toMatchObject({ from: '2026-02-20', to: '2026-03-01', status: 'ended' })
})
