import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Asker, globalId, testGateway } from '../harness/gateway.ts'
import { answered, carries, type Member, member, offered, programmeOf } from '../harness/pool.ts'

let gateway: Awaited<ReturnType<typeof testGateway>>
let coordinator: Asker
let programme: string

const queue = `query ($p: ID!, $kinds: [WorkKind!], $first: Int, $after: String) { workQueue(programme: $p, kinds: $kinds, first: $first, after: $after) {
  nodes { kind subject person since days next } pageInfo { hasNextPage endCursor } } }`

const on = (day: string) => {
  gateway.clock.now = `${day}T09:00:00.000Z`
}
const waiting = async (p = programme, variables: object = {}) =>
  (await coordinator.ask(queue, { p, ...variables })).data.workQueue.nodes as {
    kind: string
    subject: string
    person: string | null
    since: string
    days: number
    next: string
  }[]

async function pair(): Promise<[Member, Member]> {
  const [mentor, mentee] = [await member(gateway, 'Test Mentor'), await member(gateway, 'Test Mentee')]
  await carries(mentor, mentor.id, 2)
  return [mentor, mentee]
}

async function together(p = programme) {
  const [mentor, mentee] = await pair()
  const { id } = await offered(coordinator, p, mentor.id, mentee.id)
  await answered(mentee, id, { accept: {} })
  const { relationship } = await answered(mentor, id, { accept: {} })
  return { mentor, mentee, relationship: relationship.id as string, version: relationship.version as number }
}

beforeAll(async () => {
  gateway = await testGateway()
  on('2026-03-02')
  coordinator = await gateway.signIn('coordinator')
  programme = await programmeOf(coordinator, 'queue', ', agreementRequired: false')
})

