import { isSmall } from './buckets.ts'
import { partsFirst } from './first-pass.ts'
import type { Sum } from './guarded-sums.ts'
import { publicView } from './public-view.ts'
import type { Relations } from './relate.ts'
import type { Unknown } from './unknowns.ts'
import type { Grant, Wish } from './wish.ts'
import { isPinned } from './witness.ts'

/**
 * What is still granted once every small sum has a witness that it could be another. Where there is none, the figure is withdrawn that
 * frees it with the least loss.
 */
export function secondPass(
  unknowns: readonly Unknown[],
  relations: Relations,
  wish: Wish,
  sums: readonly Sum[],
  first: Grant,
): Grant {
  const truth = unknowns.map((unknown) => unknown.value)
  const small = sums.filter((sum) => isSmall(sum.reduce((total, [place, by]) => total + by * (truth[place] ?? 0), 0)))
  const pinnedIn = (state: Grant, among: readonly Sum[]) => {
    const { system, bounds } = publicView(unknowns, relations, wish, state)
    return among.find((sum) => isPinned(system, bounds, truth, sum))
  }
  let state = first
  for (let sum = pinnedIn(state, small); sum !== undefined; sum = pinnedIn(state, small)) {
    const pinned = sum
    const ways = withdrawals(unknowns, wish, state, pinned)
    const free = ways.find((way) => pinnedIn(way, [pinned]) === undefined) ?? ways[0]
    if (free === undefined) break
    state = free
  }
  return state
}

/** The state with one thing less, each way, least loss first: the last rate, then the count with the fewest conditions; the pinned count itself last. */
function withdrawals(unknowns: readonly Unknown[], wish: Wish, state: Grant, pinned: Sum): readonly Grant[] {
  const near = connected(unknowns, wish, pinned)
  const rates = state.rates
    .flatMap((rate, place) => (rate !== 'derivable' && near.has(wish.rates[place]?.among ?? -1) ? [place] : []))
    .reverse()
    .map((place) => ({
      ...state,
      rates: state.rates.map((rate, other) => (other === place ? ('derivable' as const) : rate)),
    }))
  const isPinnedItself = (place: number) => pinned.length === 1 && pinned[0]?.[0] === place
  const counts = partsFirst(unknowns, [...state.counts])
    .filter((place) => near.has(place) && unknowns[place]?.people === true)
    .reverse()
    .sort((a, b) => Number(isPinnedItself(a)) - Number(isPinnedItself(b)))
    .map((place) => ({ ...state, counts: new Set([...state.counts].filter((other) => other !== place)) }))
  return [...rates, ...counts]
}

/** The unknowns of the same table and unit: nothing else can bear on the sum. */
function connected(unknowns: readonly Unknown[], wish: Wish, pinned: Sum): ReadonlySet<number> {
  const [first] = pinned
  const here = unknowns[first?.[0] ?? -1]
  const places = unknowns.flatMap((unknown, place) =>
    unknown.table === here?.table && unknown.unit === here?.unit ? [place] : [],
  )
  return new Set([...places, ...wish.rates.filter((rate) => places.includes(rate.among)).map((rate) => rate.count)])
}
