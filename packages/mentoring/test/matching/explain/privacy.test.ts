import { expect, test } from 'vitest'
import { explainPair } from '../../../src/matching/explain/explain-pair.ts'
import { weightSensitivity, weightSensitivitySteps } from '../../../src/matching/explain/weight-sensitivity.ts'
import type { MatchInput } from '../../../src/matching/input/match-input.ts'
import { finishSteps } from '../../../src/matching/run/finish-steps.ts'
import { groupRates } from '../../../src/matching/run/group-rates.ts'
import { match } from '../../../src/matching/run/match.ts'
import { policyFor } from '../run/programme.ts'

const mentees = [
  {
    personId: 'ada',
    trained: true,
    answers: { needs: ['writing'] },
    wishes: [{ about: 'gender', wants: ['woman'] }],
    notWith: ['pip'],
  },
  { personId: 'ben', trained: true, answers: { needs: ['grants'] } },
]
const mentors = ['mia', 'noa', 'pip'].map((personId, at) => ({
  personId,
  trained: true,
  places: 1,
  answers: { offers: ['writing', 'grants'] },
  ranking: ['ben'],
  findableAs: { gender: [at === 1 ? 'woman' : 'man'] },
}))
const input: MatchInput = { mentees, mentors, policy: policyFor('most-matched'), seed: 'spring' }
const without: MatchInput = { ...input, mentees: mentees.map(({ wishes: _, ...rest }) => rest) }

function runOf(each: MatchInput) {
  const matched = match(each)
  if ('refusal' in matched) throw new Error(matched.refusal.message)
  return matched.value.run
}

test("a mentee's own wish moves the choice, and no word or figure of the run tells of it", () => {
  const run = runOf(input)
  expect(run.pairs.find(({ menteeId }) => menteeId === 'ada')?.mentorId).toBe('noa')
  expect(JSON.stringify(run)).not.toMatch(/gender|woman|wish/)
  const told = explainPair(input, { menteeId: 'ada', mentorId: 'noa' }, 'coordinator')
  expect(told).toEqual(explainPair(without, { menteeId: 'ada', mentorId: 'noa' }, 'coordinator'))
  expect(run.pairs[0]?.score).toBe('value' in told && 'score' in told.value ? told.value.score : undefined)
})

test('a wish excludes nobody', () => {
  const only = runOf({ ...input, mentors: mentors.slice(0, 1), mentees: mentees.slice(0, 1) })
  expect(only.pairs).toHaveLength(1)
  expect(only.excluded.total).toBe(0)
})

test('a participant reads only the own side, and of an exclusion only that there is one', () => {
  const pair = { menteeId: 'ben', mentorId: 'mia' }
  const parts = (reader: 'mentee' | 'mentor') => {
    const told = explainPair(input, pair, reader)
    return 'value' in told && 'parts' in told.value ? told.value.parts.map(({ ruleId }) => ruleId) : []
  }
  expect(parts('mentee')).toEqual(['house', 'topics'])
  expect(parts('mentor')).toEqual(['ladder', 'own list'])
  expect(explainPair(input, { menteeId: 'ada', mentorId: 'pip' }, 'mentor')).toEqual({
    value: { status: 'not-available' },
  })
  expect(explainPair(input, { menteeId: 'ada', mentorId: 'pip' }, 'coordinator')).toEqual({
    value: { status: 'excluded', codes: ['kept-apart'] },
  })
  expect(explainPair(input, { menteeId: 'mia', mentorId: 'ada' }, 'mentor')).toMatchObject({
    refusal: { code: 'not-an-applicant' },
  })
})

test('a missing answer is neutral and counted', () => {
  const run = runOf({
    ...without,
    mentees: [{ personId: 'cy', trained: true, answers: {} }],
    mentors: mentors.slice(0, 1).map((each) => ({ ...each, ranking: ['cy', 'ben'] })),
  })
  expect(run.totals.missingAnswers).toBe(3)
  expect(run.pairs[0]).toMatchObject({ menteeScore: 0.5, mentorScore: 0.75, score: 0.6 })
})

test('rates by group are raw, and groups have no part in the run', () => {
  const groups = [
    { personId: 'ada', group: 'b' },
    { personId: 'ben', group: 'a' },
    { personId: 'stranger', group: 'a' },
  ]
  const rates = groupRates(runOf({ ...input, mentors: mentors.slice(0, 1) }), groups)
  expect(rates.map(({ group, mentees: count, matched }) => [group, count, matched])).toEqual([
    ['a', 1, 1],
    ['b', 1, 0],
  ])
  expect(rates[1]).not.toHaveProperty('meanScore')
})

test('sensitivity names the mentees whom another weight would give another mentor, and leaves wishes out', () => {
  const sensitive = weightSensitivity({
    ...without,
    mentors: [
      { personId: 'mia', trained: true, places: 1, answers: { offers: ['writing'], unit: ['a'] } },
      { personId: 'noa', trained: true, places: 1, answers: { offers: ['data'], unit: ['b'] } },
    ],
    mentees: [{ personId: 'ada', trained: true, answers: { needs: ['writing'], unit: ['a'] } }],
  })
  if ('refusal' in sensitive) throw new Error(sensitive.refusal.message)
  expect(
    sensitive.value.filter(({ changed }) => changed > 0).map(({ weight, to, menteeIds }) => [weight, to, menteeIds]),
  ).toEqual([['topics', 0, ['ada']]])
  expect(new Set(sensitive.value.map(({ weight }) => weight))).toEqual(
    new Set(['topics', 'ladder', 'house', 'own list', 'menteeShare']),
  )
})

test('sensitivity in steps is the same, pauses within and between its runs, and can be cancelled', async () => {
  let pauses = 0
  const pause = () => {
    pauses += 1
    return Promise.resolve()
  }
  expect(await finishSteps(weightSensitivitySteps(without), { pause })).toEqual(weightSensitivity(without))
  const runs = 1 + 3 * without.policy.rules.length + 2
  expect(pauses).toBeGreaterThanOrEqual(5 * runs)
  expect(await finishSteps(weightSensitivitySteps(without), { pause, cancelled: () => true })).toEqual({
    cancelled: true,
  })
})
