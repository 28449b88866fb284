import type { Thresholds } from '../thresholds.ts'
import type { Dominance } from './dominance.ts'

/** What a reader may see. Thresholds are the smallest numbers that are still shown. */
export interface DisclosurePolicy extends Thresholds {
  readonly name: string
  /** A sentence for the reader. */
  readonly description: string
  /** Whether counts of people are rounded to 5 and guarded against being worked out. */
  readonly rounded: boolean
  /** Whether a distribution is hidden when everybody gave one answer, or when that would be left after subtraction. */
  readonly hidesAlike: boolean
  /** When one contributor makes up too much of a magnitude for it to be shown; never where it is left out. */
  readonly dominance?: Dominance
}

/** For whoever runs the programme: counts as they are. Survey answers keep their threshold. */
export const exact: DisclosurePolicy = {
  name: 'exact',
  description: 'Counts are exact. Survey answers and averages are shown from 5 responses on.',
  rounded: false,
  percentageMin: 0,
  averageMin: 0,
  responsesMin: 5,
  commentsMin: 10,
  hidesAlike: true,
}

/**
 * For an analyst and for publication: the HESA Services standard rounding methodology, with secondary suppression on top.
 *
 * Source: hesa.ac.uk/support/data-intelligence (rules 1 to 7), agreed in part by Universities UK, "Higher education facts and figures 2023",
 * and StatsWales EDUC0107; certainty 2+. The rules do not ask for secondary suppression: that part is ours (A).
 */
export const hesa: DisclosurePolicy = {
  name: 'hesa',
  description:
    'Counts of people are rounded to the nearest 5. Percentages of fewer than 22.5 people, averages over 7 or fewer and survey answers of fewer than 5 are not shown, nor is what would give them away.',
  rounded: true,
  percentageMin: 22.5,
  averageMin: 8,
  responsesMin: 5,
  commentsMin: 10,
  hidesAlike: true,
  dominance: { shareMax: 50, protectionPercent: 10 },
}

/**
 * A policy with another survey threshold.
 *
 * Throws a RangeError below 3: an answer of one or two people is theirs, whatever it is called.
 *
 * @example
 * ```ts
 * import { exact, withResponsesMin } from '@mentoring-commons/reporting'
 *
 * withResponsesMin(exact, 10).responsesMin //=> 10
 * ```
 */
export function withResponsesMin(policy: DisclosurePolicy, responsesMin: number): DisclosurePolicy {
  if (!Number.isInteger(responsesMin) || responsesMin < 3)
    throw new RangeError(`A survey threshold of ${responsesMin} protects nobody. Take a whole number of at least 3.`)
  const description = policy.description
    .replace(/from \d+ responses/, `from ${responsesMin} responses`)
    .replace(/answers of fewer than \d+/, `answers of fewer than ${responsesMin}`)
  return { ...policy, description, responsesMin }
}

/**
 * A policy that also keeps what was promised to those who answered: of each threshold the stricter one.
 *
 * Thresholds are frozen when a survey is launched. A looser policy later does not loosen them; a stricter one holds.
 *
 * @example
 * ```ts
 * import { exact, keepingPromise } from '@mentoring-commons/reporting'
 *
 * keepingPromise(exact, { responsesMin: 8, commentsMin: 3 }).responsesMin //=> 8
 * keepingPromise(exact, { responsesMin: 8, commentsMin: 3 }).commentsMin //=> 10
 * ```
 */
export function keepingPromise<Policy extends Thresholds>(policy: Policy, promised: Partial<Thresholds>): Policy {
  const stricter = (name: keyof Thresholds) => Math.max(policy[name], promised[name] ?? 0)
  return {
    ...policy,
    percentageMin: stricter('percentageMin'),
    averageMin: stricter('averageMin'),
    responsesMin: stricter('responsesMin'),
    commentsMin: stricter('commentsMin'),
  }
}
