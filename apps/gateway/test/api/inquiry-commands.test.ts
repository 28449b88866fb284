import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Asker, globalId, testGateway } from '../harness/gateway.ts'
import { advance, claimHeard, firstCycle, idOf, inquiryOf, invite, participant } from '../harness/inquiries.ts'

let gateway: Awaited<ReturnType<typeof testGateway>>
let ana: Asker
let ben: Asker
let friend: Asker

beforeAll(async () => {
  gateway = await testGateway()
  ana = await participant(gateway, 'Test Author Ana')
  ben = await participant(gateway, 'Test Author Ben')
  friend = await participant(gateway, 'Test Friend')
})

const rowId = (id: string) => JSON.parse(Buffer.from(id, 'base64').toString().replace('Inquiry:', ''))[1] as string
const begin = `mutation ($model: String, $policy: InquiryPolicy, $from: InquiryDerivationInput) {
  beginInquiry(question: "How?", values: ["trust"], on: "2025-09-01", model: $model, policy: $policy, derivedFrom: $from) {
    __typename ... on Inquiry { id policy facets model { key } derivedFrom { inquiryId cycle reason } } ... on Refusal { code message path }
  }
}`

describe('cycles', () => {
  test('lie within others, rest, go on and are freed', async () => {
    const inquiry = await inquiryOf(ana)
    await inquiry.next(
      { beginCycle: { cycle: 'c1', on: '2025-09-08' } },
      { beginCycle: { cycle: 'c1.1', on: '2025-09-09', parent: 'c1' } },
      { beginCycle: { cycle: 'c1.2', on: '2025-09-09', parent: 'c1', detached: 'It runs into the next term' } },
      { beginFacet: { cycle: 'c1.1', facet: 'PLAN', on: '2025-09-10' } },
      { suspendCycle: { cycle: 'c1.1', on: '2025-09-20', reason: 'Exams' } },
    )
    const resting = (await inquiry.read()).cycles
    expect(resting[1]).toMatchObject({
      status: 'SUSPENDED',
      parent: 'c1',
      detached: null,
      rest: { since: '2025-09-20', reason: 'Exams', reopens: ['PLAN'] },
    })
    expect(resting[2]).toMatchObject({ detached: { on: '2025-09-09', reason: 'It runs into the next term' } })
    await inquiry.next(
      { resumeCycle: { cycle: 'c1.1', on: '2025-10-01' } },
      { detachCycle: { cycle: 'c1.1', on: '2025-10-02', reason: 'It became its own matter' } },
    )
    expect((await inquiry.read()).cycles[1]).toMatchObject({
      status: 'OPEN',
      rest: null,
      detached: { on: '2025-10-02', reason: 'It became its own matter' },
      suspensions: [{ from: '2025-09-20', to: '2025-10-01', reason: 'Exams' }],
    })
    expect(await inquiry.refused({ resumeCycle: { cycle: 'c1.1', on: '2025-10-03' } })).toMatchObject({
      code: 'cycle-not-suspended',
    })
  })
})

