/** When a wave is held, seen from the mentoring. */
export type Moment = 'baseline' | 'mid' | 'end' | 'six-months-later'

/** The moments in the order in which they come. */
export const moments: readonly Moment[] = ['baseline', 'mid', 'end', 'six-months-later']

/** One time that the questionnaire is held. Both days belong to it. */
export interface Wave {
  readonly key: string
  readonly moment: Moment
  readonly opensOn: string
  readonly closesOn: string
  /** Who is invited, by role; everybody who takes part when it is empty. */
  readonly roles: readonly string[]
}

/** A questionnaire held in waves. Once launched its threshold is frozen: no verb changes it. */
export type Survey =
  | { readonly state: 'draft'; readonly key: string; readonly waves: readonly Wave[] }
  | {
      readonly state: 'launched'
      readonly key: string
      readonly waves: readonly Wave[]
      readonly launchedOn: string
      /** The fewest responses of which an answer is shown to anybody. */
      readonly responsesMin: number
    }

/** The fewest responses that a threshold may ask for: an answer of one or two people is theirs. */
export const responsesLeast = 3
