import { expect, test } from 'vitest'
import { outcomeSetFaults } from '../../src/outcome-set.ts'
import { sedaActionResearchOutcomes } from '../../src/seda/action-research.ts'
import { sedaCoreOutcomes } from '../../src/seda/core-outcomes.ts'
import { sedaAssessmentRules, sedaReviewInterval } from '../../src/seda/rules.ts'
import { sedaSetIds } from '../../src/seda/set-ids.ts'
import { sedaValues, sedaValuesBefore2014, sedaValuesSince2014 } from '../../src/seda/values.ts'

const sets = [...sedaValues, sedaCoreOutcomes, sedaActionResearchOutcomes]

test.each(sets)('$id is sound, and its id is reserved', (set) => {
  expect([...outcomeSetFaults(set, 'set')]).toEqual([])
  expect(sedaSetIds).toContain(set.id)
})

test('as many outcomes as are known, and where some are not, the set says so', () => {
  const counted = sets.map(({ id, listing, outcomes }) => [id, listing, outcomes.length])
  expect(counted).toEqual([
    ['seda-values-before-2014', 'open', 2],
    ['seda-values-2014', 'complete', 5],
    ['seda-core', 'complete', 4],
    ['seda-action-research', 'open', 0],
  ])
})

test('certainties are those of the pages that were read', () => {
  expect(
    [sedaValuesSince2014, sedaCoreOutcomes, sedaReviewInterval, ...sedaAssessmentRules].map(
      ({ certainty }) => certainty,
    ),
  ).toEqual(['2+', '2+', '2+', '2+', '2+'])
  expect([sedaValuesBefore2014, sedaActionResearchOutcomes].map(({ certainty }) => certainty)).toEqual(['1', '1'])
  for (const set of sets) for (const outcome of set.outcomes) expect(outcome.certainty).toBe(set.certainty)
})

test('titles are short and no title stands twice in a set', () => {
  for (const { outcomes } of sets) {
    const titles = outcomes.map(({ title }) => title)
    expect(new Set(titles).size).toBe(titles.length)
    for (const title of titles) expect(title.split(' ').length).toBeLessThanOrEqual(8)
  }
})
