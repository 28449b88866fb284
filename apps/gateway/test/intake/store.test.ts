import { randomUUID } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Relations } from '../../src/context.ts'
import { type Database, rowsOf } from '../../src/db/database.ts'
import { importDirectory } from '../../src/intake/import.ts'
import { type Mapping, parseMapping } from '../../src/intake/mapping.ts'
import { describeReport, isWhole } from '../../src/intake/report.ts'
import { intakeStore } from '../../src/intake/store.ts'
import { institutionIdOf } from '../../src/modules/people/identity.ts'
import { erasePersonRows } from '../../src/modules/privacy/erase.ts'
import { markOf, markOfExternal } from '../../src/modules/privacy/mark.ts'
import { insertRequest } from '../../src/modules/privacy/store.ts'
import { freshDatabase } from '../harness/gateway.ts'

const root = join(import.meta.dirname, '../../../..')
const shared = join(process.env.MENTORING_SHARED ?? join(root, '../shared'), 'data/open-seeds')
const parsed = parseMapping(readFileSync(join(root, 'examples/open-seeds/mapping.json'), 'utf8'))
if ('refusals' in parsed) throw new Error('the mapping of Open Seeds is refused')
const mapping: Mapping = parsed.value
const ols = institutionIdOf('ols')

// A fresh embedded database takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let database: Database<Relations>
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.close())

/** Each test has an institution of its own, and begins with an empty one. */
let institution = ols
let tests = 0
beforeEach(async () => {
  institution = institutionIdOf(`u${tests++}`)
  await found(institution, `u${tests}`)
})

const found = (id: string, key: string) =>
  database.asOwner((tx) =>
    tx.execute(
      sql`insert into commons.institution values (${id}, ${key}, ${key}, '2024-01-01') on conflict do nothing`,
    ),
  )
const ask = <T>(statement: ReturnType<typeof sql>) =>
  database.within(institution, 'read', (tx) => rowsOf<T>(tx, statement))
const counts = async () => {
  const tables = [
    'person',
    'programme',
    'cohort',
    'participation',
    'relationship',
    'participant',
    'survey',
    'survey_response',
    'survey_answer',
  ]
  const rows = await Promise.all(
    tables.map((name) => ask<{ n: number }>(sql`select count(*)::integer as n from ${sql.raw(`commons.${name}`)}`)),
  )
  return Object.fromEntries(tables.map((name, index) => [name, rows[index]?.[0]?.n]))
}

async function importFiles(files: Record<string, string>, options: { dryRun?: boolean; skipBadRows?: boolean } = {}) {
  const dir = mkdtempSync(join(tmpdir(), 'store-'))
  try {
    const all = {
      'people.csv': 'person_id,country,continent\n',
      'roles.csv': 'person_id,cohort,role\n',
      'projects.csv': 'project_id,cohort,keywords,graduated,mentee_ids,mentor_ids\n',
      'survey_participant_mid.csv': headerOf('participant-mid'),
      'survey_participant_post.csv': headerOf('participant-post'),
      'survey_mentor_post.csv': headerOf('mentor-post'),
      ...files,
    }
    for (const [name, text] of Object.entries(all)) writeFileSync(join(dir, name), text)
    return await importDirectory({
      dir,
      mapping,
      port: intakeStore(database, institution, mapping.programme),
      ...options,
    })
  } finally {
    rmSync(dir, { recursive: true })
  }
}

function headerOf(wave: string): string {
  const file = mapping.files.find((each) => each.as === 'survey' && each.wave.key === wave)
  return file?.as === 'survey' ? `cohort,respondent,${file.items.map(({ column }) => column).join(',')}\n` : ''
}

const people = 'person_id,country,continent\nP1,Benin,Africa\nP2,,\nP3,Chile,South America\n'
const projects = (rows: string) => `project_id,cohort,keywords,graduated,mentee_ids,mentor_ids\n${rows}\n`

test('a person whom the institution knows by the external id keeps the id, whoever brought them', async () => {
  const id = '11111111-1111-4111-8111-111111111111'
  await database.within(institution, 'write', (tx) =>
    tx.execute(
      sql`insert into commons.person (institution_id, id, external_id, name) values (${institution}, ${id}, 'P1', 'Known before')`,
    ),
  )
  const report = await importFiles({ 'people.csv': people, 'projects.csv': projects('J1,1,,,P1,P2') })
  expect(report.files[0]).toMatchObject({ inserted: 2, updated: 1 })
  expect(await ask(sql`select id, name, country from commons.person where external_id = 'P1'`)).toEqual([
    { id, name: 'Known before', country: 'Benin' },
  ])
  expect(await ask(sql`select role from commons.participant where person_id = ${id}`)).toEqual([{ role: 'mentee' }])
})

