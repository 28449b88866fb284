/** Somebody who is no author and questions the inquiry as a friend of it. `id` is the word that stands for them in meetings. */
export interface CriticalFriend {
  readonly id: string
  readonly namedOn: string
}

/** A group that meets at intervals and hears claims: its members by the words that stand for them. */
export interface ValidationGroup {
  readonly id: string
  readonly members: readonly string[]
  readonly formedOn: string
}

/** The usual size of a validation group: guidance from memory (certainty M), never a rule. */
export const groupSizeUsual = { min: 3, max: 10 } as const
