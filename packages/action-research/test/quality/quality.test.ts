import {
  actionResearch,
  type Criterion,
  fold,
  type InquiryCommand,
  type InquiryEvent,
  quality,
  warnings,
} from '@mentoring-commons/action-research'
import { expect, test } from 'vitest'
import { acting, begun, claim, closed, meeting, noneFound, play } from '../history.ts'

const at = (events: readonly InquiryEvent[]) => fold(actionResearch(), events)
const missing = (events: readonly InquiryEvent[]) =>
  quality(at(events)).flatMap(({ id, checks }) =>
    checks.flatMap((check) => (check.status === 'missing' ? [`${id}/${check.id}`] : [])),
  )
const todo = (events: readonly InquiryEvent[], wanted: string) =>
  quality(at(events))
    .flatMap(({ id, checks }) => checks.map((check) => ({ name: `${id}/${check.id}`, check })))
    .flatMap(({ name, check }) => (name === wanted && check.status === 'missing' ? [check.todo] : []))[0]

test('what a begun inquiry lacks is all of it', () => {
  expect(missing(begun)).toEqual([
    'outcome/cycle-closed',
    'outcome/problem-stated',
    'outcome/change-observed',
    'process/claims-made',
    'process/evidence-varied',
    'process/plan-revised',
    'democratic/stakeholders-named',
    'democratic/part-in-diagnose',
    'democratic/part-in-reflect',
    'catalytic/researcher-before-after',
    'catalytic/participant-before-after',
    'dialogic/heard-by-outsider',
    'dialogic/challenges-answered',
    'social-validation/critics-named',
    'social-validation/standards-named',
    'social-validation/claims-heard',
    'social-validation/claims-validated',
    'disconfirming/sought',
    'disconfirming/several-sources',
    'credibility/internal',
    'credibility/external',
  ])
})

/** What supplies the checks that a closed cycle alone leaves open, one by one. */
const supplies: readonly (readonly [string, InquiryCommand])[] = [
  ['outcome/problem-stated', { type: 'StateProblem', problem: 'p1', statement: 'They stay silent', on: '2026-01-13' }],
  [
    'outcome/change-observed',
    {
      type: 'ObserveChange',
      change: 'h1',
      problem: 'p1',
      observed: 'no-change',
      text: 'They stay silent still',
      evidence: ['e1'],
      on: '2026-05-01',
    },
  ],
  [
    'process/plan-revised',
    {
      type: 'BeginCycle',
      cycle: 'c2',
      on: '2026-05-01',
      follows: 'c1',
      learning: [{ level: 'self', kind: 'content', text: 'Silence is no refusal' }],
    },
  ],
  ['democratic/stakeholders-named', { type: 'NameStakeholder', stakeholder: 'ben', who: 'A mentor', on: '2026-01-13' }],
  [
    'democratic/part-in-diagnose',
    {
      type: 'RecordPart',
      stakeholder: 'ben',
      cycle: 'c1',
      facet: 'diagnose',
      part: 'Told how it was',
      on: '2026-01-14',
    },
  ],
  [
    'democratic/part-in-reflect',
    { type: 'RecordPart', stakeholder: 'ben', cycle: 'c1', facet: 'reflect', part: 'Read it', on: '2026-04-20' },
  ],
  ['social-validation/critics-named', { type: 'NameCriticalFriend', friend: 'dee', on: '2026-01-13' }],
]

test('each thing that is recorded makes its check present, and no other', () => {
  let events = closed
  for (const [name, command] of supplies) {
    const before = missing(events)
    expect(before).toContain(name)
    events = play(events, command)
    const gone = before.filter((one) => !missing(events).includes(one))
    expect(gone).toContain(name)
    expect(gone.filter((one) => one !== name)).toEqual(
      name === 'democratic/stakeholders-named' ? ['credibility/internal'] : [],
    )
  }
})

const outlook = { type: 'RecordOutlook', outlook: 'o1', cycle: 'c1', by: 'ana', role: 'researcher' } as const
const before = { ...outlook, moment: 'before', on: '2026-01-13', text: 'They do not want to talk' } as const
const after = { ...outlook, outlook: 'o2', moment: 'after', on: '2026-05-01', text: 'I did not let them' } as const
const theirs = { by: 'p1', role: 'participant', consent: 'k1' } as const

