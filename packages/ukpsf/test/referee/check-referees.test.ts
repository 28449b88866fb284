import { expect, test } from 'vitest'
import { checkReferees, type RefereedClaim, type RefereeFacts } from '../../src/referee/check-referees.ts'
import { defineRefereePolicy, type RefereePolicy, type RefereeRule } from '../../src/referee/referee-policy.ts'

const claim: RefereedClaim = { applicantId: 'ada', category: 'senior', mentorIds: ['mia', 'old'], on: '2024-02-29' }
const person = (personId: string, facts: Partial<RefereeFacts> = {}): RefereeFacts => ({
  personId,
  holds: 'none',
  observedPractice: false,
  ...facts,
})
const each = (condition: RefereeRule['condition']): RefereeRule => ({ of: 'each', condition })
const one = (condition: RefereeRule['condition']): RefereeRule => ({ of: 'at-least-one', condition })
const code = (policy: RefereePolicy, ...referees: RefereeFacts[]) =>
  checkReferees(policy, claim, referees).refusal?.code

test('counts exactly', () => {
  expect(code({ count: 2, rules: [] }, person('rui'))).toBe('wrong-count')
  expect(code({ count: 2, rules: [] }, person('rui'), person('sol'))).toBeUndefined()
  expect(code({ count: 2, rules: [] }, person('rui'), person('sol'), person('tom'))).toBe('wrong-count')
  expect(code({ count: 0, rules: [] })).toBeUndefined()
  expect(code({ count: 2, rules: [] }, person('rui'), person('rui'))).toBe('duplicate-person')
})

test('nobody is their own referee, without any rule', () => {
  expect(code({ count: 1, rules: [] }, person('ada'))).toBe('ineligible-referee')
})

test('a mentor of any time is no referee', () => {
  const policy = { count: 1, rules: [each({ kind: 'not-the-mentor' })] }
  expect(code(policy, person('old'))).toBe('ineligible-referee')
  expect(checkReferees(policy, claim, [person('mia')]).refusal?.message).toContain("'not-the-mentor'")
  expect(code(policy, person('rui'))).toBeUndefined()
})

test('has worked together within so many years, leap days included', () => {
  const policy = { count: 1, rules: [each({ kind: 'worked-together', withinYears: 3 })] }
  expect(code(policy, person('rui', { workedTogetherUntil: '2021-02-28' }))).toBeUndefined()
  expect(code(policy, person('rui', { workedTogetherUntil: '2021-02-27' }))).toBe('ineligible-referee')
  expect(code(policy, person('rui'))).toBe('ineligible-referee')
})

test('holds the claimed category, or a named one', () => {
  const claimed = { count: 1, rules: [each({ kind: 'holds-category', category: 'claimed' })] }
  expect(code(claimed, person('rui', { holds: 'fellow' }))).toBe('ineligible-referee')
  expect(code(claimed, person('rui', { holds: 'principal' }))).toBeUndefined()
  const any = { count: 1, rules: [each({ kind: 'holds-category', category: 'associate' })] }
  expect(code(any, person('rui', { holds: 'associate' }))).toBeUndefined()
  expect(code(any, person('rui'))).toBe('ineligible-referee')
})

test('one at least has observed practice, whichever it is', () => {
  const policy = { count: 2, rules: [one({ kind: 'observed-practice' })] }
  const seen = person('sol', { observedPractice: true })
  expect(code(policy, person('rui'), seen)).toBeUndefined()
  expect(code(policy, seen, person('rui'))).toBeUndefined()
  expect(code(policy, person('rui'), person('tom'))).toBe('ineligible-referee')
  expect(code({ count: 2, rules: [each({ kind: 'observed-practice' })] }, seen, person('rui'))).toBe(
    'ineligible-referee',
  )
})

test('a policy that cannot work is refused', () => {
  const refused = (input: unknown) => defineRefereePolicy(input as RefereePolicy).refusal
  for (const count of [-1, 1.5, 10, Number.NaN, '2', undefined]) {
    expect(refused({ count, rules: [] })).toMatchObject({ code: 'impossible-policy', path: 'count' })
  }
  expect(refused({ count: 1 })?.path).toBe('rules')
  expect(refused(undefined)?.code).toBe('impossible-policy')
  for (const rule of [
    null,
    { of: 'some', condition: { kind: 'not-the-mentor' } },
    { of: 'each' },
    { of: 'each', condition: { kind: 'is-nice' } },
    { of: 'each', condition: { kind: 'holds-category', category: 'none' } },
    { of: 'each', condition: { kind: 'worked-together', withinYears: 0 } },
  ]) {
    expect(refused({ count: 1, rules: [rule] })?.path).toBe('rules[0]')
  }
  expect(refused({ count: 0, rules: [one({ kind: 'observed-practice' })] })?.path).toBe('rules[0]')
  expect(refused({ count: 0, rules: [each({ kind: 'observed-practice' })] })).toBeUndefined()
})
