import type { ModerationCause } from '../candidacy/assessment.ts'
import type { Assessing } from '../candidacy/candidacy.ts'
import type { CommandOf } from '../candidacy/commands.ts'
import type { CandidacyEvent } from '../candidacy/events.ts'
import {
  findings,
  type Judgement,
  type JudgementReason,
  judgementReasons,
  type OutcomeResult,
} from '../candidacy/judgement.ts'
import type { Decision } from '../decider.ts'
import { isSampled } from '../workflow/sample.ts'
import { allOf, type Check, first, no, oneOf, remark } from './check.ts'

/** Takes one assessor's judgement of one outcome; the last one settles the assessment, or sends it to moderation. */
export function judge(command: CommandOf<'Judge'>, state: Assessing): Decision<CandidacyEvent> {
  const { by, on, outcome, finding, reasons, remark: text } = command
  const { submission, assessors, judgements } = state
  const check = first(
    assessors.includes(by)
      ? undefined
      : no(
          'not-appointed',
          `by is "${by}", who is no assessor of this submission; appointed: ${assessors.join(', ') || 'nobody yet'}.`,
          'by',
        ),
    submission.outcomes.includes(outcome)
      ? undefined
      : no(
          'unknown-outcome',
          `outcome "${outcome}" is not to be assessed here: judge one of ${submission.outcomes.join(', ')}.`,
          'outcome',
        ),
    judgements.some((judgement) => judgement.assessor === by && judgement.outcome === outcome)
      ? no(
          'already-judged',
          `"${by}" has judged outcome "${outcome}": a judgement stands. Judge another outcome, or stand down.`,
          'outcome',
        )
      : undefined,
    oneOf(finding, findings, 'finding'),
    reasoned(finding, reasons, 'reasons'),
    remark(text),
  )
  if (check !== undefined) return { refusal: check }
  const more = text === undefined ? {} : { remark: text }
  const judged: CandidacyEvent = { type: 'OutcomeJudged', by, on, outcome, finding, reasons, ...more }
  const all = [...judgements, { assessor: by, outcome, finding, reasons, on }]
  return { events: [judged, ...afterLast({ ...state, judgements: all }, by, on)] }
}

/** Refuses reasons that are not known, and none where outcome is not found to be shown. */
export function reasoned(finding: string, reasons: readonly JudgementReason[], path: string): Check {
  const check = allOf(reasons, Object.keys(judgementReasons), path)
  if (check !== undefined || finding === 'shown' || reasons.length > 0) return check
  const message = `${path} is empty: say by code why the finding is "${finding}", one of ${Object.keys(judgementReasons).join(', ')}.`
  return no('reason-missing', message, path)
}

/** What the assessors alone find about an outcome: undefined where they differ or cannot tell. */
export function agreed(judgements: readonly Judgement[], outcome: string): OutcomeResult | undefined {
  const found = new Set(judgements.filter((each) => each.outcome === outcome).map(({ finding }) => finding))
  const [only] = found
  if (only === undefined || only === 'cannot-tell' || found.size > 1) return undefined
  return { outcome, finding: only, by: 'assessors' }
}

function afterLast(
  { file, submission, assessors, judgements }: Assessing,
  by: string,
  on: string,
): readonly CandidacyEvent[] {
  const { outcomes, carried, attempt } = submission
  if (assessors.length < file.workflow.assessors) return []
  if (judgements.length < assessors.length * outcomes.length) return []
  const results = outcomes.flatMap((outcome) => agreed(judgements, outcome) ?? [])
  const open = outcomes.filter((outcome) => !results.some((result) => result.outcome === outcome))
  const split = open.some((outcome) => new Set(findingsOn(judgements, outcome)).size > 1)
  const untold = open.some((outcome) => findingsOn(judgements, outcome).every((finding) => finding === 'cannot-tell'))
  const sampled = isSampled(file.workflow.moderation, file.id, attempt)
  const causes: readonly ModerationCause[] = [
    ...(split ? (['split'] as const) : []),
    ...(untold ? (['cannot-tell'] as const) : []),
    ...(sampled ? (['sample'] as const) : []),
  ]
  if (causes.length === 0) return [{ type: 'AssessmentSettled', by, on, results: [...results, ...carried] }]
  return [{ type: 'SentToModeration', by, on, causes, outcomes: sampled ? outcomes : open }]
}

function findingsOn(judgements: readonly Judgement[], outcome: string) {
  return judgements.filter((each) => each.outcome === outcome).map(({ finding }) => finding)
}
