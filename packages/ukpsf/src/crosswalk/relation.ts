import type { Certainty } from '../framework/sourced.ts'

/**
 * How a dimension of one edition relates to one of another, always read from source to target as SKOS reads its mappings:
 * `exact` the two say the same; `close` near enough to stand for each other in some uses; `broader` the TARGET is the broader
 * one, and takes in all that the source says; `narrower` the TARGET is the narrower one, and says only some of it.
 */
export type MatchRelation = 'exact' | 'close' | 'broader' | 'narrower'

/** A relation, or `none`: the dimension has no partner in the other edition. */
export type Relation = MatchRelation | 'none'

const inverses = { exact: 'exact', close: 'close', broader: 'narrower', narrower: 'broader', none: 'none' } as const

/** Gives the relation read from target to source. */
export function inverseRelation<R extends Relation>(relation: R): (typeof inverses)[R] {
  return inverses[relation]
}

/**
 * Gives the relation of two steps together, or nothing where they do not settle it. `exact` passes the other one on, and
 * `broader` and `narrower` carry over themselves; nothing else is sound: two `close` steps may end far away.
 */
export function composeRelations(first: Relation, second: Relation): Relation | undefined {
  if (first === 'none') return undefined
  if (first === 'exact') return second
  if (second === 'exact') return first
  return first === second && first !== 'close' ? first : undefined
}

const byStrength: readonly Certainty[] = ['2+', '1', 'A', 'M']

/** Gives the weaker of two certainties; `M` is the weakest, then `A`, `1`, `2+`. */
export function weakerCertainty(one: Certainty, other: Certainty): Certainty {
  return byStrength.indexOf(one) > byStrength.indexOf(other) ? one : other
}
