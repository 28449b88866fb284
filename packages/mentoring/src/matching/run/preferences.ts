import { pairNoise, personWords } from '../hash/pair-noise.ts'
import { type Levels, levelsOf } from '../score/rule-score.ts'
import { byColumn } from '../solver/by-column.ts'
import type { RankedInstance } from '../solver/deferred-acceptance.ts'
import type { Market } from './market.ts'

/** What both sides make of each other: as it is, with people who are alike, and with the seed telling them apart. */
export interface Preferences {
  /** Equal ranks are alike. */
  readonly asTold: RankedInstance
  /** The same pairs in the same order, with nobody alike. */
  readonly toldApart: RankedInstance
  /** How many neighbours in the lists of both sides are alike. */
  readonly ties: number
}

/** A number for each eligible pair that the seed and the two ids decide. */
export function noiseOf({ input, menteeOf, pairs }: Market): Int32Array {
  const mentees = Array.from(menteeOf, (at) => personWords(input.seed, 'mentee', input.mentees[at]?.personId ?? ''))
  const mentors = input.mentors.map(({ personId }) => personWords(input.seed, 'mentor', personId))
  const noise = new Int32Array(pairs.column.length)
  for (let row = 0; row < pairs.rows; row += 1)
    for (let at = pairs.start[row] as number; at < (pairs.start[row + 1] as number); at += 1)
      noise[at] = pairNoise(
        mentees[row] as readonly [number, number],
        mentors[pairs.column[at] as number] as readonly [number, number],
      )
  return noise
}

/**
 * Reads the preferences of both sides over the eligible pairs: the levels of a person's own ranking first, then everybody else by the
 * score of that person's side.
 */
export function preferencesOf(market: Market, noise: Int32Array): Preferences {
  const { input, menteeOf, pairs, scorer } = market
  const { rows, columns, start, column, capacity } = pairs
  const menteeLevels = levelsOf(input.mentees, input.mentors)
  const mentorLevels = levelsOf(input.mentors, input.mentees)
  const count = column.length
  const level = { mentee: new Int32Array(count), mentor: new Int32Array(count) }
  const score = { mentee: new Int32Array(count), mentor: new Int32Array(count) }
  const levelIn = (levels: Levels | undefined, other: number) =>
    levels ? (levels.levelOf.get(other) ?? levels.count) : 0
  for (let row = 0; row < rows; row += 1) {
    const mentee = menteeOf[row] as number
    for (let at = start[row] as number; at < (start[row + 1] as number); at += 1) {
      const mentor = column[at] as number
      level.mentee[at] = levelIn(menteeLevels[mentee], mentor)
      level.mentor[at] = levelIn(mentorLevels[mentor], mentee)
      score.mentee[at] = scorer.sideSteps('mentee', mentee, mentor)
      score.mentor[at] = scorer.sideSteps('mentor', mentee, mentor)
    }
  }
  const compare = (side: 'mentee' | 'mentor') => (one: number, other: number) =>
    (level[side][one] as number) - (level[side][other] as number) ||
    (score[side][other] as number) - (score[side][one] as number)
  const apart = (one: number, other: number) => (noise[one] as number) - (noise[other] as number) || one - other

  const told = { row: new Int32Array(count), column: new Int32Array(count) }
  const strict = { row: new Int32Array(count), column: new Int32Array(count) }
  let ties = 0
  const rank = (list: Int32Array, side: 'mentee' | 'mentor', which: 'row' | 'column') => {
    const liking = compare(side)
    list.sort((one, other) => liking(one, other) || apart(one, other))
    for (let at = 0; at < list.length; at += 1) {
      const pair = list[at] as number
      const before = list[at - 1]
      const alike = before !== undefined && liking(before, pair) === 0
      if (alike) ties += 1
      told[which][pair] = alike ? (told[which][before] as number) : at
      strict[which][pair] = at
    }
  }
  const byRow = Int32Array.from({ length: count }, (_, at) => at)
  for (let row = 0; row < rows; row += 1) rank(byRow.subarray(start[row], start[row + 1]), 'mentee', 'row')
  const columnLists = byColumn(pairs)
  for (let at = 0; at < columns; at += 1)
    rank(columnLists.pair.subarray(columnLists.from[at], columnLists.from[at + 1]), 'mentor', 'column')
  const shared = { rows, columns, capacity, start, column: byRow.map((pair) => column[pair] as number) }
  const inOrder = (ranks: Int32Array) => byRow.map((pair) => ranks[pair] as number)
  return {
    asTold: { ...shared, rowRank: inOrder(told.row), columnRank: inOrder(told.column) },
    toldApart: { ...shared, rowRank: inOrder(strict.row), columnRank: inOrder(strict.column) },
    ties,
  }
}
