import {
  type Answer,
  type Application,
  capacityLeft,
  eligibleMentor,
  type MatchFacts,
  type MatchInput,
  type MatchPair,
  type PersonPair,
  type Relationship,
  stageOn,
} from '@mentoring-commons/mentoring'
import type { Transaction } from '../../../db/database.ts'
import { type Standing, statusOf } from '../application/store.ts'
import { runningStatuses } from '../capacity/store.ts'
import { conflictsWithin, linesAbove } from '../conflict/store.ts'
import { openApplications, placesInLife, preparationOf, standingsOf } from '../match-pool/store.ts'
import { pairsDeclined } from '../offer/store.ts'
import { listsOf } from '../preference/store.ts'
import { rulesOf } from '../preparation/store.ts'
import { inputOf } from './store.ts'
import type { MatchSettings, WishSource } from './table.ts'

/** Which run to gather for. */
export interface Gathering {
  readonly programmeId: string
  readonly cohortId: string | null
  readonly settings: MatchSettings
}

/** What a rule may ask of everybody beside their own answers. No question of a programme has such a key. */
export const knownAnswers = { unit: '@unit', careerStage: '@career-stage' } as const

/**
 * Everything that a run is made from as it is on a day: who waits, who has places left, what stands between them, how they were
 * prepared. A mentor who has not said how many they carry has no place.
 */
export async function gatherInput(
  tx: Transaction,
  institutionId: string,
  { programmeId, cohortId, settings }: Gathering,
  on: string,
): Promise<MatchInput> {
  const all = await openApplications(tx, institutionId, programmeId, on)
  const applications = all.filter((one) => cohortId === null || (one.cohortId ?? cohortId) === cohortId)
  const applicants = [...new Set(applications.map(({ personId }) => personId))]
  const standing = await standingsOf(tx, institutionId, applicants, on)
  const among = settings.poolOf === undefined ? undefined : await inputOf(tx, institutionId, settings.poolOf)
  const inPool = (people: MatchInput['mentees'] | MatchInput['mentors'] | undefined) => {
    const ids = people && new Set(people.map(({ personId }) => personId))
    return ({ personId }: Application) => ids?.has(personId) ?? true
  }
  const standsAs = (one: Application) => statusOf(one, standing(one.personId), on)
  const mentees = latest(applications.filter((one) => one.role === 'mentee' && standsAs(one) === 'waiting')).filter(
    inPool(among?.mentees),
  )
  const mentors = latest(applications.filter((one) => one.role === 'mentor' && standsAs(one) !== 'expired')).filter(
    inPool(among?.mentors),
  )
  const people = [...new Set([...mentees, ...mentors].map(({ personId }) => personId))]
  const applicationIds = [...mentees, ...mentors].map(({ id }) => id)
  const ranked = await listsOf(tx, institutionId, 'ranking', applicationIds)
  const avoided = await listsOf(tx, institutionId, 'not-with', applicationIds)
  const prepared = await preparationOf(tx, institutionId, people)
  const { rules } = await rulesOf(tx, institutionId, programmeId)
  const life = await placesInLife(tx, institutionId, people)
  const answers = (one: Application) => {
    const { unit, spells } = life(one.personId)
    return { ...answersOf(one, settings.wishes), ...known(unit, stageOn(one.personId, spells, on)) }
  }
  const briefed = (personId: string) =>
    prepared(personId).briefings.some(
      (one) => one.programmeId === programmeId && one.role === 'mentee' && one.completedOn <= on,
    )
  return {
    seed: settings.seed,
    policy: settings.policy,
    mentees: mentees.map((one) => ({
      personId: one.personId,
      answers: answers(one),
      trained: !settings.briefedMentees || briefed(one.personId),
      ...rankingOf(ranked(one.id)),
      wishes: settings.wishes.flatMap(({ about, menteeQuestion }) => {
        const wants = choicesIn(one, menteeQuestion)
        return wants.length > 0 ? [{ about, wants }] : []
      }),
    })),
    mentors: mentors.map((one) => ({
      personId: one.personId,
      answers: answers(one),
      trained: eligibleMentor(one.personId, prepared(one.personId), rules, on).eligible,
      places: placesLeft(one, standing(one.personId), on),
      ...rankingOf(ranked(one.id)),
      findableAs: Object.fromEntries(
        settings.wishes.map(({ about, mentorQuestion }) => [about, choicesIn(one, mentorQuestion)]),
      ),
    })),
    pins: settings.pins,
    facts: await factsOf(tx, institutionId, {
      ...{ programmeId, settings, people, mentors, standing, on },
      notWith: [...mentees, ...mentors].flatMap(({ id, personId }) =>
        avoided(id).map((other) => [personId, other] as const),
      ),
    }),
  }
}

