/** Gives every choice of `size` items, in the order of the list; none when `size` is larger than the list. */
export function* combinations<T>(items: readonly T[], size: number): Generator<readonly T[]> {
  if (size === 0) {
    yield []
    return
  }
  for (const [index, first] of items.entries()) {
    for (const rest of combinations(items.slice(index + 1), size - 1)) yield [first, ...rest]
  }
}
