import {
  type Condition,
  type DisclosedFigure,
  defineIndicator,
  defineTable,
  type FigureSet,
  hesa,
  type Indicator,
  measure,
  type Row,
  type Table,
} from '@mentoring-commons/reporting'
import { and, eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { Unprepared } from '../../src/db/unprepared.ts'
import { disclosureLedger } from '../../src/modules/people/disclosure/table.ts'
import { disclosedThrough } from '../../src/modules/people/disclosure/through.ts'
import { institutionIdOf } from '../../src/modules/people/identity.ts'
import { testGateway } from '../harness/gateway.ts'

let gateway: Awaited<ReturnType<typeof testGateway>>
const north = institutionIdOf('north')
const south = institutionIdOf('south')

beforeAll(async () => {
  gateway = await testGateway()
})

function valued<T>(result: { readonly value: T } | { readonly refusal: { readonly message: string } }): T {
  if ('refusal' in result) throw new Error(result.refusal.message)
  return result.value
}

/** Staff of four units, of whom every seventh has left; the last unit has few. */
function staff(size: number, more: readonly Row[] = []): Table {
  const columns = [
    { name: 'person', type: 'string', label: 'Person' },
    { name: 'unit', type: 'string', label: 'Unit' },
    { name: 'left', type: 'boolean', label: 'Left' },
  ] as const
  const rows = Array.from({ length: size }, (_, place) => ({
    person: `p${place}`,
    unit: place % 20 === 0 ? 'small' : `u${place % 3}`,
    left: place % 7 === 0,
  }))
  return { ...valued(defineTable(columns, [...rows, ...more])), name: 'staff', entity: 'person' }
}

/** Staff of many small units: other decoys would give other answers. */
function scattered(size: number): Table {
  const rows = staff(size).rows.map((row, place) => ({
    ...row,
    unit: `u${(place * place) % 17}`,
    left: place % 3 === 0,
  }))
  return { ...staff(0), rows }
}

function sets(table: Table, where: readonly Condition[] = []): readonly FigureSet[] {
  const count = { measure: { kind: 'count-distinct', of: 'person' }, people: true, unit: 'people' } as const
  return [[], ['unit'], ['left'], ['unit', 'left']].map((by): FigureSet => {
    const indicator: Indicator = { ...count, id: `people.${by.join()}`, label: 'P', definition: 'P.', by, where }
    return valued(measure(valued(defineIndicator(indicator)), table))
  })
}

const ask = (dataset: string, table: Table, { institutionId = north, asOf = '2026-11-24' } = {}) =>
  gateway.database.within(institutionId, 'write', (tx) =>
    disclosedThrough(tx, { institutionId, dataset, asOf }, sets(table), hesa),
  )
const ledgersOf = (dataset: string, institutionId = north) =>
  gateway.database.within(institutionId, 'read', (tx) =>
    tx
      .select({ ledger: disclosureLedger.ledger })
      .from(disclosureLedger)
      .where(and(eq(disclosureLedger.institutionId, institutionId), eq(disclosureLedger.dataset, dataset))),
  )
const short = (figures: readonly DisclosedFigure[]) =>
  figures.map((figure) => [figure.id, figure.by, 'value' in figure ? figure.value : figure.suppressed, figure.n])

test('a first question opens the ledger, and the same question has the same answer on every day', async () => {
  const table = staff(80)
  const first = await ask('same', table)
  expect(short(first)[0]).toEqual(['people.', {}, 80, 80])
  expect(await ask('same', table, { asOf: '2027-01-31' })).toEqual(first)
  const [kept, ...others] = await ledgersOf('same')
  expect(others).toEqual([])
  expect(kept?.ledger.frozen.map(({ on, sound, sizes }) => [on, sound, sizes.length])).toEqual([
    ['2026-11-24', true, 4],
  ])
  expect(await ledgersOf('same', south)).toEqual([])
})

test('a transaction that only reads says what it lacks, and answers once that is there', async () => {
  const table = staff(80)
  const read = () =>
    gateway.database.within(north, 'read', (tx) =>
      disclosedThrough(tx, { institutionId: north, dataset: 'read', asOf: '2026-11-24' }, sets(table), hesa),
    )
  const lacking = await read().then(
    () => undefined,
    (error: unknown) => error,
  )
  if (!(lacking instanceof Unprepared)) throw new Error('it answered without a ledger')
  await gateway.database.within(north, 'write', lacking.prepare)
  expect(short(await read())[0]).toEqual(['people.', {}, 80, 80])
})

test('all ledgers that a read lacks are opened by one preparation', async () => {
  const [first, second] = [staff(80), { ...staff(70), name: 'others' }]
  const read = () =>
    gateway.database.within(north, 'read', (tx) =>
      disclosedThrough(
        tx,
        { institutionId: north, dataset: 'several', asOf: '2026-11-24' },
        [...sets(first), ...sets(second)],
        hesa,
      ),
    )
  const lacking = await read().catch((error: unknown) => error)
  if (!(lacking instanceof Unprepared)) throw new Error('it answered without ledgers')
  await gateway.database.within(north, 'write', lacking.prepare)
  expect(short(await read()).filter(([id, by]) => id === 'people.' && Object.keys(by as object).length === 0)).toEqual([
    ['people.', {}, 80, 80],
    ['people.', {}, 70, 70],
  ])
})

test('nine people more change nothing; the tenth freezes the data anew', async () => {
  const grown = (more: number) =>
    staff(
      80,
      Array.from({ length: more }, (_, place) => ({ person: `n${place}`, unit: 'u1', left: false })),
    )
  const before = await ask('growing', staff(80))
  expect(await ask('growing', grown(9))).toEqual(before)
  expect((await ledgersOf('growing'))[0]?.ledger.frozen.length).toBe(1)
  const after = await ask('growing', grown(10), { asOf: '2026-12-01' })
  expect(short(after)[0]).toEqual(['people.', {}, 90, 90])
  expect((await ledgersOf('growing'))[0]?.ledger.frozen.map(({ on }) => on)).toEqual(['2026-11-24', '2026-12-01'])
})

test('two first questions at once are answered by one ledger', async () => {
  const table = scattered(83)
  const answers = await Promise.all(Array.from({ length: 6 }, () => ask('race', table)))
  for (const answer of answers) expect(answer).toEqual(answers[0])
  expect((await ledgersOf('race')).length).toBe(1)
})

test('two renewals at once freeze the new state once', async () => {
  await ask('renewals', scattered(60))
  const answers = await Promise.all(Array.from({ length: 6 }, () => ask('renewals', scattered(90))))
  for (const answer of answers) expect(answer).toEqual(answers[0])
  expect((await ledgersOf('renewals'))[0]?.ledger.frozen.length).toBe(2)
})

test('figures of things that are not people pass without a ledger, exact figures too, and a table without a name is a fault', async () => {
  const { name: _, ...nameless } = staff(80)
  const where = { institutionId: north, dataset: 'none', asOf: '2026-11-24' }
  const through = (table: Table, people: boolean) =>
    gateway.database.within(north, 'read', (tx) =>
      disclosedThrough(
        tx,
        where,
        sets(table).map((set) => ({ ...set, indicator: { ...set.indicator, people } })),
        hesa,
      ),
    )
  expect(short(await through(nameless, false))[0]).toEqual(['people.', {}, 80, 80])
  await expect(through(nameless, true)).rejects.toThrow(TypeError)
  expect(await ledgersOf('none')).toEqual([])
})
