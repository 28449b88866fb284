import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { institutionIdOf } from '../../src/modules/people/identity.ts'
import { categoryHeld } from '../../src/modules/ukpsf/fellowship/store.ts'
import { type Asker, globalId, testGateway } from '../harness/gateway.ts'

const gateway = await testGateway()
const { signIn, person } = gateway
const coordinator = await signIn('coordinator')
const administrator = await signIn('administrator')
const steward = await signIn('data-steward')
const southern = await signIn('coordinator', 'south')

const record = (asker: Asker, input: object) =>
  asker.ask(
    'mutation ($person: ID!, $descriptor: String!, $on: Day!, $key: String) { recordFellowship(person: $person, descriptor: $descriptor, awardedOn: $on, idempotencyKey: $key) { __typename ... on Fellowship { id descriptor category postNominal awardedOn awardedHere person { id } goodStandingReviewed } ... on Refusal { code message path } } }',
    input as Record<string, unknown>,
  )
const review = (asker: Asker, fellowship: string, on: string) =>
  asker.ask(
    'mutation ($f: ID!, $on: Day!) { recordGoodStanding(fellowship: $f, on: $on) { __typename ... on Fellowship { id goodStandingReviewed } ... on Refusal { code message path } } }',
    { f: fellowship, on },
  )
const held =
  'query ($id: ID!, $on: Day) { node(id: $id) { ... on Person { fellowships { descriptor postNominal } currentFellowship(on: $on) { descriptor postNominal category awardedOn person { id } } } } }'
const due =
  'query ($years: Int!, $on: Day, $by: Day, $first: Int, $after: String, $last: Int, $before: String) { fellowshipsDue(intervalYears: $years, on: $on, dueBy: $by, first: $first, after: $after, last: $last, before: $before) { nodes { fellowship person name category postNominal from due isDue } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }'

interface Page {
  readonly nodes: readonly unknown[]
  readonly pageInfo: {
    readonly hasNextPage: boolean
    readonly hasPreviousPage: boolean
    readonly startCursor: string | null
    readonly endCursor: string | null
  }
}

const newcomer = async (name = 'Ada Example') => {
  const id = await person('north', { name })
  return { id, global: globalId('Person', 'north', id) }
}

describe('a fellowship', () => {
  test('that was awarded elsewhere is recorded with category and post-nominal of its edition', async () => {
    const ada = await newcomer()
    const { data } = await record(coordinator, { person: ada.global, descriptor: ' UKPSF-2006:sd1 ', on: '2008-01-07' })
    expect(data.recordFellowship).toMatchObject({
      __typename: 'Fellowship',
      descriptor: 'ukpsf-2006:SD1',
      category: 'ASSOCIATE',
      postNominal: 'AHEA',
      awardedOn: '2008-01-07',
      awardedHere: false,
      person: { id: ada.global },
      goodStandingReviewed: [],
    })
    const later = await record(administrator, { person: ada.global, descriptor: 'psf-2023:D1', on: '2025-01-07' })
    expect(later.data.recordFellowship.postNominal).toBe('AFHEA')
  })

  test('is refused with a bare code, an unknown one, a day to come, twice, and for people who are not there', async () => {
    const ada = await newcomer()
    const refusal = async (input: object) =>
      (await record(coordinator, { person: ada.global, descriptor: 'psf-2023:D2', on: '2025-01-07', ...input })).data
        .recordFellowship
    expect(await refusal({ descriptor: 'D2' })).toMatchObject({ code: 'bare-code', path: 'descriptor' })
    expect(await refusal({ descriptor: 'psf-2023:D9' })).toMatchObject({ path: 'descriptor', __typename: 'Refusal' })
    expect(await refusal({ on: '2026-03-03' })).toMatchObject({ code: 'day-not-come', path: 'awardedOn' })
    expect(await refusal({ on: '2026-03-02' })).toMatchObject({ __typename: 'Fellowship' })
    expect(await refusal({})).toMatchObject({ code: 'fellowship-recorded', path: 'descriptor' })
    const none = await refusal({ person: globalId('Person', 'north', randomUUID()) })
    expect(none).toMatchObject({ code: 'not-found', path: 'person' })
    expect(await refusal({ person: globalId('Person', 'south', await person('south')) })).toEqual(none)
  })

  test('sent twice with one key is one, and another request with the key is refused', async () => {
    const ada = await newcomer()
    const input = { person: ada.global, descriptor: 'psf-2023:D2', on: '2025-01-07', key: 'one-key-for-ada' }
    const [first, second] = [await record(coordinator, input), await record(coordinator, input)]
    expect(first.data.recordFellowship.__typename).toBe('Fellowship')
    expect(second.data.recordFellowship.id).toBe(first.data.recordFellowship.id)
    const other = await record(coordinator, { ...input, descriptor: 'psf-2023:D3' })
    expect(other.data.recordFellowship.code).toBe('idempotency-key-reused')
  })

  test('is recorded by whoever runs programmes and nobody else', async () => {
    const ada = await newcomer()
    const herself = await signIn('participant', 'north', ada.id)
    for (const other of [herself, steward, await signIn('analyst'), await signIn('assessor')]) {
      const { errors } = await record(other, { person: ada.global, descriptor: 'psf-2023:D2', on: '2025-01-07' })
      expect(errors?.[0]?.extensions?.code).toBe('FORBIDDEN')
    }
    const foreign = await record(southern, { person: ada.global, descriptor: 'psf-2023:D2', on: '2025-01-07' })
    expect(foreign.data.recordFellowship.code).toBe('not-found')
  })
})

