import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rowsOf } from '../../src/db/database.ts'
import { openPostgres } from '../../src/db/postgres.ts'
import { foundInstitution } from '../../src/modules/people/commands.ts'
import { institutionIdOf } from '../../src/modules/people/identity.ts'
import { insertPerson } from '../../src/modules/people/store.ts'
import { relations } from '../../src/relations.ts'
import { freshOwnerUrl, migrations } from '../harness/gateway.ts'

const north = institutionIdOf('north')
const south = institutionIdOf('south')
const opened: (() => Promise<unknown>)[] = []
let owner: postgres.Sql
let ownerUrl: string
let database: Awaited<ReturnType<typeof openPostgres<typeof relations>>>

beforeAll(async () => {
  ownerUrl = await freshOwnerUrl()
  database = await openPostgres({ ownerUrl }, relations)
  await database.migrate(migrations)
  owner = connect(ownerUrl)
  for (const [id, key] of [
    [north, 'north'],
    [south, 'south'],
  ] as const) {
    const [programme, relationship, report] = [randomUUID(), randomUUID(), randomUUID()]
    await database.within(id, 'write', async (tx) => {
      await foundInstitution(tx, { key, name: key, now: '2026-01-01T00:00:00Z' })
      await insertPerson(tx, { institutionId: id, id: randomUUID(), name: `Person of ${key}` })
    })
    await owner`insert into commons.programme values (${id}, ${programme}, 'p', 'P', null, '{}', null)`
    await owner`insert into commons.relationship values (${id}, ${relationship}, ${programme}, null, null, 'one-to-one', 'active', '{"secret": true}', null, '{}', 1)`
    await owner`insert into commons.meeting values (${id}, ${randomUUID()}, ${relationship}, '2026-01-02', 30, 'online', '{wellbeing}')`
    await owner`insert into commons.report values (${id}, ${report}, ${programme}, 'hesa', '2026-01-01', 'json', '{}', '2026-01-01')`
    await owner`insert into commons.disclosed_figure (institution_id, report_id, position, programme, as_of, figure, label, value, definition) values (${id}, ${report}, 0, 'p', '2026-01-01', 'f', ${key}, 5, 'd')`
  }
})
afterAll(async () => {
  await database.close()
  for (const close of opened) await close()
})

function connect(url: string): postgres.Sql {
  const client = postgres(url, { max: 1, onnotice: () => {} })
  opened.push(() => client.end())
  return client
}

describe('the running gateway', () => {
  test('reads and writes as app_user, on every connection but the one that migrated', async () => {
    const users = await Promise.all(
      Array.from({ length: 5 }, () =>
        database.within(north, 'read', (tx) =>
          rowsOf<{ who: string; session: string; super: string }>(
            tx,
            sql`select current_user as who, session_user as session, current_setting('is_superuser') as super`,
          ),
        ),
      ),
    )
    for (const [row] of users) expect(row).toEqual({ who: 'app_user', session: 'app_user', super: 'off' })
    const asOwner = await owner<{ usename: string; n: number }[]>`
      select usename, count(*)::integer as n from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend' group by 1`
    expect(asOwner.find(({ usename }) => usename === 'app_user')?.n).toBeGreaterThanOrEqual(5)
    expect(
      asOwner.filter(({ usename }) => usename !== 'app_user').reduce((sum, { n }) => sum + n, 0),
    ).toBeLessThanOrEqual(1)
  })

  test('cannot become the owner, cannot pass by row-level security, and reads nothing before it enters', async () => {
    const { appUrl } = database.queue() as { appUrl: string }
    const app = connect(appUrl)
    const [me] = await owner<{ name: string }[]>`select current_user as name`
    await expect(app.unsafe(`set role "${me?.name}"`)).rejects.toThrow(/permission denied to set role/)
    await expect(app.unsafe(`set session authorization "${me?.name}"`)).rejects.toThrow(/permission denied/)
    const tables = await owner<{ name: string }[]>`select tablename as name from pg_tables where schemaname = 'commons'`
    for (const { name } of tables)
      expect([name, ...(await app.unsafe(`select * from commons.${name}`))]).toEqual([name])
    await expect(app.unsafe('set row_security = off; select * from commons.person')).rejects.toThrow(
      /row-level security/,
    )
    await app.unsafe('reset row_security')
    await expect(app.unsafe('drop table commons.person')).rejects.toThrow(/must be owner/)
    await expect(app.unsafe('alter table commons.person disable row level security')).rejects.toThrow(/must be owner/)
    await expect(app.unsafe('create schema mine')).rejects.toThrow(/permission denied/)
  })

  test('rows of another institution cannot be written from inside one', async () => {
    const intrude = database.within(north, 'write', (tx) =>
      insertPerson(tx, { institutionId: south, id: randomUUID(), name: 'Intruder' }),
    )
    await expect(intrude).rejects.toMatchObject({ cause: { code: '42501' } })
    const [row] = await owner<{ n: number }[]>`select count(*)::integer as n from commons.person`
    expect(row?.n).toBe(2)
  })
})

