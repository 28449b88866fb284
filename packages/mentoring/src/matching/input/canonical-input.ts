import type { Answer, MenteeApplication, MentorApplication, OwnWish, Ranking } from './application.ts'
import type { MatchInput } from './match-input.ts'

const byText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)
const texts = (list: readonly string[]): readonly string[] => [...new Set(list)].sort(byText)

/** Sorts a list by what its entries say, and leaves out an entry that says the same as another. */
function sorted<T>(list: readonly T[] | undefined, say: (each: T) => readonly unknown[]): readonly T[] {
  const said = (list ?? []).map((each) => [JSON.stringify(say(each)), each] as const)
  said.sort(([one], [other]) => byText(one, other))
  return said.filter(([text], at) => text !== said[at - 1]?.[0]).map(([, each]) => each)
}

/**
 * The same input in one way only: people sorted by id, whatever has no order sorted, whatever is absent and means a default filled
 * in. Two inputs that mean the same are equal after it.
 */
export function canonicalInput(input: MatchInput): Required<MatchInput> {
  const { facts = {}, policy } = input
  const eitherWay = (pairs: readonly (readonly [string, string])[] | undefined) =>
    sorted(
      (pairs ?? []).map(([one, other]) =>
        byText(one, other) <= 0 ? ([one, other] as const) : ([other, one] as const),
      ),
      (pair) => pair,
    )
  return {
    seed: input.seed,
    policy: {
      ...policy,
      rules: sorted(policy.rules, (rule) => [rule.id]),
    },
    mentees: sorted(input.mentees, ({ personId }) => [personId]).map(canonicalMentee),
    mentors: sorted(input.mentors, ({ personId }) => [personId]).map(canonicalMentor),
    facts: {
      lines: sorted(facts.lines, ({ personId, reportsTo }) => [personId, reportsTo]),
      keptApart: eitherWay(facts.keptApart),
      failed: eitherWay(facts.failed),
      declined: eitherWay(facts.declined),
      assessments: sorted(facts.assessments, ({ assessorId, assessedId }) => [assessorId, assessedId]),
      barred: sorted(facts.barred, ({ menteeId, mentorId }) => [menteeId, mentorId]),
    },
    pins: sorted(input.pins, ({ menteeId, mentorId }) => [menteeId, mentorId]),
    candidates: sorted(input.candidates, ({ menteeId }) => [menteeId]).map((each) => ({
      menteeId: each.menteeId,
      mentorIds: texts(each.mentorIds),
    })),
    given: sorted(input.given, ({ ruleId, menteeId, mentorId }) => [ruleId, menteeId, mentorId]),
  }
}

function canonicalMentee(mentee: MenteeApplication): MenteeApplication {
  const { personId, trained, active = true, ranking, notWith = [], wishes = [] } = mentee
  return {
    personId,
    trained,
    active,
    answers: canonicalAnswers(mentee.answers),
    ranking: canonicalRanking(ranking),
    notWith: texts(notWith),
    wishes: sorted(wishes, ({ about, wants }: OwnWish) => [about, texts(wants)]).map(({ about, wants }) => ({
      about,
      wants: texts(wants),
    })),
  }
}

function canonicalMentor(mentor: MentorApplication): MentorApplication {
  const { personId, trained, active = true, places, ranking, notWith = [], findableAs = {} } = mentor
  return {
    personId,
    trained,
    active,
    places,
    answers: canonicalAnswers(mentor.answers),
    ranking: canonicalRanking(ranking),
    notWith: texts(notWith),
    findableAs: Object.fromEntries(Object.entries(findableAs).map(([about, values]) => [about, texts(values)])),
  }
}

const canonicalAnswers = (answers: Readonly<Record<string, Answer>>): Readonly<Record<string, Answer>> =>
  Object.fromEntries(
    Object.entries(answers).map(([question, answer]) => [
      question,
      typeof answer === 'number' ? answer : texts(answer),
    ]),
  )

const canonicalRanking = (ranking: Ranking = []): Ranking =>
  ranking.map((each) => (typeof each === 'string' ? [each] : texts(each))).filter((each) => each.length > 0)
