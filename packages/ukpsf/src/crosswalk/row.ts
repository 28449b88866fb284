import type { DimensionCode } from '../framework/code.ts'
import type { Provenance } from '../framework/sourced.ts'
import { inverseRelation, type MatchRelation } from './relation.ts'

/** The part of a dimension that a row is about, where it is not about the whole. */
export interface Part {
  readonly of: 'source' | 'target'
  /** In this package's own words. */
  readonly title: string
}

/** Two dimensions that correspond. The relation is between the two, or between a part of the one and the other. */
export interface MatchRow extends Provenance {
  readonly relation: MatchRelation
  readonly from: DimensionCode
  readonly to: DimensionCode
  readonly part?: Part
  /** The dimensions between, in order; empty for a row of two neighbouring editions. */
  readonly via: readonly DimensionCode[]
  readonly note: string
}

/** A dimension without a partner: `to` is null for one that ended, `from` is null for one that is new. */
export type NoMatchRow = Provenance & { readonly relation: 'none'; readonly note: string } & (
    | { readonly from: DimensionCode; readonly to: null }
    | { readonly from: null; readonly to: DimensionCode }
  )

/** One line of a crosswalk. A dimension may stand in several. */
export type CrosswalkRow = MatchRow | NoMatchRow

/** Gives a row read from target to source. */
export function invertRow(row: CrosswalkRow): CrosswalkRow {
  if (row.relation === 'none') {
    return row.to === null ? { ...row, from: null, to: row.from } : { ...row, from: row.to, to: null }
  }
  const { part, ...rest } = row
  const inverted = {
    ...rest,
    relation: inverseRelation(row.relation),
    from: row.to,
    to: row.from,
    via: row.via.toReversed(),
  }
  if (part === undefined) return inverted
  return { ...inverted, part: { ...part, of: part.of === 'source' ? 'target' : 'source' } }
}

/** Says whether a row names two dimensions. */
export function isMatch(row: CrosswalkRow): row is MatchRow {
  return row.relation !== 'none'
}
