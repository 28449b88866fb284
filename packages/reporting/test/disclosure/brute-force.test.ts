import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type DisclosedFigure, defineTable, disclose, exact, hesa, type Indicator } from '../../src/index.ts'
import { base, measured, people, valued } from '../fixtures.ts'

/** A row for each person of a two-way table: `cells[2 * g + a]` people in group g and area a. */
function twoWay(cells: readonly number[]) {
  const columns = [
    { name: 'group', type: 'string', label: 'Group' },
    { name: 'area', type: 'string', label: 'Area' },
  ] as const
  const rows = cells.flatMap((size, cell) =>
    Array.from({ length: size }, () => ({ group: `g${cell >> 1}`, area: `a${cell & 1}` })),
  )
  return valued(defineTable(columns, rows))
}

const count = (id: string, by: readonly string[], where: Indicator['where'] = []): Indicator => ({
  ...people,
  id,
  by,
  where,
})
const inGroup = count('g0', [], [{ column: 'group', op: 'eq', value: 'g0' }])
const reports: Readonly<Record<string, readonly Indicator[]>> = {
  'cells, both margins and the whole': [
    people,
    count('group', ['group']),
    count('area', ['area']),
    count('cell', ['group', 'area']),
  ],
  'cells and one margin': [count('group', ['group']), count('cell', ['group', 'area'])],
  'both margins without the whole': [count('group', ['group']), count('area', ['area'])],
  'a filtered count beside the whole and the other margin': [people, inGroup, count('area', ['area'])],
}

const nearestFive = (value: number) => 5 * Math.floor(value / 5 + 0.5)
const add = (cells: readonly number[], keep: (cell: number) => boolean) =>
  cells.reduce((sum, value, cell) => (keep(cell) ? sum + value : sum), 0)

/** Which cells a figure counts, read from its name and group alone. */
function member({ id, by }: DisclosedFigure): (cell: number) => boolean {
  const group = id === 'g0' ? 'g0' : by.group
  return (cell) =>
    (group === undefined || group === `g${cell >> 1}`) && (by.area === undefined || by.area === `a${cell & 1}`)
}

/** Every two-way table up to 12 a cell that agrees with all numbers that are shown, and with which groups are listed. */
function consistent(figures: readonly DisclosedFigure[]): readonly (readonly number[])[] {
  const facts = figures.map((figure) => ({
    keep: member(figure),
    value: 'value' in figure ? figure.value : undefined,
    least: Object.keys(figure.by).length > 0 ? 1 : 0,
  }))
  const found: number[][] = []
  const cells = [0, 0, 0, 0]
  for (let code = 0; code < 13 ** 4; code += 1) {
    for (let cell = 0, rest = code; cell < 4; cell += 1, rest = Math.floor(rest / 13)) cells[cell] = rest % 13
    const agrees = facts.every(({ keep, value, least }) => {
      const sum = add(cells, keep)
      return sum >= least && (value === undefined || nearestFive(sum) === value)
    })
    const listed = (cell: number) =>
      !figures.some((figure) => figure.id === 'cell') ||
      figures.some((figure) => figure.id === 'cell' && member(figure)(cell))
    if (agrees && cells.every((value, cell) => value === 0 || listed(cell))) found.push([...cells])
  }
  return found
}

/** Cells, margins and what is left of the whole without a cell: none of them may be told when it is 1 to 4. */
const secrets: readonly ((cell: number) => boolean)[] = [
  ...[0, 1, 2, 3].flatMap((own) => [(cell: number) => cell === own, (cell: number) => cell !== own]),
  (cell) => cell >> 1 === 0,
  (cell) => cell >> 1 === 1,
  (cell) => (cell & 1) === 0,
  (cell) => (cell & 1) === 1,
]

test.each(Object.entries(reports))(
  'no table that agrees with %s is alone in a small count',
  (_, indicators) => {
    const truths = fc.array(fc.oneof(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 8 })), {
      minLength: 4,
      maxLength: 4,
    })
    fc.assert(
      fc.property(truths, (truth) => {
        const figures = disclose(measured(twoWay(truth), ...indicators), hesa)
        const tables = consistent(figures)
        expect(tables.some((table) => table.join() === truth.join())).toBe(true)
        for (const keep of secrets) {
          const value = add(truth, keep)
          if (value < 1 || value > 4) continue
          expect(
            tables.some((table) => add(table, keep) !== value),
            `${truth} gives away ${value} in ${JSON.stringify(figures)}`,
          ).toBe(true)
        }
      }),
      { numRuns: 50 },
    )
  },
  120_000,
)