test('a changed outlook needs the same person before and after', () => {
  const researcher = 'catalytic/researcher-before-after'
  expect(missing(play(closed, before))).toContain(researcher)
  expect(missing(play(closed, after))).toContain(researcher)
  expect(missing(play(closed, before, after))).not.toContain(researcher)
})

test('a participant’s outlook counts while their consent lasts', () => {
  const participant = 'catalytic/participant-before-after'
  const events = play(closed, { ...before, ...theirs, on: '2026-02-01' }, { ...after, ...theirs, on: '2026-05-01' })
  expect(missing(events)).not.toContain(participant)
  const gone = play(events, { type: 'WithdrawConsent', consent: 'k1', scopes: ['analyse'], on: '2026-05-02' })
  expect(missing(gone)).toContain(participant)
})

test('an observed change counts while its evidence may be used', () => {
  const events = play(closed, ...supplies.slice(0, 2).map(([, command]) => command))
  expect(missing(events)).not.toContain('outcome/change-observed')
  const gone = play(events, { type: 'WithdrawConsent', consent: 'k1', scopes: ['collect'], on: '2026-05-02' })
  expect(missing(gone)).toContain('outcome/change-observed')
  expect(todo(gone, 'outcome/change-observed')).toContain('"p1"')
})

test('claims name their standards, are heard and stand, and evidence against them was sought', () => {
  const bare = play(acting, claim)
  for (const name of ['standards-named', 'claims-heard', 'claims-validated'])
    expect(todo(bare, `social-validation/${name}`)).toContain('"m1"')
  expect(todo(bare, 'disconfirming/sought')).toContain('"m1"')
  const named = play(acting, { ...claim, standards: ['trust is felt'] }, noneFound, meeting, {
    type: 'ValidateClaim',
    claim: 'm1',
    on: '2026-04-10',
  })
  expect(missing(named).filter((name) => /^(social|disc|dial)/.test(name))).toEqual(['social-validation/critics-named'])
})

test('thin evidence is named, claim by claim', () => {
  const events = play(acting, claim, { ...claim, claim: 'm2', cites: [{ evidence: 'e2', quoted: false }] })
  expect(todo(events, 'process/evidence-varied')).toContain('"m2"')
  expect(todo(events, 'process/evidence-varied')).not.toContain('"m1"')
})

test('credibility is within and without: a stakeholder heard it, and somebody who is none', () => {
  const stake = { type: 'NameStakeholder', stakeholder: 'ben', who: 'A mentor', on: '2026-01-13' } as const
  const events = play(acting, claim, meeting)
  expect(missing(events)).toContain('credibility/internal')
  expect(missing(events)).not.toContain('credibility/external')
  expect(missing(play(events, stake))).not.toContain('credibility/internal')
  expect(missing(play(events, stake))).toContain('credibility/external')
})

test('what is missing says what to do, and nothing is counted or scored', () => {
  for (const state of [at([]), at(begun), at(closed)]) {
    const criteria = quality(state)
    expect(criteria).toHaveLength(8)
    for (const { checks, ...rest } of criteria) {
      expect(Object.keys(rest)).toEqual(['id', 'title', 'source', 'certainty'])
      for (const check of checks) if (check.status === 'missing') expect(check.todo.length).toBeGreaterThan(10)
    }
    expect(JSON.stringify(criteria.map(({ checks }) => checks))).not.toMatch(/:\d/)
  }
})

test('the sources of the criteria are as written down', () => {
  const sure: Readonly<Record<string, Criterion['certainty']>> = Object.fromEntries(
    quality(at([])).map(({ id, certainty }) => [id, certainty]),
  )
  expect(sure).toEqual({
    outcome: '1',
    process: '1',
    democratic: '1',
    catalytic: '1',
    dialogic: '1',
    'social-validation': '2+',
    disconfirming: '2+',
    credibility: '1',
  })
})

test('a validation group of an unusual size is warned of, not refused', () => {
  const form = (group: string, size: number) =>
    ({
      type: 'FormValidationGroup',
      group,
      members: Array.from({ length: size }, (_, at) => `person-${at}`),
      on: '2026-02-01',
    }) as const
  const events = play(begun, form('g2', 2), form('g3', 3), form('g10', 10), form('g11', 11))
  expect(warnings(at(events)).map(({ id }) => id)).toEqual(['g2', 'g11'])
  expect(warnings(at(events))[0]?.message).toContain('2 members; 3 to 10')
})
