import { expect, test } from 'vitest'
import {
  type DisclosedFigure,
  defineTable,
  disclose,
  discloseThrough,
  exact,
  hesa,
  type Indicator,
  isOutdated,
  type Ledger,
  openLedger,
  type Row,
  renewLedger,
  type Table,
} from '../../src/index.ts'
import { answers, base, measured, people, peopleBy, peopleTable, rateBy, surveyTable, valued } from '../fixtures.ts'

const opened = (table: Table, words = 1): Ledger =>
  openLedger(table, { on: '2026-01-31', seed: [words, words + 1, words + 2, words + 3] })
const named = (table: Table, entity?: string): Table => ({
  ...table,
  name: 'people',
  ...(entity === undefined ? {} : { entity }),
})
const short = (figures: readonly DisclosedFigure[]) =>
  figures.map((figure) => ('value' in figure ? figure.value : figure.suppressed))
const distinct = (by: readonly string[]): Indicator => ({
  ...base,
  id: `people by ${by.join()}`,
  by,
  measure: { kind: 'count-distinct', of: 'id' },
})
/** What a population counts in a world, one group by hand. */
const inWorlds = ({ profiles, frozen, dimensions }: Ledger, column: string, value: unknown, day = 0) => {
  const place = dimensions.indexOf(column)
  return (frozen.at(day)?.sizes ?? []).map((sizes) =>
    profiles.reduce(
      (sum, { rows }, at) => sum + (rows.some((row) => row[place] === JSON.stringify(value)) ? (sizes[at] ?? 0) : 0),
      0,
    ),
  )
}

test('what is shown is the HESA rounding of the truth', () => {
  const table = named(peopleTable([40, 33, 12, 8]), 'id')
  const sets = measured(table, distinct([]), distinct(['group']))
  const figures = discloseThrough([opened(table)], sets, hesa)
  expect(short(figures)[0]).toBe(95)
  const rounded = new Map([
    ['g0', 40],
    ['g1', 35],
    ['g2', 10],
    ['g3', 10],
  ])
  for (const figure of figures.slice(1))
    if ('value' in figure) expect(figure.value).toBe(rounded.get(figure.by.group ?? ''))
  expect(figures.filter((figure) => 'value' in figure).length).toBeGreaterThan(2)
})

test('a figure is the same alone, beside others, in another order and asked again', () => {
  const table = named(peopleTable([30, 9, 3, 2], [20, 5, 1, 0]), 'id')
  const ledger = opened(table)
  const all = measured(table, people, peopleBy, rateBy, distinct(['group', 'done']))
  const together = discloseThrough([ledger], all, hesa)
  expect(
    discloseThrough([ledger], [...all].reverse(), hesa)
      .map((figure) => JSON.stringify(figure))
      .sort(),
  ).toEqual(together.map((figure) => JSON.stringify(figure)).sort())
  expect(all.flatMap((set) => discloseThrough([ledger], [set], hesa))).toEqual(together)
})

test('every group of 1 to 4, and every rest of 1 to 4, differs in a world; all worlds have as many people', () => {
  const table = named(peopleTable([30, 28, 3, 2, 1], [29, 14, 1, 2, 0]), 'id')
  const ledger = opened(table)
  expect(ledger.frozen[0]?.sound).toBe(true)
  for (const group of ['g2', 'g3', 'g4']) expect(new Set(inWorlds(ledger, 'group', group)).size).toBeGreaterThan(1)
  const sizes = ledger.frozen[0]?.sizes ?? []
  expect(sizes.map((world) => world.reduce((sum, size) => sum + size, 0))).toEqual([64, 64, 64, 64])
  const [truth, ...decoys] = sizes
  const unfinished = ledger.profiles.findIndex(({ rows }) => rows[0]?.join() === '"g0",false')
  expect(truth?.[unfinished]).toBe(1)
  expect(decoys.some((decoy) => decoy[unfinished] !== 1)).toBe(true)
})

test('one person of all, and nobody at all', () => {
  const one = named(peopleTable([1]), 'id')
  const lonely = opened(one)
  expect(lonely.frozen[0]?.sound).toBe(false)
  expect(short(discloseThrough([lonely], measured(one, people), hesa))).toEqual(['differencing'])
  const none = named(peopleTable([]), 'id')
  expect(short(discloseThrough([opened(none)], measured(none, people), hesa))).toEqual([0])
})

