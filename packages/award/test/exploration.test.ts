import { allowedCommands, type Candidacy, type CandidacyCommand, type CandidacyEvent } from '@mentoring-commons/award'
import { expect, test } from 'vitest'
import { type Exploration, explore } from './explore.ts'
import { invariants } from './invariants.ts'
import {
  appoint,
  command,
  enrol,
  hash,
  judge,
  judgeAll,
  link,
  linkInquiry,
  mapping,
  play,
  scheme,
  snapshot,
  submit,
  toAppointed,
  toAssessed,
  toReferred,
  toSubmitted,
} from './way.ts'

const schemes = [scheme()]
const [day, late] = ['2026-05-02', '2026-08-01']

const building: readonly CandidacyCommand[] = [
  enrol,
  { ...enrol, scheme: 'another' },
  link,
  { ...link, type: 'RecountRelationship', hours: 2, on: day },
  command('UnlinkRelationship', day, { by: 'candidate', relationship: 'r1' }),
  linkInquiry,
  { ...linkInquiry, streamVersion: 11, on: day },
  snapshot,
  { ...snapshot, snapshot: 's2', contentHash: hash(2), on: day },
  { ...snapshot, snapshot: 's3', mapping: mapping.slice(1) },
  { ...snapshot, snapshot: 's4', contentHash: 'ABC' },
  submit,
  { ...submit, by: 'ada' },
  { ...submit, on: day, snapshot: 's2' },
  { ...submit, on: late, snapshot: 's2' },
  { ...submit, snapshot: 's3' },
]
const ending: readonly CandidacyCommand[] = [
  command('Withdraw', day, { by: 'candidate' }),
  command('Withdraw', day, { by: 'ada' }),
  command('Defer', day, { until: '2026-06-01' }),
  command('Defer', day, { until: '2026-01-01' }),
  command('Resume', late, {}),
]
const judging: readonly CandidacyCommand[] = [
  ...['candidate', 'ada', 'ben', 'cal'].map((person) => appoint(person, day)),
  command('AppointAssessor', day, { person: 'mia', relations: ['mentor'] }),
  command('StandDown', day, { person: 'ada' }),
  command('StandDown', day, { person: 'mod' }),
  ...['ada', 'ben', 'cal'].flatMap((person) => [judge(person, 'special:1', 'shown', day)]),
  judge('ben', 'special:1', 'not-yet-shown', day),
  judge('ada', 'special:1', 'cannot-tell', day),
  judge('ben', 'core:1', 'shown', day),
  judge('ada', 'unknown:1', 'shown', day),
  command('DeclareRelation', day, { person: 'ada', relation: 'mentor' }),
  command('DeclareRelation', day, { person: 'mod', relation: 'declared-interest' }),
  command('DeclareRelation', day, { person: 'chair', relation: 'same-unit' }),
  command('DeclareRelation', day, { person: 'chair', relation: 'line-manager' }),
]
const settling: readonly CandidacyCommand[] = [
  command('SelectForModeration', day, {}),
  command('AppointModerator', day, { person: 'mod', relations: [] }),
  command('AppointModerator', day, { person: 'ada', relations: [] }),
  ...(['shown', 'not-yet-shown'] as const).map((finding) =>
    command('Moderate', day, { by: 'mod', findings: [{ outcome: 'special:1', finding, reasons: ['evidence-thin'] }] }),
  ),
  command('Moderate', day, {
    by: 'mod',
    findings: ['values:1', 'core:1', 'special:1'].map((outcome) => ({
      outcome,
      finding: 'shown' as const,
      reasons: [],
    })),
  }),
  ...(['award', 'refer', 'not-award'] as const).flatMap((decision) =>
    ['chair', 'vice', 'ada', 'candidate'].map((by) => command('Decide', day, { by, decision, reason: 'As assessed' })),
  ),
  command('Confer', day, {}),
  command('LapseReferral', day, {}),
  command('LapseReferral', late, {}),
  command('Revoke', day, { reason: 'conferred-in-error' }),
  command('Appeal', day, { by: 'candidate', grounds: ['evidence-overlooked'] }),
  command('Appeal', late, { by: 'candidate', grounds: ['evidence-overlooked'] }),
  ...(['dismissed', 'back-to-assessment', 'back-to-decision'] as const).flatMap((decision) =>
    ['eve', 'chair', 'ada'].map((by) => command('DecideAppeal', day, { by, decision })),
  ),
]
const alphabet = [...building, ...ending, ...judging, ...settling]

const twoFindings = ['values:1', 'core:1']
const starts: Readonly<Record<string, readonly [events: readonly CandidacyEvent[], depth: number]>> = {
  'before enrolment': [[], 6],
  'a portfolio that is submitted': [play(toSubmitted).events, 6],
  'two assessors with one outcome left': [
    play([...toAppointed, ...judgeAll({}, ['ada', 'ben'], day, twoFindings)]).events,
    7,
  ],
  'an assessment that is settled': [play(toAssessed).events, 7],
  'a referral': [play(toReferred).events, 6],
}

const explored = new Map<string, Exploration>()
for (const [name, [events, depth]] of Object.entries(starts)) {
  test(`from ${name}, nothing throws, changes what it was given, or replays otherwise`, () => {
    const exploration = explore(schemes, events, alphabet, depth)
    explored.set(name, exploration)
    const { reached, decisions, accepted, deepest } = exploration
    console.log(
      `explored from ${name}: ${reached.length} states to depth ${deepest}, ${decisions} decisions, ${accepted} accepted`,
    )
    expect(deepest).toBe(depth)
  })
}

const everything = () => [...explored.values()].flatMap(({ reached }) => reached)

test('every state there is was reached', () => {
  const all: Readonly<Record<Candidacy['status'], true>> = {
    'not-enrolled': true,
    preparing: true,
    assessing: true,
    moderating: true,
    assessed: true,
    'to-be-conferred': true,
    referred: true,
    'not-awarded': true,
    appealing: true,
    deferred: true,
    awarded: true,
    revoked: true,
    withdrawn: true,
  }
  expect(new Set(everything().map(({ state }) => state.status))).toEqual(new Set(Object.keys(all)))
})

for (const [name, holds] of Object.entries(invariants)) {
  test(`in every state that was reached: ${name}`, () => {
    const broken = everything().find((reached) => !holds(reached))
    expect(broken && { state: broken.state, events: broken.events }).toBeUndefined()
  })
}

test('whoever is not at an end has a way on besides leaving', () => {
  const ends = ['not-awarded', 'awarded', 'revoked', 'withdrawn']
  const idle = everything().find(
    ({ state }) =>
      !ends.includes(state.status) &&
      !allowedCommands(state, schemes).some(
        (type) => !['Withdraw', 'DeclareRelation', 'StandDown', 'Defer'].includes(type),
      ),
  )
  expect(idle).toBeUndefined()
})
