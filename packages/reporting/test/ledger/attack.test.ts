import { execFileSync, spawnSync } from 'node:child_process'
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

const small = { unit: 4, grade: 3, gender: 2, finished: 2 }
const large = { unit: 5, grade: 3, gender: 2, contract: 2, finished: 2 }

/** People by some traits, few of them in some groups. */
function staff(size: number, traits: Readonly<Record<string, number>>, roll: () => number): Table {
  const names = Object.keys(traits)
  const columns = names.map(
    (name) => ({ name, type: name === 'finished' ? 'boolean' : 'string', label: name }) as const,
  )
  const rows = Array.from({ length: size }, () =>
    Object.fromEntries(
      Object.entries(traits).map(([name, values]) => [
        name,
        name === 'finished' ? roll() < 0.75 : `${name}${Math.floor(values * roll() ** 2)}`,
      ]),
    ),
  )
  return { ...valued(defineTable(columns, rows)), name: 'staff' }
}

/** Asks and notes what every answer says. */
function ask(
  table: Table,
  questions: number,
  roll: () => number,
  show: (sets: readonly FigureSet[]) => readonly DisclosedFigure[],
) {
  const frame = frameOf(
    table,
    table.columns.map(({ name }) => name),
  )
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
  const table = staff(90, small, dice(11))
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

/** Which secrets integer programming pins. */
function pinnedByMilp({ frame, facts }: ReturnType<typeof ask>, secrets: ReturnType<typeof secretsOf>) {
  const input = JSON.stringify({
    unknowns: frame.atoms.length,
    facts: facts.map(({ terms, low, high }) => [terms, low, high]),
    secrets: secrets.map(({ atoms }) => atoms),
    seed: 1,
  })
  const text = execFileSync('python3', [`${import.meta.dirname}/pins.py`], { input, encoding: 'utf8', maxBuffer: 1e8 })
  return JSON.parse(text) as { impossible?: true; pinned: number[]; unsettled: number; solved: number }
}

const hasScipy = spawnSync('python3', ['-c', 'import scipy.optimize']).status === 0
const questions = Number(process.env.ATTACK_QUESTIONS ?? 0)
const byHand = process.env.CI === undefined

if (questions > 0)
  test.skipIf(byHand && !hasScipy)(
    `a differ of ${questions} questions pins nobody by integer programming over all answers together, and somebody without the ledger`,
    () => {
      const table = staff(240, large, dice(21))
      const ledger = openLedger(table, { on: '2026-01-31', seed: [21, 22, 23, 24] })
      expect(ledger.frozen[0]?.sound).toBe(true)
      const guarded = ask(table, questions, dice(9), (sets) => discloseThrough([ledger], sets, hesa))
      const secrets = secretsOf(guarded.frame, table)
      const found = pinnedByMilp(guarded, secrets)
      const open = ask(table, Math.min(questions, 1000), dice(9), (sets) => disclose(sets, hesa))
      const without = pinnedByMilp(open, secrets)
      console.log(
        `${questions} questions with the seed 9: ${guarded.shown} of ${guarded.all} figures shown, ${guarded.facts.length} facts, ${secrets.length} secrets, ${found.pinned.length} pinned (${found.solved} programmes solved, ${found.unsettled} unsettled); without the ledger ${without.pinned.length} of 1000 questions' answers`,
      )
      expect(found.impossible).toBeUndefined()
      expect(found.pinned).toEqual([])
      expect(without.pinned.length).toBeGreaterThan(0)
    },
    3_600_000,
  )
