import type { Contributions } from './contributions.ts'
import type { Count } from './count.ts'
import type { Indicator } from './indicator.ts'
import type { Table } from './table.ts'

/** How sure a figure is: the standard deviation of a mean (n - 1 below the line), or the 95 % Wilson interval of a rate, in percent. */
export type Uncertainty =
  | { readonly kind: 'sd'; readonly sd: number }
  | { readonly kind: 'interval'; readonly low: number; readonly high: number }

/** Which counts stand behind a figure, as places in the set's `counts`. */
export type Basis =
  | { readonly kind: 'count'; readonly count: number }
  | { readonly kind: 'rate'; readonly count: number; readonly among: number }
  | { readonly kind: 'mean'; readonly among: number; readonly contributions?: Contributions }
  | { readonly kind: 'choice'; readonly count: number; readonly among: number }

/**
 * One measured number, not yet fit to be shown: it becomes a `DisclosedFigure` in `disclose`.
 *
 * `by` says which group it is of (and, in a distribution, which choice); `n` is how many it rests on.
 */
export interface Figure {
  readonly id: string
  readonly label: string
  readonly by: Readonly<Record<string, string>>
  readonly value: number
  readonly n: number
  readonly unit: string
  readonly definition: string
  readonly uncertainty?: Uncertainty
  readonly basis: Basis
}

/** All figures of one indicator, with every count that stands behind them, margins included: what disclosure needs to see what adds up to what. */
export interface FigureSet {
  readonly indicator: Indicator
  readonly figures: readonly Figure[]
  readonly counts: readonly Count[]
  /** What was measured. Figures without it cannot be shown through a ledger. */
  readonly table?: Table
}
