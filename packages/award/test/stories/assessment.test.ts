import type { CandidacyCommand, Finding } from '@mentoring-commons/award'
import { expect, test } from 'vitest'
import {
  after,
  appoint,
  at,
  award,
  command,
  judge,
  judgeAll,
  lastOf,
  notYet,
  play,
  refusalOf,
  scheme,
  stateIn,
  toAppointed,
  toAssessed,
  toReferred,
  toSubmitted,
} from '../way.ts'

const moderator = command('AppointModerator', '2026-04-25', { person: 'mod', relations: [] })
const moderate = (outcomes: readonly string[], finding: 'shown' | 'not-yet-shown' = 'shown', by = 'mod') =>
  command('Moderate', '2026-04-28', {
    by,
    findings: outcomes.map((outcome) => ({ outcome, finding, reasons: finding === 'shown' ? [] : ['evidence-thin'] })),
  })
const split = [...toAppointed, ...judgeAll({ 'core:1': ['shown', 'not-yet-shown'] })]

test('nobody assesses who is the candidate, whom a relation keeps out, or who is appointed', () => {
  expect(after(toSubmitted, appoint('candidate'))).toBe('kept-out')
  const related = (relation: 'mentor' | 'line-manager' | 'declared-interest' | 'same-unit') =>
    command('AppointAssessor', '2026-04-03', { person: 'mia', relations: [relation] })
  expect(after(toSubmitted, related('mentor'))).toBe('kept-out')
  expect(after(toSubmitted, related('line-manager'))).toBe('kept-out')
  expect(refusalOf(toSubmitted, related('declared-interest')).message).toContain('Name somebody else')
  expect(after([...toSubmitted, appoint('ada')], appoint('ada'))).toBe('duplicate-id')
  expect(after(toAppointed, appoint('cal'))).toBe('all-appointed')
  expect(after(toSubmitted, { ...appoint('ada'), by: 'candidate' })).toBe('kept-out')
  expect(after(toSubmitted, appoint(' '))).toBe('blank-text')
})

test('which relations keep out is for the workflow to say; what does not is put on record', () => {
  const unit = command('AppointAssessor', '2026-04-03', { person: 'mia', relations: ['same-unit'] })
  expect(
    play([...toSubmitted, unit])
      .events.slice(-2)
      .map(({ type }) => type),
  ).toEqual(['RelationDeclared', 'AssessorAppointed'])
  expect(after(toSubmitted, unit, [scheme({ keptOut: ['same-unit'] })])).toBe('kept-out')
  const mentor = command('AppointAssessor', '2026-04-03', { person: 'mia', relations: ['mentor'] })
  expect(after(toSubmitted, mentor, [scheme({ keptOut: [] })])).toHaveLength(2)
  expect(after(toSubmitted, { ...mentor, relations: ['friend' as never] })).toBe('unknown-value')
  expect(after(toSubmitted, { ...mentor, relations: ['mentee', 'mentee'] })).toBe('duplicate-id')
})

test('a relation that is on record keeps out, whenever it was declared', () => {
  const declared = command('DeclareRelation', '2026-01-10', { person: 'mia', relation: 'mentor' })
  const [enrolled, ...rest] = toSubmitted
  if (enrolled === undefined) throw new Error('there is one')
  expect(after([enrolled, declared, ...rest], appoint('mia'))).toBe('kept-out')
  expect(after([enrolled, declared], declared)).toBe('duplicate-id')
  expect(after([enrolled], { ...declared, person: 'candidate' })).toBe('unknown-value')
  expect(after([enrolled], { ...declared, relation: 'friend' as never })).toBe('unknown-value')
})

