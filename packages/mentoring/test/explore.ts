import {
  advance,
  endingReasons,
  type Participant,
  type ProgrammePolicy,
  participantRoles,
  pauseReasons,
  proposeRelationship,
  type Relationship,
  type RelationshipStep,
  type Result,
  stepTypes,
} from '../src/index.ts'
import { casts, made } from './demo.ts'

export const day = '2026-02-01'

export const policies: readonly ProgrammePolicy[] = [
  { agreementRequired: false, briefingRequiredFor: [] },
  { agreementRequired: true, briefingRequiredFor: ['mentor'] },
  { agreementRequired: false, briefingRequiredFor: ['mentee', 'peer'] },
  { agreementRequired: true, briefingRequiredFor: ['mentee', 'mentor', 'peer', 'facilitator'] },
]

/** Every form of every step that anybody, a stranger and the programme may try on one day. */
export function everyStep(participants: readonly Participant[], on = day): readonly RelationshipStep[] {
  const people = [...new Set(participants.map((one) => one.personId)), 'stranger', undefined]
  const steps = people.flatMap((by) =>
    stepTypes.flatMap((type) => {
      const step = { type, on, ...(by === undefined ? {} : { by }) }
      if (type === 'complete-briefing') return participantRoles.map((role) => ({ ...step, role }))
      if (type === 'pause') return pauseReasons.map((reason) => ({ ...step, reason }))
      if (type === 'end') return [step, ...endingReasons.map((reason) => ({ ...step, reason }))]
      return [step]
    }),
  )
  return steps as readonly RelationshipStep[]
}

export interface Tried {
  readonly from: Relationship
  readonly policy: ProgrammePolicy
  readonly step: RelationshipStep
  readonly result: Result<Relationship>
}

/**
 * What tells two states apart: of the way to active only what was done and not in which order, and nothing of it once the
 * relationship is active, so that the states stay few.
 */
function keyOf(state: Relationship): string {
  const sorted = (list: readonly object[]) => list.map((one) => JSON.stringify(one)).sort()
  if (state.status === 'recorded') return JSON.stringify(state)
  const { accepted, ...rest } = state
  if (!('signatures' in rest)) return JSON.stringify([rest, sorted(accepted)])
  const { signatures, briefings, ...course } = rest
  if (course.status !== 'forming') return JSON.stringify(course)
  return JSON.stringify([course, sorted(accepted), sorted(signatures), sorted(briefings)])
}

/** Every step tried in every state that can be reached, for every cast and policy; states of one day, so that they are finite. */
export function exploreAll(): { readonly states: readonly Tried['from'][]; readonly tried: readonly Tried[] } {
  const states: Relationship[] = []
  const tried: Tried[] = []
  for (const policy of policies) {
    for (const { kind, participants } of casts) {
      const first = made(proposeRelationship({ id: 'r', kind, participants, on: day }, policy))
      const seen = new Set([keyOf(first)])
      const queue = [first]
      for (let from = queue.pop(); from !== undefined; from = queue.pop()) {
        states.push(from)
        for (const step of everyStep(participants)) {
          const result = advance(from, step, policy)
          tried.push({ from, policy, step, result })
          if ('refusal' in result || seen.has(keyOf(result.value))) continue
          seen.add(keyOf(result.value))
          queue.push(result.value)
        }
      }
    }
  }
  return { states, tried }
}
