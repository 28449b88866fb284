import { identifierRefusal } from '../identifier.ts'
import { dateRefusal } from '../iso-date.ts'
import type { TopicSet } from '../programme/topic-set.ts'
import { type Refusal, type Result, refuse } from '../refusal.ts'
import type { Relationship } from '../relationship/relationship.ts'
import { parseShape } from '../shape/parse-shape.ts'
import { type Meeting, meetingModes, type VisitedStages } from './meeting.ts'
import { visitedStagesShape } from './meeting-shape.ts'
import { type SessionFramework, sessionFrameworks } from './session-framework.ts'

const keptFields = ['id', 'relationshipId', 'heldOn', 'durationMinutes', 'mode', 'topics', 'session']

/**
 * Gives a meeting of which nothing but its date, duration, mode, topic codes and visited stages is kept; any other
 * property is refused.
 *
 * A meeting is recorded while the relationship is active or winding down, when people still meet, and while it is paused,
 * but then only for days up to the pause: it was held before and is written down late. It is never dated before the
 * relationship became active. Whether its day is in the future is not known here, because nothing here knows today.
 *
 * @example
 * ```ts
 * import { recordMeeting, type Relationship } from '@mentoring-commons/mentoring'
 *
 * const participants = [{ personId: 'mia', role: 'mentor' as const }, { personId: 'ada', role: 'mentee' as const }]
 * const before = { id: 'r1', kind: 'dyad' as const, participants, proposedOn: '2026-01-05', accepted: [], signatures: [], briefings: [] }
 * const active: Relationship = { ...before, status: 'active', startedOn: '2026-01-20', since: '2026-01-20' }
 * const held = { id: 'm1', relationshipId: 'r1', heldOn: '2026-02-03', durationMinutes: 60, mode: 'online' as const, topics: ['career'] }
 * 'value' in recordMeeting(active, held, { codes: ['career'] }) //=> true
 * const telling = recordMeeting(active, { ...held, ...{ notes: 'what was said' } }, { codes: ['career'] })
 * 'refusal' in telling && telling.refusal.code //=> "content-is-never-kept"
 * ```
 */
export function recordMeeting(
  relationship: Relationship,
  meeting: Meeting,
  topicSet: TopicSet,
  frameworks: readonly SessionFramework[] = sessionFrameworks,
): Result<Meeting> {
  const refusal =
    contentRefusal(meeting) ??
    identifierRefusal(meeting.id, 'id') ??
    belongsRefusal(relationship, meeting) ??
    dateRefusal(meeting.heldOn, 'heldOn') ??
    dayRefusal(relationship, meeting.heldOn) ??
    durationRefusal(meeting.durationMinutes) ??
    modeRefusal(meeting.mode) ??
    topicsRefusal(meeting.topics, topicSet) ??
    sessionRefusal(meeting.session, frameworks)
  if (refusal) return { refusal }
  const { id, relationshipId, heldOn, durationMinutes, mode, topics, session } = meeting
  const kept = { id, relationshipId, heldOn, durationMinutes, mode, topics: [...topics] }
  if (session === undefined) return { value: kept }
  return { value: { ...kept, session: { framework: session.framework, stages: [...session.stages] } } }
}

function contentRefusal(meeting: Meeting): Refusal | undefined {
  const extra = Reflect.ownKeys(meeting).find((key) => typeof key === 'symbol' || !keptFields.includes(key))
  if (extra === undefined) return undefined
  const message = `"${String(extra)}" is not kept: a meeting has only ${keptFields.join(', ')}. Leave it out.`
  return refuse('content-is-never-kept', message, String(extra)).refusal
}

function sessionRefusal(
  session: VisitedStages | undefined,
  frameworks: readonly SessionFramework[],
): Refusal | undefined {
  if (session === undefined) return undefined
  const parsed = parseShape(session, visitedStagesShape)
  if ('refusal' in parsed) {
    const { code, message, path = '' } = parsed.refusal
    return refuse(code, message, path === '' ? 'session' : `session.${path}`).refusal
  }
  const framework = frameworks.find((one) => one.key === session.framework)
  if (framework === undefined) {
    const message = `"${session.framework}" is no session framework: use one of ${frameworks.map((one) => one.key).join(', ')}.`
    return refuse('framework-not-listed', message, 'session.framework').refusal
  }
  const codes = framework.stages.map((one) => one.code)
  const index = session.stages.findIndex((one) => !codes.includes(one))
  if (index === -1) return undefined
  const message = `"${session.stages[index]}" is no stage of ${framework.key}: use one of ${codes.join(', ')}.`
  return refuse('stage-not-listed', message, `session.stages[${index}]`).refusal
}

function belongsRefusal(relationship: Relationship, { relationshipId }: Meeting): Refusal | undefined {
  if (relationshipId === relationship.id) return undefined
  const message = `The meeting names relationship ${JSON.stringify(relationshipId)}, not "${relationship.id}": correct one.`
  return refuse('meeting-of-another-relationship', message, 'relationshipId').refusal
}

function dayRefusal(relationship: Relationship, heldOn: string): Refusal | undefined {
  const { status } = relationship
  if (status !== 'active' && status !== 'paused' && status !== 'winding-down') {
    const message = `No meeting is recorded while a relationship is ${status}: record it while it is active.`
    return refuse('meeting-not-possible', message).refusal
  }
  if (heldOn < relationship.startedOn) {
    const message = `${heldOn} is before ${relationship.startedOn}, when the relationship began: correct the day.`
    return refuse('meeting-before-start', message, 'heldOn').refusal
  }
  if (status === 'paused' && heldOn > relationship.since) {
    const message = `${heldOn} is after ${relationship.since}, when the relationship was paused: resume it, or correct the day.`
    return refuse('meeting-during-pause', message, 'heldOn').refusal
  }
  return undefined
}

function durationRefusal(minutes: unknown): Refusal | undefined {
  if (Number.isInteger(minutes) && (minutes as number) >= 1 && (minutes as number) <= 1440) return undefined
  const message = `${String(minutes)} is no duration: give a whole number of minutes from 1 to 1440.`
  return refuse('duration-out-of-range', message, 'durationMinutes').refusal
}

function modeRefusal(mode: unknown): Refusal | undefined {
  if (meetingModes.some((one) => one === mode)) return undefined
  const message = `${JSON.stringify(mode)} is no mode of meeting: use one of ${meetingModes.join(', ')}.`
  return refuse('mode-not-listed', message, 'mode').refusal
}

function topicsRefusal(topics: readonly string[], { codes }: TopicSet): Refusal | undefined {
  for (const [index, topic] of topics.entries()) {
    const path = `topics[${index}]`
    if (!codes.includes(topic)) {
      const message = `${JSON.stringify(topic)} is not in the topic set: use one of ${codes.join(', ') || 'none'}.`
      return refuse('topic-not-listed', message, path).refusal
    }
    if (topics.indexOf(topic) !== index) {
      return refuse('topic-twice', `Topic "${topic}" stands twice: name each topic once.`, path).refusal
    }
  }
  return undefined
}
