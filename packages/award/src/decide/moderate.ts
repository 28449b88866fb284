import type { Assessed, Moderating } from '../candidacy/candidacy.ts'
import type { CommandOf } from '../candidacy/commands.ts'
import type { CandidacyEvent } from '../candidacy/events.ts'
import type { OutcomeResult } from '../candidacy/judgement.ts'
import type { Decision } from '../decider.ts'
import { type Check, first, no, notByCandidate, oneOf, remark, unless } from './check.ts'
import { agreed, reasoned } from './judge.ts'

/** Sends an assessment to moderation that nobody has moderated, about every outcome. */
export function selectForModeration(
  { by, on }: CommandOf<'SelectForModeration'>,
  { file, assessment }: Assessed,
): Decision<CandidacyEvent> {
  const check = first(notByCandidate(by, file, 'choose what is moderated'), unmoderated(assessment))
  const { outcomes } = assessment.submission
  return unless(check, { type: 'SentToModeration', by, on, causes: ['selected'], outcomes })
}

/** Refuses what has been moderated. */
export function unmoderated({ moderation }: Assessed['assessment']): Check {
  if (moderation === undefined) return undefined
  const message = `"${moderation.moderator}" moderated this on ${moderation.on}: decide about the award.`
  return no('already-moderated', message)
}

/** Takes the moderator's findings, one for each outcome in question, and so settles the assessment. */
export function moderate(command: CommandOf<'Moderate'>, state: Moderating): Decision<CandidacyEvent> {
  const { by, on, findings, remark: text } = command
  const { submission, judgements, moderator } = state
  const check = first(
    by === moderator
      ? undefined
      : no(
          'not-appointed',
          `by is "${by}", and ${moderator === undefined ? 'no moderator is appointed yet' : `"${moderator}" moderates`}: appoint the moderator first, or let them give the findings.`,
          'by',
        ),
    complete(command, state),
    ...findings.map(({ finding, reasons }, index) =>
      first(
        oneOf(finding, ['shown', 'not-yet-shown'], `findings[${index}].finding`),
        reasoned(finding, reasons, `findings[${index}].reasons`),
      ),
    ),
    remark(text),
  )
  if (check !== undefined) return { refusal: check }
  const results = submission.outcomes.map((outcome): OutcomeResult => {
    const found = findings.find((each) => each.outcome === outcome)
    if (found !== undefined) return { outcome, finding: found.finding, by: 'moderator' }
    return agreed(judgements, outcome) ?? { outcome, finding: 'not-yet-shown', by: 'assessors' }
  })
  const more = text === undefined ? {} : { remark: text }
  return { events: [{ type: 'Moderated', by, on, findings, results: [...results, ...submission.carried], ...more }] }
}

function complete({ findings }: CommandOf<'Moderate'>, { outcomes }: Moderating): Check {
  const named = findings.map(({ outcome }) => outcome)
  const wrong = named.findIndex((outcome, index) => !outcomes.includes(outcome) || named.indexOf(outcome) < index)
  if (wrong >= 0) {
    const message = `findings[${wrong}] is about "${named[wrong]}": give one finding each for ${outcomes.join(', ')}.`
    return no('findings-incomplete', message, `findings[${wrong}].outcome`)
  }
  const missing = outcomes.filter((outcome) => !named.includes(outcome))
  if (missing.length === 0) return undefined
  return no('findings-incomplete', `findings leaves out ${missing.join(', ')}: give one finding for each.`, 'findings')
}
