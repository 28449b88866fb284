import {
  advanceDraft,
  type DraftStep,
  draftMatch,
  explainPair,
  type MatchDraft,
  type MatchInput,
  match,
  type RefusalCode,
  type Result,
  rerunAfterDeclines,
  type ScoreRule,
} from '../../src/index.ts'

const mentee = { personId: 'ada', trained: true, answers: {} }
const mentor = { personId: 'mia', trained: true, places: 1, answers: {} }
const pair = { menteeId: 'ada', mentorId: 'mia' }
const policy = { version: '1', objective: 'most-matched' as const, rules: [], menteeShare: 0.5 }
const input: MatchInput = { mentees: [mentee], mentors: [mentor], policy, seed: 'spring' }
const given: ScoreRule = { id: 'talk', kind: 'given', side: 'mentor', weight: 1 }
const gender: ScoreRule = {
  id: 'n',
  kind: 'same',
  side: 'mentee',
  weight: 1,
  menteeQuestion: 'a',
  mentorQuestion: 'gender',
}
const many = (prefix: string) => Array.from({ length: 5000 }, (_, at) => `${prefix}${at}`)

function run() {
  const matched = match(input)
  if ('refusal' in matched) throw new Error(matched.refusal.message)
  return matched.value.run
}

function drafted(...steps: readonly DraftStep[]): Result<MatchDraft> {
  return steps.reduce<Result<MatchDraft>>(
    (draft, step) => ('value' in draft ? advanceDraft(draft.value, step) : draft),
    draftMatch(run(), { by: 'kim', on: '2026-02-02' }),
  )
}

const submit = { type: 'submit', by: 'kim', on: '2026-02-02' } as const
const approve = { type: 'approve', by: 'lee', on: '2026-02-03' } as const
const publish = { type: 'publish', by: 'kim', on: '2026-02-04' } as const
const managed = { ...input, facts: { lines: [{ personId: 'ada', reportsTo: 'mia' }] } }

/** What matching refuses, each code once. */
export const matchingRefusals: Readonly<Partial<Record<RefusalCode, Result<unknown>>>> = {
  'seed-missing': match({ ...input, seed: undefined as never }),
  'match-policy-not-usable': match({ ...input, policy: { ...policy, menteeShare: 2 } }),
  'protected-characteristic': match({ ...input, policy: { ...policy, rules: [gender] } }),
  'application-twice': match({ ...input, mentees: [mentee, mentee] }),
  'places-not-usable': match({ ...input, mentors: [{ ...mentor, places: 0.5 }] }),
  'score-not-usable': match({
    ...input,
    policy: { ...policy, rules: [given] },
    given: [{ ruleId: 'talk', ...pair, score: -1 }],
  }),
  'candidates-twice': match({ ...input, candidates: [1, 2].map(() => ({ menteeId: 'ada', mentorIds: [] })) }),
  'pin-of-stranger': match({ ...input, pins: [{ ...pair, mentorId: 'nobody' }] }),
  'pins-contradict': match({ ...input, mentors: [{ ...mentor, places: 0 }], pins: [pair] }),
  'pin-excluded': match({ ...input, pins: [pair], facts: { keptApart: [['mia', 'ada']] } }),
  'too-many-pairs': match({
    ...input,
    mentees: many('e').map((personId) => ({ ...mentee, personId })),
    mentors: many('o').map((personId) => ({ ...mentor, personId })),
  }),
  'not-an-applicant': explainPair(input, { ...pair, menteeId: 'zoe' }, 'coordinator'),
  'not-in-run': rerunAfterDeclines(input, run(), [{ ...pair, menteeId: 'zoe' }]),
  'draft-step-not-allowed': drafted(approve),
  'approver-made-it': drafted(submit, { ...approve, by: 'kim' }),
  'pair-excluded-since': drafted(submit, approve, { ...publish, inputToday: managed }),
}
