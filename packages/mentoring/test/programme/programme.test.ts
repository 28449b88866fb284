import { expect, test } from 'vitest'
import { defineProgramme, type Programme, type ProgrammePolicy } from '../../src/index.ts'
import { codeOf, made } from '../demo.ts'

const policy: ProgrammePolicy = { agreementRequired: true, briefingRequiredFor: ['mentor'], menteesMax: 4 }
const programme: Programme = { id: 'p1', key: 'new-lecturers', title: 'New lecturers', purpose: 'A good start', policy }

test('a sound programme comes back equal, and as a copy', () => {
  const value = made(defineProgramme(programme))
  expect(value).toStrictEqual(programme)
  expect(value.policy.briefingRequiredFor).not.toBe(policy.briefingRequiredFor)
})

test('what is absent stays absent', () => {
  const bare = { id: 'p1', key: 'a', title: 'A', policy: { agreementRequired: false, briefingRequiredFor: [] } }
  expect(made(defineProgramme(bare))).toStrictEqual(bare)
})

test.each<[string, string, object]>([
  ['an empty id', 'id-not-usable', { id: '' }],
  ['an id with white space', 'id-not-usable', { id: 'p 1' }],
  ['an id of 129 characters', 'id-not-usable', { id: 'x'.repeat(129) }],
  ['an id that is a number', 'id-not-usable', { id: 1 }],
  ['a key with capitals', 'key-not-usable', { key: 'New' }],
  ['a key that ends in a hyphen', 'key-not-usable', { key: 'new-' }],
  ['a key of 65 characters', 'key-not-usable', { key: 'x'.repeat(65) }],
  ['a blank title', 'text-missing', { title: '  ' }],
  ['a blank purpose', 'text-missing', { purpose: '' }],
  ['a policy that only looks true', 'policy-not-usable', { policy: { ...policy, agreementRequired: 'yes' } }],
  ['a role that is none', 'policy-not-usable', { policy: { ...policy, briefingRequiredFor: ['expert'] } }],
  ['a role twice', 'policy-not-usable', { policy: { ...policy, briefingRequiredFor: ['mentor', 'mentor'] } }],
  ['no mentees at all', 'policy-not-usable', { policy: { ...policy, menteesMax: 0 } }],
  ['half a mentee', 'policy-not-usable', { policy: { ...policy, menteesMax: 1.5 } }],
  ['mentees without number', 'policy-not-usable', { policy: { ...policy, menteesMax: Number.POSITIVE_INFINITY } }],
])('%s is refused', (_, code, change) => {
  expect(codeOf(defineProgramme({ ...programme, ...change } as Programme))).toBe(code)
})

test('an id of 128 characters and a key of 64 are taken', () => {
  expect(codeOf(defineProgramme({ ...programme, id: 'x'.repeat(128), key: 'x'.repeat(64) }))).toBeUndefined()
})
