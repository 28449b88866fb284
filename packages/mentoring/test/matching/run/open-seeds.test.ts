import { expect, test } from 'vitest'
import type { MatchInput } from '../../../src/matching/input/match-input.ts'
import { checkProof } from '../../../src/matching/run/check-proof.ts'
import { match } from '../../../src/matching/run/match.ts'
import { openSeeds, whereOpenSeedsIs } from '../../open-seeds.ts'

test.skipIf(whereOpenSeedsIs === undefined)(
  'the cohorts of a real programme are matched whole, with proof, and no worse than they were (skipped where the data is absent)',
  () => {
    const continents = new Map(openSeeds('people.csv').map((row) => [row.person_id ?? '', row.continent ?? '']))
    const ids = (cell = '') => cell.split(';').filter((id) => id !== '')
    for (const cohort of ['3', '4', '5', '6']) {
      const projects = openSeeds('projects.csv')
        .filter((row) => row.cohort === cohort)
        .map((row) => ({
          id: row.project_id ?? '',
          mentees: ids(row.mentee_ids),
          mentor: ids(row.mentor_ids)[0] ?? '',
        }))
        .filter(({ mentees, mentor }) => mentor !== '' && !mentees.includes(mentor))
      const home = (people: readonly string[]) => {
        const known = people.flatMap((id) => continents.get(id) || [])
        return known.length > 0 ? { continent: known } : {}
      }
      const input: MatchInput = {
        seed: 'open seeds',
        policy: {
          version: '1',
          objective: 'best-total',
          menteeShare: 1,
          rules: [
            {
              id: 'near',
              kind: 'same',
              side: 'mentee',
              weight: 1,
              menteeQuestion: 'continent',
              mentorQuestion: 'continent',
            },
          ],
        },
        mentees: projects.map(({ id, mentees }) => ({ personId: id, trained: true, answers: home(mentees) })),
        mentors: [...new Set(projects.map(({ mentor }) => mentor))].map((personId) => ({
          personId,
          trained: true,
          places: projects.filter(({ mentor }) => mentor === personId).length,
          answers: home([personId]),
        })),
      }
      const matched = match(input)
      if ('refusal' in matched) throw new Error(matched.refusal.message)
      const { run } = matched.value
      expect(run.pairs).toHaveLength(projects.length)
      expect(checkProof(input, matched.value)).toEqual({ holds: true, faults: [] })
      const asMade = match({ ...input, pins: projects.map(({ id, mentor }) => ({ menteeId: id, mentorId: mentor })) })
      if ('refusal' in asMade) throw new Error(asMade.refusal.message)
      expect(run.totals.score).toBeGreaterThan(asMade.value.run.totals.score)
    }
  },
)
