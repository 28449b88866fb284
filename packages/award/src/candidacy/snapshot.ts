import type { EvidenceMapping } from '../map-evidence.ts'
import type { LinkedInquiry, LinkedRelationship } from './practice.ts'

/** A portfolio as it was on a day; it never changes. Equal hashes mean equal content. */
export interface Snapshot {
  readonly id: string
  /** SHA-256 of the portfolio's content, 64 lower-case hexadecimal digits, computed by the caller. */
  readonly contentHash: string
  readonly takenOn: string
  readonly takenBy: string
  readonly mapping: readonly EvidenceMapping[]
  readonly relationships: readonly LinkedRelationship[]
  readonly inquiry?: LinkedInquiry
}
