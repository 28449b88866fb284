import { expect, test } from 'vitest'
import type { MatchInput } from '../../../src/matching/input/match-input.ts'
import type { ScoreRule } from '../../../src/matching/input/policy.ts'
import { match } from '../../../src/matching/run/match.ts'
import { policyFor } from '../run/programme.ts'

const mentee = { personId: 'ada', trained: true, answers: {} }
const mentor = { personId: 'mia', trained: true, places: 1, answers: {} }
const input: MatchInput = { mentees: [mentee], mentors: [mentor], policy: policyFor('most-matched'), seed: 'spring' }
const given: ScoreRule = { id: 'talk', kind: 'given', side: 'mentor', weight: 1 }
const withRule = (rule: unknown): MatchInput => ({ ...input, policy: { ...input.policy, rules: [rule as ScoreRule] } })
const near = {
  id: 'n',
  kind: 'near',
  side: 'mentee',
  weight: 1,
  menteeQuestion: 'a',
  mentorQuestion: 'b',
  ideal: 1,
  width: 1,
}
const pair = { menteeId: 'ada', mentorId: 'mia' }
const score = (value: number): MatchInput => ({
  ...withRule(given),
  given: [{ ruleId: 'talk', ...pair, score: value }],
})

test.each<[string, Partial<MatchInput>, string]>([
  ['a person twice', { mentees: [mentee, mentee] }, 'application-twice'],
  ['a mentor twice', { mentors: [mentor, mentor] }, 'application-twice'],
  ['an empty id', { mentees: [{ ...mentee, personId: '' }] }, 'id-not-usable'],
  ['half a place', { mentors: [{ ...mentor, places: 0.5 }] }, 'places-not-usable'],
  ['places below zero', { mentors: [{ ...mentor, places: -1 }] }, 'places-not-usable'],
  ['places without end', { mentors: [{ ...mentor, places: Number.POSITIVE_INFINITY }] }, 'places-not-usable'],
  ['NaN as an answer', { mentees: [{ ...mentee, answers: { grade: Number.NaN } }] }, 'answer-not-usable'],
  [
    'infinity as an answer',
    { mentees: [{ ...mentee, answers: { grade: Number.POSITIVE_INFINITY } }] },
    'answer-not-usable',
  ],
  ['a NaN score', score(Number.NaN), 'score-not-usable'],
  ['an endless score', score(Number.POSITIVE_INFINITY), 'score-not-usable'],
  ['a score below zero', score(-0.1), 'score-not-usable'],
  ['a score of no rule', { given: [{ ruleId: 'talk', ...pair, score: 1 }] }, 'score-not-usable'],
  [
    'a score twice',
    { ...withRule(given), given: [1, 0].map((each) => ({ ruleId: 'talk', ...pair, score: each })) },
    'score-not-usable',
  ],
  [
    'two pins of a mentee',
    { mentors: [mentor, { ...mentor, personId: 'noa' }], pins: [pair, { ...pair, mentorId: 'noa' }] },
    'pins-contradict',
  ],
  [
    'more pins than places',
    { mentees: [mentee, { ...mentee, personId: 'ben' }], pins: [pair, { ...pair, menteeId: 'ben' }] },
    'pins-contradict',
  ],
  ['a pin without places', { mentors: [{ ...mentor, places: 0 }], pins: [pair] }, 'pins-contradict'],
  ['a pinned stranger', { pins: [{ ...pair, mentorId: 'nobody' }] }, 'pin-of-stranger'],
  ['a pin across a rule', { pins: [pair], facts: { keptApart: [['mia', 'ada']] } }, 'pin-excluded'],
  [
    'two lists of candidates',
    { candidates: [1, 2].map(() => ({ menteeId: 'ada', mentorIds: [] })) },
    'candidates-twice',
  ],
  ['no seed', { seed: undefined as never }, 'seed-missing'],
  ['an unknown objective', { policy: { ...input.policy, objective: 'fastest' as never } }, 'match-policy-not-usable'],
  ['a share above one', { policy: { ...input.policy, menteeShare: 1.1 } }, 'match-policy-not-usable'],
  ['a NaN share', { policy: { ...input.policy, menteeShare: Number.NaN } }, 'match-policy-not-usable'],
  ['a wish weight below zero', { policy: { ...input.policy, wishWeight: -1 } }, 'match-policy-not-usable'],
  ['no version', { policy: { ...input.policy, version: ' ' } }, 'match-policy-not-usable'],
  ['an endless weight', withRule({ ...near, weight: Number.POSITIVE_INFINITY }), 'match-policy-not-usable'],
  ['a width of zero', withRule({ ...near, width: 0 }), 'match-policy-not-usable'],
  ['a rule without a kind', withRule({ ...near, kind: 'vibe' }), 'match-policy-not-usable'],
  ['one rule id twice', { policy: { ...input.policy, rules: [given, given] } }, 'match-policy-not-usable'],
  ['a rule about gender', withRule({ ...near, kind: 'same', mentorQuestion: 'gender' }), 'protected-characteristic'],
  [
    'a rule about religion or belief',
    withRule({ ...near, menteeQuestion: 'Religion or belief' }),
    'protected-characteristic',
  ],
  ['a rule about ageGroup', withRule({ ...near, menteeQuestion: 'ageGroup' }), 'protected-characteristic'],
])('%s is refused', (_, change, code) => {
  expect(match({ ...input, ...change })).toMatchObject({ refusal: { code } })
})

test('a question that only sounds like a protected one may be asked', () => {
  const asked = withRule({ ...near, menteeQuestion: 'language', mentorQuestion: 'stage' })
  expect(match(asked)).toHaveProperty('value')
})

test('too many pairs are refused at once, and the same with candidates is matched', () => {
  const mentees = Array.from({ length: 5000 }, (_, at) => ({ ...mentee, personId: `e${at}` }))
  const mentors = Array.from({ length: 5000 }, (_, at) => ({ ...mentor, personId: `o${at}` }))
  expect(match({ ...input, mentees, mentors })).toMatchObject({ refusal: { code: 'too-many-pairs' } })
  const candidates = mentees.map(({ personId }, at) => ({
    menteeId: personId,
    mentorIds: [`o${at}`, `o${(at * 7 + 1) % 5000}`],
  }))
  const matched = match({ ...input, mentees, mentors, candidates })
  expect('value' in matched && matched.value.run.pairs).toHaveLength(5000)
})

test.each<[string, Partial<MatchInput>]>([
  ['nobody at all', { mentees: [], mentors: [] }],
  ['no mentor', { mentors: [] }],
  ['no mentee', { mentees: [] }],
  ['no place', { mentors: [{ ...mentor, places: 0 }] }],
])('an empty pool is matched, and says who waits: %s', (_, change) => {
  const matched = match({ ...input, ...change })
  if ('refusal' in matched) throw new Error(matched.refusal.message)
  expect(matched.value.run.pairs).toEqual([])
  expect(matched.value.run.unmatched).toHaveLength(change.mentees?.length ?? 1)
})

test('a ranking or candidate that names a stranger is passed over with a warning', () => {
  const matched = match({
    ...input,
    mentees: [{ ...mentee, ranking: ['gone', ['mia']] }],
    candidates: [{ menteeId: 'ada', mentorIds: ['mia', 'left'] }],
  })
  if ('refusal' in matched) throw new Error(matched.refusal.message)
  expect(matched.value.run.warnings.map(({ path }) => path)).toEqual(['mentees[0].ranking', 'candidates[0].mentorIds'])
  expect(matched.value.run.pairs).toHaveLength(1)
})
