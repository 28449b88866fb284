import { randomUUID } from 'node:crypto'
import { actionResearch, fold, type InquiryEvent, timeline } from '@mentoring-commons/action-research'
import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { mayKnowInquiry, mayReadInquiry, mayRecordInquiry } from '../../src/modules/action-research/policy.ts'
import { findInquiryFor } from '../../src/modules/action-research/store.ts'
import { institutionIdOf } from '../../src/modules/people/identity.ts'
import { type Asker, globalId, testGateway } from '../harness/gateway.ts'
import {
  advance,
  begin,
  claimHeard,
  firstCycle,
  idOf,
  inquiryOf,
  invite,
  participant,
  remove,
  whole,
} from '../harness/inquiries.ts'

let gateway: Awaited<ReturnType<typeof testGateway>>
let ana: Asker
let ben: Asker
let friend: Asker
let stranger: Asker
let coordinator: Asker
let administrator: Asker
let inquiry: Awaited<ReturnType<typeof inquiryOf>>

const events = `query ($id: ID!, $first: Int, $after: String) { node(id: $id) { ... on Inquiry { version events(first: $first, after: $after) {
  nodes { number type event recordedAt } pageInfo { hasNextPage endCursor }
} } } }`
const cycle = { beginCycle: { cycle: 'c9', on: '2025-09-08' } }
const asRow = ({ key: id, ...row }: { key: string | null }) => ({ id, ...row })
const rowId = (id: string) => JSON.parse(Buffer.from(id, 'base64').toString().replace('Inquiry:', ''))[1] as string

beforeAll(async () => {
  gateway = await testGateway()
  ana = await participant(gateway, 'Test Author Ana')
  ben = await participant(gateway, 'Test Author Ben')
  friend = await participant(gateway, 'Test Friend')
  stranger = await participant(gateway, 'Test Stranger')
  coordinator = await gateway.signIn('coordinator')
  administrator = await gateway.signIn('administrator')
  inquiry = await inquiryOf(ana, [ben])
  await inquiry.next(...firstCycle, ...claimHeard)
  await ana.ask(invite, { inquiry: inquiry.id, person: idOf(friend) })
})

describe('members', () => {
  test('both authors read it whole, and so does a critical friend', async () => {
    const read = await inquiry.read(ana)
    expect(read).toMatchObject({ question: 'How do first meetings become more open?', viewerRole: 'AUTHOR' })
    expect(read.evidence).toHaveLength(2)
    expect(await inquiry.read(ben)).toEqual(read)
    expect(await inquiry.read(friend)).toEqual({ ...read, viewerRole: 'CRITICAL_FRIEND' })
  })

  test('find it among theirs, latest first, page by page', async () => {
    const writer = await participant(gateway, 'Test Author of several')
    const at = gateway.clock.now
    const begun: string[] = []
    for (const now of ['2026-03-02T09:00:01.000Z', '2026-03-02T09:00:02.000Z', '2026-03-02T09:00:02.000Z']) {
      gateway.clock.now = now
      begun.push((await inquiryOf(writer)).id)
    }
    gateway.clock.now = at
    const page =
      'query ($after: String) { myInquiries(first: 2, after: $after) { nodes { id } pageInfo { endCursor hasNextPage } } }'
    const first = (await writer.ask(page)).data.myInquiries
    const second = (await writer.ask(page, { after: first.pageInfo.endCursor })).data.myInquiries
    const ids = [...first.nodes, ...second.nodes].map(({ id }: { id: string }) => id)
    expect(ids).toHaveLength(3)
    expect(new Set(ids)).toEqual(new Set(begun))
    expect(ids[2]).toBe(begun[0])
    expect([first.pageInfo.hasNextPage, second.pageInfo.hasNextPage]).toEqual([true, false])
    expect((await friend.ask('{ myInquiries { nodes { id question } } }')).data.myInquiries.nodes).toEqual([
      { id: inquiry.id, question: 'How do first meetings become more open?' },
    ])
    expect((await writer.ask('{ myInquiries(first: 101) { nodes { id } } }')).errors?.[0]?.extensions?.code).toBe(
      'BAD_USER_INPUT',
    )
  })

  test('a critical friend reads and does not record, invite or take away', async () => {
    const asked = [
      (await friend.ask(advance, { inquiry: inquiry.id, command: cycle, version: inquiry.at.version })).data
        .advanceInquiry,
      (await friend.ask(invite, { inquiry: inquiry.id, person: idOf(stranger) })).data.inviteCriticalFriend,
      (await friend.ask(remove, { inquiry: inquiry.id, person: idOf(friend) })).data.removeCriticalFriend,
    ]
    for (const answer of asked) expect(answer).toMatchObject({ code: 'inquiry-of-others', path: 'inquiry' })
    const { data, errors } = await friend.ask(events, { id: inquiry.id })
    expect(errors?.[0]).toMatchObject({
      message: 'the events of an inquiry are for its authors, nobody else',
      extensions: { code: 'FORBIDDEN' },
    })
    expect(data.node).toEqual({ version: inquiry.at.version, events: null })
  })

  test('a critical friend comes and goes as an author says', async () => {
    const own = await inquiryOf(ben)
    const person = idOf(stranger)
    const invited = await ben.ask(invite, { inquiry: own.id, person })
    expect(invited.data.inviteCriticalFriend.members).toContainEqual({
      role: 'CRITICAL_FRIEND',
      personId: person,
      name: 'Test Stranger',
    })
    expect((await own.read(stranger)).question).toBe('How do first meetings become more open?')
    for (const twice of [person, idOf(ben)])
      expect((await ben.ask(invite, { inquiry: own.id, person: twice })).data.inviteCriticalFriend).toMatchObject({
        code: 'member-already',
        path: 'person',
      })
    expect((await ben.ask(remove, { inquiry: own.id, person })).data.removeCriticalFriend.members).toEqual([
      { role: 'AUTHOR', personId: idOf(ben) },
    ])
    expect((await stranger.ask(whole, { id: own.id })).errors?.[0]?.extensions?.code).toBe('FORBIDDEN')
    for (const who of [person, idOf(ben)])
      expect((await ben.ask(remove, { inquiry: own.id, person: who })).data.removeCriticalFriend).toMatchObject({
        code: 'no-critical-friend',
        path: 'person',
      })
    expect(await own.read(ben)).toMatchObject({ viewerRole: 'AUTHOR' })
  })

  test('nobody who is not there is invited', async () => {
    const theirs = await gateway.person('south')
    for (const person of [globalId('Person', 'south', theirs), globalId('Person', 'north', theirs)])
      expect((await ana.ask(invite, { inquiry: inquiry.id, person })).data.inviteCriticalFriend).toMatchObject({
        code: 'not-found',
        path: 'person',
      })
  })
})

