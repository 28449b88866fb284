import { groupFaults, type Outcome, type OutcomeGroup, outcomeFaults } from './outcome.ts'
import { type Period, periodFaults } from './period.ts'
import type { Refusal } from './refusal.ts'
import { blankFaults, type Sourced, sourceFaults } from './sourced.ts'

/** What a complete and an open set have in common. Each outcome's code begins with the id of the set and a colon. */
export interface OutcomeSetBase extends Sourced, Period {
  readonly id: string
  readonly group: OutcomeGroup
  readonly title: string
  readonly outcomes: readonly Outcome[]
}

/** A published list of outcomes that is known whole. */
export interface CompleteOutcomeSet extends OutcomeSetBase {
  readonly listing: 'complete'
  readonly toBeLoaded?: never
}

/** A published list of which a part, or all, is not known here; `toBeLoaded` says in a sentence what an institution must load. */
export interface OpenOutcomeSet extends OutcomeSetBase {
  readonly listing: 'open'
  readonly toBeLoaded: string
}

/** One edition of a published list of outcomes of one group. */
export type OutcomeSet = CompleteOutcomeSet | OpenOutcomeSet

/** The faults of a set by itself. */
export function* outcomeSetFaults(set: OutcomeSet, path: string): Generator<Refusal> {
  yield* groupFaults(set.group, `${path}.group`)
  yield* blankFaults(set.id, `${path}.id`)
  yield* blankFaults(set.title, `${path}.title`)
  yield* sourceFaults(set, path)
  yield* periodFaults(set, path)
  if (set.listing === 'open') yield* blankFaults(set.toBeLoaded, `${path}.toBeLoaded`)
  if (set.listing === 'complete' && set.outcomes.length === 0) {
    const message = `The set "${set.id}" claims to be complete and lists nothing: list its outcomes, or make it open and say what is to be loaded.`
    yield { code: 'outcomes-missing', message, path: `${path}.outcomes` }
  }
  for (const [index, outcome] of set.outcomes.entries()) {
    const at = `${path}.outcomes[${index}]`
    yield* outcomeFaults(outcome, at)
    yield* membershipFaults(set, outcome, at)
    if (!outcome.code.startsWith(`${set.id}:`)) {
      const message = `"${outcome.code}" stands in the set "${set.id}": begin its code with "${set.id}:".`
      yield { code: 'code-outside-set', message, path: `${at}.code` }
    }
  }
}

/** The fault of an outcome that belongs to another group than its set. */
export function* membershipFaults(set: OutcomeSet, outcome: Outcome, path: string): Generator<Refusal> {
  if (outcome.group === set.group) return
  const message = `"${outcome.code}" is of group ${outcome.group} and stands in "${set.id}", of group ${set.group}: move it, or correct its group.`
  yield { code: 'group-mismatch', message, path: `${path}.group` }
}
