import type { EditionId, Family } from '../framework/code.ts'
import type { Dimension } from '../framework/dimension.ts'
import type { Provenance } from '../framework/sourced.ts'

/** What a family's list says of one dimension: its title, or its title and a note. */
type Listed = string | { readonly title: string; readonly note: string }

/** Gives the dimensions of one family, numbered from 1 in the order they are listed; `known` holds for each of them. */
export function familyOf(
  edition: EditionId,
  family: Family,
  known: Provenance & { readonly note?: string },
  listed: readonly Listed[],
): readonly Dimension[] {
  return listed.map((each, place) => ({
    edition,
    family,
    code: `${family}${place + 1}`,
    ...(typeof each === 'string' ? { title: each } : each),
    ...known,
  }))
}
