import type { Certainty } from '../models/model.ts'

/** The criteria of quality, in the order in which `quality` gives them. */
export const criterionIds = [
  'outcome',
  'process',
  'democratic',
  'catalytic',
  'dialogic',
  'social-validation',
  'disconfirming',
  'credibility',
] as const

/** The name of a criterion. */
export type CriterionId = (typeof criterionIds)[number]

/** What a check found: the thing is there, or it is missing and `todo` says what to do. */
export type QualityCheck =
  | { readonly id: string; readonly status: 'present' }
  | { readonly id: string; readonly status: 'missing'; readonly todo: string }

/**
 * A criterion of quality with its checks, in the order to do them. `certainty` is that of the criterion in its source;
 * what it takes to be `present` is this package's analysis (certainty A).
 */
export interface Criterion {
  readonly id: CriterionId
  readonly title: string
  readonly source: string
  readonly certainty: Certainty
  readonly checks: readonly QualityCheck[]
}

/** A check that is present when `is` holds, and else says what to do. */
export function check(id: string, is: boolean, todo: string): QualityCheck {
  return is ? { id, status: 'present' } : { id, status: 'missing', todo }
}
