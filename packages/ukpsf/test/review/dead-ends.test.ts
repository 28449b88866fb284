import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Category, categories } from '../../src/fellowship/category.ts'
import { advanceReview } from '../../src/review/advance-review.ts'
import { allowedReviewSteps } from '../../src/review/allowed-review-steps.ts'
import { defineWorkflow } from '../../src/review/define-workflow.ts'
import type { Review } from '../../src/review/review.ts'
import { startReview } from '../../src/review/start-review.ts'
import type { Workflow, WorkflowInput } from '../../src/review/workflow.ts'
import { type Population, populationFor } from './population.ts'
import { opinionsOf, possibleSteps } from './possible-steps.ts'
import { randomWorkflow } from './random-workflow.ts'

const over = ['awarded', 'not-awarded', 'lapsed', 'withdrawn']
const begin = (flow: Workflow): { review: Review; population: Population } => {
  const category = Object.keys(flow.tracks)[0] as Category
  const population = populationFor(flow, category)
  const descriptor = `psf-2023:D${categories.indexOf(category) + 1}`
  const { applicant } = population
  const { value } = startReview(flow, { claimId: 'c1', descriptor, version: 'v1', applicant, on: '2026-01-05' })
  if (!value) throw new TypeError('not started')
  return { review: value, population }
}

/** Everything that can come after a state, without a withdrawal; nothing where the machine itself is at a loss. */
function after(review: Review, flow: Workflow, population: Population): readonly Review[] {
  return possibleSteps(review, flow, population).flatMap((step) => {
    if (step.type === 'withdraw') return []
    const { value } = advanceReview(review, flow, step)
    return value ?? []
  })
}

const keyOf = ({ submissions, rounds, lastOn, ...rest }: Review) =>
  JSON.stringify([rest, rounds.length, rounds.map((round) => round.reviewers.map((each) => each.id))])

/** Walks through every state of the real machine, with real people in it, and says whether one has no way to an end. */
function machineComesToAHalt(flow: Workflow): boolean {
  const { review, population } = begin(flow)
  const reached = new Map<string, Review>([[keyOf(review), review]])
  const back = new Map<string, string[]>()
  const ends: string[] = []
  const queue = [review]
  for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
    const key = keyOf(at)
    if (over.includes(at.state)) {
      ends.push(key)
      continue
    }
    for (const open of allowedReviewSteps(at, flow)) {
      if (!open.recommendations) continue
      const opinions = opinionsOf(at, open)
      if (!opinions.some((opinion) => opinion.judgements.some((judgement) => judgement.level === 'not-met')))
        return true
    }
    let next: readonly Review[]
    try {
      next = after(at, flow, population)
    } catch (error) {
      if (!(error instanceof TypeError)) throw error
      return true
    }
    if (next.length === 0) return true
    for (const each of next) {
      const nextKey = keyOf(each)
      back.set(nextKey, back.get(nextKey) ?? [])
      back.get(nextKey)?.push(key)
      if (reached.has(nextKey)) continue
      reached.set(nextKey, each)
      queue.push(each)
    }
  }
  const ending = new Set(ends)
  for (const key of ending) for (const before of back.get(key) ?? []) ending.add(before)
  return ending.size < reached.size
}

test('finds a dead end exactly where the machine, walked through with real people, has one', () => {
  const seen = { accepted: 0, refused: 0 }
  fc.assert(
    fc.property(randomWorkflow(2), (input) => {
      const { refusal } = defineWorkflow(input)
      if (refusal) expect(refusal.code).toBe('dead-end')
      seen[refusal ? 'refused' : 'accepted'] += 1
      const unchecked = { ...input, checked: true } as Workflow
      expect([refusal?.message, machineComesToAHalt(unchecked)]).toEqual([refusal?.message, refusal !== undefined])
    }),
    { numRuns: 120 },
  )
  expect(Math.min(seen.accepted, seen.refused)).toBeGreaterThan(10)
}, 120_000)

test('every random walk through a workflow that was accepted ends, or can go on to an end', () => {
  let ended = 0
  fc.assert(
    fc.property(randomWorkflow(3), fc.array(fc.nat(1000), { minLength: 40, maxLength: 40 }), (input, choices) => {
      const { value: flow } = defineWorkflow(input)
      if (!flow) return
      let { review, population } = begin(flow)
      for (const choice of choices) {
        if (over.includes(review.state)) break
        const next = after(review, flow, population)
        expect(next.length).toBeGreaterThan(0)
        review = next[choice % next.length] as Review
        expect(JSON.parse(JSON.stringify(review))).toEqual(review)
      }
      // Straight on from wherever chance has led: the last possibility, which neither returns nor sends back for ever.
      for (let left = 200; !over.includes(review.state) && left > 0; left -= 1) {
        const next = after(review, flow, population)
        review = next[left % next.length] as Review
      }
      expect(over).toContain(review.state)
      ended += 1
    }),
    { numRuns: 300 },
  )
  expect(ended).toBeGreaterThan(10)
}, 120_000)

test('a refusal names the state, and the way to it ends there', () => {
  fc.assert(
    fc.property(randomWorkflow(3), (input) => {
      const { refusal } = defineWorkflow(input)
      if (!refusal) return
      const [, state = ''] = /can come to '([a-z-]+)'/.exec(refusal.message) ?? []
      expect([
        'assigning',
        'judging',
        'meeting',
        'split',
        'appointing-moderators',
        'moderating',
        'appointing-reader',
        'sent-back',
      ]).toContain(state)
      expect(refusal.message).toMatch(new RegExp(`(→|there:) ${state}[^→]*\\.$`))
      expect(refusal.path).toBe(`tracks.${Object.keys(input.tracks)[0]}`)
    }),
    { numRuns: 400 },
  )
}, 60_000)

test('looks at every state of a large workflow in good time', () => {
  const input = fc.sample(randomWorkflow(2), { numRuns: 1, seed: 1 })[0] as WorkflowInput
  const referral = {
    windows: ['a', 'b', 'c', 'd'].map((kind) => ({ kind, within: { months: 1 } })),
    resubmissionsMax: 6,
    reviewers: 'new' as const,
  }
  const { value } = defineWorkflow({
    ...input,
    tracks: {
      principal: {
        reviewers: { count: 7, external: 1 },
        sample: { share: 0.5, borderline: true },
        referees: { count: 0, rules: [] },
      },
    },
    externals: 20,
    notAwarded: true,
    referral,
    onSplit: [{ kind: 'majority' }, { kind: 'meeting' }, { kind: 'moderators', count: 3, external: 1 }],
    onDisagreement: { kind: 'moderators', count: 3, external: 1 },
    ratification: { quorum: 3, external: 1, mayReturn: true },
    pool: [
      { unit: 'history', holds: 'principal', people: 60 },
      { unit: 'physics', holds: 'principal', people: 60 },
    ],
  })
  expect(value?.checked).toBe(true)
}, 20_000)
