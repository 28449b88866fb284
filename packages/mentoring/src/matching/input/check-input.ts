import { identifierRefusal } from '../../identifier.ts'
import { type Refusal, refuse } from '../../refusal.ts'
import type { Answer, MenteeApplication, MentorApplication } from './application.ts'
import { policyRefusal } from './check-policy.ts'
import { type MatchInput, pairsMax } from './match-input.ts'

/** Gives why an input cannot be matched, and nothing for one that can. Hard rules are not looked at. */
export function inputRefusal(input: MatchInput): Refusal | undefined {
  if (typeof input.seed !== 'string')
    return refuse('seed-missing', 'A run needs a seed: give any text.', 'seed').refusal
  return (
    policyRefusal(input.policy) ??
    peopleRefusal(input.mentees, 'mentees') ??
    peopleRefusal(input.mentors, 'mentors') ??
    placesRefusal(input.mentors) ??
    givenRefusal(input) ??
    candidatesRefusal(input) ??
    pinsRefusal(input) ??
    sizeRefusal(input)
  )
}

function peopleRefusal(
  people: readonly (MenteeApplication | MentorApplication)[],
  path: 'mentees' | 'mentors',
): Refusal | undefined {
  const seen = new Set<string>()
  for (const [at, { personId, answers }] of people.entries()) {
    const refusal = identifierRefusal(personId, `${path}[${at}].personId`)
    if (refusal) return refusal
    if (seen.has(personId))
      return refuse(
        'application-twice',
        `"${personId}" applies twice among the ${path}: keep one application.`,
        `${path}[${at}].personId`,
      ).refusal
    seen.add(personId)
    for (const [question, answer] of Object.entries(answers)) {
      if (isAnswer(answer)) continue
      return refuse(
        'answer-not-usable',
        `"${personId}" answers "${question}" with ${JSON.stringify(answer) ?? answer}: give a finite number, a list of texts, or leave it out.`,
        `${path}[${at}].answers.${question}`,
      ).refusal
    }
  }
  return undefined
}

const isAnswer = (answer: Answer): boolean =>
  typeof answer === 'number'
    ? Number.isFinite(answer)
    : Array.isArray(answer) && answer.every((each) => typeof each === 'string')

function placesRefusal(mentors: readonly MentorApplication[]): Refusal | undefined {
  const at = mentors.findIndex(({ places }) => !Number.isInteger(places) || places < 0 || places > 1_000_000)
  const wrong = mentors[at]
  if (!wrong) return undefined
  const message = `"${wrong.personId}" offers ${wrong.places} places: give a whole number from 0 to 1000000.`
  return refuse('places-not-usable', message, `mentors[${at}].places`).refusal
}

function givenRefusal({ given = [], policy }: MatchInput): Refusal | undefined {
  const rules = new Set(policy.rules.filter(({ kind }) => kind === 'given').map(({ id }) => id))
  const seen = new Set<string>()
  for (const [at, { ruleId, menteeId, mentorId, score }] of given.entries()) {
    const wrong = (message: string) => refuse('score-not-usable', message, `given[${at}]`).refusal
    if (!rules.has(ruleId))
      return wrong(`A score is given for "${ruleId}", which is no rule of the kind "given": name one.`)
    if (!(score >= 0 && score <= 1))
      return wrong(`The score of "${menteeId}" and "${mentorId}" is ${score}: give 0 to 1.`)
    const key = JSON.stringify([ruleId, menteeId, mentorId])
    if (seen.has(key)) return wrong(`"${menteeId}" and "${mentorId}" have two scores by "${ruleId}": give one.`)
    seen.add(key)
  }
  return undefined
}

function candidatesRefusal({ candidates = [] }: MatchInput): Refusal | undefined {
  const seen = new Set<string>()
  for (const [at, { menteeId }] of candidates.entries()) {
    if (seen.has(menteeId))
      return refuse('candidates-twice', `"${menteeId}" has two lists of candidates: give one.`, `candidates[${at}]`)
        .refusal
    seen.add(menteeId)
  }
  return undefined
}

function pinsRefusal({ pins = [], mentees, mentors }: MatchInput): Refusal | undefined {
  const known = new Set(mentees.map(({ personId }) => personId))
  const left = new Map(mentors.map(({ personId, places }) => [personId, places]))
  const pinned = new Set<string>()
  for (const [at, { menteeId, mentorId }] of pins.entries()) {
    const path = `pins[${at}]`
    const places = left.get(mentorId)
    if (!known.has(menteeId) || places === undefined) {
      const stranger = places === undefined ? mentorId : menteeId
      return refuse('pin-of-stranger', `"${stranger}" is pinned without having applied: take the pin out.`, path)
        .refusal
    }
    if (pinned.has(menteeId))
      return refuse('pins-contradict', `"${menteeId}" is pinned twice: keep one pin.`, path).refusal
    if (places === 0)
      return refuse(
        'pins-contradict',
        `More mentees are pinned to "${mentorId}" than there are places: take one out.`,
        path,
      ).refusal
    pinned.add(menteeId)
    left.set(mentorId, places - 1)
  }
  return undefined
}

function sizeRefusal({ mentees, mentors, candidates = [] }: MatchInput): Refusal | undefined {
  const listed = candidates.reduce((sum, { mentorIds }) => sum + mentorIds.length, 0)
  const pairs = (mentees.length - candidates.length) * mentors.length + listed
  if (pairs <= pairsMax) return undefined
  const message = `There are ${pairs} pairs to look at, at most ${pairsMax}: list candidates for the mentees.`
  return refuse('too-many-pairs', message, 'candidates').refusal
}

/** Something odd in an input that was matched all the same. */
export interface MatchWarning {
  /** A ranking or a list of candidates names somebody who has not applied, such as a mentor who withdrew. */
  readonly code: 'stranger-in-list'
  readonly message: string
  readonly path: string
}

/** Warns of everybody who is in a ranking or a list of candidates, and in no application. */
export function inputWarnings({ mentees, mentors, candidates = [] }: MatchInput): readonly MatchWarning[] {
  const menteeIds = new Set(mentees.map(({ personId }) => personId))
  const mentorIds = new Set(mentors.map(({ personId }) => personId))
  const strangers = (ids: readonly string[], known: ReadonlySet<string>, path: string): readonly MatchWarning[] =>
    ids
      .filter((id) => !known.has(id))
      .map(
        (id) => ({ code: 'stranger-in-list', message: `"${id}" has not applied and is passed over.`, path }) as const,
      )
  const ranked = (ranking: MenteeApplication['ranking'] = []) => ranking.flat()
  return [
    ...mentees.flatMap(({ ranking }, at) => strangers(ranked(ranking), mentorIds, `mentees[${at}].ranking`)),
    ...mentors.flatMap(({ ranking }, at) => strangers(ranked(ranking), menteeIds, `mentors[${at}].ranking`)),
    ...candidates.flatMap(({ menteeId, mentorIds: listed }, at) => [
      ...strangers([menteeId], menteeIds, `candidates[${at}].menteeId`),
      ...strangers(listed, mentorIds, `candidates[${at}].mentorIds`),
    ]),
  ]
}
