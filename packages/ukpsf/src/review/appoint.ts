import { type Refusal, refuse } from '../refusal.ts'
import { type Assessor, conflictsOf } from './conflict.ts'
import type { Review } from './review.ts'
import type { Headcount, Workflow } from './workflow.ts'

/** People who are to be appointed, and what keeps some out beside the rules on conflict. */
export interface Appointment {
  readonly people: readonly Assessor[]
  readonly asked: Headcount
  /** Ids, each with the reason as a clause that follows on a name. */
  readonly taken: ReadonlyMap<string, string>
  /** The field of the step, for the path of a refusal. */
  readonly field: string
}

/**
 * Gives why people may not be appointed, or nothing. Refuses `duplicate-person`, `conflict-of-interest` with the name of the
 * rule, and `wrong-count`.
 */
export function refuseAppointment(
  review: Review,
  workflow: Workflow,
  { people, asked, taken, field }: Appointment,
): Refusal | undefined {
  for (const [index, person] of people.entries()) {
    const path = `${field}[${index}]`
    const [conflict] = conflictsOf(workflow.conflicts, review.category, review.applicant, person)
    if (conflict !== undefined) {
      const text = `'${person.id}' ${conflict.why} (rule '${conflict.rule}'). Choose somebody else.`
      return refuse('conflict-of-interest', text, path).refusal
    }
    const why = taken.get(person.id)
    if (why !== undefined) {
      return refuse('duplicate-person', `'${person.id}' ${why}. Choose somebody else.`, path).refusal
    }
    if (people.findIndex((other) => other.id === person.id) < index) {
      return refuse('duplicate-person', `'${person.id}' is named twice. Choose somebody else.`, path).refusal
    }
  }
  const external = people.filter((person) => person.kind === 'external').length
  if (people.length === asked.count && external === asked.external) return undefined
  const text = `${people.length} people are named, ${external} of them from outside; needed are ${asked.count}, ${asked.external} of them from outside.`
  return refuse('wrong-count', text, field).refusal
}

/** Gives the reviewers who are still asked for beside those who stay. */
export function reviewersAsked(review: Review, workflow: Workflow, kept: readonly Assessor[]): Headcount {
  const asked = workflow.tracks[review.category]?.reviewers ?? { count: 0, external: 0 }
  const external = kept.filter((person) => person.kind === 'external').length
  return { count: asked.count - kept.length, external: asked.external - external }
}

/** Gives those who cannot review the current version for what they have done: new reviewers must be new. */
export function takenForReview(
  review: Review,
  workflow: Workflow,
  present: readonly Assessor[],
): ReadonlyMap<string, string> {
  const fresh = workflow.referral !== 'none' && workflow.referral.reviewers === 'new'
  const before = fresh ? review.rounds.flatMap((round) => round.reviewers) : []
  return new Map([
    ...before.map((person) => [person.id, 'reviewed an earlier version, and this one goes to new reviewers'] as const),
    ...present.map((person) => [person.id, 'reviews this version already'] as const),
  ])
}
