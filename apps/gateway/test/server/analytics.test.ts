import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openPostgres } from '../../src/db/postgres.ts'
import { institutionIdOf } from '../../src/modules/people/identity.ts'
import { relations } from '../../src/relations.ts'
import { seedFacts } from '../harness/facts.ts'
import { freshOwnerUrl, migrations } from '../harness/gateway.ts'

const [north, south] = [institutionIdOf('north'), institutionIdOf('south')]
const opened: (() => Promise<unknown>)[] = []
let owner: postgres.Sql
let ownerUrl: string
let analyst: postgres.Sql
let steward: postgres.Sql

/** What an analyst may read; everything else in the schema is for a data steward alone. */
const forAnalysts = ['about', 'dictionary', 'dim_date', 'disclosed_figure', 'disclosed_figure_latest']

beforeAll(async () => {
  ownerUrl = await freshOwnerUrl()
  const database = await openPostgres({ ownerUrl }, relations)
  await database.migrate(migrations)
  await database.close()
  owner = connect(ownerUrl)
  for (const [id, key] of [
    [north, 'north'],
    [south, 'south'],
  ] as const)
    await seedFacts(owner, id, key)
  analyst = await login('analyst', north)
  steward = await login('data_steward', north)
})
afterAll(async () => {
  for (const close of opened.toReversed()) await close()
})

function connect(url: string): postgres.Sql {
  const client = postgres(url, { max: 1, onnotice: () => {} })
  opened.push(() => client.end())
  return client
}

async function login(role: 'analyst' | 'data_steward', institution: string): Promise<postgres.Sql> {
  const name = `${role}_${institution}`
  await owner.unsafe(`create role "${name}" login in role ${role} password 'tool'`)
  opened.push(() => owner.unsafe(`drop role "${name}"`))
  const url = new URL(ownerUrl)
  url.username = name
  url.password = 'tool'
  return connect(url.toString())
}

/** The views of the schema, as the catalogue lists them: nothing else lies in it. */
async function views(): Promise<readonly string[]> {
  const found = await owner<{ name: string; kind: string; invoker: boolean }[]>`
    select relname as name, relkind as kind, coalesce('security_invoker=true' = any(reloptions), false) as invoker
    from pg_class where relnamespace = 'analytics'::regnamespace order by relname collate "C"`
  expect(found.filter(({ kind }) => kind !== 'v')).toEqual([])
  expect(found.filter(({ invoker }) => !invoker)).toEqual([])
  expect(found.length).toBeGreaterThan(20)
  return found.map(({ name }) => name)
}

const withoutInstitution = ['about', 'dictionary', 'dim_date']

describe('an analyst', () => {
  test('reads disclosed figures of their own institution, and no view with a row of anybody', async () => {
    for (const view of await views())
      if (forAnalysts.includes(view)) {
        const rows = await analyst.unsafe(`select * from analytics.${view}`)
        expect(rows.length, view).toBeGreaterThan(0)
        if (!withoutInstitution.includes(view))
          expect(new Set(rows.map((row) => row.institution_id)), view).toEqual(new Set([north]))
      } else await expect(analyst.unsafe(`select * from analytics.${view}`), view).rejects.toThrow(/permission denied/)
  })

  test('sees no more by a setting, a role or a view of their own', async () => {
    await analyst.unsafe(`set app.institution_id = '${south}'`)
    const rows = await analyst`select distinct institution_id from analytics.disclosed_figure`
    expect([...rows]).toEqual([{ institution_id: north }])
    for (const statement of [
      'set role data_steward',
      `set role "data_steward_${north}"`,
      'create view analytics.mine as select 1',
      'create or replace view analytics.about as select 1',
      'update analytics.disclosed_figure set value = 1',
      'delete from analytics.disclosed_figure',
      'select * from commons.person',
    ])
      await expect(analyst.unsafe(statement), statement).rejects.toThrow(/permission denied|must be owner/)
  })

  test('is told of the columns that they may read, each in a sentence, and of no others', async () => {
    const told = await analyst<{ view_name: string; view_comment: string; column_comment: string }[]>`
      select * from analytics.dictionary`
    expect([...new Set(told.map((row) => row.view_name))].sort()).toEqual(forAnalysts)
    for (const { view_comment: view, column_comment: column } of told) expect(`${view} ${column}`).toMatch(/\. .+\.$/)
  })

  test('finds what is not shown told apart from what is nought', async () => {
    const rows =
      await analyst`select figure, value, value_status, n, n_status from analytics.disclosed_figure order by position`
    expect(rows.map((row) => Object.values(row))).toEqual([
      ['people.mentee', 0, 'shown', 0, 'shown'],
      ['people.mentor', null, 'derivable', null, 'derivable'],
      ['people.mentee', 5, 'shown', 5, 'shown'],
    ])
    const latest = await analyst`select figure, value, as_of from analytics.disclosed_figure_latest order by figure`
    expect(latest.map(({ figure, value }) => [figure, value])).toEqual([
      ['people.mentee', 5],
      ['people.mentor', null],
    ])
  })
})

