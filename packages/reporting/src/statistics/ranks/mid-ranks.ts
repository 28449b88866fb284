/** Ranks in the order of the values, equal values sharing the mean of their places. */
export interface MidRanks {
  readonly ranks: readonly number[]
  /** The sizes of the groups of equal values that have more than one. */
  readonly ties: readonly number[]
}

/** The ranks of values, from 1; equal ones share the mean of their places. */
export function midRanks(values: readonly number[]): MidRanks {
  const order = values.map((_, place) => place).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0))
  const ranks = values.map(() => 0)
  const ties: number[] = []
  for (let from = 0, to = 0; from < order.length; from = to) {
    const value = values[order[from] ?? 0]
    while (to < order.length && values[order[to] ?? 0] === value) to++
    for (let place = from; place < to; place++) ranks[order[place] ?? 0] = (from + 1 + to) / 2
    if (to - from > 1) ties.push(to - from)
  }
  return { ranks, ties }
}

/** What ties take from a variance of rank sums: the sum of t^3 - t over groups of t equal values. */
export function tieTerm(ties: readonly number[]): number {
  return ties.reduce((total, t) => total + t ** 3 - t, 0)
}
