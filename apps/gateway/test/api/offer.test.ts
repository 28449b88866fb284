import { randomUUID } from 'node:crypto'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type Asker, globalId, testGateway } from '../harness/gateway.ts'
import { answered, carries, type Member, member, offered, programmeOf } from '../harness/pool.ts'

let gateway: Awaited<ReturnType<typeof testGateway>>
let coordinator: Asker
let southern: Asker
let programme: string

const read = `query ($id: ID!) { node(id: $id) { __typename ... on Offer {
  outcome ownReason asksMe answerBy status waitsFor question { about } participants { role } relationship { status } } } }`

beforeAll(async () => {
  gateway = await testGateway()
  coordinator = await gateway.signIn('coordinator')
  southern = await gateway.signIn('coordinator', 'south')
  programme = await programmeOf(coordinator, 'offers')
})
afterEach(() => {
  gateway.clock.now = '2026-03-02T09:00:00.000Z'
})
const on = (day: string) => {
  gateway.clock.now = `${day}T09:00:00.000Z`
}

async function pair(places = 1): Promise<[Member, Member]> {
  const [mentor, mentee] = [await member(gateway, 'Test Mentor'), await member(gateway, 'Test Mentee')]
  await carries(mentor, mentor.id, places)
  return [mentor, mentee]
}
const made = async (mentor: Member, mentee: Member) =>
  (await offered(coordinator, programme, mentor.id, mentee.id)).id as string
const applied = async (mentee: Member) => {
  await coordinator.ask(
    'mutation ($p: ID!) { defineQuestions(programme: $p, questions: [], from: "2026-03-01") { __typename } }',
    { p: programme },
  )
  const answer = await mentee.ask(
    'mutation ($p: ID!) { applyToProgramme(programme: $p, role: MENTEE) { ... on Application { id } ... on Refusal { message } } }',
    { p: programme },
  )
  return answer.data.applyToProgramme.id as string
}
const seen = async (asker: Asker, id: string) => (await asker.ask(read, { id })).data?.node

