import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { sqlStateOf } from '../../src/db/errors.ts'
import { institutionIdOf } from '../../src/modules/people/identity.ts'
import { type Asker, testGateway } from '../harness/gateway.ts'
import { type Pair, pairIn, step } from '../harness/pair.ts'

let gateway: Awaited<ReturnType<typeof testGateway>>
let pair: Pair

beforeAll(async () => {
  gateway = await testGateway()
  pair = await pairIn(gateway)
})

const terms = {
  startsOn: '2026-02-01',
  endsOn: '2027-01-31',
  renewable: true,
  meetings: {
    everyDays: 42,
    durationMinutes: 60,
    modes: ['ONLINE'],
    arrangedBy: 'MENTEE',
    preparationDays: 2,
    cancellationHours: 24,
  },
  contact: { allowed: true, answerWithinDays: 5 },
  topicsIn: ['career'],
  topicsOut: ['teaching'],
  confidentialityExceptions: ['RISK_OF_HARM', 'LEGAL_DUTY'],
  openness: 'PRIVATE',
  reviewEveryDays: 90,
  problems: 'TALK_TO_EACH_OTHER',
  distance: { noJointInterests: true, noDecisionsAfterwards: true },
}

const draft = (asker: Asker, relationship: string, given: Record<string, unknown> = {}) =>
  asker
    .ask(
      `mutation ($relationship: ID!, $terms: AgreementTermsInput!, $on: Day!, $expected: Int!, $key: String) {
        draftAgreement(relationship: $relationship, terms: $terms, on: $on, expectedVersion: $expected, idempotencyKey: $key) {
          __typename
          ... on Agreement { version draftedOn draftedBy signatures { personId on } terms { topicsIn topicsOut noFaultEnding meetings { modes } } }
          ... on Refusal { code message path }
        }
      }`,
      { relationship, terms, on: '2026-01-13', expected: 0, ...given },
    )
    .then((answer) => answer.data?.draftAgreement ?? answer)

const sign = (asker: Asker, relationship: string, given: Record<string, unknown> = {}) =>
  asker
    .ask(
      `mutation ($relationship: ID!, $version: Int!, $on: Day!, $key: String) {
        signAgreement(relationship: $relationship, version: $version, on: $on, idempotencyKey: $key) {
          __typename
          ... on Agreement { version signatures { personId on } relationship { status version } }
          ... on Refusal { code message path }
        }
      }`,
      { relationship, version: 1, on: '2026-01-14', ...given },
    )
    .then((answer) => answer.data?.signAgreement ?? answer)

const read = (asker: Asker, id: string, on?: string) =>
  asker.ask(
    `query ($id: ID!, $on: Day) { node(id: $id) { ... on Relationship {
      agreement(on: $on) { version terms { endsOn topicsIn topicsOut openness } }
      agreements(first: 10) { nodes { version signatures { on } terms { topicsIn } } }
    } } }`,
    { id, on },
  )