describe('who and what surrounds an inquiry', () => {
  test('is recorded and read: stakeholders, friends, groups, problems, changes, outlooks, remarks', async () => {
    const inquiry = await inquiryOf(ana, [ben])
    await inquiry.next(
      ...firstCycle,
      { nameStakeholder: { stakeholder: 's1', who: 'First-year mentees', on: '2025-10-02' } },
      { recordPart: { stakeholder: 's1', cycle: 'c1', facet: 'DIAGNOSE', part: 'Named it', on: '2025-10-02' } },
      { nameCriticalFriend: { friend: { person: idOf(friend) }, on: '2025-10-03' } },
      { nameCriticalFriend: { friend: { guest: 'a colleague elsewhere' }, on: '2025-10-03' } },
      { formValidationGroup: { group: 'g1', members: [idOf(friend)], guests: ['x'], on: '2025-10-04' } },
      { stateProblem: { problem: 'p1', statement: 'Mentees say little', on: '2025-10-05' } },
      {
        observeChange: {
          change: 'd1',
          problem: 'p1',
          observed: 'NO_CHANGE',
          text: 'Still little',
          evidence: ['e1'],
          on: '2025-10-06',
        },
      },
      { recordOutlook: { outlook: 'o1', cycle: 'c1', moment: 'AFTER', on: '2025-10-07', text: 'I see it' } },
      {
        recordOutlook: {
          outlook: 'o2',
          cycle: 'c1',
          participant: 'P1',
          moment: 'AFTER',
          on: '2025-10-07',
          text: 'I feel heard',
          consent: 'k1',
        },
      },
      { annotate: { annotation: 'a1', about: { kind: 'INQUIRY' }, on: '2025-10-08', text: 'Of one faculty' } },
      { annotate: { annotation: 'a2', about: { kind: 'EVIDENCE', key: 'e1' }, on: '2025-10-08', text: 'By phone' } },
    )
    const read = await inquiry.read(ben)
    expect(read).toMatchObject({
      stakeholders: [{ key: 's1', who: 'First-year mentees', parts: [{ facet: 'DIAGNOSE', part: 'Named it' }] }],
      criticalFriends: [
        { friend: { personId: idOf(friend), word: null } },
        { friend: { personId: null, word: 'a colleague elsewhere' } },
      ],
      validationGroups: [{ key: 'g1', members: [{ personId: idOf(friend) }, { word: 'x' }] }],
      problems: [{ key: 'p1', statement: 'Mentees say little' }],
      observedChanges: [{ key: 'd1', observed: 'NO_CHANGE', evidence: ['e1'] }],
      outlooks: [
        { key: 'o1', role: 'RESEARCHER', by: { personId: idOf(ana) } },
        { key: 'o2', role: 'PARTICIPANT', by: { word: 'P1' }, consent: 'k1' },
      ],
      annotations: [
        { key: 'a1', aboutKind: 'INQUIRY', aboutKey: rowId(inquiry.id), by: { personId: idOf(ana) } },
        { key: 'a2', aboutKind: 'EVIDENCE', aboutKey: 'e1' },
      ],
      warnings: [{ code: 'group-size', key: 'g1', certainty: 'FROM_MEMORY' }],
    })
    const quality = read.quality as { key: string; checks: { key: string; status: string; todo: string | null }[] }[]
    expect(quality).toHaveLength(8)
    const check = (criterion: string, key: string) =>
      quality.find((one) => one.key === criterion)?.checks.find((one) => one.key === key)
    expect(check('DEMOCRATIC', 'stakeholders-named')).toEqual({
      key: 'stakeholders-named',
      status: 'PRESENT',
      todo: null,
    })
    expect(check('PROCESS', 'claims-made')).toMatchObject({ status: 'MISSING', todo: expect.stringContaining('claim') })

    // What rests on a consent that is withdrawn is in no view any more.
    await inquiry.next({ withdrawConsent: { consent: 'k1', scopes: ['COLLECT', 'ANALYSE'], on: '2025-12-01' } })
    const after = await inquiry.read(ben)
    expect(after).toMatchObject({ observedChanges: [], outlooks: [{ key: 'o1' }], annotations: [{ key: 'a1' }] })
    for (const words of ['I feel heard', 'Still little', 'By phone']) expect(JSON.stringify(after)).not.toContain(words)
  })

  test('nobody of another institution is named, and nobody speaks for another author', async () => {
    const inquiry = await inquiryOf(ana, [ben])
    const theirs = globalId('Person', 'south', await gateway.person('south'))
    const refused = [
      { nameCriticalFriend: { friend: { person: theirs }, on: '2025-10-03' } },
      { nameCriticalFriend: { friend: { guest: randomUUID() }, on: '2025-10-03' } },
      { formValidationGroup: { group: 'g', members: [theirs], on: '2025-10-03' } },
    ]
    for (const command of refused) expect(await inquiry.refused(command)).toMatchObject({ code: 'not-found' })
    await inquiry.next({ beginCycle: { cycle: 'c1', on: '2025-09-08' } })
    expect(
      await inquiry.refused({
        recordOutlook: {
          outlook: 'o',
          cycle: 'c1',
          participant: ben.personId,
          moment: 'BEFORE',
          on: '2025-09-09',
          text: 'x',
        },
      }),
    ).toMatchObject({ code: 'reflection-of-somebody-else' })
  })
})

