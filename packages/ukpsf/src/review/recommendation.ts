import type { SplitStage, Workflow, WorkflowInput } from './workflow.ts'

/** What a reviewer recommends: to award, to refer for so much, or to award nothing. */
export type Recommendation =
  | { readonly outcome: 'award' }
  | { readonly outcome: 'refer'; readonly kind: string }
  | { readonly outcome: 'not-award' }

/** Gives all that can be recommended after so many referrals, from an award to the furthest from it. */
export function openRecommendations(workflow: WorkflowInput, referrals: number): readonly Recommendation[] {
  const { referral } = workflow
  const windows = referral === 'none' || referrals >= referral.resubmissionsMax ? [] : referral.windows
  return [
    { outcome: 'award' },
    ...windows.map(({ kind }) => ({ outcome: 'refer' as const, kind })),
    ...(workflow.notAwarded ? [{ outcome: 'not-award' as const }] : []),
  ]
}

/** Gives a recommendation in one word or two, the same for equal ones. */
export function wordOf(recommendation: Recommendation): string {
  return recommendation.outcome === 'refer' ? `refer ${recommendation.kind}` : recommendation.outcome
}

/** Where a split stands: settled, waiting for people at a stage, or with no stage left. */
export type SplitAnswer =
  | {
      readonly kind: 'settled'
      readonly by: 'agreement' | 'majority' | 'most-cautious'
      readonly recommendation: Recommendation
    }
  | { readonly kind: 'meeting' | 'moderators'; readonly stage: number }
  | { readonly kind: 'open' }

/**
 * Gives how recommendations stand from a stage on; from the `start`, whether all reviewers agree comes first. They are never
 * weighed: only what the stages say is done.
 */
export function settleFrom(
  workflow: Pick<Workflow, 'onSplit' | 'referral'>,
  from: 'start' | number,
  votes: readonly Recommendation[],
): SplitAnswer {
  const [first] = votes
  if (first === undefined) return { kind: 'open' }
  if (from === 'start' && votes.every((vote) => wordOf(vote) === wordOf(first))) {
    return { kind: 'settled', by: 'agreement', recommendation: first }
  }
  for (const [index, stage] of workflow.onSplit.entries()) {
    if (from !== 'start' && index < from) continue
    if (stage.kind === 'meeting' || stage.kind === 'moderators') return { kind: stage.kind, stage: index }
    const recommendation = stage.kind === 'majority' ? majority(votes) : mostCautious(workflow, votes)
    if (recommendation !== undefined) return { kind: 'settled', by: stage.kind, recommendation }
  }
  return { kind: 'open' }
}

/** Gives the first stage that people settle, from which a panel's return goes on. */
export function firstStageOfPeople(stages: readonly SplitStage[]): number {
  return stages.findIndex((stage) => stage.kind === 'meeting' || stage.kind === 'moderators')
}

function majority(votes: readonly Recommendation[]): Recommendation | undefined {
  return votes.find((vote) => votes.filter((other) => wordOf(other) === wordOf(vote)).length * 2 > votes.length)
}

function mostCautious(
  workflow: Pick<Workflow, 'referral'>,
  votes: readonly Recommendation[],
): Recommendation | undefined {
  const windows = workflow.referral === 'none' ? [] : workflow.referral.windows.map((window) => `refer ${window.kind}`)
  const order = ['award', ...windows, 'not-award']
  return votes.reduce<Recommendation | undefined>(
    (last, vote) => (last && order.indexOf(wordOf(last)) >= order.indexOf(wordOf(vote)) ? last : vote),
    undefined,
  )
}
