import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { MatchInput } from '../../../src/matching/input/match-input.ts'
import type { MatchObjective } from '../../../src/matching/input/policy.ts'
import { checkProof } from '../../../src/matching/run/check-proof.ts'
import { type MatchOutcome, match } from '../../../src/matching/run/match.ts'
import { programme } from './programme.ts'

/** Two mentees and two mentors: ada suits mia best, and ben may have mia only. */
function twoByTwo(objective: MatchObjective): MatchInput {
  const score = (menteeId: string, mentorId: string, given: number) => ({
    ruleId: 'talk',
    menteeId,
    mentorId,
    score: given,
  })
  return {
    seed: 'spring',
    policy: {
      version: '1',
      objective,
      menteeShare: 1,
      rules: [{ id: 'talk', kind: 'given', side: 'mentee', weight: 1 }],
    },
    mentees: ['ada', 'ben'].map((personId) => ({ personId, trained: true, answers: {} })),
    mentors: ['mia', 'noa'].map((personId) => ({ personId, trained: true, places: 1, answers: {} })),
    facts: { barred: [{ menteeId: 'ben', mentorId: 'noa' }] },
    given: [score('ada', 'mia', 1), score('ada', 'noa', 0.1), score('ben', 'mia', 0.1)],
  }
}

function outcome(input: MatchInput): MatchOutcome {
  const matched = match(input)
  if ('refusal' in matched) throw new Error(matched.refusal.message)
  return matched.value
}

test.each<[MatchObjective, readonly string[]]>([
  ['most-matched', ['ada noa', 'ben mia']],
  ['fewest-poor', ['ada noa', 'ben mia']],
  ['best-total', ['ada mia']],
  ['stable', ['ada mia']],
])('the objective decides between two poor pairs and a good one: %s', (objective, pairs) => {
  const { run } = outcome(twoByTwo(objective))
  expect(run.pairs.map(({ menteeId, mentorId }) => `${menteeId} ${mentorId}`)).toEqual(pairs)
  if (pairs.length === 2) return
  expect(run.unmatched).toMatchObject([
    objective === 'stable'
      ? { menteeId: 'ben', why: 'others-preferred', change: { kind: 'add-place', mentorId: 'mia' } }
      : {
          menteeId: 'ben',
          why: 'left-out-by-objective',
          change: { kind: 'choose-objective', objective: 'most-matched' },
        },
  ])
})

test('a cover that is as large as the matching does not prove that the worst pair cannot be better', () => {
  const input = twoByTwo('most-matched')
  const { run, proof } = outcome(input)
  if (proof.kind !== 'optimal' || !proof.worst?.limit) throw new Error('no limit')
  const worst = { ...proof.worst, limit: { ...proof.worst.limit, cover: proof.largest } }
  expect(checkProof(input, { run, proof: { ...proof, worst } }).faults).toContain('The worst pair can be better.')
})

test('a stable run advises one more place wherever one with some mentor goes to the mentee', () => {
  let chains = 0
  fc.assert(
    fc.property(programme(6, 'stable'), (input) => {
      for (const { menteeId, why, change } of outcome(input).run.unmatched) {
        if (why !== 'others-preferred') continue
        const helps = input.mentors.some(({ personId }) => {
          const mentors = input.mentors.map((each) =>
            each.personId === personId && each.places > 0 ? { ...each, places: each.places + 1 } : each,
          )
          return outcome({ ...input, mentors }).run.pairs.some((pair) => pair.menteeId === menteeId)
        })
        expect(change.kind === 'add-place').toBe(helps)
        if (helps) chains += 1
      }
    }),
    { numRuns: 600 },
  )
  expect(chains).toBeGreaterThan(50)
})
