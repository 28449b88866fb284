import type { PersonPair } from '../../relationship/person-pair.ts'

/** What a programme knows about people, and must heed whatever they wish. Whoever is in no application may be named as well. */
export interface MatchFacts {
  /** Who reports to whom: managers, dotted lines, supervisors of a thesis, principal investigators. Followed upwards to the end. */
  readonly lines?: readonly { readonly personId: string; readonly reportsTo: string }[]
  /** Grievances and conflicts of interest, either way round. */
  readonly keptApart?: readonly PersonPair[]
  /** Relationships that did not work, either way round. */
  readonly failed?: readonly PersonPair[]
  /** Proposals that one of the two declined, either way round; what `pairsNotAgain` gives. */
  readonly declined?: readonly PersonPair[]
  /** Who assesses or selects whom for an award. */
  readonly assessments?: readonly { readonly assessorId: string; readonly assessedId: string }[]
  /** Pairs that a rule of the programme's own excludes. */
  readonly barred?: readonly { readonly menteeId: string; readonly mentorId: string }[]
}
