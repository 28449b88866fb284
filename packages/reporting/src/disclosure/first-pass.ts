import { type Constraint, type Share, systemOf } from './bounds.ts'
import { bucketsWithin, narrowed, shownBounds } from './buckets.ts'
import { indexSums, type Sum, tellsSmall } from './guarded-sums.ts'
import { propagate } from './propagate.ts'
import { mustHold, openBounds } from './public-view.ts'
import { outcomeOf, outcomesOf, shareOf } from './rate.ts'
import type { Relations } from './relate.ts'
import type { Unknown } from './unknowns.ts'
import type { Grant, Wish } from './wish.ts'

/**
 * Parts before wholes, then rates: each is granted only when no value it could have, given what is granted already, would pin a small sum.
 *
 * The decision is a function of what is public, so that a hidden number tells nothing by being hidden. Source: Kenthapadi, Mishra and
 * Nissim, "Simulatable auditing", PODS 2005.
 */
export function firstPass(unknowns: readonly Unknown[], relations: Relations, wish: Wish, sums: readonly Sum[]): Grant {
  const fixed = [...relations.constraints, ...wish.known]
  const base = systemOf(unknowns.length, fixed)
  const tells = indexSums(sums, unknowns.length)
  let bounds = mustHold(propagate(base, openBounds(unknowns), [...fixed.keys()])?.bounds)
  const counts = new Set<number>()
  for (const place of partsFirst(unknowns, wish.counts)) {
    const unknown = unknowns[place]
    if (unknown === undefined) continue
    const outcomes = unknown.people ? bucketsWithin(bounds, place) : [[unknown.value, unknown.value] as const]
    const safe = outcomes.every(([low, high]) => {
      const after = propagate(base, narrowed(bounds, place, low, high), base.touching[place] ?? [])
      return after === undefined || !tellsSmall(after.bounds, [...after.moved, place], sums, tells)
    })
    if (!safe && unknown.people) continue
    counts.add(place)
    const [low, high] = shownBounds(unknown)
    bounds = mustHold(propagate(base, narrowed(bounds, place, low, high), base.touching[place] ?? [])?.bounds)
  }
  const constraints: Constraint[] = [...fixed]
  const rates = wish.rates.map((rate): 'shown' | 'few' | 'derivable' => {
    const trial = (share: Share) => {
      const system = systemOf(unknowns.length, [...constraints, share])
      return propagate(system, bounds, [constraints.length])
    }
    const safe = outcomesOf(rate, bounds, unknowns).every((outcome) => {
      const after = trial(shareOf(rate, outcome))
      return after === undefined || !tellsSmall(after.bounds, [...after.moved], sums, tells)
    })
    if (!safe) return 'derivable'
    const outcome = outcomeOf(unknowns[rate.count]?.value ?? 0, unknowns[rate.among]?.value ?? 0)
    const share = shareOf(rate, outcome)
    bounds = mustHold(trial(share)?.bounds)
    constraints.push(share)
    return outcome === 'few' ? 'few' : 'shown'
  })
  return { counts, rates }
}

/** Counts by how much they are said to be of, the narrowest first. */
export function partsFirst(unknowns: readonly Unknown[], places: readonly number[]): readonly number[] {
  const depth = (place: number) => unknowns[place]?.clauses.length ?? 0
  return [...new Set(places)].sort((a, b) => depth(b) - depth(a) || a - b)
}
