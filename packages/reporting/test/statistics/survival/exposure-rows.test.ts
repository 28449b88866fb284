import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayNumber, dayOf } from '../../../src/evaluation/day.ts'
import { countingRows, mergeSpells } from '../../../src/evaluation/index.ts'
import { seededRandom } from '../../../src/statistics/resampling/random.ts'
import { coxRegression } from '../../../src/statistics/survival/cox/cox-regression.ts'
import { type ExposureOptions, exposureRows } from '../../../src/statistics/survival/exposure/exposure-rows.ts'
import type { ExposureSpell, ServiceSpell } from '../../../src/statistics/survival/exposure/service-spell.ts'
import { codeOf, valued } from '../../fixtures.ts'

const first = dayNumber('2024-01-01') ?? 0
const day = (offset: number) => dayOf(first + offset)
const options: ExposureOptions = { exposed: 'since-first', close: day(100) }
const cells = (service: ServiceSpell[], exposures: ExposureSpell[], more: Partial<ExposureOptions> = {}) =>
  valued(exposureRows(service, exposures, { ...options, ...more })).rows.map((row) => [
    row.start,
    row.stop,
    row.exposed,
    row.event,
  ])
const left = { person: 'a', start: day(0), end: day(29), ending: 'event' } as const

test('service without exposure is one row, to its last day or the close', () => {
  expect(cells([left], [])).toEqual([[0, 30, false, true]])
  expect(cells([{ person: 'a', start: day(0) }], [])).toEqual([[0, 101, false, false]])
  expect(cells([{ ...left, ending: 'censored' }], [])).toEqual([[0, 30, false, false]])
  expect(cells([{ ...left, end: day(0) }], [])).toEqual([[0, 1, false, true]])
})

test('an end after the close is not known yet', () => {
  expect(cells([{ ...left, end: day(400) }], [])).toEqual([[0, 101, false, false]])
})

test('exposure counts from the end of its first day, for good or while it lasts', () => {
  const mentoring = [{ person: 'a', start: day(9), end: day(19) }]
  expect(cells([left], mentoring)).toEqual([
    [0, 10, false, false],
    [10, 30, true, true],
  ])
  expect(cells([left], mentoring, { exposed: 'while' })).toEqual([
    [0, 10, false, false],
    [10, 20, true, false],
    [20, 30, false, true],
  ])
  expect(cells([left], mentoring, { lagDays: 5 })).toEqual([
    [0, 15, false, false],
    [15, 30, true, true],
  ])
})

test('who leaves on the day that mentoring begins leaves unmentored', () => {
  expect(cells([left], [{ person: 'a', start: day(29) }])).toEqual([[0, 30, false, true]])
})

test('who was exposed before service is so from its beginning', () => {
  expect(cells([left], [{ person: 'a', start: day(-50), end: day(-40) }])).toEqual([[0, 30, true, true]])
  expect(cells([left], [{ person: 'a', start: day(-50), end: day(-40) }], { exposed: 'while' })).toEqual([
    [0, 30, false, true],
  ])
})

test('exposures that touch or overlap are one', () => {
  const mentoring = [
    { person: 'a', start: day(14), end: day(24) },
    { person: 'a', start: day(4), end: day(9) },
    { person: 'a', start: day(10), end: day(15) },
  ]
  expect(cells([left], mentoring, { exposed: 'while' })).toEqual([
    [0, 5, false, false],
    [5, 25, true, false],
    [25, 30, false, true],
  ])
})

test('service before the data open is entered late, and service that ended before is not watched', () => {
  const early = { person: 'b', start: day(0), end: day(5), ending: 'event' } as const
  const answer = valued(exposureRows([left, early], [{ person: 'c', start: day(1) }], { ...options, open: day(10) }))
  expect(answer.rows).toEqual([{ person: 'a', start: 10, stop: 30, exposed: false, event: true }])
  expect(answer).toMatchObject({ people: 1, spellsUnwatched: 1, exposuresUnplaced: 1 })
})

test('each spell of somebody who comes back has its own clock', () => {
  const back = { person: 'a', start: day(40), end: day(49), ending: 'censored' } as const
  expect(cells([back, left], [{ person: 'a', start: day(20) }])).toEqual([
    [0, 10, true, false],
    [0, 21, false, false],
    [21, 30, true, true],
  ])
})

test('what is no history is refused', () => {
  const code = (service: ServiceSpell[], exposures: ExposureSpell[] = [], more: Partial<ExposureOptions> = {}) =>
    codeOf(exposureRows(service, exposures, { ...options, ...more }))
  expect(code([])).toBe('too-few-values')
  expect(code([{ ...left, start: '2024-02-30' }])).toBe('day-wrong')
  expect(code([left], [], { close: 'soon' })).toBe('day-wrong')
  expect(code([{ ...left, end: day(-1) }])).toBe('stretch-wrong')
  expect(code([left], [{ person: 'a', start: day(3), end: day(2) }])).toBe('stretch-wrong')
  expect(code([left], [], { open: day(101) })).toBe('stretch-wrong')
  expect(code([{ ...left, start: day(101), end: day(102) }])).toBe('date-after-close')
  expect(code([left], [{ person: 'a', start: day(101) }])).toBe('date-after-close')
  expect(code([left, { ...left, start: day(29), end: day(40) }])).toBe('spells-overlap')
  expect(
    code([
      { person: 'a', start: day(0) },
      { ...left, start: day(50), end: day(60) },
    ]),
  ).toBe('spells-overlap')
  expect(() => exposureRows([left], [], { ...options, lagDays: -1 })).toThrow(RangeError)
})

