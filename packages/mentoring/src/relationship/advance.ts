import { peopleOf } from '../people/participant.ts'
import type { ProgrammePolicy } from '../programme/programme.ts'
import { type Result, refuse } from '../refusal.ts'
import { dueWhileForming, outstanding, peopleAskedFirst } from './outstanding.ts'
import { endingReasons, pauseReasons } from './reason.ts'
import {
  type ActiveRelationship,
  baseOf,
  type FormingRelationship,
  formationOf,
  type OfferedRelationship,
  type PausedRelationship,
  type ProposedRelationship,
  type Relationship,
  type WindingDownRelationship,
} from './relationship.ts'
import type { RelationshipStep, StepOf } from './step.ts'
import { stepRefusal } from './step-refusal.ts'
import { versionOf } from './unsigned.ts'

/**
 * Gives the relationship after a step, as a new value, or why the step was refused; the one given is never changed.
 *
 * Proposed: the mentees (or peers) accept, then it is offered: the mentors and facilitators accept, then it is forming: what
 * the policy asks for is signed, all under one version, and briefed, then it is active; a status with nothing to wait for is passed at once.
 * Active and paused alternate; either may be wound down, and only then ended as `completed`. Any other ending is open from
 * forming on. Whoever has been asked may decline, also after having accepted, until it is forming.
 * Throws a `TypeError` for a type of step that is not listed.
 *
 * @example
 * ```ts
 * import { advance, proposeRelationship } from '@mentoring-commons/mentoring'
 *
 * const participants = [{ personId: 'mia', role: 'mentor' as const }, { personId: 'ada', role: 'mentee' as const }]
 * const proposed = proposeRelationship({ id: 'r1', kind: 'dyad', participants, on: '2026-01-05' })
 * if ('refusal' in proposed) throw new TypeError(proposed.refusal.message)
 * const policy = { agreementRequired: true, briefingRequiredFor: [] }
 * const offered = advance(proposed.value, { type: 'accept', by: 'ada', on: '2026-01-09' }, policy)
 * 'value' in offered && offered.value.status //=> "offered"
 * const early = advance(proposed.value, { type: 'accept', by: 'mia', on: '2026-01-09' }, policy)
 * 'refusal' in early && early.refusal.code //=> "not-asked-yet"
 * ```
 */
export function advance(
  relationship: Relationship,
  step: RelationshipStep,
  policy: ProgrammePolicy,
): Result<Relationship> {
  const refusal = stepRefusal(relationship, step, policy)
  if (refusal) return { refusal }
  switch (relationship.status) {
    case 'proposed':
    case 'offered':
      if (step.type === 'accept') return accept(relationship, step, policy)
      if (step.type === 'decline') return decline(relationship, step)
      break
    case 'forming':
      if (step.type === 'sign-agreement') return sign(relationship, step, policy)
      if (step.type === 'complete-briefing') return brief(relationship, step, policy)
      if (step.type === 'end') return end(relationship, step)
      break
    case 'active':
    case 'paused':
    case 'winding-down':
      if (step.type === 'pause') return pause(relationship, step)
      if (step.type === 'resume') return { value: inCourse(relationship, 'active', step.on) }
      if (step.type === 'wind-down') return { value: inCourse(relationship, 'winding-down', step.on) }
      if (step.type === 'end') return end(relationship, step)
      break
  }
  throw new TypeError(`No rule takes "${step.type}" from ${relationship.status}`)
}

type Asked = ProposedRelationship | OfferedRelationship
type InCourse = ActiveRelationship | PausedRelationship | WindingDownRelationship

function accept(relationship: Asked, step: StepOf<'accept'>, policy: ProgrammePolicy): Result<Relationship> {
  if (relationship.accepted.some((act) => act.personId === step.by)) return alreadyDone(step.by, 'accepted')
  if (!outstanding(relationship, policy).acceptances.includes(step.by)) return notAskedYet(step.by)
  const { proposedOn } = relationship
  const base = baseOf(relationship)
  const accepted = [...relationship.accepted, { personId: step.by, on: step.on }]
  const isMissing = (id: string) => !accepted.some((act) => act.personId === id)
  if (peopleAskedFirst(base.participants).some(isMissing)) {
    return { value: { ...base, status: 'proposed', proposedOn, accepted } }
  }
  if (peopleOf(base.participants).some(isMissing)) {
    return { value: { ...base, status: 'offered', proposedOn, accepted } }
  }
  const forming = { ...base, status: 'forming' as const, proposedOn, accepted, signatures: [], briefings: [] }
  return { value: activeWhenReady(forming, step.on, policy) }
}

