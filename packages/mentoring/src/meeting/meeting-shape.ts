import { code, day, id, list, listed, type ObjectShape, object, optional, whole } from '../shape/shape.ts'
import { type Meeting, meetingModes, type VisitedStages } from './meeting.ts'

/** The declared shape of visited stages. */
export const visitedStagesShape: ObjectShape<VisitedStages> = object<VisitedStages>({
  framework: code,
  stages: list<string>(code, 1),
})

/** The declared shape of a meeting. */
export const meetingShape: ObjectShape<Meeting> = object<Meeting>({
  id,
  relationshipId: id,
  heldOn: day,
  durationMinutes: whole(1, 1440),
  mode: listed(meetingModes),
  topics: list<string>(code),
  session: optional(visitedStagesShape),
})
