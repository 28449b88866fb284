import type { OutcomeGroup } from './outcome.ts'
import { outcomesOf } from './outcome-requirement.ts'
import type { SchemeVersion } from './scheme.ts'

/** A group whose list is not whole: how many of its outcomes are known, and what must be loaded. */
export interface MissingOutcomes {
  readonly group: OutcomeGroup
  readonly setId: string
  readonly known: number
  readonly sentence: string
}

/**
 * What must still be loaded before every outcome of a version can be checked, a sentence each; empty when nothing is missing.
 *
 * @example
 * ```ts
 * import { missingOutcomes, theoryAndPractice } from '@mentoring-commons/award'
 *
 * missingOutcomes(theoryAndPractice.versions[0]).map(({ group, known }) => [group, known]) //=> [['value', 2], ['specialist', 0]]
 * ```
 */
export function missingOutcomes(version: SchemeVersion): readonly MissingOutcomes[] {
  return version.outcomes.flatMap((requirement) => {
    if (requirement.state !== 'to-be-loaded') return []
    const { id, group, title, toBeLoaded } = requirement.set
    const known = outcomesOf(requirement).length
    const sentence = `"${title}" (group ${group}) is not whole, ${known} known: ${toBeLoaded}`
    return [{ group, setId: id, known, sentence }]
  })
}
