import { sql } from 'drizzle-orm'
import { check, foreignKey, pgPolicy, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import {
  appUser,
  commons,
  dataSteward,
  enteredInstitution,
  instant,
  institutionId,
  loginPolicy,
  tenantPolicy,
} from '../../db/columns.ts'

/** The roles that a signed-in account may hold in its institution. */
export const accountRoles = [
  'participant',
  'coordinator',
  'assessor',
  'analyst',
  'data-steward',
  'administrator',
] as const
/** One of those roles. */
export type AccountRole = (typeof accountRoles)[number]

/** Shared by all tenants; each sees and founds only its own row. */
export const institution = commons.table.withRLS(
  'institution',
  {
    id: uuid().primaryKey(),
    key: text().notNull().unique(),
    name: text().notNull(),
    createdAt: instant('created_at').notNull(),
  },
  () => [
    pgPolicy('institution_own', {
      for: 'all',
      to: appUser,
      using: sql`id = ${enteredInstitution}`,
      withCheck: sql`id = ${enteredInstitution}`,
    }),
  ],
)

/** A person as an institution knows them; `unit` is the code of their department. What is not known is null and stays so. */
export const person = commons.table.withRLS(
  'person',
  {
    institutionId: institutionId().references(() => institution.id),
    id: uuid().notNull(),
    externalId: text('external_id'),
    name: text(),
    unit: text(),
    country: text(),
    continent: text(),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.id] }),
    unique('person_external_id').on(t.institutionId, t.externalId),
    tenantPolicy('person'),
    loginPolicy('person', dataSteward),
  ],
)

/** Somebody who can sign in: an issuer's subject, perhaps also a person of the institution. */
export const account = commons.table.withRLS(
  'account',
  {
    institutionId: institutionId().references(() => institution.id),
    id: uuid().notNull(),
    issuer: text().notNull(),
    subject: text().notNull(),
    personId: uuid('person_id'),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.id] }),
    unique('account_subject').on(t.institutionId, t.issuer, t.subject),
    foreignKey({
      columns: [t.institutionId, t.personId],
      foreignColumns: [person.institutionId, person.id],
      name: 'account_person',
    }),
    tenantPolicy('account'),
  ],
)

/** A role held by an account. A row is there or it is not; who gave it is kept. */
export const roleGrant = commons.table.withRLS(
  'role_grant',
  {
    institutionId: institutionId(),
    accountId: uuid('account_id').notNull(),
    role: text({ enum: accountRoles }).notNull(),
    grantedBy: text('granted_by').notNull(),
    grantedAt: instant('granted_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.accountId, t.role] }),
    foreignKey({
      columns: [t.institutionId, t.accountId],
      foreignColumns: [account.institutionId, account.id],
      name: 'role_grant_account',
    }),
    check(
      'role_grant_role',
      sql`role in ('participant', 'coordinator', 'assessor', 'analyst', 'data-steward', 'administrator')`,
    ),
    tenantPolicy('role_grant'),
  ],
)

/** One effect per key: the answer that the first request with this key was given. */
export const idempotencyKey = commons.table.withRLS(
  'idempotency_key',
  {
    institutionId: institutionId(),
    accountId: uuid('account_id').notNull(),
    key: text().notNull(),
    requestHash: text('request_hash').notNull(),
    resultId: text('result_id'),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.institutionId, t.accountId, t.key] }), tenantPolicy('idempotency_key')],
)
