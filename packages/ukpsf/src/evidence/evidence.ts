import type { DimensionCode } from '../framework/code.ts'
import type { EvidenceKind } from './evidence-kind.ts'

/** A stretch of days, both ends included. */
export interface Period {
  readonly from: string
  readonly to: string
}

/** Somebody's word that evidence is as it says. */
export interface Corroboration {
  /** Who, as an opaque id or a name; never the owner of the evidence. */
  readonly by: string
  /** The day on which it was given, `YYYY-MM-DD`; not before the evidence begins. */
  readonly on: string
  /**
   * Those of the evidence's tags that are confirmed by it. Where they are left out, it confirms that the thing took place and
   * no dimension, so that a tag claimed later is never confirmed by an earlier word.
   */
  readonly tags?: readonly string[]
}

/** What the evidence is made from, in another system or package; opaque here. */
export interface EvidenceLink {
  /** Such as `meeting`, `goal` or `inquiry`. */
  readonly kind: string
  readonly id: string
}

/** One piece of evidence: something done at a time, tagged with the dimensions it is said to show. */
export interface Evidence {
  /** Unique inside a claim. */
  readonly id: string
  /** `other` where it is left out. */
  readonly kind?: EvidenceKind
  readonly title?: string
  /** A day `YYYY-MM-DD`, or the period over which it was done. */
  readonly on: string | Period
  /** Qualified codes that the claimant claims; may be empty while evidence is not yet mapped. */
  readonly tags: readonly string[]
  /** Whose evidence it is, as an opaque id; where it is known, they cannot corroborate it. */
  readonly owner?: string
  readonly corroborations?: readonly Corroboration[]
  /** How many words the written account has, a whole number from 0. */
  readonly words?: number
  readonly link?: EvidenceLink
}

/** Evidence that was gone through: the kind is said, codes are in canonical spelling and each stands once. */
export interface SoundEvidence extends Evidence {
  readonly kind: EvidenceKind
  readonly tags: readonly DimensionCode[]
  readonly corroborations?: readonly SoundCorroboration[]
}

/** A corroboration that was gone through. */
export interface SoundCorroboration extends Corroboration {
  readonly tags?: readonly DimensionCode[]
}

/** Gives the first day of evidence. */
export function firstDay(evidence: Evidence): string {
  return typeof evidence.on === 'string' ? evidence.on : evidence.on.from
}

/** Gives the last day of evidence. */
export function lastDay(evidence: Evidence): string {
  return typeof evidence.on === 'string' ? evidence.on : evidence.on.to
}