test('all answered alike: the distribution is hidden, and so it is from whoever asks for a part', () => {
  const table = named(
    surveyTable([
      [0, 30],
      [20, 25],
    ]),
    'id',
  )
  const figures = discloseThrough([opened(table)], measured(table, answers(2, ['group'])), hesa)
  const alike = figures.filter(({ by }) => by.group === 'g0')
  expect(alike.every((figure) => 'suppressed' in figure)).toBe(true)
})

test('people who came since are guarded like any group, and one alone changes no answer', () => {
  const rows = (size: number, more: readonly Row[] = []): Table =>
    named(
      valued(
        defineTable(
          [
            { name: 'id', type: 'string', label: 'Id' },
            { name: 'unit', type: 'string', label: 'Unit' },
          ],
          [...Array.from({ length: size }, (_, place) => ({ id: `p${place}`, unit: `u${place % 3}` })), ...more],
        ),
      ),
      'id',
    )
  const ledger = opened(rows(60))
  const newcomer = rows(60, [{ id: 'new', unit: 'u1' }])
  expect(renewLedger(ledger, newcomer, { on: '2026-02-28', seed: [9, 9, 9, 9] })).toBe(ledger)
  expect(isOutdated(ledger, newcomer)).toBe(false)
  const grown = rows(60, [
    ...Array.from({ length: 9 }, (_, place) => ({ id: `n${place}`, unit: 'u0' })),
    { id: 'one', unit: 'u1' },
    { id: 'two', unit: 'u1' },
  ])
  expect(isOutdated(ledger, grown)).toBe(true)
  const renewed = renewLedger(ledger, grown, { on: '2026-02-28', seed: [9, 9, 9, 9] })
  expect(renewed.frozen.map(({ on, sound }) => [on, sound])).toEqual([
    ['2026-01-31', true],
    ['2026-02-28', true],
  ])
  const [before, after] = [inWorlds(renewed, 'unit', 'u1', 0), inWorlds(renewed, 'unit', 'u1', 1)]
  const came = after.map((size, world) => size - (before[world] ?? 0))
  expect(came[0]).toBe(2)
  expect(new Set(came).size).toBeGreaterThan(1)
  expect(renewed.frozen[0]?.sizes.map((sizes) => sizes.slice(0, 3))).toEqual(
    ledger.frozen[0]?.sizes.map((sizes) => sizes.slice(0, 3)),
  )
})

test('what a ledger does not know it does not show', () => {
  const table = named(peopleTable([30, 20]), 'id')
  const ledger = opened(table)
  const byName: Indicator = { ...people, id: 'one', where: [{ column: 'id', op: 'eq', value: '0-3' }] }
  expect(short(discloseThrough([ledger], measured(table, byName), hesa))).toEqual(['differencing'])
  expect(() => discloseThrough([], measured(table, people), hesa)).toThrow(RangeError)
  expect(() => discloseThrough([ledger], measured(table, people), exact)).toThrow(RangeError)
  expect(() => opened(peopleTable([3]))).toThrow(RangeError)
  expect(() => renewLedger(ledger, named(surveyTable([[3]]), 'id'), { on: '2026-02-28', seed: [1, 2, 3, 4] })).toThrow(
    /other columns/,
  )
})

test('a filter that leaves out one person is no way to that person, which it is without the ledger', () => {
  const table = named(peopleTable([22, 1, 40]), 'id')
  const whole = people
  const without: Indicator = { ...people, id: 'without', where: [{ column: 'group', op: 'in', value: ['g0', 'g2'] }] }
  const apart = [whole, without].flatMap((one) => disclose(measured(table, one), hesa))
  expect(short(apart)).toEqual([65, 60])
  for (const words of [1, 2, 3, 4, 5]) {
    const ledger = opened(table, words)
    expect(new Set(inWorlds(ledger, 'group', 'g1')).size).toBeGreaterThan(1)
    const shown = discloseThrough([ledger], [...measured(table, whole), ...measured(table, without)], hesa)
    expect(shown.every((figure) => !('value' in figure) || [65, 60].includes(figure.value))).toBe(true)
  }
})
