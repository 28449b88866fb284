import { expect, test } from 'vitest'
import type { MatchFacts } from '../../../src/matching/input/facts.ts'
import type { MatchInput } from '../../../src/matching/input/match-input.ts'
import { exclusionCodes } from '../../../src/matching/rules/exclusion.ts'
import { match } from '../../../src/matching/run/match.ts'
import { policyFor } from '../run/programme.ts'

const mentee = { personId: 'ada', trained: true, answers: {} }
const mentor = { personId: 'mia', trained: true, places: 1, answers: {} }

function codesOf(change: Partial<MatchInput>): readonly string[] {
  const matched = match({
    mentees: [mentee],
    mentors: [mentor],
    policy: policyFor('most-matched'),
    seed: 'spring',
    ...change,
  })
  if ('refusal' in matched) throw new Error(matched.refusal.message)
  const { run } = matched.value
  expect(run.pairs.length + run.unmatched.length).toBe(1)
  return run.excluded.listed.flatMap(({ codes }) => codes)
}

const facts = (each: MatchFacts) => ({ facts: each })

const cases: readonly (readonly [string, Partial<MatchInput>, readonly string[]])[] = [
  ['nothing is known', {}, []],
  ['they are one person', { mentors: [{ ...mentor, personId: 'ada' }] }, ['self']],
  ['the mentor manages', facts({ lines: [{ personId: 'ada', reportsTo: 'mia' }] }), ['line-chain']],
  ['the mentee manages', facts({ lines: [{ personId: 'mia', reportsTo: 'ada' }] }), ['line-chain']],
  [
    'two steps of a line, through people who do not apply',
    facts({
      lines: [
        { personId: 'x', reportsTo: 'mia' },
        { personId: 'ada', reportsTo: 'x' },
      ],
    }),
    ['line-chain'],
  ],
  [
    'a chart that runs in a circle',
    facts({
      lines: [
        { personId: 'ada', reportsTo: 'x' },
        { personId: 'x', reportsTo: 'ada' },
      ],
    }),
    [],
  ],
  [
    'a colleague under the same head',
    facts({ lines: ['ada', 'mia'].map((personId) => ({ personId, reportsTo: 'x' })) }),
    [],
  ],
  ['a conflict on record', facts({ keptApart: [['mia', 'ada']] }), ['kept-apart']],
  ['the mentee does not want the mentor', { mentees: [{ ...mentee, notWith: ['mia'] }] }, ['kept-apart']],
  ['the mentor does not want the mentee', { mentors: [{ ...mentor, notWith: ['ada'] }] }, ['kept-apart']],
  ['it did not work before', facts({ failed: [['mia', 'ada']] }), ['failed-before']],
  ['one declined before', facts({ declined: [['ada', 'mia']] }), ['declined-before']],
  [
    'the mentor assesses the mentee',
    facts({ assessments: [{ assessorId: 'mia', assessedId: 'ada' }] }),
    ['assessor-of-mentee'],
  ],
  ['the mentee assesses the mentor', facts({ assessments: [{ assessorId: 'ada', assessedId: 'mia' }] }), []],
  ['the programme bars the pair', facts({ barred: [{ menteeId: 'ada', mentorId: 'mia' }] }), ['barred-by-programme']],
  ['the mentee is not briefed', { mentees: [{ ...mentee, trained: false }] }, ['mentee-untrained']],
  ['the mentor is not trained', { mentors: [{ ...mentor, trained: false }] }, ['mentor-untrained']],
  ['the mentee pauses', { mentees: [{ ...mentee, active: false }] }, ['mentee-inactive']],
  ['the mentor pauses', { mentors: [{ ...mentor, active: false }] }, ['mentor-inactive']],
  ['the mentor has no place', { mentors: [{ ...mentor, places: 0 }] }, ['no-places']],
  ['the mentor is no candidate', { candidates: [{ menteeId: 'ada', mentorIds: [] }] }, ['not-a-candidate']],
  ['only who ranks each other', { policy: { ...policyFor('stable'), unranked: 'never' } }, ['not-ranked']],
  [
    'two reasons at once',
    { mentors: [{ ...mentor, trained: false }], ...facts({ failed: [['ada', 'mia']] }) },
    ['failed-before', 'mentor-untrained'],
  ],
]

test.each(cases)('%s', (_, change, codes) => {
  expect(codesOf(change)).toEqual(codes)
})

test('every code is among these cases', () => {
  expect(new Set(cases.flatMap(([, , codes]) => codes))).toEqual(new Set(Object.keys(exclusionCodes)))
})