describe('beginning', () => {
  test('comes out of an inquiry that one may read, and out of a cycle that is there', async () => {
    const origin = await inquiryOf(ana)
    await origin.next({ beginCycle: { cycle: 'c1', on: '2025-09-08' } })
    const from = { inquiry: origin.id, cycle: 'c1', reason: 'Another matter' }
    expect((await ana.ask(begin, { policy: 'STRICT', from })).data.beginInquiry).toMatchObject({
      policy: 'STRICT',
      derivedFrom: { inquiryId: origin.id, cycle: 'c1', reason: 'Another matter' },
    })
    expect((await ana.ask(begin, { from: { ...from, cycle: 'c2' } })).data.beginInquiry).toMatchObject({
      code: 'not-found',
      path: 'derivedFrom.cycle',
    })
    const missing = globalId('Inquiry', 'north', randomUUID())
    const answers = await Promise.all([
      ben.ask(begin, { from }),
      ben.ask(begin, { from: { ...from, inquiry: missing } }),
    ])
    for (const { data } of answers)
      expect(data.beginInquiry).toMatchObject({ code: 'not-found', path: 'derivedFrom.inquiry' })
    expect(answers[0]?.data).toEqual(answers[1]?.data)
  })
})

describe('what is too much or too late', () => {
  test('a text beyond what is shown of it is refused with its place, and what does not fit a request is not read', async () => {
    const inquiry = await inquiryOf(ana)
    const long = (length: number) => ({
      annotate: { annotation: 'a', about: { kind: 'INQUIRY' }, on: '2025-09-08', text: 'x'.repeat(length) },
    })
    expect(await inquiry.refused(long(100_001))).toMatchObject({ code: 'text-too-long', path: 'text' })
    await inquiry.next(long(100_000))
    const many = {
      formValidationGroup: { group: 'g', guests: Array.from({ length: 5 }, (_, at) => `${at}${'y'.repeat(99_000)}`) },
    }
    expect(
      await inquiry.refused({ formValidationGroup: { ...many.formValidationGroup, on: '2025-09-08' } }),
    ).toMatchObject({ code: 'text-too-long' })
    const { errors } = await ana.ask(advance, { inquiry: inquiry.id, command: long(1_100_000), version: 2 })
    expect(errors?.[0]).toMatchObject({
      message: expect.stringContaining('at most 1048576 bytes'),
      extensions: { code: 'BAD_REQUEST' },
    })
  })

  test('consent that is withdrawn is not withdrawn again', async () => {
    const inquiry = await inquiryOf(ana)
    await inquiry.next(...firstCycle)
    const withdraw = { withdrawConsent: { consent: 'k1', scopes: ['QUOTE'], on: '2025-12-01' } }
    await inquiry.next(withdraw)
    const { version } = inquiry.at
    expect(await inquiry.refused(withdraw)).toMatchObject({ code: 'nothing-to-withdraw' })
    expect((await inquiry.read()).version).toBe(version)
    expect((await inquiry.read()).consents[0].withdrawals).toHaveLength(1)
  })
})