test('an assessor judges each outcome once, with a reason where it is not shown', () => {
  const first = judge('ada', 'core:1')
  expect(after([...toAppointed, first], judge('ada', 'core:1', 'not-yet-shown'))).toBe('already-judged')
  expect(after([...toAppointed, first], judge('ben', 'core:1'))).toHaveLength(1)
  expect(after(toAppointed, judge('cal', 'core:1'))).toBe('not-appointed')
  expect(after(toAppointed, judge('candidate', 'core:1'))).toBe('not-appointed')
  expect(after(toAppointed, judge('ada', 'core:9'))).toBe('unknown-outcome')
  expect(after(toAppointed, judge('ada', 'core:1', 'perhaps' as Finding))).toBe('unknown-value')
  const bare = command('Judge', '2026-04-20', { by: 'ada', outcome: 'core:1', finding: 'cannot-tell', reasons: [] })
  expect(refusalOf(toAppointed, bare).message).toContain('evidence-out-of-reach')
  expect(after(toAppointed, { ...bare, reasons: ['mood' as never] })).toBe('unknown-value')
  expect(after(toAppointed, { ...bare, reasons: ['evidence-thin'], remark: 'x'.repeat(1001) })).toBe('remark-too-long')
  expect(after(toAppointed, { ...bare, reasons: ['evidence-thin'], remark: ' ' })).toBe('blank-text')
  expect(after(toAppointed, { ...bare, reasons: ['evidence-thin'], remark: 'x'.repeat(1000) })).toHaveLength(1)
  expect(after(toSubmitted, judge('ada', 'core:1'))).toBe('not-appointed')
})

test('nothing settles before every assessor is appointed and has judged everything', () => {
  const one = [
    ...toSubmitted,
    appoint('ada'),
    ...['values:1', 'core:1', 'special:1'].map((outcome) => judge('ada', outcome)),
  ]
  expect(at(one).status).toBe('assessing')
  expect(at([...one, appoint('ben', '2026-04-20')]).status).toBe('assessing')
  expect(at(toAssessed).status).toBe('assessed')
})

test('assessors who agree that an outcome is not yet shown are not moderated', () => {
  const { events } = play([...toAppointed, ...judgeAll(notYet)])
  expect(lastOf(events, 'AssessmentSettled').results[1]).toEqual({
    outcome: 'core:1',
    finding: 'not-yet-shown',
    by: 'assessors',
  })
})

test.each([
  ['differ', { 'core:1': ['shown', 'not-yet-shown'] }, ['split'], ['core:1']],
  ['differ on what they can tell', { 'core:1': ['shown', 'cannot-tell'] }, ['split'], ['core:1']],
  ['both cannot tell', { 'core:1': ['cannot-tell', 'cannot-tell'] }, ['cannot-tell'], ['core:1']],
  [
    'differ here and cannot tell there',
    { 'core:1': ['shown', 'not-yet-shown'], 'values:1': ['cannot-tell', 'cannot-tell'] },
    ['split', 'cannot-tell'],
    ['values:1', 'core:1'],
  ],
] as const)('assessors who %s are moderated', (_, found, causes, outcomes) => {
  expect(stateIn(at([...toAppointed, ...judgeAll(found)]), 'moderating')).toMatchObject({
    causes,
    outcomes,
    since: '2026-04-20',
  })
})

test('a sample is moderated on every outcome, and the same one is drawn again', () => {
  const all = [scheme({ moderation: { share: 1, seed: 'x' } })]
  expect(stateIn(at(toAssessed, all), 'moderating')).toMatchObject({
    causes: ['sample'],
    outcomes: ['values:1', 'core:1', 'special:1'],
  })
  const half = (seed: string) => at(toAssessed, [scheme({ moderation: { share: 0.5, seed } })]).status
  const seeds = Array.from({ length: 40 }, (_, index) => `seed-${index}`)
  expect(seeds.map(half)).toEqual(seeds.map(half))
  expect(new Set(seeds.map(half))).toEqual(new Set(['moderating', 'assessed']))
})