async function factsOf(
  tx: Transaction,
  institutionId: string,
  {
    programmeId,
    settings,
    people,
    mentors,
    standing,
    notWith,
    on,
  }: {
    readonly programmeId: string
    readonly settings: MatchSettings
    readonly people: readonly string[]
    readonly mentors: readonly Application[]
    readonly standing: (personId: string) => Standing
    readonly notWith: readonly PersonPair[]
    readonly on: string
  },
): Promise<MatchFacts> {
  const conflicts = await conflictsWithin(tx, institutionId, people)
  const lines = await linesAbove(tx, institutionId, people, on)
  const past = mentors.flatMap(({ personId }) => standing(personId).relationships.map(({ state }) => state))
  const open = mentors.flatMap(({ personId }) => standing(personId).offers)
  return {
    lines: lines.map(({ managerId, reportId }) => ({ personId: reportId, reportsTo: managerId })),
    keptApart: unsaid([
      ...notWith,
      // Who mentored somebody may do so again.
      ...conflicts
        .filter(({ kind, from, to }) => kind !== 'mentoring' && from <= on && (to === undefined || on <= to))
        .map(({ personA, personB }) => [personA, personB] as const),
    ]),
    // Everybody but those who ended it sees one reason alone, so one reason alone counts.
    failed: past.filter((one) => one.status === 'ended' && one.reason !== 'completed').flatMap(pairsIn),
    declined: people.length > 0 ? await pairsDeclined(tx, institutionId, programmeId, people) : [],
    assessments: settings.assessments,
    barred: [
      ...settings.blocked,
      // Nobody is offered whom they have already.
      ...[...past.filter(isRunning), ...open].flatMap(pairsIn).flatMap(bothWays),
    ],
  }
}

/** Pairs that are kept apart, so that what a run keeps tells neither who did not want whom, nor whether it was that. */
function unsaid(pairs: readonly PersonPair[]): readonly PersonPair[] {
  const once = new Map(
    pairs
      .map(([one, other]) => (one < other ? ([one, other] as const) : ([other, one] as const)))
      .map((pair) => [pair.join(' '), pair]),
  )
  return [...once].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, pair]) => pair)
}

function rankingOf(people: readonly string[]): { readonly ranking?: readonly string[] } {
  return people.length === 0 ? {} : { ranking: people }
}

function isRunning({ status }: Relationship): boolean {
  return runningStatuses.includes(status)
}

function pairsIn({
  participants,
}: {
  readonly participants: readonly { readonly personId: string }[]
}): readonly PersonPair[] {
  const ids = participants.map(({ personId }) => personId)
  return ids.flatMap((one, at) => ids.slice(at + 1).map((other) => [one, other] as const))
}

function bothWays([one, other]: PersonPair): readonly MatchPair[] {
  return [
    { menteeId: one, mentorId: other },
    { menteeId: other, mentorId: one },
  ]
}

/** The last application of each person. */
function latest(applications: readonly Application[]): readonly Application[] {
  return [...new Map(applications.map((one) => [one.personId, one])).values()]
}

function placesLeft(one: Application, { capacities, offers, relationships }: Standing, on: string): number {
  const carried = { capacities, offers, relationships: relationships.map(({ state }) => state) }
  return capacityLeft({ personId: one.personId, role: 'mentor' }, carried, on) ?? 0
}

/** What rules may read: choices and numbers. What is somebody's own wish in a protected characteristic is no answer to a rule. */
function answersOf({ answers }: Application, wishes: readonly WishSource[]): Readonly<Record<string, Answer>> {
  const hidden = new Set(wishes.flatMap(({ menteeQuestion, mentorQuestion }) => [menteeQuestion, mentorQuestion]))
  return Object.fromEntries(
    answers.flatMap((one): [string, Answer][] => {
      if (hidden.has(one.question) || one.kind === 'text') return []
      return [[one.question, one.kind === 'number' ? one.number : one.choices]]
    }),
  )
}

function choicesIn({ answers }: Application, question: string): readonly string[] {
  return answers.flatMap((one) => (one.kind === 'choice' && one.question === question ? one.choices : []))
}

function known(unit: string | null, stage: string | undefined): Readonly<Record<string, Answer>> {
  return {
    ...(unit === null ? {} : { [knownAnswers.unit]: [unit] }),
    ...(stage === undefined ? {} : { [knownAnswers.careerStage]: [stage] }),
  }
}
