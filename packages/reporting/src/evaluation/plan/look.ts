import { isBefore } from '../day.ts'
import { type AnalysisKey, analysisKey } from './planned-analysis.ts'

/** That an analysis was run: every run shows something of the data, whatever came of it. */
export interface Look extends AnalysisKey {
  /** An instant in UTC. */
  readonly at: string
}

/**
 * How many times an analysis had looked at its data by an instant, that run included: each run on interim data counts, and all
 * runs on the closed data together count once.
 *
 * Each further look at the same question raises the chance of a false finding (Armitage, McPherson and Rowe, JRSS A 132, 1969), so the
 * number travels with the estimate.
 *
 * @example
 * ```ts
 * import { countLooks } from '@mentoring-commons/reporting/evaluation'
 *
 * const analysis = { indicatorId: 'confidence', test: 'paired t', groups: ['mentees'] }
 * const looks = ['2026-03-01T09:00:00Z', '2026-05-01T09:00:00Z', '2026-08-01T09:00:00Z', '2026-08-02T09:00:00Z'].map((at) => ({ ...analysis, at }))
 * countLooks(looks, analysis, '2026-07-31T23:00:00Z', '2026-09-01T00:00:00Z') //=> 3
 * ```
 */
export function countLooks(looks: readonly Look[], analysis: AnalysisKey, dataClosesAt: string, by: string): number {
  const key = analysisKey(analysis)
  const own = looks.filter((look) => analysisKey(look) === key && !isBefore(by, look.at))
  const interim = own.filter(({ at }) => isBefore(at, dataClosesAt)).length
  return interim + (own.length > interim ? 1 : 0)
}
