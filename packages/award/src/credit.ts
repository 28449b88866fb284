import type { Refusal } from './refusal.ts'
import { blankFaults, type Sourced, sourceFaults } from './sourced.ts'

/** What an award counts for: so many points of a credit system, such as 30 UK credits at level 7. Absent from a version, none is on record. */
export interface Credit extends Sourced {
  /** More than 0. */
  readonly points: number
  readonly system: string
  readonly level?: string
}

/** The faults of a credit. */
export function* creditFaults(credit: Credit, path: string): Generator<Refusal> {
  yield* blankFaults(credit.system, `${path}.system`)
  if (credit.level !== undefined) yield* blankFaults(credit.level, `${path}.level`)
  yield* sourceFaults(credit, path)
  if (Number.isFinite(credit.points) && credit.points > 0) return
  const message = `${path}.points is ${credit.points}: write how many points, more than 0, or leave the credit out.`
  yield { code: 'count-invalid', message, path: `${path}.points` }
}
