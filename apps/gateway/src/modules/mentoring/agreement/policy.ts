import type { Viewer } from '../../../context.ts'
import { holdsAny } from '../../people/policy.ts'
import { takesPart } from '../policy.ts'

/** Whether a viewer may read what people agreed on: they themselves, and coordinators, who keep a copy without the topics. */
export function mayReadAgreement(viewer: Viewer, participantIds: readonly string[]): boolean {
  return takesPart(viewer, participantIds) || holdsAny(viewer, ['coordinator'])
}

/** Whether a viewer may read which topics were agreed: the people of the relationship, and nobody else whatever their role. */
export function mayReadAgreedTopics(viewer: Viewer, participantIds: readonly string[]): boolean {
  return takesPart(viewer, participantIds)
}

/** Whether a viewer may draft and sign: the people of the relationship, each for themselves. */
export function mayAgree(viewer: Viewer, participantIds: readonly string[]): boolean {
  return takesPart(viewer, participantIds)
}
