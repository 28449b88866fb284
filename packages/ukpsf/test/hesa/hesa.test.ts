import fc from 'fast-check'
import { expect, test } from 'vitest'
import { academicYear, academicYearOf } from '../../src/hesa/academic-year.ts'
import { checkHesaCodes } from '../../src/hesa/check-hesa-codes.ts'
import { codeBreaks } from '../../src/hesa/code-breaks.ts'
import { compareContracts, type OrderedContract } from '../../src/hesa/compare-contracts.ts'
import { hesaTitles } from '../../src/hesa/hesa-code.ts'
import { hesaCodes, type TeachingQualification } from '../../src/hesa/hesa-codes.ts'
import { codesMax, hesaCollection, hesaCollections } from '../../src/hesa/hesa-collection.ts'
import { coverageRule, type HesaCountry, hesaCoverage } from '../../src/hesa/hesa-coverage.ts'
import { tallyActchqual } from '../../src/hesa/tally-actchqual.ts'
import { readCases } from '../read-cases.ts'
import { qualifications, readHolding } from './read-holding.ts'

const cases = readCases('hesa.txt')

test('has many cases', () => {
  expect(cases.length).toBeGreaterThanOrEqual(60)
})

test.each(cases)('$text: $reason', ({ text }) => {
  const [, year = '', held = '', expected = ''] = /^(\S+) (.+) => (\S+)$/.exec(text) ?? []
  const { value, refusal } = hesaCodes(readHolding(held), year)
  expect(value?.join(',') ?? refusal?.code, refusal?.message).toBe(expected)
})

test('holds the two collections that were read, each with its page, and titles for every code', () => {
  expect(hesaCollections.map(({ year, record }) => [year, record])).toEqual([
    ['2014/15', 'C14025'],
    ['2020/21', 'C20025'],
  ])
  expect(hesaCollection('2014/15').value?.codes.join()).toBe('01,02,03,04,05,06,07,08,09,10,90,99')
  expect(hesaCollection('2020/21').value?.codes.join()).toBe('01,06,07,08,09,10,11,12,13,14,15,16,90,99')
  expect(hesaCollections.map((one) => one.courseWithoutFellowship.value)).toEqual(['01', '09'])
  for (const { codes, source, fellowship, seda } of hesaCollections) {
    expect(source).toContain('hesa.ac.uk')
    for (const code of [...codes, ...Object.values(fellowship), ...Object.values(seda ?? {})]) {
      expect(codes).toContain(code)
      expect(hesaTitles[code].length).toBeGreaterThan(5)
    }
  }
  expect(codesMax.certainty).toBe('1')
  expect(coverageRule.certainty).toBe('2+')
})

test('gives the same codes in whatever order things are told, one Advance HE code at most, 90 and 99 alone', () => {
  const anyDay = fc.option(fc.constantFrom('2010-05-05', '2013-01-31', '2019-12-01', '2022-01-01'), { nil: undefined })
  const anyOne = fc
    .tuple(fc.constantFrom(...qualifications), anyDay)
    .map(([one, awarded]): TeachingQualification => (awarded === undefined ? one : { ...one, awarded }))
  const anyYear = fc.constantFrom('2014/15', '2020/21')
  fc.assert(
    fc.property(fc.array(anyOne, { maxLength: 6 }), anyYear, fc.infiniteStream(fc.nat()), (list, year, order) => {
      const shuffled = list.toSorted(() => ((order.next().value ?? 0) % 2 === 0 ? 1 : -1))
      const told = hesaCodes({ known: true, qualifications: list }, year)
      const retold = hesaCodes({ known: true, qualifications: shuffled }, year)
      expect(retold.value).toEqual(told.value)
      expect(retold.refusal?.code).toBe(told.refusal?.code)
      if (told.refusal) return
      expect(told.value.filter((code) => /^(0[2-5]|1[1-4])$/.test(code)).length).toBeLessThanOrEqual(1)
      expect(told.value).not.toContain('90')
      expect(told.value.includes('99')).toBe(told.value.length === 1 && told.value[0] === '99')
      expect(checkHesaCodes(told.value, year).value).toEqual(told.value)
    }),
    { numRuns: 500 },
  )
})

