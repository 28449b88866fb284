import { assessPhase as assess, type PhaseAssessment } from '@mentoring-commons/mentoring'
import { type Context, viewerOf } from '../../../context.ts'
import { accepted, Refused } from '../../../refused.ts'
import { once } from '../../people/idempotency.ts'
import { refuseFuture, visibleRelationship } from '../commands.ts'
import { maySeePhases } from './policy.ts'
import { insertAssessment } from './store.ts'

/** How the viewer sees the phase of a relationship of theirs, in a role that they hold. */
export interface AssessmentInput extends Omit<PhaseAssessment, 'personId'> {
  readonly idempotencyKey?: string | null | undefined
}

/** Keeps in which phase the viewer finds their relationship: the id of the assessment. */
export function assessPhase(context: Context, { idempotencyKey, ...input }: AssessmentInput): Promise<string> {
  const { institutionId, personId, ...viewer } = viewerOf(context)
  return once(context, { command: 'assessPhase', idempotencyKey, input }, async (tx) => {
    const { state } = await visibleRelationship(context, tx, input.relationshipId)
    const people = state.participants.map((one) => one.personId)
    if (personId === null || !maySeePhases({ institutionId, personId, ...viewer }, people))
      throw new Refused({
        code: 'phase-of-others',
        message: 'the people of a relationship say how they see its phase, nobody else',
        path: 'relationship',
      })
    refuseFuture(context, input.on, 'on')
    const assessed = accepted(assess(state, { ...input, personId }))
    const id = context.newId()
    await insertAssessment(tx, { institutionId, id, recordedAt: context.now() }, assessed)
    return id
  })
}