describe('the history', () => {
  test('says who recorded what and when; a critical friend does not read it', async () => {
    const inquiry = await inquiryOf(ana, [ben])
    await inquiry.next({ beginCycle: { cycle: 'c1', on: '2025-09-08' } })
    gateway.clock.now = '2026-03-02T10:00:00.000Z'
    await ben.ask(advance, {
      inquiry: inquiry.id,
      command: { stateProblem: { problem: 'p', statement: 's', on: '2025-09-08' } },
      version: 2,
    })
    gateway.clock.now = '2026-03-02T09:00:00.000Z'
    const query = `query ($id: ID!) { node(id: $id) { ... on Inquiry { events(first: 10) { nodes { number type recordedAt recordedBy { personId word } event } } } } }`
    const { nodes } = (await ana.ask(query, { id: inquiry.id })).data.node.events
    expect(nodes.map(({ event: _, ...one }: { event: object }) => one)).toEqual([
      { number: 1, type: 'InquiryBegun', recordedAt: '2026-03-02T09:00:00.000Z', recordedBy: by(ana) },
      { number: 2, type: 'CycleBegun', recordedAt: '2026-03-02T09:00:00.000Z', recordedBy: by(ana) },
      { number: 3, type: 'ProblemStated', recordedAt: '2026-03-02T10:00:00.000Z', recordedBy: by(ben) },
    ])
    await ana.ask(invite, { inquiry: inquiry.id, person: idOf(friend) })
    expect((await friend.ask(query, { id: inquiry.id })).errors?.[0]?.extensions?.code).toBe('FORBIDDEN')
  })
  const by = (asker: Asker) => ({ personId: idOf(asker), word: null })
})

describe('a history that cannot be read whole', () => {
  const asOwner = (statement: ReturnType<typeof sql>) => gateway.database.asOwner((tx) => tx.execute(statement))
  const spoils = {
    'an event of a newer version': (id: string) =>
      sql`update commons.inquiry_event set event = event || '{"eventVersion": 9}'::jsonb where inquiry_id = ${id} and number = 2`,
    'an event of no known type': (id: string) =>
      sql`update commons.inquiry_event set event = '{"type": "Unheard"}'::jsonb where inquiry_id = ${id} and number = 2`,
    'a gap': (id: string) => sql`delete from commons.inquiry_event where inquiry_id = ${id} and number = 2`,
    'an event that finds nothing to apply to': (id: string) =>
      sql`update commons.inquiry_event set event = '{"type": "CycleClosed", "cycle": "never", "on": "2025-09-09"}'::jsonb where inquiry_id = ${id} and number = 2`,
  }

  test.each(Object.keys(spoils) as (keyof typeof spoils)[])('%s is told, and nothing else breaks', async (name) => {
    const author = await participant(gateway, 'Test Author of a spoiled history')
    const whole = await inquiryOf(author)
    const spoiled = await inquiryOf(author)
    await spoiled.next(
      { beginCycle: { cycle: 'c1', on: '2025-09-08' } },
      { stateProblem: { problem: 'p', statement: 's', on: '2025-09-08' } },
    )
    await asOwner(spoils[name](rowId(spoiled.id)))
    const list = await author.ask('{ myInquiries(first: 10) { nodes { id question completeness { label } } } }')
    expect(list.data.myInquiries.nodes).toContainEqual(expect.objectContaining({ id: whole.id }))
    expect(list.errors).toHaveLength(1)
    expect(list.errors?.[0]?.extensions?.code).toBe('HISTORY_NOT_READABLE')
    expect(list.errors?.[0]?.message).toContain(rowId(spoiled.id))
    const one = await author.ask('query ($id: ID!) { node(id: $id) { ... on Inquiry { question cycles { key } } } }', {
      id: spoiled.id,
    })
    expect(one.data.node).toEqual({ question: 'How do first meetings become more open?', cycles: null })
    expect(await spoiled.refused({ beginCycle: { cycle: 'c2', on: '2025-09-08' } })).toMatchObject({
      code: 'history-not-readable',
    })
    await whole.next({ beginCycle: { cycle: 'c2', on: '2025-09-08' } })
  })

  test('what the first version of an event said is read in its present shape', async () => {
    const inquiry = await inquiryOf(ana)
    await inquiry.next(...firstCycle, ...claimHeard)
    await asOwner(
      sql`update commons.inquiry_event set event = event - 'eventVersion' - 'standards' where inquiry_id = ${rowId(inquiry.id)} and type = 'ClaimMade'`,
    )
    expect((await inquiry.read()).claims).toMatchObject([{ key: 'q1', standards: [] }])
    await inquiry.next({ validateClaim: { claim: 'q1', on: '2025-11-26' } })
  })
})
