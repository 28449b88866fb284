import { type Outcome, outcomeFaults } from './outcome.ts'
import {
  type CompleteOutcomeSet,
  membershipFaults,
  type OpenOutcomeSet,
  type OutcomeSet,
  outcomeSetFaults,
} from './outcome-set.ts'
import type { Refusal } from './refusal.ts'
import { sedaSetIds } from './seda/set-ids.ts'
import { type Sourced, sourceFaults } from './sourced.ts'

/**
 * One group of outcomes that a version requires, each one of them. The published set is never altered: what an institution
 * loads stands beside it. `source` says why this version requires this set.
 */
export type OutcomeRequirement = Sourced &
  (
    | { readonly state: 'published'; readonly set: CompleteOutcomeSet; readonly loaded: readonly [] }
    | { readonly state: 'to-be-loaded'; readonly set: OpenOutcomeSet; readonly loaded: readonly Outcome[] }
    | { readonly state: 'loaded'; readonly set: OpenOutcomeSet; readonly loaded: readonly Outcome[] }
  )

/**
 * The requirement of every outcome of a set, before anything is loaded; `because` is the source for requiring it.
 *
 * @example
 * ```ts
 * import { requireSet, sedaValuesSince2014 } from '@mentoring-commons/award'
 *
 * requireSet(sedaValuesSince2014, { source: 'our programme handbook', certainty: '1' }).state //=> 'published'
 * ```
 */
export function requireSet(set: OutcomeSet, because: Sourced): OutcomeRequirement {
  const { source, certainty } = because
  return set.listing === 'complete'
    ? { state: 'published', set, loaded: [], source, certainty }
    : { state: 'to-be-loaded', set, loaded: [], source, certainty }
}

/**
 * Every outcome of a requirement that is known so far: the published ones, then those loaded, each in its own order.
 *
 * @example
 * ```ts
 * import { outcomesOf, theoryAndPractice } from '@mentoring-commons/award'
 *
 * theoryAndPractice.versions[0].outcomes.map((required) => outcomesOf(required).length) //=> [2, 4, 0]
 * ```
 */
export function outcomesOf(requirement: OutcomeRequirement): readonly Outcome[] {
  return [...requirement.set.outcomes, ...requirement.loaded]
}

/** The faults of a requirement by itself; `setIds` are the ids of the sets beside it, whose codes an institution must not give. */
export function* requirementFaults(
  requirement: OutcomeRequirement,
  setIds: readonly string[],
  path: string,
): Generator<Refusal> {
  const { state, set, loaded } = requirement
  yield* outcomeSetFaults(set, `${path}.set`)
  yield* sourceFaults(requirement, path)
  const fits = set.listing === 'complete' ? state === 'published' : state === 'to-be-loaded' || state === 'loaded'
  if (!fits || (state === 'published' && loaded.length > 0)) {
    const message = `A requirement in state "${state}" with ${loaded.length} loaded outcomes does not fit the ${set.listing} set "${set.id}": make it with requireSet, and load with loadOutcomes.`
    yield { code: 'state-mismatch', message, path: `${path}.state` }
  }
  if (state === 'loaded' && loaded.length === 0) {
    const message = `"${set.id}" claims to be loaded and nothing is: load its outcomes, or leave it to be loaded.`
    yield { code: 'outcomes-missing', message, path: `${path}.loaded` }
  }
  for (const [index, outcome] of loaded.entries()) {
    yield* loadedFaults(outcome, setIds, `${path}.loaded[${index}]`)
    yield* membershipFaults(set, outcome, `${path}.loaded[${index}]`)
  }
}

/** The faults of an outcome that an institution loads, by itself. */
export function* loadedFaults(outcome: Outcome, setIds: readonly string[], path: string): Generator<Refusal> {
  yield* outcomeFaults(outcome, path)
  const owner = [...sedaSetIds, ...setIds].find((id) => outcome.code.startsWith(`${id}:`))
  if (owner === undefined) return
  const message = `"${outcome.code}" begins like a code of the published set "${owner}": give it a code of your own, such as our-university:1.`
  yield { code: 'code-reserved', message, path: `${path}.code` }
}
