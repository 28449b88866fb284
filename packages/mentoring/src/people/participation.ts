/** Every role somebody may have had in a cohort. */
export const participationRoles = ['mentee', 'mentor', 'expert', 'speaker', 'facilitator', 'organizer'] as const

/** What somebody did in a cohort, whether or not they were in a relationship. */
export type ParticipationRole = (typeof participationRoles)[number]

/** That a person did something in a cohort. One person may do several things in one cohort, and others in later ones. */
export interface CohortParticipation {
  readonly personId: string
  /** The place of the cohort in the order of its programme: a whole number, larger is later. */
  readonly cohortOrdinal: number
  readonly role: ParticipationRole
}
