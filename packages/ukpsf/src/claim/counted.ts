import type { CodeIndex } from '../editions/code-index.ts'
import type { Evidence } from '../evidence/evidence.ts'
import type { Portfolio } from '../evidence/portfolio.ts'
import type { Counting } from './claim.ts'

/** The evidence of a claim as it counts: by claimed tags or by confirmed ones. */
export interface Counted {
  readonly index: CodeIndex
  readonly counting: Counting
  readonly evidence: readonly Evidence[]
  /** For each piece of evidence, the set of dimensions for which it counts. */
  readonly sets: readonly number[]
  /** The set of dimensions for which anything counts. */
  readonly covered: number
}

/** Gives a portfolio as it counts. */
export function countedBy(counting: Counting, { index, evidence, claimed, confirmed }: Portfolio): Counted {
  const sets = counting === 'confirmed' ? confirmed : claimed
  return { index, counting, evidence, sets, covered: sets.reduce((all, set) => all | set, 0) }
}

/** Gives the evidence that counts for any of some dimensions, in the order given. */
export function evidenceFor({ evidence, sets }: Counted, mask: number): readonly Evidence[] {
  const found: Evidence[] = []
  for (let at = 0; at < evidence.length; at += 1) {
    const item = evidence[at]
    if (item !== undefined && ((sets[at] ?? 0) & mask) !== 0) found.push(item)
  }
  return found
}
