import type { Refusal } from './refusal.ts'
import { blankFaults, type Sourced, sourceFaults } from './sourced.ts'

/** The three kinds of outcome that a SEDA-PDF programme shows: the values, the core development outcomes, and those of its named award. */
export type OutcomeGroup = 'value' | 'core' | 'specialist'

/** Every group, in the order in which they are shown. */
export const outcomeGroups: readonly OutcomeGroup[] = ['value', 'core', 'specialist']

/** One thing that participants must show. The code is qualified (`where:what`); the title is short, and the body's own wording only where an institution loads it. */
export interface Outcome extends Sourced {
  readonly code: string
  readonly group: OutcomeGroup
  readonly title: string
}

const QUALIFIED = /^[a-z0-9]+(?:-[a-z0-9]+)*:[A-Za-z0-9]+(?:[.-][A-Za-z0-9]+)*$/

/** The faults of one outcome by itself. */
export function* outcomeFaults(outcome: Outcome, path: string): Generator<Refusal> {
  yield* groupFaults(outcome.group, `${path}.group`)
  yield* codeFaults(outcome.code, `${path}.code`)
  yield* blankFaults(outcome.title, `${path}.title`)
  yield* sourceFaults(outcome, path)
}

/** The fault of a group that is none. */
export function* groupFaults(group: OutcomeGroup, path: string): Generator<Refusal> {
  if (outcomeGroups.includes(group)) return
  yield {
    code: 'unknown-group',
    message: `"${group}" is no group: write one of ${outcomeGroups.join(', ')}.`,
    path,
  }
}

/** The fault of a code that does not say where it belongs. */
export function* codeFaults(code: string, path: string): Generator<Refusal> {
  if (QUALIFIED.test(code)) return
  const message = `"${code}" does not say where it belongs: write where:what, such as our-university:AR1.`
  yield { code: 'code-unqualified', message, path }
}

/** The faults of codes that stand more than once; `path` tells where the code with a given index stands. */
export function* duplicateFaults(codes: readonly string[], path: (index: number) => string): Generator<Refusal> {
  const seen = new Set<string>()
  for (const [index, code] of codes.entries()) {
    if (seen.has(code)) {
      const message = `"${code}" stands more than once: give each its own code, or leave one out.`
      yield { code: 'duplicate-code', message, path: path(index) }
    }
    seen.add(code)
  }
}
