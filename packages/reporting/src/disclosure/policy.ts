/** What a reader may see. Thresholds are the smallest numbers that are still shown. */
export interface DisclosurePolicy {
  readonly name: string
  /** A sentence for the reader. */
  readonly description: string
  /** Whether counts of people are rounded to 5 and guarded against being worked out. */
  readonly rounded: boolean
  readonly percentageMin: number
  readonly averageMin: number
  readonly responsesMin: number
}

/** For whoever runs the programme: counts as they are. Survey answers keep their threshold. */
export const exact: DisclosurePolicy = {
  name: 'exact',
  description: 'Counts are exact. Survey answers and averages are shown from 5 responses on.',
  rounded: false,
  percentageMin: 0,
  averageMin: 0,
  responsesMin: 5,
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