describe('who runs programmes', () => {
  test('sees whose it is and how far, and nothing of what it asks and finds', async () => {
    for (const asker of [coordinator, administrator]) {
      const { data, errors } = await asker.ask(whole, { id: inquiry.id })
      expect(errors).toBeUndefined()
      const { model, status, version, openFacets, completeness, members, ...hidden } = data.node
      expect({ status, version, openFacets }).toEqual({
        status: 'UNDERWAY',
        version: inquiry.at.version,
        openFacets: ['ACT', 'OBSERVE'],
      })
      expect(completeness).toEqual({ label: 'work in progress', missing: ['reflection'] })
      expect(model.key).toBe('kemmis-mctaggart')
      expect(members).toHaveLength(3)
      expect(Object.values(hidden).every((value) => value === null)).toBe(true)
      expect(Object.keys(hidden)).toHaveLength(24)
      expect((await asker.ask(events, { id: inquiry.id })).errors?.[0]?.extensions?.code).toBe('FORBIDDEN')
    }
  })

  test('lists them all; nobody else does', async () => {
    const list = '{ inquiries(first: 100) { nodes { id question status } } }'
    expect((await coordinator.ask(list)).data.inquiries.nodes).toContainEqual({
      id: inquiry.id,
      question: null,
      status: 'UNDERWAY',
    })
    for (const role of ['participant', 'assessor', 'analyst', 'data-steward'] as const)
      expect((await (await gateway.signIn(role)).ask(list)).errors?.[0]?.extensions?.code, role).toBe('FORBIDDEN')
  })

  test('records nothing, not even with a person of their own', async () => {
    const variables = { inquiry: inquiry.id, command: cycle, version: inquiry.at.version }
    expect((await coordinator.ask(advance, variables)).errors?.[0]?.extensions?.code).toBe('FORBIDDEN')
    const busy = await gateway.signIn(['participant', 'coordinator'], 'north', await gateway.person('north'))
    expect((await busy.ask(advance, variables)).data.advanceInquiry).toMatchObject({ code: 'inquiry-of-others' })
    expect((await busy.ask(invite, { inquiry: inquiry.id, person: idOf(busy) })).data.inviteCriticalFriend.code).toBe(
      'inquiry-of-others',
    )
  })

  test('reads it where they are a member too', async () => {
    const both = await gateway.signIn('coordinator', 'north', ana.personId)
    expect((await inquiry.read(both)).viewerRole).toBe('AUTHOR')
  })
})

