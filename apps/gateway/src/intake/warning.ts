/** What is odd in imported history, and imported all the same. */
export type WarningCode =
  /** A person whose country is not known. */
  | 'person-without-country'
  /** A person whose continent is not known. */
  | 'person-without-continent'
  /** A row that says what an earlier row of the same file has said. */
  | 'said-twice'
  /** A person who stands twice on one side of a relationship; kept once. */
  | 'listed-twice'
  /** A person who stands on both sides of a relationship. */
  | 'person-on-both-sides'
  /** A relationship without any mentor. */
  | 'relationship-without-mentor'
  /** A relationship without any mentee. */
  | 'relationship-without-mentee'
  /** A person whom no row gives a role in any cohort. */
  | 'person-without-role'
  /** A mentee of a relationship whom no row gives the role of mentee in its cohort. */
  | 'mentee-without-role'
  /** A mentor of a relationship whom no row gives the role of mentor in its cohort. */
  | 'mentor-without-role'
  /** A mentor of a cohort who is in none of its relationships. */
  | 'mentor-without-relationship'

/** One oddity. `subject` is an external id, with the cohort where that matters. */
export interface IntakeWarning {
  readonly code: WarningCode
  readonly subject: string
}

/** How often an oddity was met, with at most five of its subjects. */
export interface WarningTally {
  readonly code: WarningCode
  readonly count: number
  readonly examples: readonly string[]
}

const sentences: Readonly<Record<WarningCode, string>> = {
  'person-without-country': 'people without a country',
  'person-without-continent': 'people without a continent',
  'said-twice': 'rows that repeat an earlier row',
  'listed-twice': 'people listed twice on one side of a relationship, kept once',
  'person-on-both-sides': 'people on both sides of a relationship',
  'relationship-without-mentor': 'relationships without a mentor',
  'relationship-without-mentee': 'relationships without a mentee',
  'person-without-role': 'people without any role',
  'mentee-without-role': 'mentees of a relationship without the role of mentee in its cohort',
  'mentor-without-role': 'mentors of a relationship without the role of mentor in its cohort',
  'mentor-without-relationship': 'mentors of a cohort without a relationship in it',
}

/**
 * A tally as one line for people.
 *
 * @example
 * ```ts
 * import { describeWarning } from './warning.ts'
 * describeWarning({ code: 'person-without-country', count: 2, examples: ['P1', 'P2'] }) //=> "people without a country: 2 (P1, P2)"
 * ```
 */
export function describeWarning({ code, count, examples }: WarningTally): string {
  return `${sentences[code]}: ${count} (${examples.join(', ')}${count > examples.length ? ', …' : ''})`
}

/**
 * Counts oddities without keeping them: per code the count, and the first five subjects.
 *
 * @example
 * ```ts
 * import { tallyWarnings } from './warning.ts'
 * const tally = tallyWarnings()
 * tally.add({ code: 'said-twice', subject: 'P1' })
 * tally.read() //=> [{ "code": "said-twice", "count": 1, "examples": ["P1"] }]
 * ```
 */
export function tallyWarnings(): { add(warning: IntakeWarning): void; read(): readonly WarningTally[] } {
  const tallies = new Map<WarningCode, { count: number; examples: string[] }>()
  return {
    add({ code, subject }) {
      const tally = tallies.get(code) ?? { count: 0, examples: [] }
      tally.count++
      if (tally.examples.length < 5) tally.examples.push(subject)
      tallies.set(code, tally)
    },
    read: () => [...tallies].map(([code, { count, examples }]) => ({ code, count, examples })),
  }
}
