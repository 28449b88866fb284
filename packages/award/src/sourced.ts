import type { Refusal } from './refusal.ts'

/** How far a fact can be trusted: `2+` two or more independent pages, `1` one page, `A` our reading or analysis, `M` memory, unverified. */
export type Certainty = '2+' | '1' | 'A' | 'M'

/** A fact that says where it was read and how certain that makes it. */
export interface Sourced {
  readonly source: string
  readonly certainty: Certainty
}

/** Every certainty, the strongest first. */
export const certainties: readonly Certainty[] = ['2+', '1', 'A', 'M']

/** The faults of a fact's source and certainty. */
export function* sourceFaults(fact: Sourced, path: string): Generator<Refusal> {
  yield* blankFaults(fact.source, `${path}.source`)
  if (!certainties.includes(fact.certainty)) {
    yield {
      code: 'unknown-certainty',
      message: `"${fact.certainty}" is no certainty: write one of ${certainties.join(', ')}.`,
      path: `${path}.certainty`,
    }
  }
}

/** The fault of a text that says nothing. */
export function* blankFaults(text: string, path: string): Generator<Refusal> {
  if (text.trim() === '') yield { code: 'blank-text', message: `${path} is "${text}": write what it is.`, path }
}