describe('drafting and signing', () => {
  test('all sign a version, and the relationship moves on with the last signature', async () => {
    const { mentor, mentee, idOf } = pair
    const id = await pair.relationship('forming')
    expect(await draft(mentee, id)).toEqual({
      __typename: 'Agreement',
      version: 1,
      draftedOn: '2026-01-13',
      draftedBy: idOf(mentee),
      signatures: [],
      terms: { topicsIn: ['career'], topicsOut: ['teaching'], noFaultEnding: true, meetings: { modes: ['ONLINE'] } },
    })
    expect((await read(mentee, id)).data.node.agreement).toBeNull()
    expect(await sign(mentor, id)).toMatchObject({ relationship: { status: 'FORMING', version: 4 } })
    expect((await read(mentee, id)).data.node.agreement).toBeNull()
    expect(await sign(mentee, id, { on: '2026-01-20' })).toMatchObject({
      signatures: [
        { personId: idOf(mentor), on: '2026-01-14' },
        { personId: idOf(mentee), on: '2026-01-20' },
      ],
      relationship: { status: 'ACTIVE', version: 5 },
    })
    expect((await read(mentee, id, '2026-01-19')).data.node.agreement).toBeNull()
    expect((await read(mentee, id, '2026-01-20')).data.node.agreement).toMatchObject({ version: 1 })
  })

  test('the step is kept with the signature, and the course tells it', async () => {
    const id = await pair.relationship('forming')
    await draft(pair.mentor, id)
    await sign(pair.mentor, id)
    await sign(pair.mentee, id)
    const course = await pair.coordinator.ask(
      'query ($id: ID!) { node(id: $id) { ... on Relationship { periods { status from to } } } }',
      { id },
    )
    expect(course.data.node.periods).toEqual([
      { status: 'PROPOSED', from: '2026-01-05', to: '2026-01-12' },
      { status: 'OFFERED', from: '2026-01-12', to: '2026-01-12' },
      { status: 'FORMING', from: '2026-01-12', to: '2026-01-14' },
      { status: 'ACTIVE', from: '2026-01-14', to: null },
    ])
  })

  test('a signature whose step is refused leaves nothing behind', async () => {
    const id = await pair.relationship('forming')
    await draft(pair.mentor, id, { on: '2026-01-06' })
    expect(await sign(pair.mentor, id, { on: '2026-01-07' })).toMatchObject({ code: 'date-goes-back' })
    const { agreements } = (await read(pair.mentor, id)).data.node
    expect(agreements.nodes).toMatchObject([{ version: 1, signatures: [] }])
  })

  test('a next version takes the place of the one in force once all have signed it, and history stays', async () => {
    const { mentor, mentee } = pair
    const id = await pair.relationship('forming')
    await draft(mentee, id)
    await sign(mentee, id)
    await sign(mentor, id)
    const longer = { ...terms, endsOn: '2028-01-31' }
    expect(await draft(mentor, id, { terms: longer, on: '2026-02-02', expected: 1 })).toMatchObject({ version: 2 })
    await sign(mentor, id, { version: 2, on: '2026-02-03' })
    expect((await read(mentor, id)).data.node.agreement).toMatchObject({ version: 1, terms: { endsOn: '2027-01-31' } })
    expect(await sign(mentee, id, { version: 2, on: '2026-02-10' })).toMatchObject({
      relationship: { status: 'ACTIVE', version: 5 },
    })
    expect((await read(mentor, id)).data.node.agreement).toMatchObject({ version: 2, terms: { endsOn: '2028-01-31' } })
    expect((await read(mentor, id, '2026-02-09')).data.node.agreement).toMatchObject({ version: 1 })
    expect((await read(mentor, id)).data.node.agreements.nodes).toMatchObject([
      { version: 1, signatures: [{ on: '2026-01-14' }, { on: '2026-01-14' }] },
      { version: 2, signatures: [{ on: '2026-02-03' }, { on: '2026-02-10' }] },
    ])
  })

  test('what the package refuses is refused, and says where', async () => {
    const id = await pair.relationship('forming')
    const refused = (given: object) => draft(pair.mentee, id, { terms: { ...terms, ...given } })
    expect(await refused({ confidentialityExceptions: ['RISK_OF_HARM', 'SAFEGUARDING'] })).toMatchObject({
      code: 'terms-not-usable',
      path: 'terms.confidentialityExceptions',
    })
    expect(await refused({ topicsOut: ['career'] })).toMatchObject({ code: 'topic-twice' })
    expect(await refused({ topicsIn: ['football'] })).toMatchObject({ code: 'topic-not-listed' })
    expect(await refused({ endsOn: '2026-01-31' })).toMatchObject({ code: 'terms-not-usable' })
    expect(await draft(pair.mentee, id, { on: '2026-03-03' })).toMatchObject({ code: 'day-in-the-future', path: 'on' })
    expect(await sign(pair.mentee, id)).toMatchObject({ code: 'agreement-superseded' })
    expect(await draft(pair.mentee, await pair.relationship('proposed'))).toMatchObject({ code: 'step-not-allowed' })
  })

  test('a draft on a version that is not the latest is refused; so is a signature under a superseded one, and a second one', async () => {
    const { mentor, mentee } = pair
    const id = await pair.relationship('forming')
    expect(await draft(mentee, id, { expected: 1 })).toMatchObject({ code: 'stale-version', path: 'expectedVersion' })
    await draft(mentee, id)
    expect(await draft(mentor, id)).toMatchObject({ code: 'stale-version' })
    await draft(mentor, id, { expected: 1 })
    expect(await sign(mentee, id)).toMatchObject({ code: 'agreement-superseded' })
    await sign(mentee, id, { version: 2 })
    expect(await sign(mentee, id, { version: 2 })).toMatchObject({ code: 'already-done' })
  })

  test('signatures under two versions make nothing active; the same version signed by all does', async () => {
    const { mentor, mentee } = pair
    const id = await pair.relationship('forming')
    await draft(mentee, id)
    expect(await sign(mentor, id)).toMatchObject({ relationship: { status: 'FORMING', version: 4 } })
    await draft(mentee, id, { expected: 1, on: '2026-01-14' })
    expect(await sign(mentee, id, { version: 2 })).toMatchObject({ relationship: { status: 'FORMING', version: 5 } })
    expect((await read(mentee, id)).data.node.agreement).toBeNull()
    expect(await sign(mentor, id, { version: 2, on: '2026-01-15' })).toMatchObject({
      relationship: { status: 'ACTIVE', version: 6 },
    })
    expect((await read(mentee, id)).data.node.agreement).toMatchObject({ version: 2 })
  })

  test('whoever signed an earlier version signs the next one as well, and the last of all makes it active', async () => {
    const { mentor, mentee } = pair
    const id = await pair.relationship('forming')
    await draft(mentee, id)
    await sign(mentor, id)
    await draft(mentor, id, { expected: 1, on: '2026-01-14' })
    expect(await sign(mentor, id, { version: 2 })).toMatchObject({ relationship: { status: 'FORMING', version: 5 } })
    expect(await sign(mentee, id, { version: 2 })).toMatchObject({ relationship: { status: 'ACTIVE', version: 6 } })
  })

  test('of two drafts at the same moment one is kept', async () => {
    const id = await pair.relationship('forming')
    const answers = await Promise.all([draft(pair.mentee, id), draft(pair.mentor, id)])
    expect(answers.map(({ __typename }) => __typename).sort()).toEqual(['Agreement', 'Refusal'])
  })

  test('the same key gives one version and one signature', async () => {
    const id = await pair.relationship('forming')
    const key = randomUUID()
    const first = await draft(pair.mentee, id, { key })
    expect(await draft(pair.mentee, id, { key })).toEqual(first)
    const once = randomUUID()
    const signed = await sign(pair.mentee, id, { key: once })
    expect(await sign(pair.mentee, id, { key: once })).toEqual(signed)
    expect((await read(pair.mentee, id)).data.node.agreements.nodes).toHaveLength(1)
    expect(await sign(pair.mentee, id, { key, version: 1 })).toMatchObject({ code: 'idempotency-key-reused' })
  })

  test('the bare step is refused where there is a version to read, and open where there is none', async () => {
    const { mentee, idOf } = pair
    const id = await pair.relationship('forming')
    await draft(mentee, id)
    const bare = { signAgreement: { by: idOf(mentee), on: '2026-01-14' } }
    expect(await step(mentee, id, bare)).toMatchObject({
      code: 'agreement-drafted',
      message: expect.stringContaining('read version 1'),
    })
    expect(await step(mentee, await pair.relationship('forming'), bare)).toMatchObject({ status: 'FORMING' })
  })
})

