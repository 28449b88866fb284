import { expect, test } from 'vitest'
import { defineWorkflow } from '../../src/review/define-workflow.ts'
import { completePreset, type PresetDecisions, stillToDecide } from '../../src/review/preset.ts'
import { workflowPresets } from '../../src/review/presets.ts'

const decisions: PresetDecisions = {
  id: 'ours-1',
  title: 'Ours',
  eachTrack: {
    reviewers: { count: 2, external: 0 },
    sample: { share: 0, borderline: false },
    referees: { count: 2, rules: [] },
  },
  tracks: { fellow: {}, principal: {} },
  conflicts: ['not-the-line-manager'],
  scale: [
    { id: 'met', passes: true },
    { id: 'not-met', passes: false },
  ],
  doubleBlind: false,
  adminCheck: false,
  onSplit: [{ kind: 'moderators', count: 1, external: 0 }],
  notAwarded: true,
  referral: { windows: [{ kind: 'minor', within: { days: 10 } }], resubmissionsMax: 1, reviewers: 'new' },
  onDisagreement: { kind: 'noted' },
  externals: 1,
  ratification: { quorum: 3, external: 0, mayReturn: false },
  clocks: {},
}

test('every preset says where it is from, how sure it is, and is no workflow yet', () => {
  expect(workflowPresets.map((preset) => preset.id)).toEqual([
    'one-resubmission',
    'external-reader',
    'double-blind',
    'two-panels',
    'three-levels',
    'never-the-mentor',
  ])
  for (const preset of workflowPresets) {
    expect(preset).toMatchObject({ certainty: '1', readOn: '2026-11-24' })
    expect(preset.source).toMatch(/^(a public page|public guidance) /)
    expect(preset.stillToDecide.length).toBeGreaterThan(5)
    expect(preset.stillToDecide).toEqual(stillToDecide(preset.given))
    expect(defineWorkflow(completePreset(preset, { id: 'x', title: 'X' })).refusal?.code).toBe('incomplete-workflow')
  }
})

test('every preset becomes a workflow once the rest is decided', () => {
  for (const preset of workflowPresets) {
    expect(stillToDecide(preset.given, decisions)).toEqual([])
    const { value, refusal } = defineWorkflow(completePreset(preset, decisions))
    expect([preset.id, refusal?.message]).toEqual([preset.id, undefined])
    expect(value?.conflicts).toEqual(
      expect.arrayContaining(['not-the-line-manager', ...(preset.given.conflicts ?? [])]),
    )
  }
})

test('what is left open is refused one by one, at its path', () => {
  for (const preset of workflowPresets) {
    for (const field of [
      'scale',
      'doubleBlind',
      'onSplit',
      'notAwarded',
      'onDisagreement',
      'externals',
      'referral',
    ] as const) {
      const { [field]: left, ...rest } = decisions
      const open = stillToDecide(preset.given, rest as PresetDecisions)
      const { refusal } = defineWorkflow(completePreset(preset, rest as PresetDecisions))
      expect([preset.id, field, refusal?.path?.startsWith(field) ?? false]).toEqual([preset.id, field, open.length > 0])
      for (const path of open) expect(path).toMatch(new RegExp(`^${field}`))
    }
  }
})

test('a decision goes before the page, and what the page says of one category before what it says of all', () => {
  const [mentor] = workflowPresets.filter((preset) => preset.id === 'never-the-mentor')
  if (!mentor) throw new TypeError('no preset')
  const bare = completePreset(mentor, { id: 'x', title: 'X', tracks: { fellow: {}, senior: {} } })
  expect(bare.tracks.fellow?.reviewers).toEqual({ count: 2 })
  expect(bare.tracks.senior?.reviewers).toEqual({ count: 3, external: 1 })
  const own = completePreset(mentor, { ...decisions, tracks: { senior: { reviewers: { count: 4 } } } })
  expect(own.tracks).toEqual({ senior: { ...decisions.eachTrack, reviewers: { count: 4, external: 0 } } })
  expect(own.referral).toEqual(decisions.referral)
  expect(stillToDecide(mentor.given)).toContain('tracks.*.reviewers.external')
})
