import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type EvidenceMapping, mapEvidence } from '../src/map-evidence.ts'
import { missingOutcomes } from '../src/missing-outcomes.ts'
import { outcomesOf, requireSet } from '../src/outcome-requirement.ts'
import { completeSet, handbook, openSet, version } from './samples.ts'

const whole = version('1', {
  outcomes: (['value', 'core', 'specialist'] as const).map((group) => requireSet(completeSet(group, group), handbook)),
})
const codes = whole.outcomes.flatMap(outcomesOf).map(({ code }) => code)
const allMapped: readonly EvidenceMapping[] = codes.map((outcome) => ({ outcome, evidenceIds: ['e1'] }))

test('all outcomes of all three groups with evidence: covered', () => {
  const { value } = mapEvidence(whole, allMapped)
  expect([value?.state, value?.groups.map(({ state }) => state)]).toEqual([
    'covered',
    ['covered', 'covered', 'covered'],
  ])
})

test.each(codes)('without evidence for %s alone, its group and the whole are not covered', (code) => {
  const { value } = mapEvidence(
    whole,
    allMapped.filter(({ outcome }) => outcome !== code),
  )
  expect(value?.state).toBe('not-covered')
  expect(value?.groups.filter(({ state }) => state !== 'covered').map(({ group }) => group)).toEqual([
    code.split(':')[0],
  ])
})

test('an open list cannot be checked when all that is known is covered, and not covered when it is not', () => {
  const half = version('1')
  const mapped = half.outcomes.flatMap(outcomesOf).map(({ code }) => ({ outcome: code, evidenceIds: ['e1'] }))
  expect(mapEvidence(half, mapped).value?.state).toBe('cannot-be-checked')
  const specialistGroup = mapEvidence(half, mapped).value?.groups[2]
  expect([specialistGroup?.state, specialistGroup?.toBeLoaded]).toEqual([
    'cannot-be-checked',
    missingOutcomes(half)[0]?.sentence,
  ])
  const less = mapEvidence(half, mapped.slice(0, -1)).value
  expect([less?.state, less?.groups[2]?.state]).toEqual(['not-covered', 'not-covered'])
})

test('a list of which nothing is known cannot be checked', () => {
  const empty = version('1', {
    outcomes: [...version('1').outcomes.slice(0, 2), requireSet(openSet('none', 'specialist'), handbook)],
  })
  expect(mapEvidence(empty, []).value?.groups[2]).toMatchObject({ state: 'cannot-be-checked', outcomes: [] })
})

test('mappings to one outcome add up, each evidence once, in the order given; none covers nothing', () => {
  const [code = ''] = codes
  const { value } = mapEvidence(whole, [
    { outcome: code, evidenceIds: ['b', 'a'] },
    { outcome: code, evidenceIds: [] },
    { outcome: code, evidenceIds: ['a', 'c'] },
    { outcome: codes[1] ?? '', evidenceIds: [] },
  ])
  expect(value?.groups[0]?.outcomes).toMatchObject([
    { state: 'covered', evidenceIds: ['b', 'a', 'c'] },
    { state: 'not-covered' },
  ])
  expect(value?.groups[0]?.outcomes[1]).not.toHaveProperty('evidenceIds')
})

test('what every mapping gives agrees with a count by hand', () => {
  const mapping = fc.record({
    outcome: fc.constantFrom(...codes),
    evidenceIds: fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 2 }),
  })
  fc.assert(
    fc.property(
      fc.array(mapping, { maxLength: 14 }),
      fc.subarray(['value', 'core', 'specialist'] as const),
      (mappings, open) => {
        const required = (['value', 'core', 'specialist'] as const).map((group) =>
          requireSet(open.includes(group) ? openSet(group, group, 2) : completeSet(group, group), handbook),
        )
        const { value } = mapEvidence(version('1', { outcomes: required }), mappings)
        const has = (code: string) =>
          mappings.some(({ outcome, evidenceIds }) => outcome === code && evidenceIds.length > 0)
        for (const group of value?.groups ?? []) {
          const lacking = [`${group.group}:1`, `${group.group}:2`].filter((code) => !has(code))
          const isOpen = open.some((each) => each === group.group)
          expect(group.state).toBe(lacking.length > 0 ? 'not-covered' : isOpen ? 'cannot-be-checked' : 'covered')
          expect(group.toBeLoaded !== undefined).toBe(isOpen)
          for (const covered of group.outcomes) {
            const ids = mappings
              .filter(({ outcome }) => outcome === covered.outcome.code)
              .flatMap(({ evidenceIds }) => evidenceIds)
            expect(covered.state === 'covered' ? [...covered.evidenceIds].sort() : []).toEqual([...new Set(ids)].sort())
          }
        }
        expect(value?.state).toBe(!codes.every(has) ? 'not-covered' : open.length > 0 ? 'cannot-be-checked' : 'covered')
      },
    ),
  )
})

test('an outcome that the version does not know is refused, and open lists are named', () => {
  const stray = [{ outcome: 'our:1', evidenceIds: ['e'] }]
  expect(mapEvidence(whole, stray).refusal).toEqual({
    code: 'unknown-outcome',
    message: '"our:1" is no outcome of version "1": correct the code.',
    path: 'mappings[0].outcome',
  })
  expect(mapEvidence(version('1'), stray).refusal?.message).toContain('load it first (still open: specialist)')
})

test('an empty evidence id is refused', () => {
  const { refusal } = mapEvidence(whole, [{ outcome: codes[0] ?? '', evidenceIds: ['e', ' '] }])
  expect([refusal?.code, refusal?.path]).toEqual(['blank-text', 'mappings[0].evidenceIds[1]'])
})

test('no answer holds a word of judgement', () => {
  const said = JSON.stringify([mapEvidence(whole, allMapped), mapEvidence(whole, [])])
  expect(said).not.toMatch(/\b(met|pass(ed)?|fail(ed)?|achieved|satisf\w+|competent)\b/i)
})
