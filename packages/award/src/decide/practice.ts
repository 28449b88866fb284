import type { CandidacyFile } from '../candidacy/candidacy.ts'
import type { CommandOf } from '../candidacy/commands.ts'
import type { CandidacyEvent } from '../candidacy/events.ts'
import type { Decision } from '../decider.ts'
import { type Check, day, first, no, notBefore, shown, texts, unless } from './check.ts'

/** Links a mentoring relationship that is not linked yet, or counts one that is linked anew. */
export function linkRelationship(
  command: CommandOf<'LinkRelationship' | 'RecountRelationship'>,
  file: CandidacyFile,
): Decision<CandidacyEvent> {
  const { type, by, on, relationship, from, to, hours, meetings } = command
  const linked = file.relationships.some(({ id }) => id === relationship)
  const check = first(
    texts({ relationship }),
    type === 'LinkRelationship' && linked
      ? no('duplicate-id', `relationship "${relationship}" is linked: use RecountRelationship.`, 'relationship')
      : undefined,
    type === 'RecountRelationship' ? isLinked(relationship, file) : undefined,
    day(from, 'from'),
    to === undefined ? undefined : first(day(to, 'to'), notBefore(to, from, 'the relationship began', 'to')),
    notBefore(on, from, 'the relationship began'),
    to === undefined ? undefined : notBefore(on, to, 'the relationship ended'),
    count(hours, 'hours', false),
    count(meetings, 'meetings', true),
  )
  const named = type === 'LinkRelationship' ? 'RelationshipLinked' : 'RelationshipRecounted'
  return unless(check, {
    type: named,
    by,
    on,
    relationship,
    from,
    ...(to === undefined ? {} : { to }),
    hours,
    meetings,
  })
}

/** Takes a linked relationship out; snapshots that hold it stay as they are. */
export function unlinkRelationship(
  { by, on, relationship }: CommandOf<'UnlinkRelationship'>,
  file: CandidacyFile,
): Decision<CandidacyEvent> {
  return unless(isLinked(relationship, file), { type: 'RelationshipUnlinked', by, on, relationship })
}

/** Links the inquiry of the portfolio, or the same one as it has grown; another one replaces it. */
export function linkInquiry(
  { by, on, inquiry, streamVersion }: CommandOf<'LinkInquiry'>,
  file: CandidacyFile,
): Decision<CandidacyEvent> {
  const before = file.inquiry?.id === inquiry ? file.inquiry.streamVersion : 0
  const check = first(
    texts({ inquiry }),
    count(streamVersion, 'streamVersion', true),
    streamVersion > before
      ? undefined
      : no(
          'count-invalid',
          `streamVersion is ${streamVersion}: give how many events the inquiry holds, more than ${before}.`,
          'streamVersion',
        ),
  )
  return unless(check, { type: 'InquiryLinked', by, on, inquiry, streamVersion })
}

function isLinked(relationship: string, { relationships }: CandidacyFile): Check {
  if (relationships.some(({ id }) => id === relationship)) return undefined
  const there = relationships.map(({ id }) => id).join(', ') || 'none'
  return no(
    'not-found',
    `relationship "${relationship}" is not linked; linked: ${there}. Use LinkRelationship.`,
    'relationship',
  )
}

function count(value: number, path: string, whole: boolean): Check {
  if (Number.isFinite(value) && value >= 0 && (!whole || Number.isSafeInteger(value))) return undefined
  return no(
    'count-invalid',
    `${path} is ${shown(value)}: give ${whole ? 'a whole number' : 'a number'}, 0 or more.`,
    path,
  )
}