test.each([
  [['12', '07'], '2020/21', '07,12'],
  [['90'], '2020/21', '90'],
  [['01', '09', '16', '15', '14', '10'], '2020/21', '01,09,10,14,15,16'],
  [[], '2020/21', 'contradicting-codes'],
  [['90', '99'], '2020/21', 'contradicting-codes'],
  [['07', '90'], '2020/21', 'contradicting-codes'],
  [['99', '07'], '2020/21', 'contradicting-codes'],
  [['11', '14'], '2020/21', 'contradicting-codes'],
  [['02', '05'], '2014/15', 'contradicting-codes'],
  [['07', '07'], '2020/21', 'contradicting-codes'],
  [['02'], '2020/21', 'unknown-hesa-code'],
  [['11'], '2014/15', 'unknown-hesa-code'],
  [['15'], '2014/15', 'unknown-hesa-code'],
  [['7'], '2020/21', 'unknown-hesa-code'],
  [[' 07'], '2020/21', 'unknown-hesa-code'],
  [['98'], '2020/21', 'unknown-hesa-code'],
  [[7 as unknown as string], '2020/21', 'unknown-hesa-code'],
  [['01', '06', '07', '08', '09', '10', '12'], '2020/21', 'too-many-codes'],
  [['07'], '2022/23', 'unknown-collection'],
])('reads the codes %j of %s as %s', (codes, year, expected) => {
  const { value, refusal } = checkHesaCodes(codes, year)
  expect(value?.join(',') ?? refusal?.code).toBe(expected)
})

test('cuts a day into its academic year, at every edge', () => {
  const year = (day: string) => academicYearOf(day).value?.year ?? academicYearOf(day).refusal?.code
  expect(['2020-07-31', '2020-08-01', '2000-01-01', '1999-08-01', '2099-12-31', '2100-07-31'].map(year)).toEqual([
    '2019/20',
    '2020/21',
    '1999/00',
    '1999/00',
    '2099/00',
    '2099/00',
  ])
  expect(['0001-07-31', '0001-08-01', '9999-07-31', '9999-08-01', '2021-02-29', '2020'].map(year)).toEqual([
    'malformed-year',
    '0001/02',
    '9998/99',
    'malformed-year',
    'malformed-date',
    'malformed-date',
  ])
  const bad = ['2020/22', '2020/20', '2020/2021', '20/21', '0000/01', '2020/21 ', '', 2020 as unknown as string]
  expect(bad.map((text) => academicYear(text).refusal?.code)).toEqual(bad.map(() => 'malformed-year'))
  fc.assert(
    fc.property(fc.date({ min: new Date('1950-01-01'), max: new Date('2149-12-31'), noInvalidDate: true }), (date) => {
      const day = date.toISOString().slice(0, 10)
      const span = academicYearOf(day).value
      expect(span !== undefined && span.from <= day && day <= span.to).toBe(true)
      expect(academicYear(span?.year ?? '').value).toEqual(span)
    }),
  )
})

test('flags what changed between two years, and what is not known', () => {
  const said = (from: string, to: string) =>
    codeBreaks(from, to).value?.breaks.map(({ kind, crossed }) => `${kind} ${crossed}`)
  expect(said('2014/15', '2020/21')).toEqual(['redefined yes', 'renamed yes', 'added yes'])
  expect(said('2020/21', '2014/15')).toEqual(said('2014/15', '2020/21'))
  expect(said('2012/13', '2023/24')).toEqual(['redefined yes', 'renamed yes', 'added yes'])
  expect(said('2019/20', '2020/21')).toEqual(['redefined yes', 'renamed perhaps', 'added perhaps'])
  expect(said('2019/20', '2022/23')).toEqual(['redefined yes', 'renamed perhaps', 'added perhaps'])
  expect(said('2014/15', '2019/20')).toEqual(['renamed perhaps', 'added perhaps'])
  expect(said('2012/13', '2014/15')).toEqual([])
  expect(said('2020/21', '2021/22')).toEqual([])
  expect(said('2020/21', '2020/21')).toEqual([])
  expect(codeBreaks('2014/15', '2014/15').value?.unread).toEqual([])
  expect(codeBreaks('2018/19', '2022/23').value?.unread).toEqual(['2018/19', '2019/20', '2021/22', '2022/23'])
  expect(codeBreaks('1998/99', '2000/01').value?.unread).toEqual(['1998/99', '1999/00', '2000/01'])
  expect(codeBreaks('2014/15', '2020').refusal).toMatchObject({ code: 'malformed-year', path: 'to' })
  expect(codeBreaks('2014', '2020/21').refusal).toMatchObject({ code: 'malformed-year', path: 'from' })
})

test('covers a person by one contract that fits in both fields, as every pair of contracts shows', () => {
  const contracts = ['1', '2', '3', '4', '9', ''].flatMap((acempfun) =>
    ['1', '2', '3', ''].map((terms) => ({ acempfun, terms })),
  )
  const countries: readonly HesaCountry[] = ['england', 'wales', 'northern-ireland', 'scotland']
  const fits = new Set(['1 1', '1 2', '3 1', '3 2'])
  for (const country of countries) {
    expect(hesaCoverage([], country)).toBe('not-covered')
    for (const one of contracts) {
      for (const other of contracts) {
        const covered = [one, other].some(({ acempfun, terms }) => fits.has(`${acempfun} ${terms}`))
        const expected = covered ? (country === 'scotland' ? 'optional' : 'required') : 'not-covered'
        expect(hesaCoverage([one, other], country)).toBe(expected)
      }
    }
  }
  expect(() => hesaCoverage([], 'ireland' as HesaCountry)).toThrow("'ireland'")
})

