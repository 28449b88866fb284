import type { ProgrammePolicy } from '../programme/programme.ts'
import { outstanding } from './outstanding.ts'
import type { Relationship } from './relationship.ts'
import type { StepType } from './step.ts'

/**
 * Gives the types of step that `advance` accepts now in some form (by some person, on some day, for some reason), in the
 * order of `stepTypes`; empty where the life of the relationship is over, or not known.
 *
 * @example
 * ```ts
 * import { allowedSteps, proposeRelationship } from '@mentoring-commons/mentoring'
 *
 * const participants = [{ personId: 'mia', role: 'mentor' as const }, { personId: 'ada', role: 'mentee' as const }]
 * const proposed = proposeRelationship({ id: 'r1', kind: 'dyad', participants, on: '2026-01-05' })
 * if ('refusal' in proposed) throw new TypeError(proposed.refusal.message)
 * allowedSteps(proposed.value, { agreementRequired: true, briefingRequiredFor: [] }) //=> ["accept", "decline"]
 * ```
 */
export function allowedSteps(relationship: Relationship, policy: ProgrammePolicy): readonly StepType[] {
  switch (relationship.status) {
    case 'proposed':
    case 'offered':
      return ['accept', 'decline']
    case 'forming': {
      const { signatures, briefings } = outstanding(relationship, policy)
      const steps: StepType[] = []
      if (signatures.length > 0) steps.push('sign-agreement')
      if (briefings.length > 0) steps.push('complete-briefing')
      return [...steps, 'end']
    }
    case 'active':
      return ['pause', 'wind-down', 'end']
    case 'paused':
      return ['resume', 'wind-down', 'end']
    case 'winding-down':
      return ['end']
    case 'ended':
    case 'declined':
    case 'recorded':
      return []
  }
}
