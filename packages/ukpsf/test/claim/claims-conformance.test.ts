import { expect, test } from 'vitest'
import { checkClaim } from '../../src/claim/check-claim.ts'
import type { Overlay, OverlayRule } from '../../src/claim/overlay.ts'
import { editions } from '../../src/editions/catalogue.ts'
import { formatDescriptor } from '../../src/framework/descriptor.ts'
import { evidenceFor, expand } from '../bodies.ts'
import { readCases } from '../read-cases.ts'

const answers = { covered: 'covered', not: 'not-covered', reviewer: 'for-a-reviewer' } as const
const answersOf = (words: string) =>
  words === '-' ? [] : words.split(' ').map((word) => answers[word as keyof typeof answers])
const fieldsOf = (text: string) => text.split('|').map((part) => part.trim())
const editionOf = (descriptor: string) => descriptor.split(':')[0] ?? ''

/** Evidence for the words of a case; a code with a colon says its own edition. */
function evidenceOf(descriptor: string, words: string) {
  const own = words.split(' ').filter((word) => !word.includes(':'))
  const foreign = words.split(' ').filter((word) => word.includes(':'))
  return evidenceFor([...expand(editionOf(descriptor), own.join(' ') || 'none'), ...foreign])
}

const claims = readCases('claims.txt')

test.each(claims)('line $line, $text: $reason', ({ text }) => {
  const [descriptor = '', dimensions = '', outcome = ''] = fieldsOf(text)
  const [each = '', overall] = outcome.split(' => ')
  const { value, refusal } = checkClaim({ descriptor, evidence: evidenceOf(descriptor, dimensions), on: '2026-11-24' })
  if (overall === undefined) expect(refusal?.code).toBe(outcome)
  else {
    expect(value?.criteria.map((criterion) => criterion.answer)).toEqual(answersOf(each))
    expect(value?.overall).toBe(overall)
  }
})

test('has cases for every descriptor of every edition: with a gap, without one, and with nothing', () => {
  const seen = new Set(claims.map(({ text }) => `${fieldsOf(text)[0]} ${fieldsOf(text)[2]?.split(' => ').at(-1)}`))
  for (const descriptor of editions.flatMap((edition) => edition.descriptors).map(formatDescriptor)) {
    for (const outcome of ['not-covered', 'for-a-reviewer', 'no-evidence'])
      expect(seen).toContain(`${descriptor} ${outcome}`)
  }
  expect(claims.length).toBeGreaterThanOrEqual(150)
  expect(new Set(claims.map(({ text }) => text)).size).toBe(claims.length)
})

/** A rule as a case writes it: `all A2`, `3 of A1 A2 A3`, `psf-2023:D2: all A2`. */
function ruleOf(own: string, text: string): OverlayRule {
  const [, other, words = ''] = /^(?:(\S+): )?(.*)$/.exec(text) ?? []
  const descriptor = (other ?? own) as OverlayRule['descriptor']
  const edition = descriptor.includes(':') ? editionOf(descriptor) : editionOf(own)
  const [, count, list = ''] = /^(?:all|(\d+) of) (.*)$/.exec(words) ?? []
  const codes = list.split(' ').map((code) => (code.includes(':') ? code : `${edition}:${code}`)) as never
  return {
    descriptor,
    title: text,
    rule: count === undefined ? { kind: 'all-of', codes } : { kind: 'at-least', count: Number(count), from: codes },
  }
}

test.each(readCases('claims-overlays.txt'))('overlays, line $line, $text: $reason', ({ text }) => {
  const [descriptor = '', rules = '', dimensions = '', outcome = ''] = fieldsOf(text)
  const overlay: Overlay = {
    id: 'example',
    institution: 'Example University',
    rules: rules.split(' ; ').map((rule) => ruleOf(descriptor, rule)),
  }
  const claim = { descriptor, evidence: evidenceOf(descriptor, dimensions), on: '2026-11-24' }
  const { value, refusal } = checkClaim({ ...claim, overlay })
  const [each = '', overall] = outcome.split(' => ')
  if (overall === undefined) {
    expect(refusal?.code).toBe(outcome)
    return
  }
  const added = value?.criteria.filter((criterion) => criterion.setBy === 'overlay') ?? []
  expect(added.map((criterion) => criterion.answer)).toEqual(answersOf(each))
  expect(value?.overall).toBe(overall)
  expect(value?.criteria.slice(0, -added.length || undefined)).toEqual(checkClaim(claim).value?.criteria)
})

const outcomes = { 'stale-evidence': 'stale', 'after-claim': 'after' } as const

test.each(readCases('recency.txt'))('recency, line $line, $text: $reason', ({ text }) => {
  const [descriptor = '', on = '', day = '', window = '', outcome = ''] = fieldsOf(text)
  const [from = '', to] = day.split('..')
  const tags = expand(editionOf(descriptor), 'all')
  const evidence = [{ id: 'e1', on: to === undefined ? from : { from, to }, tags }]
  const recency = {
    descriptor: descriptor as OverlayRule['descriptor'],
    yearsMax: window === 'none' ? window : Number(window),
    source: 'Example handbook',
  } as const
  const overlay = { id: 'example', institution: 'Example University', rules: [], recency: [recency] }
  const { value } = checkClaim({ descriptor, evidence, on, ...(window === 'edition' ? {} : { overlay }) })
  const found = value?.warnings.flatMap((warning) =>
    warning.kind === 'stale-evidence' || warning.kind === 'after-claim' ? [outcomes[warning.kind]] : [],
  )
  expect(found).toEqual(outcome === 'fine' ? [] : [outcome])
  expect(value?.overall).toBe('for-a-reviewer')
})
