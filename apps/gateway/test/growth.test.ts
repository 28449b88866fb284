import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { growthOverCohorts, type ParticipationRole } from '@mentoring-commons/mentoring'
import { exact, hesa } from '@mentoring-commons/reporting'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { growthAims, growthFigures } from '../src/modules/community/growth/figures.ts'

const root = join(import.meta.dirname, '../../..')
const file = join(process.env.MENTORING_SHARED ?? join(root, '../shared'), 'data/open-seeds/roles.csv')
if (!existsSync(file)) console.warn(`skipped: the data of Open Seeds is not at ${file}`)

describe.skipIf(!existsSync(file))('growth on the real data of six cohorts', () => {
  const rows: Record<string, string>[] = existsSync(file) ? parse(readFileSync(file), { columns: true }) : []
  const participations = rows.map(({ person_id: personId = '', cohort, role = '' }) => ({
    personId,
    cohortOrdinal: Number(cohort),
    role: (role === 'participant' ? 'mentee' : role) as ParticipationRole,
  }))

  test('33 mentees came back as mentors, 49 as mentors or experts, and each cell is the package’s', () => {
    const shown = growthFigures(participations, exact)
    expect([shown.mentor.returned.value, shown['mentor-or-expert'].returned.value]).toEqual([33, 49])
    for (const [aim, to] of Object.entries(growthAims)) {
      const counted = growthOverCohorts(participations, { from: 'mentee', to })
      expect(shown[aim as 'mentor'].matrix.map(({ people }) => people.value)).toEqual(
        counted.matrix.map(({ people }) => people),
      )
      expect(shown[aim as 'mentor'].curve.map(({ returnedSoFar }) => returnedSoFar.value)).toEqual(
        counted.curve.map(({ returnedSoFar }) => returnedSoFar),
      )
    }
  })

  test('an analyst sees 35 and 50, and no cell of 1 to 4 as it is', () => {
    const shown = growthFigures(participations, hesa)
    expect([shown.mentor.returned.value, shown['mentor-or-expert'].returned.value]).toEqual([35, 50])
    const cells = [...shown.mentor.matrix, ...shown['mentor-or-expert'].matrix].map(({ people }) => people)
    expect(cells.length).toBe(30)
    for (const { value, suppressed } of cells) expect(value === null ? suppressed : value % 5 === 0).toBeTruthy()
  })
})

test('on any history, exact growth is the package’s growth', () => {
  const participation = fc.record({
    personId: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    cohortOrdinal: fc.integer({ min: 1, max: 4 }),
    role: fc.constantFrom<ParticipationRole>('mentee', 'mentor', 'expert', 'speaker'),
  })
  fc.assert(
    fc.property(fc.array(participation, { maxLength: 30 }), (participations) => {
      const shown = growthFigures(participations, exact)
      for (const [aim, to] of Object.entries(growthAims)) {
        const counted = growthOverCohorts(participations, { from: 'mentee', to })
        const own = shown[aim as 'mentor']
        expect([own.people.value, own.returned.value]).toEqual([counted.people, counted.returned])
        expect(own.matrix.map(({ people, ...cell }) => ({ ...cell, people: people.value }))).toEqual(counted.matrix)
        expect(own.curve.map(({ first, returnedOfThese }) => [first.value, returnedOfThese.value])).toEqual(
          counted.curve.map(({ first, returnedOfThese }) => [first, returnedOfThese]),
        )
      }
    }),
    { numRuns: 40 },
  )
})
