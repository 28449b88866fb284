import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { rowsOf } from '../../src/db/database.ts'
import { sqlStateOf } from '../../src/db/errors.ts'
import { participation } from '../../src/modules/mentoring/table.ts'
import { institutionIdOf } from '../../src/modules/people/identity.ts'
import { person } from '../../src/modules/people/table.ts'
import { type Asker, globalId, testGateway } from '../harness/gateway.ts'

let gateway: Awaited<ReturnType<typeof testGateway>>
let coordinator: Asker
let theirs: string
const [north, south] = [institutionIdOf('north'), institutionIdOf('south')]

beforeAll(async () => {
  gateway = await testGateway()
  coordinator = await gateway.signIn('coordinator')
  theirs = await gateway.person('south', { name: 'Southern Test Person' })
  await gateway.person('north', { name: 'Northern Test Person' })
})

/** What the catalogue says against a table: the guard that everything else leans on. */
async function catalogueBreaches(): Promise<readonly string[]> {
  const rows = await gateway.database.asOwner((tx) =>
    rowsOf<{ table: string; secured: boolean; forced: boolean; writes: number; unchecked: number; owner: string }>(
      tx,
      sql`select c.relname as "table", c.relrowsecurity as secured, c.relforcerowsecurity as forced, pg_get_userbyid(c.relowner) as owner,
            (select count(*)::int from pg_policy p where p.polrelid = c.oid) as writes,
            (select count(*)::int from pg_policy p where p.polrelid = c.oid and p.polcmd in ('*', 'a', 'w') and p.polwithcheck is null) as unchecked
          from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'commons' and c.relkind in ('r', 'p') and c.relname <> 'institution'`,
    ),
  )
  expect(rows.length).toBeGreaterThan(15)
  return rows.flatMap(({ table, secured, forced, writes, unchecked, owner }) => [
    ...(secured ? [] : [`${table}: row-level security is off`]),
    ...(forced ? [] : [`${table}: row-level security is not forced on the owner`]),
    ...(writes > 0 ? [] : [`${table}: no policy`]),
    ...(unchecked === 0 ? [] : [`${table}: a policy writes without a check`]),
    ...(owner === 'app_user' ? [`${table}: the application owns it`] : []),
  ])
}

describe('the catalogue', () => {
  test('every table is secured, forced and checked, and the application owns none', async () => {
    expect(await catalogueBreaches()).toEqual([])
  })

  test('the check sees it when the guard is taken away', async () => {
    const alter = (statement: string) => gateway.database.asOwner((tx) => tx.execute(sql.raw(statement)))
    await alter('alter table commons.person no force row level security')
    expect(await catalogueBreaches()).toEqual(['person: row-level security is not forced on the owner'])
    await alter('alter table commons.person force row level security')
    await alter('alter table commons.meeting disable row level security')
    expect(await catalogueBreaches()).toEqual(['meeting: row-level security is off'])
    await alter('alter table commons.meeting enable row level security')
    expect(await catalogueBreaches()).toEqual([])
  })

  test('the application’s role is no superuser, bypasses nothing and creates nothing', async () => {
    const [role] = await gateway.database.asOwner((tx) =>
      rowsOf<Record<string, boolean>>(
        tx,
        sql`select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb from pg_roles where rolname = 'app_user'`,
      ),
    )
    expect(role).toEqual({ rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false })
  })
})

