import { expect, test } from 'vitest'
import { parseRelationship, type Relationship, recordRelationship } from '../../src/index.ts'
import { codeOf, dyad, made } from '../demo.ts'
import { exploreAll } from '../explore.ts'

const recorded = made(
  recordRelationship({ id: 'j1', cohortId: 'c1', kind: 'dyad', participants: dyad, completed: true }),
)
const states: readonly Relationship[] = [...exploreAll().states, recorded.relationship]
const stored = (state: Relationship) => JSON.parse(JSON.stringify(state))
const optional = ['cohortId', 'startedOn', 'by', 'completed']

/** One state of each status and set of fields, the fullest first. */
const examples = [
  ...new Map(
    [...states]
      .sort((a, b) => JSON.stringify(a).length - JSON.stringify(b).length)
      .map((state) => [`${state.status} ${Object.keys(state).sort().join()}`, state] as const),
  ).values(),
]

test('every state that can be reached is read back as it was', { timeout: 60_000 }, () => {
  const wrong = states.filter(
    (state) => JSON.stringify(parseRelationship(stored(state))) !== JSON.stringify({ value: state }),
  )
  expect(wrong).toEqual([])
})

test('no property can be left out, be of another type, or be added', () => {
  expect(examples.length).toBeGreaterThanOrEqual(9)
  for (const state of examples) {
    for (const key of Object.keys(state)) {
      const { [key]: _, ...without } = stored(state)
      if (
        !(
          optional.includes(key) &&
          !(state.status === 'declined' && key === 'by') &&
          !(state.status !== 'ended' && key === 'startedOn')
        )
      ) {
        expect([key, codeOf(parseRelationship(without))]).toEqual([key, 'not-a-relationship'])
      }
      for (const other of [null, 7, {}, 'no such value']) {
        expect([key, other, codeOf(parseRelationship({ ...stored(state), [key]: other }))]).toEqual([
          key,
          other,
          'not-a-relationship',
        ])
      }
    }
    expect(codeOf(parseRelationship({ ...stored(state), notes: 'what was said' }))).toBe('content-is-never-kept')
    expect(codeOf(parseRelationship({ ...stored(state), constructor: 'x' }))).toBe('not-a-relationship')
  }
})

test('the same holds inside its lists, and the path says where', () => {
  for (const state of examples) {
    for (const [list, items] of Object.entries(state).filter(([, value]) => Array.isArray(value))) {
      for (const [index, item] of (items as object[]).entries()) {
        const change = (changed: unknown) => {
          const copy = stored(state)
          copy[list][index] = changed
          return parseRelationship(copy)
        }
        expect(change(null)).toMatchObject({ refusal: { code: 'not-a-relationship', path: `${list}[${index}]` } })
        expect(change({ ...item, notes: 'x' })).toMatchObject({ refusal: { path: `${list}[${index}].notes` } })
        for (const key of Object.keys(item)) {
          expect(change({ ...item, [key]: 7 })).toMatchObject({ refusal: { path: `${list}[${index}].${key}` } })
        }
      }
    }
  }
})

test('what is no object is no relationship', () => {
  for (const value of [null, undefined, 7, 'text', [], [recorded.relationship]]) {
    expect(codeOf(parseRelationship(value))).toBe('not-a-relationship')
  }
})

const ended = {
  id: 'r1',
  kind: 'dyad',
  participants: dyad,
  status: 'ended',
  proposedOn: '2026-01-05',
  accepted: [
    { personId: 'ada', on: '2026-01-06' },
    { personId: 'mia', on: '2026-01-07' },
  ],
  signatures: [{ personId: 'mia', on: '2026-01-08' }],
  briefings: [{ personId: 'ada', on: '2026-01-07', role: 'mentee' }],
  startedOn: '2026-01-08',
  on: '2026-02-01',
  reason: 'no-fault',
  by: 'ada',
}

test.each<[string, string, object]>([
  ['an acceptance before the proposal', 'date-goes-back', { proposedOn: '2026-01-07' }],
  ['a signature before the last acceptance', 'date-goes-back', { signatures: [{ personId: 'mia', on: '2026-01-06' }] }],
  [
    'a briefing after the start',
    'date-goes-back',
    { briefings: [{ personId: 'ada', on: '2026-01-09', role: 'mentee' }] },
  ],
  ['an end before the start', 'date-goes-back', { on: '2026-01-07' }],
  ['a stranger who ended it', 'not-a-participant', { by: 'zoe' }],
  ['a stranger who signed', 'not-a-participant', { signatures: [{ personId: 'zoe', on: '2026-01-08' }] }],
  ['participants who do not fit the kind', 'participants-do-not-fit-kind', { kind: 'peer' }],
])('%s is refused, though its shape is right', (_, code, change) => {
  expect(codeOf(parseRelationship(ended))).toBeUndefined()
  expect(codeOf(parseRelationship({ ...ended, ...change }))).toBe(code)
})

test('recorded history is read back with its oddities, and refused only where it could not be stored', () => {
  const odd = { id: 'j1', kind: 'dyad', status: 'recorded', participants: [{ personId: 'ada', role: 'mentee' }] }
  expect(made(parseRelationship(odd))).toEqual(odd)
  expect(codeOf(parseRelationship({ ...odd, participants: [] }))).toBe('no-participant')
})
