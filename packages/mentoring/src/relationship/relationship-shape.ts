import { participantRoles } from '../people/participant.ts'
import { participantShape } from '../people/participant-shape.ts'
import { type CasesShape, cases, day, flag, id, list, listed, object, optional, whole } from '../shape/shape.ts'
import { endingReasons, pauseReasons } from './reason.ts'
import type { BriefingAct, DatedAct, Relationship, SignatureAct } from './relationship.ts'
import { relationshipKinds } from './relationship-kind.ts'

/** The declared shape of an act that a person did on a day. */
export const datedActShape = object<DatedAct>({ personId: id, on: day })

const base = {
  id,
  cohortId: optional(id),
  kind: listed(relationshipKinds),
  participants: list(participantShape),
  continues: optional(id),
}
const asked = { ...base, proposedOn: day, accepted: list(datedActShape) }
const formation = {
  ...asked,
  signatures: list(object<SignatureAct>({ personId: id, on: day, version: optional(whole(1, 10_000)) })),
  briefings: list(object<BriefingAct>({ personId: id, on: day, role: listed(participantRoles) })),
}
const inCourse = { ...formation, startedOn: day, since: day }

/** The declared shape of a relationship, status by status. */
export const relationshipShape: CasesShape<Relationship> = cases<Relationship, 'status'>('status', {
  proposed: asked,
  offered: asked,
  forming: formation,
  active: inCourse,
  paused: { ...inCourse, reason: listed(pauseReasons) },
  'winding-down': inCourse,
  ended: { ...formation, startedOn: optional(day), on: day, reason: listed(endingReasons), by: optional(id) },
  declined: { ...asked, on: day, by: id },
  recorded: { ...base, completed: optional(flag) },
})
