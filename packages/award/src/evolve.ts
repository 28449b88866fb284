import type { Candidacy, Enrolled } from './candidacy/candidacy.ts'
import type { CandidacyEvent, EventOf } from './candidacy/events.ts'
import { afterAssessmentEvent } from './evolve/assessment.ts'
import { afterDecisionEvent } from './evolve/decision.ts'
import { afterFileEvent } from './evolve/file.ts'
import { upcast } from './upcast.ts'

/** The candidacy after an event. Never refuses: an event that is unknown, or does not fit where it stands, changes nothing. */
export function evolve(state: Candidacy, stored: CandidacyEvent): Candidacy {
  const event = upcast({ ...stored })
  if (event === undefined) return state
  if (event.type === 'Enrolled') return state.status === 'not-enrolled' ? enrolled(event) : state
  if (state.status === 'not-enrolled') return state
  const next = after(state, event)
  if (next === state || event.on <= next.file.lastOn) return next
  return { ...next, file: { ...next.file, lastOn: event.on } }
}

function after(state: Enrolled, event: Exclude<CandidacyEvent, { type: 'Enrolled' }>): Enrolled {
  switch (event.type) {
    case 'RelationshipLinked':
    case 'RelationshipRecounted':
    case 'RelationshipUnlinked':
    case 'InquiryLinked':
    case 'RelationDeclared':
    case 'SnapshotTaken':
      return afterFileEvent(state, event)
    case 'Submitted':
    case 'AssessorAppointed':
    case 'ModeratorAppointed':
    case 'AssessorStoodDown':
    case 'ModeratorStoodDown':
    case 'OutcomeJudged':
    case 'SentToModeration':
    case 'Moderated':
    case 'AssessmentSettled':
      return afterAssessmentEvent(state, event)
    default:
      return afterDecisionEvent(state, event)
  }
}

function enrolled(event: EventOf<'Enrolled'>): Candidacy {
  const { candidacy: id, candidate, scheme, version, versionBasis, recognition, workflow, on } = event
  const file = { id, candidate, scheme, version, versionBasis, recognition, workflow, enrolledOn: on, lastOn: on }
  const nothing = { relationships: [], relations: [], snapshots: [], submitted: [] }
  return { status: 'preparing', file: { ...file, ...nothing } }
}
