import type { Standing } from '../plan/standing.ts'
import type { ComparisonDesign } from './comparison-design.ts'

/** What kind of number an estimate is. */
export const quantities = ['level', 'difference', 'standardised-difference', 'ratio', 'correlation'] as const

/** One of those. */
export type Quantity = (typeof quantities)[number]

/** What an n counts. */
export const sampleUnits = ['people', 'pairs of answers', 'relationships', 'spells', 'departments'] as const

/** One of those. */
export type SampleUnit = (typeof sampleUnits)[number]

/** One end of an interval; `unbounded` where the data leave that side open. */
export type IntervalEnd = number | 'unbounded'

/** What was done to see whether an assumption holds, and what came of it. */
export interface AssumptionCheck {
  readonly name: string
  readonly outcome: 'held' | 'failed' | 'not-made'
}

/** What an estimate is made of: nothing here can be left out. */
export interface EstimateInput {
  readonly id: string
  readonly indicatorId: string
  /** What is said to go with the outcome, such as `mentoring`. */
  readonly subject: string
  /** What was measured, such as `confidence in teaching`. */
  readonly outcome: string
  readonly quantity: Quantity
  readonly value: number
  readonly interval: { readonly low: IntervalEnd; readonly high: IntervalEnd; readonly level: number }
  readonly n: number
  readonly of: SampleUnit
  readonly unit: string
  readonly design: ComparisonDesign
  readonly assumptions: readonly string[]
  readonly checks: readonly AssumptionCheck[]
  /** The method with its convention, such as `paired t` and `n - 1 below the line`. */
  readonly method: { readonly name: string; readonly convention: string }
  readonly standing: Standing
  /** How many times the data were looked at for it, this time included. */
  readonly looks: number
}

declare const sound: unique symbol

/** An estimate that can be said: made by `defineEstimate` or `parseEstimate` alone, so that none travels without n, interval and design. */
export type Estimate = EstimateInput & { readonly [sound]: true }
