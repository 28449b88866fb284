import type { MenteeApplication, MentorApplication, Ranking } from '../input/application.ts'
import type { MatchInput } from '../input/match-input.ts'
import { bitOf } from './exclusion.ts'

/** Tells by a number of bits why a mentee and a mentor, named by their places in the input, may not be paired; 0 when they may. */
export type PairRules = (mentee: number, mentor: number) => number

/** Reads the hard rules of an input. `placesLeft` are the places of the mentors that pinned pairs do not take. */
export function pairRules(input: MatchInput, placesLeft: ArrayLike<number>): PairRules {
  const { mentees, mentors, facts = {}, policy } = input
  const menteeAt = placeOf(mentees)
  const mentorAt = placeOf(mentors)
  const ofPair = new Map<number, number>()
  const exclude = (menteeId: string, mentorId: string, bit: number): void => {
    const mentee = menteeAt.get(menteeId)
    const mentor = mentorAt.get(mentorId)
    if (mentee === undefined || mentor === undefined) return
    const key = mentee * mentors.length + mentor
    ofPair.set(key, (ofPair.get(key) ?? 0) | bit)
  }
  const eitherWay = (one: string, other: string, bit: number): void => {
    exclude(one, other, bit)
    exclude(other, one, bit)
  }

  for (const { personId } of mentees) exclude(personId, personId, bitOf('self'))
  const above = chains(facts.lines ?? [])
  for (const { personId } of [...mentees, ...mentors])
    for (const boss of above(personId)) eitherWay(personId, boss, bitOf('line-chain'))
  for (const { personId, notWith = [] } of mentees)
    for (const other of notWith) exclude(personId, other, bitOf('kept-apart'))
  for (const { personId, notWith = [] } of mentors)
    for (const other of notWith) exclude(other, personId, bitOf('kept-apart'))
  for (const [one, other] of facts.keptApart ?? []) eitherWay(one, other, bitOf('kept-apart'))
  for (const [one, other] of facts.failed ?? []) eitherWay(one, other, bitOf('failed-before'))
  for (const [one, other] of facts.declined ?? []) eitherWay(one, other, bitOf('declined-before'))
  for (const { assessorId, assessedId } of facts.assessments ?? [])
    exclude(assessedId, assessorId, bitOf('assessor-of-mentee'))
  for (const { menteeId, mentorId } of facts.barred ?? []) exclude(menteeId, mentorId, bitOf('barred-by-programme'))

  const ofMentee = Int32Array.from(mentees, menteeBits)
  const ofMentor = Int32Array.from(mentors, (mentor, at) => mentorBits(mentor, placesLeft[at] ?? 0))
  const listed = new Map(
    (input.candidates ?? []).map(({ menteeId, mentorIds }) => [menteeAt.get(menteeId), new Set(mentorIds)] as const),
  )
  const ranked = policy.objective === 'stable' && policy.unranked === 'never' ? mutual(input) : undefined
  return (mentee, mentor) => {
    const bits =
      (ofMentee[mentee] as number) | (ofMentor[mentor] as number) | (ofPair.get(mentee * mentors.length + mentor) ?? 0)
    const candidates = listed.get(mentee)
    const unlisted = candidates && !candidates.has(mentors[mentor]?.personId ?? '') ? bitOf('not-a-candidate') : 0
    const unranked = ranked && !ranked(mentee, mentor) ? bitOf('not-ranked') : 0
    return bits | unlisted | unranked
  }
}

/** Where each person stands in a list. */
export function placeOf(people: readonly { readonly personId: string }[]): ReadonlyMap<string, number> {
  return new Map(people.map(({ personId }, at) => [personId, at]))
}

/** Everybody in a ranking. */
export function rankedIn(ranking: Ranking): readonly string[] {
  return ranking.flatMap((each) => (typeof each === 'string' ? [each] : each))
}

function menteeBits({ trained, active }: MenteeApplication): number {
  return (trained ? 0 : bitOf('mentee-untrained')) | (active === false ? bitOf('mentee-inactive') : 0)
}

function mentorBits({ trained, active }: MentorApplication, places: number): number {
  const ready = (trained ? 0 : bitOf('mentor-untrained')) | (active === false ? bitOf('mentor-inactive') : 0)
  return ready | (places > 0 ? 0 : bitOf('no-places'))
}

/** Everybody above a person, however far; circles in the chart do no harm. */
function chains(
  lines: readonly { readonly personId: string; readonly reportsTo: string }[],
): (personId: string) => ReadonlySet<string> {
  const direct = new Map<string, string[]>()
  for (const { personId, reportsTo } of lines) {
    const known = direct.get(personId)
    if (known) known.push(reportsTo)
    else direct.set(personId, [reportsTo])
  }
  return (personId) => {
    const above = new Set<string>(direct.get(personId))
    for (const each of above) for (const next of direct.get(each) ?? []) above.add(next)
    return above
  }
}

function mutual({ mentees, mentors }: MatchInput): (mentee: number, mentor: number) => boolean {
  const ofMentee = mentees.map(({ ranking }) => new Set(rankedIn(ranking ?? [])))
  const ofMentor = mentors.map(({ ranking }) => new Set(rankedIn(ranking ?? [])))
  return (mentee, mentor) =>
    (ofMentee[mentee]?.has(mentors[mentor]?.personId ?? '') ?? false) &&
    (ofMentor[mentor]?.has(mentees[mentee]?.personId ?? '') ?? false)
}
