import { randomUUID } from 'node:crypto'
import { exact, hesa } from '@mentoring-commons/reporting'
import { type HesaCode, hesaCollections, tallyActchqual } from '@mentoring-commons/ukpsf'
import { beforeAll, describe, expect, test } from 'vitest'
import { returnFigures } from '../../src/modules/ukpsf/hesa/figures.ts'
import { type Asker, globalId, testGateway } from '../harness/gateway.ts'

const gateway = await testGateway()
const { signIn, person } = gateway
const coordinator = await signIn('coordinator')
const steward = await signIn('data-steward')
const analyst = await signIn('analyst')
const administrator = await signIn('administrator')
const southern = await signIn('coordinator', 'south')

const figure = '{ value suppressed n unit }'
const returned = `query ($year: String!) { actchqualReturn(year: $year) { __typename ... on Refusal { code message }
  ... on ActchqualReturn { year record policy people ${figure} known ${figure} qualified ${figure} none ${figure} notKnown ${figure} notCoded ${figure} unstated ${figure}
    qualifiedPercent ${figure} codes { code title people ${figure} percent ${figure} } yearsNotRead
    breaks { kind before after certain what source certainty readOn } } } }`
const coded =
  'query ($year: String!, $first: Int, $after: String) { actchqualCodes(year: $year, first: $first, after: $after) { nodes { person name externalId codes problem { code message } } pageInfo { hasNextPage endCursor } } }'

const state = (asker: Asker, who: string, inScope: boolean, known: boolean, key?: string) =>
  asker.ask(
    'mutation ($p: ID!, $s: Boolean!, $k: Boolean!, $key: String) { stateTeachingRecord(person: $p, inScope: $s, known: $k, idempotencyKey: $key) { __typename ... on Person { id teachingRecord { inScope known statedAt } } ... on Refusal { code path } } }',
    { p: who, s: inScope, k: known, key },
  )
const add = (asker: Asker, who: string, qualification: object) =>
  asker.ask(
    'mutation ($p: ID!, $q: TeachingQualificationInput!) { addTeachingQualification(person: $p, qualification: $q) { __typename ... on TeachingQualification { id kind awarded fellowshipTaken descriptor } ... on Refusal { code path } } }',
    { p: who, q: qualification },
  )
const remove = (asker: Asker, qualification: string) =>
  asker.ask(
    'mutation ($q: ID!) { removeTeachingQualification(qualification: $q) { __typename ... on Refusal { code path } ... on MutationRemoveTeachingQualificationSuccess { data } } }',
    { q: qualification },
  )
const award = async (who: string, descriptor: string, awardedOn: string) => {
  const { data } = await coordinator.ask(
    'mutation ($p: ID!, $d: String!, $on: Day!) { recordFellowship(person: $p, descriptor: $d, awardedOn: $on) { __typename } }',
    { p: who, d: descriptor, on: awardedOn },
  )
  expect(data.recordFellowship.__typename).toBe('Fellowship')
}
const newcomer = async (name: string, inScope?: boolean, known?: boolean) => {
  const id = globalId('Person', 'north', await person('north', { name, externalId: `staff-${name}` }))
  if (inScope !== undefined) await state(coordinator, id, inScope, known ?? true)
  return id
}
const returnOf = async (asker: Asker, year = '2020/21') => {
  const { data, errors } = await asker.ask(returned, { year })
  expect(errors).toBeUndefined()
  return data.actchqualReturn
}

