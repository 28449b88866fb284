import { expect, test } from 'vitest'
import { history, type Inquiries, measureInquiry, type Said } from '../inquiry.ts'
import { foldNaively } from '../peers/naive-fold.ts'

/** A package that says yes to everything, and folds to nothing. */
const idle: Inquiries = {
  actionResearch: () => ({
    initialState: { status: 'not-begun' },
    decide: (command) => ({ events: [command] }),
    evolve: (state) => state,
  }),
  fold: (decider) => decider.initialState,
  restore: () => ({}),
}

test('a history has the length asked for, and is the same each time', () => {
  expect(history(idle, 1000)).toHaveLength(1000)
  expect(history(idle, 100)).toEqual(history(idle, 100))
})

test('a refusal on the way breaks the bench with what it says', () => {
  const strict = {
    actionResearch: () => ({ ...idle.actionResearch(), decide: () => ({ refusal: { message: 'not today' } }) }),
  }
  expect(() => history(strict, 10)).toThrow('BeginInquiry: not today')
})

test('the bench does not take a package that folds nothing for a fast one', async () => {
  await expect(measureInquiry(idle, { quick: true, say: () => {} })).rejects.toThrow('the history was not folded')
})

test('the naive peer folds what it is given', () => {
  const events: readonly Said[] = [
    { type: 'CycleBegun', cycle: 'c1', on: '2026-01-12', learning: [] },
    { type: 'FacetBegun', cycle: 'c1', facet: 'plan', on: '2026-01-15' },
    { type: 'FacetEnded', cycle: 'c1', facet: 'plan', on: '2026-01-31' },
    { type: 'CycleClosed', cycle: 'c1', on: '2026-04-30' },
  ]
  expect(foldNaively(events)).toMatchObject({
    cycles: [{ id: 'c1', status: 'closed', facets: [{ facet: 'plan', from: '2026-01-15', to: '2026-01-31' }] }],
  })
})
