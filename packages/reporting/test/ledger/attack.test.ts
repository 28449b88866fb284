import { expect, test } from 'vitest'
import {
  type DisclosedFigure,
  defineTable,
  disclose,
  discloseThrough,
  type FigureSet,
  hesa,
  openLedger,
  type Table,
} from '../../src/index.ts'
import { measured, valued } from '../fixtures.ts'
import { type Fact, tellsSum } from './attacker.ts'
import { dice, factsOf, frameOf, narrowed, randomQuestion, secretsOf } from './differ.ts'

const dimensions = ['unit', 'grade', 'gender', 'finished']

/** People of four units, three grades and two genders, few of them in some. */
function staff(size: number, roll: () => number): Table {
  const columns = [
    ...['unit', 'grade', 'gender'].map((name) => ({ name, type: 'string', label: name }) as const),
    { name: 'finished', type: 'boolean', label: 'Finished' },
  ] as const
  const rows = Array.from({ length: size }, () => ({
    unit: `u${Math.floor(4 * roll() ** 2)}`,
    grade: `g${Math.floor(3 * roll())}`,
    gender: roll() < 0.65 ? 'f' : 'm',
    finished: roll() < 0.75,
  }))
  return { ...valued(defineTable(columns, rows)), name: 'staff' }
}

/** Asks and notes what every answer says. */
function ask(
  table: Table,
  questions: number,
  roll: () => number,
  show: (sets: readonly FigureSet[]) => readonly DisclosedFigure[],
) {
  const frame = frameOf(table, dimensions)
  const facts: Fact[] = []
  let shown = 0
  let all = 0
  for (let place = 0; place < questions; place += 1) {
    const question = randomQuestion(frame, roll, place)
    const figures = show(measured(table, question))
    all += figures.length
    shown += figures.filter((figure) => 'value' in figure).length
    for (const figure of figures) facts.push(...factsOf(frame, question, figure))
  }
  return { frame, facts: narrowed(facts), shown, all }
}

test('an automatic differ of a few hundred questions pins nobody through the ledger, and somebody without it', () => {
  const table = staff(90, dice(11))
  const ledger = openLedger(table, { on: '2026-01-31', seed: [11, 12, 13, 14] })
  expect(ledger.frozen[0]?.sound).toBe(true)
  const guarded = ask(table, 300, dice(5), (sets) => discloseThrough([ledger], sets, hesa))
  const open = ask(table, 300, dice(5), (sets) => disclose(sets, hesa))
  const secrets = secretsOf(guarded.frame, table)
  expect(secrets.length).toBeGreaterThan(50)
  const pinned = ({ frame, facts }: typeof guarded) =>
    secrets.filter(({ atoms, value }) =>
      tellsSum(
        facts,
        frame.atoms.length,
        atoms.map((place) => [place, 1]),
        value,
      ),
    )
  expect(pinned(guarded)).toEqual([])
  expect(pinned(open).length).toBeGreaterThan(0)
})
