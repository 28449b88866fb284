import { type SQL, sql } from 'drizzle-orm'

/** Whose rows are looked for, and in which institution. */
export interface Whose {
  readonly institutionId: string
  readonly personId: string
}

/** A condition of a holding as SQL: `:at` is the institution and `:me` the person. */
export function conditionOf(condition: string, { institutionId, personId }: Whose): SQL {
  const parts = condition.split(/(?<!:)(:at|:me)\b/)
  return sql.join(
    parts.map((part) =>
      part === ':at' ? sql`${institutionId}::uuid` : part === ':me' ? sql`${personId}::uuid` : sql.raw(part),
    ),
  )
}

/** A table of the gateway by its name in the database. */
export function tableOf(name: string): SQL {
  return sql`${sql.identifier('commons')}.${sql.identifier(name)}`
}

/** Whether one of some columns is the person, or their id stands in one of some JSON columns; undefined where there are neither. */
export function namesPerson(
  { people = [], peopleIn = [] }: { readonly people?: readonly string[]; readonly peopleIn?: readonly string[] },
  { personId }: Whose,
): SQL | undefined {
  const places = [
    ...people.map((column) => sql`${sql.identifier(column)} = ${personId}::uuid`),
    ...peopleIn.map((column) => sql`position(${personId}::text in ${sql.identifier(column)}::text) > 0`),
  ]
  return places.length === 0 ? undefined : sql`(${sql.join(places, sql` or `)})`
}
