import fc from 'fast-check'
import { expect, test } from 'vitest'
import { defineScheme } from '../src/define-scheme.ts'
import { type LoadClaim, loadOutcomes } from '../src/load-outcomes.ts'
import { missingOutcomes } from '../src/missing-outcomes.ts'
import type { Outcome, OutcomeGroup } from '../src/outcome.ts'
import { outcomesOf, requireSet } from '../src/outcome-requirement.ts'
import type { SchemeVersion } from '../src/scheme.ts'
import { theoryAndPractice } from '../src/schemes/theory-and-practice.ts'
import { completeSet, handbook, openSet, outcome, scheme, version } from './samples.ts'

const [award] = theoryAndPractice.versions
const specialist = (n: number) => outcome(`our:${n}`, 'specialist')

/** A version of which any group may be open, with some published outcomes or none. */
const anyVersion: fc.Arbitrary<SchemeVersion> = fc
  .tuple(
    ...(['value', 'core', 'specialist'] as const).map((group) =>
      fc.record({ group: fc.constant(group), open: fc.boolean(), count: fc.integer({ min: 1, max: 3 }) }),
    ),
  )
  .map((groups) =>
    version('1', {
      outcomes: groups.map(({ group, open, count }) =>
        requireSet(
          open ? openSet(`set-${group}`, group, count - 1) : completeSet(`set-${group}`, group, count),
          handbook,
        ),
      ),
    }),
  )

/** What somebody may try to load: codes of their own, codes already given, codes of published sets. */
const anyOutcome: fc.Arbitrary<Outcome> = fc
  .tuple(
    fc.constantFrom('our:1', 'our:2', 'our:3', 'our:4', 'our:5', 'our:6', 'our:7', 'set-value:1', 'seda-core:1'),
    fc.constantFrom<OutcomeGroup>('value', 'core', 'specialist'),
  )
  .map(([code, group]) => outcome(code, group))
const anyLoads = fc.array(
  fc.tuple(fc.array(anyOutcome, { maxLength: 3 }), fc.constantFrom<LoadClaim>('completes-the-list', 'more-to-come')),
  { minLength: 1, maxLength: 4 },
)

test('any loads, one after another: nothing published changes, nothing loaded is lost, a refusal changes nothing', () => {
  let accepted = 0
  let refused = 0
  fc.assert(
    fc.property(anyVersion, anyLoads, (start, loads) => {
      const frozen = JSON.stringify(start)
      let current = start
      const kept: Outcome[] = []
      const closed = new Set(start.outcomes.filter(({ state }) => state === 'published').map(({ set }) => set.group))
      for (const [outcomes, claim] of loads) {
        const codes = [...current.outcomes.flatMap(outcomesOf), ...outcomes].map(({ code }) => code)
        const sound =
          outcomes.length > 0 &&
          outcomes.every(({ code, group }) => code.startsWith('our:') && !closed.has(group)) &&
          new Set(codes).size === codes.length
        const result = loadOutcomes(current, outcomes, claim)
        expect(result.value !== undefined).toBe(sound)
        if (result.value === undefined) {
          refused += 1
          continue
        }
        accepted += 1
        current = result.value
        kept.push(...outcomes)
        if (claim === 'completes-the-list') for (const { group } of outcomes) closed.add(group)
      }
      expect(JSON.stringify(start)).toBe(frozen)
      expect(current.outcomes.map(({ set }) => set)).toEqual(start.outcomes.map(({ set }) => set))
      for (const { set, loaded } of current.outcomes) {
        expect(loaded).toEqual(kept.filter(({ group }) => group === set.group))
      }
      const open = start.outcomes.map(({ set }) => set.group).filter((group) => !closed.has(group))
      expect(missingOutcomes(current).map(({ group }) => group)).toEqual(open)
      expect(defineScheme(scheme([current])).refusal).toBeUndefined()
    }),
    { numRuns: 500 },
  )
  expect(Math.min(accepted, refused)).toBeGreaterThan(100)
})

test('both lists of the award can be loaded at once, and then nothing is missing', () => {
  const rest = [outcome('our-values:3', 'value'), specialist(1), specialist(2)]
  const loaded = loadOutcomes(award, rest, 'completes-the-list').value
  expect(loaded?.outcomes.map(({ state }) => state)).toEqual(['loaded', 'published', 'loaded'])
  expect(loaded && missingOutcomes(loaded)).toEqual([])
})

test('a group of which nothing is given stays as it was', () => {
  const loaded = loadOutcomes(award, [specialist(1)], 'completes-the-list').value
  expect(loaded?.outcomes[0]).toBe(award.outcomes[0])
})

test.each([
  ['nothing', [], 'outcomes-missing', 'outcomes'],
  [
    'a core outcome, whose list is whole',
    [specialist(1), outcome('our:2', 'core')],
    'group-complete',
    'outcomes[1].group',
  ],
  ['a code of the set itself', [outcome('seda-action-research:1', 'specialist')], 'code-reserved', 'outcomes[0].code'],
  ['a code of a set beside it', [outcome('seda-core:5', 'specialist')], 'code-reserved', 'outcomes[0].code'],
  [
    'a value of the later edition into the earlier',
    [outcome('seda-values-2014:3', 'value')],
    'code-reserved',
    'outcomes[0].code',
  ],
  ['one code twice', [specialist(1), outcome('our:1', 'value')], 'duplicate-code', 'outcomes[1].code'],
  ['a group that is none', [{ ...specialist(1), group: 'skill' as never }], 'unknown-group', 'outcomes[0].group'],
  ['a bare code', [{ ...specialist(1), code: 'AR1' }], 'code-unqualified', 'outcomes[0].code'],
  ['no title', [{ ...specialist(1), title: '' }], 'blank-text', 'outcomes[0].title'],
  ['no source', [{ ...specialist(1), source: '' }], 'blank-text', 'outcomes[0].source'],
  [
    'an unknown certainty',
    [{ ...specialist(1), certainty: 'sure' as never }],
    'unknown-certainty',
    'outcomes[0].certainty',
  ],
] as const)('loading %s is refused', (_, outcomes, code, path) => {
  const { refusal } = loadOutcomes(award, outcomes, 'more-to-come')
  expect([refusal?.code, refusal?.path]).toEqual([code, path])
})

test('a second load of the same outcome is refused and names its place in what was given', () => {
  const loaded = loadOutcomes(award, [specialist(1)], 'more-to-come').value ?? award
  const { refusal } = loadOutcomes(loaded, [specialist(2), specialist(1)], 'more-to-come')
  expect([refusal?.code, refusal?.path]).toEqual(['duplicate-code', 'outcomes[1].code'])
})

test('a version that lacks a group, which no scheme can, has no place for it', () => {
  const bare = version('1', { outcomes: [] })
  expect(loadOutcomes(bare, [specialist(1)], 'more-to-come').refusal?.code).toBe('group-missing')
})