test('a person who was erased does not come back, and their part in what is there stays', async () => {
  const files = { 'people.csv': people, 'projects.csv': projects('J1,1,,,P1,P2\nJ2,1,,,P3,P2') }
  await importFiles(files)
  const [row] = await ask<{ id: string }>(sql`select id from commons.person where external_id = 'P1'`)
  const personId = row?.id ?? ''
  await database.erasing(institution, async (tx) => {
    await erasePersonRows(tx, { institutionId: institution, personId }, randomUUID(), '2026-03-02')
    await insertRequest(tx, {
      ...{ institutionId: institution, id: randomUUID(), kind: 'erasure', personId: null, rows: {}, mentions: {} },
      marks: [markOf(institution, personId), markOfExternal(institution, 'P1')],
      requestedBy: randomUUID(),
      requestedAt: '2026-03-02T09:00:00Z',
    })
  })
  const left = await counts()
  expect(left).toMatchObject({ person: 3, relationship: 2, participant: 4 })
  const refused = await importFiles(files)
  expect(isWhole(refused)).toBe(false)
  expect(refused.files[0]).toMatchObject({ problems: { count: 1, byCode: { 'person-erased': 1 } } })
  expect(await counts()).toEqual(left)
  const skipped = await importFiles(files, { skipBadRows: true })
  expect(skipped.files[0]).toMatchObject({ problems: { count: 1, byCode: { 'person-erased': 1 } } })
  expect(skipped.files[2]).toMatchObject({ problems: { count: 1, byCode: { 'unknown-person': 1 } } })
  expect(await counts()).toEqual(left)
  expect(await ask(sql`select id from commons.person where external_id = 'P1' or id = ${personId}`)).toEqual([])
})

test('what is not known stays unknown', async () => {
  await importFiles({ 'people.csv': people, 'projects.csv': projects('J1,3,"a, ,b",,P1;P3,P2\nJ2,4,,true,P1,') })
  expect(await ask(sql`select ordinal, label, starts_on, ends_on from commons.cohort order by ordinal`)).toEqual([
    { ordinal: 3, label: 'Cohort 3', starts_on: null, ends_on: null },
    { ordinal: 4, label: 'Cohort 4', starts_on: null, ends_on: null },
  ])
  const rows = await ask<{ state: object }>(
    sql`select kind, status, completed, keywords, version, state from commons.relationship order by external_id`,
  )
  expect(rows).toMatchObject([
    { kind: 'group', status: 'recorded', completed: null, keywords: ['a', 'b'], version: 1 },
    { kind: 'dyad', status: 'recorded', completed: true, keywords: [], version: 1 },
  ])
  expect(Object.keys(rows[0]?.state ?? {}).sort()).toEqual(['cohortId', 'id', 'kind', 'participants', 'status'])
})

test('a changed row changes what it says and nothing else', async () => {
  await importFiles({ 'people.csv': people, 'projects.csv': projects('J1,1,,,P1,P2\nJ2,1,,,P1,P2') })
  const report = await importFiles({
    'people.csv': people.replace('Benin', 'Togo'),
    'projects.csv': projects('J1,1,,false,P3,P2\nJ2,1,,,P1,P2'),
  })
  expect(report.files.slice(0, 3)).toMatchObject([
    { inserted: 0, updated: 1, unchanged: 2 },
    { inserted: 0, updated: 0, unchanged: 0 },
    { inserted: 0, updated: 1, unchanged: 1 },
  ])
  expect(
    await ask(sql`select r.external_id as j, r.version, p.external_id as p, m.role from commons.relationship r
      join commons.participant m on m.relationship_id = r.id join commons.person p on p.id = m.person_id order by 1, 4, 3`),
  ).toEqual([
    { j: 'J1', version: 2, p: 'P3', role: 'mentee' },
    { j: 'J1', version: 2, p: 'P2', role: 'mentor' },
    { j: 'J2', version: 1, p: 'P1', role: 'mentee' },
    { j: 'J2', version: 1, p: 'P2', role: 'mentor' },
  ])
})

test('a file without a country column leaves countries alone, a blank country takes one away', async () => {
  const files = mapping.files.map((file) =>
    file.as === 'people' ? { ...file, fields: { externalId: file.fields.externalId } } : file,
  )
  await importFiles({ 'people.csv': people })
  const dir = mkdtempSync(join(tmpdir(), 'store-'))
  writeFileSync(join(dir, 'people.csv'), people.replace('Benin', ''))
  const port = intakeStore(database, institution, mapping.programme)
  const onlyPeople = (all: Mapping['files']) => ({ ...mapping, files: all.filter(({ as }) => as === 'people') })
  const without = await importDirectory({ dir, mapping: onlyPeople(files), port })
  expect(describeReport(without).at(-1)).toBe('Nothing changed: all of it was there already.')
  const blank = await importDirectory({ dir, mapping: onlyPeople(mapping.files), port })
  rmSync(dir, { recursive: true })
  expect(blank.files[0]).toMatchObject({ updated: 1, unchanged: 2 })
  expect(await ask(sql`select country from commons.person where external_id = 'P1'`)).toEqual([{ country: null }])
})

