import type { Candidacy } from './candidacy/candidacy.ts'
import type { CandidacyCommand } from './candidacy/commands.ts'
import type { CandidacyEvent } from './candidacy/events.ts'
import { decide } from './decide.ts'
import type { Decider } from './decider.ts'
import { defineScheme } from './define-scheme.ts'
import { evolve } from './evolve.ts'
import type { Scheme } from './scheme.ts'

/** The decider of one candidate's way to an award. */
export type Awarding = Decider<CandidacyCommand, CandidacyEvent, Candidacy>

/**
 * The decider of candidacies for the given schemes, as the institution has loaded and decided them. A candidacy keeps the version
 * and the workflow of its enrolment; outcomes are checked against what is loaded when the portfolio is submitted. Throws a
 * RangeError for schemes that `defineScheme` refuses, or that share an id.
 *
 * @example
 * ```ts
 * import { awarding, theoryAndPractice } from '@mentoring-commons/award'
 *
 * const { decide, initialState } = awarding([theoryAndPractice])
 * const enrol = { type: 'Enrol', by: 'coordinator', on: '2009-10-01', candidacy: 'c1', candidate: 'candidate', scheme: theoryAndPractice.id } as const
 * decide(enrol, initialState).refusal?.code //=> 'workflow-incomplete'
 * ```
 */
export function awarding(schemes: readonly Scheme[]): Awarding {
  for (const scheme of schemes) {
    const { refusal } = defineScheme(scheme)
    if (refusal) throw new RangeError(`scheme "${scheme.id}" cannot be used: ${refusal.message}`)
  }
  const ids = schemes.map(({ id }) => id)
  if (new Set(ids).size < ids.length) throw new RangeError(`schemes need one id each; got ${JSON.stringify(ids)}`)
  return {
    initialState: { status: 'not-enrolled' },
    decide: (command, state) => decide(command, state, schemes),
    evolve,
  }
}
