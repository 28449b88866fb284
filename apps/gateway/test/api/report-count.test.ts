import { randomUUID } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { compactTable, type FigureSet, indicatorVersion, inputHash, measureReport } from '@mentoring-commons/reporting'
import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { rowsOf } from '../../src/db/database.ts'
import { importDirectory } from '../../src/intake/import.ts'
import { parseMapping } from '../../src/intake/mapping.ts'
import { intakeStore } from '../../src/intake/store.ts'
import { foundInstitution } from '../../src/modules/people/commands.ts'
import { institutionIdOf } from '../../src/modules/people/identity.ts'
import { countProgramme } from '../../src/modules/reporting/count/programme.ts'
import { type Gathered, gatherProgramme } from '../../src/modules/reporting/gather.ts'
import { testGateway } from '../harness/gateway.ts'

const data = path.resolve(
  process.env.MENTORING_SHARED ?? path.join(import.meta.dirname, '../../../../../shared'),
  'data/open-seeds',
)
const here = existsSync(data)
const mappingFile = path.resolve(import.meta.dirname, '../../../../examples/open-seeds/mapping.json')
const institution = institutionIdOf('ols')
let gateway: Awaited<ReturnType<typeof testGateway>>
let programmeId: string

/** Every figure of every indicator over its inputs, with what it rests on. */
function setsOf({ inputs, indicators }: Gathered): readonly FigureSet[] {
  const versions = indicators.map((indicator) => {
    const version = indicatorVersion(indicator)
    if ('refusal' in version) throw new Error(version.refusal.message)
    return version.value
  })
  const sets = measureReport(versions, Object.fromEntries(inputs.map(({ name, table }) => [name, table])))
  if ('refusal' in sets) throw new Error(sets.refusal.message)
  return sets.value
}

/** Sets without the table that they are of, which is named by what it holds. */
function plain(sets: readonly FigureSet[]) {
  return sets.map(({ indicator, figures, counts }) => ({
    ...{ indicator, figures },
    counts: counts.map(({ table: _table, ...count }) => count),
  }))
}

const both = (id = programmeId) =>
  gateway.database.within(institution, 'read', async (tx) => ({
    read: await gatherProgramme(tx, institution, id),
    counted: await countProgramme(tx, institution, id),
  }))

describe.skipIf(!here)(`the real programme${here ? '' : ' (skipped: ../shared/data/open-seeds is not here)'}`, () => {
  beforeAll(async () => {
    gateway = await testGateway()
    const parsed = parseMapping(readFileSync(mappingFile, 'utf8'))
    if (!('value' in parsed)) throw new Error(JSON.stringify(parsed.refusals))
    const mapping = parsed.value
    await gateway.database.within(institution, 'write', (tx) =>
      foundInstitution(tx, { ...mapping.institution, now: gateway.clock.now }),
    )
    await importDirectory({ dir: data, mapping, port: intakeStore(gateway.database, institution, mapping.programme) })
    const [row] = await gateway.database.within(institution, 'read', (tx) =>
      rowsOf<{ id: string }>(tx, sql`select id from commons.programme`),
    )
    programmeId = row?.id ?? ''
  }, 300_000)

  test('counted by the database gives every figure and every count behind it that reading the rows gives', async () => {
    const { read, counted } = await both()
    expect(counted.inputs.map(({ name }) => name)).toEqual(read.inputs.map(({ name }) => name))
    expect(counted.indicators).toEqual(read.indicators)
    expect(counted.questions).toEqual(read.questions)
    const sets = plain(setsOf(counted))
    expect(sets.flatMap(({ figures }) => figures).length).toBeGreaterThan(300)
    expect(sets).toEqual(plain(setsOf(read)))
  })

  test('is the compact form of the rows, with their hash, and names nobody', async () => {
    const { read, counted } = await both()
    for (const [place, { name, table }] of counted.inputs.entries()) {
      const rows = read.inputs[place]?.table
      if (rows === undefined) throw new Error(name)
      expect(compactTable(rows), name).toEqual(table)
      expect(inputHash(table, 'salt'), name).toBe(inputHash(rows, 'salt'))
      for (const row of table.rows) expect(String(row[table.entity ?? ''])).toMatch(/^#\d+$/)
    }
    const held = counted.inputs.reduce((sum, { table }) => sum + table.rows.length, 0)
    // Few people, of whom many have a course of their own: most is saved where there are many answers.
    expect(held).toBeLessThan(read.inputs.reduce((sum, { table }) => sum + table.rows.length, 0) * 0.6)
  })

  test('a programme without a row is counted as one without a row', async () => {
    const { read, counted } = await both(randomUUID())
    expect(plain(setsOf(counted))).toEqual(plain(setsOf(read)))
  })

  test('two answers to a question of one choice are refused, however they are counted', async () => {
    const run = (statement: string) => gateway.database.asOwner((tx) => rowsOf<{ id: string }>(tx, sql.raw(statement)))
    const added = await run(`insert into commons.survey_answer
      select a.institution_id, a.response_id, a.item_id, l.code from commons.survey_answer a
      join commons.survey_item i on i.id = a.item_id and i.kind = 'one'
      join commons.survey_choice l on l.item_id = a.item_id and l.code <> a.choice
      limit 1 returning response_id as id`)
    expect(added).toHaveLength(1)
    const { read, counted } = await both()
    expect(() => setsOf(read)).toThrow(/both answer/)
    expect(() => setsOf(counted)).toThrow(/both answer/)
  })
})
