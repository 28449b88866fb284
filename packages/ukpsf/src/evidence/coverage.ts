import { placeOf } from '../editions/code-index.ts'
import type { DimensionCode, EditionId } from '../framework/code.ts'
import type { Portfolio } from './portfolio.ts'

/** What evidence there is for one dimension. */
export interface DimensionCoverage {
  readonly dimension: DimensionCode
  /** Ids of the evidence tagged with it, in the order given. */
  readonly claimed: readonly string[]
  /** Those of `claimed` in which somebody else has confirmed it. */
  readonly confirmed: readonly string[]
}

/** Which dimensions of an edition a body of evidence touches. It counts tags and says nothing about quality. */
export interface Coverage {
  readonly edition: EditionId
  /** Every dimension of the edition, in its order. */
  readonly dimensions: readonly DimensionCoverage[]
  /** Dimensions that one piece of evidence alone stands for. */
  readonly singlePoint: readonly DimensionCode[]
  /** Dimensions without evidence. */
  readonly untouched: readonly DimensionCode[]
  /** Dimensions with evidence, none of it confirmed. */
  readonly unconfirmed: readonly DimensionCode[]
}

/** Gives what a portfolio covers. */
export function coverageOf({ index, evidence, claimed, confirmed }: Portfolio): Coverage {
  const dimensions = index.codes.map((dimension) => ({
    dimension,
    claimed: [] as string[],
    confirmed: [] as string[],
  }))
  evidence.forEach(({ id }, at) => {
    for (let rest = claimed[at] ?? 0; rest !== 0; rest &= rest - 1) dimensions[placeOf(rest)]?.claimed.push(id)
    for (let rest = confirmed[at] ?? 0; rest !== 0; rest &= rest - 1) dimensions[placeOf(rest)]?.confirmed.push(id)
  })
  return coverageFrom(index.edition, dimensions)
}

/** Gives the coverage that follows from what there is for each dimension. */
export function coverageFrom(edition: EditionId, dimensions: readonly DimensionCoverage[]): Coverage {
  const those = (hold: (entry: DimensionCoverage) => boolean) => dimensions.filter(hold).map((entry) => entry.dimension)
  return {
    edition,
    dimensions,
    singlePoint: those((entry) => entry.claimed.length === 1),
    untouched: those((entry) => entry.claimed.length === 0),
    unconfirmed: those((entry) => entry.claimed.length > 0 && entry.confirmed.length === 0),
  }
}
