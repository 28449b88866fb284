import type { SQL } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import { getTableConfig, PgDialect } from 'drizzle-orm/pg-core'

const dialect = new PgDialect()

/** What a table of one institution does that would not hold on PGlite, one PostgreSQL and a distributed one alike. */
export function breachesOf(name: string, table: PgTable, tenantTables: ReadonlySet<PgTable>): readonly string[] {
  const config = getTableConfig(table)
  const tenant = config.columns.find((column) => column.name === 'institution_id')
  const breaches: string[] = []
  const say = (rule: string, what: string) => breaches.push(`${rule} ${name}: ${what}`)
  // S1: the tenant column, first in the primary key, of one type everywhere, never by default.
  if (tenant === undefined) say('S1', 'has no institution_id')
  else {
    if (tenant.getSQLType() !== 'uuid') say('S1', `institution_id is ${tenant.getSQLType()}, not uuid`)
    if (!tenant.notNull) say('S1', 'institution_id may be null')
    if (tenant.hasDefault) say('S1', 'institution_id has a default')
  }
  const [key, ...more] = config.primaryKeys
  if (key === undefined || more.length > 0) say('S1', 'has no single composite primary key')
  else if (key.columns[0]?.name !== 'institution_id') say('S1', 'its primary key does not begin with institution_id')
  // S2: uniqueness is always within an institution.
  for (const unique of config.uniqueConstraints)
    if (!unique.columns.some((column) => column.name === 'institution_id'))
      say('S2', `unique ${unique.getName()} leaves out institution_id`)
  for (const index of config.indexes)
    if (
      index.config.unique &&
      !index.config.columns.some((column) => 'name' in column && column.name === 'institution_id')
    )
      say('S2', 'a unique index leaves out institution_id')
  for (const column of config.columns) if (column.isUnique) say('S2', `${column.name} is unique over all institutions`)
  for (const foreign of config.foreignKeys) {
    const { columns, foreignColumns, foreignTable } = foreign.reference()
    const target = getTableConfig(foreignTable)
    // S3: keys between tenant tables carry the institution on both sides, onto the primary key.
    if (tenantTables.has(foreignTable)) {
      const place = columns.findIndex((column) => column.name === 'institution_id')
      if (place < 0 || foreignColumns[place]?.name !== 'institution_id')
        say('S3', `the key to ${target.name} does not carry institution_id`)
      const primary = target.primaryKeys[0]?.columns
        .map((column) => column.name)
        .sort()
        .join()
      if (
        primary !==
        foreignColumns
          .map((column) => column.name)
          .sort()
          .join()
      )
        say('S3', `the key to ${target.name} is not onto its primary key`)
    }
    // S4: nothing on update; on delete nothing or cascade.
    if (!['no action', undefined].includes(foreign.onUpdate))
      say('S4', `the key to ${target.name} does ${foreign.onUpdate} on update`)
    if (!['no action', 'cascade', undefined].includes(foreign.onDelete))
      say('S4', `the key to ${target.name} does ${foreign.onDelete} on delete`)
  }
  // S6: row-level security by plain expressions.
  if (!config.enableRLS) say('S6', 'row-level security is not on')
  if (config.policies.length === 0) say('S6', 'has no policy')
  for (const policy of config.policies) {
    for (const [clause, expression] of Object.entries({ using: policy.using, 'with check': policy.withCheck }))
      if (expression !== undefined && /\bselect\b/i.test(textOf(expression)))
        say('S6', `${policy.name} asks with a subquery in ${clause}`)
    if (policy.for === 'all' && policy.withCheck === undefined) say('S6', `${policy.name} writes without a check`)
  }
  // S8: ids are uuids; no sequence numbers a tenant's rows.
  for (const column of config.columns) {
    if (/serial/.test(column.getSQLType()) || column.generatedIdentity !== undefined)
      say('S8', `${column.name} is numbered by a sequence`)
    if (column.name === 'id' && column.getSQLType() !== 'uuid') say('S8', `id is ${column.getSQLType()}, not uuid`)
  }
  return breaches
}

/** What a table shared by all institutions does that it may not: point at a tenant's rows (S5). */
export function sharedBreachesOf(name: string, table: PgTable, tenantTables: ReadonlySet<PgTable>): readonly string[] {
  return getTableConfig(table).foreignKeys.flatMap((foreign) =>
    tenantTables.has(foreign.reference().foreignTable)
      ? [`S5 ${name}: a shared table points at ${getTableConfig(foreign.reference().foreignTable).name}`]
      : [],
  )
}

/** What a migration says that some engine does not have: triggers (S7), features newer than PostgreSQL 15 (S9), unclaimed queue reads (S10). */
export function migrationBreachesOf(file: string, sql: string): readonly string[] {
  const forbidden: readonly [string, RegExp][] = [
    ['S7', /\bcreate\s+(constraint\s+)?trigger\b/i],
    [
      'S9',
      /\buuidv7\s*\(|\bjson_table\s*\(|\bwithout\s+overlaps\b|\bgenerated\s+always\s+as\s*\([^)]*\)\s*virtual\b|\breturning\s+(old|new)\./i,
    ],
    ['S8', /\b(small|big)?serial\b|\bgenerated\s+(always|by default)\s+as\s+identity\b/i],
    ['S10', /\bskip\s+locked\b/i],
    ['S4', /\bon\s+update\s+(cascade|set)\b|\bon\s+delete\s+set\b/i],
  ]
  return forbidden.flatMap(([rule, pattern]) =>
    pattern.test(sql) ? [`${rule} ${file}: ${pattern.exec(sql)?.[0]}`] : [],
  )
}

function textOf(expression: SQL): string {
  return dialect.sqlToQuery(expression).sql
}