test('changed answers replace the ones before, and an answer that is gone is taken away', async () => {
  const survey = (answers: string) => ({
    'survey_participant_mid.csv': `${headerOf('participant-mid')}1,1,${answers}\n1,2,4,,,,,,,\n`,
  })
  const first = await importFiles(survey('5,5,"All of the above, my own words",,,,5,Yes'))
  expect(first.files[3]).toMatchObject({ inserted: 2 })
  const second = await importFiles(survey('5,4,All of the above,,,,,Yes'))
  expect(second.files[3]).toMatchObject({ inserted: 0, updated: 1, unchanged: 1 })
  const answers =
    await ask(sql`select i.key, a.choice from commons.survey_answer a join commons.survey_item i on i.id = a.item_id
    join commons.survey_response r on r.id = a.response_id where r.respondent = '1' order by i.position`)
  expect(answers).toEqual([
    { key: 'helps_me_work_openly', choice: '5' },
    { key: 'helps_me_encourage_others', choice: '4' },
    { key: 'call_aspects_working_well', choice: 'all-of-the-above' },
    { key: 'would_work_with_mentor_again', choice: 'yes' },
  ])
})

test('a duplicate far away in the file is found, with both lines', async () => {
  const many = Array.from({ length: 3500 }, (_, index) => `X${index},,`).join('\n')
  const report = await importFiles({ 'people.csv': `person_id,country,continent\n${many}\nX7,,\n` })
  expect(report.files[0]).toMatchObject({
    outcome: 'refused',
    problems: { count: 1, first: [{ line: 3502, message: expect.stringContaining('line 9;') }] },
  })
  expect((await counts()).person).toBe(0)
})

test('a refused file leaves nothing, also in the middle of a dry run', async () => {
  const files = {
    'people.csv': people,
    'roles.csv': 'person_id,cohort,role\nP1,1,mentor\nP9,1,mentor\n',
    'projects.csv': projects('J1,1,,,P1,P2'),
  }
  const dry = await importFiles(files, { dryRun: true })
  expect(dry.files.slice(0, 3).map(({ outcome }) => outcome)).toEqual(['imported', 'refused', 'imported'])
  expect(Object.values(await counts()).every((count) => count === 0)).toBe(true)
  await importFiles(files)
  expect(await counts()).toMatchObject({ person: 3, participation: 0, relationship: 1 })
})

test('another institution sees nothing of an import and keeps its own', async () => {
  await importFiles({ 'people.csv': people })
  const first = institution
  institution = institutionIdOf('elsewhere')
  await found(institution, 'elsewhere')
  expect((await counts()).person).toBe(0)
  await importFiles({ 'people.csv': people })
  expect((await counts()).person).toBe(3)
  institution = first
  expect((await counts()).person).toBe(3)
})

test('undeclared words reach no table', async () => {
  await importFiles({
    'survey_participant_mid.csv': `${headerOf('participant-mid')}1,1,secret,secret,"secret, secret",secret,secret,secret,secret,secret\n`,
  })
  expect(await ask(sql`select distinct choice from commons.survey_answer`)).toEqual([{ choice: 'other' }])
})

if (!existsSync(shared)) console.warn(`skipped: the data of Open Seeds is not at ${shared}`)

describe.skipIf(!existsSync(shared))('the real data of six cohorts', () => {
  const run = (dryRun = false) =>
    importDirectory({ dir: shared, mapping, dryRun, port: intakeStore(database, institution, mapping.programme) })
  beforeEach(async () => {
    institution = ols
    await found(ols, 'ols')
  })

  test('a dry run finds everything and writes nothing', async () => {
    const report = await run(true)
    expect(isWhole(report)).toBe(true)
    expect(report.warnings.map(({ code, count }) => [code, count])).toEqual([
      ['person-without-role', 1],
      ['mentee-without-role', 2],
    ])
    expect(Object.values(await counts()).every((count) => count === 0)).toBe(true)
  })

  test('arrives whole, and a second run changes nothing', async () => {
    const report = await run()
    expect(isWhole(report)).toBe(true)
    expect(report.warnings).toEqual([
      { code: 'person-without-role', count: 1, examples: ['P0457'] },
      { code: 'mentee-without-role', count: 2, examples: ['P0221 in J072', 'P0457 in J168'] },
    ])
    const first = await counts()
    expect(first).toMatchObject({
      person: 426,
      programme: 1,
      cohort: 6,
      participation: 920,
      relationship: 176,
      participant: 293 + 213,
      survey: 3,
      survey_response: 395,
    })
    const again = await run()
    expect(describeReport(again).at(-1)).toBe('Nothing changed: all of it was there already.')
    expect(await counts()).toEqual(first)
  })
})
