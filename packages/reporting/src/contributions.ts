/** The sizes that the rules of dominance look at: the two largest contributions and all together, none of them negative. */
export interface Contributions {
  readonly first: number
  readonly second: number
  readonly total: number
}

/** The contributions of values to their sum, each by its size. */
export function contributionsOf(values: Iterable<readonly [value: number, times: number]>): Contributions {
  let first = 0
  let second = 0
  let total = 0
  for (const [value, times] of values) {
    if (times <= 0) continue
    const size = Math.abs(value)
    total += size * times
    if (size > first) {
      second = times > 1 ? size : first
      first = size
    } else if (size > second) second = size
  }
  return { first, second, total }
}
