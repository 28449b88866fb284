import { byColumn } from '../solver/by-column.ts'
import type { EligiblePairs } from '../solver/maximum.ts'

/** Rows that together may only have the places of some columns, and are more than there are places: Hall's condition fails. */
export interface Crowd {
  readonly rows: readonly number[]
  readonly columns: readonly number[]
  readonly places: number
}

/** What stands in the way of the rows without a place, read off the paths that alternate between wanted and held places. */
export interface Shortage {
  readonly crowds: readonly Crowd[]
  /** The crowd that each row is in; -1 for none. */
  readonly crowdOf: Int32Array
  /** 1 for rows that a chain of moves leads to a free place. */
  readonly canMove: Uint8Array
  /** 1 for columns of which a place is free, or can be made free by a chain of moves. */
  readonly canFree: Uint8Array
}

/**
 * Finds the crowded sets of a matching: for every row without a place, all rows and columns that alternating paths lead to. Where none of
 * these columns has a free place, the rows outnumber the places, which is why not all of them can be matched.
 * After P. Hall, "On Representatives of Subsets", Journal of the London Mathematical Society 10 (1935) 26-30.
 */
export function shortageOf(pairs: EligiblePairs, columnOf: Int32Array): Shortage {
  const { rows, columns, start, column, capacity } = pairs
  const lists = byColumn(pairs)
  const held = heldBy(columns, columnOf)
  const canMove = new Uint8Array(rows)
  const canFree = new Uint8Array(columns)
  const queue: number[] = []
  const free = (at: number) => {
    if (canFree[at] === 1) return
    canFree[at] = 1
    queue.push(at)
  }
  for (let at = 0; at < columns; at += 1) if ((held[at]?.length ?? 0) < (capacity[at] as number)) free(at)
  for (const to of queue) {
    for (let at = lists.from[to] as number; at < (lists.from[to + 1] as number); at += 1) {
      const row = lists.row[at] as number
      if (canMove[row] === 1) continue
      canMove[row] = 1
      if ((columnOf[row] as number) >= 0) free(columnOf[row] as number)
    }
  }

  const crowdOfColumn = new Int32Array(columns).fill(-1)
  const crowdOf = new Int32Array(rows).fill(-1)
  const parent: number[] = []
  const root = (crowd: number): number => {
    let at = crowd
    while (parent[at] !== at) {
      parent[at] = parent[parent[at] as number] as number
      at = parent[at] as number
    }
    return at
  }
  for (let source = 0; source < rows; source += 1) {
    if ((columnOf[source] as number) >= 0 || canMove[source] === 1 || start[source] === start[source + 1]) continue
    if ((crowdOf[source] as number) >= 0) continue
    const crowd = parent.length
    parent.push(crowd)
    const reached = [source]
    crowdOf[source] = crowd
    for (const row of reached) {
      for (let at = start[row] as number; at < (start[row + 1] as number); at += 1) {
        const to = column[at] as number
        const known = crowdOfColumn[to] as number
        if (known >= 0) {
          parent[root(known)] = root(crowd)
          continue
        }
        crowdOfColumn[to] = crowd
        for (const next of held[to] ?? []) {
          if ((crowdOf[next] as number) >= 0) continue
          crowdOf[next] = crowd
          reached.push(next)
        }
      }
    }
  }
  return { ...numbered(crowdOf, crowdOfColumn, root, capacity), canMove, canFree }
}

function heldBy(columns: number, columnOf: Int32Array): readonly (readonly number[])[] {
  const held: number[][] = Array.from({ length: columns }, () => [])
  columnOf.forEach((to, row) => {
    held[to]?.push(row)
  })
  return held
}

/** Numbers the crowds that remain after those that met were joined. */
function numbered(
  crowdOf: Int32Array,
  crowdOfColumn: Int32Array,
  root: (crowd: number) => number,
  capacity: Int32Array,
): Pick<Shortage, 'crowds' | 'crowdOf'> {
  const number = new Map<number, number>()
  const crowds: { rows: number[]; columns: number[]; places: number }[] = []
  const own = (crowd: number) => {
    const at = number.get(root(crowd)) ?? crowds.length
    number.set(root(crowd), at)
    crowds[at] ??= { rows: [], columns: [], places: 0 }
    return at
  }
  const renumbered = crowdOf.map((crowd, row) => {
    if (crowd < 0) return -1
    const at = own(crowd)
    crowds[at]?.rows.push(row)
    return at
  })
  crowdOfColumn.forEach((crowd, at) => {
    const into = crowd < 0 ? undefined : crowds[own(crowd)]
    if (!into) return
    into.columns.push(at)
    into.places += capacity[at] as number
  })
  return { crowds, crowdOf: renumbered }
}