describe('who may see and do what', () => {
  test('a coordinator keeps a copy without the topics; the pair sees all', async () => {
    const id = await pair.relationship('forming')
    await draft(pair.mentee, id)
    await sign(pair.mentee, id)
    await sign(pair.mentor, id)
    expect((await read(pair.mentor, id)).data.node.agreement.terms).toEqual({
      endsOn: '2027-01-31',
      topicsIn: ['career'],
      topicsOut: ['teaching'],
      openness: 'PRIVATE',
    })
    const seen = (await read(pair.coordinator, id)).data.node
    expect(seen.agreement.terms).toEqual({ endsOn: '2027-01-31', topicsIn: null, topicsOut: null, openness: 'PRIVATE' })
    expect(seen.agreements.nodes[0].terms.topicsIn).toBeNull()
  })

  test('nobody else reads it: no data steward, administrator, analyst, stranger or other institution', async () => {
    const id = await pair.relationship('forming')
    await draft(pair.mentee, id)
    await sign(pair.mentee, id)
    await sign(pair.mentor, id)
    for (const role of ['data-steward', 'administrator'] as const) {
      const answer = await read(await gateway.signIn(role), id)
      expect(answer.data.node, role).toEqual({ agreement: null, agreements: null })
      expect(answer.errors?.map(({ extensions }) => extensions?.code)).toEqual(['FORBIDDEN', 'FORBIDDEN'])
    }
    for (const asker of [pair.stranger, pair.analyst])
      expect((await read(asker, id)).errors?.[0]?.extensions?.code).toBe('FORBIDDEN')
    expect((await read(pair.southern, id)).data.node).toBeNull()
  })

  test('the pair drafts and signs, each for themselves; others learn nothing', async () => {
    const id = await pair.relationship('forming')
    expect(await draft(pair.stranger, id)).toMatchObject({ code: 'not-found' })
    expect(await draft(pair.southern, id)).toMatchObject({ code: 'not-found' })
    const busy = await gateway.signIn(['participant', 'coordinator'], 'north', await gateway.person('north'))
    expect(await draft(busy, id)).toMatchObject({ code: 'agreement-of-others' })
    await draft(pair.mentee, id)
    expect(await sign(busy, id)).toMatchObject({ code: 'agreement-of-others' })
    expect((await sign(pair.coordinator, id)).errors?.[0]?.extensions?.code).toBe('FORBIDDEN')
  })

  test('versions and signatures are only ever added to', async () => {
    for (const statement of [
      'update commons.agreement_version set version = 9',
      'delete from commons.agreement_version',
      "update commons.agreement_signature set signed_on = '2026-01-01'",
      'delete from commons.agreement_signature',
    ])
      await expect(
        gateway.database.within(institutionIdOf('north'), 'write', (tx) => tx.execute(sql.raw(statement))),
        statement,
      ).rejects.toSatisfy((error) => sqlStateOf(error) === '42501')
  })
})