describe('everybody else', () => {
  test('is not answered, whatever their role', async () => {
    const without = await gateway.signIn('participant')
    const askers = [stranger, without]
    for (const role of ['assessor', 'analyst', 'data-steward'] as const) askers.push(await gateway.signIn(role))
    for (const asker of askers) {
      const { data, errors } = await asker.ask(whole, { id: inquiry.id })
      expect(errors?.[0]?.extensions?.code).toBe('FORBIDDEN')
      expect(data?.node ?? null).toBeNull()
      expect((await asker.ask('{ myInquiries { nodes { id } } }')).data.myInquiries.nodes).toEqual([])
    }
    for (const query of ['{ myInquiries { nodes { id } } }', '{ actionResearchModels { key } }'])
      expect((await gateway.ask(query)).errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED')
  })

  test('is told of no inquiry, as if there were none', async () => {
    const asked = async (id: string) => [
      (await stranger.ask(advance, { inquiry: id, command: cycle, version: 1 })).data.advanceInquiry,
      (await stranger.ask(invite, { inquiry: id, person: idOf(stranger) })).data.inviteCriticalFriend,
      (await stranger.ask(remove, { inquiry: id, person: idOf(friend) })).data.removeCriticalFriend,
    ]
    const missing = await asked(globalId('Inquiry', 'north', randomUUID()))
    expect(missing.map(({ code }) => code)).toEqual(['not-found', 'not-found', 'not-found'])
    expect(await asked(inquiry.id)).toEqual(missing)
  })

  test('of another institution is answered as if there were none, whatever they send', async () => {
    const [theirs, runs] = [
      await participant(gateway, 'Southern', 'south'),
      await gateway.signIn('coordinator', 'south'),
    ]
    const row = rowId(inquiry.id)
    for (const id of [inquiry.id, globalId('Inquiry', 'south', row)]) {
      for (const asker of [theirs, runs]) expect(await asker.ask(whole, { id })).toMatchObject({ data: { node: null } })
      expect((await theirs.ask(advance, { inquiry: id, command: cycle, version: 1 })).data.advanceInquiry.code).toBe(
        'not-found',
      )
      expect(
        (await theirs.ask(invite, { inquiry: id, person: idOf(theirs, 'south') })).data.inviteCriticalFriend.code,
      ).toBe('not-found')
    }
    expect((await runs.ask('{ inquiries { nodes { id } } }')).data.inquiries.nodes).toEqual([])
    const south = institutionIdOf('south')
    expect(await gateway.database.within(south, 'read', (tx) => findInquiryFor(tx, south, row))).toBeUndefined()
  })

  test('does not begin one without the role to take part', async () => {
    for (const role of ['coordinator', 'assessor', 'analyst', 'data-steward', 'administrator'] as const) {
      const asker = await gateway.signIn(role, 'north', await gateway.person('north'))
      const answer = await asker.ask(begin, { question: 'Why?', values: ['trust'], on: '2025-09-01' })
      expect(answer.errors?.[0]?.extensions?.code, role).toBe('FORBIDDEN')
    }
  })
})

test('policies: members read, authors record, who runs programmes knows of it, an account without a person is nobody', () => {
  const members = [
    { personId: 'a', role: 'author' },
    { personId: 'f', role: 'critical-friend' },
  ] as const
  const judged = (personId: string | null, ...roles: readonly string[]) => {
    const viewer = { personId, roles: new Set(roles) } as never
    return [mayKnowInquiry(viewer, members), mayReadInquiry(viewer, members), mayRecordInquiry(viewer, members)]
  }
  expect(judged('a', 'participant')).toEqual([true, true, true])
  expect(judged('f', 'participant')).toEqual([true, true, false])
  expect(judged('x', 'participant')).toEqual([false, false, false])
  expect(judged(null, 'participant')).toEqual([false, false, false])
  for (const role of ['coordinator', 'administrator']) expect(judged('x', role)).toEqual([true, false, false])
  for (const role of ['assessor', 'analyst', 'data-steward']) expect(judged('x', role)).toEqual([false, false, false])
})

describe('consent withdrawn', () => {
  test('takes evidence out of every view: list, timeline, claims, plans; what remains is marked', async () => {
    const own = await inquiryOf(ana)
    await own.next(...firstCycle, {
      revisePlan: {
        cycle: 'c1',
        on: '2025-10-05',
        reason: 'An answer in the interview',
        evidence: 'e1',
        steps: [{ id: 's2', action: 'Wait', observationMethods: ['field notes'] }],
      },
    })
    await own.next(...claimHeard, { addDisconfirming: { claim: 'q1', on: '2025-11-27', finding: { found: 'e1' } } })
    const before = JSON.stringify(await own.read())
    expect(before).toContain('"e1"')
    await own.next({ withdrawConsent: { consent: 'k1', scopes: ['ANALYSE'], on: '2025-12-01' } })
    const after = await own.read()
    expect(JSON.stringify(after)).not.toContain('"e1"')
    expect(after.evidence.map(({ key }: { key: string }) => key)).toEqual(['e2'])
    expect(after.cycles[0].plan.revisions).toMatchObject([{ reason: 'An answer in the interview', evidence: null }])
    expect(after.claims).toMatchObject([{ text: null, evidenceAgainst: [], citationsBeyondConsent: 1 }])
    expect(after.timeline.filter(({ kind }: { kind: string }) => kind === 'evidence')).toHaveLength(1)
    expect(after.consents).toMatchObject([
      {
        key: 'k1',
        scopes: ['COLLECT', 'QUOTE', 'REPORT_INTERNAL'],
        withdrawals: [{ on: '2025-12-01', scopes: ['ANALYSE'] }],
      },
    ])
  })

  test('of quoting alone takes the words and leaves the evidence', async () => {
    const own = await inquiryOf(ana)
    await own.next(...firstCycle, ...claimHeard, {
      withdrawConsent: { consent: 'k1', scopes: ['QUOTE'], on: '2025-12-01' },
    })
    const { claims, evidence, timeline } = await own.read()
    expect(claims).toMatchObject([{ text: null, citationsBeyondConsent: 0, flag: { because: 'CONSENT_WITHDRAWN' } }])
    expect(evidence).toHaveLength(2)
    expect(timeline.find(({ kind }: { kind: string }) => kind === 'claim').what).toBeNull()
  })
})

describe('taking it along', () => {
  test('an author has the whole history as events, page by page, and it leads to the same state', async () => {
    interface Page {
      nodes: { number: number; type: string; event: InquiryEvent; recordedAt: string }[]
      pageInfo: { endCursor: string; hasNextPage: boolean }
    }
    const nodes: Page['nodes'] = []
    for (let after: string | null = null, more = true; more; ) {
      const page: Page = (await ben.ask(events, { id: inquiry.id, first: 5, after })).data.node.events
      nodes.push(...page.nodes)
      after = page.pageInfo.endCursor
      more = page.pageInfo.hasNextPage
    }
    expect(nodes.map(({ number }) => number)).toEqual(Array.from({ length: inquiry.at.version }, (_, at) => at + 1))
    expect(nodes[0]).toMatchObject({
      type: 'InquiryBegun',
      recordedAt: '2026-03-02T09:00:00.000Z',
      event: { type: 'InquiryBegun', authors: [ana.personId, ben.personId], inquiry: rowId(inquiry.id) },
    })
    expect(nodes.every(({ type, event }) => type === event.type)).toBe(true)
    const again = fold(
      actionResearch(),
      nodes.map(({ event }) => event),
    )
    expect(timeline(again)).toEqual((await inquiry.read(ben)).timeline.map(asRow))
  })

  test('the state and a page of events are read together', async () => {
    const both = `query ($id: ID!) { node(id: $id) { ... on Inquiry { openFacets events(first: 2) { nodes { number } } } } }`
    expect((await ana.ask(both, { id: inquiry.id })).data.node).toEqual({
      openFacets: ['ACT', 'OBSERVE'],
      events: { nodes: [{ number: 1 }, { number: 2 }] },
    })
  })
})

test('a history that this version cannot read is refused whole; what its row says is still there', async () => {
  const author = await participant(gateway, 'Test Author of the future')
  const own = await inquiryOf(author)
  await own.next(...firstCycle.slice(0, 3))
  await gateway.database.asOwner((tx) =>
    tx.execute(
      sql`update commons.inquiry_event set event = '{"type":"OfTheFuture"}' where inquiry_id = ${rowId(own.id)} and number = 2`,
    ),
  )
  expect(await own.refused({ beginCycle: { cycle: 'c2', on: '2025-09-08' } })).toMatchObject({
    code: 'history-not-readable',
    message: expect.stringContaining('event 2 of inquiry'),
  })
  const read = async (fields: string) =>
    author.ask(`query ($id: ID!) { node(id: $id) { ... on Inquiry { ${fields} } } }`, { id: own.id })
  expect((await read('timeline { what }')).errors?.[0]).toMatchObject({
    message: expect.stringMatching(/^event 2 of inquiry .* is "OfTheFuture" in version 1, which this version/),
    extensions: { code: 'HISTORY_NOT_READABLE' },
  })
  expect((await read('question version')).data.node).toMatchObject({ version: 4 })
  expect((await read('events { nodes { type event } }')).data.node.events.nodes).toHaveLength(4)
})
