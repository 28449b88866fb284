import {
  type Participant,
  type ProgrammePolicy,
  proposeRelationship,
  type Relationship,
  type RelationshipKind,
  type Result,
} from '../src/index.ts'

/** Gives the value of a result, and fails the test with the refusal where there is none. */
export function made<T>(result: Result<T>): T {
  if ('refusal' in result) throw new Error(`${result.refusal.code}: ${result.refusal.message}`)
  return result.value
}

/** Gives the code of a refusal, or `undefined` where there is a value. */
export function codeOf(result: Result<unknown>): string | undefined {
  return 'refusal' in result ? result.refusal.code : undefined
}

export const strict: ProgrammePolicy = { agreementRequired: true, briefingRequiredFor: ['mentor', 'mentee'] }
export const lenient: ProgrammePolicy = { agreementRequired: false, briefingRequiredFor: [] }

export const dyad: readonly Participant[] = [
  { personId: 'mia', role: 'mentor' },
  { personId: 'ada', role: 'mentee' },
]

/** One set of participants for every kind; groups and peers also with a facilitator. */
export const casts: readonly { readonly kind: RelationshipKind; readonly participants: readonly Participant[] }[] = [
  { kind: 'dyad', participants: dyad },
  { kind: 'flash', participants: dyad },
  {
    kind: 'group',
    participants: [
      { personId: 'mia', role: 'mentor' },
      { personId: 'ada', role: 'mentee' },
      { personId: 'ben', role: 'mentee' },
    ],
  },
  {
    kind: 'peer',
    participants: [
      { personId: 'ada', role: 'peer' },
      { personId: 'ben', role: 'peer' },
    ],
  },
  {
    kind: 'peer',
    participants: [
      { personId: 'fay', role: 'facilitator' },
      { personId: 'ada', role: 'peer' },
      { personId: 'ben', role: 'peer' },
    ],
  },
  {
    kind: 'reciprocal',
    participants: [
      { personId: 'ada', role: 'mentor' },
      { personId: 'ada', role: 'mentee' },
      { personId: 'ben', role: 'mentor' },
      { personId: 'ben', role: 'mentee' },
    ],
  },
]

export function proposedDyad(): Relationship {
  return made(proposeRelationship({ id: 'r1', cohortId: 'c1', kind: 'dyad', participants: dyad, on: '2026-01-05' }))
}
