import { expect, test } from 'vitest'
import { editions } from '../../src/editions/catalogue.ts'
import { categories, categoryOf, holdsAtLeast } from '../../src/fellowship/category.ts'
import { describeFellowship } from '../../src/fellowship/describe-fellowship.ts'
import { currentFellowship, defineFellowship, type Fellowship } from '../../src/fellowship/fellowship.ts'
import { goodStandingDue } from '../../src/fellowship/good-standing.ts'

const fellowship = (descriptor: string, awardedOn: string, id = descriptor): Fellowship => {
  const { value, refusal } = defineFellowship({ id, personId: 'ada', descriptor, awardedOn })
  if (!value) throw new TypeError(refusal.message)
  return value
}

test('knows the category of every descriptor of every edition', () => {
  for (const edition of editions) {
    const found = edition.descriptors.map((descriptor) => categoryOf(descriptor))
    expect(found).toEqual(categories.slice(0, edition.descriptors.length))
  }
  expect(() => categoryOf({ category: 'toString' })).toThrow(RangeError)
  expect(() => categoryOf({ category: 'Knight' })).toThrow(RangeError)
})

test('compares categories by their order, and none is below all', () => {
  for (const [index, held] of categories.entries()) {
    for (const [other, asked] of categories.entries()) expect(holdsAtLeast(held, asked)).toBe(index >= other)
    expect(holdsAtLeast('none', held)).toBe(false)
  }
})

test('a fellowship of 2006 keeps its category and its post-nominal', () => {
  expect(fellowship('ukpsf-2006:SD1', '2008-01-07')).toMatchObject({ category: 'associate', postNominal: 'AHEA' })
  expect(fellowship('ukpsf-2011:D1', '2013-01-07')).toMatchObject({ category: 'associate', postNominal: 'AFHEA' })
  expect(
    defineFellowship({ id: 'f', personId: 'ada', descriptor: 'ukpsf-2006:SD4', awardedOn: '2008-01-07' }).refusal,
  ).toMatchObject({ code: 'unknown-code', path: 'descriptor' })
})

test('the day of the award does not determine the edition', () => {
  for (const descriptor of ['ukpsf-2011:D2', 'psf-2023:D2']) {
    expect(fellowship(descriptor, '2023-09-01').descriptor).toBe(descriptor)
  }
})

test('has no end', () => {
  expect(Object.keys(fellowship('psf-2023:D2', '2024-01-01')).sort()).toEqual([
    'awardedOn',
    'category',
    'descriptor',
    'id',
    'personId',
    'postNominal',
  ])
})

test('refuses no day, no id, and a bare code', () => {
  const input = { id: 'f', personId: 'ada', descriptor: 'psf-2023:D2', awardedOn: '2024-01-01' }
  expect(defineFellowship({ ...input, awardedOn: '2023-02-29' }).refusal?.code).toBe('malformed-date')
  expect(defineFellowship({ ...input, personId: ' ' }).refusal).toMatchObject({ code: 'empty-text', path: 'personId' })
  expect(defineFellowship({ ...input, descriptor: 'D2' }).refusal?.code).toBe('bare-code')
  expect(defineFellowship({ ...input, descriptor: ' PSF-2023:d2 ' }).value?.descriptor).toBe('psf-2023:D2')
})

test('of several fellowships the latest is current, whatever their categories and their order', () => {
  const held = [
    fellowship('psf-2023:D1', '2025-01-10'),
    fellowship('ukpsf-2011:D3', '2018-01-10'),
    fellowship('ukpsf-2006:SD2', '2009-01-10'),
  ]
  for (const list of [held, [...held].reverse()]) {
    expect(currentFellowship(list, '2009-01-09')).toBeUndefined()
    expect(currentFellowship(list, '2009-01-10')?.postNominal).toBe('FHEA')
    expect(currentFellowship(list, '2025-01-09')?.postNominal).toBe('SFHEA')
    expect(currentFellowship(list, '2025-01-10')?.postNominal).toBe('AFHEA')
  }
  const same = [fellowship('psf-2023:D3', '2025-01-10'), fellowship('psf-2023:D2', '2025-01-10')]
  expect(currentFellowship(same, '2025-01-10')?.category).toBe('senior')
  expect(currentFellowship([...same].reverse(), '2025-01-10')?.category).toBe('senior')
  expect(() => currentFellowship(held, 'today')).toThrow(RangeError)
  const other = { ...fellowship('psf-2023:D2', '2025-01-10'), personId: 'bea' }
  expect(() => currentFellowship([...held, other], '2026-01-01')).toThrow(TypeError)
})

test('names no body as standing behind the text', () => {
  expect(describeFellowship(fellowship('ukpsf-2006:SD1', '2008-01-07'))).toBe(
    'Associate (AHEA), ukpsf-2006:SD1, awarded 2008-01-07',
  )
  for (const edition of editions) {
    for (const { code } of edition.descriptors) {
      const text = describeFellowship(fellowship(`${edition.id}:${code}`, '2024-01-01'))
      expect(text).not.toMatch(/advance|academy|affiliat|fellow of/i)
    }
  }
})

test('reckons good standing from the last review that counts', () => {
  const held = fellowship('psf-2023:D2', '2020-02-29')
  const due = (reviews: string[], on: string) =>
    goodStandingDue(
      held,
      { years: 3 },
      reviews.map((day) => ({ on: day })),
      on,
    ).value
  expect(due([], '2023-02-27')).toEqual({ state: 'not-yet-due', from: '2020-02-29', due: '2023-02-28' })
  expect(due([], '2023-02-28')).toMatchObject({ state: 'due' })
  expect(due(['2022-05-31', '2021-05-31'], '2023-03-01')).toEqual({
    state: 'not-yet-due',
    from: '2022-05-31',
    due: '2025-05-31',
  })
  expect(due(['2019-05-31'], '2023-03-01')).toMatchObject({ from: '2020-02-29' })
  expect(due(['2023-03-02'], '2023-03-01')).toMatchObject({ from: '2020-02-29' })
  expect(due(['2023-03-01'], '2023-03-01')).toMatchObject({ from: '2023-03-01', state: 'not-yet-due' })
  expect(due(['2020-02-29'], '2023-03-01')).toMatchObject({ state: 'due' })
})

test('good standing refuses what cannot be reckoned', () => {
  const held = fellowship('psf-2023:D2', '2020-02-29')
  expect(goodStandingDue(held, 'none', [], '2020-02-28').refusal?.code).toBe('reversed-period')
  expect(goodStandingDue(held, { years: 0 }, [], '2023-01-01').refusal?.code).toBe('malformed-duration')
  expect(goodStandingDue(held, 'none', [], '2023-02-30').refusal?.path).toBe('on')
  expect(goodStandingDue(held, 'none', [{ on: 'x' }], '2023-01-01').refusal?.path).toBe('reviews[0].on')
  expect(goodStandingDue(held, 'none', [], '2099-01-01').value).toEqual({ state: 'no-interval' })
})
