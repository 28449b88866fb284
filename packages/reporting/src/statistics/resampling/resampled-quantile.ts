/**
 * The quantile of sorted replicates at the place `p (B + 1)`, interpolated straight between neighbours, or undefined where that place lies
 * outside them, as too few replicates were drawn for so small a tail (type 6 of Hyndman and Fan 1996).
 */
export function resampledQuantile(sorted: Float64Array, p: number): number | undefined {
  const place = p * (sorted.length + 1)
  const below = Math.floor(place)
  const low = sorted[below - 1]
  const high = sorted[below] ?? (place === sorted.length ? low : undefined)
  if (low === undefined || high === undefined) return undefined
  return low + (place - below) * (high - low)
}