describe('the work queue', () => {
  test('holds offers that nobody answers, then those that lapsed, and questions at once', async () => {
    on('2026-03-02')
    const p = await programmeOf(coordinator, 'queue-offers')
    const [mentor, mentee] = await pair()
    const { id } = await offered(coordinator, p, mentor.id, mentee.id)
    on('2026-03-08')
    expect(await waiting(p)).toEqual([])
    on('2026-03-09')
    expect(await waiting(p)).toMatchObject([
      { kind: 'OFFER_UNANSWERED', subject: id, since: '2026-03-02', days: 7, person: null },
    ])
    on('2026-03-17')
    expect(await waiting(p)).toMatchObject([{ kind: 'OFFER_LAPSED', subject: id, days: 1 }])
    on('2026-03-16')
    await answered(mentee, id, { askMore: { about: 'SUBJECT' } })
    expect(await waiting(p)).toMatchObject([{ kind: 'QUESTION_OPEN', subject: id, days: 0 }])
  })

  test('holds pairs that fell silent, until they meet', async () => {
    on('2026-03-02')
    const p = await programmeOf(coordinator, 'queue-silent', ', agreementRequired: false')
    const { mentee, relationship } = await together(p)
    on('2026-04-12')
    expect(await waiting(p)).toEqual([])
    on('2026-04-13')
    expect(await waiting(p)).toMatchObject([
      { kind: 'PAIR_SILENT', subject: relationship, since: '2026-03-02', days: 42 },
    ])
    const met = await mentee.ask(
      'mutation ($r: ID!) { recordMeeting(relationship: $r, heldOn: "2026-04-12", durationMinutes: 60, mode: ONLINE) { __typename } }',
      { r: relationship },
    )
    expect(met.data.recordMeeting.__typename).toBe('Meeting')
    expect(await waiting(p)).toEqual([])
  })

  test('holds relationships without an agreement where the programme asks for one', async () => {
    on('2026-03-02')
    const p = await programmeOf(coordinator, 'queue-agreement')
    const { relationship } = await together(p)
    on('2026-03-22')
    expect(await waiting(p)).toEqual([])
    on('2026-03-23')
    expect(await waiting(p)).toMatchObject([
      { kind: 'AGREEMENT_MISSING', subject: relationship, since: '2026-03-02', days: 21 },
    ])
  })

  test('holds who lost their relationship, until they are offered another one, and never who ended it', async () => {
    on('2026-03-02')
    const p = await programmeOf(coordinator, 'queue-orphan', ', agreementRequired: false')
    const { mentor, mentee, relationship, version } = await together(p)
    const end = `mutation ($r: ID!, $by: ID!, $version: Int!) { advanceRelationship(relationship: $r, step: { end: { by: $by, on: "2026-03-02", reason: CONFLICT } }, expectedVersion: $version) { __typename ... on Refusal { code message path } } }`
    expect(
      (await mentor.ask(end, { r: relationship, by: mentor.id, version })).data.advanceRelationship.__typename,
    ).toBe('Relationship')
    expect(await waiting(p)).toEqual([])
    on('2026-03-03')
    const [item] = await waiting(p)
    expect(item).toMatchObject({
      kind: 'ORPHAN',
      subject: relationship,
      person: mentee.id,
      since: '2026-03-02',
      days: 1,
    })
    expect(JSON.stringify(item)).not.toContain(mentor.id)
    expect(JSON.stringify(item).toLowerCase()).not.toContain('conflict')
    const [another] = await pair()
    await offered(coordinator, p, another.id, mentee.id)
    expect(await waiting(p)).toEqual([])
  })

  test('holds reviews that are overdue by the agreement, until one is recorded', async () => {
    on('2026-03-02')
    const p = await programmeOf(coordinator, 'queue-reviews', ', topics: [{ code: "career", label: "Career" }]')
    const { mentor, mentee, relationship } = await together(p)
    const terms = {
      ...{ startsOn: '2026-03-02', endsOn: '2027-03-01', renewable: true, topicsIn: ['career'], topicsOut: [] },
      meetings: {
        everyDays: 42,
        durationMinutes: 60,
        modes: ['ONLINE'],
        arrangedBy: 'MENTEE',
        preparationDays: 2,
        cancellationHours: 24,
      },
      contact: { allowed: true, answerWithinDays: 5 },
      ...{
        confidentialityExceptions: ['RISK_OF_HARM', 'LEGAL_DUTY'],
        openness: 'PRIVATE',
        reviewEveryDays: 14,
        problems: 'TALK_TO_EACH_OTHER',
      },
      distance: { noJointInterests: true, noDecisionsAfterwards: true },
    }
    const draft = `mutation ($r: ID!, $terms: AgreementTermsInput!) { draftAgreement(relationship: $r, terms: $terms, on: "2026-03-02", expectedVersion: 0) { __typename ... on Refusal { code message path } } }`
    const sign = 'mutation ($r: ID!) { signAgreement(relationship: $r, version: 1, on: "2026-03-02") { __typename } }'
    expect((await mentee.ask(draft, { r: relationship, terms })).data?.draftAgreement).toEqual({
      __typename: 'Agreement',
    })
    for (const who of [mentee, mentor])
      expect((await who.ask(sign, { r: relationship })).data?.signAgreement.__typename).toBe('Agreement')
    on('2026-03-22')
    expect(await waiting(p)).toEqual([])
    on('2026-03-23')
    expect(await waiting(p)).toMatchObject([
      { kind: 'REVIEW_OVERDUE', subject: relationship, since: '2026-03-16', days: 7 },
    ])
    await mentor.ask('mutation ($r: ID!) { recordReview(relationship: $r, heldOn: "2026-03-20") { __typename } }', {
      r: relationship,
    })
    expect(await waiting(p)).toEqual([])
  })

  test('is cut into pages that neither lose nor repeat an item, and read by kind', async () => {
    on('2026-03-02')
    const p = await programmeOf(coordinator, 'queue-pages')
    for (let count = 0; count < 5; count++) {
      const [mentor, mentee] = await pair()
      await offered(coordinator, p, mentor.id, mentee.id)
    }
    on('2026-03-12')
    const all = await waiting(p)
    expect(all).toHaveLength(5)
    const seen: string[] = []
    let after: string | undefined
    for (let page = 0; page < 3; page++) {
      const { nodes, pageInfo } = (await coordinator.ask(queue, { p, first: 2, after })).data.workQueue
      seen.push(...nodes.map((node: { subject: string }) => node.subject))
      after = pageInfo.endCursor
      expect(pageInfo.hasNextPage).toBe(page < 2)
    }
    expect(seen).toEqual(all.map(({ subject }) => subject))
    expect(await waiting(p, { kinds: ['ORPHAN'] })).toEqual([])
  })

  test('waits as long as the programme says', async () => {
    on('2026-03-02')
    const p = await programmeOf(coordinator, 'queue-thresholds')
    const [mentor, mentee] = await pair()
    await offered(coordinator, p, mentor.id, mentee.id)
    const set = `mutation ($p: ID!, $days: Int) { setQueueThresholds(programme: $p, offerUnansweredDays: $days) {
      __typename ... on Programme { queueThresholds { offerUnansweredDays silentDays } } ... on Refusal { code path } } }`
    on('2026-03-04')
    expect(await waiting(p)).toEqual([])
    expect((await coordinator.ask(set, { p, days: 2 })).data.setQueueThresholds.queueThresholds).toEqual({
      offerUnansweredDays: 2,
      silentDays: 42,
    })
    expect(await waiting(p)).toHaveLength(1)
    expect((await coordinator.ask(set, { p, days: 0 })).data.setQueueThresholds).toMatchObject({
      code: 'terms-not-usable',
      path: 'offerUnansweredDays',
    })
    expect((await coordinator.ask(set, { p })).data.setQueueThresholds.queueThresholds).toEqual({
      offerUnansweredDays: 7,
      silentDays: 42,
    })
  })

  test('is for coordinators of the institution, and for nobody else', async () => {
    const southern = await gateway.signIn('coordinator', 'south')
    expect((await southern.ask(queue, { p: programme })).data.workQueue).toBeNull()
    expect(
      (await coordinator.ask(queue, { p: globalId('Programme', 'north', randomUUID()) })).data.workQueue,
    ).toBeNull()
    const set =
      'mutation ($p: ID!) { setQueueThresholds(programme: $p, silentDays: 3) { __typename ... on Refusal { code } } }'
    expect((await southern.ask(set, { p: programme })).data.setQueueThresholds.code).toBe('not-found')
    for (const role of ['participant', 'administrator', 'data-steward', 'analyst', 'assessor'] as const) {
      const asker = await gateway.signIn(role)
      expect((await asker.ask(queue, { p: programme })).errors?.[0]?.extensions?.code, role).toBe('FORBIDDEN')
      expect((await asker.ask(set, { p: programme })).errors?.[0]?.extensions?.code, role).toBe('FORBIDDEN')
      expect(
        (await asker.ask('{ programme(key: "queue") { queueThresholds { silentDays } } }')).errors?.[0]?.extensions
          ?.code,
        role,
      ).toBe('FORBIDDEN')
    }
    expect((await gateway.ask(queue, { p: programme })).errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED')
  })
})

test('a review is recorded by the people who held it, or a coordinator, once it has begun and not in the future', async () => {
  on('2026-03-02')
  const { mentor, relationship } = await together()
  on('2026-03-20')
  const record = `mutation ($r: ID!, $on: Day!) { recordReview(relationship: $r, heldOn: $on) { __typename ... on Refusal { code path } } }`
  const recorded = async (asker: Asker, day: string) =>
    (await asker.ask(record, { r: relationship, on: day })).data.recordReview
  const [other, southern] = [await member(gateway, 'Test Other'), await gateway.signIn('coordinator', 'south')]
  const administrator = await gateway.signIn(['administrator', 'participant'])
  expect(await recorded(other, '2026-03-19')).toMatchObject({ code: 'not-found' })
  expect(await recorded(southern, '2026-03-19')).toMatchObject({ code: 'not-found' })
  expect(await recorded(administrator, '2026-03-19')).toMatchObject({ code: 'review-of-others' })
  expect(await recorded(mentor, '2026-03-21')).toMatchObject({ code: 'day-in-the-future', path: 'heldOn' })
  expect(await recorded(mentor, '2026-03-01')).toMatchObject({ code: 'review-before-start', path: 'heldOn' })
  for (const asker of [mentor, mentor, coordinator])
    expect(await recorded(asker, '2026-03-19')).toEqual({ __typename: 'Relationship' })
})
