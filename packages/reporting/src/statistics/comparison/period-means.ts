import { type Mean, meanOf } from '../../measures/mean.ts'
import type { PeriodOutcome } from './period-outcome.ts'

/** Means of both groups in one period; a group nobody of which was seen is absent. */
export interface PeriodMeans {
  readonly period: number
  readonly treated?: Mean
  readonly control?: Mean
}

/** The means of both groups in each period, ascending. */
export function periodMeans(outcomes: readonly PeriodOutcome[]): readonly PeriodMeans[] {
  const byPeriod = new Map<number, { treated: number[]; control: number[] }>()
  for (const { period, treated, outcome } of outcomes) {
    const own = byPeriod.get(period) ?? { treated: [], control: [] }
    own[treated ? 'treated' : 'control'].push(outcome)
    byPeriod.set(period, own)
  }
  return [...byPeriod]
    .sort(([a], [b]) => a - b)
    .map(([period, { treated, control }]) => ({
      period,
      ...(treated.length > 0 ? { treated: meanOf(treated) } : {}),
      ...(control.length > 0 ? { control: meanOf(control) } : {}),
    }))
}
