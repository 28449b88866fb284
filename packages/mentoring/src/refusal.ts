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
  'content-is-never-kept': 'A meeting, or another value, carries a field that could hold what was said.',
  'not-a-relationship': 'A stored value does not have the shape of a relationship.',
  'window-not-usable': 'A window of dates ends before it starts.',
  'field-not-listed': 'A value carries a property that its shape does not have.',
  'value-not-listed': 'A value is not one of the listed values.',
  'level-is-never-kept':
    'A membership or event carries a level of participation, which is only ever derived for a window.',
  'membership-overlaps': 'Two spells of one person in one community share a day.',
  'thresholds-not-usable': 'A rule among thresholds of participation cannot be used.',
  'value-type-not-in-framework': 'A type of value is not one of the framework that is named.',
  'reading-without-sign': 'An indicator has a value without a sign, or a sign without a value.',
  'story-without-step': 'A story of value has no step.',
  'person-outside-boundary': 'A tie, or an answer, names somebody who is not within the boundary of the wave.',
  'person-twice': 'One person stands twice within the boundary of a wave.',
  'tie-to-oneself': 'A tie leads from a person to the same person.',
  'tie-kinds-mixed': 'A tie is of another kind than its wave; measures never mix kinds.',
  'waves-not-comparable':
    'Two waves differ in boundary, kind of tie, question, or rule, so that a change would mean nothing.',
  'department-not-listed': 'A department is not one of those of the institution.',
  'reading-out-of-range': 'A reading is not a whole number within its scale.',
  'too-many-entries': 'A step of the self-assessment has more entries than it takes.',
  'text-too-long': 'A text is longer than its question takes.',
  'answer-missing': 'A question that must be answered is not.',
  'entry-not-found': 'An entry refers to another that is not among the answers.',
  'text-not-loaded': 'A language does not give a text for every key, or gives one for a key that is not known.',
  'not-the-shape': 'A stored value does not have the shape of what it is read as.',
  'never-measured': 'A value carries a field that would tell how a mentee performs, or reward an opinion of a mentor.',
  'already-a-participant': 'The person who would join a relationship takes part in it.',
  'id-taken': 'A new value would take the id of the one that it follows.',
  'steps-do-not-lead-here': 'The steps given are not all the steps that led to the relationship.',
  'offer-closed': 'A step is taken on an offer that was answered, withdrawn or has expired.',
  'offer-lapsed': 'An offer is accepted after the last day on which it could be.',
  'offer-not-lapsed': 'An offer is to expire although its last day has not passed, or a question about it is open.',
  'question-open': 'A question about an offer is asked while another one is open.',
  'no-question-open': 'A question about an offer is answered although none is open.',
  'offer-not-accepted': 'A relationship is to be made of an offer that not everybody has accepted.',
  'terms-not-usable': 'The terms of offers, agreements or reviews hold a value that their rules cannot use.',
  'capacity-not-set': 'A mentor or facilitator is asked who has not said how many relationships they can carry.',
  'capacity-reached': 'Somebody is asked whose relationships and open offers already fill their capacity.',
  'capacity-below-load': 'A capacity would fall below what the person already carries.',
  'question-not-usable': 'A set of questions holds a question that cannot be asked.',
  'answer-not-usable': 'An answer does not fit its question.',
  'application-closed': 'An application was withdrawn before.',
  'agreement-superseded': 'A version of an agreement is signed that is not the latest one.',
  'phase-not-listed': 'A phase is not one of the model that is named.',
  'stage-not-listed': 'A stage is not one of the framework, or set of stages, that is named.',
  'framework-not-listed': 'A session framework or model of phases is not one of those given.',
  'goal-closed': 'Something is added to a goal that was reached or dropped.',
  'goal-not-own': 'Somebody who does not own a goal would change it.',
  'supervision-cast': 'The people of a supervision session do not fit its mode.',
  'supervisor-not-apart': 'A supervisor stands in the line of management of a mentor or a mentee.',
  'conflict-not-usable':
    'A record of a conflict or line of management joins somebody with themselves, or ends before it starts.',
  'mentored-before': 'Somebody would assess a person whom they mentor or have mentored.',
  'conflict-stands': 'A conflict between two people stands in the way.',
  'seed-missing': 'A match run has no seed, so that it could not be made again.',
  'match-policy-not-usable': 'A policy of matching holds a value that its rules cannot use.',
  'protected-characteristic': 'A rule of matching asks about a characteristic that the law protects.',
  'application-twice': 'One person applies twice for the same role in a match run.',
  'places-not-usable': 'A mentor offers a number of places that is not a whole number from 0 to 1000000.',
  'score-not-usable': 'A given score is not from 0 to 1, is given twice, or belongs to no rule.',
  'candidates-twice': 'A mentee has two lists of candidates.',
  'pin-of-stranger': 'A pair is pinned of which one person has not applied.',
  'pins-contradict': 'A mentee is pinned twice, or more mentees are pinned to a mentor than there are places.',
  'pin-excluded': 'A pair is pinned that a rule excludes.',
  'too-many-pairs': 'A match run would have to look at more pairs than it can.',
  'not-an-applicant': 'Somebody is asked about who has not applied in that role.',
  'not-in-run': 'A declined pair is none of the run.',
  'draft-step-not-allowed': 'The status of a draft does not allow this step.',
  'approver-made-it': 'Somebody would approve a match run that they made themselves.',
  'pair-excluded-since': 'A pair of a run may not be published, because a rule excludes it today.',
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
