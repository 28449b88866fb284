import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { MatchInput } from '../../../src/matching/input/match-input.ts'
import { checkProof } from '../../../src/matching/run/check-proof.ts'
import { finishSteps } from '../../../src/matching/run/finish-steps.ts'
import { type MatchOutcome, match, matchSteps } from '../../../src/matching/run/match.ts'
import type { HelpfulChange, UnmatchedMentee } from '../../../src/matching/run/match-run.ts'
import { programme } from './programme.ts'

function outcome(input: MatchInput): MatchOutcome {
  const matched = match(input)
  if ('refusal' in matched) throw new Error(matched.refusal.message)
  return matched.value
}

/** The input after a change that a run advises for a mentee. */
function changed(input: MatchInput, { menteeId }: UnmatchedMentee, change: HelpfulChange): MatchInput {
  const mentee = (part: object) => ({
    ...input,
    mentees: input.mentees.map((each) => (each.personId === menteeId ? { ...each, ...part } : each)),
  })
  const mentor = (id: string, part: (places: number) => object) => ({
    ...input,
    mentors: input.mentors.map((each) => (each.personId === id ? { ...each, ...part(each.places) } : each)),
  })
  switch (change.kind) {
    case 'train-mentee':
      return mentee({ trained: true })
    case 'activate-mentee':
      return mentee({ active: true })
    case 'train-mentor':
      return mentor(change.mentorId, () => ({ trained: true }))
    case 'activate-mentor':
      return mentor(change.mentorId, () => ({ active: true }))
    case 'add-place':
      return mentor(change.mentorId, (places) => ({ places: places + 1 }))
    case 'choose-objective':
      return { ...input, policy: { ...input.policy, objective: change.objective } }
    case 'list-candidate':
      return {
        ...input,
        candidates: (input.candidates ?? []).map((each) =>
          each.menteeId === change.menteeId ? { ...each, mentorIds: [...each.mentorIds, change.mentorId] } : each,
        ),
      }
    case 'another-mentor':
      return {
        ...input,
        mentors: [...input.mentors, { personId: 'new', trained: true, places: 1, answers: {} }],
      }
  }
}

test.each(['most-matched', 'fewest-poor', 'best-total'] as const)(
  'the change that a run advises matches one mentee more: %s',
  (objective) => {
    const kinds = new Map<string, number>()
    fc.assert(
      fc.property(programme(7, objective), (input) => {
        const { run } = outcome(input)
        for (const one of run.unmatched) {
          kinds.set(one.change.kind, (kinds.get(one.change.kind) ?? 0) + 1)
          const { trained } = input.mentees.find(({ personId }) => personId === one.menteeId) ?? { trained: false }
          const able = one.change.kind !== 'another-mentor' || trained
          if (able) expect(outcome(changed(input, one, one.change)).run.pairs.length).toBeGreaterThan(run.pairs.length)
        }
      }),
      { numRuns: 400 },
    )
    expect(kinds.get('add-place')).toBeGreaterThan(20)
    expect(kinds.get('train-mentor')).toBeGreaterThan(5)
  },
)

test('a place more is not advised where a best total would only move somebody into it', () => {
  const wants = { kind: 'overlap' as const, side: 'mentee' as const, weight: 1 }
  const rules = [{ ...wants, id: 'topics', menteeQuestion: 'needs', mentorQuestion: 'offers' }]
  const people = (needs: Record<string, string>) =>
    Object.entries(needs).map(([personId, need]) => ({ personId, trained: true, answers: { needs: [need] } }))
  const mentor = (personId: string, offer: string) => ({
    personId,
    trained: true,
    places: 1,
    answers: { offers: [offer] },
  })
  const input: MatchInput = {
    mentees: people({ ada: 'data', sam: 'writing', roy: 'writing' }),
    mentors: [mentor('mia', 'writing'), mentor('noa', 'grants')],
    policy: { version: '1', objective: 'best-total', rules, menteeShare: 1 },
    facts: { barred: ['ada', 'sam'].map((menteeId) => ({ menteeId, mentorId: 'noa' })) },
    seed: 'spring',
  }
  const { run } = outcome(input)
  expect(run.pairs.map(({ menteeId, mentorId }) => [menteeId, mentorId])).toEqual([
    ['roy', 'noa'],
    ['sam', 'mia'],
  ])
  const [ada] = run.unmatched
  expect(ada).toMatchObject({ menteeId: 'ada', why: 'crowded-out', change: { kind: 'another-mentor' } })
  const moved = outcome(changed(input, ada as UnmatchedMentee, { kind: 'add-place', mentorId: 'mia' })).run
  expect(moved.pairs.map(({ menteeId }) => menteeId)).toEqual(['roy', 'sam'])
})

test('one more place that a stable run advises goes to the mentee it is advised for', () => {
  let seen = 0
  fc.assert(
    fc.property(programme(7, 'stable'), (input) => {
      for (const one of outcome(input).run.unmatched) {
        if (one.why !== 'others-preferred' || one.change.kind !== 'add-place') continue
        seen += 1
        expect(outcome(changed(input, one, one.change)).run.pairs.map(({ menteeId }) => menteeId)).toContain(
          one.menteeId,
        )
      }
    }),
    { numRuns: 400 },
  )
  expect(seen).toBeGreaterThan(50)
})

