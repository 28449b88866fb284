import { readFileSync } from 'node:fs'
import type { InquiryEvent } from '@mentoring-commons/action-research'
import type { CandidacyEvent } from '@mentoring-commons/award'
import { expect, test } from 'vitest'
import { inquiryOf } from '../src/modules/action-research/store.ts'
import { candidacyOf } from '../src/modules/award/candidacy/store.ts'
import { type Structure, strikeEvent, strikeTexts, struckTexts, structures } from '../src/modules/privacy/strike.ts'

interface Event {
  readonly type: string
  readonly [field: string]: unknown
}

/** Where the words of each event stand, said anew: nothing here is read from what is tested. */
const inquiryWords: Readonly<Record<InquiryEvent['type'], string>> = {
  InquiryBegun: 'question values derivedFrom.reason',
  EthicsApprovalRecorded: '',
  CycleBegun: 'learning.text detached',
  FacetBegun: 'reason',
  FacetEnded: '',
  ActionPlanned: 'steps.action steps.observationMethods',
  PlanRevised: 'steps.action steps.observationMethods reason',
  ConsentRecorded: '',
  ConsentWithdrawn: '',
  EvidenceAdded: 'source',
  Reflected: 'text',
  ClaimMade: 'text standards',
  DisconfirmingAdded: 'finding.where',
  ClaimFlagged: '',
  ValidationMeetingHeld: 'challenges.challenge challenges.response',
  ClaimValidated: '',
  CycleClosed: '',
  CycleAbandoned: 'reason',
  CycleSuspended: 'reason',
  CycleResumed: '',
  CycleDetached: 'reason',
  StakeholderNamed: 'who',
  PartRecorded: 'part',
  CriticalFriendNamed: '',
  ValidationGroupFormed: '',
  ProblemStated: 'statement',
  ChangeObserved: 'text',
  OutlookRecorded: 'text',
  Annotated: 'text',
}
const candidacyWords: Readonly<Record<CandidacyEvent['type'], string>> = {
  Enrolled: 'versionReason',
  RelationshipLinked: '',
  RelationshipRecounted: '',
  RelationshipUnlinked: '',
  InquiryLinked: '',
  RelationDeclared: '',
  SnapshotTaken: '',
  Submitted: '',
  AssessorAppointed: '',
  ModeratorAppointed: '',
  AssessorStoodDown: '',
  ModeratorStoodDown: '',
  OutcomeJudged: 'remark',
  SentToModeration: '',
  Moderated: 'remark',
  AssessmentSettled: '',
  AwardDecided: 'reason',
  ReferralDecided: 'reason',
  NoAwardDecided: 'reason',
  DecisionSetAside: '',
  ReferralLapsed: '',
  AwardConferred: '',
  AppealRaised: 'remark',
  AppealDismissed: 'remark',
  AppealUpheld: 'remark',
  CandidacyDeferred: '',
  CandidacyResumed: '',
  CandidacyWithdrawn: '',
  AwardRevoked: 'remark',
}
/** Fields in which people stand: by their id, or, in an inquiry, by a word. */
const people = new Set(['authors', 'by', 'friend', 'members', 'attendees', 'candidate', 'person', 'excluded'])
const codesOfBy = new Set(['assessors', 'moderator', 'carried'])
const marker = 'PLANTED-WORDS'
const standIn = '99999999-9999-4999-8999-999999999999'
const idOf = (name: string) => `00000000-0000-4000-8000-${Buffer.from(name.padEnd(6)).toString('hex').slice(0, 12)}`

/** A value with each text changed, which is told where it stands. */
function changed(value: unknown, change: (text: string, path: string) => unknown, path = ''): unknown {
  if (typeof value === 'string') return change(value, path)
  if (Array.isArray(value)) return value.map((part) => changed(part, change, path))
  if (typeof value !== 'object' || value === null) return value
  const join = (key: string) => (path === '' ? key : `${path}.${key}`)
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, changed(part, change, join(key))]))
}
const last = (path: string) => path.slice(path.lastIndexOf('.') + 1)
const isOfPerson = (path: string) => people.has(last(path))
const wordsOf = (table: Readonly<Record<string, string>>, { type }: Event) =>
  (table[type] ?? '').split(' ').filter(Boolean)

