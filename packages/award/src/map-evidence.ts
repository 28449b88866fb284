import { missingOutcomes } from './missing-outcomes.ts'
import type { Outcome, OutcomeGroup } from './outcome.ts'
import { outcomesOf } from './outcome-requirement.ts'
import { firstOr, type Refusal, type Result } from './refusal.ts'
import type { SchemeVersion } from './scheme.ts'
import { blankFaults } from './sourced.ts'

/** The evidence that a participant puts forward for one outcome, named by its code. */
export interface EvidenceMapping {
  readonly outcome: string
  readonly evidenceIds: readonly string[]
}

/** Whether evidence is put forward; it never says that an outcome is shown, which is for assessors to judge. */
export type CoverageState = 'covered' | 'not-covered' | 'cannot-be-checked'

/** One known outcome and the evidence put forward for it: at least one id when covered, in the order given, each once. */
export type CoveredOutcome = { readonly outcome: Outcome } & (
  | { readonly state: 'covered'; readonly evidenceIds: readonly [string, ...string[]] }
  | { readonly state: 'not-covered' }
)

/** One required group. `cannot-be-checked`: every known outcome is covered, and others are not loaded; `toBeLoaded` then says which. */
export interface GroupCoverage {
  readonly group: OutcomeGroup
  readonly setId: string
  readonly state: CoverageState
  readonly outcomes: readonly CoveredOutcome[]
  readonly toBeLoaded?: string
}

/** The coverage of every required group. One group not covered makes the whole not covered; failing that, one that cannot be checked. */
export interface OutcomeCoverage {
  readonly version: string
  readonly state: CoverageState
  readonly groups: readonly GroupCoverage[]
}

/**
 * For which outcomes of a version evidence is put forward: values, core and specialist outcomes are each required. Several mappings
 * to one outcome add up; a mapping without evidence covers nothing. Coverage only, never a judgement. Refuses `unknown-outcome` and
 * `blank-text` for an empty evidence id.
 *
 * @example
 * ```ts
 * import { mapEvidence, theoryAndPractice } from '@mentoring-commons/award'
 *
 * const [version] = theoryAndPractice.versions
 * const core = ['1', '2', '3', '4'].map((n) => ({ outcome: `seda-core:${n}`, evidenceIds: ['reflection-1'] }))
 * mapEvidence(version, core).value?.groups.map((group) => group.state) //=> ['not-covered', 'covered', 'cannot-be-checked']
 * ```
 */
export function mapEvidence(version: SchemeVersion, mappings: readonly EvidenceMapping[]): Result<OutcomeCoverage> {
  const evidence = new Map<string, Set<string>>()
  for (const { outcome, evidenceIds } of mappings) {
    evidence.set(outcome, new Set([...(evidence.get(outcome) ?? []), ...evidenceIds]))
  }
  const missing = new Map(missingOutcomes(version).map(({ setId, sentence }) => [setId, sentence]))
  const groups = version.outcomes.map((requirement): GroupCoverage => {
    const { id: setId, group } = requirement.set
    const outcomes = outcomesOf(requirement).map((outcome) => cover(outcome, evidence.get(outcome.code)))
    const toBeLoaded = missing.get(setId)
    const open: readonly CoverageState[] = toBeLoaded === undefined ? [] : ['cannot-be-checked']
    const state = weakest([...outcomes.map((covered) => covered.state), ...open])
    return { group, setId, state, outcomes, ...(toBeLoaded === undefined ? {} : { toBeLoaded }) }
  })
  const state = weakest(groups.map((group) => group.state))
  return firstOr(faults(version, mappings), { version: version.version, state, groups })
}

function cover(outcome: Outcome, ids: ReadonlySet<string> | undefined): CoveredOutcome {
  const [first, ...rest] = ids ?? []
  return first === undefined
    ? { outcome, state: 'not-covered' }
    : { outcome, state: 'covered', evidenceIds: [first, ...rest] }
}

function weakest(states: readonly CoverageState[]): CoverageState {
  if (states.includes('not-covered')) return 'not-covered'
  return states.includes('cannot-be-checked') ? 'cannot-be-checked' : 'covered'
}

function* faults(version: SchemeVersion, mappings: readonly EvidenceMapping[]): Generator<Refusal> {
  const known = new Set(version.outcomes.flatMap(outcomesOf).map(({ code }) => code))
  for (const [index, mapping] of mappings.entries()) {
    if (!known.has(mapping.outcome)) {
      const open = missingOutcomes(version).map(({ group }) => group)
      const hint = open.length > 0 ? `, or load it first (still open: ${open.join(', ')})` : ''
      const message = `"${mapping.outcome}" is no outcome of version "${version.version}": correct the code${hint}.`
      yield { code: 'unknown-outcome', message, path: `mappings[${index}].outcome` }
    }
    for (const [place, id] of mapping.evidenceIds.entries()) {
      yield* blankFaults(id, `mappings[${index}].evidenceIds[${place}]`)
    }
  }
}
