import type { RelationshipStatus } from './relationship.ts'

/**
 * A stretch of time in one status: from the day `from`, up to but without the day `to`, which belongs to the next status.
 * `to` is absent where it lasts. Where more than one step was taken on a day, a period in between has `from` equal to `to`.
 */
export interface StatusPeriod {
  readonly status: RelationshipStatus
  readonly from: string
  readonly to?: string
}

/**
 * Gives the status on a day, as the last step of that day left it; nothing for a day before the first period.
 *
 * @example
 * ```ts
 * import { statusOn } from '@mentoring-commons/mentoring'
 *
 * const periods = [
 *   { status: 'active' as const, from: '2026-01-20', to: '2026-03-01' },
 *   { status: 'paused' as const, from: '2026-03-01' },
 * ]
 * statusOn(periods, '2026-02-28') //=> "active"
 * statusOn(periods, '2026-03-01') //=> "paused"
 * ```
 */
export function statusOn(periods: readonly StatusPeriod[], on: string): RelationshipStatus | undefined {
  return periods.findLast((period) => period.from <= on)?.status
}