/** An event with its words planted; those that it may leave out are put in. */
function planted(table: Readonly<Record<string, string>>, event: Event): Event {
  const words = wordsOf(table, event)
  const absent = words.filter((path) => !path.includes('.') && !(path in event) && path !== 'detached')
  const learning = event.type === 'CycleBegun' ? { learning: [{ level: 'self', kind: 'content', text: '' }] } : {}
  const whole = { ...event, ...Object.fromEntries(absent.map((path) => [path, ''])), ...learning }
  return changed(whole, (text, path) => (words.includes(path) ? `${marker} ${event.type} ${path}` : text)) as Event
}

/** A history of which some events are struck out, and in which the stand-in takes the place of somebody. */
function erased(events: readonly Event[], person: string, structure: Structure, isStruck: (event: Event) => boolean) {
  return events.map((event, index) => {
    const struck = isStruck(event) ? strikeEvent(event, structure, index + 1) : event
    return JSON.parse(JSON.stringify(struck).replaceAll(person, standIn)) as Event
  })
}

const shape = (value: unknown): unknown => changed(value, () => 'text')
const rows = <Kind>(events: readonly Event[]) =>
  events.map((event, index) => ({ number: index + 1, event: event as unknown as Kind }))
const foldInquiry = (events: readonly Event[]) => inquiryOf('i1', rows<InquiryEvent>(events))
const foldCandidacy = (events: readonly Event[]) => candidacyOf('c1', rows<CandidacyEvent>(events))
const read = (path: string) => JSON.parse(readFileSync(new URL(`../../../packages/${path}`, import.meta.url), 'utf8'))

/** What every event that was struck out holds: of words nothing, of people no word, and all else as it was. */
function expectStruck(table: Readonly<Record<string, string>>, before: Event, after: Event) {
  const words = wordsOf(table, before)
  const expected = changed(before, (text, path) => {
    if (words.includes(path)) return '[erased]'
    return isOfPerson(path) && !/^[0-9a-f-]{36}$/.test(text) && !codesOfBy.has(text) ? 'nobody' : text
  })
  const found = changed(after, (text, path) => (isOfPerson(path) && /^\[erased( \d+)?\]$/.test(text) ? 'nobody' : text))
  expect(found).toEqual(expected)
}

/** The inquiries that the package pins. Some people in them have an id, others are a word. */
const inquiries = ['v1', 'v2'].map((version) => {
  const events = read(`action-research/test/fixtures/events/${version}.json`) as readonly Event[]
  const named = events.map(
    (event) =>
      changed(planted(inquiryWords, event), (text, path) =>
        isOfPerson(path) && ['ana', 'ben'].includes(text) ? idOf(text) : text,
      ) as Event,
  )
  const more: readonly Event[] = ['a word', 'another word'].map((friend) => ({
    type: 'CriticalFriendNamed',
    friend,
    on: '2026-05-03',
  }))
  return [...named, ...more]
})
const candidacies = read('award/test/fixtures/events/v1.json') as unknown
const streams = Object.entries(candidacies as Record<string, { readonly events: readonly Event[] }>).map(
  ([title, { events }]) => ({
    title,
    events: events.map(
      (event) =>
        changed(planted(candidacyWords, event), (text, path) =>
          isOfPerson(path) && !codesOfBy.has(text) ? idOf(text) : text,
        ) as Event,
    ),
  }),
)
const peopleIn = (events: readonly Event[]) => {
  const found = new Set<string>()
  changed(events, (text, path) => (/^0{8}-/.test(text) && isOfPerson(path) ? found.add(text) : text))
  return [...found]
}

