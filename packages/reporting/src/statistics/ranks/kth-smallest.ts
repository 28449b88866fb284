/** The k-th smallest number (from 1) between two, of those that `count` counts up to a bound; by halving, to the last digit. */
function kthSmallest(count: (most: number) => number, k: number, least: number, most: number): number {
  if (count(least) >= k) return least
  let [low, high] = [least, most]
  for (;;) {
    const middle = low + (high - low) / 2
    if (middle <= low || middle >= high) return high
    if (count(middle) >= k) high = middle
    else low = middle
  }
}

/** The k-th smallest of all differences first - second; both lists in ascending order. */
export function kthDifference(first: readonly number[], second: readonly number[], k: number): number {
  const count = (most: number) => {
    let total = 0
    let reach = first.length
    // From the largest second value to the smallest, fewer and fewer first values stay within the bound.
    for (let place = second.length - 1; place >= 0; place--) {
      while (reach > 0 && (first[reach - 1] ?? 0) - (second[place] ?? 0) > most) reach--
      total += reach
    }
    return total
  }
  const least = (first[0] ?? 0) - (second.at(-1) ?? 0)
  return kthSmallest(count, k, least, (first.at(-1) ?? 0) - (second[0] ?? 0))
}

/** The k-th smallest of the means of all pairs of values, each with itself too (Walsh averages); the list in ascending order. */
export function kthWalshAverage(values: readonly number[], k: number): number {
  const count = (most: number) => {
    let total = 0
    let reach = values.length
    for (const [place, value] of values.entries()) {
      while (reach > 0 && (value + (values[reach - 1] ?? 0)) / 2 > most) reach--
      if (reach <= place) break
      total += reach - place
    }
    return total
  }
  return kthSmallest(count, k, values[0] ?? 0, values.at(-1) ?? 0)
}

/** The median of so many numbers, of which `kth` gives the k-th smallest. */
export function medianOf(size: number, kth: (k: number) => number): number {
  const low = kth(Math.floor((size + 1) / 2))
  return size % 2 === 1 ? low : (low + kth(size / 2 + 1)) / 2
}