describe('an offer', () => {
  test('asks the mentee, then the mentor, each with days of their own, and becomes a relationship', async () => {
    const [mentor, mentee] = await pair()
    const id = await made(mentor, mentee)
    expect(await seen(mentee, id)).toMatchObject({
      outcome: 'OPEN',
      asksMe: true,
      answerBy: '2026-03-16',
      status: null,
      waitsFor: null,
    })
    expect(await seen(coordinator, id)).toMatchObject({ status: 'WITH_MENTEES', waitsFor: [mentee.id] })
    on('2026-03-10')
    expect(await answered(mentee, id, { accept: {} })).toMatchObject({ outcome: 'OPEN', asksMe: false, answerBy: null })
    expect(await seen(mentor, id)).toMatchObject({ outcome: 'OPEN', asksMe: true, answerBy: '2026-03-24' })
    const last = await answered(mentor, id, { accept: {} })
    expect(last).toMatchObject({ outcome: 'ACCEPTED', relationship: { status: 'FORMING', version: 3 } })
    expect(last.relationship.id).not.toBe(id)
    const history = await gateway.database.within(
      JSON.parse(Buffer.from(id, 'base64').toString().slice('Offer:'.length))[0],
      'read',
      (tx) => tx.query.relationshipStep.findMany({ orderBy: { version: 'asc' } }),
    )
    expect(history.slice(-3).map(({ version, step }) => [version, step])).toEqual([
      [1, { type: 'propose' }],
      [2, { type: 'accept', by: mentee.row, on: '2026-03-10' }],
      [3, { type: 'accept', by: mentor.row, on: '2026-03-10' }],
    ])
  })

  test('is nothing to a mentor whom it has not reached, nor to anybody else', async () => {
    const [mentor, mentee] = await pair()
    const id = await made(mentor, mentee)
    const [other, analyst, steward] = [
      await member(gateway, 'Test Other'),
      await gateway.signIn('analyst'),
      await gateway.signIn('data-steward'),
    ]
    for (const reader of [mentor, other, analyst, steward]) {
      expect((await reader.ask(read, { id })).errors?.[0]?.extensions?.code).toBe('FORBIDDEN')
    }
    for (const asker of [mentor, other])
      expect(await answered(asker, id, { accept: {} })).toMatchObject({ code: 'not-found', path: 'offer' })
    expect(await answered(southern, id, { withdraw: {} })).toMatchObject({ code: 'not-found' })
    expect(await seen(southern, id)).toBeNull()
    const mine = '{ myOffers { nodes { id } } }'
    expect((await mentor.ask(mine)).data.myOffers.nodes).toEqual([])
    expect((await mentee.ask(mine)).data.myOffers.nodes).toEqual([{ id }])
    expect((await coordinator.ask(mine)).data.myOffers.nodes).toEqual([])
    await answered(mentee, id, { decline: {} })
    expect((await mentor.ask(mine)).data.myOffers.nodes).toEqual([])
    const list = '{ programme(key: "offers") { offers(first: 100) { nodes { id } } } }'
    expect((await coordinator.ask(list)).data.programme.offers.nodes).toContainEqual({ id })
    for (const reader of [mentee, analyst, steward])
      expect((await reader.ask(list)).errors?.[0]?.extensions?.code).toBe('FORBIDDEN')
  })

  test('that was declined tells nobody who said no, or why', async () => {
    const [mentor, mentee] = await pair()
    const id = await made(mentor, mentee)
    await answered(mentee, id, { accept: {} })
    expect((await mentor.ask('{ myOffers { nodes { id } } }')).data.myOffers.nodes).toEqual([{ id }])
    expect(await answered(mentor, id, { decline: { reason: 'WORKLOAD' } })).toMatchObject({
      outcome: 'NOT_TAKEN_UP',
      ownReason: 'WORKLOAD',
    })
    expect(await seen(mentee, id)).toMatchObject({ outcome: 'NOT_TAKEN_UP', ownReason: null, status: null })
    expect(await seen(coordinator, id)).toMatchObject({ status: 'DECLINED', ownReason: null, waitsFor: [] })
    expect((await mentor.ask('{ myOffers { nodes { id } } }')).data.myOffers.nodes).toEqual([{ id }])
    const again = await offered(coordinator, programme, mentor.id, mentee.id)
    expect(again.code).toBe('pair-declined-before')
  })

  test('is answered by oneself, today; a coordinator records what came on paper, and what the programme does', async () => {
    const [mentor, mentee] = await pair()
    const id = await made(mentor, mentee)
    on('2026-03-06')
    expect(await answered(mentee, id, { accept: { by: mentor.id } })).toMatchObject({ code: 'answer-of-somebody-else' })
    expect(await answered(mentee, id, { accept: { on: '2026-03-05' } })).toMatchObject({
      code: 'answer-of-somebody-else',
    })
    expect(await answered(mentee, id, { withdraw: {} })).toMatchObject({ code: 'answer-of-somebody-else' })
    expect(await answered(coordinator, id, { accept: { by: mentee.id, on: '2026-03-07' } })).toMatchObject({
      code: 'day-in-the-future',
    })
    expect(await answered(coordinator, id, { accept: { by: mentor.id } })).toMatchObject({ code: 'not-asked-yet' })
    expect(await answered(coordinator, id, { accept: { by: mentee.id, on: '2026-03-05' } })).toMatchObject({
      status: 'WITH_MENTORS',
      answerBy: '2026-03-19',
    })
    expect(await answered(coordinator, id, { withdraw: {} })).toMatchObject({ status: 'WITHDRAWN' })
    expect(await answered(mentor, id, { accept: {} })).toMatchObject({ code: 'offer-closed' })
  })

  test('waits while a question is open, and gives those days back', async () => {
    const [mentor, mentee] = await pair()
    const id = await made(mentor, mentee)
    on('2026-03-16')
    await answered(mentee, id, { askMore: { about: 'AVAILABILITY' } })
    on('2026-03-20')
    expect(await seen(coordinator, id)).toMatchObject({ question: { about: 'AVAILABILITY' } })
    expect(await seen(mentee, id)).toMatchObject({ question: { about: 'AVAILABILITY' } })
    const expire = 'mutation ($p: ID!) { expireOffers(programme: $p) { ... on OffersExpired { expired } } }'
    expect((await coordinator.ask(expire, { p: programme })).data.expireOffers.expired).toBeGreaterThanOrEqual(0)
    expect(await seen(coordinator, id)).toMatchObject({ status: 'WITH_MENTEES' })
    expect(await answered(coordinator, id, { answerQuestion: {} })).toMatchObject({ answerBy: '2026-03-20' })
    expect(await answered(mentee, id, { accept: {} })).toMatchObject({ outcome: 'OPEN' })
    expect(await seen(mentor, id)).toMatchObject({ question: null })
  })

  test('lapses: nobody accepts it any more, and its places are free once somebody asks', async () => {
    const [mentor, mentee] = await pair()
    const id = await made(mentor, mentee)
    on('2026-03-17')
    expect(await answered(mentee, id, { accept: {} })).toMatchObject({ code: 'offer-lapsed' })
    const other = await member(gateway, 'Test Mentee')
    expect(await offered(coordinator, programme, mentor.id, other.id)).toMatchObject({ outcome: 'OPEN' })
    expect(await seen(coordinator, id)).toMatchObject({ status: 'EXPIRED' })
    expect(await seen(mentee, id)).toMatchObject({ outcome: 'NOT_TAKEN_UP', status: null })
    const third = await member(gateway, 'Test Mentee')
    expect(await offered(coordinator, programme, mentor.id, third.id)).toMatchObject({ code: 'capacity-reached' })
  })

  test('that nobody answered in time holds nobody’s place, although no command was run', async () => {
    const [mentor, mentee] = await pair()
    const application = await applied(mentee)
    const id = await made(mentor, mentee)
    const left = async (asker: Asker) =>
      (
        await asker.ask(
          'query ($m: ID!, $a: ID!) { node(id: $m) { ... on Person { capacityLeft } } application: node(id: $a) { ... on Application { status } } }',
          {
            m: mentor.id,
            a: application,
          },
        )
      ).data
    on('2026-03-16')
    expect(await left(coordinator)).toEqual({ node: { capacityLeft: 0 }, application: { status: 'OFFERED' } })
    on('2026-03-17')
    expect(await left(coordinator)).toEqual({ node: { capacityLeft: 1 }, application: { status: 'WAITING' } })
    expect(await seen(coordinator, id)).toMatchObject({ status: 'WITH_MENTEES' })
    // A question stops the clock.
    on('2026-03-02')
    const [other, asking] = await pair()
    const open = await made(other, asking)
    await answered(asking, open, { askMore: { about: 'AVAILABILITY' } })
    on('2026-04-30')
    const places = await coordinator.ask('query ($m: ID!) { node(id: $m) { ... on Person { capacityLeft } } }', {
      m: other.id,
    })
    expect(places.data.node).toEqual({ capacityLeft: 0 })
  })

  test('expires by command, all of a programme at once, and once only', async () => {
    const own = await programmeOf(coordinator, 'expiring')
    const pairs = await Promise.all([pair(), pair(), pair()])
    for (const [mentor, mentee] of pairs) await offered(coordinator, own, mentor.id, mentee.id)
    const expire = `mutation ($p: ID!, $key: String) { expireOffers(programme: $p, idempotencyKey: $key) {
      __typename ... on OffersExpired { expired } ... on Refusal { code } } }`
    const ask = async (asker: Asker, key?: string) => (await asker.ask(expire, { p: own, key })).data?.expireOffers
    on('2026-03-16')
    expect(await ask(coordinator)).toMatchObject({ expired: 0 })
    on('2026-03-17')
    const key = randomUUID()
    expect(await ask(coordinator, key)).toMatchObject({ expired: 3 })
    expect(await ask(coordinator, key)).toMatchObject({ expired: 3 })
    expect(await ask(coordinator)).toMatchObject({ expired: 0 })
    expect(await ask(southern)).toMatchObject({ code: 'not-found' })
    const mentee = pairs[0]?.[1] as Member
    expect((await mentee.ask(expire, { p: own })).errors?.[0]?.extensions?.code).toBe('FORBIDDEN')
  })

  test('is made with the terms of its programme', async () => {
    const own = await programmeOf(coordinator, 'terms')
    const terms = `mutation ($p: ID!, $a: Int!) { setOfferTerms(programme: $p, menteeAnswerDays: $a, mentorAnswerDays: 3) {
      __typename ... on Programme { offerTerms { menteeAnswerDays mentorAnswerDays } } ... on Refusal { code path } } }`
    expect((await coordinator.ask(terms, { p: own, a: 5 })).data.setOfferTerms.offerTerms).toEqual({
      menteeAnswerDays: 5,
      mentorAnswerDays: 3,
    })
    expect((await coordinator.ask(terms, { p: own, a: 0 })).data.setOfferTerms.__typename).toBe('Refusal')
    expect((await southern.ask(terms, { p: own, a: 5 })).data.setOfferTerms.code).toBe('not-found')
    const [mentor, mentee] = await pair()
    expect(await offered(coordinator, own, mentor.id, mentee.id)).toMatchObject({ answerBy: '2026-03-07' })
  })

  test('is refused for whoever has not said what they carry, has no room, or is asked already', async () => {
    const [mentor, mentee] = [await member(gateway, 'Test Mentor'), await member(gateway, 'Test Mentee')]
    expect(await offered(coordinator, programme, mentor.id, mentee.id)).toMatchObject({ code: 'capacity-not-set' })
    await carries(mentor, mentor.id, 0)
    expect(await offered(coordinator, programme, mentor.id, mentee.id)).toMatchObject({
      code: 'capacity-reached',
      path: 'participants[0]',
    })
    await carries(mentor, mentor.id, 2)
    await made(mentor, mentee)
    expect(await offered(coordinator, programme, mentor.id, mentee.id)).toMatchObject({ code: 'already-together' })
    const unknown = globalId('Person', 'north', randomUUID())
    expect(await offered(coordinator, programme, mentor.id, unknown)).toMatchObject({ code: 'not-found' })
    const theirs = globalId('Person', 'south', await gateway.person('south', {}))
    expect(await offered(coordinator, programme, mentor.id, theirs)).toMatchObject({ code: 'not-found' })
    expect(await offered(southern, programme, mentor.id, mentee.id)).toMatchObject({ code: 'not-found' })
  })

  test('has one effect for one key', async () => {
    const [mentor, mentee] = await pair(3)
    const key = randomUUID()
    const answers = await Promise.all([1, 2, 3].map(() => offered(coordinator, programme, mentor.id, mentee.id, key)))
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1)
    const yes = randomUUID()
    const id = answers[0]?.id
    const [first] = [await answered(mentee, id, { accept: {} }, yes)]
    on('2026-03-03')
    expect(await answered(mentee, id, { accept: {} }, yes)).toEqual(first)
  })
})

