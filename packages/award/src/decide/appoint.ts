import {
  type Assessed,
  type Assessing,
  assessedBy,
  type CandidacyFile,
  type Enrolled,
  type Moderating,
  type ToBeConferred,
} from '../candidacy/candidacy.ts'
import type { CommandOf } from '../candidacy/commands.ts'
import type { CandidacyEvent } from '../candidacy/events.ts'
import type { Decision } from '../decider.ts'
import { relations } from '../workflow/relation.ts'
import { allOf, type Check, first, no, notByCandidate, oneOf, texts, unless } from './check.ts'
import { barring, impartial, notAmong } from './kept-out.ts'

/** Appoints one of the assessors; the relations given with it are put on record. */
export function appointAssessor(
  command: CommandOf<'AppointAssessor'>,
  { file, submission, assessors }: Assessing,
): Decision<CandidacyEvent> {
  const { by, on, person } = command
  const check = first(
    checkAppointment(command),
    notByCandidate(by, file, 'appoint assessors'),
    assessors.includes(person)
      ? no('duplicate-id', `person "${person}" is appointed: name another one.`, 'person')
      : undefined,
    assessors.length >= file.workflow.assessors
      ? no(
          'all-appointed',
          `${assessors.join(', ')} are appointed, as many as there are to be: let one stand down first.`,
          'person',
        )
      : undefined,
    impartial(person, file, submission.excluded, 'person', command.relations),
  )
  return appointed(check, command, file, { type: 'AssessorAppointed', by, on, person })
}

/** Appoints the moderator, who is none of the assessors. */
export function appointModerator(command: CommandOf<'AppointModerator'>, state: Moderating): Decision<CandidacyEvent> {
  const { by, on, person } = command
  const { file, submission, moderator } = state
  const check = first(
    checkAppointment(command),
    notByCandidate(by, file, 'appoint a moderator'),
    moderator === undefined
      ? undefined
      : no('all-appointed', `"${moderator}" is appointed as moderator: let them stand down first.`, 'person'),
    impartial(person, file, submission.excluded, 'person', command.relations),
    notAmong(person, assessedBy(state), 'has assessed this submission', 'person'),
  )
  return appointed(check, command, file, { type: 'ModeratorAppointed', by, on, person })
}

/** Lets somebody stand down who is not available; what an assessor has judged falls away. */
export function standDown(
  { by, on, person }: CommandOf<'StandDown'>,
  state: Assessing | Moderating,
): Decision<CandidacyEvent> {
  const { file } = state
  const appointed =
    state.status === 'assessing' ? state.assessors : state.moderator === undefined ? [] : [state.moderator]
  const type = state.status === 'assessing' ? 'AssessorStoodDown' : 'ModeratorStoodDown'
  const check = first(
    notByCandidate(by, file, 'let anybody stand down'),
    appointed.includes(person)
      ? undefined
      : no(
          'not-appointed',
          `person "${person}" has nothing to stand down from; appointed now: ${appointed.join(', ') || 'nobody'}.`,
          'person',
        ),
  )
  return unless(check, { type, by, on, person, because: 'unavailable' })
}

/**
 * Puts a relation on record. Until an award is conferred, whoever it keeps out stands down by it, and what they did falls away;
 * a referral, or that there is no award, can be appealed instead.
 */
export function declareRelation(
  { by, on, person, relation }: CommandOf<'DeclareRelation'>,
  state: Enrolled,
): Decision<CandidacyEvent> {
  const { file } = state
  const check = first(
    texts({ person }),
    oneOf(relation, Object.keys(relations), 'relation'),
    person === file.candidate
      ? no('unknown-value', `person is "${person}", the candidate: name the one who stands in the relation.`, 'person')
      : undefined,
    file.relations.some((known) => known.person === person && known.relation === relation)
      ? no('duplicate-id', `That "${person}" ${relations[relation]} is on record: nothing is to be done.`, 'relation')
      : undefined,
  )
  const declared = { type: 'RelationDeclared', by, on, person, relation } as const
  const kept = barring(person, file, [relation]).length > 0
  if (check !== undefined || !kept) return unless(check, declared)
  const out = { by, on, person, because: 'conflict' } as const
  if (isAssessor(person, state)) return { events: [declared, { type: 'AssessorStoodDown', ...out }] }
  if (isModerator(person, state)) return { events: [declared, { type: 'ModeratorStoodDown', ...out }] }
  if (state.status === 'to-be-conferred' && state.decision.by === person) {
    return { events: [declared, { type: 'DecisionSetAside', by, on, person }] }
  }
  return { events: [declared] }
}

function isAssessor(person: string, state: Enrolled): boolean {
  if (state.status === 'assessing' || state.status === 'moderating') return state.assessors.includes(person)
  return isUnconferred(state) && state.assessment.assessors.includes(person)
}

function isModerator(person: string, state: Enrolled): boolean {
  if (state.status === 'moderating') return state.moderator === person
  return isUnconferred(state) && state.assessment.moderation?.moderator === person
}

function isUnconferred(state: Enrolled): state is Assessed | ToBeConferred {
  return state.status === 'assessed' || state.status === 'to-be-conferred'
}

function checkAppointment({ person, relations: given }: CommandOf<'AppointAssessor' | 'AppointModerator'>): Check {
  return first(texts({ person }), allOf(given, Object.keys(relations), 'relations'))
}

/** The appointment, after the relations that come with it and are new. */
function appointed(
  check: Check,
  { by, on, person, relations: given }: CommandOf<'AppointAssessor' | 'AppointModerator'>,
  { relations: known }: CandidacyFile,
  event: CandidacyEvent,
): Decision<CandidacyEvent> {
  const fresh = given.filter((relation) => !known.some((each) => each.person === person && each.relation === relation))
  const [first, ...rest] = fresh.map((relation) => ({ type: 'RelationDeclared', by, on, person, relation }) as const)
  return first === undefined ? unless(check, event) : unless(check, first, ...rest, event)
}
