import type { RecommendationStatus, RecommendationStepType } from './table.ts'

/** A step that a recommendation takes after it was proposed. `because` says why, `cameOfIt` what came of it, `ownerId` who answers for it from then on. */
export type RecommendationStep =
  | { readonly type: 'accept' | 'begin'; readonly on: string }
  | { readonly type: 'reject' | 'drop'; readonly on: string; readonly because: string }
  | { readonly type: 'complete'; readonly on: string; readonly cameOfIt: string }
  | { readonly type: 'hand-over'; readonly on: string; readonly ownerId: string }

type Next = Exclude<RecommendationStepType, 'propose'>

/** Where each step leads from where; a step that is not there cannot be taken. */
const course: Readonly<Record<RecommendationStatus, Readonly<Partial<Record<Next, RecommendationStatus>>>>> = {
  proposed: { accept: 'accepted', reject: 'rejected', drop: 'dropped', 'hand-over': 'proposed' },
  accepted: { begin: 'in-progress', drop: 'dropped', 'hand-over': 'accepted' },
  'in-progress': { complete: 'done', drop: 'dropped', 'hand-over': 'in-progress' },
  rejected: {},
  done: {},
  dropped: {},
}

/** Where a step leads from a status; undefined where it cannot be taken. */
export function statusAfter(status: RecommendationStatus, step: Next): RecommendationStatus | undefined {
  return course[status][step]
}

/** The steps that can be taken from a status, in the order of their course; none where it has ended. */
export function stepsFrom(status: RecommendationStatus): readonly Next[] {
  return Object.keys(course[status]) as Next[]
}

/** The statuses in which something is done on a recommendation: it was accepted, and not dropped. */
export const actedOn: readonly RecommendationStatus[] = ['accepted', 'in-progress', 'done']
