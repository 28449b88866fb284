import { duplicateFaults, type Outcome } from './outcome.ts'
import { loadedFaults, type OutcomeRequirement, outcomesOf } from './outcome-requirement.ts'
import { firstOr, type Refusal, type Result } from './refusal.ts'
import type { SchemeVersion } from './scheme.ts'

/** Whether the outcomes that are loaded make the list of each of their groups whole. Only the institution can know. */
export type LoadClaim = 'completes-the-list' | 'more-to-come'

/**
 * The version with an institution's outcomes beside the published ones, which stay as they are. A group that is whole takes no more;
 * with `more-to-come` it stays open. Nothing is loaded unless all is. Refuses `outcomes-missing` (nothing given), `group-missing`,
 * `group-complete`, `code-reserved`, `duplicate-code`, and an outcome that is faulty by itself.
 *
 * @example
 * ```ts
 * import { loadOutcomes, missingOutcomes, type Outcome, theoryAndPractice } from '@mentoring-commons/award'
 *
 * const [version] = theoryAndPractice.versions
 * const own: Outcome = { code: 'our-university:1', group: 'specialist', title: 'Loaded by us', source: 'our handbook', certainty: '1' }
 * const loaded = loadOutcomes(version, [own], 'completes-the-list').value
 * loaded && missingOutcomes(loaded).map((missing) => missing.group) //=> ['value']
 * loaded && loadOutcomes(loaded, [own], 'more-to-come').refusal?.code //=> 'group-complete'
 * ```
 */
export function loadOutcomes(
  version: SchemeVersion,
  outcomes: readonly Outcome[],
  claim: LoadClaim,
): Result<SchemeVersion> {
  const required = version.outcomes.map((requirement) => withLoaded(requirement, outcomes, claim))
  return firstOr(faults(version, outcomes), { ...version, outcomes: required })
}

function withLoaded(
  requirement: OutcomeRequirement,
  outcomes: readonly Outcome[],
  claim: LoadClaim,
): OutcomeRequirement {
  const added = outcomes.filter((outcome) => outcome.group === requirement.set.group)
  if (requirement.state !== 'to-be-loaded' || added.length === 0) return requirement
  const state = claim === 'completes-the-list' ? 'loaded' : 'to-be-loaded'
  return { ...requirement, state, loaded: [...requirement.loaded, ...added] }
}

function* faults(version: SchemeVersion, outcomes: readonly Outcome[]): Generator<Refusal> {
  if (outcomes.length === 0) {
    yield { code: 'outcomes-missing', message: 'No outcomes were given: give those to load.', path: 'outcomes' }
  }
  const setIds = version.outcomes.map((requirement) => requirement.set.id)
  for (const [index, outcome] of outcomes.entries()) {
    const path = `outcomes[${index}]`
    yield* loadedFaults(outcome, setIds, path)
    const requirement = version.outcomes.find(({ set }) => set.group === outcome.group)
    if (requirement === undefined) {
      const message = `Version "${version.version}" requires no set of group ${outcome.group}, so "${outcome.code}" has no place: define the scheme with one.`
      yield { code: 'group-missing', message, path: `${path}.group` }
    } else if (requirement.state !== 'to-be-loaded') {
      const message = `"${outcome.code}" cannot be added: the list "${requirement.set.title}" is ${requirement.state} and whole. Leave it out, or load into the version as it was before.`
      yield { code: 'group-complete', message, path: `${path}.group` }
    }
  }
  const known = version.outcomes.flatMap(outcomesOf).map(({ code }) => code)
  const codes = [...known, ...outcomes.map(({ code }) => code)]
  yield* duplicateFaults(codes, (index) => `outcomes[${index - known.length}].code`)
}
