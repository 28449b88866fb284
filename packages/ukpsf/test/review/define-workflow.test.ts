import { expect, test } from 'vitest'
import { defineWorkflow } from '../../src/review/define-workflow.ts'
import type { WorkflowInput } from '../../src/review/workflow.ts'
import { input, track } from './example-workflow.ts'

const refusal = (changes: object) => defineWorkflow({ ...input, ...changes } as WorkflowInput).refusal
const fellow = (changes: object) => ({ tracks: { fellow: { ...track, ...changes } } })
const sample = (share: number, borderline = false) => ({ share, borderline })

test('not-the-applicant leads the rules and cannot be left out', () => {
  for (const conflicts of [[], ['not-a-referee', 'not-the-mentor'], ['not-the-applicant']] as const) {
    expect(defineWorkflow({ ...input, conflicts }).value?.conflicts[0]).toBe('not-the-applicant')
  }
  expect(defineWorkflow({ ...input, conflicts: ['not-the-mentor', 'not-the-mentor'] }).value?.conflicts).toHaveLength(2)
})

test.each([
  ['two who differ, and nothing settles it', { onSplit: [] }, 'split'],
  ['an even number, and only a majority', { onSplit: [{ kind: 'majority' }] }, 'split'],
  [
    'an odd number, and more than two things to recommend',
    { ...fellow({ reviewers: { count: 3, external: 0 } }), onSplit: [{ kind: 'majority' }] },
    'split',
  ],
  ['a meeting that may not agree', { onSplit: [{ kind: 'meeting' }] }, 'split'],
  ['no resubmission left, and nothing else to recommend', { notAwarded: false }, 'judging'],
  ['no referral and no refusal', { notAwarded: false, referral: 'none' }, 'judging'],
  ['a sample, and nobody from outside', fellow({ sample: sample(0.1) }), 'appointing-reader'],
  ['borderline claims, and nobody from outside', fellow({ sample: sample(0, true) }), 'appointing-reader'],
  [
    'one from outside who reviews, and a sample',
    { ...fellow({ reviewers: { count: 2, external: 1 }, sample: sample(1) }), externals: 1 },
    'appointing-reader',
  ],
  ['a reviewer from outside, and none appointed', fellow({ reviewers: { count: 2, external: 1 } }), 'assigning'],
  [
    'a moderator from outside, and none appointed',
    { onSplit: [{ kind: 'moderators', count: 1, external: 1 }] },
    'appointing-moderators',
  ],
  [
    'a panel that sends back to nobody',
    { onSplit: [{ kind: 'most-cautious' }], ratification: { quorum: 1, external: 0, mayReturn: true } },
    'sent-back',
  ],
  ['a pool of one', { pool: [{ unit: 'law', holds: 'none', people: 1 }] }, 'assigning'],
  [
    'a pool for reviewers, not for moderators',
    { pool: [{ unit: 'law', holds: 'none', people: 3 }] },
    'appointing-moderators',
  ],
  [
    'a pool in one unit',
    { conflicts: ['not-the-same-unit'], pool: [{ unit: 'law', holds: 'fellow', people: 90 }] },
    'assigning',
  ],
  [
    'a pool that does not hold the category',
    { conflicts: ['holds-the-category'], pool: [{ unit: 'law', holds: 'associate', people: 90 }] },
    'assigning',
  ],
  [
    'a pool for one round of new reviewers',
    {
      ...fellow({}),
      conflicts: ['holds-the-category'],
      referral: { ...(input.referral as object), reviewers: 'new' },
      pool: [{ unit: 'law', holds: 'fellow', people: 3 }],
    },
    'assigning',
  ],
])('is refused for %s', (_, changes, state) => {
  const found = refusal(changes)
  expect(found).toMatchObject({ code: 'dead-end' })
  expect(found?.message).toContain(`'${state}'`)
})

test.each([
  ['one reviewer never differs', { ...fellow({ reviewers: { count: 1, external: 0 } }), onSplit: [] }],
  [
    'an odd number and two things to recommend',
    { ...fellow({ reviewers: { count: 3, external: 0 } }), onSplit: [{ kind: 'majority' }], referral: 'none' },
  ],
  ['a meeting and then the most cautious', { onSplit: [{ kind: 'meeting' }, { kind: 'most-cautious' }] }],
  ['a sample and one from outside', { ...fellow({ sample: sample(0.1) }), externals: 1 }],
  [
    'no level is borderline and one reviewer cannot differ',
    {
      ...fellow({ reviewers: { count: 1, external: 0 }, sample: sample(0, true) }),
      scale: [
        { id: 'met', passes: true },
        { id: 'not', passes: false },
      ],
    },
  ],
  ['a pool that is just large enough', { pool: [{ unit: 'law', holds: 'none', people: 4 }] }],
  [
    'a pool of two units that is just large enough',
    {
      conflicts: ['not-the-same-unit', 'not-the-mentor'],
      pool: [
        { unit: 'law', holds: 'none', people: 4 },
        { unit: 'art', holds: 'none', people: 4 },
      ],
    },
  ],
])('is accepted where %s', (_, changes) => {
  expect(refusal(changes)).toBeUndefined()
})

