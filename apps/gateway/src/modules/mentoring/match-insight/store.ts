import { type CareerSpell, stageOn } from '@mentoring-commons/mentoring'
import { and, eq, inArray } from 'drizzle-orm'
import type { Transaction } from '../../../db/database.ts'
import { person } from '../../people/table.ts'
import { placesInLife } from '../match-pool/store.ts'

/** Of each of some people what groups tell them apart by, as it is known on a day. */
export async function groupsOf(tx: Transaction, institutionId: string, people: readonly string[], on: string) {
  const rows = await tx
    .select({ personId: person.id, unit: person.unit, country: person.country, continent: person.continent })
    .from(person)
    .where(and(eq(person.institutionId, institutionId), inArray(person.id, [...people])))
  const life = await placesInLife(tx, institutionId, people)
  const stage = (personId: string, spells: readonly CareerSpell[]) => stageOn(personId, spells, on) ?? null
  return rows.map((row) => ({ ...row, 'career-stage': stage(row.personId, life(row.personId).spells) }))
}

/** How some people are named in a file. */
export async function namesOf(tx: Transaction, institutionId: string, people: readonly string[]) {
  return tx
    .select({ id: person.id, externalId: person.externalId, name: person.name })
    .from(person)
    .where(and(eq(person.institutionId, institutionId), inArray(person.id, [...people])))
}
