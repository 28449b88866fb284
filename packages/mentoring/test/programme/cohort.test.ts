import { expect, test } from 'vitest'
import { type Cohort, defineCohort } from '../../src/index.ts'
import { codeOf, made } from '../demo.ts'

const cohort: Cohort = { id: 'c1', programmeId: 'p1', label: 'Autumn', startsOn: '2026-09-01', endsOn: '2027-06-30' }

test('dates that are known are kept, dates that are not stay absent', () => {
  expect(made(defineCohort(cohort))).toStrictEqual(cohort)
  const { startsOn: _, ...endOnly } = cohort
  expect(made(defineCohort(endOnly))).toStrictEqual(endOnly)
  const { endsOn: __, ...startOnly } = cohort
  expect(made(defineCohort(startOnly))).toStrictEqual(startOnly)
})

test('a cohort of one day is one, and one that ends the day before is refused', () => {
  expect(codeOf(defineCohort({ ...cohort, endsOn: '2026-09-01' }))).toBeUndefined()
  expect(defineCohort({ ...cohort, endsOn: '2026-08-31' })).toMatchObject({
    refusal: { code: 'end-before-start', path: 'endsOn', message: expect.stringContaining('2026-08-31') },
  })
})

test.each<[string, string, object]>([
  ['a blank label', 'text-missing', { label: ' ' }],
  ['an id that is none', 'id-not-usable', { id: 'a b' }],
  ['a programme that is none', 'id-not-usable', { programmeId: '' }],
  ['a start that is no day', 'date-not-iso', { startsOn: '2026-02-30' }],
  ['an end that is no day', 'date-not-iso', { endsOn: 'soon' }],
])('%s is refused', (_, code, change) => {
  expect(codeOf(defineCohort({ ...cohort, ...change }))).toBe(code)
})
