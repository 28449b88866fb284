import { expect, test } from 'vitest'
import { checkClaim } from '../../src/claim/check-claim.ts'
import { evidenceFor, expand } from '../bodies.ts'
import { readCases } from '../read-cases.ts'

const answers = { covered: 'covered', not: 'not-covered', reviewer: 'for-a-reviewer' } as const

const cases = readCases('claims.txt')

test.each(cases)('line $line, $text: $reason', ({ text }) => {
  const [descriptor = '', dimensions = '', outcome = ''] = text.split('|').map((part) => part.trim())
  const [each = '', overall] = outcome.split(' => ')
  const [edition = ''] = descriptor.split(':')
  const evidence = evidenceFor(expand(edition, dimensions))
  const { value, refusal } = checkClaim({ descriptor, evidence, on: '2026-11-24' })
  if (overall === undefined) {
    expect(refusal?.code).toBe(outcome)
    return
  }
  expect(value?.criteria.map((criterion) => criterion.answer)).toEqual(
    each.split(' ').map((word) => answers[word as keyof typeof answers]),
  )
  expect(value?.overall).toBe(overall)
})

test('has cases for every descriptor of every edition, with and without a gap', () => {
  const seen = new Set(
    cases
      .filter(({ text }) => text.includes(' => '))
      .map(({ text }) => `${text.split(' ')[0]} ${text.split(' => ')[1]}`),
  )
  expect(seen.size).toBe(22)
})
