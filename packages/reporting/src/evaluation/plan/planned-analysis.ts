import type { Refusal } from '../../refusal.ts'
import { listedRefusal, refuse, repeatedIn, textRefusal, textsRefusal } from '../refuse.ts'

/** Whether an analysis carries the conclusion, or stands beside it. */
export const analysisRoles = ['primary', 'secondary'] as const

/** One of those. */
export type AnalysisRole = (typeof analysisRoles)[number]

/** One analysis as it is named before there is anything to see: an indicator, a test with its convention, and the groups it compares. */
export interface PlannedAnalysis {
  readonly id: string
  /** What is expected, in a sentence. */
  readonly hypothesis: string
  readonly indicatorId: string
  /** The test with its convention, such as `paired-t, two-sided`. */
  readonly test: string
  /** The groups compared, in any order; one for a before-and-after of the same people, none for a description. */
  readonly groups: readonly string[]
  readonly role: AnalysisRole
}

/** What makes an analysis the one that was planned. */
export type AnalysisKey = Pick<PlannedAnalysis, 'indicatorId' | 'test' | 'groups'>

/**
 * A text that two analyses share exactly when they are one: same indicator, same test, same groups in whatever order.
 *
 * @example
 * ```ts
 * import { analysisKey } from '@mentoring-commons/reporting/evaluation'
 *
 * const analysis = { indicatorId: 'confidence', test: 'Welch t', groups: ['mentees', 'others'] }
 * analysisKey(analysis) === analysisKey({ ...analysis, test: 'welch  t', groups: ['others', 'mentees'] }) //=> true
 * ```
 */
export function analysisKey({ indicatorId, test, groups }: AnalysisKey): string {
  return JSON.stringify([indicatorId, test.trim().replaceAll(/\s+/g, ' ').toLowerCase(), [...groups].sort()])
}

/** Why these are no analyses of one plan, or nothing. */
export function analysesRefusal(
  analyses: readonly PlannedAnalysis[],
  path: readonly (string | number)[],
): Refusal | undefined {
  if (analyses.length === 0)
    return refuse(
      'plan-without-analysis',
      'The plan names no analysis. Name at least one, or all is exploratory.',
      path,
    ).refusal
  for (const [index, analysis] of analyses.entries()) {
    const at = [...path, index]
    const refusal =
      textRefusal(analysis.id, [...at, 'id']) ??
      textRefusal(analysis.hypothesis, [...at, 'hypothesis']) ??
      textRefusal(analysis.indicatorId, [...at, 'indicatorId']) ??
      textRefusal(analysis.test, [...at, 'test']) ??
      textsRefusal(analysis.groups, [...at, 'groups']) ??
      listedRefusal(analysis.role, analysisRoles, [...at, 'role'])
    if (refusal !== undefined) return refusal
  }
  const repeated = repeatedIn(analyses.map(({ id }) => id)) ?? repeatedIn(analyses.map(analysisKey))
  if (repeated === undefined) return undefined
  return refuse('analysis-repeated', `The analysis ${repeated} stands twice in the plan. Name it once.`, path).refusal
}