describe('inside one institution', () => {
  test('the list of institutions holds one: one’s own, and no other can be founded from here', async () => {
    expect(
      await gateway.database.within(north, 'read', (tx) => rowsOf(tx, sql`select key from commons.institution`)),
    ).toEqual([{ key: 'north' }])
    const founding = gateway.database.within(north, 'write', (tx) =>
      tx.execute(sql`insert into commons.institution values (${randomUUID()}, 'third', 'Third', now())`),
    )
    await expect(founding).rejects.toSatisfy((error) => sqlStateOf(error) === '42501')
    for (const statement of ["update commons.institution set name = 'x'", 'delete from commons.institution'])
      await expect(gateway.database.within(north, 'write', (tx) => tx.execute(sql.raw(statement)))).rejects.toSatisfy(
        (error) => sqlStateOf(error) === '42501',
      )
  })

  test('rows of another are not there to read, change or delete', async () => {
    const seen = await gateway.database.within(north, 'read', (tx) =>
      rowsOf(tx, sql`select id from commons.person where id = ${theirs}`),
    )
    expect(seen).toEqual([])
    const changed = await gateway.database.within(north, 'write', (tx) =>
      rowsOf(tx, sql`update commons.person set name = 'taken' where id = ${theirs} returning id`),
    )
    expect(changed).toEqual([])
    await expect(
      gateway.database.within(north, 'write', (tx) => tx.execute(sql`delete from commons.person where id = ${theirs}`)),
    ).rejects.toSatisfy((error) => sqlStateOf(error) === '42501')
  })

  test('a row for another is refused, and so is moving one there', async () => {
    const insert = gateway.database.within(north, 'write', (tx) =>
      tx.insert(person).values({ institutionId: south, id: randomUUID() }),
    )
    await expect(insert).rejects.toSatisfy((error) => sqlStateOf(error) === '42501')
    const move = gateway.database.within(north, 'write', (tx) =>
      tx.execute(sql`update commons.person set institution_id = ${south}`),
    )
    await expect(move).rejects.toSatisfy((error) => sqlStateOf(error) === '42501')
  })

  test('a key cannot point across', async () => {
    const { ask } = coordinator
    const started = await ask('mutation { startProgramme(key: "keys", title: "Keys") { ... on Programme { id } } }')
    const opened = await ask('mutation ($p: ID!) { openCohort(programme: $p, label: "1") { ... on Cohort { id } } }', {
      p: started.data.startProgramme.id,
    })
    const cohortId = JSON.parse(Buffer.from(opened.data.openCohort.id, 'base64').toString().replace('Cohort:', ''))[1]
    const across = gateway.database.within(north, 'write', (tx) =>
      tx.insert(participation).values({ institutionId: north, cohortId, personId: theirs, role: 'mentee' }),
    )
    await expect(across).rejects.toSatisfy((error) => sqlStateOf(error) === '23503')
  })

  test('the entered institution ends with the transaction', async () => {
    await gateway.database.within(north, 'read', (tx) => tx.execute(sql`select 1`))
    const [row] = await gateway.database.asOwner((tx) =>
      rowsOf<{ entered: string | null }>(
        tx,
        sql`select nullif(current_setting('app.institution_id', true), '') as entered`,
      ),
    )
    expect(row?.entered ?? null).toBeNull()
  })

  test('a read transaction writes nothing', async () => {
    const write = gateway.database.within(north, 'read', (tx) =>
      tx.insert(person).values({ institutionId: north, id: randomUUID() }),
    )
    await expect(write).rejects.toSatisfy((error) => sqlStateOf(error) === '25006')
  })

  test('what happened cannot be rewritten: steps and meetings are only added to', async () => {
    for (const statement of [
      'update commons.relationship_step set version = 1',
      'delete from commons.relationship_step',
      'update commons.meeting set duration_minutes = 1',
      'delete from commons.meeting',
    ])
      await expect(
        gateway.database.within(north, 'write', (tx) => tx.execute(sql.raw(statement))),
        statement,
      ).rejects.toSatisfy((error) => sqlStateOf(error) === '42501')
  })
})

describe('over the API', () => {
  test('node(id:) of another institution is answered like one that does not exist', async () => {
    const query = 'query ($id: ID!) { node(id: $id) { id } }'
    for (const id of [
      globalId('Person', 'south', theirs),
      globalId('Person', 'north', theirs),
      globalId('Person', 'north', randomUUID()),
      globalId('Nothing', 'north', randomUUID()),
    ])
      expect(await coordinator.ask(query, { id })).toMatchObject({ data: { node: null } })
  })

  test('the filter of node(id:) holds by itself, where row-level security is off', async () => {
    const alter = (statement: string) => gateway.database.asOwner((tx) => tx.execute(sql.raw(statement)))
    await alter('alter table commons.person disable row level security')
    try {
      const answer = await coordinator.ask('query ($id: ID!) { node(id: $id) { id } }', {
        id: globalId('Person', 'south', theirs),
      })
      expect(answer).toMatchObject({ data: { node: null } })
      const names = (await coordinator.ask('{ people(first: 50) { nodes { name } } }')).data.people.nodes
      expect(names).toEqual([{ name: 'Northern Test Person' }])
    } finally {
      await alter('alter table commons.person enable row level security')
    }
  })

  test('an id of another institution as an argument is refused like one that does not exist', async () => {
    const query =
      'mutation ($p: ID!) { openCohort(programme: $p, label: "1") { __typename ... on Refusal { code message } } }'
    const [foreign, missing] = [
      await coordinator.ask(query, { p: globalId('Programme', 'south', randomUUID()) }),
      await coordinator.ask(query, { p: globalId('Programme', 'north', randomUUID()) }),
    ]
    expect(foreign.data.openCohort).toEqual(missing.data.openCohort)
    expect(foreign.data.openCohort.code).toBe('not-found')
  })

  test('a garbled id is no error of ours', async () => {
    const garbled = [
      'x',
      '',
      'UGVyc29uOng=',
      Buffer.from(`Person:["${north}","x"]`).toString('base64'),
      Buffer.from('Person:["not-a-uuid","x"]').toString('base64'),
    ]
    for (const id of garbled) {
      const read = await coordinator.ask('query ($id: ID!) { node(id: $id) { id } }', { id })
      expect(read.errors?.[0]?.extensions?.code, id).toBe('BAD_USER_INPUT')
      const write = await coordinator.ask(
        'mutation ($id: ID!) { openCohort(programme: $id, label: "1") { __typename } }',
        { id },
      )
      expect(write.errors?.[0]?.extensions?.code, id).toBe('BAD_USER_INPUT')
    }
  })

  test('two institutions asking at the same moment each see their own', async () => {
    const southern = await gateway.signIn('coordinator', 'south')
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        (index % 2 === 0 ? coordinator : southern).ask('{ institution { key } people(first: 50) { nodes { name } } }'),
      ),
    )
    answers.forEach(({ data }, index) => {
      expect(data.institution.key).toBe(index % 2 === 0 ? 'north' : 'south')
      const names = data.people.nodes.map((node: { name: string }) => node.name)
      expect(names).toEqual([index % 2 === 0 ? 'Northern Test Person' : 'Southern Test Person'])
    })
  })
})