function decline(relationship: Asked, { on, by }: StepOf<'decline'>): Result<Relationship> {
  const { status, proposedOn, accepted } = relationship
  if (status === 'proposed' && !peopleAskedFirst(relationship.participants).includes(by)) return notAskedYet(by)
  return { value: { ...baseOf(relationship), status: 'declined', proposedOn, accepted, on, by } }
}

function sign(
  relationship: FormingRelationship,
  step: StepOf<'sign-agreement'>,
  policy: ProgrammePolicy,
): Result<Relationship> {
  const { by, on, version } = step
  if (version !== undefined && !(Number.isInteger(version) && version >= 1))
    return refuse('not-the-shape', `Version ${version} is none: give a whole number from 1.`, 'version')
  const latest = Math.max(0, ...relationship.signatures.map(versionOf))
  if (versionOf(step) < latest)
    return refuse('agreement-superseded', `Version ${latest} was signed since: sign that one.`, 'version')
  if (relationship.signatures.some((act) => act.personId === by && versionOf(act) === versionOf(step)))
    return alreadyDone(by, 'signed')
  const signatures = [...relationship.signatures, { personId: by, on, ...(version === undefined ? {} : { version }) }]
  return { value: activeWhenReady({ ...relationship, signatures }, step.on, policy) }
}

function brief(
  relationship: FormingRelationship,
  { by, on, role }: StepOf<'complete-briefing'>,
  policy: ProgrammePolicy,
): Result<Relationship> {
  const isSame = (one: { readonly personId: string; readonly role: string }) => one.personId === by && one.role === role
  if (!relationship.participants.some(isSame)) {
    return refuse('role-not-held', `"${by}" is not ${JSON.stringify(role)} here: name a role that they hold.`, 'role')
  }
  if (relationship.briefings.some(isSame)) return alreadyDone(by, `been briefed as ${role}`)
  if (!outstanding(relationship, policy).briefings.some(isSame)) {
    return refuse('not-required', `The policy asks no briefing of a ${role}: leave this step out.`, 'role')
  }
  const briefings = [...relationship.briefings, { personId: by, on, role }]
  return { value: activeWhenReady({ ...relationship, briefings }, on, policy) }
}

function activeWhenReady(forming: FormingRelationship, on: string, policy: ProgrammePolicy): Relationship {
  const due = dueWhileForming(forming, policy)
  if (due.signatures.length + due.briefings.length > 0) return { ...formationOf(forming), status: 'forming' }
  return { ...formationOf(forming), status: 'active', startedOn: on, since: on }
}

function pause(relationship: InCourse, { on, reason }: StepOf<'pause'>): Result<Relationship> {
  if (!pauseReasons.includes(reason)) return reasonNotListed(reason, pauseReasons)
  const { startedOn } = relationship
  return { value: { ...formationOf(relationship), status: 'paused', startedOn, since: on, reason } }
}

function inCourse(relationship: InCourse, status: 'active' | 'winding-down', since: string): Relationship {
  return { ...formationOf(relationship), status, startedOn: relationship.startedOn, since }
}

function end(relationship: FormingRelationship | InCourse, step: StepOf<'end'>): Result<Relationship> {
  const { on, by, reason } = step
  if (by === undefined && reason === undefined) {
    return refuse('reason-missing', `Give the reason: one of ${endingReasons.join(', ')}.`, 'reason')
  }
  if (reason !== undefined && !endingReasons.includes(reason)) return reasonNotListed(reason, endingReasons)
  if (reason === 'completed' && relationship.status !== 'winding-down') {
    const message = `A relationship that is ${relationship.status} is not completed: wind it down first, or give another reason.`
    return refuse('not-wound-down', message, 'reason')
  }
  return {
    value: {
      ...formationOf(relationship),
      status: 'ended',
      ...(relationship.status === 'forming' ? {} : { startedOn: relationship.startedOn }),
      on,
      reason: reason ?? 'no-fault',
      ...(by === undefined ? {} : { by }),
    },
  }
}

function alreadyDone(personId: string, what: string) {
  return refuse('already-done', `"${personId}" has ${what} before: leave this step out.`, 'by')
}

function notAskedYet(personId: string) {
  return refuse('not-asked-yet', `"${personId}" is not asked yet: let every mentee (or peer) accept first.`, 'by')
}

function reasonNotListed(reason: unknown, listed: readonly string[]) {
  const message = `${JSON.stringify(reason)} is no listed reason: use one of ${listed.join(', ')}.`
  return refuse('reason-not-listed', message, 'reason')
}
