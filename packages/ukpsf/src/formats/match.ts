import type { Crosswalk } from '../crosswalk/crosswalk.ts'
import { isMatch, type MatchRow } from '../crosswalk/row.ts'

/**
 * How one thing matches another, in the words of SKOS: `exact` and `close` are what they say; `broad`: the other is broader;
 * `narrow`: the other is narrower; `related`: they have to do with each other, and no more is said.
 */
export type MatchKind = 'exact' | 'close' | 'broad' | 'narrow' | 'related'

/** Every kind of match. */
export const matchKinds: readonly MatchKind[] = ['exact', 'close', 'broad', 'narrow', 'related']

const kinds = { exact: 'exact', close: 'close', broader: 'broad', narrower: 'narrow' } as const

/** Gives the kind that a file may claim for a row: `related` where the row is about a part, as files name wholes alone. */
export function matchKindOf(row: MatchRow): MatchKind {
  return row.part === undefined ? kinds[row.relation] : 'related'
}

/** Gives the rows of crosswalks that name two dimensions. */
export function matchRows(crosswalks: readonly Crosswalk[]): readonly MatchRow[] {
  return crosswalks.flatMap((crosswalk) => crosswalk.rows.filter(isMatch))
}
