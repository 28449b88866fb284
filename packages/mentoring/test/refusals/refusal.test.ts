import { expect, test } from 'vitest'
import {
  advance,
  defineCohort,
  defineProgramme,
  defineTopicSet,
  type Meeting,
  type Programme,
  parseRelationship,
  proposeRelationship,
  type RefusalCode,
  type Relationship,
  type RelationshipStep,
  type Result,
  recordMeeting,
  refusalCodes,
} from '../../src/index.ts'
import { dyad, lenient, made, proposedDyad, strict } from '../demo.ts'
import { communityRefusals } from './community.ts'
import { lifeRefusals } from './life.ts'
import { matchingRefusals } from './matching.ts'

const on = '2026-02-01'
const proposal = { id: 'r1', kind: 'dyad' as const, participants: dyad, on }
const programme: Programme = { id: 'p', key: 'p', title: 'P', policy: lenient }
const proposed = proposedDyad()
const accept = (by: string): RelationshipStep => ({ type: 'accept', by, on })
const step = (from: Relationship, one: object) => advance(from, one as RelationshipStep, strict)
const forming = made(step(made(step(proposed, accept('ada'))), accept('mia')))
const active = made(advance(made(step(proposed, accept('ada'))), accept('mia'), lenient))
const paused = made(step(active, { type: 'pause', on, reason: 'other' }))
const held: Meeting = { id: 'm', relationshipId: 'r1', heldOn: on, durationMinutes: 60, mode: 'online', topics: [] }
const meet = (change: object, from = active) => recordMeeting(from, { ...held, ...change }, { codes: ['a'] })
const group = [...dyad, { personId: 'ben', role: 'mentee' as const }]

/** Each code met once. A folder with many of its own keeps them in a file beside this one and spreads it here. */
const cases: Readonly<Partial<Record<RefusalCode, Result<unknown>>>> = {
  ...communityRefusals,
  ...lifeRefusals,
  ...matchingRefusals,
  'id-not-usable': defineProgramme({ ...programme, id: '' }),
  'key-not-usable': defineProgramme({ ...programme, key: '?' }),
  'text-missing': defineProgramme({ ...programme, title: '' }),
  'policy-not-usable': defineProgramme({ ...programme, policy: { ...lenient, menteesMax: 0 } }),
  'date-not-iso': proposeRelationship({ ...proposal, on: '' }),
  'end-before-start': defineCohort({ id: 'c', programmeId: 'p', label: 'C', startsOn: on, endsOn: '2026-01-31' }),
  'kind-not-listed': proposeRelationship({ ...proposal, kind: '' as 'dyad' }),
  'role-not-listed': proposeRelationship({ ...proposal, participants: [{ personId: 'a', role: '' as 'mentor' }] }),
  'no-participant': proposeRelationship({ ...proposal, participants: [] }),
  'person-twice-in-role': proposeRelationship({ ...proposal, participants: [...dyad, ...dyad] }),
  'person-on-both-sides': proposeRelationship({
    ...proposal,
    participants: [...dyad, { personId: 'ada', role: 'mentor' }],
  }),
  'participants-do-not-fit-kind': proposeRelationship({ ...proposal, participants: group }),
  'too-many-mentees': proposeRelationship(
    { ...proposal, kind: 'group', participants: group },
    { ...lenient, menteesMax: 1 },
  ),
  'pair-declined-before': proposeRelationship({ ...proposal, notAgain: [['ada', 'mia']] }),
  'step-not-allowed': step(proposed, { type: 'resume', on }),
  'date-goes-back': step(proposed, { ...accept('ada'), on: '2026-01-04' }),
  'not-a-participant': step(proposed, accept('zoe')),
  'not-asked-yet': step(proposed, accept('mia')),
  'role-not-held': step(forming, { type: 'complete-briefing', by: 'ada', role: 'mentor', on }),
  'not-required': advance(
    forming,
    { type: 'complete-briefing', by: 'ada', role: 'mentee', on },
    { ...strict, briefingRequiredFor: ['mentor'] },
  ),
  'already-done': step(made(step(forming, { type: 'sign-agreement', by: 'ada', on })), {
    type: 'sign-agreement',
    by: 'ada',
    on,
  }),
  'reason-missing': step(active, { type: 'end', on }),
  'reason-not-listed': step(active, { type: 'end', on, reason: '' }),
  'not-wound-down': step(active, { type: 'end', on, reason: 'completed' }),
  'topic-code-not-usable': defineTopicSet(['a b']),
  'topic-twice': defineTopicSet(['a', 'a']),
  'topic-not-listed': meet({ topics: ['b'] }),
  'mode-not-listed': meet({ mode: '' }),
  'duration-out-of-range': meet({ durationMinutes: 0 }),
  'meeting-of-another-relationship': meet({ relationshipId: 'r2' }),
  'meeting-not-possible': meet({}, forming),
  'meeting-before-start': meet({ heldOn: '2026-01-31' }),
  'meeting-during-pause': meet({ heldOn: '2026-02-02' }, paused),
  'content-is-never-kept': meet({ notes: '' }),
  'not-a-relationship': parseRelationship(7),
}

test.each(Object.entries(cases) as [string, Result<unknown>][])(
  '%s is met, with a message that says what to do next',
  (code, result) => {
    expect(result).toMatchObject({ refusal: { code } })
    if ('value' in result) return
    expect(result.refusal.message).toMatch(/[:.] ?.+[a-z].*\.$/s)
    expect(result.refusal.message).not.toMatch(/undefined|\[object/)
    expect(refusalCodes[code as RefusalCode]).toMatch(/^An? |^(The|One|Two|There|Somebody|Something) /)
  },
)

test('every code that is listed is met', () => {
  expect(Object.keys(cases).sort()).toEqual(Object.keys(refusalCodes).sort())
})