describe('capacity', () => {
  test('is set by the person or a coordinator, never below what is carried, and counts all programmes', async () => {
    const [mentor, mentee] = await pair(2)
    const other = await member(gateway, 'Test Other')
    expect(await carries(other, mentor.id, 5)).toMatchObject({ code: 'not-found' })
    expect(await carries(southern, mentor.id, 5)).toMatchObject({ code: 'not-found' })
    await made(mentor, mentee)
    const own = await programmeOf(coordinator, `other-${randomUUID().slice(0, 8)}`)
    await offered(coordinator, own, mentor.id, other.id)
    expect(await carries(mentor, mentor.id, 1)).toMatchObject({ code: 'capacity-below-load', path: 'relationshipsMax' })
    expect(await carries(coordinator, mentor.id, 3)).toEqual({ __typename: 'Person', capacityLeft: 1 })
  })

  test('is read by the person and who runs programmes', async () => {
    const [mentor] = await pair(2)
    const query =
      'query ($id: ID!) { node(id: $id) { ... on Person { capacityLeft capacities { role from relationshipsMax } } } }'
    const facts = { capacityLeft: 2, capacities: [{ role: 'MENTOR', from: '2026-03-02', relationshipsMax: 2 }] }
    for (const reader of [mentor, coordinator])
      expect((await reader.ask(query, { id: mentor.id })).data.node).toEqual(facts)
    const steward = await gateway.signIn('data-steward')
    expect((await steward.ask(query, { id: mentor.id })).errors?.[0]?.extensions?.code).toBe('FORBIDDEN')
  })

  test('holds for direct proposals too, of those who have said it', async () => {
    const [mentor, mentee] = await pair(1)
    const propose = `mutation ($programme: ID!, $participants: [ParticipantInput!]!) {
      proposeRelationship(programme: $programme, kind: DYAD, participants: $participants, on: "2026-03-01") { __typename ... on Refusal { code } } }`
    const proposed = async (who: Member) =>
      (
        await coordinator.ask(propose, {
          programme,
          participants: [
            { person: mentor.id, role: 'MENTOR' },
            { person: who.id, role: 'MENTEE' },
          ],
        })
      ).data.proposeRelationship
    expect(await proposed(mentee)).toEqual({ __typename: 'Relationship' })
    expect(await proposed(await member(gateway, 'Test Mentee'))).toMatchObject({ code: 'capacity-reached' })
    const late = await member(gateway, 'Test Mentee')
    expect(await offered(coordinator, programme, mentor.id, late.id)).toMatchObject({ code: 'capacity-reached' })
  })
})
