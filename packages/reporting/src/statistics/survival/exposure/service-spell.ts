/** One person's service in days: from its first day to its last, both worked; without an end it went on when the data were closed. */
export type ServiceSpell =
  | { readonly person: string; readonly start: string }
  | {
      readonly person: string
      readonly start: string
      readonly end: string
      /** What the end was: the event that is studied, or something else, as retirement or a move within the house (censored). A renewed contract is no end. */
      readonly ending: 'event' | 'censored'
    }

/** A stretch in which a person was exposed, as one mentoring relationship: first and last day; without an end it went on. */
export interface ExposureSpell {
  readonly person: string
  readonly start: string
  readonly end?: string
}
