/** Every code a refusal of this package may carry, with the sentence that explains it. */
export const refusalCodes = {
  'id-not-usable': 'An id is empty, longer than 128 characters, or holds white space.',
  'key-not-usable': 'A programme key is not lower-case words joined by hyphens, at most 64 characters.',
  'text-missing': 'A title or label is blank.',
  'policy-not-usable': 'A programme policy holds a value that its rules cannot use.',
  'date-not-iso': 'A date is not a day of the calendar written YYYY-MM-DD.',
  'end-before-start': 'A cohort would end before it starts.',
  'kind-not-listed': 'A relationship kind is not one of the listed kinds.',
  'role-not-listed': 'A participant role is not one of the listed roles.',
  'no-participant': 'A relationship has no participant at all.',
  'person-twice-in-role': 'One person stands twice in the same role.',
  'person-on-both-sides': 'One person holds two roles in a kind of relationship that does not allow it.',
  'participants-do-not-fit-kind': 'The number of people in each role is not what the kind of relationship asks.',
  'too-many-mentees': 'There are more mentees than the policy of the programme allows in one relationship.',
  'pair-declined-before': 'Two people are proposed to each other although one of them declined it earlier.',
  'step-not-allowed': 'The status of the relationship does not allow this type of step.',
  'date-goes-back': 'A step is dated before the latest step of the relationship.',
  'not-a-participant': 'The person who takes a step does not take part in the relationship.',
  'not-asked-yet': 'A mentor or facilitator answers before the mentees or peers have accepted.',
  'role-not-held': 'A briefing is completed for a role that the person does not hold.',
  'not-required': 'A signature or briefing is given that the policy does not ask for.',
  'already-done': 'The person has accepted, signed or been briefed for the role before.',
  'reason-missing': 'The programme ends a relationship without a reason; only a participant may do so.',
  'reason-not-listed': 'A reason for a pause or an ending is not one of the listed reasons.',
  'not-wound-down': 'A relationship is ended as completed without having been wound down.',
  'topic-code-not-usable': 'A topic code is not a short code, so that it could hold content.',
  'topic-twice': 'A topic code stands twice in a topic set or a meeting.',
  'topic-not-listed': 'A meeting carries a topic code that is not in the topic set.',
  'mode-not-listed': 'The mode of a meeting is not one of the listed modes.',
  'duration-out-of-range': 'The duration of a meeting is not a whole number of minutes from 1 to 1440.',
  'meeting-of-another-relationship': 'A meeting names another relationship than the one it is recorded for.',
  'meeting-not-possible': 'The status of the relationship does not allow meetings to be recorded.',
  'meeting-before-start': 'A meeting is dated before the relationship became active.',
  'meeting-during-pause': 'A meeting is dated after the day the relationship was paused.',
  'content-is-never-kept': 'A meeting carries more than its date, duration, mode and topic codes.',
  'not-a-relationship': 'A stored value does not have the shape of a relationship.',
} as const satisfies Record<string, string>

/** The code of a refusal: what a program tells refusals apart by. */
export type RefusalCode = keyof typeof refusalCodes

/** Why wrong data was not taken. */
export interface Refusal {
  readonly code: RefusalCode
  /** What is wrong, with the offending value, and what to do next; written for a person. */
  readonly message: string
  /** Where in the input, such as `participants[1].role`. */
  readonly path?: string
}

/** What was made, or why it was refused. */
export type Result<T> = { readonly value: T } | { readonly refusal: Refusal }

/** Gives a refused result; `path` is left out when it is not given. */
export function refuse(code: RefusalCode, message: string, path?: string): { readonly refusal: Refusal } {
  return { refusal: path === undefined ? { code, message } : { code, message, path } }
}
