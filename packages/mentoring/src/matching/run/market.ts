import { canonicalInput } from '../input/canonical-input.ts'
import type { MatchInput, MatchPair } from '../input/match-input.ts'
import { type PairRules, pairRules, placeOf } from '../rules/pair-rules.ts'
import { type PairScorer, pairScorer } from '../score/pair-score.ts'
import type { EligiblePairs } from '../solver/maximum.ts'

/** An input made ready for a solver: rows are mentees without a pin, columns are mentors, in the order of ids. */
export interface Market {
  readonly input: Required<MatchInput>
  readonly pins: readonly MatchPair[]
  /** For each row, the mentee's place in the input. */
  readonly menteeOf: Int32Array
  readonly menteeAt: ReadonlyMap<string, number>
  readonly mentorAt: ReadonlyMap<string, number>
  /** The pairs that no rule excludes; places are those that pins leave. */
  readonly pairs: EligiblePairs
  /** The score of each pair, in steps. */
  readonly steps: Int32Array
  readonly rules: PairRules
  readonly scorer: PairScorer
  /** The mentors that a row is told about: all, or its candidates where all would be too many. */
  readonly mentorsOf: (row: number) => Iterable<number>
}

/** Up to so many pairs, those beside the listed candidates are told about too. */
const toldMax = 2_000_000

/** How many pairs have been looked at. */
export interface MarketProgress {
  readonly done: number
  readonly of: number
}

/** Looks at every pair once: what excludes it, and what it scores. Only pairs that nothing excludes are kept. */
export function* marketSteps(given: MatchInput): Generator<MarketProgress, Market, void> {
  const input = canonicalInput(given)
  const { mentees, mentors, pins } = input
  const menteeAt = placeOf(mentees)
  const mentorAt = placeOf(mentors)
  const places = Int32Array.from(mentors, (mentor) => mentor.places)
  for (const { mentorId } of pins) {
    const at = mentorAt.get(mentorId) as number
    places[at] = (places[at] as number) - 1
  }
  const pinned = new Set(pins.map(({ menteeId }) => menteeId))
  const menteeOf = Int32Array.from([...mentees.keys()].filter((at) => !pinned.has(mentees[at]?.personId ?? '')))
  const listed = candidateLists(input, menteeAt, mentorAt)
  const rules = pairRules(input, places)
  const scorer = pairScorer(input)
  const candidatesOf = (row: number): Iterable<number> => listed.get(menteeOf[row] as number) ?? mentors.keys()
  const mentorsOf = mentees.length * mentors.length <= toldMax ? () => mentors.keys() : candidatesOf

  const start = new Int32Array(menteeOf.length + 1)
  const column = growing((length) => new Int32Array(length))
  const steps = growing((length) => new Int32Array(length))
  let looked = 0
  let told = 0
  for (const [row, mentee] of menteeOf.entries()) {
    for (const mentor of candidatesOf(row)) {
      looked += 1
      if (rules(mentee, mentor) !== 0) continue
      column.add(mentor)
      steps.add(scorer.steps(mentee, mentor))
    }
    start[row + 1] = column.length()
    if (looked - told < 50_000) continue
    told = looked
    yield { done: row + 1, of: menteeOf.length }
  }
  const pairs = { rows: menteeOf.length, columns: mentors.length, capacity: places, start, column: column.list() }
  return { input, pins, menteeOf, menteeAt, mentorAt, pairs, steps: steps.list(), rules, scorer, mentorsOf }
}

function candidateLists(
  { candidates }: Required<MatchInput>,
  menteeAt: ReadonlyMap<string, number>,
  mentorAt: ReadonlyMap<string, number>,
): ReadonlyMap<number, readonly number[]> {
  return new Map(
    candidates.flatMap(({ menteeId, mentorIds }) => {
      const mentee = menteeAt.get(menteeId)
      return mentee === undefined ? [] : [[mentee, mentorIds.flatMap((id) => mentorAt.get(id) ?? [])] as const]
    }),
  )
}

function growing(make: (length: number) => Int32Array) {
  let list = make(1024)
  let length = 0
  return {
    add(value: number) {
      if (length === list.length) {
        const longer = make(length * 2)
        longer.set(list)
        list = longer
      }
      list[length++] = value
    },
    length: () => length,
    list: () => list.slice(0, length),
  }
}
