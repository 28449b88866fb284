import { allowedCommands, judgementsOpen } from './allowed-commands.ts'
import { addDays } from './calendar-day.ts'
import type { Candidacy, Enrolled } from './candidacy/candidacy.ts'
import type { CommandType } from './candidacy/commands.ts'
import { appealableUntil } from './decide/appeal.ts'
import type { Scheme } from './scheme.ts'

/** In what capacity somebody acts. Who has it is for the caller to know; that nobody acts on their own portfolio is kept here. */
export type AwardRole = 'candidate' | 'coordinator' | 'assessor' | 'moderator' | 'award-board' | 'appeal-panel'

/** One thing that may happen next: by whom, and from and until when where that is limited or due. */
export interface NextStep {
  readonly command: CommandType
  readonly by: readonly AwardRole[]
  /** The people it waits for, where they are known. */
  readonly people?: readonly string[]
  /** The first day on which it is possible, where that is not now. */
  readonly from?: string
  /** The last day: of the step itself where `strict`, otherwise the day by which it is due and after which it stays possible. */
  readonly until?: string
  readonly strict?: boolean
}

const roles: Readonly<Record<CommandType, readonly AwardRole[]>> = {
  Enrol: ['coordinator'],
  LinkRelationship: ['candidate', 'coordinator'],
  RecountRelationship: ['candidate', 'coordinator'],
  UnlinkRelationship: ['candidate', 'coordinator'],
  LinkInquiry: ['candidate', 'coordinator'],
  DeclareRelation: ['candidate', 'coordinator', 'assessor', 'moderator', 'award-board', 'appeal-panel'],
  TakeSnapshot: ['candidate'],
  Submit: ['candidate'],
  AppointAssessor: ['coordinator'],
  AppointModerator: ['coordinator'],
  StandDown: ['coordinator', 'assessor', 'moderator'],
  Judge: ['assessor'],
  SelectForModeration: ['coordinator'],
  Moderate: ['moderator'],
  Decide: ['award-board'],
  Confer: ['award-board', 'coordinator'],
  LapseReferral: ['coordinator'],
  Appeal: ['candidate'],
  DecideAppeal: ['appeal-panel'],
  Defer: ['candidate', 'coordinator'],
  Resume: ['candidate', 'coordinator'],
  Withdraw: ['candidate'],
  Revoke: ['award-board'],
}

/**
 * What may happen next, by whom and by when, in the order of the way to an award; with `only`, for these roles. A command is in it
 * exactly when `allowedCommands` names it.
 *
 * @example
 * ```ts
 * import { whatNext, theoryAndPractice } from '@mentoring-commons/award'
 *
 * whatNext({ status: 'not-enrolled' }, [theoryAndPractice]) //=> []
 * ```
 */
export function whatNext(
  state: Candidacy,
  schemes: readonly Scheme[],
  only?: readonly AwardRole[],
): readonly NextStep[] {
  return allowedCommands(state, schemes)
    .map((command) => ({
      command,
      by: roles[command],
      ...(state.status === 'not-enrolled' ? {} : details(command, state)),
    }))
    .filter(({ by }) => only === undefined || by.some((role) => only.includes(role)))
}

function details(command: CommandType, state: Enrolled): Partial<NextStep> {
  const { candidate, workflow } = state.file
  const { assessWithinDays, moderateWithinDays, decideWithinDays, conferWithinDays } = workflow.clocks
  switch (command) {
    case 'Submit':
      return {
        people: [candidate],
        ...(state.status === 'referred' ? { until: state.decision.deadline, strict: true } : {}),
      }
    case 'TakeSnapshot':
    case 'Withdraw':
      return { people: [candidate] }
    case 'Defer':
      return state.status === 'referred' ? { until: state.decision.deadline, strict: true } : {}
    case 'AppointAssessor':
      return state.status === 'assessing' ? due(state.since, assessWithinDays) : {}
    case 'Judge':
      return state.status === 'assessing'
        ? { people: judgementsOpen(state), ...due(state.since, assessWithinDays) }
        : {}
    case 'AppointModerator':
      return state.status === 'moderating' ? due(state.since, moderateWithinDays) : {}
    case 'Moderate':
      if (state.status !== 'moderating' || state.moderator === undefined) return {}
      return { people: [state.moderator], ...due(state.since, moderateWithinDays) }
    case 'Decide':
      return state.status === 'assessed' ? due(state.assessment.settledOn, decideWithinDays) : {}
    case 'Confer':
      return state.status === 'to-be-conferred' ? due(state.decision.on, conferWithinDays) : {}
    case 'LapseReferral':
      return state.status === 'referred' ? { from: addDays(state.decision.deadline, 1) } : {}
    case 'Appeal': {
      if (state.status !== 'referred' && state.status !== 'not-awarded') return {}
      const { value } = appealableUntil(state)
      return { people: [candidate], ...(value === undefined ? {} : { until: value, strict: true }) }
    }
    case 'DecideAppeal': {
      if (state.status !== 'appealing' || workflow.appeal === 'none') return {}
      return due(state.appeal.on, workflow.appeal.decideWithinDays)
    }
    case 'Resume':
      return state.status === 'deferred' ? { until: state.until, strict: false } : {}
    default:
      return {}
  }
}

function due(since: string, days: number | undefined): Partial<NextStep> {
  return days === undefined ? {} : { until: addDays(since, days), strict: false }
}
