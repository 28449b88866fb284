import type { Answer, Ranking } from '../input/application.ts'
import type { MatchInput } from '../input/match-input.ts'
import type { ScoreRule } from '../input/policy.ts'
import { placeOf } from '../rules/pair-rules.ts'

/** Scores a mentee and a mentor, named by their places in the input, from 0 to 1; NaN where an answer is missing. */
export type RuleScore = (mentee: number, mentor: number) => number

/** Reads the answers that a rule asks for, once, and gives its score. */
export function ruleScore(rule: ScoreRule, input: MatchInput): RuleScore {
  switch (rule.kind) {
    case 'ranking':
      return rankingScore(rule.side, input)
    case 'given':
      return givenScore(rule.id, input)
    case 'near':
      return nearScore(rule, input)
    default:
      return choiceScore(rule, input)
  }
}

function nearScore(rule: Extract<ScoreRule, { kind: 'near' }>, { mentees, mentors }: MatchInput): RuleScore {
  const numbers = (people: readonly { readonly answers: Readonly<Record<string, Answer>> }[], question: string) =>
    Float64Array.from(people, ({ answers }) => {
      const answer = answerTo(answers, question)
      return typeof answer === 'number' ? answer : Number.NaN
    })
  const theirs = numbers(mentees, rule.menteeQuestion)
  const mine = numbers(mentors, rule.mentorQuestion)
  return (mentee, mentor) => {
    const away = Math.abs((mine[mentor] as number) - (theirs[mentee] as number) - rule.ideal) / rule.width
    return away > 1 ? 0 : 1 - away
  }
}

function choiceScore(
  { kind, side, menteeQuestion, mentorQuestion }: Extract<ScoreRule, { kind: 'overlap' | 'same' | 'different' }>,
  { mentees, mentors }: MatchInput,
): RuleScore {
  const number = new Map<string, number>()
  const chosen = (people: readonly { readonly answers: Readonly<Record<string, Answer>> }[], question: string) =>
    people.map(({ answers }) => {
      const answer = answerTo(answers, question)
      const choices = new Set(typeof answer === 'object' ? answer : [])
      return Int32Array.from(choices, (choice) => {
        const known = number.get(choice)
        if (known !== undefined) return known
        number.set(choice, number.size)
        return number.size - 1
      }).sort()
    })
  const ofMentee = chosen(mentees, menteeQuestion)
  const ofMentor = chosen(mentors, mentorQuestion)
  return (mentee, mentor) => {
    const theirs = ofMentee[mentee] as Int32Array
    const mine = ofMentor[mentor] as Int32Array
    if (theirs.length === 0 || mine.length === 0) return Number.NaN
    const shared = sharedBy(theirs, mine)
    if (kind === 'overlap') return shared / (side === 'mentee' ? theirs.length : mine.length)
    return shared > 0 === (kind === 'same') ? 1 : 0
  }
}

function sharedBy(one: Int32Array, other: Int32Array): number {
  let shared = 0
  let at = 0
  for (let each = 0; each < one.length && at < other.length; each += 1) {
    const value = one[each] as number
    while (at < other.length && (other[at] as number) < value) at += 1
    if (other[at] === value) shared += 1
  }
  return shared
}

function rankingScore(side: 'mentee' | 'mentor', { mentees, mentors }: MatchInput): RuleScore {
  const levels = levelsOf(side === 'mentee' ? mentees : mentors, side === 'mentee' ? mentors : mentees)
  return (mentee, mentor) => {
    const own = levels[side === 'mentee' ? mentee : mentor]
    if (!own) return Number.NaN
    const level = own.levelOf.get(side === 'mentee' ? mentor : mentee)
    return level === undefined ? 0 : 1 - level / own.count
  }
}

/** A ranking by places in the input: which level each person who is in it stands on, from 0 for the best. */
export interface Levels {
  readonly levelOf: ReadonlyMap<number, number>
  readonly count: number
}

/** The rankings of some people over others; `undefined` for whoever ranks nobody that takes part. */
export function levelsOf(
  people: readonly { readonly ranking?: Ranking }[],
  others: readonly { readonly personId: string }[],
): readonly (Levels | undefined)[] {
  const placed = placeOf(others)
  return people.map(({ ranking = [] }) => {
    const levelOf = new Map<number, number>()
    let count = 0
    for (const each of ranking) {
      const known = (typeof each === 'string' ? [each] : each).flatMap((id) => placed.get(id) ?? [])
      for (const at of known) levelOf.set(at, count)
      if (known.length > 0) count += 1
    }
    return count > 0 ? { levelOf, count } : undefined
  })
}

function givenScore(ruleId: string, { mentees, mentors, given = [] }: MatchInput): RuleScore {
  const menteeAt = placeOf(mentees)
  const mentorAt = placeOf(mentors)
  const scores = new Map<number, number>()
  for (const each of given) {
    const mentee = menteeAt.get(each.menteeId)
    const mentor = mentorAt.get(each.mentorId)
    if (each.ruleId !== ruleId || mentee === undefined || mentor === undefined) continue
    scores.set(mentee * mentors.length + mentor, each.score)
  }
  return (mentee, mentor) => scores.get(mentee * mentors.length + mentor) ?? Number.NaN
}

function answerTo(answers: Readonly<Record<string, Answer>>, question: string): Answer | undefined {
  return Object.hasOwn(answers, question) ? answers[question] : undefined
}
