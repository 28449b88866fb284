/** A small instance as plain lists: `cost[row][column]`, with `null` for a forbidden pair. */
export interface Small {
  readonly cost: readonly (readonly (number | null)[])[]
  readonly capacity: readonly number[]
  readonly exit?: readonly number[]
}

/** The most rows that can have a place and the least cost of that, exits counted; or the least cost alone where exits are named. By trying everything. */
export function bruteForce({ cost, capacity, exit }: Small): { readonly placed: number; readonly cost: number } {
  let best = { placed: 0, cost: Number.POSITIVE_INFINITY }
  const left = [...capacity]
  const visit = (row: number, placed: number, sum: number): void => {
    const own = cost[row]
    if (own === undefined) {
      const better = exit ? sum < best.cost : placed > best.placed || (placed === best.placed && sum < best.cost)
      if (better) best = { placed, cost: sum }
      return
    }
    if (!exit && placed + cost.length - row < best.placed) return
    own.forEach((each, column) => {
      if (each === null || (left[column] ?? 0) <= 0) return
      left[column] = (left[column] ?? 0) - 1
      visit(row + 1, placed + 1, sum + each)
      left[column] = (left[column] ?? 0) + 1
    })
    visit(row + 1, placed, sum + (exit?.[row] ?? 0))
  }
  visit(0, 0, 0)
  return best
}
