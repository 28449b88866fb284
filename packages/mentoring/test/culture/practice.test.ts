import fc from 'fast-check'
import { expect, test } from 'vitest'
import { definePractice, embeddedness, type Practice } from '../../src/index.ts'

const practice: Practice = {
  id: 'p1',
  title: 'Pairs',
  form: 'informal',
  departmentId: 'law',
  seenFrom: '2025-02-01',
  seenTo: '2025-06-01',
}
const codeOf = (change: object) => {
  const made = definePractice({ ...practice, ...change })
  return 'refusal' in made ? [made.refusal.code, made.refusal.path] : 'taken'
}
const on = (change: object, days: readonly string[], ends: Readonly<Record<string, string>> = {}) =>
  embeddedness({ practices: [{ ...practice, ...change }], departments: ['art', 'law'], programmeEnds: ends }, days)

test('a practice has days in order', () => {
  expect(codeOf({ beganOn: '2025-02-01', endedOn: '2025-06-01' })).toBe('taken')
  expect(codeOf({ seenTo: '2025-01-31' })).toEqual(['window-not-usable', 'seenTo'])
  expect(codeOf({ beganOn: '2025-02-02' })).toEqual(['window-not-usable', 'beganOn'])
  expect(codeOf({ endedOn: '2025-05-31' })).toEqual(['window-not-usable', 'endedOn'])
  expect(codeOf({ form: 'secret' })).toEqual(['value-not-listed', 'form'])
  expect(codeOf({ score: 3 })).toEqual(['field-not-listed', 'score'])
})

test('what was not seen is not known, unless a beginning or an end tells', () => {
  const days = ['2025-01-01', '2025-02-01', '2025-06-01', '2025-06-02', '2025-08-01']
  const states = (change: object) =>
    on(change, days).map(({ informal, notKnown }) => (informal ? 'in' : notKnown ? '?' : 'out'))
  expect(states({})).toEqual(['?', 'in', 'in', '?', '?'])
  expect(states({ beganOn: '2025-01-15' })).toEqual(['out', 'in', 'in', '?', '?'])
  expect(states({ beganOn: '2025-01-01', endedOn: '2025-08-01' })).toEqual(['in', 'in', 'in', 'in', 'out'])
  expect(states({ endedOn: '2025-06-01' })).toEqual(['?', 'in', 'in', 'out', 'out'])
})

test('continuation counts what outlived its programme, what stopped, and what is not known', () => {
  const days = ['2025-04-01', '2025-04-30', '2025-07-01']
  const told = (change: object) =>
    on({ programmeId: 'g1', ...change }, days, { g1: '2025-04-01' }).map((one) => one.continuation)
  const none = { programmesEnded: 0, continued: 0, stopped: 0, notKnown: 0 }
  const ended = { ...none, programmesEnded: 1 }
  expect(told({})).toEqual([none, { ...ended, continued: 1 }, { ...ended, notKnown: 1 }])
  expect(told({ seenTo: '2025-04-01', endedOn: '2025-05-01' })).toEqual([
    none,
    { ...ended, continued: 1 },
    { ...ended, stopped: 1 },
  ])
  expect(told({ programmeId: 'g2' })).toEqual([none, ended, ended])
  expect(told({ seenFrom: '2025-04-02' })).toEqual([none, ended, ended])
})

test('spread counts each department once, and only those listed', () => {
  const practices = ['law', 'law', 'art', 'physics', undefined].map((departmentId, index): Practice => {
    const { departmentId: _, ...rest } = {
      ...practice,
      id: `p${index}`,
      form: index === 2 ? ('formal' as const) : practice.form,
    }
    return departmentId === undefined ? rest : { ...rest, departmentId }
  })
  const [point] = embeddedness({ practices, departments: ['art', 'law', 'music'], programmeEnds: {} }, ['2025-03-01'])
  expect(point).toMatchObject({ formal: 1, informal: 4, spread: { departments: 2, withInformal: 1, of: 3 } })
})

test('every practice is in place, known not to be, or not known, whatever the day; there is no score', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date('2024-01-01'), max: new Date('2027-01-01'), noInvalidDate: true }), (date) => {
      const [point] = on({ programmeId: 'g1' }, [date.toISOString().slice(0, 10)], { g1: '2025-04-01' })
      expect((point?.formal ?? 0) + (point?.informal ?? 0) + (point?.notKnown ?? 0)).toBeLessThanOrEqual(1)
      expect(Object.keys(point ?? {})).toEqual(['on', 'formal', 'informal', 'notKnown', 'spread', 'continuation'])
    }),
  )
  expect(() => on({}, ['2025'])).toThrow(RangeError)
  expect(() => on({}, [], { g1: 'soon' })).toThrow(RangeError)
})
