import type { Cycle } from '../cycle.ts'

/** A cycle with the cycles inside it. `label` counts as a reader does: `2` for the second, `2.1` for the first inside it. */
export interface CycleNode {
  readonly cycle: Cycle
  readonly label: string
  readonly inner: readonly CycleNode[]
}

/**
 * The cycles as trees, each level by the day begun, and on one day as recorded. A cycle whose parent is not there, or
 * was recorded after it, stands on the first level.
 */
export function cycleTree(cycles: readonly Cycle[]): readonly CycleNode[] {
  return level(cycles, undefined, '')
}

/** All nodes of trees, each before those inside it. */
export function flat(nodes: readonly CycleNode[]): readonly CycleNode[] {
  return nodes.flatMap((node) => [node, ...flat(node.inner)])
}

/** The cycle that a cycle lies in, if it names one that was recorded before it. */
export function parentOf(cycle: Cycle, cycles: readonly Cycle[]): string | undefined {
  return cycles.slice(0, cycles.indexOf(cycle)).find(({ id }) => id === cycle.parent)?.id
}

function level(cycles: readonly Cycle[], parent: string | undefined, prefix: string): readonly CycleNode[] {
  return cycles
    .filter((cycle) => parentOf(cycle, cycles) === parent)
    .toSorted((one, other) => (one.begunOn < other.begunOn ? -1 : one.begunOn > other.begunOn ? 1 : 0))
    .map((cycle, index) => {
      const label = `${prefix}${index + 1}`
      return { cycle, label, inner: level(cycles, cycle.id, `${label}.`) }
    })
}
