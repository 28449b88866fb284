import type { MatchKind } from '../match.ts'

/** A text and the language it is in. */
export interface LanguageText {
  readonly text: string
  /** A language tag, such as `en` or `cy`. */
  readonly language: string
}

/** One concept of a scheme. */
export interface SkosConcept {
  readonly uri: string
  /** A code, without a language. */
  readonly notations: readonly string[]
  /** At most one in a language. */
  readonly labels: readonly LanguageText[]
  readonly definitions: readonly LanguageText[]
  readonly notes: readonly LanguageText[]
  /** Addresses of concepts of the same scheme; empty for a concept at the top. */
  readonly broader: readonly string[]
  /** Addresses of concepts of other schemes. */
  readonly matches: Readonly<Record<MatchKind, readonly string[]>>
}

/** A concept scheme of SKOS, as far as it is written and read here. */
export interface SkosScheme {
  readonly uri: string
  readonly titles: readonly LanguageText[]
  readonly publishers: readonly LanguageText[]
  readonly notes: readonly LanguageText[]
  /** Addresses of licences. */
  readonly licences: readonly string[]
  readonly concepts: readonly SkosConcept[]
}