describe('what somebody holds', () => {
  test('is the fellowship awarded last by a day, of several on one day the highest', async () => {
    const ada = await newcomer()
    for (const [descriptor, on] of [
      ['ukpsf-2011:D2', '2015-07-01'],
      ['psf-2023:D1', '2024-05-04'],
      ['psf-2023:D3', '2024-05-04'],
    ])
      await record(coordinator, { person: ada.global, descriptor, on })
    const on = async (day?: string) =>
      (await coordinator.ask(held, { id: ada.global, on: day })).data.node.currentFellowship?.postNominal ?? null
    expect(await on('2015-06-30')).toBeNull()
    expect(await on('2015-07-01')).toBe('FHEA')
    expect(await on('2024-05-04')).toBe('SFHEA')
    expect(await on()).toBe('SFHEA')
    const { data } = await coordinator.ask(held, { id: ada.global })
    expect(data.node.fellowships.map((one: { descriptor: string }) => one.descriptor)[0]).toBe('ukpsf-2011:D2')
    expect(data.node.fellowships).toHaveLength(3)
    expect(data.node.currentFellowship).toMatchObject({ category: 'SENIOR', person: { id: ada.global } })
  })

  test('is open to the person, to whoever runs programmes and to data stewards', async () => {
    const ada = await newcomer()
    const fellowship = (await record(coordinator, { person: ada.global, descriptor: 'psf-2023:D2', on: '2025-01-07' }))
      .data.recordFellowship.id
    const herself = await signIn('participant', 'north', ada.id)
    for (const asker of [herself, coordinator, administrator, steward]) {
      const { data } = await asker.ask(held, { id: ada.global })
      expect(data.node.fellowships).toEqual([{ descriptor: 'psf-2023:D2', postNominal: 'FHEA' }])
      expect((await asker.ask('query ($id: ID!) { node(id: $id) { id } }', { id: fellowship })).data.node.id).toBe(
        fellowship,
      )
    }
    const stranger = await signIn('participant', 'north', await person('north'))
    for (const asker of [stranger, await signIn('analyst'), await signIn('assessor'), southern]) {
      expect((await asker.ask(held, { id: ada.global })).data?.node ?? null).toBeNull()
      const node = await asker.ask('query ($id: ID!) { node(id: $id) { id } }', { id: fellowship })
      expect(node.data?.node ?? null).toBeNull()
    }
  })

  test('is told for many people at once, nobody left out', async () => {
    const [one, other, none] = [await newcomer(), await newcomer(), await newcomer()]
    await record(coordinator, { person: one.global, descriptor: 'psf-2023:D4', on: '2025-01-07' })
    await record(coordinator, { person: other.global, descriptor: 'ukpsf-2006:SD1', on: '2009-01-07' })
    const ask = (institution: string, on: string) =>
      gateway.database.within(institutionIdOf('north'), 'read', (tx) =>
        categoryHeld(tx, institutionIdOf(institution), [one.id, other.id, none.id], on),
      )
    expect([...(await ask('north', '2025-01-07')).values()]).toEqual(['principal', 'associate', 'none'])
    expect([...(await ask('north', '2025-01-06')).values()]).toEqual(['none', 'associate', 'none'])
    expect([...(await ask('south', '2025-01-07')).values()]).toEqual(['none', 'none', 'none'])
  })
})

