import { sql } from 'drizzle-orm'
import { pgPolicy, pgRole, pgSchema, timestamp, uuid } from 'drizzle-orm/pg-core'

/** The one schema that holds every table of the gateway. */
export const commons = pgSchema('commons')

/** The login role of the running gateway: it owns nothing and cannot bypass row-level security. */
export const appUser = pgRole('app_user').existing()

/** The role that the gateway takes on to erase a person: the one that may rewrite what is otherwise only added to. */
export const dataEraser = pgRole('data_eraser').existing()

/** The login role of analysts' tools: it reads disclosed figures and nothing else. */
export const analyst = pgRole('analyst').existing()

/** The login role of a data steward's tools: row-level facts of one institution, read only. */
export const dataSteward = pgRole('data_steward').existing()

/** The institution that the current transaction has entered; null outside one, so nothing matches. */
export const enteredInstitution = sql`nullif(current_setting('app.institution_id', true), '')::uuid`

/** The tenant column. It has no default: a row must say whose it is. */
export const institutionId = () => uuid('institution_id').notNull()

/** An instant set by the code, never by a trigger. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' })

/** The policy of every tenant table: a row is visible and writable only inside its own institution. */
export function tenantPolicy(table: string) {
  const own = sql`institution_id = ${enteredInstitution}`
  return pgPolicy(`${table}_tenant`, { for: 'all', to: [appUser, dataEraser], using: own, withCheck: own })
}

/**
 * The policy for people who bring their own SQL. They could set any session setting, so the login itself names
 * the institution: `analyst_<institution id>` and `data_steward_<institution id>` see that institution's rows.
 */
export function loginPolicy(table: string, role: typeof analyst | typeof dataSteward) {
  const prefix = sql.raw(`'${role.name}_'`)
  return pgPolicy(`${table}_${role.name}`, {
    for: 'select',
    to: role,
    using: sql`session_user::text = ${prefix} || institution_id::text`,
  })
}