test('orders contracts as HESA does: a total order, decided field after field', () => {
  const base: OrderedContract = { fpe: 50, acempfun: '3', moemp: '3', terms: '2', key: 'm' }
  const better = [{ fpe: 50.1 }, { acempfun: '1' }, { moemp: '1' }, { terms: '1' }, { key: 'l' }]
  for (const [index, change] of better.entries()) {
    const worse = Object.assign({}, ...better.slice(index + 1).map((one) => one))
    expect(compareContracts({ ...base, ...change }, { ...base, ...worse })).toBeLessThan(0)
    expect(compareContracts({ ...base, ...worse }, { ...base, ...change })).toBeGreaterThan(0)
  }
  const anyContract = fc.record({
    fpe: fc.constantFrom(0, 49.9, 50, 100),
    acempfun: fc.constantFrom('1', '2', '3'),
    moemp: fc.constantFrom('1', '2', '3', '4'),
    terms: fc.constantFrom('1', '2', '3'),
    key: fc.constantFrom('a', 'b', 'B', '10', '9'),
  })
  fc.assert(
    fc.property(anyContract, anyContract, anyContract, (a, b, c) => {
      expect(Math.sign(compareContracts(a, b))).toBe(0 - Math.sign(compareContracts(b, a)) || 0)
      if (compareContracts(a, b) <= 0 && compareContracts(b, c) <= 0)
        expect(compareContracts(a, c)).toBeLessThanOrEqual(0)
      if (compareContracts(a, b) === 0) expect(a).toEqual(b)
    }),
  )
  expect(() => compareContracts(base, { ...base, fpe: Number.NaN })).toThrow("'m'")
})

test('counts people by code, keeps 90 out of the denominator, and agrees with counting by hand', () => {
  const sets = ['90', '99', '07', '12', '07,12', '01,13', '09', '15,16', '06,10']
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...sets), { maxLength: 60 }), (list) => {
      const people = list.map((codes, index) => ({ id: `p${index}`, codes: codes.split(',') }))
      const tally = tallyActchqual(people, '2020/21').value
      const with90 = list.filter((codes) => codes === '90').length
      const with99 = list.filter((codes) => codes === '99').length
      expect(tally).toMatchObject({
        year: '2020/21',
        people: list.length,
        notKnown: with90,
        none: with99,
        known: list.length - with90,
        qualified: list.length - with90 - with99,
      })
      for (const { code, people: count } of tally?.byCode ?? []) {
        expect(count).toBe(list.filter((codes) => codes.split(',').includes(code)).length)
      }
      expect(tally?.byCode.map(({ code }) => code)).toEqual(hesaCollection('2020/21').value?.codes)
    }),
  )
})

test('refuses a person twice, without an id, or with codes that cannot be', () => {
  const person = { id: 'a', codes: ['07'] }
  expect(tallyActchqual([person, person], '2020/21').refusal).toMatchObject({
    code: 'duplicate-person',
    path: 'people[1]',
  })
  expect(tallyActchqual([{ id: ' ', codes: ['07'] }], '2020/21').refusal).toMatchObject({
    code: 'empty-text',
    path: 'people[0].id',
  })
  expect(tallyActchqual([person, { id: 'b', codes: ['07', '02'] }], '2020/21').refusal).toMatchObject({
    code: 'unknown-hesa-code',
    path: 'people[1].codes[1]',
  })
  expect(tallyActchqual([{ id: 'b', codes: [] }], '2020/21').refusal?.path).toBe('people[0].codes')
  expect(tallyActchqual([], '2019/20').refusal?.code).toBe('unknown-collection')
  expect(tallyActchqual([], '2020/21').value).toMatchObject({ people: 0, known: 0, qualified: 0 })
})

test('types keep "nothing known" and "nothing held" apart', () => {
  // @ts-expect-error nothing is known, and yet something is listed
  const both: Parameters<typeof hesaCodes>[0] = { known: false, qualifications: [] }
  // @ts-expect-error SEDA recognises at two descriptors
  const third: TeachingQualification = { kind: 'seda-recognition', descriptor: 3 }
  expect([both, third]).toHaveLength(2)
  expect(() => hesaCodes({ known: true, qualifications: [{ kind: 'toString' as 'overseas' }] }, '2020/21')).toThrow(
    TypeError,
  )
})
