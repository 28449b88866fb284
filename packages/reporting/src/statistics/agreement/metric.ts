import { sum } from '../../measures/sum.ts'

/** How far apart two values are taken to be: different or not, by ranks, by difference, or by difference over sum. */
export type Metric = 'nominal' | 'ordinal' | 'interval' | 'ratio'

/** What distances are reckoned from: the value itself, or for the ordinal metric its mid-rank among all values. */
export function coordinates(
  metric: Metric,
  all: readonly (string | number)[],
): ReadonlyMap<string | number, string | number> {
  const counts = new Map<string | number, number>()
  for (const value of all) counts.set(value, (counts.get(value) ?? 0) + 1)
  if (metric !== 'ordinal') return new Map([...counts.keys()].map((value) => [value, value]))
  let before = 0
  const ranks = new Map<string | number, number>()
  for (const [value, count] of [...counts].sort(([a], [b]) => Number(a) - Number(b))) {
    ranks.set(value, before + count / 2)
    before += count
  }
  return ranks
}

/**
 * The sum of squared distances over all ordered pairs of values, given as coordinates.
 *
 * Source: K. Krippendorff, "Computing Krippendorff's alpha-reliability" (2011).
 */
export function distanceSum(metric: Metric, values: readonly (string | number)[]): number {
  if (metric === 'nominal' || metric === 'ratio') {
    const counts = new Map<string | number, number>()
    for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
    return metric === 'nominal'
      ? values.length ** 2 - sum([...counts.values()].map((n) => n * n))
      : ratioSum([...counts])
  }
  const numbers = values.map(Number)
  const mean = sum(numbers) / numbers.length
  return 2 * numbers.length * sum(numbers.map((value) => (value - mean) ** 2))
}

function ratioSum(counts: readonly (readonly [string | number, number])[]): number {
  let total = 0
  for (const [i, [one, n]] of counts.entries())
    for (let j = 0; j < i; j++) {
      const [other, m] = counts[j] ?? [0, 0]
      const [a, b] = [Number(one), Number(other)]
      total += 2 * n * m * ((a - b) / (a + b)) ** 2
    }
  return total
}