const spell = fc.record({
  start: fc.integer({ min: 0, max: 90 }),
  days: fc.option(fc.integer({ min: 0, max: 80 })),
  event: fc.boolean(),
  exposures: fc.array(
    fc.record({ start: fc.integer({ min: -20, max: 100 }), days: fc.option(fc.integer({ min: 0, max: 40 })) }),
    {
      maxLength: 3,
    },
  ),
})

test('no immortal time: each day of service is in one row, and exposed only after an exposure began', () => {
  fc.assert(
    fc.property(
      fc.array(spell, { minLength: 1, maxLength: 6 }),
      fc.constantFrom('since-first', 'while'),
      fc.integer({ min: 0, max: 10 }),
      (people, kind, lagDays) => {
        const exposed = kind as ExposureOptions['exposed']
        const service = people.map(({ start, days, event }, index): ServiceSpell => {
          const own = { person: `${index}`, start: day(start) }
          return days === null ? own : { ...own, end: day(start + days), ending: event ? 'event' : 'censored' }
        })
        const exposures = people.flatMap((each, index) =>
          each.exposures.map(({ start, days }) => ({
            person: `${index}`,
            start: day(start),
            ...(days === null ? {} : { end: day(start + days) }),
          })),
        )
        const { rows } = valued(exposureRows(service, exposures, { ...options, exposed, lagDays }))
        for (const [index, each] of people.entries()) {
          const own = rows.filter(({ person }) => person === `${index}`)
          const last = Math.min(each.days === null ? 100 : each.start + each.days, 100)
          expect(own[0]?.start).toBe(0)
          expect(own.at(-1)?.stop).toBe(last - each.start + 1)
          for (const [place, row] of own.entries()) {
            expect(row.stop).toBeGreaterThan(row.start)
            if (place > 0) expect(row.start).toBe(own[place - 1]?.stop)
          }
          expect(own.filter(({ event }) => event).length).toBe(
            each.event && each.days !== null && each.start + each.days <= 100 ? 1 : 0,
          )
          for (let time = 1; time <= last - each.start + 1; time++) {
            const today = each.start + time - 1
            const row = own.find(({ start, stop }) => start < time && time <= stop)
            const begun = each.exposures.some(({ start }) => start + lagDays < today)
            if (row?.exposed) expect(begun).toBe(true)
            if (exposed === 'since-first') expect(row?.exposed).toBe(begun)
            const lasting = each.exposures.some(
              ({ start, days }) => start + lagDays < today && (days === null || today <= start + days),
            )
            if (exposed === 'while' && lasting) expect(row?.exposed).toBe(true)
          }
        }
      },
    ),
    { seed: 66, numRuns: 200 },
  )
})

test('employment as it is imported and service give the same stretches', () => {
  const at = fc.record({
    start: fc.integer({ min: 0, max: 60 }),
    days: fc.integer({ min: 0, max: 40 }),
    mentored: fc.option(fc.integer({ min: -5, max: 100 })),
  })
  fc.assert(
    fc.property(at, ({ start, days, mentored }) => {
      const spell = { start: day(start), end: day(start + days) }
      const mentoring = mentored === null ? [] : [{ start: day(mentored) }]
      const own = { ...spell, person: 'p', ending: 'event' } as const
      const rows = cells(
        [own],
        mentoring.map((each) => ({ ...each, person: 'p' })),
      )
      const episodes = mergeSpells([{ ...spell, externalId: 'c', personId: 'p', reason: '6', terms: 'open-ended' }], {
        gapDaysMax: 31,
        asOf: '2026-01-31',
      })
      const exposures = mentoring.map((each) => ({ ...each, personId: 'p', relationshipId: 'r' }))
      const imported = countingRows(episodes, exposures, { exposed: 'from-start' })
      expect(imported.map(({ entry, time, exposed }) => [entry, time, exposed])).toEqual(
        rows.map((row) => row.slice(0, 3)),
      )
    }),
    { seed: 68, numRuns: 200 },
  )
})

test('mentoring without any effect has none, while counting it from the first day would show one', () => {
  const random = seededRandom(67)
  const people = Array.from({ length: 1500 }, (_, index) => {
    const stay = Math.floor(-400 * Math.log(1 - random()))
    const mentoredAt = Math.floor(random() * 800)
    return { person: `${index}`, stay, mentoredAt: mentoredAt <= stay ? mentoredAt : undefined }
  })
  const service = people.map(
    ({ person, stay }) => ({ person, start: day(0), end: day(stay), ending: 'event' }) as const,
  )
  const mentoring = people.flatMap(({ person, mentoredAt }) =>
    mentoredAt === undefined ? [] : [{ person, start: day(mentoredAt) }],
  )
  const cox = { covariates: ['mentored'], ties: 'efron', errors: 'model' } as const
  const { rows } = valued(exposureRows(service, mentoring, { exposed: 'since-first', close: day(1500) }))
  const honest = valued(
    coxRegression(
      rows.map((row) => ({ ...row, covariates: [Number(row.exposed)] })),
      cox,
    ),
  )
  expect(honest.coefficients[0]?.interval.low).toBeLessThan(1)
  expect(honest.coefficients[0]?.interval.high).toBeGreaterThan(1)
  const immortal = people.map(({ stay, mentoredAt }) => ({
    stop: stay + 1,
    event: true,
    covariates: [mentoredAt === undefined ? 0 : 1],
  }))
  expect(valued(coxRegression(immortal, cox)).coefficients[0]?.interval.high).toBeLessThan(0.6)
})
