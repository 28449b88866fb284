import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { sql } from 'drizzle-orm'
import { foreignKey, index, pgPolicy, pgTable, primaryKey, serial, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { describe, expect, test } from 'vitest'
import { institution } from '../src/modules/people/table.ts'
import { sharedTables, tenantTables } from '../src/tables.ts'
import { migrations } from './harness/gateway.ts'
import { breachesOf, migrationBreachesOf, sharedBreachesOf } from './harness/schema-rules.ts'

const tenants = new Set(Object.values(tenantTables))
const policy = (check = true) =>
  pgPolicy('own', { for: 'all', using: sql`institution_id is not null`, ...(check ? { withCheck: sql`true` } : {}) })

test('every tenant table keeps the rules S1 to S8', () => {
  const breaches = Object.entries(tenantTables).flatMap(([name, table]) => breachesOf(name, table, tenants))
  expect(breaches).toEqual([])
  expect(Object.keys(tenantTables).length).toBeGreaterThan(15)
})

test('shared tables point at no tenant’s rows (S5)', () => {
  expect(Object.entries(sharedTables).flatMap(([name, table]) => sharedBreachesOf(name, table, tenants))).toEqual([])
})

test('migrations keep to what every engine has (S4, S7, S8, S9, S10)', () => {
  const files = readdirSync(migrations)
  expect(files.length).toBeGreaterThan(0)
  const breaches = files.flatMap((file) =>
    migrationBreachesOf(file, readFileSync(path.join(migrations, file, 'migration.sql'), 'utf8')),
  )
  expect(breaches).toEqual([])
})

describe('each rule catches its breach', () => {
  const rulesOf = (table: Parameters<typeof breachesOf>[1]) =>
    breachesOf('planted', table, new Set([...tenants, table])).map((breach) => breach.slice(0, 2))
  const tenant = () => uuid('institution_id').notNull()

  test('S1: no tenant column, a default, another type, a key that does not begin with it', () => {
    expect(rulesOf(pgTable.withRLS('a', { id: uuid() }, (t) => [primaryKey({ columns: [t.id] }), policy()]))).toContain(
      'S1',
    )
    expect(
      rulesOf(
        pgTable.withRLS('a', { institutionId: tenant().defaultRandom(), id: uuid() }, (t) => [
          primaryKey({ columns: [t.institutionId, t.id] }),
          policy(),
        ]),
      ),
    ).toContain('S1')
    expect(
      rulesOf(
        pgTable.withRLS('a', { institutionId: text('institution_id').notNull(), id: uuid() }, (t) => [
          primaryKey({ columns: [t.institutionId, t.id] }),
          policy(),
        ]),
      ),
    ).toContain('S1')
    expect(
      rulesOf(
        pgTable.withRLS('a', { institutionId: tenant(), id: uuid() }, (t) => [
          primaryKey({ columns: [t.id, t.institutionId] }),
          policy(),
        ]),
      ),
    ).toContain('S1')
  })

  test('S2: unique over all institutions', () => {
    expect(
      rulesOf(
        pgTable.withRLS('a', { institutionId: tenant(), id: uuid(), key: text().unique() }, (t) => [
          primaryKey({ columns: [t.institutionId, t.id] }),
          policy(),
        ]),
      ),
    ).toContain('S2')
    expect(
      rulesOf(
        pgTable.withRLS('a', { institutionId: tenant(), id: uuid(), key: text() }, (t) => [
          primaryKey({ columns: [t.institutionId, t.id] }),
          uniqueIndex('u').on(t.key),
          policy(),
        ]),
      ),
    ).toContain('S2')
    expect(
      rulesOf(
        pgTable.withRLS('a', { institutionId: tenant(), id: uuid(), key: text() }, (t) => [
          primaryKey({ columns: [t.institutionId, t.id] }),
          index('i').on(t.key),
          policy(),
        ]),
      ),
    ).toEqual([])
  })

  test('S3 and S4: a key without the institution, and one that sets null', () => {
    const { person } = tenantTables
    const single = pgTable.withRLS('a', { institutionId: tenant(), id: uuid(), personId: uuid() }, (t) => [
      primaryKey({ columns: [t.institutionId, t.id] }),
      foreignKey({ columns: [t.personId], foreignColumns: [person.id], name: 'f' }),
      policy(),
    ])
    expect(rulesOf(single)).toContain('S3')
    const nulling = pgTable.withRLS('a', { institutionId: tenant(), id: uuid(), personId: uuid() }, (t) => [
      primaryKey({ columns: [t.institutionId, t.id] }),
      foreignKey({
        columns: [t.institutionId, t.personId],
        foreignColumns: [person.institutionId, person.id],
        name: 'f',
      }).onDelete('set null'),
      policy(),
    ])
    expect(rulesOf(nulling)).toContain('S4')
  })

  test('S5: a shared table that points at a tenant’s row', () => {
    const { person } = tenantTables
    const shared = pgTable('a', { id: uuid(), institutionId: tenant(), personId: uuid() }, (t) => [
      foreignKey({
        columns: [t.institutionId, t.personId],
        foreignColumns: [person.institutionId, person.id],
        name: 'f',
      }),
    ])
    expect(sharedBreachesOf('planted', shared, tenants)).toHaveLength(1)
    expect(sharedBreachesOf('institution', institution, tenants)).toEqual([])
  })

  test('S6: no row-level security, no policy, a subquery, a write without a check', () => {
    const columns = () => ({ institutionId: tenant(), id: uuid() })
    expect(rulesOf(pgTable('a', columns(), (t) => [primaryKey({ columns: [t.institutionId, t.id] })]))).toContain('S6')
    expect(
      rulesOf(pgTable.withRLS('a', columns(), (t) => [primaryKey({ columns: [t.institutionId, t.id] })])),
    ).toContain('S6')
    expect(
      rulesOf(
        pgTable.withRLS('a', columns(), (t) => [primaryKey({ columns: [t.institutionId, t.id] }), policy(false)]),
      ),
    ).toContain('S6')
    const asking = pgPolicy('own', { for: 'select', using: sql`institution_id = (select current_setting('x')::uuid)` })
    expect(
      rulesOf(pgTable.withRLS('a', columns(), (t) => [primaryKey({ columns: [t.institutionId, t.id] }), asking])),
    ).toContain('S6')
  })

  test('S8: rows numbered by a sequence', () => {
    expect(
      rulesOf(
        pgTable.withRLS('a', { institutionId: tenant(), id: serial() }, (t) => [
          primaryKey({ columns: [t.institutionId, t.id] }),
          policy(),
        ]),
      ),
    ).toContain('S8')
  })

  test('in migrations: triggers, new features, sequences, unclaimed queues, nulling keys', () => {
    const planted: readonly [string, string][] = [
      ['S7', 'create trigger t before update on a execute function f()'],
      ['S9', 'select uuidv7()'],
      ['S8', 'create table a (id bigserial)'],
      ['S10', 'select * from q for update skip locked'],
      ['S4', 'alter table a add foreign key (b) references c on delete set null'],
    ]
    for (const [rule, statement] of planted)
      expect(migrationBreachesOf('planted', statement).join(), rule).toContain(rule)
  })
})
