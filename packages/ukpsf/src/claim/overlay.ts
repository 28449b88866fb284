import type { DescriptorCode } from '../framework/code.ts'
import type { CountRule } from '../framework/rule.ts'

/** One thing an institution asks for beyond the edition. */
export interface OverlayRule {
  /** Qualified; the rule's codes are of the same edition. */
  readonly descriptor: DescriptorCode
  readonly title: string
  readonly rule: CountRule
}

/** How long the accounts may be. To be over it is a warning here; whether it bars a submission is the institution's to say. */
export interface WordLimit {
  readonly descriptor: DescriptorCode
  /**
   * A criterion of the descriptor, such as `psf-2023:D2.1`: the limit is on the accounts of all evidence that counts for a
   * dimension it names. Left out, it is on all accounts together.
   */
  readonly criterion?: string
  /** A whole number from 1. */
  readonly wordsMax: number
  /** Where the institution says so. */
  readonly source: string
}

/** How recent an institution expects evidence to be, instead of the edition's guidance. It warns, and never fails a claim. */
export interface OverlayRecency {
  readonly descriptor: DescriptorCode
  /** A whole number from 1 to 99, or `none` where the institution gives no window. */
  readonly yearsMax: number | 'none'
  /** Where the institution says so. */
  readonly source: string
}

/** An institution's own rules: a layer on the editions' rules, which all stay in force. */
export interface Overlay {
  readonly id: string
  readonly institution: string
  /** They apply to the descriptor each names; claims for other descriptors are not touched. */
  readonly rules: readonly OverlayRule[]
  readonly wordLimits?: readonly WordLimit[]
  /** At most one for each descriptor. */
  readonly recency?: readonly OverlayRecency[]
}

const sound: unique symbol = /* @__PURE__ */ Symbol.for('@mentoring-commons/ukpsf sound overlay')

/** An overlay that `defineOverlay` or `defineOverlayIn` gave. A copy of it, or what was stored of it, has to be defined again. */
export interface SoundOverlay extends Overlay {
  readonly [sound]: true
}

/** Gives an overlay that was gone through, marked as such; a copy does not carry the mark. */
export function markSound(overlay: Overlay): SoundOverlay {
  return Object.defineProperty({ ...overlay }, sound, { value: true }) as SoundOverlay
}

/** Says whether an overlay was gone through. */
export function isSound(overlay: Overlay): overlay is SoundOverlay {
  return (overlay as Partial<SoundOverlay>)[sound] === true
}