describe('good standing', () => {
  test('is recorded on days from the award on, the same day once', async () => {
    const ada = await newcomer()
    const { id } = (await record(coordinator, { person: ada.global, descriptor: 'psf-2023:D2', on: '2024-02-29' })).data
      .recordFellowship
    await review(coordinator, id, '2026-02-01')
    await review(coordinator, id, '2025-02-01')
    const again = await review(administrator, id, '2026-02-01')
    expect(again.data.recordGoodStanding.goodStandingReviewed).toEqual(['2025-02-01', '2026-02-01'])
    const no = async (asker: Asker, fellowship: string, on: string) =>
      (await review(asker, fellowship, on)).data.recordGoodStanding
    expect(await no(coordinator, id, '2024-02-28')).toMatchObject({ code: 'reversed-period', path: 'on' })
    expect(await no(coordinator, id, '2026-03-03')).toMatchObject({ code: 'day-not-come', path: 'on' })
    const missing = await no(coordinator, globalId('Fellowship', 'north', randomUUID()), '2026-02-01')
    expect(missing).toMatchObject({ code: 'not-found', path: 'fellowship' })
    expect(await no(southern, id, '2026-02-01')).toMatchObject({ code: 'not-found' })
    expect((await review(steward, id, '2026-02-01')).errors?.[0]?.extensions?.code).toBe('FORBIDDEN')
  })

  test('is due by the interval that is asked with, the earliest day first, of the current fellowship alone', async () => {
    const mine = new Set<string>()
    const fellow = async (name: string, ...awards: (readonly [string, string])[]) => {
      const { global } = await newcomer(name)
      let id = ''
      for (const [descriptor, on] of awards) {
        id = (await record(coordinator, { person: global, descriptor, on })).data.recordFellowship.id
        mine.add(id)
      }
      return id
    }
    await fellow('Leap Example', ['psf-2023:D2', '2020-02-29'])
    await fellow('Twice Example', ['ukpsf-2011:D2', '2011-12-01'], ['psf-2023:D3', '2025-06-01'])
    const seen = await fellow('Seen Example', ['ukpsf-2011:D1', '2012-01-01'])
    await review(coordinator, seen, '2024-09-09')
    const list = async (asker: Asker, input: object) => {
      const answer = await asker.ask(due, { first: 100, ...input })
      expect(answer.errors).toBeUndefined()
      return answer.data.fellowshipsDue.nodes.filter((one: { fellowship: string }) => mine.has(one.fellowship))
    }
    const days = (rows: readonly { name: string; due: string; isDue: boolean }[]) =>
      rows.map(({ name, due: day, isDue }) => [name.split(' ')[0], day, isDue])
    expect(days(await list(coordinator, { years: 3 }))).toEqual([
      ['Leap', '2023-02-28', true],
      ['Seen', '2027-09-09', false],
      ['Twice', '2028-06-01', false],
    ])
    expect(days(await list(steward, { years: 1, by: '2025-09-09' }))).toEqual([
      ['Leap', '2021-02-28', true],
      ['Seen', '2025-09-09', true],
    ])
    expect(days(await list(coordinator, { years: 3, on: '2024-09-08' }))).toEqual([
      ['Twice', '2014-12-01', true],
      ['Seen', '2015-01-01', true],
      ['Leap', '2023-02-28', true],
    ])
    expect((await list(coordinator, { years: 3 }))[2]).toMatchObject({
      category: 'SENIOR',
      postNominal: 'SFHEA',
      from: '2025-06-01',
    })
  })

  test('comes page by page, either way, and the same in all', async () => {
    const whole = (await coordinator.ask(due, { years: 5, first: 100 })).data.fellowshipsDue.nodes
    expect(whole.length).toBeGreaterThan(5)
    const forwards: unknown[] = []
    for (let after: string | null = null, more = true; more; ) {
      const { nodes, pageInfo }: Page = (await coordinator.ask(due, { years: 5, first: 2, after })).data.fellowshipsDue
      expect(pageInfo.hasPreviousPage).toBe(after !== null)
      forwards.push(...nodes)
      after = pageInfo.endCursor
      more = pageInfo.hasNextPage
    }
    expect(forwards).toEqual(whole)
    const backwards: unknown[] = []
    for (let before: string | null = null, more = true; more; ) {
      const { nodes, pageInfo }: Page = (await coordinator.ask(due, { years: 5, last: 3, before })).data.fellowshipsDue
      backwards.unshift(...nodes)
      before = pageInfo.startCursor
      more = pageInfo.hasPreviousPage
    }
    expect(backwards).toEqual(whole)
    const tooMany = await coordinator.ask(due, { years: 5, first: 101 })
    expect(tooMany.errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT')
  })

  test('of an interval that is none, or to others, is not told', async () => {
    for (const years of [0, -1, 11])
      expect((await coordinator.ask(due, { years })).errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT')
    for (const other of [await signIn('participant'), await signIn('analyst'), await signIn('assessor')])
      expect((await other.ask(due, { years: 3 })).errors?.[0]?.extensions?.code).toBe('FORBIDDEN')
    expect((await southern.ask(due, { years: 3 })).data.fellowshipsDue.nodes).toEqual([])
    expect((await gateway.ask(due, { years: 3 })).errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED')
  })
})
