import { id, listed, type ObjectShape, object } from '../shape/shape.ts'
import { type Participant, participantRoles } from './participant.ts'

/** The declared shape of a participant. */
export const participantShape: ObjectShape<Participant> = object<Participant>({
  personId: id,
  role: listed(participantRoles),
})