test('a crowded set has more mentees than places, and its mentees may have no other mentor', () => {
  let seen = 0
  fc.assert(
    fc.property(programme(7, 'most-matched'), (input) => {
      const { run } = outcome(input)
      const excluded = new Set(run.excluded.listed.map(({ menteeId, mentorId }) => `${menteeId} ${mentorId}`))
      for (const { menteeIds, mentorIds, places } of run.crowded) {
        seen += 1
        expect(menteeIds.length).toBeGreaterThan(places)
        expect(places).toBe(
          input.mentors
            .filter(({ personId }) => mentorIds.includes(personId))
            .reduce((sum, each) => sum + each.places, 0),
        )
        for (const menteeId of menteeIds)
          for (const { personId } of input.mentors)
            if (!mentorIds.includes(personId)) expect(excluded).toContain(`${menteeId} ${personId}`)
      }
      for (const { why, crowd, menteeId } of run.unmatched)
        if (why === 'crowded-out') expect(run.crowded[crowd ?? -1]?.menteeIds).toContain(menteeId)
      const short = run.crowded.reduce((sum, { menteeIds, places }) => sum + menteeIds.length - places, 0)
      expect(run.unmatched.filter(({ why }) => why === 'crowded-out')).toHaveLength(short)
    }),
    { numRuns: 400 },
  )
  expect(seen).toBeGreaterThan(40)
})

test.each(['most-matched', 'fewest-poor', 'best-total', 'stable'] as const)(
  'every proof holds, and a changed run does not pass: %s',
  (objective) => {
    fc.assert(
      fc.property(programme(6, objective), (input) => {
        const { run, proof } = outcome(input)
        expect(checkProof(input, JSON.parse(JSON.stringify({ run, proof })))).toEqual({ holds: true, faults: [] })
        expect(checkProof({ ...input, seed: 'another' }, { run, proof }).holds).toBe(false)
        if (run.pairs.length > 0)
          expect(checkProof(input, { run: { ...run, pairs: run.pairs.slice(1) }, proof }).holds).toBe(false)
      }),
      { numRuns: 200 },
    )
  },
)

test('steps tell how far a run is, and it can be cancelled', async () => {
  const mentees = Array.from({ length: 300 }, (_, at) => ({ personId: `e${at}`, trained: true, answers: {} }))
  const mentors = Array.from({ length: 290 }, (_, at) => ({
    personId: `o${at}`,
    trained: true,
    places: 1,
    answers: {},
  }))
  const policy = { version: '1', objective: 'most-matched' as const, rules: [], menteeShare: 0.5 }
  const input: MatchInput = { mentees, mentors, policy, seed: 'spring' }
  const seen: string[] = []
  const pause = () => Promise.resolve()
  const done = await finishSteps(matchSteps(input), { pause, onProgress: ({ stage }) => seen.push(stage) })
  expect(done).toEqual(match(input))
  expect([...new Set(seen)]).toEqual(['pairs', 'matching', 'reasons'])
  expect(seen.length).toBeGreaterThan(5)
  let turns = 0
  expect(await finishSteps(matchSteps(input), { pause, cancelled: () => ++turns === 3 })).toEqual({ cancelled: true })
  expect(turns).toBe(3)
})

test.each(['most-matched', 'best-total', 'fewest-poor', 'stable'] as const)(
  'progress never goes back (%s)',
  (objective) => {
    const mentees = Array.from({ length: 300 }, (_, at) => ({ personId: `e${at}`, trained: true, answers: {} }))
    const mentors = mentees.map(({ personId }) => ({ personId: `o${personId}`, trained: true, places: 1, answers: {} }))
    const ranked = mentees.map((mentee, at) => ({ ...mentee, ranking: [mentors[(at * 7) % 90]?.personId ?? ''] }))
    const rules = [{ id: 'list', kind: 'ranking' as const, side: 'mentee' as const, weight: 1 }]
    const input: MatchInput = {
      mentees: ranked,
      mentors,
      policy: { version: '1', objective, rules, menteeShare: 0.5 },
      seed: '',
    }
    const stages = ['pairs', 'matching', 'reasons']
    const seen = [...matchSteps(input)].map(({ stage, done, of }) => stages.indexOf(stage) + done / of)
    expect(seen).toEqual(seen.toSorted((one, other) => one - other))
    expect(seen.every((share) => share < 3)).toBe(true)
  },
)

test('which of two equal mentors a mentee has is decided by the seed, as often for the one as for the other', () => {
  const mentors = ['mia', 'noa'].map((personId) => ({ personId, trained: true, places: 1, answers: {} }))
  const policy = { version: '1', objective: 'most-matched' as const, rules: [], menteeShare: 0.5 }
  const mentees = [{ personId: 'ada', trained: true, answers: {} }]
  const mia = Array.from(
    { length: 400 },
    (_, at) => outcome({ mentees, mentors, policy, seed: `${at}` }).run.pairs[0]?.mentorId,
  ).filter((id) => id === 'mia')
  expect(Math.abs(mia.length - 200)).toBeLessThan(45)
})
