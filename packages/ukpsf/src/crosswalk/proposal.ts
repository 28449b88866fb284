import type { Corroboration, SoundCorroboration } from '../evidence/evidence.ts'
import type { DimensionCode, EditionId } from '../framework/code.ts'
import type { MatchRow } from './row.ts'

/** One row along which a tag was moved, and who accepted that and when. */
export interface TrailStep extends MatchRow {
  /** An id or a name; an opaque id is enough. */
  readonly acceptedBy: string
  /** `YYYY-MM-DD`. */
  readonly acceptedOn: string
}

/** Where a tag came from. Kept beside the tags, so that a move can be undone and explained. */
export interface MovedTag {
  /** The tag as it stands now; the last step leads to it. */
  readonly tag: DimensionCode
  /** Oldest first, at least one; each begins where the one before it ended. */
  readonly trail: readonly TrailStep[]
}

/** Tags that can be moved: a piece of evidence, or anything that has tags. */
export interface Tagged {
  readonly tags: readonly string[]
  readonly corroborations?: readonly Corroboration[]
  /** What earlier moves left beside the tags. */
  readonly moved?: readonly MovedTag[]
}

/** A tag that a reviewer may accept: an offer, neither a tag nor a judgement. */
export type ProposedTag =
  | {
      readonly kind: 'by-crosswalk'
      readonly from: DimensionCode
      readonly to: DimensionCode
      /** The row that offers it: relation, source, certainty, and the dimensions between. */
      readonly row: MatchRow
      /** The steps by which `from` itself was reached earlier; empty for a tag of the claimant's own. */
      readonly before: readonly TrailStep[]
    }
  | {
      readonly kind: 'by-trail'
      readonly from: DimensionCode
      /** The tag that `from` was before it was moved. */
      readonly to: DimensionCode
      /** The steps that are undone, oldest first. */
      readonly undone: readonly TrailStep[]
      /** The steps by which `to` itself was reached earlier; empty for a tag of the claimant's own. */
      readonly before: readonly TrailStep[]
    }

/** A tag that no sound row moves. */
export interface LostTag {
  readonly tag: DimensionCode
  /** `no-equivalent`: the other edition has no partner. `unsettled`: there are ways between, but no sound relation. */
  readonly reason: 'no-equivalent' | 'unsettled'
  /** For people: why, and what can be done. */
  readonly message: string
}

/** What moving tags to another edition offers to a reviewer. It has no `tags`, so a claim cannot take it for evidence. */
export interface MoveProposal {
  readonly to: EditionId
  /** Tags that are of the edition already; they stay as they are. */
  readonly kept: readonly DimensionCode[]
  /** The word of others, for the kept tags alone: what it confirms in another edition does not travel. */
  readonly keptCorroborations: readonly SoundCorroboration[]
  /** Where kept tags came from. */
  readonly keptMoved: readonly MovedTag[]
  /** In the order of the tags, then of the crosswalk. */
  readonly proposed: readonly ProposedTag[]
  readonly lost: readonly LostTag[]
}
