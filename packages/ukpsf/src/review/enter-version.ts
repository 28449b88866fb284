import { addDuration } from '../duration.ts'
import { type Assessor, conflictsOf } from './conflict.ts'
import { fileOf, type Judged, type Review, type ReviewFile, type ReviewIn, type Submission } from './review.ts'
import type { Workflow } from './workflow.ts'

/** Gives a review with a new version in it: checked first, where the workflow says so. */
export function enterVersion(file: ReviewFile, workflow: Workflow, submission: Submission): Review {
  const { decideWithin } = workflow.clocks
  const entered: ReviewFile = {
    ...file,
    submissions: [...file.submissions, submission],
    lastOn: submission.on,
    ...(decideWithin === undefined ? {} : { decideBy: addDuration(submission.on, decideWithin) }),
  }
  return workflow.adminCheck ? { ...entered, state: 'checking' } : afterCheck(entered, workflow, submission.on)
}

/**
 * Gives a review as it goes on to its reviewers. Those of the version before stay where the workflow says so; whoever has
 * come into conflict since, such as a new referee, does not.
 */
export function afterCheck(file: ReviewFile, workflow: Workflow, on: string): Review {
  const before = file.rounds.at(-1)
  const stay = before !== undefined && workflow.referral !== 'none' && workflow.referral.reviewers === 'same'
  const kept = (stay ? before.reviewers : []).filter((each) => isFree(each, file, workflow))
  const entered = { ...file, lastOn: on }
  if (stay && kept.length === before.reviewers.length) return judging(entered, workflow, kept, on)
  return { ...entered, state: 'assigning', kept }
}

/** Gives a review whose reviewers have begun. */
export function judging(
  file: ReviewFile,
  workflow: Workflow,
  reviewers: Judged['reviewers'],
  on: string,
): ReviewIn<'judging'> {
  const { judgeWithin } = workflow.clocks
  const clock = judgeWithin === undefined ? {} : { judgeBy: addDuration(on, judgeWithin) }
  return { ...file, state: 'judging', reviewers, opinions: [], ...clock }
}

/** Gives a review that goes on from its file, on a day. */
export function onDay(review: Review, on: string): ReviewFile {
  return { ...fileOf(review), lastOn: on }
}

function isFree(assessor: Assessor, file: ReviewFile, workflow: Workflow): boolean {
  return conflictsOf(workflow.conflicts, file.category, file.applicant, assessor).length === 0
}
