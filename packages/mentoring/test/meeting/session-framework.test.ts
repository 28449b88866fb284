import { expect, test } from 'vitest'
import {
  type Meeting,
  mayMeetAgain,
  meetingSeenBy,
  parseStored,
  recordMeeting,
  sessionFrameworks,
} from '../../src/index.ts'
import { codeOf, dyad, lenient, made } from '../demo.ts'
import { active, begun } from '../life.ts'

const held: Meeting = {
  id: 'm1',
  relationshipId: 'r1',
  heldOn: '2026-02-01',
  durationMinutes: 60,
  mode: 'online',
  topics: ['career'],
}
const set = { codes: ['career'] }
const record = (session: unknown) => recordMeeting(active, { ...held, session } as Meeting, set)

test('the frameworks have their source and each stage once', () => {
  expect(sessionFrameworks.map((one) => [one.key, one.stages.map((stage) => stage.code).join(' ')])).toEqual([
    ['egan', '1a 1b 1c 2a 2b 2c 3a 3b 3c'],
    ['grow', 'goal reality options will'],
  ])
  for (const { source, certainty } of sessionFrameworks) expect([source !== '', certainty]).toEqual([true, '2+'])
})

test('stages are kept in the order in which they were visited, also backwards and again', () => {
  const stages = ['will', 'goal', 'reality', 'goal', 'goal']
  const meeting = made(record({ framework: 'grow', stages }))
  expect(meeting.session).toEqual({ framework: 'grow', stages })
  expect(parseStored('meeting', JSON.parse(JSON.stringify(meeting)))).toEqual({ value: meeting })
  expect(made(recordMeeting(active, held, set))).not.toHaveProperty('session')
})

test('a stage is of its framework, and no field beside the codes can be said', () => {
  expect(codeOf(record({ framework: 'none', stages: ['goal'] }))).toBe('framework-not-listed')
  expect(record({ framework: 'egan', stages: ['1a', 'goal'] })).toMatchObject({
    refusal: { code: 'stage-not-listed', path: 'session.stages[1]' },
  })
  expect(codeOf(record({ framework: 'grow', stages: [] }))).toBe('not-the-shape')
  expect(codeOf(record({ framework: 'grow', stages: ['what we said'] }))).toBe('not-the-shape')
  expect(record({ framework: 'grow', stages: ['goal'], notes: 'x' })).toMatchObject({
    refusal: { code: 'content-is-never-kept', path: 'session.notes' },
  })
  expect(codeOf(record('grow'))).toBe('not-the-shape')
  const own = [
    { key: 'own', title: 'Own', stages: [{ code: 'x', title: 'X' }], source: 'here', certainty: 'M' as const },
  ]
  expect(
    codeOf(recordMeeting(active, { ...held, session: { framework: 'own', stages: ['x'] } }, set, own)),
  ).toBeUndefined()
})

test('topics and stages are seen by those who met and by nobody else, whatever they are called', () => {
  const meeting = made(record({ framework: 'grow', stages: ['goal'] }))
  expect(meetingSeenBy(meeting, dyad, 'ada')).toBe(meeting)
  for (const who of ['coordinator', 'zoe', '']) {
    expect(Object.keys(meetingSeenBy(meeting, dyad, who))).toEqual([
      'id',
      'relationshipId',
      'heldOn',
      'durationMinutes',
      'mode',
    ])
  }
})

test('a flash relationship meets once, any other again', () => {
  const flash = begun('r1', lenient, dyad, 'flash')
  expect(mayMeetAgain(flash, [])).toEqual({ value: 0 })
  expect(mayMeetAgain(flash, [{ ...held, relationshipId: 'r2' }])).toEqual({ value: 0 })
  expect(codeOf(mayMeetAgain(flash, [held]))).toBe('meeting-not-possible')
  expect(mayMeetAgain(active, [held, held])).toEqual({ value: 2 })
})

test('no meeting has a place for what was said', () => {
  // @ts-expect-error a meeting has no notes
  const notes: Meeting = { ...held, notes: 'x' }
  // @ts-expect-error nor content
  const content: Meeting = { ...held, content: 'x' }
  // @ts-expect-error nor a summary
  const summary: Meeting = { ...held, summary: 'x' }
  // @ts-expect-error nor a note of the visited stages
  const staged: Meeting = { ...held, session: { framework: 'grow', stages: ['goal'], note: 'x' } }
  for (const one of [notes, content, summary, staged]) {
    expect(codeOf(recordMeeting(active, one, set))).toBe('content-is-never-kept')
    expect(codeOf(parseStored('meeting', one))).toBe('content-is-never-kept')
  }
})
