import type { MatchWarning } from '../input/check-input.ts'
import { poorBelowDefault } from '../input/policy.ts'
import { codesOf, type Exclusion, type ExclusionCode } from '../rules/exclusion.ts'
import { stepsOfOne } from '../score/pair-score.ts'
import type { Shortage } from './crowded.ts'
import { loadSpread } from './load-spread.ts'
import type { Market } from './market.ts'
import type { ExcludedPairs, MatchedPair, MatchRun } from './match-run.ts'
import type { TotalChanges } from './total-change.ts'
import { unmatchedMentees } from './unmatched.ts'

const exclusionsListed = 100_000

/** Writes a matching up as a run. */
export function runOf(
  market: Market,
  columnOf: Int32Array,
  shortage: Shortage,
  chain: ((row: number) => number) | undefined,
  total: TotalChanges | undefined,
  inputHash: string,
  warnings: readonly MatchWarning[],
): MatchRun {
  const { input, menteeOf } = market
  const { policy, seed, mentees, mentors } = input
  const pairs = matchedPairs(market, columnOf)
  const unmatched = unmatchedMentees(market, columnOf, shortage, chain, total)
  const scores = pairs.map(({ score }) => score)
  const poorBelow = policy.poorBelow ?? poorBelowDefault
  const idOfRow = (row: number) => mentees[menteeOf[row] as number]?.personId ?? ''
  return {
    inputHash,
    policyVersion: policy.version,
    objective: policy.objective,
    seed,
    pairs,
    unmatched,
    crowded: shortage.crowds.map(({ rows, columns, places }) => ({
      menteeIds: rows.map(idOfRow),
      mentorIds: columns.map((at) => mentors[at]?.personId ?? ''),
      places,
    })),
    excluded: excludedPairs(market),
    load: loadSpread(mentors, pairs),
    totals: {
      score: scores.reduce((sum, score) => sum + Math.round(score * stepsOfOne), 0) / stepsOfOne,
      ...(scores.length > 0 && { worst: scores.reduce((worst, score) => Math.min(worst, score)) }),
      poor: scores.filter((score) => score < poorBelow).length,
      missingAnswers: pairs.reduce((sum, { parts }) => sum + parts.filter(({ missing }) => missing).length, 0),
    },
    warnings,
  }
}

function matchedPairs({ input, pins, menteeOf, menteeAt, mentorAt, scorer }: Market, columnOf: Int32Array) {
  const pair = (mentee: number, mentor: number, pinned: boolean): MatchedPair => ({
    menteeId: input.mentees[mentee]?.personId ?? '',
    mentorId: input.mentors[mentor]?.personId ?? '',
    pinned,
    ...scorer.told(mentee, mentor),
  })
  const found = [
    ...pins.map(({ menteeId, mentorId }) => pair(menteeAt.get(menteeId) ?? 0, mentorAt.get(mentorId) ?? 0, true)),
    ...Array.from(columnOf).flatMap((mentor, row) =>
      mentor < 0 ? [] : [pair(menteeOf[row] as number, mentor, false)],
    ),
  ]
  return found.sort((one, other) => (one.menteeId < other.menteeId ? -1 : 1))
}

function excludedPairs({ input, pairs, menteeOf, rules, mentorsOf }: Market): ExcludedPairs {
  const listed: Exclusion[] = []
  const byCode: Partial<Record<ExclusionCode, number>> = {}
  let total = 0
  for (let row = 0; row < pairs.rows; row += 1) {
    const mentee = menteeOf[row] as number
    for (const mentor of mentorsOf(row)) {
      const bits = rules(mentee, mentor)
      if (bits === 0) continue
      total += 1
      const codes = codesOf(bits)
      for (const code of codes) byCode[code] = (byCode[code] ?? 0) + 1
      if (listed.length >= exclusionsListed) continue
      const [menteeId, mentorId] = [input.mentees[mentee]?.personId ?? '', input.mentors[mentor]?.personId ?? '']
      listed.push({ menteeId, mentorId, codes })
    }
  }
  return { total, byCode, listed }
}
