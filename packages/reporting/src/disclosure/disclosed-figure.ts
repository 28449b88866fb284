import type { Uncertainty } from '../figure.ts'
import type { Suppressed, SuppressionReason } from './suppressed.ts'

/** A figure that may be shown: a value or the reason why there is none. Its `n` is disclosed by the same policy, and may be hidden on its own. */
export type DisclosedFigure = {
  readonly id: string
  readonly label: string
  readonly by: Readonly<Record<string, string>>
  readonly n: number | Suppressed
  readonly unit: string
  readonly definition: string
} & ({ readonly value: number; readonly uncertainty?: Uncertainty } | { readonly suppressed: SuppressionReason })