test('the histories that are tried hold every type of event', () => {
  const typesOf = (events: readonly Event[]) => [...new Set(events.map(({ type }) => type))].sort()
  expect(typesOf(inquiries.flat())).toEqual(Object.keys(inquiryWords).sort())
  expect(typesOf(streams.flatMap(({ events }) => events))).toEqual(Object.keys(candidacyWords).sort())
  for (const table of [inquiryWords, candidacyWords])
    for (const [type, paths] of Object.entries(table))
      for (const path of paths.split(' ').filter(Boolean))
        expect(JSON.stringify([inquiries, streams]), `${type} ${path}`).toContain(`${marker} ${type} ${path}`)
})

test('an inquiry without the words of whoever recorded it folds to the same shape', () => {
  for (const events of inquiries) {
    const before = foldInquiry(events)
    const after = erased(events, idOf('ana'), structures.inquiry, () => true)
    const text = JSON.stringify(after)
    for (const gone of [marker, idOf('ana'), 'a word', 'another word', '"cem"', '"dee"'])
      expect(text).not.toContain(gone)
    const replaced = erased(events, idOf('ana'), structures.inquiry, () => false)
    for (const [index, event] of after.entries()) expectStruck(inquiryWords, replaced[index] as Event, event)
    expect(shape(foldInquiry(after))).toEqual(shape(before))
    // Struck out once more, nothing changes.
    expect(erased(after, idOf('ana'), structures.inquiry, () => true)).toEqual(after)
  }
})

test('an inquiry in which somebody only stands keeps the words of others, and folds', () => {
  for (const events of inquiries)
    for (const person of peopleIn(events)) {
      const after = erased(events, person, structures.inquiry, ({ by }) => by === person)
      expect(JSON.stringify(after)).not.toContain(person)
      expect(shape(foldInquiry(after))).toEqual(shape(foldInquiry(events)))
      for (const [index, event] of events.entries())
        if (event.by !== person)
          expect(JSON.stringify(after[index])).toBe(JSON.stringify(event).replaceAll(person, standIn))
    }
})

test('a candidacy folds to the same shape after an erasure of anybody in it', () => {
  let tried = 0
  for (const { title, events } of streams) {
    const candidate = events[0]?.candidate
    for (const person of peopleIn(events)) {
      const isStruck = ({ by }: Event) => person === candidate || by === person
      const after = erased(events, person, structures.candidacy, isStruck)
      expect(JSON.stringify(after), title).not.toContain(person)
      if (person === candidate) expect(JSON.stringify(after)).not.toContain(marker)
      const replaced = erased(events, person, structures.candidacy, () => false)
      for (const [index, event] of events.entries()) {
        if (isStruck(event)) expectStruck(candidacyWords, replaced[index] as Event, after[index] as Event)
        else expect(after[index]).toEqual(replaced[index])
      }
      const wordless = (value: unknown) => changed(value, (text) => (text.startsWith(marker) ? '[erased]' : text))
      const before = JSON.parse(JSON.stringify(foldCandidacy(events)).replaceAll(person, standIn)) as unknown
      expect(wordless(foldCandidacy(after)), title).toEqual(wordless(before))
      tried += 1
    }
  }
  expect(tried).toBeGreaterThan(20)
})

test('a field that is new is struck out, wherever it stands', () => {
  for (const structure of Object.values(structures))
    expect(strikeEvent({ type: 'New', told: marker, in: [{ more: [marker] }], reason: marker }, structure, 3)).toEqual({
      type: 'New',
      told: '[erased]',
      in: [{ more: ['[erased]'] }],
      reason: '[erased]',
    })
})

test('the words of an event are struck out of a text that holds them, and short ones where they stand alone', () => {
  const event = { type: 'ClaimMade', claim: 'm1', text: 'Stories open meetings', cites: [], standards: ['trust'] }
  const words = struckTexts(event, strikeEvent(event, structures.inquiry, 1))
  expect(words).toEqual(['Stories open meetings', 'trust'])
  const frozen = {
    entries: [{ heading: 'm1', text: 'Claim: Stories open meetings (made)' }, { text: 'trust' }, { text: 'we trust' }],
  }
  expect(strikeTexts(frozen, words)).toEqual({
    entries: [{ heading: 'm1', text: 'Claim: [erased] (made)' }, { text: '[erased]' }, { text: 'we trust' }],
  })
})
