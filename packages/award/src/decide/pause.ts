import type { Deferred, Enrolled, Preparing, Referred } from '../candidacy/candidacy.ts'
import type { CommandOf } from '../candidacy/commands.ts'
import type { CandidacyEvent } from '../candidacy/events.ts'
import type { Decision } from '../decider.ts'
import { byCandidate, day, first, no, notAfter, unless } from './check.ts'

/** Pauses a candidacy until a day. */
export function defer({ by, on, until }: CommandOf<'Defer'>, state: Preparing | Referred): Decision<CandidacyEvent> {
  const check = first(
    day(until, 'until'),
    until > on
      ? undefined
      : no('dates-reversed', `until is ${until}, not after ${on}, when the pause begins: give a later day.`, 'until'),
    state.status === 'referred'
      ? notAfter(on, state.decision.deadline, 'the time to submit again', 'let the referral lapse')
      : undefined,
  )
  return unless(check, { type: 'CandidacyDeferred', by, on, until })
}

/** Goes on after a pause, on the day agreed, before or after it. */
export function resume({ by, on }: CommandOf<'Resume'>, _state: Deferred): Decision<CandidacyEvent> {
  return { events: [{ type: 'CandidacyResumed', by, on }] }
}

/** Ends a candidacy because the candidate leaves. */
export function withdraw({ by, on }: CommandOf<'Withdraw'>, { file }: Enrolled): Decision<CandidacyEvent> {
  return unless(byCandidate(by, file, 'withdraw'), { type: 'CandidacyWithdrawn', by, on })
}
