import type { Bounds, Linear, Share, System } from './bounds.ts'

/** Bounds drawn together as far as each constraint alone forces them, and which unknowns that moved. */
export interface Propagated {
  readonly bounds: Bounds
  readonly moved: ReadonlySet<number>
}

/** More possible values than this, and a share's pairs are not gone through: the bounds stay wider than they need be. */
const widthMax = 400

/**
 * The bounds after every constraint has been applied until nothing moves, or nothing when no assignment is left.
 *
 * Never cuts off a possible assignment. Exact (each bound is reached by an assignment) when the constraints form a tree of sums.
 * `from` names the constraints to begin with; the others follow when an unknown of theirs moves.
 */
export function propagate(system: System, start: Bounds, from: readonly number[]): Propagated | undefined {
  const low = [...start.low]
  const high = [...start.high]
  const moved = new Set<number>()
  const queue = [...from]
  const queued = new Set(queue)
  const narrow = (unknown: number, least: number, most: number): boolean => {
    const nextLow = Math.max(low[unknown] ?? 0, least)
    const nextHigh = Math.min(high[unknown] ?? 0, most)
    if (nextLow > nextHigh) return false
    if (nextLow === low[unknown] && nextHigh === high[unknown]) return true
    low[unknown] = nextLow
    high[unknown] = nextHigh
    moved.add(unknown)
    for (const index of system.touching[unknown] ?? []) {
      if (queued.has(index)) continue
      queued.add(index)
      queue.push(index)
    }
    return true
  }
  for (let index = queue.shift(); index !== undefined; index = queue.shift()) {
    queued.delete(index)
    const constraint = system.constraints[index]
    if (constraint === undefined) continue
    const possible =
      constraint.kind === 'linear'
        ? applyLinear(constraint, low, high, narrow)
        : applyShare(constraint, low, high, narrow)
    if (!possible) return undefined
  }
  return { bounds: { low, high }, moved }
}

type Narrow = (unknown: number, least: number, most: number) => boolean

function applyLinear(
  { terms, low: floor, high: ceiling }: Linear,
  low: number[],
  high: number[],
  narrow: Narrow,
): boolean {
  let least = 0
  let most = 0
  let leastOpen = 0
  let mostOpen = 0
  for (let place = 0; place < terms.length; place += 1) {
    const [bottom, top] = [bottomOf(terms, place, low, high), bottomOf(terms, place, high, low)]
    if (bottom === -Infinity) leastOpen += 1
    else least += bottom
    if (top === Infinity) mostOpen += 1
    else most += top
  }
  for (let place = 0; place < terms.length; place += 1) {
    const bottom = bottomOf(terms, place, low, high)
    const top = bottomOf(terms, place, high, low)
    const othersLeast =
      leastOpen > (bottom === -Infinity ? 1 : 0) ? -Infinity : bottom === -Infinity ? least : least - bottom
    const othersMost = mostOpen > (top === Infinity ? 1 : 0) ? Infinity : top === Infinity ? most : most - top
    const [unknown = 0, by = 1] = terms[place] ?? []
    const from = by > 0 ? floor - othersMost : (ceiling - othersLeast) / by
    const to = by > 0 ? ceiling - othersLeast : (floor - othersMost) / by
    if (!narrow(unknown, Math.ceil(by > 0 ? from / by : from), Math.floor(by > 0 ? to / by : to))) return false
  }
  return true
}

/** The least that a term adds, given the least and the most of its unknown; given them the other way round, the most. */
function bottomOf(terms: Linear['terms'], place: number, low: readonly number[], high: readonly number[]): number {
  const [unknown = 0, by = 1] = terms[place] ?? []
  return by * ((by > 0 ? low[unknown] : high[unknown]) ?? 0)
}

function applyShare({ count, among, allows }: Share, low: number[], high: number[], narrow: Narrow): boolean {
  const [countLow = 0, countHigh = 0, amongLow = 0, amongHigh = 0] = [low[count], high[count], low[among], high[among]]
  if (!(amongHigh - amongLow <= widthMax)) return true
  const counts: [number, number] = [Infinity, -Infinity]
  const whole: [number, number] = [Infinity, -Infinity]
  for (let n = amongLow; n <= amongHigh; n += 1)
    for (let k = countLow; k <= Math.min(countHigh, n); k += 1) {
      if (!allows(k, n)) continue
      counts[0] = Math.min(counts[0], k)
      counts[1] = Math.max(counts[1], k)
      whole[0] = Math.min(whole[0], n)
      whole[1] = Math.max(whole[1], n)
    }
  return counts[0] <= counts[1] && narrow(count, ...counts) && narrow(among, ...whole)
}
