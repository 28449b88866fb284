import { type ParticipantRole, participantRoles } from '../people/participant.ts'
import { type Result, refuse } from '../refusal.ts'
import type { Relationship } from '../relationship/relationship.ts'
import { parseShape } from '../shape/parse-shape.ts'
import { code, day, id, listed, type ObjectShape, object } from '../shape/shape.ts'
import { type PhaseModel, phaseModels } from './phase-model.ts'

/** Which phase a participant finds the relationship in on a day: a judgement by one person, and no fact. */
export interface PhaseAssessment {
  readonly relationshipId: string
  readonly personId: string
  /** The role in which they judge. */
  readonly role: ParticipantRole
  readonly model: string
  readonly phase: string
  readonly on: string
}

/** The declared shape of an assessment of a phase. */
export const phaseAssessmentShape: ObjectShape<PhaseAssessment> = object<PhaseAssessment>({
  relationshipId: id,
  personId: id,
  role: listed(participantRoles),
  model: code,
  phase: code,
  on: day,
})

/**
 * Gives an assessment that may be added to the others. Any phase may follow any other, backwards too, and none changes the
 * status. Refused where the person does not hold the role, or the phase is not of the model.
 *
 * @example
 * ```ts
 * import { assessPhase, type Relationship } from '@mentoring-commons/mentoring'
 *
 * const participants = [{ personId: 'mia', role: 'mentor' as const }, { personId: 'ada', role: 'mentee' as const }]
 * const relationship: Relationship = { id: 'r1', kind: 'dyad', participants, status: 'recorded' }
 * const judged = { relationshipId: 'r1', personId: 'ada', role: 'mentee' as const, model: 'clutterbuck', phase: 'rapport', on: '2026-02-01' }
 * 'value' in assessPhase(relationship, judged) //=> true
 * const other = assessPhase(relationship, { ...judged, phase: 'cultivation' })
 * 'refusal' in other && other.refusal.code //=> "phase-not-listed"
 * ```
 */
export function assessPhase(
  relationship: Relationship,
  input: PhaseAssessment,
  models: readonly PhaseModel[] = phaseModels,
): Result<PhaseAssessment> {
  const parsed = parseShape(input, phaseAssessmentShape)
  if ('refusal' in parsed) return parsed
  const { relationshipId, personId, role, phase, on } = input
  if (relationshipId !== relationship.id) {
    const message = `The assessment names relationship "${relationshipId}", not "${relationship.id}": correct one.`
    return refuse('not-a-participant', message, 'relationshipId')
  }
  if (!relationship.participants.some((one) => one.personId === personId && one.role === role)) {
    return refuse('role-not-held', `"${personId}" is not ${role} here: name a role that they hold.`, 'role')
  }
  const model = models.find((one) => one.key === input.model)
  if (model === undefined) {
    const message = `"${input.model}" is no model of phases: use one of ${models.map((one) => one.key).join(', ')}.`
    return refuse('framework-not-listed', message, 'model')
  }
  if (!model.phases.some((one) => one.code === phase)) {
    const message = `"${phase}" is no phase of ${model.key}: use one of ${model.phases.map((one) => one.code).join(', ')}.`
    return refuse('phase-not-listed', message, 'phase')
  }
  if ('proposedOn' in relationship && on < relationship.proposedOn) {
    const message = `${on} is before ${relationship.proposedOn}, when the relationship was proposed: correct the day.`
    return refuse('date-goes-back', message, 'on')
  }
  return parsed
}
