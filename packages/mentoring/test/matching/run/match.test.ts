import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { MatchInput } from '../../../src/matching/input/match-input.ts'
import { type MatchObjective, matchObjectives } from '../../../src/matching/input/policy.ts'
import { marketSteps } from '../../../src/matching/run/market.ts'
import { match } from '../../../src/matching/run/match.ts'
import { noiseOf } from '../../../src/matching/run/preferences.ts'
import { drain } from '../solver/drain.ts'
import { programme } from './programme.ts'

const objectives = Object.keys(matchObjectives) as MatchObjective[]

/** Every matching of the eligible pairs of a small input, each as its list of pairs. */
function matchings(input: MatchInput): readonly (readonly number[])[] {
  const { pairs } = drain(marketSteps(input))
  const found: number[][] = []
  const left = [...pairs.capacity]
  const made: number[] = []
  const visit = (row: number): void => {
    if (row === pairs.rows) {
      found.push([...made])
      return
    }
    visit(row + 1)
    for (let at = pairs.start[row] ?? 0; at < (pairs.start[row + 1] ?? 0); at += 1) {
      const column = pairs.column[at] ?? 0
      if ((left[column] ?? 0) === 0) continue
      left[column] = (left[column] ?? 0) - 1
      made.push(at)
      visit(row + 1)
      made.pop()
      left[column] = (left[column] ?? 0) + 1
    }
  }
  visit(0)
  return found
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0)

describe.each(objectives.filter((objective) => objective !== 'stable'))('the objective %s', (objective) => {
  test('gives what sorting all matchings by its aims gives, down to the tie-break', () => {
    fc.assert(
      fc.property(programme(5, objective), (input) => {
        const matched = match(input)
        if ('refusal' in matched) throw new Error(matched.refusal.message)
        const market = drain(marketSteps(input))
        const noise = noiseOf(market)
        const steps = (made: readonly number[]) => made.map((pair) => market.steps[pair] ?? Number.NaN)
        const aims = (made: readonly number[]): readonly number[] => {
          const total = sum(steps(made))
          const poor = steps(made).filter((each) => each < 400_000).length
          const wanted = {
            'most-matched': [-made.length, -Math.min(...steps(made)), -total],
            'fewest-poor': [-made.length, poor, -total],
            'best-total': [-total, -made.length],
            stable: [],
          }[objective]
          return [...wanted, sum(made.map((pair) => noise[pair] ?? 0))]
        }
        const compare = (one: readonly number[], other: readonly number[]) => {
          const at = one.findIndex((each, index) => each !== other[index])
          return at < 0 ? 0 : (one[at] ?? 0) - (other[at] ?? 0)
        }
        const best = matchings(input)
          .map((made) => ({ made, aims: aims(made) }))
          .reduce((one, other) => (compare(other.aims, one.aims) < 0 ? other : one))
        const rowOf = (pair: number) =>
          market.pairs.start.findIndex((_, row) => pair < (market.pairs.start[row + 1] ?? 0))
        const wanted = best.made.map((pair) => [
          market.input.mentees[market.menteeOf[rowOf(pair)] ?? 0]?.personId,
          market.input.mentors[market.pairs.column[pair] ?? 0]?.personId,
        ])
        expect(matched.value.run.pairs.map(({ menteeId, mentorId }) => [menteeId, mentorId])).toEqual(wanted)
      }),
      { numRuns: 500 },
    )
  })
})

test.each(objectives)('the order of the lists of an input changes nothing: %s', (objective) => {
  const shuffled = <T>(list: readonly T[], by: number) =>
    [...list]
      .map((each, at) => [((at + 1) * 7919 * by) % 101, each] as const)
      .sort(([a], [b]) => a - b)
      .map(([, each]) => each)
  fc.assert(
    fc.property(programme(6, objective), fc.integer({ min: 1, max: 100 }), (input, by) => {
      const other: MatchInput = {
        ...input,
        mentees: shuffled(input.mentees, by),
        mentors: shuffled(input.mentors, by + 1),
        policy: { ...input.policy, rules: shuffled(input.policy.rules, by) },
        facts: Object.fromEntries(Object.entries(input.facts ?? {}).map(([key, list]) => [key, shuffled(list, by)])),
      }
      const strip = (outcome: ReturnType<typeof match>) =>
        'value' in outcome ? { ...outcome.value, run: { ...outcome.value.run, warnings: [] } } : outcome
      expect(strip(match(other))).toEqual(strip(match(input)))
    }),
    { numRuns: 300 },
  )
})

test('a stable run leaves no blocking pair', () => {
  fc.assert(
    fc.property(programme(6, 'stable'), (input) => {
      const matched = match(input)
      if ('refusal' in matched) throw new Error(matched.refusal.message)
      expect(matched.value.proof).toMatchObject({ kind: 'stable', blocking: { total: 0, listed: [] } })
    }),
    { numRuns: 500 },
  )
})
