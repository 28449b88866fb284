import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type DisclosedFigure, disclose, exact, hesa } from '../../src/index.ts'
import { answers, measured, surveyTable } from '../fixtures.ts'

/** A fraction of whole numbers, kept exactly. */
type Row = readonly bigint[]

/** Whether a vector is a combination of others: elimination over whole numbers, without a rounding anywhere. */
function inRowSpace(rows: readonly Row[], target: Row): boolean {
  let left = rows.map((row) => [...row])
  let rest = [...target]
  for (let column = 0; column < target.length; column += 1) {
    const pivot = left.find((row) => row[column] !== 0n)
    if (pivot === undefined) continue
    const by = pivot[column] ?? 1n
    const without = (row: readonly bigint[]) => {
      const times = row[column] ?? 0n
      return row.map((value, place) => value * by - (pivot[place] ?? 0n) * times)
    }
    left = left.filter((row) => row !== pivot).map(without)
    rest = without(rest)
  }
  return rest.every((value) => value === 0n)
}

test('the test of row spaces tells a sum from what is none', () => {
  expect(
    inRowSpace(
      [
        [1n, 1n, 0n],
        [0n, 1n, 1n],
      ],
      [1n, 2n, 1n],
    ),
  ).toBe(true)
  expect(
    inRowSpace(
      [
        [1n, 1n, 0n],
        [0n, 1n, 1n],
      ],
      [1n, 0n, 0n],
    ),
  ).toBe(false)
  expect(
    inRowSpace(
      [
        [2n, 2n, 0n],
        [0n, 3n, 3n],
      ],
      [1n, 0n, -1n],
    ),
  ).toBe(true)
  expect(inRowSpace([], [0n, 0n])).toBe(true)
})

const choices = 3

/** The cells that a figure counts, as a vector: group g and choice c stand at 3 g + c. */
function vectorOf({ by }: Pick<DisclosedFigure, 'by'>, groups: number, choice: string | undefined): Row {
  return Array.from({ length: groups * choices }, (_, place) => {
    const inGroup = by.group === undefined || by.group === `g${Math.floor(place / choices)}`
    return inGroup && (choice === undefined || choice === `c${place % choices}`) ? 1n : 0n
  })
}

test.each([exact, hesa])(
  'under $name, no answer of a group that is hidden lies in the row space of what is published, its whole and a filter beside it',
  (policy) => {
    const group = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: choices, maxLength: choices })
    fc.assert(
      fc.property(fc.array(group, { minLength: 2, maxLength: 5 }), fc.boolean(), (cells, filtered) => {
        const table = surveyTable(cells)
        const one = { ...answers(choices), id: 'one', where: [{ column: 'group', op: 'eq', value: 'g0' } as const] }
        const figures = disclose(
          measured(table, answers(choices), answers(choices, ['group']), ...(filtered ? [one] : [])),
          policy,
        ).map((figure) => (figure.id === 'one' ? { ...figure, by: { ...figure.by, group: 'g0' } } : figure))
        const empty = cells.flatMap((sizes, place) =>
          sizes.every((size) => size === 0)
            ? Array.from({ length: choices }, (_, choice) =>
                vectorOf({ by: { group: `g${place}` } }, cells.length, `c${choice}`),
              )
            : [],
        )
        const published = [
          ...empty,
          ...figures.flatMap((figure) => ('value' in figure ? [vectorOf(figure, cells.length, figure.by.answer)] : [])),
          ...figures.flatMap((figure) =>
            typeof figure.n === 'number' ? [vectorOf(figure, cells.length, undefined)] : [],
          ),
        ]
        for (const figure of figures)
          if ('suppressed' in figure && figure.suppressed !== 'derivable')
            expect(
              inRowSpace(published, vectorOf(figure, cells.length, figure.by.answer)),
              `${JSON.stringify(cells)}: ${JSON.stringify(figure.by)} of ${JSON.stringify(figures)}`,
            ).toBe(false)
      }),
      { numRuns: 150, seed: 6 },
    )
  },
)
