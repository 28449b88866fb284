import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { MatchInput } from '../../../src/matching/input/match-input.ts'
import { advanceDraft, type DraftStep, draftMatch, type MatchDraft } from '../../../src/matching/publish/match-draft.ts'
import { rerunAfterDeclines } from '../../../src/matching/publish/rerun-after-declines.ts'
import { match } from '../../../src/matching/run/match.ts'
import { programme } from '../run/programme.ts'

const input: MatchInput = {
  mentees: [{ personId: 'ada', trained: true, answers: {} }],
  mentors: [{ personId: 'mia', trained: true, places: 1, answers: {} }],
  policy: { version: '1', objective: 'most-matched', rules: [], menteeShare: 0.5 },
  seed: 'spring',
}

function drafted(): MatchDraft {
  const matched = match(input)
  const draft = 'value' in matched ? draftMatch(matched.value.run, { by: 'kim', on: '2026-02-02' }) : matched
  if ('refusal' in draft) throw new Error(draft.refusal.message)
  return draft.value
}

function through(steps: readonly DraftStep[]): ReturnType<typeof advanceDraft> {
  return steps.reduce<ReturnType<typeof advanceDraft>>(
    (draft, step) => ('value' in draft ? advanceDraft(draft.value, step) : draft),
    { value: drafted() },
  )
}

const submit = { type: 'submit', by: 'kim', on: '2026-02-02' } as const
const approve = { type: 'approve', by: 'lee', on: '2026-02-03' } as const
const publish = { type: 'publish', by: 'kim', on: '2026-02-04', inputToday: input } as const
const sendBack = { type: 'send-back', by: 'lee', on: '2026-02-03' } as const

test('a run is published after somebody else approved it, and nothing is published before', () => {
  expect(through([submit, approve, publish])).toMatchObject({ value: { status: 'published', approved: { by: 'lee' } } })
  expect(through([submit, sendBack])).toMatchObject({ value: { status: 'draft' } })
  expect(through([submit, approve, sendBack])).toMatchObject({ value: { status: 'draft' } })
})

test.each<[string, readonly DraftStep[], string]>([
  ['publish a draft', [publish], 'draft-step-not-allowed'],
  ['publish without approval', [submit, publish], 'draft-step-not-allowed'],
  ['approve a draft', [approve], 'draft-step-not-allowed'],
  ['publish twice', [submit, approve, publish, publish], 'draft-step-not-allowed'],
  [
    'send a published one back',
    [submit, approve, publish, { ...sendBack, on: '2026-02-05' }],
    'draft-step-not-allowed',
  ],
  ['approve what one made', [submit, { ...approve, by: 'kim' }], 'approver-made-it'],
  ['approve before it was submitted', [submit, { ...approve, on: '2026-02-01' }], 'date-goes-back'],
  ['a day that is none', [{ ...submit, on: '2026-02-30' }], 'date-not-iso'],
  [
    'the mentor became the manager',
    [
      submit,
      approve,
      { ...publish, inputToday: { ...input, facts: { lines: [{ personId: 'ada', reportsTo: 'mia' }] } } },
    ],
    'pair-excluded-since',
  ],
  [
    'the mentor has no place any more',
    [
      submit,
      approve,
      { ...publish, inputToday: { ...input, mentors: input.mentors.map((each) => ({ ...each, places: 0 })) } },
    ],
    'pair-excluded-since',
  ],
  ['the mentor left', [submit, approve, { ...publish, inputToday: { ...input, mentors: [] } }], 'pair-excluded-since'],
])('it is refused to %s', (_, steps, code) => {
  expect(through(steps)).toMatchObject({ refusal: { code } })
})

test('after declines the rest stands, nobody meets whom they declined, and only the free pool is matched', () => {
  fc.assert(
    fc.property(programme(6, 'most-matched'), fc.integer({ min: 1, max: 7 }), (one, every) => {
      const first = match(one)
      if ('refusal' in first) throw new Error(first.refusal.message)
      const { pairs } = first.value.run
      const declined = pairs.filter((_, at) => at % every === 0)
      const again = rerunAfterDeclines(one, first.value.run, declined)
      if ('refusal' in again) throw new Error(again.refusal.message)
      const key = ({ menteeId, mentorId }: { menteeId: string; mentorId: string }) => `${menteeId} ${mentorId}`
      const made = new Set(again.value.run.pairs.map(key))
      for (const pair of pairs) expect(made.has(key(pair))).toBe(!declined.includes(pair))
      const pinned = again.value.run.pairs.filter((pair) => pair.pinned)
      expect(pinned).toHaveLength(pairs.length - declined.length)
    }),
    { numRuns: 200 },
  )
})

test('a decline of a pair that the run does not hold is refused', () => {
  const matched = match(input)
  if ('refusal' in matched) throw new Error(matched.refusal.message)
  expect(rerunAfterDeclines(input, matched.value.run, [{ menteeId: 'ada', mentorId: 'noa' }])).toMatchObject({
    refusal: { code: 'not-in-run' },
  })
})
