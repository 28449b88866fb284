import fc from 'fast-check'
import type { MatchInput } from '../../../src/matching/input/match-input.ts'
import type { MatchObjective, MatchPolicy } from '../../../src/matching/input/policy.ts'

const topics = ['writing', 'grants', 'teaching', 'data']

/** A policy that asks something of both sides. */
export function policyFor(objective: MatchObjective): MatchPolicy {
  return {
    version: 'test 1',
    objective,
    menteeShare: 0.6,
    wishWeight: 1,
    rules: [
      { id: 'topics', kind: 'overlap', side: 'mentee', weight: 3, menteeQuestion: 'needs', mentorQuestion: 'offers' },
      {
        id: 'ladder',
        kind: 'near',
        side: 'mentor',
        weight: 1,
        menteeQuestion: 'grade',
        mentorQuestion: 'grade',
        ideal: 1,
        width: 3,
      },
      { id: 'house', kind: 'different', side: 'mentee', weight: 1, menteeQuestion: 'unit', mentorQuestion: 'unit' },
      { id: 'own list', kind: 'ranking', side: 'mentor', weight: 1 },
    ],
  }
}

/** Small programmes with everything in them: rules of all kinds, blocklists, rankings with ties and strangers, pins now and then. */
export function programme(most: number, objective: MatchObjective): fc.Arbitrary<MatchInput> {
  const mentee = (at: number) => `e${at}`
  const mentor = (at: number) => `o${at}`
  const anybody = fc.oneof(
    fc.integer({ min: 0, max: most }).map(mentee),
    fc.integer({ min: 0, max: most }).map(mentor),
    fc.constantFrom('dean', 'head'),
  )
  const pair = fc.tuple(anybody, anybody)
  const some = <T>(each: fc.Arbitrary<T>, maxLength = 3) => fc.array(each, { maxLength })
  const choices = fc.uniqueArray(fc.constantFrom(...topics), { maxLength: 3 })
  const answers = fc
    .record({ choices, grade: fc.option(fc.integer({ min: 1, max: 4 })), unit: fc.constantFrom('a', 'b', '') })
    .map((said) => ({
      ...(said.choices.length > 0 && { needs: said.choices, offers: said.choices }),
      ...(said.grade !== null && { grade: said.grade }),
      ...(said.unit !== '' && { unit: [said.unit] }),
    }))
  const trained = fc.integer({ min: 0, max: 9 }).map((die) => die > 0)
  const ranking = (of: (at: number) => string) =>
    fc.uniqueArray(fc.integer({ min: 0, max: most }), { maxLength: 3 }).map((list) => list.map(of))
  return fc
    .record({ mentees: fc.integer({ min: 0, max: most }), mentors: fc.integer({ min: 0, max: most }) })
    .chain((count) => {
      const people = <T>(length: number, each: (at: number) => fc.Arbitrary<T>) =>
        fc.tuple(...Array.from({ length }, (_, at) => each(at)))
      return fc.record({
        seed: fc.constantFrom('spring', 'autumn'),
        policy: fc.constant(policyFor(objective)),
        mentees: people(count.mentees, (at) =>
          fc.record({
            personId: fc.constant(mentee(at)),
            trained,
            answers,
            ranking: ranking(mentor),
            notWith: some(anybody, 1),
            wishes: some(fc.record({ about: fc.constant('gender'), wants: fc.constant(['woman']) }), 1),
          }),
        ),
        mentors: people(count.mentors, (at) =>
          fc.record({
            personId: fc.constant(mentor(at)),
            trained,
            answers,
            places: fc.integer({ min: 0, max: 2 }),
            ranking: ranking(mentee),
            findableAs: fc.constantFrom({}, { gender: ['woman'] }, { gender: ['man'] }),
          }),
        ),
        facts: fc.record({
          lines: some(pair.map(([personId, reportsTo]) => ({ personId, reportsTo }))),
          keptApart: some(pair),
          failed: some(pair),
          declined: some(pair),
          assessments: some(pair.map(([assessorId, assessedId]) => ({ assessorId, assessedId }))),
          barred: some(pair.map(([menteeId, mentorId]) => ({ menteeId, mentorId }))),
        }),
      })
    }) as fc.Arbitrary<MatchInput>
}
