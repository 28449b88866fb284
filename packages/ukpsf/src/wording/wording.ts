import type { Edition } from '../framework/edition.ts'

/** One text of the framework's own wording. */
export interface WordingEntry {
  /** Qualified: a dimension `psf-2023:K3`, a descriptor `psf-2023:D1`, a criterion `psf-2023:D1.2`, a family `psf-2023:K`. */
  readonly code: string
  readonly text: string
}

/** The framework's wording in one language, as an institution loads it. None comes with this package. */
export interface Wording {
  /** A BCP 47 tag, such as `cy` or `en-GB`. */
  readonly language: string
  /** The document the texts are taken from. */
  readonly source: string
  /** Who allowed the texts to be used here, and on what terms. */
  readonly rights: string
  /** One for each dimension of the edition. */
  readonly dimensions: readonly WordingEntry[]
  /** Where given, one for each descriptor. */
  readonly descriptors?: readonly WordingEntry[]
  /** Where given, one for each criterion of each descriptor. */
  readonly criteria?: readonly WordingEntry[]
  /** Where given, one for each family. */
  readonly families?: readonly WordingEntry[]
}

/** A part of an edition that a wording can cover. */
export type WordedPart = 'dimensions' | 'descriptors' | 'criteria' | 'families'

/** A wording that was found whole. */
export interface AttachedWording {
  readonly language: string
  readonly source: string
  readonly rights: string
  /** Which parts it covers; `dimensions` always. */
  readonly parts: readonly WordedPart[]
  /** Text by qualified code. */
  readonly texts: Readonly<Record<string, string>>
}

/** An edition together with its wording in one or more languages. */
export interface WordedEdition {
  readonly edition: Edition
  /** At least one, in the order they were attached; the first is the one used where no language is asked for. */
  readonly wordings: readonly AttachedWording[]
}
