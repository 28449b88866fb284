/** A difference of a pair: as it is, and as it is ranked. */
export interface PairDifference {
  readonly raw: number
  /** To ten digits, so that 3.4 - 3.2 and 1.2 - 1, which differ as binary fractions, are tied; 0 for what is nothing but rounding. */
  readonly ranked: number
}

/** The differences of pairs, first less second. */
export function pairDifferences(first: readonly number[], second: readonly number[]): readonly PairDifference[] {
  return first.map((x, place) => {
    const y = second[place] ?? 0
    const raw = x - y
    const nothing = Math.abs(raw) <= 1e-13 * Math.max(Math.abs(x), Math.abs(y))
    return { raw, ranked: nothing ? 0 : Number(raw.toPrecision(10)) }
  })
}
