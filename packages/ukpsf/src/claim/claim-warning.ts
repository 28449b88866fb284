import type { DimensionCode } from '../framework/code.ts'
import type { Provenance } from '../framework/sourced.ts'

/** Who says how recent evidence should be, and where. */
export type Guidance =
  | (Provenance & { readonly setBy: 'edition' })
  | { readonly setBy: 'overlay'; readonly source: string }

/** Something to look at before submitting. A warning never changes an answer. */
export type ClaimWarning =
  | {
      readonly kind: 'stale-evidence'
      readonly evidenceId: string
      /** The last day of the evidence. */
      readonly lastDay: string
      /** Evidence that ended before this day is older than the guidance. */
      readonly windowStart: string
      readonly guidance: Guidance
      readonly message: string
    }
  | { readonly kind: 'after-claim'; readonly evidenceId: string; readonly lastDay: string; readonly message: string }
  | {
      readonly kind: 'single-point'
      readonly dimension: DimensionCode
      readonly evidenceId: string
      readonly message: string
    }
  | {
      readonly kind: 'over-word-limit'
      /** The criterion whose accounts are limited; absent where the limit is on the claim as a whole. */
      readonly criterion?: string
      /** The words of all accounts that have a count; more than `wordsMax`. */
      readonly words: number
      readonly wordsMax: number
      /** How many accounts have no count, so that the true figure may be higher still. */
      readonly uncounted: number
      readonly source: string
      readonly message: string
    }
