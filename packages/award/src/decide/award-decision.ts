import { addDays, lastOfDays } from '../calendar-day.ts'
import { type Assessed, type Awarded, assessedBy, type Referred, type ToBeConferred } from '../candidacy/candidacy.ts'
import type { CommandOf } from '../candidacy/commands.ts'
import { revocationReasons } from '../candidacy/decision.ts'
import type { CandidacyEvent } from '../candidacy/events.ts'
import type { Decision } from '../decider.ts'
import type { Scheme } from '../scheme.ts'
import { type Check, first, no, notByCandidate, oneOf, remark, unless } from './check.ts'
import { impartial, notAmong } from './kept-out.ts'
import { recognitionOf, schemeVersion } from './scheme-version.ts'

/** Decides on what the assessment came to: award, refer or not award. */
export function decideAward(command: CommandOf<'Decide'>, state: Assessed): Decision<CandidacyEvent> {
  const { by, on, decision, reason } = command
  const { file, assessment } = state
  const { resubmission, decidedBy } = file.workflow
  const open = assessment.results.filter(({ finding }) => finding !== 'shown').map(({ outcome }) => outcome)
  const check = first(
    oneOf(decision, ['award', 'refer', 'not-award'], 'decision'),
    impartial(by, file, assessment.submission.excluded, 'by'),
    decidedBy === 'others' ? notAmong(by, assessedBy(assessment), 'has assessed or moderated this', 'by') : undefined,
    remark(reason, 'reason'),
    contradiction(decision, open),
  )
  if (check !== undefined) return { refusal: check }
  const more = reason === undefined ? {} : { reason }
  if (decision === 'award') return { events: [{ type: 'AwardDecided', by, on, ...more }] }
  if (decision === 'not-award') {
    if (reason !== undefined) return { events: [{ type: 'NoAwardDecided', by, on, ...more }] }
    return { refusal: no('reason-missing', 'reason is absent: say in a sentence why there is no award.', 'reason') }
  }
  if (resubmission === 'none' || file.submitted.length >= resubmission.attemptsMax) {
    const allowed = resubmission === 'none' ? 1 : resubmission.attemptsMax
    const message = `The candidate has submitted ${file.submitted.length} times, and ${allowed} is what the workflow allows: decide not to award.`
    return { refusal: no('attempts-used-up', message, 'decision') }
  }
  const deadline = addDays(on, resubmission.withinDays)
  return { events: [{ type: 'ReferralDecided', by, on, outcomes: open, deadline, ...more }] }
}

function contradiction(decision: string, open: readonly string[]): Check {
  if (decision === 'award' && open.length > 0) {
    const message = `Not yet shown: ${open.join(', ')}. Refer the candidate or do not award.`
    return no('decision-contradicts-assessment', message, 'decision')
  }
  if (decision === 'award' || open.length > 0) return undefined
  const message = 'Every outcome is shown: award. Where the assessment is in doubt, select it for moderation first.'
  return no('decision-contradicts-assessment', message, 'decision')
}

/** Confers the award under the version of the enrolment, and keeps whether that was recognised on the day. */
export function confer(
  { by, on }: CommandOf<'Confer'>,
  { file }: ToBeConferred,
  schemes: readonly Scheme[],
): Decision<CandidacyEvent> {
  const found = schemeVersion(file, schemes)
  if (found.refusal) return found
  const recognition = recognitionOf(found.value, on)
  if (recognition.refusal) return recognition
  const { scheme, version } = file
  return unless(notByCandidate(by, file, 'confer the award'), {
    type: 'AwardConferred',
    by,
    on,
    scheme,
    version,
    recognition: recognition.value,
  })
}

/** Records that a referral ran out, so that there is no award. */
export function lapseReferral(
  { by, on }: CommandOf<'LapseReferral'>,
  { file, decision }: Referred,
): Decision<CandidacyEvent> {
  const check = first(
    notByCandidate(by, file, 'let the referral lapse, but can withdraw'),
    on > decision.deadline
      ? undefined
      : no(
          'deadline-not-passed',
          `on is ${on}, and the candidate can submit until ${decision.deadline}: wait until after that day.`,
          'on',
        ),
  )
  return unless(check, { type: 'ReferralLapsed', by, on })
}

/** Whether a referral can run out at all before the end of days. */
export function canLapse({ decision }: Referred): boolean {
  return decision.deadline < lastOfDays
}

/** Takes back an award that was conferred. */
export function revoke(
  { by, on, reason, remark: text }: CommandOf<'Revoke'>,
  { file }: Awarded,
): Decision<CandidacyEvent> {
  const check = first(
    notByCandidate(by, file, 'revoke the award'),
    oneOf(reason, Object.keys(revocationReasons), 'reason'),
    remark(text),
  )
  return unless(check, { type: 'AwardRevoked', by, on, reason, ...(text === undefined ? {} : { remark: text }) })
}