test('a moderator is appointed who has not assessed, and settles each outcome in question once', () => {
  expect(after(split, { ...moderator, person: 'ada' })).toBe('kept-out')
  expect(after(split, { ...moderator, person: 'candidate' })).toBe('kept-out')
  expect(after(split, { ...moderator, relations: ['line-manager'] })).toBe('kept-out')
  expect(after([...split, moderator], { ...moderator, person: 'mob' })).toBe('all-appointed')
  expect(after(split, moderate(['core:1']))).toBe('not-appointed')
  expect(after([...split, moderator], moderate(['core:1'], 'shown', 'ada'))).toBe('not-appointed')
  expect(after([...split, moderator], moderate([]))).toBe('findings-incomplete')
  expect(after([...split, moderator], moderate(['core:1', 'core:1']))).toBe('findings-incomplete')
  expect(after([...split, moderator], moderate(['core:1', 'values:1']))).toBe('findings-incomplete')
  const unsure = {
    ...moderate(['core:1']),
    findings: [{ outcome: 'core:1', finding: 'cannot-tell' as never, reasons: [] }],
  }
  expect(after([...split, moderator], unsure)).toBe('unknown-value')
  const bare = {
    ...moderate(['core:1']),
    findings: [{ outcome: 'core:1', finding: 'not-yet-shown', reasons: [] }],
  } as const
  expect(refusalOf([...split, moderator], bare).path).toBe('findings[0].reasons')
  const { assessment } = stateIn(at([...split, moderator, moderate(['core:1'])]), 'assessed')
  expect(assessment.results).toEqual([
    { outcome: 'values:1', finding: 'shown', by: 'assessors' },
    { outcome: 'core:1', finding: 'shown', by: 'moderator' },
    { outcome: 'special:1', finding: 'shown', by: 'assessors' },
  ])
})

test('an assessment on which all agree can be selected for moderation, once, and not by the candidate', () => {
  const select = command('SelectForModeration', '2026-04-22', {})
  expect(after(toAssessed, { ...select, by: 'candidate' })).toBe('kept-out')
  const way = [...toAssessed, select, moderator, moderate(['values:1', 'core:1', 'special:1'], 'not-yet-shown')]
  expect(stateIn(at(way), 'assessed').assessment.results.map(({ by }) => by)).toEqual([
    'moderator',
    'moderator',
    'moderator',
  ])
  expect(after(way, { ...select, on: '2026-04-29' })).toBe('already-moderated')
})

test('whoever stands down takes their judgements along, and another one judges anew', () => {
  const down = (person: string): CandidacyCommand => command('StandDown', '2026-04-25', { person })
  const half = [...toAppointed, judge('ada', 'core:1'), judge('ben', 'core:1')]
  const state = stateIn(at([...half, down('ada')]), 'assessing')
  expect([state.assessors, state.judgements.map(({ assessor }) => assessor)]).toEqual([['ben'], ['ben']])
  expect(after(half, down('cal'))).toBe('not-appointed')
  expect(after(half, { ...down('ada'), by: 'candidate' })).toBe('kept-out')
  expect(after(split, down('ada'))).toBe('not-appointed')
  expect(stateIn(at([...split, moderator, down('mod')]), 'moderating')).not.toHaveProperty('moderator')
})

test('a conflict that comes up before the award is conferred undoes what rests on it', () => {
  const conflict = (person: string) =>
    command('DeclareRelation', '2026-05-02', { person, relation: 'declared-interest' })
  expect(stateIn(at([...toAssessed, conflict('ada')]), 'assessing').assessors).toEqual(['ben'])
  expect(stateIn(at([...split, conflict('ben')]), 'assessing').assessors).toEqual(['ada'])
  expect(stateIn(at([...split, moderator, conflict('mod')]), 'moderating')).not.toHaveProperty('moderator')
  const moderated = [...split, moderator, moderate(['core:1'])]
  expect(stateIn(at([...moderated, conflict('mod')]), 'moderating')).toMatchObject({
    causes: ['split'],
    outcomes: ['core:1'],
    since: '2026-05-02',
  })
  expect(at([...toAssessed, award, conflict('ada')]).status).toBe('assessing')
  expect(at([...moderated, award, conflict('mod')]).status).toBe('moderating')
  expect(at([...toAssessed, award, conflict('chair')]).status).toBe('assessed')
  expect(at([...toAssessed, award, conflict('nobody')]).status).toBe('to-be-conferred')
  expect(at([...toReferred, conflict('ada')]).status).toBe('referred')
})
