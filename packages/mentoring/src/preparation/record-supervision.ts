import { type ManagementLine, managersAbove } from '../conflict/management-line.ts'
import { peopleOf } from '../people/participant.ts'
import { type Refusal, type Result, refuse } from '../refusal.ts'
import type { Relationship } from '../relationship/relationship.ts'
import { parseShape } from '../shape/parse-shape.ts'
import { type SupervisionSession, supervisionShape } from './preparation.ts'

/**
 * Gives a supervision session whose supervisor stands apart: no mentor of the session, in no mentor's line of management above them, and
 * neither above nor below any mentee of theirs. The lines are those of the day of the session, the mentees those of all the
 * relationships given, past ones too, because supervision speaks of them.
 *
 * @example
 * ```ts
 * import { recordSupervision } from '@mentoring-commons/mentoring'
 *
 * const session = { id: 's1', mentorIds: ['mia'], supervisorId: 'sol', heldOn: '2026-03-02', durationMinutes: 60, mode: 'individual' as const, functions: ['resourcing' as const] }
 * 'value' in recordSupervision(session, { lines: [], relationships: [] }) //=> true
 * const managed = recordSupervision(session, { lines: [{ managerId: 'sol', reportId: 'mia', from: '2020-01-01' }], relationships: [] })
 * 'refusal' in managed && managed.refusal.code //=> "supervisor-not-apart"
 * ```
 */
export function recordSupervision(
  input: SupervisionSession,
  known: { readonly lines: readonly ManagementLine[]; readonly relationships: readonly Relationship[] },
): Result<SupervisionSession> {
  const parsed = parseShape(input, supervisionShape)
  if ('refusal' in parsed) return parsed
  const refusal = castRefusal(input) ?? apartRefusal(input, known)
  return refusal ? { refusal } : parsed
}

function castRefusal({ mentorIds, supervisorId, mode, functions }: SupervisionSession): Refusal | undefined {
  const wrong = (message: string, path: string) => refuse('supervision-cast', message, path).refusal
  if (new Set(mentorIds).size !== mentorIds.length) return wrong('A mentor stands twice: name each once.', 'mentorIds')
  if (new Set(functions).size !== functions.length)
    return wrong('A function stands twice: name each once.', 'functions')
  if (mentorIds.includes(supervisorId)) {
    return wrong(`"${supervisorId}" would supervise themselves: name another supervisor.`, 'supervisorId')
  }
  const fits = mode === 'group' ? mentorIds.length >= 2 : mentorIds.length === 1
  if (fits) return undefined
  return wrong(
    `${mentorIds.length} mentors do not make a session of mode ${mode}: change the mode or the people.`,
    'mode',
  )
}

function apartRefusal(
  { mentorIds, supervisorId, heldOn }: SupervisionSession,
  { lines, relationships }: Parameters<typeof recordSupervision>[1],
): Refusal | undefined {
  const isAbove = (over: string, under: string) => managersAbove(under, lines, heldOn).includes(over)
  const managed = mentorIds.find((mentor) => isAbove(supervisorId, mentor))
  if (managed !== undefined) {
    const message = `"${supervisorId}" manages "${managed}": name a supervisor from outside their line.`
    return refuse('supervisor-not-apart', message, 'supervisorId').refusal
  }
  const led = relationships.filter(({ participants }) =>
    participants.some((one) => mentorIds.includes(one.personId) && ['mentor', 'facilitator'].includes(one.role)),
  )
  const mentees = led.flatMap((one) =>
    peopleOf(one.participants.filter((who) => ['mentee', 'peer'].includes(who.role))),
  )
  const near = mentees.some(
    (mentee) => mentee === supervisorId || isAbove(supervisorId, mentee) || isAbove(mentee, supervisorId),
  )
  if (!near) return undefined
  const message = `"${supervisorId}" is a mentee of these mentors, or in the line of one: name another supervisor.`
  return refuse('supervisor-not-apart', message, 'supervisorId').refusal
}
