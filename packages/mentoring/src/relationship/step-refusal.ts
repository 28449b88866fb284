import { dateRefusal } from '../iso-date.ts'
import type { ProgrammePolicy } from '../programme/programme.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { allowedSteps } from './allowed-steps.ts'
import type { Relationship } from './relationship.ts'
import { type RelationshipStep, stepTypes } from './step.ts'

/** Gives the first reason why no step of this type, on this day, by this person, may be taken. Throws for an unknown type. */
export function stepRefusal(
  relationship: Relationship,
  step: RelationshipStep,
  policy: ProgrammePolicy,
): Refusal | undefined {
  if (!stepTypes.includes(step.type)) {
    throw new TypeError(`${JSON.stringify(step.type)} is no type of step: use one of ${stepTypes.join(', ')}`)
  }
  const allowed = allowedSteps(relationship, policy)
  if (!allowed.includes(step.type)) {
    const next = allowed.length === 0 ? 'no step is left' : `take one of ${allowed.join(', ')}`
    const message = `"${step.type}" cannot be done while the relationship is ${relationship.status}: ${next}.`
    return refuse('step-not-allowed', message, 'type').refusal
  }
  return dateRefusal(step.on, 'on') ?? orderRefusal(relationship, step) ?? personRefusal(relationship, step)
}

function orderRefusal(relationship: Relationship, step: RelationshipStep): Refusal | undefined {
  const latest = latestDay(relationship)
  if (latest === undefined || step.on >= latest) return undefined
  const message = `${step.on} is before ${latest}, the day of the latest step: give that day or a later one.`
  return refuse('date-goes-back', message, 'on').refusal
}

function personRefusal(relationship: Relationship, step: RelationshipStep): Refusal | undefined {
  const programmeMay = ['pause', 'resume', 'wind-down', 'end'].includes(step.type)
  if (step.by === undefined && programmeMay) return undefined
  if (relationship.participants.some((one) => one.personId === step.by)) return undefined
  const next = programmeMay ? 'name a participant, or leave "by" out where the programme does it' : 'name a participant'
  const message = `${JSON.stringify(step.by)} does not take part in relationship "${relationship.id}": ${next}.`
  return refuse('not-a-participant', message, 'by').refusal
}

/** The day of the latest step; nothing where the course of the relationship is not known. */
function latestDay(relationship: Relationship): string | undefined {
  switch (relationship.status) {
    case 'proposed':
    case 'offered':
      return latestOf(relationship.proposedOn, relationship.accepted)
    case 'forming': {
      const { proposedOn, accepted, signatures, briefings } = relationship
      return latestOf(proposedOn, [...accepted, ...signatures, ...briefings])
    }
    case 'active':
    case 'paused':
    case 'winding-down':
      return relationship.since
    case 'ended':
    case 'declined':
      return relationship.on
    case 'recorded':
      return undefined
  }
}

function latestOf(first: string, acts: readonly { readonly on: string }[]): string {
  return acts.reduce((latest, act) => (act.on > latest ? act.on : latest), first)
}