describe('people with SQL tools of their own', () => {
  async function login(role: 'analyst' | 'data_steward'): Promise<postgres.Sql> {
    const name = `${role}_${north}`
    await owner.unsafe(`create role "${name}" login in role ${role} password 'tool'`)
    const url = new URL(ownerUrl)
    url.username = name
    url.password = 'tool'
    const client = connect(url.toString())
    opened.unshift(async () => {
      await client.end()
      await owner.unsafe(`drop role "${name}"`)
    })
    return client
  }

  test('an analyst sees the disclosed figures of their own institution, whatever they set, and nothing else', async () => {
    const tool = await login('analyst')
    const figures = () => tool`select label from commons.disclosed_figure`
    expect([...(await figures())]).toEqual([{ label: 'north' }])
    await tool.unsafe(`set app.institution_id = '${south}'`)
    expect([...(await figures())]).toEqual([{ label: 'north' }])
    const tables = await owner<{ name: string }[]>`select tablename as name from pg_tables where schemaname = 'commons'`
    for (const { name } of tables)
      if (name !== 'disclosed_figure')
        await expect(tool.unsafe(`select count(*) from commons.${name}`), name).rejects.toThrow(/permission denied/)
    await expect(tool.unsafe('update commons.disclosed_figure set value = 6')).rejects.toThrow(/permission denied/)
    await expect(tool.unsafe('set role app_user')).rejects.toThrow(/permission denied/)
    await expect(tool.unsafe('set role data_steward')).rejects.toThrow(/permission denied/)
    await expect(tool.unsafe(`select ctx.enter('${south}')`)).rejects.toThrow(/permission denied/)
  })

  test('a data steward sees the persons of their own institution, whatever they set, and nothing that belongs to a pair', async () => {
    const tool = await login('data_steward')
    await tool.unsafe(`set app.institution_id = '${south}'`)
    expect([...(await tool`select name from commons.person`)]).toEqual([{ name: 'Person of north' }])
    expect([...(await tool`select label from commons.disclosed_figure`)]).toEqual([{ label: 'north' }])
    expect(await tool`select institution_id, status, kind from commons.relationship`).toMatchObject([
      { institution_id: north, status: 'active' },
    ])
    expect(await tool`select held_on, duration_minutes from commons.meeting`).toHaveLength(1)
    for (const forbidden of [
      'select topics from commons.meeting',
      'select * from commons.meeting',
      'select state from commons.relationship',
      'select * from commons.relationship',
      'select * from commons.relationship_step',
      'select * from commons.account',
      'select * from commons.role_grant',
      'select * from commons.report',
      'select * from commons.job',
      'select * from commons.idempotency_key',
      "update commons.person set name = 'x'",
      'delete from commons.person',
      'set role app_user',
    ])
      await expect(tool.unsafe(forbidden), forbidden).rejects.toThrow(/permission denied/)
  })

  test('the shared roles themselves belong to no institution and see no row', async () => {
    await owner.unsafe('begin; set local role analyst')
    const rows = await owner`select * from commons.disclosed_figure`
    await owner.unsafe('rollback')
    expect(rows).toHaveLength(0)
  })
})
