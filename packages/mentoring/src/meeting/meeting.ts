import type { TopicCode } from '../programme/topic-set.ts'

/** Every way of meeting. */
export const meetingModes = ['in-person', 'online', 'telephone', 'other'] as const

/** How the people met. */
export type MeetingMode = (typeof meetingModes)[number]

/** The stages of a framework that a conversation visited, in that order; a stage may come again. Codes, and nothing of what was said. */
export interface VisitedStages {
  readonly framework: string
  readonly stages: readonly string[]
}

/** That the people of a relationship met. There is no field for what was said, and there never will be. */
export interface Meeting {
  readonly id: string
  readonly relationshipId: string
  readonly heldOn: string
  /** A whole number from 1 to 1440. */
  readonly durationMinutes: number
  readonly mode: MeetingMode
  /** Codes of the programme's topic set, each once; may be empty. */
  readonly topics: readonly TopicCode[]
  /** Absent where no framework was followed. Seen by the people who met only, like the topics. */
  readonly session?: VisitedStages
}
