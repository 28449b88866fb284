import { describe, expect, test } from 'vitest'
import { testGateway } from '../harness/gateway.ts'

const gateway = await testGateway()
const { signIn, person } = gateway
const ana = await signIn('participant', 'north', await person('north'))
const bo = await signIn('participant', 'north', await person('north'))
const coordinator = await signIn('coordinator')
const stranger = await signIn('participant', 'south', await person('south'))

const add = async (asker: typeof ana, evidence: object) => {
  const answer = await asker.ask(
    'mutation($evidence: EvidenceInput!) { addEvidence(evidence: $evidence) { ... on Evidence { id version } ... on Refusal { code message } } }',
    { evidence },
  )
  return answer.data.addEvidence
}
const start = (asker: typeof ana, descriptor: string) =>
  asker.ask(
    'mutation($descriptor: String!) { startClaim(descriptor: $descriptor) { __typename ... on Claim { id version status descriptor category } ... on Refusal { code message path } } }',
    { descriptor },
  )
const choose = (asker: typeof ana, claim: string, evidence: readonly string[], expectedVersion: number) =>
  asker.ask(
    'mutation($claim: ID!, $evidence: [ID!]!, $expectedVersion: Int!) { chooseEvidence(claim: $claim, evidence: $evidence, expectedVersion: $expectedVersion) { __typename ... on Claim { id version evidence { nodes { id } } reading { ...R } } ... on Refusal { code message path } } } fragment R on ClaimReading { overall gap criteria { criterion answer } coverage { dimensions { code claimed { id } } } }',
    { claim, evidence, expectedVersion },
  )

