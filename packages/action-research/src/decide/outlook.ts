import type { CommandOf } from '../commands.ts'
import { firstActed } from '../cycle.ts'
import type { Decision } from '../decider.ts'
import type { InquiryEvent } from '../events.ts'
import type { InquiryUnderway } from '../inquiry.ts'
import { outlookMoments, outlookRoles } from '../outlook.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { type Check, date, find, first, freshId, no, notBefore, oneOf, texts, unless } from './check.ts'
import { inForce } from './in-force.ts'

/**
 * Records how an author, or a participant with their consent, sees the matter before or after the action of a cycle; a
 * cycle may be looked back on when it has closed, but not when it was abandoned.
 */
export function recordOutlook(
  command: CommandOf<'RecordOutlook'>,
  inquiry: InquiryUnderway,
): Decision<InquiryEvent, Refusal> {
  const { outlook, cycle, by, role, moment, on, text, consent } = command
  const found = find(inquiry.cycles, cycle, 'cycle')
  if ('refusal' in found) return found
  if (found.value.status === 'abandoned') {
    const says = `cycle "${cycle}" was abandoned on ${found.value.abandonedOn}; record this in a cycle that was not`
    return refuse('cycle-ended', says, 'cycle')
  }
  const check = first(
    freshId(outlook, inquiry.outlooks, 'outlook'),
    texts({ by, text }),
    oneOf(role, outlookRoles, 'role'),
    oneOf(moment, outlookMoments, 'moment'),
    date(on),
    notBefore(on, inquiry.begunOn, 'the inquiry began'),
    isTimely(command, firstActed(found.value)),
    role === 'researcher' ? isAuthor(by, inquiry) : isParticipant(command, inquiry),
  )
  const event = { type: 'OutlookRecorded', outlook, cycle, by, role, moment, on, text } as const
  return unless(check, consent === undefined ? event : { ...event, consent })
}

function isTimely({ moment, on, cycle }: CommandOf<'RecordOutlook'>, acted: string | undefined): Check {
  if (moment === 'before') {
    if (acted === undefined || on <= acted) return undefined
    const says = `${on} is after cycle "${cycle}" first acted on ${acted}; record it as an outlook from after`
    return no('outlook-untimely', says, 'on')
  }
  if (acted !== undefined && on >= acted) return undefined
  const then = acted === undefined ? 'has not acted yet' : `first acted on ${acted}`
  return no('outlook-untimely', `cycle "${cycle}" ${then}; record this as an outlook from before`, 'on')
}

function isAuthor(by: string, { authors }: InquiryUnderway): Check {
  if (authors.includes(by)) return undefined
  return no('not-an-author', `"${by}" is no author (${authors.join(', ')}); record it as a participant’s outlook`, 'by')
}

function isParticipant({ by, consent: id, cycle, on }: CommandOf<'RecordOutlook'>, inquiry: InquiryUnderway): Check {
  if (inquiry.authors.includes(by)) {
    return no('author-as-participant', `"${by}" is an author; record it as a researcher’s outlook`, 'by')
  }
  if (id === undefined) {
    return no('consent-missing', `"${by}" is a participant; name the consent that their outlook rests on`, 'consent')
  }
  const found = find(inquiry.consents, id, 'consent')
  if ('refusal' in found) return found.refusal
  const { participant, cycle: covered, scopes, givenOn } = found.value
  if (participant !== by || covered !== cycle) {
    const says = `consent "${id}" is of "${participant}" for cycle "${covered}"; name one of "${by}" for "${cycle}"`
    return no('consent-missing', says, 'consent')
  }
  if (!scopes.includes('collect')) {
    return no('consent-missing', `consent "${id}" does not cover collecting; leave it out, or ask again`, 'consent')
  }
  return first(notBefore(on, givenOn, `consent "${id}" was given`), inForce(inquiry, on, on))
}