test.each([
  ['tracks', {}, 'incomplete-workflow', 'tracks'],
  ['tracks', { knight: track }, 'incomplete-workflow', 'tracks.knight'],
  [
    'tracks',
    { fellow: { ...track, reviewers: { count: 1, external: 2 } } },
    'impossible-workflow',
    'tracks.fellow.reviewers',
  ],
  [
    'tracks',
    { fellow: { ...track, reviewers: { count: 0, external: 0 } } },
    'incomplete-workflow',
    'tracks.fellow.reviewers',
  ],
  [
    'tracks',
    { fellow: { ...track, reviewers: { count: 8, external: 0 } } },
    'incomplete-workflow',
    'tracks.fellow.reviewers',
  ],
  ['tracks', { fellow: { ...track, sample: sample(1.1) } }, 'impossible-workflow', 'tracks.fellow.sample.share'],
  ['tracks', { fellow: { ...track, sample: sample(Number.NaN) } }, 'impossible-workflow', 'tracks.fellow.sample.share'],
  [
    'tracks',
    { fellow: { ...track, referees: { count: -1, rules: [] } } },
    'impossible-policy',
    'tracks.fellow.referees.count',
  ],
  ['conflicts', ['not-a-friend'], 'incomplete-workflow', 'conflicts[0]'],
  ['conflicts', undefined, 'incomplete-workflow', 'conflicts'],
  ['scale', [{ id: 'met', passes: true }], 'impossible-workflow', 'scale'],
  [
    'scale',
    [
      { id: 'a', passes: true },
      { id: 'a', passes: false },
    ],
    'impossible-workflow',
    'scale[1]',
  ],
  ['scale', [{ id: 'a' }], 'incomplete-workflow', 'scale[0].passes'],
  ['onSplit', [{ kind: 'coin' }], 'incomplete-workflow', 'onSplit[0]'],
  ['onSplit', [{ kind: 'moderators', count: 1, external: 2 }], 'impossible-workflow', 'onSplit[0]'],
  ['referral', { windows: [], resubmissionsMax: 1, reviewers: 'same' }, 'incomplete-workflow', 'referral.windows'],
  [
    'referral',
    { windows: [{ kind: 'a', within: { days: 1 } }], resubmissionsMax: 0, reviewers: 'same' },
    'impossible-workflow',
    'referral.resubmissionsMax',
  ],
  [
    'referral',
    { windows: [{ kind: 'a', within: { days: 0 } }], resubmissionsMax: 1, reviewers: 'same' },
    'incomplete-workflow',
    'referral.windows[0].within',
  ],
  [
    'referral',
    { windows: [{ kind: 'a', within: { days: 1 } }], resubmissionsMax: 1 },
    'incomplete-workflow',
    'referral.reviewers',
  ],
  ['onDisagreement', { kind: 'shout' }, 'incomplete-workflow', 'onDisagreement'],
  ['ratification', { quorum: 1, external: 2, mayReturn: false }, 'impossible-workflow', 'ratification'],
  ['clocks', { judgeWithin: { hours: 1 } }, 'incomplete-workflow', 'clocks.judgeWithin'],
  ['clocks', { napWithin: { days: 1 } }, 'incomplete-workflow', 'clocks.napWithin'],
  ['pool', [{ unit: '', holds: 'none', people: 1 }], 'incomplete-workflow', 'pool[0]'],
  ['externals', -1, 'incomplete-workflow', 'externals'],
  ['doubleBlind', 'yes', 'incomplete-workflow', 'doubleBlind'],
  ['id', ' ', 'incomplete-workflow', 'id'],
])('refuses %s %j', (field, value, code, path) => {
  expect(refusal({ [field]: value })).toMatchObject({ code, path })
})

test('what is no workflow at all is refused, not thrown at', () => {
  for (const odd of [undefined, null, 3, 'x', []])
    expect(defineWorkflow(odd as never).refusal?.code).toBe('incomplete-workflow')
})
