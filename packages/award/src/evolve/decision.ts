import { addDays, daysBetween } from '../calendar-day.ts'
import type { Assessed, Enrolled, NotAwarded, Referred } from '../candidacy/candidacy.ts'
import type { EventOf } from '../candidacy/events.ts'

type DecisionEvent = EventOf<
  | 'AwardDecided'
  | 'ReferralDecided'
  | 'NoAwardDecided'
  | 'DecisionSetAside'
  | 'ReferralLapsed'
  | 'AwardConferred'
  | 'AppealRaised'
  | 'AppealDismissed'
  | 'AppealUpheld'
  | 'CandidacyDeferred'
  | 'CandidacyResumed'
  | 'CandidacyWithdrawn'
  | 'AwardRevoked'
>

/** The candidacy after a decision, an appeal, a pause or an end; an event that does not fit where it stands changes nothing. */
export function afterDecisionEvent(state: Enrolled, event: DecisionEvent): Enrolled {
  switch (event.type) {
    case 'AwardDecided':
    case 'ReferralDecided':
    case 'NoAwardDecided':
      return state.status === 'assessed' ? decided(state, event) : state
    case 'DecisionSetAside': {
      if (state.status !== 'to-be-conferred') return state
      const { file, assessment } = state
      return { status: 'assessed', file, assessment: { ...assessment, settledOn: event.on } }
    }
    case 'ReferralLapsed': {
      if (state.status !== 'referred') return state
      const { file, assessment } = state
      return { status: 'not-awarded', file, assessment, decision: { by: event.by, on: event.on, lapsed: true } }
    }
    case 'AwardConferred': {
      if (state.status !== 'to-be-conferred') return state
      const { type: _, ...award } = event
      return { ...state, status: 'awarded', award }
    }
    case 'AppealRaised': {
      if (state.status !== 'referred' && state.status !== 'not-awarded') return state
      const { grounds, on, remark } = event
      const appeal = { grounds, on, ...(remark === undefined ? {} : { remark }) }
      return { status: 'appealing', file: state.file, against: state, appeal }
    }
    case 'AppealDismissed':
    case 'AppealUpheld':
      return afterAppeal(state, event)
    case 'CandidacyDeferred': {
      if (state.status !== 'preparing' && state.status !== 'referred') return state
      return { status: 'deferred', file: state.file, since: event.on, until: event.until, from: state }
    }
    case 'CandidacyResumed': {
      if (state.status !== 'deferred') return state
      const { file, since, from } = state
      return from.status === 'preparing' ? { ...from, file } : { ...later(from, since, event.on), file }
    }
    case 'CandidacyWithdrawn': {
      const { status: from, file } = state
      if (from === 'not-awarded' || from === 'awarded' || from === 'revoked' || from === 'withdrawn') return state
      return { status: 'withdrawn', file, on: event.on, from }
    }
    case 'AwardRevoked': {
      if (state.status !== 'awarded') return state
      const { type: _, ...revocation } = event
      return { status: 'revoked', file: state.file, award: state.award, revocation }
    }
  }
}

function decided(
  { file, assessment }: Assessed,
  event: EventOf<'AwardDecided' | 'ReferralDecided' | 'NoAwardDecided'>,
): Enrolled {
  const { by, on, reason } = event
  const decision = { by, on, ...(reason === undefined ? {} : { reason }) }
  if (event.type === 'AwardDecided') return { status: 'to-be-conferred', file, assessment, decision }
  if (event.type === 'NoAwardDecided') {
    return { status: 'not-awarded', file, assessment, decision: { ...decision, lapsed: false } }
  }
  const { outcomes, deadline } = event
  return { status: 'referred', file, assessment, decision: { ...decision, outcomes, deadline } }
}

function afterAppeal(state: Enrolled, event: EventOf<'AppealDismissed' | 'AppealUpheld'>): Enrolled {
  if (state.status !== 'appealing') return state
  const { file, against, appeal } = state
  const before = against.assessment.submission
  if (event.type === 'AppealDismissed') {
    const back = against.status === 'referred' ? later(against, appeal.on, event.on) : against
    return { ...marked(back), file }
  }
  const excluded = [...new Set([...before.excluded, ...event.excluded])]
  const submission = { ...before, excluded, appealed: true }
  if (event.to === 'assessment') {
    return { status: 'assessing', file, since: event.on, submission, assessors: [], judgements: [] }
  }
  return { status: 'assessed', file, assessment: { ...against.assessment, submission, settledOn: event.on } }
}

function marked(against: Referred | NotAwarded): Referred | NotAwarded {
  const { assessment } = against
  return { ...against, assessment: { ...assessment, submission: { ...assessment.submission, appealed: true } } }
}

/** A referral whose deadline is later by as many days as it stood still, if it stood still before the deadline. */
function later(referred: Referred, from: string, to: string): Referred {
  const { decision } = referred
  if (from > decision.deadline) return referred
  return { ...referred, decision: { ...decision, deadline: addDays(decision.deadline, daysBetween(from, to)) } }
}
