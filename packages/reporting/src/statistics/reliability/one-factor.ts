/** Loadings of one factor, each item's; `improper` where an item would have to be explained wholly or more (a Heywood case). */
export type OneFactor = { readonly loadings: readonly number[] } | { readonly failed: 'improper' | 'not-converged' }

const uniquenessMin = 0.005

/**
 * One factor by minimum residuals: the loadings whose products leave the least sum of squares of what lies off the diagonal.
 * Each loading in turn is set to its best given the others, from every item as a start, until none moves by 1e-10.
 *
 * Source: H. H. Harman and W. H. Jones, Psychometrika 31 (1966), 351-368.
 */
export function oneFactor(correlations: readonly (readonly number[])[], start?: readonly number[]): OneFactor {
  const starts = start ? [start] : correlations.map((row) => row.map((value) => (value < 0 ? -0.5 : 0.5)))
  const fits = starts.map((each) => descend(correlations, each)).filter((fit) => fit !== undefined)
  const best = fits.toSorted((a, b) => residual(correlations, a) - residual(correlations, b))[0]
  if (best === undefined) return { failed: 'not-converged' }
  if (best.some((loading) => loading * loading > 1 - uniquenessMin)) return { failed: 'improper' }
  return { loadings: best }
}

function descend(
  correlations: readonly (readonly number[])[],
  start: readonly number[],
): readonly number[] | undefined {
  const loadings = [...start]
  for (let round = 0; round < 5000; round++) {
    let moved = 0
    for (const [i, row] of correlations.entries()) {
      let [over, under] = [0, 0]
      for (const [j, loading] of loadings.entries()) {
        if (j === i) continue
        over += (row[j] ?? 0) * loading
        under += loading * loading
      }
      const next = under > 0 ? Math.max(-1, Math.min(1, over / under)) : 0
      moved = Math.max(moved, Math.abs(next - (loadings[i] ?? 0)))
      loadings[i] = next
    }
    if (moved < 1e-10) return loadings
  }
  return undefined
}

function residual(correlations: readonly (readonly number[])[], loadings: readonly number[]): number {
  let total = 0
  for (const [i, row] of correlations.entries())
    for (let j = 0; j < i; j++) total += ((row[j] ?? 0) - (loadings[i] ?? 0) * (loadings[j] ?? 0)) ** 2
  return total
}
