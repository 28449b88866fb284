import type { OwnWish } from '../input/application.ts'
import type { MatchInput } from '../input/match-input.ts'
import { type RuleScore, ruleScore } from './rule-score.ts'

/** Scores are whole numbers of these steps, so that sums are exact: a score of 1 is 1,000,000 steps. */
export const stepsOfOne = 1_000_000

/** What a missing answer counts as. */
const neutral = 0.5

/** One rule's part in the score of a pair. */
export interface ScorePart {
  readonly ruleId: string
  readonly side: 'mentee' | 'mentor'
  /** From 0 to 1. */
  readonly score: number
  readonly weight: number
  /** Whether an answer is missing, so that the score is the neutral 0.5. */
  readonly missing: boolean
}

/** The score of a pair as it may be told: without the mentee's own wishes. */
export interface PairScore {
  /** From 0 to 1, in steps of a millionth. */
  readonly score: number
  readonly menteeScore: number
  readonly mentorScore: number
  readonly parts: readonly ScorePart[]
}

/** Scores the pairs of an input, named by their places in it. */
export interface PairScorer {
  /** The steps that the run counts with, from 0 to 1,000,000; the mentee's own wishes among them. */
  steps(mentee: number, mentor: number): number
  /** The same of one side alone. */
  sideSteps(side: 'mentee' | 'mentor', mentee: number, mentor: number): number
  /** The score that may be told. */
  told(mentee: number, mentor: number): PairScore
}

/** Reads the rules of an input. Rules are taken in the order of their ids, so that sums do not depend on that of the input. */
export function pairScorer(input: MatchInput): PairScorer {
  const { policy } = input
  const rules = [...policy.rules]
    .sort((one, other) => (one.id < other.id ? -1 : 1))
    .map((rule) => ({ rule, score: ruleScore(rule, input) }))
  const wishes = policy.wishWeight ? { weight: policy.wishWeight, score: wishScore(input) } : undefined

  const side = (which: 'mentee' | 'mentor', mentee: number, mentor: number, withWishes: boolean): number => {
    let sum = 0
    let weights = 0
    const add = (weight: number, score: number) => {
      sum += weight * (Number.isNaN(score) ? neutral : score)
      weights += weight
    }
    for (const { rule, score } of rules)
      if (rule.side === which && rule.weight > 0) add(rule.weight, score(mentee, mentor))
    if (withWishes && wishes && which === 'mentee') add(wishes.weight, wishes.score(mentee, mentor))
    return weights > 0 ? sum / weights : neutral
  }
  const both = (ofMentee: number, ofMentor: number): number =>
    Math.round((policy.menteeShare * ofMentee + (1 - policy.menteeShare) * ofMentor) * stepsOfOne)

  return {
    steps: (mentee, mentor) => both(side('mentee', mentee, mentor, true), side('mentor', mentee, mentor, true)),
    sideSteps: (which, mentee, mentor) => Math.round(side(which, mentee, mentor, true) * stepsOfOne),
    told: (mentee, mentor) => {
      const menteeScore = side('mentee', mentee, mentor, false)
      const mentorScore = side('mentor', mentee, mentor, false)
      const parts = rules.map(({ rule, score }): ScorePart => {
        const own = score(mentee, mentor)
        const missing = Number.isNaN(own)
        return { ruleId: rule.id, side: rule.side, score: round(missing ? neutral : own), weight: rule.weight, missing }
      })
      return {
        score: both(menteeScore, mentorScore) / stepsOfOne,
        menteeScore: round(menteeScore),
        mentorScore: round(mentorScore),
        parts,
      }
    },
  }
}

const round = (score: number): number => Math.round(score * stepsOfOne) / stepsOfOne

/** How far a mentor meets the mentee's own wishes: the mean of 1, 0, or nothing where the mentor is not to be found by it. */
function wishScore({ mentees, mentors }: MatchInput): RuleScore {
  return (mentee, mentor) => {
    const findable = mentors[mentor]?.findableAs ?? {}
    const met = (mentees[mentee]?.wishes ?? []).flatMap(({ about, wants }: OwnWish) => {
      const shown = Object.hasOwn(findable, about) ? (findable[about] ?? []) : []
      if (shown.length === 0) return []
      return [shown.some((each) => wants.includes(each)) ? 1 : 0]
    })
    return met.length === 0 ? Number.NaN : met.reduce((sum: number, each) => sum + each, 0) / met.length
  }
}
