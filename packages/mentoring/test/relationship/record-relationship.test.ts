import { expect, test } from 'vitest'
import {
  allowedSteps,
  type Participant,
  parseRelationship,
  type RelationshipKind,
  recordRelationship,
} from '../../src/index.ts'
import { casts, codeOf, dyad, made, strict } from '../demo.ts'
import { openSeeds, whereOpenSeedsIs } from '../open-seeds.ts'

const record = (kind: RelationshipKind, participants: readonly Participant[]) =>
  recordRelationship({ id: 'j1', kind, participants })
const codes = (kind: RelationshipKind, participants: readonly Participant[]) =>
  made(record(kind, participants)).warnings.map((warning) => warning.code)

test('sound history brings no warning, for every kind', () => {
  for (const { kind, participants } of casts) expect(codes(kind, participants)).toEqual([])
})

test('nothing is invented: an unknown completion stays absent, and no date is there', () => {
  expect(made(record('dyad', dyad)).relationship).toStrictEqual({
    id: 'j1',
    kind: 'dyad',
    participants: dyad,
    status: 'recorded',
  })
  const finished = made(
    recordRelationship({ id: 'j1', cohortId: 'c1', kind: 'dyad', participants: dyad, completed: false }),
  )
  expect(finished.relationship).toStrictEqual({
    id: 'j1',
    cohortId: 'c1',
    kind: 'dyad',
    participants: dyad,
    status: 'recorded',
    completed: false,
  })
  expect(allowedSteps(finished.relationship, strict)).toEqual([])
})

test('what is odd is taken with a warning', () => {
  const [mentor, mentee] = dyad as [Participant, Participant]
  const peer: Participant = { personId: 'ada', role: 'peer' }
  expect(codes('dyad', [mentee])).toEqual(['no-mentor'])
  expect(codes('dyad', [mentor])).toEqual(['no-mentee'])
  expect(codes('dyad', [peer])).toEqual(['no-mentor', 'no-mentee'])
  expect(codes('peer', [peer])).toEqual(['too-few-peers'])
  expect(codes('group', [{ personId: 'fay', role: 'facilitator' }, mentee])).toEqual([])
  const both = [...dyad, { personId: 'mia', role: 'mentee' as const }, { personId: 'ada', role: 'mentor' as const }]
  expect(made(record('group', both)).warnings).toMatchObject([
    { code: 'person-on-both-sides', path: 'participants[0]', message: expect.stringContaining('"mia"') },
    { code: 'person-on-both-sides', path: 'participants[1]', message: expect.stringContaining('"ada"') },
  ])
  expect(codes('reciprocal', both)).toEqual([])
})

test('only what cannot be stored is refused', () => {
  expect(codeOf(record('dyad', []))).toBe('no-participant')
  expect(codeOf(record('group', [...dyad, ...dyad]))).toBe('person-twice-in-role')
  expect(codeOf(record('none' as 'dyad', dyad))).toBe('kind-not-listed')
  expect(codeOf(recordRelationship({ id: '', kind: 'dyad', participants: dyad }))).toBe('id-not-usable')
  expect(codeOf(recordRelationship({ id: 'j1', cohortId: 'a b', kind: 'dyad', participants: dyad }))).toBe(
    'id-not-usable',
  )
})

test.skipIf(whereOpenSeedsIs === undefined)(
  'the projects of a real programme are all recorded, with the known oddities (skipped where the shared data is absent)',
  () => {
    const ids = (cell: string | undefined) => (cell ?? '').split(';').filter(Boolean)
    const recorded = openSeeds('projects.csv').map((row) => {
      const mentees = ids(row.mentee_ids).map((personId): Participant => ({ personId, role: 'mentee' }))
      const mentors = ids(row.mentor_ids).map((personId): Participant => ({ personId, role: 'mentor' }))
      const kind = mentees.length > 1 || mentors.length > 1 ? 'group' : 'dyad'
      const completed = row.graduated === 'true'
      return made(
        recordRelationship({
          id: row.project_id ?? '',
          cohortId: `c${row.cohort}`,
          kind,
          participants: [...mentees, ...mentors],
          completed,
        }),
      )
    })
    const places = (role: string) =>
      recorded.flatMap(({ relationship }) => relationship.participants).filter((one) => one.role === role)
    expect(recorded).toHaveLength(176)
    expect(recorded.filter(({ relationship }) => relationship.completed)).toHaveLength(138)
    expect([places('mentee').length, places('mentor').length]).toEqual([293, 213])
    const warned = recorded.flatMap(({ relationship, warnings }) =>
      warnings.map(({ code }) => `${code} ${relationship.id}`),
    )
    expect(warned.filter((one) => one.startsWith('no-mentor'))).toHaveLength(3)
    expect(warned.filter((one) => !one.startsWith('no-mentor'))).toEqual([
      'person-on-both-sides J071',
      'person-on-both-sides J071',
    ])
    for (const { relationship } of recorded)
      expect(made(parseRelationship(JSON.parse(JSON.stringify(relationship))))).toEqual(relationship)
  },
)
