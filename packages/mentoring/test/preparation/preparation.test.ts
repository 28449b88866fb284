import { expect, test } from 'vitest'
import {
  type EligibilityRule,
  eligibleMentor,
  type ManagementLine,
  parseStored,
  recordSupervision,
  type SupervisionSession,
} from '../../src/index.ts'
import { codeOf, lenient, made } from '../demo.ts'
import { active, steps } from '../life.ts'

const session: SupervisionSession = {
  id: 's1',
  mentorIds: ['mia'],
  supervisorId: 'sol',
  heldOn: '2026-02-01',
  durationMinutes: 60,
  mode: 'individual',
  functions: ['developmental', 'qualitative'],
}
const lineOf = (managerId: string, reportId: string, change: object = {}): ManagementLine => ({
  managerId,
  reportId,
  from: '2020-01-01',
  ...change,
})
const record = (change: object, lines: ManagementLine[] = [], relationships = [active]) =>
  codeOf(recordSupervision({ ...session, ...change }, { lines, relationships }))

test('the people fit the mode, each once, and nobody supervises themselves', () => {
  expect(made(recordSupervision(session, { lines: [], relationships: [active] }))).toEqual(session)
  expect(record({ mode: 'group' })).toBe('supervision-cast')
  expect(record({ mentorIds: ['mia', 'max'], mode: 'group' })).toBeUndefined()
  expect(record({ mentorIds: ['mia', 'max'] })).toBe('supervision-cast')
  expect(record({ mentorIds: ['mia', 'mia'], mode: 'group' })).toBe('supervision-cast')
  expect(record({ mentorIds: [] })).toBe('not-the-shape')
  expect(record({ supervisorId: 'mia' })).toBe('supervision-cast')
  expect(record({ functions: ['resourcing', 'resourcing'] })).toBe('supervision-cast')
})

test('a session names no mentee and holds nothing of what was said', () => {
  expect(record({ menteeIds: ['ada'] })).toBe('not-the-shape')
  expect(record({ notes: 'x' })).toBe('content-is-never-kept')
  expect(record({ mentorRating: 3 })).toBe('never-measured')
  // @ts-expect-error a supervision session names no mentee
  const telling: SupervisionSession = { ...session, menteeIds: ['ada'] }
  expect(codeOf(parseStored('supervision', telling))).toBe('not-the-shape')
})

test('a supervisor manages no mentor, over any number of levels, on the day of the session', () => {
  expect(record({}, [lineOf('sol', 'mia')])).toBe('supervisor-not-apart')
  expect(record({}, [lineOf('sol', 'x'), lineOf('x', 'mia')])).toBe('supervisor-not-apart')
  expect(record({}, [lineOf('sol', 'mia', { to: '2026-01-31' })])).toBeUndefined()
  expect(record({}, [lineOf('sol', 'mia', { from: '2026-02-02' })])).toBeUndefined()
  expect(record({}, [lineOf('mia', 'sol')])).toBeUndefined()
})

test('nor is a supervisor in the line of a mentee, above or below, of a past relationship too, nor the mentee', () => {
  const over = steps(active, lenient, { type: 'end', on: '2026-01-20', by: 'ada' })
  for (const relationship of [active, over]) {
    expect(record({}, [lineOf('sol', 'ada')], [relationship])).toBe('supervisor-not-apart')
    expect(record({}, [lineOf('ada', 'sol')], [relationship])).toBe('supervisor-not-apart')
    expect(record({ supervisorId: 'ada' }, [], [relationship])).toBe('supervisor-not-apart')
  }
  expect(record({ mentorIds: ['max'] }, [lineOf('sol', 'ada')])).toBeUndefined()
  expect(record({}, [lineOf('sol', 'ben')])).toBeUndefined()
})

const on = '2026-06-30'
const training = (completedOn: string, change: object = {}) => ({
  personId: 'mia',
  training: 'foundations',
  completedOn,
  ...change,
})
const unmet = (rule: EligibilityRule, records: Partial<Parameters<typeof eligibleMentor>[1]>) =>
  eligibleMentor('mia', { trainings: [], briefings: [], supervisions: [], ...records }, [rule], on).unmet[0]?.reason

test('a training counts from its day until it lapses, and not for too long', () => {
  const rule: EligibilityRule = { asks: 'training', training: 'foundations', withinDays: 30 }
  const of = (...trainings: ReturnType<typeof training>[]) => unmet(rule, { trainings })
  expect(of()).toBe('missing')
  expect(of(training('2026-07-01'))).toBe('missing')
  expect(of(training(on))).toBeUndefined()
  expect(of(training('2026-06-01'))).toBeUndefined()
  expect(of(training('2026-05-31'))).toBe('too-long-ago')
  expect(of(training('2026-06-10', { validUntil: on }))).toBeUndefined()
  expect(of(training('2026-06-10', { validUntil: '2026-06-29' }))).toBe('no-longer-valid')
  expect(of(training('2026-06-10', { validUntil: '2026-06-29' }), training('2026-05-01'))).toBe('too-long-ago')
  expect(of(training('2026-06-10', { personId: 'max' }), training('2026-06-10', { training: 'other' }))).toBe('missing')
  expect(unmet({ asks: 'training', training: 'foundations' }, { trainings: [training('1999-01-01')] })).toBeUndefined()
})

test('a briefing counts for its programme and role only', () => {
  const rule: EligibilityRule = { asks: 'briefing', programmeId: 'p1', role: 'mentor' }
  const briefing = { personId: 'mia', programmeId: 'p1', role: 'mentor' as const, completedOn: '2026-01-01' }
  expect(unmet(rule, { briefings: [briefing] })).toBeUndefined()
  for (const change of [
    { programmeId: 'p2' },
    { role: 'mentee' as const },
    { personId: 'max' },
    { completedOn: '2026-07-01' },
  ]) {
    expect(unmet(rule, { briefings: [{ ...briefing, ...change }] })).toBe('missing')
  }
})

test('supervision adds up over the last days, the day itself among them, and says how much is missing', () => {
  const rule: EligibilityRule = { asks: 'supervision', minutes: 60, withinDays: 10 }
  const held = (heldOn: string, durationMinutes: number, mentorIds = ['max', 'mia']) => ({
    ...session,
    heldOn,
    durationMinutes,
    mentorIds,
  })
  expect(unmet(rule, { supervisions: [held(on, 30), held('2026-06-21', 30)] })).toBeUndefined()
  expect(unmet(rule, { supervisions: [held(on, 30), held('2026-06-20', 30)] })).toBe('too-little')
  expect(unmet(rule, { supervisions: [held('2026-07-01', 90), held(on, 90, ['max'])] })).toBe('missing')
  const records = { trainings: [], briefings: [], supervisions: [held(on, 25)] }
  const answer = eligibleMentor('mia', records, [rule, { asks: 'training', training: 't' }], on)
  expect(answer).toMatchObject({ eligible: false, unmet: [{ reason: 'too-little' }, { reason: 'missing' }] })
  expect(answer.unmet[0]?.next).toBe('take 35 more minutes of supervision')
  expect(eligibleMentor('mia', records, [], on)).toEqual({ eligible: true, unmet: [] })
})
