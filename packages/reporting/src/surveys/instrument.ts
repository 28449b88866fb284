/** Whose an instrument is, and on which terms it may be used. */
export interface Licence {
  /** `own`: written by whoever ships it. `open`: anybody may use it on the named terms. `permission`: its holder allowed this use. */
  readonly kind: 'own' | 'open' | 'permission'
  /** The terms by name, such as `CC-BY-4.0`, or of what kind the permission is. */
  readonly name: string
  readonly holder: string
  /** Where the instrument and its terms can be read. */
  readonly source: string
}

/** One of the answers that can be chosen. */
export interface Choice {
  readonly code: string
  readonly label: string
}

/** A point of a response scale: an answer that has a value. */
export interface Point extends Choice {
  readonly value: number
}

/** A response scale that items share, its points in rising order of value. */
export interface Scale {
  readonly key: string
  readonly points: readonly Point[]
}

interface Asked {
  readonly key: string
  readonly label: string
  /** Whether a response without an answer to it is refused; nobody has to answer when not given. */
  readonly required?: boolean
}

/** A closed question. There is no kind for free text. */
export type Item =
  | (Asked & { readonly kind: 'one' | 'many'; readonly choices: readonly Choice[] })
  | (Asked & { readonly kind: 'scale'; readonly scale: string; readonly reversed?: boolean })
  | (Asked & { readonly kind: 'number'; readonly min: number; readonly max: number; readonly whole: boolean })

/**
 * What becomes of a score when answers are missing. `complete`: no score unless every item is answered. `prorated`: the mean of the
 * answered items stands for the others once at least `atLeast` are answered. `none`: nothing is asked for, the mean is of whatever was
 * answered; a sum cannot have it, since what is missing would count as 0.
 */
export type MissingPolicy =
  | { readonly kind: 'complete' }
  | { readonly kind: 'prorated'; readonly atLeast: number }
  | { readonly kind: 'none' }

/** Items on one scale that make one score. Reversed items are turned round before. */
export interface Subscale {
  readonly key: string
  readonly label: string
  readonly items: readonly string[]
  readonly rule: 'mean' | 'sum'
  readonly missing: MissingPolicy
}

/** An instrument in another language: a label for each place that `textPlaces` lists. */
export interface Translation {
  readonly language: string
  readonly labels: Readonly<Record<string, string>>
}

/** A questionnaire as data. A change of its items is a new version. */
export interface Instrument {
  readonly key: string
  readonly version: string
  readonly title: string
  /** The language of its own labels, as in BCP 47. */
  readonly language: string
  readonly licence: Licence
  readonly scales: readonly Scale[]
  readonly items: readonly Item[]
  readonly subscales: readonly Subscale[]
  readonly translations?: readonly Translation[]
}

/**
 * The answers that can be chosen for an item: its choices, or the points of its scale. None for a number.
 *
 * @example
 * ```ts
 * import { choicesOf, experienceOfMentoring } from '@mentoring-commons/reporting/surveys'
 *
 * choicesOf(experienceOfMentoring, 'been-mentored').map(({ code }) => code) //=> ["yes-now", "yes-before", "no"]
 * ```
 */
export function choicesOf(instrument: Instrument, itemKey: string): readonly Choice[] {
  const item = instrument.items.find(({ key }) => key === itemKey)
  if (item === undefined) throw new RangeError(`The instrument ${instrument.key} has no item "${itemKey}".`)
  if (item.kind === 'number') return []
  if (item.kind !== 'scale') return item.choices
  return instrument.scales.find(({ key }) => key === item.scale)?.points ?? []
}
