import { lastOfDays } from './calendar-day.ts'
import type { Assessing, Candidacy, Enrolled, Preparing, Referred } from './candidacy/candidacy.ts'
import { type CommandType, commandTypes } from './candidacy/commands.ts'
import { appealableUntil } from './decide/appeal.ts'
import { canLapse } from './decide/award-decision.ts'
import { unmoderated } from './decide/moderate.ts'
import { possibleIn } from './decide/possible-in.ts'
import { schemeVersion } from './decide/scheme-version.ts'
import { submittable } from './decide/submit.ts'
import type { Scheme } from './scheme.ts'
import { stillToDecide } from './workflow/still-to-decide.ts'

/**
 * What may happen next: the types of command for which there is one, by somebody on some day, that would be accepted now, in the
 * order of the way to an award. `schemes` are those that the decider has.
 *
 * @example
 * ```ts
 * import { allowedCommands, theoryAndPractice } from '@mentoring-commons/award'
 *
 * allowedCommands({ status: 'not-enrolled' }, [theoryAndPractice]) //=> []
 * ```
 */
export function allowedCommands(state: Candidacy, schemes: readonly Scheme[]): readonly CommandType[] {
  return commandTypes.filter((type) => possibleIn[type].includes(state.status) && isOpen(type, state, schemes))
}

function isOpen(type: CommandType, state: Candidacy, schemes: readonly Scheme[]): boolean {
  if (state.status === 'not-enrolled') return schemes.some(({ versions }) => versions.some(isDecided))
  const { file } = state
  switch (type) {
    case 'RecountRelationship':
    case 'UnlinkRelationship':
      return file.relationships.length > 0
    case 'TakeSnapshot':
    case 'Confer':
      return schemeVersion(file, schemes).refusal === undefined
    case 'Submit':
      return inTime(state) && submittableSnapshots(state as Preparing | Referred, schemes).length > 0
    case 'AppointAssessor':
      return state.status === 'assessing' && state.assessors.length < file.workflow.assessors
    case 'Judge':
      return state.status === 'assessing' && judgementsOpen(state).length > 0
    case 'StandDown':
      return state.status === 'assessing' ? state.assessors.length > 0 : hasModerator(state)
    case 'AppointModerator':
      return !hasModerator(state)
    case 'Moderate':
      return hasModerator(state)
    case 'SelectForModeration':
      return state.status === 'assessed' && unmoderated(state.assessment) === undefined
    case 'LapseReferral':
      return state.status === 'referred' && canLapse(state)
    case 'Appeal':
      return canAppeal(state)
    case 'Defer':
      return inTime(state) && file.lastOn < lastOfDays
    default:
      return true
  }
}

/** The snapshots that could be submitted as they are. */
export function submittableSnapshots(state: Preparing | Referred, schemes: readonly Scheme[]): readonly string[] {
  return state.file.snapshots.map(({ id }) => id).filter((id) => submittable(state, id, schemes).refusal === undefined)
}

/** The assessors who have not judged every outcome. */
export function judgementsOpen({ assessors, submission, judgements }: Assessing): readonly string[] {
  return assessors.filter(
    (assessor) => judgements.filter((each) => each.assessor === assessor).length < submission.outcomes.length,
  )
}

function isDecided({ workflow }: Scheme['versions'][number]): boolean {
  return stillToDecide(workflow).length === 0
}

function inTime(state: Enrolled): boolean {
  return state.status !== 'referred' || state.file.lastOn <= state.decision.deadline
}

function hasModerator(state: Enrolled): boolean {
  return state.status === 'moderating' && state.moderator !== undefined
}

function canAppeal(state: Enrolled): boolean {
  if (state.status !== 'referred' && state.status !== 'not-awarded') return false
  const { value } = appealableUntil(state)
  return value !== undefined && state.file.lastOn <= value
}
