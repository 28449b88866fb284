import type { DimensionCode, EditionId, Family, LocalDimensionCode } from './code.ts'
import type { Provenance } from './sourced.ts'

/** One dimension of one edition. */
export interface Dimension extends Provenance {
  readonly edition: EditionId
  /** The code inside the edition; `formatDimension` gives the one to store and to show. */
  readonly code: LocalDimensionCode
  readonly family: Family
  /** A short title of this package's own, not the wording of the framework. */
  readonly title: string
  /** What a reader of sources must know about this code. */
  readonly note?: string
}

/**
 * Gives the qualified code of a dimension, the only form that is safe to store.
 *
 * @example
 * ```ts
 * import { formatDimension } from '@mentoring-commons/ukpsf'
 * formatDimension({ edition: 'psf-2023', code: 'K3' }) //=> "psf-2023:K3"
 * ```
 */
export function formatDimension(dimension: Pick<Dimension, 'edition' | 'code'>): DimensionCode {
  return `${dimension.edition}:${dimension.code}`
}