test('rates of two groups and of the whole, with their n, counts and rest, tell no small number', () => {
  const columns = [
    { name: 'group', type: 'string', label: 'Group' },
    { name: 'done', type: 'boolean', label: 'Done' },
  ] as const
  const done: Indicator['where'] = [{ column: 'done', op: 'is-true' }]
  const share = (id: string, by: readonly string[]): Indicator => ({
    ...base,
    id,
    by,
    unit: 'percent',
    measure: { kind: 'rate', of: { column: 'done', op: 'is-true' } },
  })
  const indicators = [
    people,
    count('group', ['group']),
    count('done', ['group'], done),
    count('all-done', [], done),
    share('rate', ['group']),
    share('all-rate', []),
  ]
  const group = fc
    .integer({ min: 20, max: 28 })
    .chain((n) =>
      fc.tuple(
        fc.constant(n),
        fc.oneof(fc.integer({ min: 0, max: 5 }), fc.integer({ min: n - 5, max: n }), fc.integer({ min: 0, max: n })),
      ),
    )
  fc.assert(
    fc.property(group, group, (first, second) => {
      const rows = [first, second].flatMap(([n, k], g) =>
        Array.from({ length: n }, (_, place) => ({ group: `g${g}`, done: place < k })),
      )
      const figures = disclose(measured(valued(defineTable(columns, rows)), ...indicators), hesa)
      const isShown = (id: string, by?: string) => figures.find((figure) => figure.id === id && figure.by.group === by)
      const fits = (id: string, by: string | undefined, value: number, n: number) => {
        const figure = isShown(id, by)
        if (figure === undefined) return false
        const rounded = id.endsWith('rate') ? Math.floor((200 * value + n) / (2 * n)) : nearestFive(value)
        return (
          (!('value' in figure) || figure.value === rounded) &&
          (typeof figure.n !== 'number' || figure.n === nearestFive(n))
        )
      }
      const pairs = (by: string) => {
        const found: [number, number][] = []
        for (let n = 18; n <= 32; n += 1)
          for (let k = 0; k <= n; k += 1)
            if (fits('group', by, n, n) && fits('done', by, k, k) && fits('rate', by, k, n)) found.push([n, k])
        return found
      }
      const others = pairs('g1')
      const both = pairs('g0').flatMap(([n, k]) => others.map(([m, l]) => [n, k, m, l] as const))
      const tables = both.filter(
        ([n, k, m, l]) =>
          fits('people', undefined, n + m, n + m) &&
          fits('all-done', undefined, k + l, k + l) &&
          fits('all-rate', undefined, k + l, n + m),
      )
      const secretsOf = ([n = 0, k = 0, m = 0, l = 0]: readonly number[]) => [k, n - k, l, m - l, k + l, n + m - k - l]
      const truth = secretsOf([...first, ...second])
      for (const [place, value] of truth.entries())
        if (value >= 1 && value <= 4)
          expect(
            tables.some((table) => secretsOf(table)[place] !== value),
            `${first} ${second}: ${JSON.stringify(figures)}`,
          ).toBe(true)
    }),
    { numRuns: 100 },
  )
}, 120_000)

test('overlapping people: whole, groups and a small overlap', () => {
  const columns = [
    { name: 'who', type: 'string', label: 'Who' },
    { name: 'group', type: 'string', label: 'Group' },
  ] as const
  const distinct = (id: string, by: readonly string[]): Indicator => ({
    ...base,
    id,
    by,
    measure: { kind: 'count-distinct', of: 'who' },
  })
  const sizes = fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 3, maxLength: 3 })
  fc.assert(
    fc.property(sizes, (truth) => {
      const rows = truth.flatMap((size, kind) =>
        Array.from({ length: size }, (_, place) => `${kind}-${place}`).flatMap((who) =>
          (kind === 0 ? ['g0'] : kind === 1 ? ['g1'] : ['g0', 'g1']).map((group) => ({ who, group })),
        ),
      )
      const figures = disclose(
        measured(valued(defineTable(columns, rows)), distinct('whole', []), distinct('parts', ['group'])),
        hesa,
      )
      const at = (id: string, group?: string) => figures.find((figure) => figure.id === id && figure.by.group === group)
      const agrees = (figure: DisclosedFigure | undefined, value: number) =>
        figure === undefined ? value === 0 : !('value' in figure) || figure.value === nearestFive(value)
      const looks: number[][] = []
      for (let a = 0; a <= 14; a += 1)
        for (let b = 0; b <= 14; b += 1)
          for (let c = 0; c <= 14; c += 1) {
            const inBoth =
              agrees(at('parts', 'g0'), a + c) && agrees(at('parts', 'g1'), b + c) && agrees(at('whole'), a + b + c)
            if (
              inBoth &&
              (at('parts', 'g0') === undefined || a + c > 0) &&
              (at('parts', 'g1') === undefined || b + c > 0)
            )
              looks.push([a + c, b + c, a + b + c, a, b])
          }
      const [a = 0, b = 0, c = 0] = truth
      for (const [place, value] of [a + c, b + c, a + b + c, a, b].entries())
        if (value >= 1 && value <= 4)
          expect(
            looks.some((look) => look[place] !== value),
            `${truth}: ${JSON.stringify(figures)}`,
          ).toBe(true)
    }),
    { numRuns: 200 },
  )
})

test('under exact, whole minus shown groups leaves no answers of fewer than five', () => {
  const columns = [
    { name: 'id', type: 'string', label: 'Id' },
    { name: 'group', type: 'string', label: 'Group' },
    { name: 'answer', type: 'string', label: 'Answer' },
  ] as const
  const survey = (id: string, by: readonly string[]): Indicator => ({
    ...base,
    id,
    by,
    measure: { kind: 'distribution', of: 'answer', choices: ['yes', 'no'], respondent: 'id', many: false },
  })
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 5 })), {
        minLength: 2,
        maxLength: 5,
      }),
      (groups) => {
        const rows = groups.flatMap(([yes, no], g) =>
          Array.from({ length: yes + no }, (_, place) => ({
            id: `${g}-${place}`,
            group: `g${g}`,
            answer: place < yes ? 'yes' : 'no',
          })),
        )
        const figures = disclose(
          measured(valued(defineTable(columns, rows)), survey('whole', []), survey('part', ['group'])),
          exact,
        )
        const whole = figures.find((figure) => figure.id === 'whole' && 'value' in figure)
        if (whole === undefined || typeof whole.n !== 'number') return
        const shown = figures.filter(
          (figure) => figure.id === 'part' && figure.by.answer === 'yes' && 'value' in figure,
        )
        const rest = shown.reduce((left, figure) => left - (typeof figure.n === 'number' ? figure.n : 0), whole.n)
        expect(rest === 0 || rest >= 5, `${rest} left of ${JSON.stringify(groups)}`).toBe(true)
      },
    ),
    { numRuns: 300 },
  )
})
