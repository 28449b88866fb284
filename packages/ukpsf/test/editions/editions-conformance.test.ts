import { expect, test } from 'vitest'
import { editionById, editions } from '../../src/editions/catalogue.ts'
import type { Edition } from '../../src/framework/edition.ts'
import { readCases } from '../read-cases.ts'

const cases = readCases('editions.txt')

function answer(edition: Edition, thing: string): string {
  const family = thing.replace('certainty-', '')
  const dimensions = edition.dimensions.filter((dimension) => dimension.family === family)
  const windows = edition.descriptors.map(({ recency }) => (recency.kind === 'window' ? recency.yearsMax : 'none'))
  if (thing === 'in-order') return edition.families.value.join(' ')
  if (thing === 'published') return edition.published.value
  if (thing === 'descriptors') return edition.descriptors.map((descriptor) => descriptor.code).join(' ')
  if (thing === 'post-nominals') return edition.descriptors.map((descriptor) => descriptor.postNominal).join(' ')
  if (thing === 'windows') return windows.join(' ')
  if (thing === family) return dimensions.map((dimension) => dimension.code).join(' ')
  return [...new Set(dimensions.map((dimension) => dimension.certainty))].join(' ')
}

test.each(cases)('line $line, $text: $reason', ({ text }) => {
  const [id = '', thing = '', expected] = text.split(' | ')
  const { value } = editionById(id)
  expect(value && answer(value, thing)).toBe(expected)
})

test('asks the same of every edition', () => {
  for (const { id } of editions) expect(cases.filter(({ text }) => text.startsWith(`${id} | `))).toHaveLength(11)
})

test('says of every dimension of 2006 that its code is our own', () => {
  for (const { note } of editions[0]?.dimensions ?? []) expect(note).toContain("this package's own")
})