describe('coverage', () => {
  test('every figure opens to the rows behind it', async () => {
    const met = await add(ana, { fromDay: '2026-01-10', title: 'Redesign', tags: ['psf-2023:A1', 'ukpsf-2011:A1'] })
    const { data } = await ana.ask(
      '{ myCoverage(edition: "psf-2023") { edition untouched singlePoint dimensions { code title claimed { id title fromDay } } } }',
    )
    expect(data.myCoverage.singlePoint).toEqual(['psf-2023:A1'])
    expect(data.myCoverage.untouched).toHaveLength(14)
    const behind = data.myCoverage.dimensions.find((at: { code: string }) => at.code === 'psf-2023:A1')
    expect(behind.claimed).toEqual([{ id: met.id, title: 'Redesign', fromDay: '2026-01-10' }])
    const row = await ana.ask('query($id: ID!) { node(id: $id) { ... on Evidence { title } } }', { id: met.id })
    expect(row.data.node.title).toBe('Redesign')
  })

  test('of nobody else is to be had, and an edition that is not there is told', async () => {
    const { data } = await bo.ask('{ myCoverage(edition: "psf-2023") { untouched } }')
    expect(data.myCoverage.untouched).toHaveLength(15)
    const unknown = await bo.ask('{ myCoverage(edition: "psf-2030") { untouched } }')
    expect(unknown.errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT')
  })

  test('a plan tells the gap before there is a claim', async () => {
    const { data } = await bo.ask('{ myPlan(descriptor: "psf-2023:D1") { overall gap nextBest } }')
    expect(data.myPlan.overall).toBe('NOT_COVERED')
    expect(data.myPlan.gap).toHaveLength(7)
    expect(data.myPlan.nextBest).toContain('comes next')
  })
})

describe('a claim', () => {
  test('begins as a draft to a descriptor of an edition; a bare code is refused', async () => {
    expect((await start(ana, 'PSF-2023:d2')).data.startClaim).toMatchObject({
      status: 'DRAFT',
      descriptor: 'psf-2023:D2',
      category: 'Fellow',
      version: 1,
    })
    expect((await start(ana, 'D2')).data.startClaim).toMatchObject({ code: 'bare-code', path: 'descriptor' })
  })

  test('rests on own evidence, is read as it stands, and an old version is refused', async () => {
    const claim = (await start(ana, 'psf-2023:D1')).data.startClaim.id
    const own = await add(ana, {
      fromDay: '2026-01-11',
      tags: ['psf-2023:V1', 'psf-2023:V3', 'psf-2023:K1', 'psf-2023:K2', 'psf-2023:K3', 'psf-2023:A1'],
    })
    const chosen = (await choose(ana, claim, [own.id, own.id], 1)).data.chooseEvidence
    expect(chosen.evidence.nodes).toEqual([{ id: own.id }])
    expect(chosen.reading).toMatchObject({ overall: 'NOT_COVERED', gap: ['psf-2023:A2'] })
    expect(chosen.reading.criteria.map((one: { answer: string }) => one.answer)).toEqual([
      'COVERED',
      'COVERED',
      'NOT_COVERED',
    ])
    expect((await choose(ana, claim, [], 1)).data.chooseEvidence.code).toBe('stale-version')
    const theirs = await add(bo, { fromDay: '2026-01-11' })
    expect((await choose(ana, claim, [own.id, theirs.id], 2)).data.chooseEvidence).toMatchObject({
      code: 'not-found',
      path: 'evidence[1]',
    })
  })

  test('with evidence of two editions is refused where it is read, with the reason', async () => {
    const claim = (await start(ana, 'psf-2023:D1')).data.startClaim.id
    const mixed = await add(ana, { fromDay: '2026-01-12', tags: ['psf-2023:V1', 'ukpsf-2011:K6'] })
    await choose(ana, claim, [mixed.id], 1)
    const { data } = await ana.ask(
      'query($id: ID!) { node(id: $id) { ... on Claim { reading { __typename ... on Refusal { code path } } } } }',
      { id: claim },
    )
    expect(data.node.reading).toEqual({ __typename: 'Refusal', code: 'mixed-editions', path: 'evidence[0].tags[1]' })
  })

  test('is its owner’s until it is submitted: a coordinator sees how far it is and nothing in it', async () => {
    const claim = (await start(ana, 'psf-2023:D1')).data.startClaim.id
    const own = await add(ana, { fromDay: '2026-01-13', title: 'Secret', tags: ['psf-2023:V1'] })
    await choose(ana, claim, [own.id], 1)
    const query =
      'query($id: ID!) { node(id: $id) { ... on Claim { status claimant mine evidence { nodes { id } } reading { __typename } submissions { number } } } }'
    expect((await coordinator.ask(query, { id: claim })).data.node).toMatchObject({
      status: 'DRAFT',
      mine: false,
      evidence: { nodes: [] },
      reading: null,
      submissions: [],
    })
    for (const other of [bo, await signIn('analyst'), await signIn('assessor'), await signIn('data-steward')])
      expect((await other.ask(query, { id: claim })).data?.node ?? null).toBeNull()
    expect((await stranger.ask(query, { id: claim })).data.node).toBeNull()
    expect((await choose(coordinator, claim, [], 2)).data.chooseEvidence.code).toBe('not-found')
    const all = await coordinator.ask('{ claims(status: DRAFT) { nodes { id } } }')
    expect(all.data.claims.nodes.map(({ id }: { id: string }) => id)).toContain(claim)
    expect((await bo.ask('{ claims { nodes { id } } }')).errors?.[0]?.extensions?.code).toBe('FORBIDDEN')
  })
})

describe('the crosswalk', () => {
  test('offers tags of another edition for review, and says what is lost', async () => {
    const old = await add(ana, { fromDay: '2026-01-14', tags: ['ukpsf-2011:K3', 'ukpsf-2011:K1'] })
    const propose =
      'query($id: ID!) { proposeMove(evidence: $id, to: "psf-2023") { ... on MoveProposal { proposed { from to row { relation certainty } } lost { tag reason } } ... on Refusal { code } } }'
    const { data } = await ana.ask(propose, { id: old.id })
    expect(data.proposeMove.proposed).toEqual([
      { from: 'ukpsf-2011:K3', to: 'psf-2023:K1', row: { relation: 'CLOSE', certainty: expect.any(String) } },
    ])
    expect(data.proposeMove.lost).toEqual([{ tag: 'ukpsf-2011:K1', reason: 'no-equivalent' }])
    expect((await bo.ask(propose, { id: old.id })).data.proposeMove.code).toBe('not-found')
  })

  test('moves what is accepted and nothing else, there and back to the same tags', async () => {
    const old = await add(ana, { fromDay: '2026-01-15', tags: ['ukpsf-2011:K3'] })
    const move = (to: string, accept: readonly string[], expectedVersion: number) =>
      ana.ask(
        'mutation($id: ID!, $to: String!, $accept: [String!]!, $expectedVersion: Int!) { moveEvidenceTags(evidence: $id, to: $to, accept: $accept, expectedVersion: $expectedVersion) { ... on Evidence { tags version } ... on Refusal { code path } } }',
        { id: old.id, to, accept, expectedVersion },
      )
    expect((await move('psf-2023', ['psf-2023:V5'], 1)).data.moveEvidenceTags).toMatchObject({ code: 'not-proposed' })
    expect((await move('psf-2023', ['psf-2023:K1'], 1)).data.moveEvidenceTags.tags).toEqual(['psf-2023:K1'])
    expect((await move('ukpsf-2011', ['ukpsf-2011:K3'], 2)).data.moveEvidenceTags.tags).toEqual(['ukpsf-2011:K3'])
  })
})
