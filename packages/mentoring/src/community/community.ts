import { identifierRefusal, textRefusal } from '../identifier.ts'
import { dateRefusal } from '../iso-date.ts'
import { fieldsRefusal } from '../read-fields.ts'
import type { Result } from '../refusal.ts'

/** A community of learning: people who learn from each other about something they share. */
export interface Community {
  readonly id: string
  readonly label: string
  /** What the people of it care for, in the institution's own words. */
  readonly domain: string
  /** The day it began, where that is known. */
  readonly formedOn?: string
  /** Programmes of mentoring that it carries, or that carry it. */
  readonly programmeIds: readonly string[]
}

/**
 * Gives a community of learning. It has no list of members: membership is kept in spells, see `defineMembership`.
 *
 * @example
 * ```ts
 * import { defineCommunity } from '@mentoring-commons/mentoring'
 *
 * const made = defineCommunity({ id: 'k1', label: 'Mentors', domain: 'Mentoring colleagues', programmeIds: [] })
 * 'value' in made //=> true
 * ```
 */
export function defineCommunity(input: Community): Result<Community> {
  const refusal =
    fieldsRefusal(input, ['id', 'label', 'domain', 'formedOn', 'programmeIds'], '') ??
    identifierRefusal(input.id, 'id') ??
    textRefusal(input.label, 'label') ??
    textRefusal(input.domain, 'domain') ??
    (input.formedOn === undefined ? undefined : dateRefusal(input.formedOn, 'formedOn')) ??
    input.programmeIds.map((id, index) => identifierRefusal(id, `programmeIds[${index}]`)).find(Boolean)
  return refusal ? { refusal } : { value: input }
}
