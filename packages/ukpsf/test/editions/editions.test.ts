import { expect, test } from 'vitest'
import { editionById, editions } from '../../src/editions/catalogue.ts'
import { parseDimension } from '../../src/editions/parse-dimension.ts'
import { isIsoDate } from '../../src/iso-date.ts'
import { bare } from '../brute.ts'

/** Every object of a value that has a `source`. */
function facts(value: unknown): readonly Record<string, unknown>[] {
  if (typeof value !== 'object' || value === null) return []
  const inner = Object.values(value).flatMap(facts)
  return 'source' in value ? [value as Record<string, unknown>, ...inner] : inner
}

test('are three, oldest first', () => {
  expect(editions.map((edition) => edition.id)).toEqual(['ukpsf-2006', 'ukpsf-2011', 'psf-2023'])
  expect(editionById('psf-2023').value).toBe(editions[2])
  expect(editionById('PSF-2023').refusal?.code).toBe('unknown-edition')
})

test('were published when the pages say, as surely as they say it', () => {
  expect(editions.map(({ published }) => [published.value, published.certainty])).toEqual([
    ['2006-02', '1'],
    ['2011-11-02', '2+'],
    ['2023-01-31', '1'],
  ])
})

test.each(editions)('$id: gives its families and dimensions in its own order', (edition) => {
  expect(edition.dimensions.map((dimension) => dimension.code)).toEqual(bare[edition.id])
  expect(edition.families.value).toEqual([...new Set(edition.dimensions.map((dimension) => dimension.family))])
  for (const { edition: of, family, code } of edition.dimensions) {
    expect(of).toBe(edition.id)
    expect(code.startsWith(family)).toBe(true)
  }
})

test.each(editions)('$id: gives a source, a certainty and a day of reading with every fact', (edition) => {
  const all = facts(edition)
  expect(all.length).toBeGreaterThan(30)
  for (const fact of all) {
    expect(fact.source).toMatch(/\w{4}/)
    expect(fact.certainty).toMatch(/^(2\+|1|A|M)$/)
    expect(isIsoDate(fact.readOn as string)).toBe(true)
  }
  for (const { criteria } of edition.descriptors)
    for (const criterion of criteria) expect(criterion.source).toBeDefined()
})

test.each(editions)('$id: has short titles only', (edition) => {
  const titles = [...edition.dimensions, ...edition.descriptors.flatMap((descriptor) => descriptor.criteria)].map(
    (item) => item.title,
  )
  for (const title of titles) expect(title.split(' ').length).toBeLessThanOrEqual(10)
})

test.each(editions)('$id: has its descriptors, whose rules name its own dimensions', (edition) => {
  const four = ['D1 Associate Fellow AFHEA', 'D2 Fellow FHEA', 'D3 Senior Fellow SFHEA', 'D4 Principal Fellow PFHEA']
  const three = ['SD1 Associate AHEA', 'SD2 Fellow FHEA', 'SD3 Senior Fellow SFHEA']
  expect(edition.descriptors.map(({ code, category, postNominal }) => `${code} ${category} ${postNominal}`)).toEqual(
    edition.id === 'ukpsf-2006' ? three : four,
  )
  const codes = JSON.stringify(edition.descriptors).match(/"(ukpsf|psf)-[0-9]{4}:[^"]+"/g) ?? []
  expect(codes.length).toBeGreaterThan(50)
  for (const code of codes) expect(parseDimension(JSON.parse(code)).value?.edition).toBe(edition.id)
})

test('number their criteria as the edition does', () => {
  const codes = editions.map((edition) =>
    edition.descriptors.map(({ criteria }) => criteria.map(({ code }) => code).join(' ')),
  )
  expect(codes).toEqual([
    ['SD1.1 SD1.2 SD1.3', 'SD2.1 SD2.2 SD2.3', 'SD3.1 SD3.2'],
    [
      'D1.I D1.II D1.III D1.IV D1.V D1.VI',
      'D2.I D2.II D2.III D2.IV D2.V D2.VI',
      'D3.I D3.II D3.III D3.IV D3.V D3.VI D3.VII',
      'D4.I D4.II D4.III D4.IV D4.V',
    ],
    ['D1.1 D1.2 D1.3', 'D2.1 D2.2 D2.3', 'D3.1 D3.2 D3.3', 'D4.1 D4.2 D4.3'],
  ])
})

test('give recency as guidance, and say where it is from memory', () => {
  const windows = editions.map((edition) =>
    edition.descriptors.map(({ recency }) => [recency.kind === 'window' ? recency.yearsMax : null, recency.certainty]),
  )
  expect(windows).toEqual([
    [
      [null, 'M'],
      [null, 'M'],
      [null, 'M'],
    ],
    [
      [null, '1'],
      [null, '1'],
      [null, '1'],
      [null, '1'],
    ],
    [
      [3, 'M'],
      [3, '1'],
      [5, '1'],
      [7, '1'],
    ],
  ])
})
