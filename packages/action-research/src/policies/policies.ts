import type { IntervalFacet } from '../facet.ts'
import type { Policy } from '../inquiry.ts'
import { type Row, responsive } from './responsive.ts'
import { strict } from './strict.ts'

/**
 * A policy as data. `moves` is its table; `overlap` says whether a facet may begin beside open ones; `following` are the
 * facets with which a cycle that follows another may begin; `completes` says that a facet which cannot be taken up again
 * must have done its work when it ends.
 */
export interface PolicyDefinition {
  readonly id: Policy
  readonly moves: Readonly<Record<IntervalFacet | 'start', Row>>
  readonly overlap: boolean
  readonly following: readonly IntervalFacet[]
  readonly completes: boolean
  readonly source: string
}

/** The policies by name. */
export const policies: Readonly<Record<Policy, PolicyDefinition>> = {
  responsive: {
    id: 'responsive',
    moves: responsive,
    overlap: true,
    following: ['diagnose', 'plan'],
    completes: false,
    source: 'Dick on cycles within cycles; Kemmis and McTaggart on fluid, responsive stages; the table is ours',
  },
  strict: {
    id: 'strict',
    moves: strict,
    overlap: false,
    following: ['plan'],
    completes: true,
    source: 'Co-operative inquiry on keeping phases distinct, read on one page; the table is ours',
  },
}

/** The policy of an inquiry; one of a history that names none there is counts as responsive. */
export function policyOf({ policy }: { readonly policy: Policy }): PolicyDefinition {
  return Object.hasOwn(policies, policy) ? policies[policy] : policies.responsive
}
