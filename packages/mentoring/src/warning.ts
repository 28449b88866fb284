/** Every code a warning of this package may carry, with the sentence that explains it. */
export const warningCodes = {
  'no-mentor': 'A recorded relationship has neither a mentor nor a facilitator.',
  'no-mentee': 'A recorded relationship has no mentee.',
  'too-few-peers': 'A recorded peer relationship has fewer than two peers.',
  'person-on-both-sides': 'One person holds two roles in a recorded relationship that is not reciprocal.',
} as const satisfies Record<string, string>

/** The code of a warning: what a program tells warnings apart by. */
export type WarningCode = keyof typeof warningCodes

/** Something odd in data that was taken all the same. */
export interface Warning {
  readonly code: WarningCode
  /** What is odd, with the value; written for a person. */
  readonly message: string
  /** Where in the input, such as `participants[1]`. */
  readonly path?: string
}
