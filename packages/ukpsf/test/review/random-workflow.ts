import fc from 'fast-check'
import type { Category } from '../../src/fellowship/category.ts'
import { conflictRules } from '../../src/review/conflict.ts'
import type { SplitStage, WorkflowInput } from '../../src/review/workflow.ts'

const headcount = (max: number) =>
  fc
    .integer({ min: 1, max })
    .chain((count) =>
      fc.record({ count: fc.constant(count), external: fc.integer({ min: 0, max: Math.min(1, count) }) }),
    )

const stage: fc.Arbitrary<SplitStage> = fc.oneof(
  fc.constant({ kind: 'majority' as const }),
  fc.constant({ kind: 'meeting' as const }),
  fc.constant({ kind: 'most-cautious' as const }),
  headcount(2).map((people) => ({ kind: 'moderators' as const, ...people })),
)

const often = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 2 })

/** Workflows whose fields are sound, and which may have dead ends. */
export const randomWorkflow = (reviewersMax: number): fc.Arbitrary<WorkflowInput> =>
  fc
    .record({
      category: fc.constantFrom<Category>('fellow', 'principal'),
      reviewers: headcount(reviewersMax),
      share: fc.constantFrom(0, 0, 0.25, 1),
      borderline: fc.boolean(),
      refereeCount: fc.integer({ min: 0, max: 2 }),
      conflicts: fc.subarray([...conflictRules]),
      wavers: fc.boolean(),
      adminCheck: fc.boolean(),
      onSplit: fc.array(stage, { maxLength: 3 }),
      notAwarded: fc.boolean(),
      windows: fc.constantFrom(['minor'], ['minor', 'major']),
      resubmissionsMax: fc.integer({ min: 1, max: 2 }),
      same: fc.constantFrom<'same' | 'new'>('same', 'new'),
      refers: fc.boolean(),
      onDisagreement: fc.oneof(
        fc.constant({ kind: 'noted' as const }),
        headcount(2).map((people) => ({ kind: 'moderators' as const, ...people })),
      ),
      externals: fc.integer({ min: 0, max: 5 }),
      panel: often(
        fc.record({ quorum: fc.integer({ min: 1, max: 3 }), external: fc.constant(0), mayReturn: fc.boolean() }),
      ),
      pool: often(
        fc.array(
          fc.record({
            unit: fc.constantFrom('history', 'physics', 'law'),
            holds: fc.constantFrom<Category | 'none'>('none', 'fellow', 'principal', 'principal'),
            people: fc.integer({ min: 0, max: 8 }),
          }),
          { minLength: 1, maxLength: 4 },
        ),
      ),
    })
    .map((random) => ({
      id: 'random',
      title: 'Random',
      tracks: {
        [random.category]: {
          reviewers: random.reviewers,
          sample: { share: random.share, borderline: random.borderline },
          referees: { count: random.refereeCount, rules: [] },
        },
      },
      conflicts: random.conflicts,
      scale: [
        { id: 'met', passes: true },
        { id: 'just-met', passes: true, borderline: random.wavers },
        { id: 'not-met', passes: false },
      ],
      doubleBlind: false,
      adminCheck: random.adminCheck,
      onSplit: random.onSplit,
      notAwarded: random.notAwarded,
      referral: random.refers
        ? {
            windows: random.windows.map((kind) => ({ kind, within: { months: 1 } })),
            resubmissionsMax: random.resubmissionsMax,
            reviewers: random.same,
          }
        : 'none',
      onDisagreement: random.onDisagreement,
      externals: random.externals,
      ratification: random.panel ?? 'none',
      clocks: {},
      ...(random.pool === undefined ? {} : { pool: random.pool }),
    }))