describe('the return', () => {
  beforeAll(async () => {
    const fellow = await newcomer('fellow', true, true)
    await award(fellow, 'ukpsf-2011:D2', '2014-05-01')
    await award(fellow, 'psf-2023:D3', '2024-05-01')
    const many = await newcomer('many', true, true)
    await add(coordinator, many, { other: { kind: 'PGCE_OR_EQUIVALENT' } })
    await add(coordinator, many, { other: { kind: 'OVERSEAS', awarded: '2010-07-01' } })
    await add(coordinator, many, { accreditedCourse: { fellowshipTaken: false, awarded: '2012-07-01' } })
    await newcomer('none', true, true)
    await newcomer('unknown', true, false)
    const unknownFellow = await newcomer('unknown-fellow', true, false)
    await award(unknownFellow, 'ukpsf-2006:SD1', '2009-01-01')
    const seda = await newcomer('seda', true, true)
    await add(coordinator, seda, { sedaRecognition: { descriptor: 'D2', awarded: '2013-01-01' } })
    const contradicting = await newcomer('contradicting', true, true)
    await add(coordinator, contradicting, { accreditedCourse: { fellowshipTaken: true } })
    await award(await newcomer('outside', false, true), 'psf-2023:D4', '2019-01-01')
    await award(await newcomer('unstated'), 'psf-2023:D4', '2019-01-01')
    await newcomer('unstated too')
  })

  test('counts people in scope by code, fellowships among them, and tells the rest apart', async () => {
    for (const asker of [coordinator, steward]) {
      const told = await returnOf(asker)
      const value = (name: string) => told[name].value
      expect(told).toMatchObject({ year: '2020/21', record: 'C20025', policy: 'exact' })
      expect(['people', 'known', 'qualified', 'none', 'notKnown', 'notCoded', 'unstated'].map(value)).toEqual([
        7, 5, 4, 1, 1, 1, 2,
      ])
      const counts = Object.fromEntries(
        told.codes
          .map((one: { code: string; people: { value: number } }) => [one.code, one.people.value])
          .filter(([, count]: [string, number]) => count > 0),
      )
      expect(counts).toEqual({ '07': 1, '09': 1, '10': 1, '11': 1, '12': 1, '16': 1 })
      expect(told.codes.map((one: { code: string }) => one.code)).not.toContain('90')
      expect(told.codes.map((one: { code: string }) => one.code)).not.toContain('99')
      expect(told.qualifiedPercent).toMatchObject({ value: 80, n: 5, unit: 'percent' })
      expect(told.codes.find((one: { code: string }) => one.code === '12').percent).toMatchObject({ value: 20, n: 5 })
    }
  })

  test('agrees with the tally of the package over the codes of people', async () => {
    for (const year of ['2014/15', '2020/21']) {
      const told = await returnOf(coordinator, year)
      const { nodes } = (await coordinator.ask(coded, { year, first: 100 })).data.actchqualCodes
      const people = nodes
        .filter(({ problem }: { problem: unknown }) => problem === null)
        .map(({ person: id, codes }: { person: string; codes: string[] }) => ({ id, codes }))
      const tally = tallyActchqual(people, year).value
      expect(told.known.value).toBe(tally?.known)
      expect(told.qualified.value).toBe(tally?.qualified)
      expect(told.none.value).toBe(tally?.none)
      expect(told.notKnown.value).toBe(tally?.notKnown)
      expect(told.people.value).toBe((tally?.people ?? 0) + told.notCoded.value)
      const counted = tally?.byCode.filter(({ code }) => code !== '90' && code !== '99')
      expect(
        told.codes.map(({ code, people: { value } }: { code: string; people: { value: number } }) => ({
          code,
          people: value,
        })),
      ).toEqual(counted)
    }
  })

  test('flags what changed since the year before, and years that were not read', async () => {
    const told = await returnOf(coordinator)
    expect(told.breaks.map((one: { kind: string; certain: boolean }) => [one.kind, one.certain])).toEqual([
      ['redefined', true],
      ['renamed', false],
      ['added', false],
    ])
    expect(told.breaks[0]).toMatchObject({ before: ['01'], after: ['09'], certainty: '1', readOn: expect.any(String) })
    expect(told.breaks[2]).toMatchObject({ before: [], after: ['15', '16'] })
    expect(told.yearsNotRead).toEqual(['2019/20'])
    expect((await returnOf(coordinator, '2014/15')).breaks).toEqual([])
  })

  test('of a year whose codes were not read is refused, not guessed', async () => {
    for (const [year, code] of [
      ['2021/22', 'unknown-collection'],
      ['2015/16', 'unknown-collection'],
      ['2020/22', 'malformed-year'],
      ['2020', 'malformed-year'],
    ] as const) {
      for (const asker of [coordinator, analyst])
        expect(await returnOf(asker, year)).toMatchObject({ __typename: 'Refusal', code })
      expect((await coordinator.ask(coded, { year })).errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT')
    }
  })

  test('is under the HESA rules for analysts, whatever else they are, and for administrators', async () => {
    for (const asker of [analyst, administrator, await signIn(['analyst', 'coordinator', 'data-steward'])]) {
      const told = await returnOf(asker)
      expect(told.policy).toBe('hesa')
      for (const name of ['people', 'known', 'qualified', 'none', 'notKnown', 'notCoded', 'unstated'])
        if (told[name].value !== null) expect(told[name].value % 5, name).toBe(0)
      expect(told.qualifiedPercent).toMatchObject({ value: null, suppressed: 'PERCENTAGE_OF_FEW' })
      for (const { percent } of told.codes) expect(percent.suppressed).toBe('PERCENTAGE_OF_FEW')
    }
    for (const other of [await signIn('participant'), await signIn('assessor')])
      expect((await other.ask(returned, { year: '2020/21' })).errors?.[0]?.extensions?.code).toBe('FORBIDDEN')
  })

  test('of another institution holds nobody of this one', async () => {
    const told = await returnOf(southern)
    expect(told.people.value).toBe(0)
    expect(told.unstated.value).toBe(0)
    expect(told.qualifiedPercent).toBeNull()
    expect((await southern.ask(coded, { year: '2020/21' })).data.actchqualCodes.nodes).toEqual([])
  })
})

describe('codes of people', () => {
  test('are listed for the return, each with the reason where there are none', async () => {
    const { nodes } = (await steward.ask(coded, { year: '2020/21', first: 100 })).data.actchqualCodes
    const byName = Object.fromEntries(nodes.map((one: { name: string }) => [one.name, one]))
    const codes = Object.fromEntries(nodes.map((one: { name: string; codes: string[] }) => [one.name, one.codes]))
    expect(codes).toEqual({
      fellow: ['12'],
      many: ['07', '09', '10'],
      none: ['99'],
      unknown: ['90'],
      'unknown-fellow': ['11'],
      seda: ['16'],
      contradicting: [],
    })
    expect(byName.contradicting.problem.code).toBe('contradicting-qualifications')
    expect(byName.fellow).toMatchObject({ externalId: 'staff-fellow', problem: null })
    const early = (await steward.ask(coded, { year: '2014/15', first: 100 })).data.actchqualCodes.nodes
    const seda = early.find((one: { name: string }) => one.name === 'seda')
    expect(seda).toMatchObject({ codes: [], problem: { code: 'unknown-hesa-code' } })
    expect(early.find((one: { name: string }) => one.name === 'fellow').codes).toEqual(['03'])
    expect(early.find((one: { name: string }) => one.name === 'many').codes).toEqual(['01', '07', '10'])
  })

  test('come page by page', async () => {
    const seen: string[] = []
    for (let after: string | null = null, more = true; more; ) {
      const page: { nodes: { name: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } = (
        await coordinator.ask(coded, { year: '2020/21', first: 3, after })
      ).data.actchqualCodes
      seen.push(...page.nodes.map(({ name }) => name))
      after = page.pageInfo.endCursor
      more = page.pageInfo.hasNextPage
    }
    expect(new Set(seen).size).toBe(7)
    expect(seen).toHaveLength(7)
  })

  test('are for coordinators and data stewards alone: an analyst stays one', async () => {
    const both = await signIn(['analyst', 'coordinator'])
    for (const asker of [analyst, both, administrator, await signIn('participant'), await signIn('assessor')])
      expect((await asker.ask(coded, { year: '2020/21' })).errors?.[0]?.extensions?.code).toBe('FORBIDDEN')
  })
})

describe('a record', () => {
  const open =
    'query ($id: ID!) { node(id: $id) { ... on Person { teachingRecord { inScope known } teachingQualifications { id kind awarded fellowshipTaken descriptor } } } }'

  test('is stated, stated anew, and stated by whoever runs programmes', async () => {
    const ada = await newcomer('ada')
    const first = await state(coordinator, ada, false, true)
    expect(first.data.stateTeachingRecord).toMatchObject({ id: ada, teachingRecord: { inScope: false, known: true } })
    const again = await state(administrator, ada, false, false)
    expect(again.data.stateTeachingRecord.teachingRecord).toMatchObject({ inScope: false, known: false })
    for (const asker of [steward, analyst, await signIn('participant')])
      expect((await state(asker, ada, true, true)).errors?.[0]?.extensions?.code).toBe('FORBIDDEN')
    const missing = await state(coordinator, globalId('Person', 'north', randomUUID()), true, true)
    expect(missing.data.stateTeachingRecord).toMatchObject({ code: 'not-found', path: 'person' })
    expect((await state(southern, ada, true, true)).data).toEqual(missing.data)
  })

  test('with one key is stated once: what was stated between stays', async () => {
    const ada = await newcomer('ada key')
    await state(coordinator, ada, false, true, 'state-ada-once')
    await state(coordinator, ada, false, false)
    await state(coordinator, ada, false, true, 'state-ada-once')
    expect((await coordinator.ask(open, { id: ada })).data.node.teachingRecord.known).toBe(false)
  })

  test('has qualifications that are added, shown to the person and those who follow up, and removed', async () => {
    const id = await person('north', { name: 'Bo Example' })
    const bo = globalId('Person', 'north', id)
    const course = await add(coordinator, bo, { accreditedCourse: { fellowshipTaken: true, awarded: '2020-02-29' } })
    expect(course.data.addTeachingQualification).toMatchObject({
      kind: 'ACCREDITED_COURSE',
      awarded: '2020-02-29',
      fellowshipTaken: true,
      descriptor: null,
    })
    const seda = await add(coordinator, bo, { sedaRecognition: { descriptor: 'D1' } })
    expect(seda.data.addTeachingQualification).toMatchObject({ descriptor: 1, awarded: null, fellowshipTaken: null })
    const himself = await signIn('participant', 'north', id)
    for (const asker of [himself, coordinator, steward])
      expect((await asker.ask(open, { id: bo })).data.node.teachingQualifications).toHaveLength(2)
    const other = await signIn('participant', 'north', await person('north'))
    const row = course.data.addTeachingQualification.id
    for (const asker of [other, analyst, southern]) {
      expect((await asker.ask(open, { id: bo })).data?.node ?? null).toBeNull()
      const node = await asker.ask('query ($id: ID!) { node(id: $id) { id } }', { id: row })
      expect(node.data?.node ?? null).toBeNull()
    }
    expect((await remove(himself, row)).errors?.[0]?.extensions?.code).toBe('FORBIDDEN')
    const foreign = await remove(southern, row)
    expect(foreign.data.removeTeachingQualification).toMatchObject({ code: 'not-found', path: 'qualification' })
    expect((await remove(coordinator, row)).data.removeTeachingQualification).toMatchObject({ data: true })
    expect((await remove(coordinator, row)).data).toEqual(foreign.data)
    expect((await coordinator.ask(open, { id: bo })).data.node.teachingQualifications).toHaveLength(1)
  })

  test('takes no day to come, nobody who is not there, and one kind at a time', async () => {
    const cy = await newcomer('cy')
    const no = async (who: string, qualification: object) =>
      (await add(coordinator, who, qualification)).data.addTeachingQualification
    const plain = { other: { kind: 'OTHER_UK' } }
    expect(await no(cy, { other: { kind: 'OTHER_UK', awarded: '2026-03-03' } })).toMatchObject({
      code: 'day-not-come',
      path: 'qualification.awarded',
    })
    expect(await no(globalId('Person', 'north', randomUUID()), plain)).toMatchObject({ code: 'not-found' })
    const both = await add(coordinator, cy, { ...plain, sedaRecognition: { descriptor: 'D1' } })
    expect(both.errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT')
    const fellowship = await add(coordinator, cy, { other: { kind: 'FELLOWSHIP' } })
    expect(fellowship.errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT')
  })
})

describe('disclosure of the return', () => {
  const codes = hesaCollections.find(({ year }) => year === '2020/21')?.codes ?? []
  const people = (...groups: readonly (readonly [number, ...HesaCode[]])[]) =>
    groups.flatMap(([count, ...own]) => Array.from({ length: count }, () => ({ codes: own })))
  const shown = (figure: object | undefined) =>
    figure === undefined ? undefined : 'value' in figure ? figure.value : 'hidden'

  test('rounds to 5, leaves 90 out of denominators, and suppresses percentages by themselves', () => {
    const rows = { people: people([31, '12'], [13, '07', '12'], [12, '99'], [44, '90']), unstated: 7, codes }
    const [whole, guarded] = [returnFigures(rows, exact), returnFigures(rows, hesa)]
    expect([whole.people, whole.known, whole.notKnown, whole.none, whole.unstated].map(shown)).toEqual([
      100, 56, 44, 12, 7,
    ])
    expect([guarded.people, guarded.known, guarded.notKnown, guarded.none, guarded.unstated].map(shown)).toEqual([
      100, 55, 45, 10, 5,
    ])
    const twelve = guarded.byCode.find(({ code }) => code === '12')
    expect([shown(twelve?.people), shown(twelve?.percent)]).toEqual([45, 79])
  })

  test('shows no percentage of 22 people and one of 23', () => {
    const percent = (known: number) =>
      returnFigures({ people: people([known - 9, '12'], [9, '99'], [50, '90']), unstated: 0, codes }, hesa)
        .qualifiedPercent
    expect(percent(22)).toMatchObject({ suppressed: 'percentage-of-few' })
    expect(shown(percent(23))).toBe(61)
  })

  test('lets nobody work out one to four people from what is shown together', () => {
    const cases = [
      [2, 2, 2, 2],
      [4, 2, 2, 0],
      [1, 0, 0, 0],
      [0, 3, 0, 0],
      [3, 3, 1, 1],
      [2, 7, 2, 0],
      [6, 1, 1, 4],
      [4, 4, 4, 4],
    ]
    for (const [q = 0, n = 0, u = 0, c = 0] of cases) {
      const counted = { people: people([q, '12'], [n, '99'], [u, '90'], [c]), unstated: 0, codes }
      const told = returnFigures(counted, hesa)
      const seen = [told.qualified, told.none, told.notKnown, told.notCoded, told.known, told.people].map(shown)
      const fits = (truth: readonly number[]) =>
        truth.every((count, at) => {
          const value = seen[at]
          return typeof value !== 'number' || Math.abs(count - value) <= 2
        })
      const range = Array.from({ length: 16 }, (_, count) => count)
      const possible = range.flatMap((a) =>
        range.flatMap((b) =>
          range.flatMap((d) =>
            range.flatMap((e) => (fits([a, b, d, e, a + b, a + b + d + e]) ? [[a, b, d, e] as const] : [])),
          ),
        ),
      )
      expect(possible, `${[q, n, u, c]}`).toContainEqual([q, n, u, c])
      for (const [at, count] of [q, n, u, c].entries())
        if (count >= 1 && count <= 4)
          expect(new Set(possible.map((one) => one[at])).size, `${[q, n, u, c]} at ${at}`).toBeGreaterThan(1)
    }
  })
})
