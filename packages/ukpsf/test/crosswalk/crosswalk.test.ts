import { expect, test } from 'vitest'
import { crosswalk } from '../../src/crosswalk/crosswalk.ts'
import { type CrosswalkRow, invertRow, isMatch } from '../../src/crosswalk/row.ts'
import { dimensionCodes, editions } from '../../src/editions/catalogue.ts'
import type { EditionId } from '../../src/framework/code.ts'
import { isIsoDate } from '../../src/iso-date.ts'
import { readCases } from '../read-cases.ts'

const cases = readCases('crosswalk.txt')
const ids = editions.map((edition) => edition.id)
const pairs = ids.flatMap((from) => ids.filter((to) => to !== from).map((to) => ({ from, to })))
const rowsOf = (from: EditionId, to: EditionId) => crosswalk(from, to).value?.rows ?? []

function line(row: CrosswalkRow): string {
  const part = isMatch(row) && row.part ? ` ${row.part.of}-part` : ''
  return `${row.from ?? 'none'} => ${row.to ?? 'none'} ${row.relation} ${row.certainty}${part}`
}

const every = pairs.flatMap(({ from, to }) => rowsOf(from, to).map(line))

test.each(cases)('line $line, $text: $reason', ({ text }) => {
  expect(every).toContain(text)
})

test('has no row that the cases lack, and no two rows of one pair', () => {
  const listed = cases.map(({ text }) => text)
  for (const row of every) expect(listed).toContain(row)
  for (const { from, to } of pairs) {
    const matches = rowsOf(from, to).map((row) => `${row.from} ${row.to}`)
    expect(new Set(matches).size).toBe(matches.length)
  }
  expect(cases.length).toBeGreaterThanOrEqual(80)
})

test.each(pairs)('from $from to $to: is the other direction inverted, twice inverted itself', ({ from, to }) => {
  const rows = rowsOf(from, to)
  const sorted = (list: readonly CrosswalkRow[]) => list.map((row) => JSON.stringify(keyed(row))).sort()
  expect(sorted(rows.map(invertRow))).toEqual(sorted(rowsOf(to, from)))
  expect(rows.map(invertRow).map(invertRow)).toEqual(rows)
})

function keyed(row: CrosswalkRow): unknown {
  return Object.fromEntries(Object.entries(row).sort(([one], [other]) => (one < other ? -1 : 1)))
}

test.each(pairs)('from $from to $to: leaves no dimension out, and settles none twice', ({ from, to }) => {
  const { value } = crosswalk(from, to)
  const seen = value?.rows.flatMap((row) => [row.from, row.to]).filter((code) => code !== null)
  const open = value?.open.map((end) => end.code) ?? []
  const all = editions.filter(({ id }) => id === from || id === to).flatMap(dimensionCodes)
  expect([...new Set([...(seen ?? []), ...open])].sort()).toEqual([...all].sort())
  expect(open.filter((code) => seen?.includes(code))).toEqual([])
})

test.each(pairs)('from $from to $to: keeps the order of the source, and sources every row', ({ from, to }) => {
  const order = dimensionCodes(editions.find((edition) => edition.id === from) as (typeof editions)[number])
  const places = rowsOf(from, to).map((row) => (row.from === null ? Infinity : order.indexOf(row.from)))
  expect(places).toEqual(places.toSorted((one, other) => one - other))
  for (const row of rowsOf(from, to)) {
    expect(row.source).toMatch(/own comparison/)
    expect(row.note.length).toBeGreaterThan(10)
    expect(isIsoDate(row.readOn)).toBe(true)
  }
})

test('composes with the weaker certainty, through 2011, and leaves the rest open', () => {
  const { value } = crosswalk('ukpsf-2006', 'psf-2023')
  expect(value?.rows).toHaveLength(2)
  expect(value?.rows[0]).toMatchObject({
    from: 'ukpsf-2006:A5',
    to: 'psf-2023:V3',
    relation: 'broader',
    certainty: 'M',
    via: ['ukpsf-2011:V3'],
    part: { of: 'source' },
  })
  expect(value?.rows[1]).toMatchObject({ from: 'ukpsf-2006:V5', certainty: 'A' })
  expect(value?.open).toHaveLength(15 + 14)
  const end = value?.open.find(({ code }) => code === 'ukpsf-2006:K3')
  expect(end?.ways).toEqual([['ukpsf-2006:K3', 'ukpsf-2011:K3', 'psf-2023:K1']])
  expect(value?.open.find(({ code }) => code === 'psf-2023:V5')?.ways).toEqual([])
})

test('takes exact for no row: no two wordings were compared from end to end', () => {
  expect(every.filter((row) => row.includes(' exact '))).toEqual([])
})

test('refuses the same edition twice, and editions that are not held', () => {
  expect(crosswalk('psf-2023', 'psf-2023').refusal).toMatchObject({ code: 'same-edition', path: 'to' })
  expect(crosswalk('psf-1999' as EditionId, 'psf-2023').refusal).toMatchObject({
    code: 'unknown-edition',
    path: 'from',
  })
  expect(crosswalk('psf-2023', 'psf-1999' as EditionId).refusal).toMatchObject({ code: 'unknown-edition', path: 'to' })
})
