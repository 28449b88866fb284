import { lackOf, type Need } from './need.ts'

/**
 * Gives the places of a smallest choice of items, each a set of dimensions, that together meet all needs; nothing when all items
 * do not. Of several smallest choices it is the one whose places come first. The search is exact, and takes a step for each
 * item and each set of the n dimensions that the needs name: at most 2ⁿ steps an item, with n at most 17 in any edition.
 */
export function smallestItems(needs: readonly Need[], items: readonly number[]): readonly number[] | undefined {
  const bits = bitsOf(needs.reduce((mask, need) => mask | need.mask, 0))
  const pack = (mask: number) => bits.reduce((packed, bit, place) => (mask & bit ? packed | (1 << place) : packed), 0)
  const asked = needs.map(({ mask, count }) => ({ mask: pack(mask), count }))
  const sets = items.map(pack)
  const useful = withoutDominated(sets)
  // For each set of dimensions that may be there already, how many items are still to be chosen.
  const left = new Uint8Array(2 ** bits.length)
  for (let had = left.length - 1; had >= 0; had -= 1) {
    if (asked.every((need) => lackOf(need, had) === 0)) continue
    let fewest = never
    for (const set of useful) if ((had | set) !== had) fewest = Math.min(fewest, (left[had | set] ?? never) + 1)
    left[had] = fewest
  }
  if (left[0] === never) return undefined
  const chosen: number[] = []
  for (let had = 0; left[had] !== 0; had |= sets[chosen.at(-1) ?? 0] ?? 0) {
    const next = (left[had] ?? 0) - 1
    chosen.push(sets.findIndex((set) => left[had | set] === next))
  }
  return chosen
}

const never = 255

/** Gives the sets that lie in no other, each once. */
function withoutDominated(sets: readonly number[]): readonly number[] {
  const distinct = [...new Set(sets)]
  return distinct.filter((set) => !distinct.some((other) => other !== set && (set & ~other) === 0))
}

/** Gives the bits of a set, lowest first. */
export function bitsOf(mask: number): readonly number[] {
  const bits: number[] = []
  for (let rest = mask; rest !== 0; rest &= rest - 1) bits.push(rest & -rest)
  return bits
}