describe('a data steward', () => {
  test('reads every view, of their own institution alone, whatever they set', async () => {
    await steward.unsafe(`set app.institution_id = '${south}'`)
    for (const view of await views()) {
      const rows = await steward.unsafe(`select * from analytics.${view}`)
      expect(rows.length, `${view} has no row to see`).toBeGreaterThan(0)
      if (!withoutInstitution.includes(view))
        expect(new Set(rows.map((row) => row.institution_id)), view).toEqual(new Set([north]))
      const [all] = await owner.unsafe(`select count(*)::integer as n from analytics.${view}`)
      if (!withoutInstitution.includes(view)) expect(all?.n, `${view} of both`).toBe(2 * rows.length)
    }
  })

  test('finds no name, no number that somebody is known by, and nothing of what was said', async () => {
    const columns = await owner<{ view: string; column: string }[]>`
      select table_name as view, column_name as column from information_schema.columns where table_schema = 'analytics'`
    for (const { view, column } of columns.filter((each) => !withoutInstitution.includes(each.view)))
      expect(`${view}.${column}`).not.toMatch(
        /\.(name|external_id|email|topics|state|session|subject|purpose|keywords)$/,
      )
    for (const view of await views()) {
      const text = JSON.stringify(await steward.unsafe(`select * from analytics.${view}`))
      expect(text, view).not.toMatch(/Person of|secret|wellbeing-topic|staff-number/)
    }
  })

  test('writes nothing', async () => {
    for (const view of await views())
      await expect(steward.unsafe(`delete from analytics.${view}`), view).rejects.toThrow(
        /permission denied|cannot delete/,
      )
  })
})

test('the shared roles belong to no institution, and see no row', async () => {
  for (const view of await views()) {
    if (withoutInstitution.includes(view)) continue
    await owner.unsafe('begin; set local role data_steward')
    const rows = await owner.unsafe(`select * from analytics.${view}`)
    await owner.unsafe('rollback')
    expect(rows, view).toHaveLength(0)
  }
})

test('no grant lets anybody else in', async () => {
  const grants = await owner<{ view: string; grantee: string; privilege: string }[]>`
    select table_name as view, grantee, privilege_type as privilege from information_schema.role_table_grants
    where table_schema = 'analytics' and grantee not in (select pg_get_userbyid(nspowner) from pg_namespace where nspname = 'analytics')`
  expect([...new Set(grants.map(({ privilege }) => privilege))]).toEqual(['SELECT'])
  expect([...new Set(grants.map(({ grantee }) => grantee))].sort()).toEqual(['analyst', 'data_steward'])
})

test('the columns are those of this version', async () => {
  const [about] = await owner`select version from analytics.about`
  const columns = await owner<{ view: string; column: string; type: string }[]>`
    select view_name as view, column_name as column, data_type as type from analytics.dictionary order by view_name collate "C", position`
  const text = columns.map(({ view, column, type }) => `${view}.${column} ${type}`).join('\n')
  // A change of a name, a type or a place needs a new version in analytics.about; then: vitest run test/server/analytics.test.ts --update
  await expect(`version ${about?.version}\n\n${text}\n`).toMatchFileSnapshot('../../analytics-columns.txt')
})
