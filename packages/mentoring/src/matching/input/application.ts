/** An answer to a question of an application: a quantity, or what was chosen. A question without an answer is left out. */
export type Answer = number | readonly string[]

/** People in the order of one's own liking; people in one inner list are alike. */
export type Ranking = readonly (string | readonly string[])[]

/**
 * What a mentee wishes of a mentor in a characteristic that the law protects. Only the mentee's own wish, only towards mentors who
 * chose to be found by it, only as one part of a score: it excludes nobody, and no explanation tells of it.
 */
export interface OwnWish {
  /** The characteristic, such as `gender`. */
  readonly about: string
  /** What the mentee would like, each as good as the other. */
  readonly wants: readonly string[]
}

/** What a person who looks for a mentor said. */
export interface MenteeApplication {
  readonly personId: string
  readonly answers: Readonly<Record<string, Answer>>
  /** Whether the briefing that every mentee must have is completed. */
  readonly trained: boolean
  /** False while the person takes no part; true when absent. */
  readonly active?: boolean
  /** Mentors, best first. */
  readonly ranking?: Ranking
  /** People this person will not be matched with. Nobody but the person and the engine sees who said it. */
  readonly notWith?: readonly string[]
  readonly wishes?: readonly OwnWish[]
}

/** What a person who offers to mentor said. */
export interface MentorApplication {
  readonly personId: string
  /** How many mentees the person takes in this run; a whole number from 0. */
  readonly places: number
  readonly answers: Readonly<Record<string, Answer>>
  /** Whether the training that every mentor must have is completed. */
  readonly trained: boolean
  /** False while the person takes no part; true when absent. */
  readonly active?: boolean
  /** Mentees, best first. */
  readonly ranking?: Ranking
  /** People this person will not be matched with. Nobody but the person and the engine sees who said it. */
  readonly notWith?: readonly string[]
  /** The characteristics by which this person chose to be found, such as `{ gender: ['woman'] }`. */
  readonly findableAs?: Readonly<Record<string, readonly string[]>>
}
