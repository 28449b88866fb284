import { addDays } from '../calendar-day.ts'
import { type Appealing, assessedBy, type NotAwarded, type Referred } from '../candidacy/candidacy.ts'
import type { CommandOf } from '../candidacy/commands.ts'
import { appealGrounds } from '../candidacy/decision.ts'
import type { CandidacyEvent } from '../candidacy/events.ts'
import type { Decision } from '../decider.ts'
import type { Result } from '../refusal.ts'
import { allOf, byCandidate, type Check, first, no, notAfter, oneOf, remark, unless } from './check.ts'
import { barring, impartial, notAmong } from './kept-out.ts'

/** Raises an appeal within the window; each submission can be appealed once. */
export function raiseAppeal(
  { by, on, grounds, remark: text }: CommandOf<'Appeal'>,
  state: Referred | NotAwarded,
): Decision<CandidacyEvent> {
  const known = Object.keys(appealGrounds)
  const open = appealableUntil(state)
  if (open.refusal) return open
  const check = first(
    byCandidate(by, state.file, 'appeal'),
    notAfter(on, open.value, 'the time to appeal', 'the decision stands'),
    allOf(grounds, known, 'grounds'),
    remark(text),
  )
  if (check === undefined && grounds.length === 0) {
    return { refusal: no('reason-missing', `grounds is empty: give at least one of ${known.join(', ')}.`, 'grounds') }
  }
  return unless(check, { type: 'AppealRaised', by, on, grounds, ...(text === undefined ? {} : { remark: text }) })
}

/** The last day on which a decision can be appealed, or why it cannot be. */
export function appealableUntil({ file, assessment, decision }: Referred | NotAwarded): Result<string> {
  const { appeal } = file.workflow
  if (appeal === 'none') {
    return { refusal: no('no-appeal', 'The workflow of this award has no appeal: turn to the institution.') }
  }
  if (assessment.submission.appealed) {
    const message = 'This submission has been appealed once, and cannot be again: turn to the institution.'
    return { refusal: no('no-appeal', message) }
  }
  return { value: addDays(decision.on, appeal.withinDays) }
}

/** Decides an appeal by somebody who has not acted on the submission; upheld, others than before act on it anew. */
export function decideAppeal(
  { by, on, decision, remark: text }: CommandOf<'DecideAppeal'>,
  { file, against }: Appealing,
): Decision<CandidacyEvent> {
  const { assessment } = against
  const acted = assessedBy(assessment)
  const check = first(
    oneOf(decision, ['dismissed', 'back-to-assessment', 'back-to-decision'], 'decision'),
    impartial(by, file, assessment.submission.excluded, 'by'),
    notAmong(by, acted, 'assessed or moderated what is appealed', 'by'),
    notAmong(by, [against.decision.by], 'decided what is appealed', 'by'),
    remark(text),
    decision === 'back-to-decision' ? untainted(acted, file) : undefined,
  )
  if (check !== undefined) return { refusal: check }
  const more = text === undefined ? {} : { remark: text }
  if (decision === 'dismissed') return { events: [{ type: 'AppealDismissed', by, on, ...more }] }
  const to = decision === 'back-to-assessment' ? 'assessment' : 'decision'
  const excluded = [...new Set([...(to === 'assessment' ? acted : []), against.decision.by, by])]
  return { events: [{ type: 'AppealUpheld', by, on, to, excluded, ...more }] }
}

/** Refuses to let an assessment stand in which somebody had a part whom a relation keeps out. */
function untainted(acted: readonly string[], file: Appealing['file']): Check {
  const person = acted.find((each) => barring(each, file).length > 0)
  if (person === undefined) return undefined
  const message = `decision is "back-to-decision", and "${person}" assessed or moderated whom a relation keeps out: send it back to assessment, or dismiss the appeal.`
  return no('kept-out', message, 'decision')
}
