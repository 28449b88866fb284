import { type ParticipantRole, participantRoles } from '../people/participant.ts'
import { code, day, flag, id, list, listed, type ObjectShape, object, optional, text, whole } from '../shape/shape.ts'
import type { Cohort } from './cohort.ts'
import type { Programme, ProgrammePolicy } from './programme.ts'
import type { TopicSet } from './topic-set.ts'

/** The declared shape of a programme. `defineProgramme` asks more of its key, and less of the length of its texts. */
export const programmeShape: ObjectShape<Programme> = object<Programme>({
  id,
  key: text(64),
  title: text(300),
  purpose: optional(text(2000)),
  policy: object<ProgrammePolicy>({
    agreementRequired: flag,
    briefingRequiredFor: list<ParticipantRole>(listed(participantRoles)),
    menteesMax: optional(whole(1, Number.MAX_SAFE_INTEGER)),
  }),
})

/** The declared shape of a cohort. */
export const cohortShape: ObjectShape<Cohort> = object<Cohort>({
  id,
  programmeId: id,
  label: text(300),
  startsOn: optional(day),
  endsOn: optional(day),
})

/** The declared shape of a topic set. */
export const topicSetShape: ObjectShape<TopicSet> = object<TopicSet>({ codes: list<string>(code) })
