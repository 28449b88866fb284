import { meaningOf } from '../count.ts'
import { type Share, systemOf, withConstraint } from './bounds.ts'
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
  let system = base
  const rates = wish.rates.map((rate): 'shown' | 'few' | 'derivable' => {
    const trial = (share: Share) => propagate(withConstraint(system, share), bounds, [system.constraints.length])
    const safe = outcomesOf(rate, bounds, unknowns).every((outcome) => {
      const after = trial(shareOf(rate, outcome))
      return after === undefined || !tellsSmall(after.bounds, [...after.moved], sums, tells)
    })
    if (!safe) return 'derivable'
    const outcome = outcomeOf(unknowns[rate.count]?.value ?? 0, unknowns[rate.among]?.value ?? 0)
    const share = shareOf(rate, outcome)
    bounds = mustHold(trial(share)?.bounds)
    system = withConstraint(system, share)
    return outcome === 'few' ? 'few' : 'shown'
  })
  return { counts, rates }
}

/** Counts by how much is said of them, the narrowest first, then by what they mean: whatever order the sets came in. */
export function partsFirst(unknowns: readonly Unknown[], places: readonly number[]): readonly number[] {
  const known = [...new Set(places)].flatMap((place) => {
    const unknown = unknowns[place]
    return unknown === undefined ? [] : [{ place, depth: unknown.clauses.length, meaning: meaningOf(unknown) }]
  })
  return known.sort((a, b) => b.depth - a.depth || (a.meaning < b.meaning ? -1 : 1)).map(({ place }) => place)
}
