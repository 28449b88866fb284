import type { Moderation, Panel, SettledAssessment } from '../candidacy/assessment.ts'
import type { Assessing, Enrolled, Moderating } from '../candidacy/candidacy.ts'
import type { EventOf } from '../candidacy/events.ts'
import type { OutcomeResult } from '../candidacy/judgement.ts'

type AssessmentEvent = EventOf<
  | 'Submitted'
  | 'AssessorAppointed'
  | 'ModeratorAppointed'
  | 'AssessorStoodDown'
  | 'ModeratorStoodDown'
  | 'OutcomeJudged'
  | 'SentToModeration'
  | 'Moderated'
  | 'AssessmentSettled'
>

/** The candidacy after an event of its assessment; one that does not fit where it stands changes nothing. */
export function afterAssessmentEvent(state: Enrolled, event: AssessmentEvent): Enrolled {
  switch (event.type) {
    case 'Submitted':
      return submitted(state, event)
    case 'AssessorAppointed':
      return state.status === 'assessing' ? { ...state, assessors: [...state.assessors, event.person] } : state
    case 'ModeratorAppointed':
      return state.status === 'moderating' ? { ...state, moderator: event.person } : state
    case 'AssessorStoodDown':
      return withoutAssessor(state, event)
    case 'ModeratorStoodDown':
      return withoutModerator(state, event)
    case 'OutcomeJudged':
      return judged(state, event)
    case 'SentToModeration':
      return sentToModeration(state, event)
    case 'Moderated':
      return moderated(state, event)
    case 'AssessmentSettled': {
      if (state.status !== 'assessing') return state
      return { status: 'assessed', file: state.file, assessment: settled(state, event.results, event.on) }
    }
  }
}

function submitted(state: Enrolled, event: EventOf<'Submitted'>): Enrolled {
  if (state.status !== 'preparing' && state.status !== 'referred') return state
  const snapshot = state.file.snapshots.find(({ id }) => id === event.snapshot)
  if (snapshot === undefined) return state
  const { attempt, on, outcomes, carried } = event
  const file = { ...state.file, submitted: [...state.file.submitted, event.snapshot] }
  const submission = { snapshot, attempt, on, outcomes, carried, excluded: [], appealed: false }
  return { status: 'assessing', file, since: on, submission, assessors: [], judgements: [] }
}

function withoutAssessor(state: Enrolled, { person, on }: EventOf<'AssessorStoodDown'>): Enrolled {
  const panel = panelOf(state)
  if (panel === undefined) return state
  return {
    status: 'assessing',
    file: state.file,
    since: state.status === 'assessing' ? state.since : on,
    submission: panel.submission,
    assessors: panel.assessors.filter((assessor) => assessor !== person),
    judgements: panel.judgements.filter(({ assessor }) => assessor !== person),
  }
}

function withoutModerator(state: Enrolled, { person, on }: EventOf<'ModeratorStoodDown'>): Enrolled {
  if (state.status === 'moderating' && state.moderator === person) {
    const { moderator: _, ...rest } = state
    return rest
  }
  if (state.status !== 'assessed' && state.status !== 'to-be-conferred') return state
  if (state.assessment.moderation?.moderator !== person) return state
  const { submission, assessors, judgements, moderation } = state.assessment
  const { causes, outcomes } = moderation
  return { status: 'moderating', file: state.file, submission, assessors, judgements, causes, outcomes, since: on }
}

function judged(state: Enrolled, { by, outcome, finding, reasons, remark, on }: EventOf<'OutcomeJudged'>): Enrolled {
  if (state.status !== 'assessing') return state
  const more = remark === undefined ? {} : { remark }
  return { ...state, judgements: [...state.judgements, { assessor: by, outcome, finding, reasons, ...more, on }] }
}

function sentToModeration(state: Enrolled, { causes, outcomes, on }: EventOf<'SentToModeration'>): Enrolled {
  if (state.status !== 'assessing' && state.status !== 'assessed') return state
  const { submission, assessors, judgements } = state.status === 'assessed' ? state.assessment : state
  return { status: 'moderating', file: state.file, submission, assessors, judgements, causes, outcomes, since: on }
}

function moderated(state: Enrolled, { by, findings, results, remark, on }: EventOf<'Moderated'>): Enrolled {
  if (state.status !== 'moderating') return state
  const { file, causes, outcomes } = state
  const more = remark === undefined ? {} : { remark }
  const moderation: Moderation = { causes, outcomes, moderator: by, findings, ...more, on }
  return { status: 'assessed', file, assessment: { ...settled(state, results, on), moderation } }
}

/** Who judges a submission on which nothing is conferred or referred yet. */
function panelOf(state: Enrolled): Panel | undefined {
  if (state.status === 'assessing' || state.status === 'moderating') return state
  return state.status === 'assessed' || state.status === 'to-be-conferred' ? state.assessment : undefined
}

function settled(
  { submission, assessors, judgements }: Assessing | Moderating,
  results: readonly OutcomeResult[],
  settledOn: string,
): SettledAssessment {
  return { submission, assessors, judgements, results, settledOn }
}
