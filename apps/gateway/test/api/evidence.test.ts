import { describe, expect, test } from 'vitest'
import { globalId, testGateway } from '../harness/gateway.ts'

const gateway = await testGateway()
const { signIn, person } = gateway
const [anaId, boId, cyId] = [await person('north', { name: 'Ana' }), await person('north'), await person('north')]
const ana = await signIn('participant', 'north', anaId)
const bo = await signIn('participant', 'north', boId)
const cy = await signIn('participant', 'north', cyId)
const coordinator = await signIn('coordinator')
const southId = await person('south')
const stranger = await signIn('participant', 'south', southId)

const fields =
  'id kind title fromDay toDay tags words address version mine originKind corroborations { by askedOn givenOn tags }'
const add = (asker: typeof ana, evidence: object, idempotencyKey?: string) =>
  asker.ask(
    `mutation($evidence: EvidenceInput!, $idempotencyKey: String) { addEvidence(evidence: $evidence, idempotencyKey: $idempotencyKey) { __typename ... on Evidence { ${fields} } ... on Refusal { code message path } } }`,
    { evidence, idempotencyKey },
  )
const added = async (asker: typeof ana, evidence: object) => (await add(asker, evidence)).data.addEvidence
const change = (asker: typeof ana, evidence: string, expectedVersion: number, fieldsChanged: object) =>
  asker.ask(
    `mutation($evidence: ID!, $change: EvidenceChange!, $expectedVersion: Int!) { reviseEvidence(evidence: $evidence, change: $change, expectedVersion: $expectedVersion) { __typename ... on Evidence { ${fields} } ... on Refusal { code message path } } }`,
    { evidence, change: fieldsChanged, expectedVersion },
  )
const askFor = (asker: typeof ana, evidence: string, personId: string) =>
  asker.ask(
    'mutation($evidence: ID!, $person: ID!) { askCorroboration(evidence: $evidence, person: $person) { __typename ... on Evidence { corroborations { by givenOn } } ... on Refusal { code path } } }',
    { evidence, person: globalId('Person', 'north', personId) },
  )
const giveWord = (asker: typeof ana, evidence: string, tags: readonly string[]) =>
  asker.ask(
    `mutation($evidence: ID!, $tags: [String!]!) { corroborateEvidence(evidence: $evidence, tags: $tags) { __typename ... on Evidence { ${fields} } ... on Refusal { code message path } } }`,
    { evidence, tags },
  )
const node = (asker: typeof ana, id: string) =>
  asker.ask(`query($id: ID!) { node(id: $id) { ... on Evidence { ${fields} } } }`, { id })

describe('adding', () => {
  test('codes are stored in their canonical spelling, and a bare one is refused with its place', async () => {
    const made = await added(ana, { kind: 'practice', fromDay: '2026-01-12', tags: [' PSF-2023:k3 ', 'psf-2023:K3'] })
    expect(made).toMatchObject({ tags: ['psf-2023:K3'], version: 1, mine: true, toDay: null, originKind: null })
    const bare = (await add(ana, { fromDay: '2026-01-12', tags: ['K3'] })).data.addEvidence
    expect(bare).toMatchObject({ __typename: 'Refusal', code: 'bare-code', path: 'tags[0]' })
  })

  test.each([
    [{ fromDay: '2026-03-03' }, 'day-in-the-future', 'fromDay'],
    [{ fromDay: '2026-01-01', toDay: '2026-03-03' }, 'day-in-the-future', 'toDay'],
    [{ fromDay: '2026-02-01', toDay: '2026-01-31' }, 'reversed-period', 'on'],
    [{ fromDay: '2026-01-01', title: '  ' }, 'empty-text', 'title'],
    [{ fromDay: '2026-01-01', words: -1 }, 'impossible-number', 'words'],
    [{ fromDay: '2026-01-01', address: 'http://example.org' }, 'malformed-address', 'address'],
    [{ fromDay: '2026-01-01', address: 'javascript:alert(1)' }, 'malformed-address', 'address'],
    [{ fromDay: '2026-01-01', tags: ['psf-2030:K1'] }, 'unknown-edition', 'tags[0]'],
  ])('%j is refused as %s', async (input, code, path) => {
    expect((await add(ana, input)).data.addEvidence).toMatchObject({ __typename: 'Refusal', code, path })
  })

  test('the same key twice adds one piece of evidence', async () => {
    const input = { fromDay: '2026-01-13', title: 'Once' }
    const [first, second] = [await add(ana, input, 'evidence-once'), await add(ana, input, 'evidence-once')]
    expect(second.data.addEvidence.id).toBe(first.data.addEvidence.id)
  })

  test('an account that stands for nobody has no portfolio', async () => {
    expect((await add(coordinator, { fromDay: '2026-01-12' })).data.addEvidence.code).toBe('account-without-person')
  })
})

describe('who sees it', () => {
  test('its owner; nobody else of the institution whatever their role, and nobody of another', async () => {
    const { id } = await added(ana, { fromDay: '2026-01-14', title: 'Mine' })
    expect((await node(ana, id)).data.node.title).toBe('Mine')
    for (const other of [bo, coordinator, await signIn('data-steward'), await signIn('analyst')]) {
      const answer = await node(other, id)
      expect(answer.data?.node ?? null).toBeNull()
    }
    expect((await node(stranger, id)).data.node).toBeNull()
  })

  test('whoever was asked for their word, who reads it and cannot change it', async () => {
    const { id } = await added(ana, { fromDay: '2026-01-15', title: 'Shown', tags: ['psf-2023:A2'] })
    expect((await giveWord(bo, id, ['psf-2023:A2'])).data.corroborateEvidence.code).toBe('not-found')
    expect((await askFor(ana, id, boId)).data.askCorroboration.__typename).toBe('Evidence')
    const waiting = await bo.ask('{ askedOfMe { nodes { id title mine } } }')
    expect(waiting.data.askedOfMe.nodes).toEqual([{ id, title: 'Shown', mine: false }])
    expect((await change(bo, id, 1, { title: 'Theirs' })).data.reviseEvidence.code).toBe('evidence-of-somebody-else')
    expect((await node(cy, id)).data?.node ?? null).toBeNull()
    await giveWord(bo, id, [])
    expect((await bo.ask('{ askedOfMe { nodes { id } } }')).data.askedOfMe.nodes).toEqual([])
  })
})

describe('words of others', () => {
  test('confirm the tags they name, of those that are claimed', async () => {
    const { id } = await added(ana, { fromDay: '2026-01-16', tags: ['psf-2023:A2', 'psf-2023:V3'] })
    await askFor(ana, id, boId)
    expect((await giveWord(bo, id, ['psf-2023:K1'])).data.corroborateEvidence).toMatchObject({
      code: 'confirmation-without-claim',
    })
    expect((await giveWord(bo, id, ['psf-2023:A2'])).data.corroborateEvidence.corroborations).toEqual([
      { by: globalId('Person', 'north', boId), askedOn: '2026-03-02', givenOn: '2026-03-02', tags: ['psf-2023:A2'] },
    ])
  })

  test('nobody gives their word on their own, and a person of another institution cannot be asked', async () => {
    const { id } = await added(ana, { fromDay: '2026-01-17', tags: ['psf-2023:A2'] })
    expect((await askFor(ana, id, anaId)).data.askCorroboration.code).toBe('self-corroboration')
    expect((await giveWord(ana, id, ['psf-2023:A2'])).data.corroborateEvidence.code).toBe('self-corroboration')
    expect((await askFor(ana, id, southId)).data.askCorroboration).toMatchObject({ code: 'not-found', path: 'person' })
  })

  test('stand for tags that stay, and are asked for anew when what they were about changes', async () => {
    const { id } = await added(ana, { fromDay: '2026-01-18', tags: ['psf-2023:A2', 'psf-2023:V3'] })
    await askFor(ana, id, boId)
    await giveWord(bo, id, ['psf-2023:A2', 'psf-2023:V3'])
    const fewer = (await change(ana, id, 1, { tags: ['psf-2023:V3', 'psf-2023:K1'] })).data.reviseEvidence
    expect(fewer.corroborations[0]).toMatchObject({ givenOn: '2026-03-02', tags: ['psf-2023:V3'] })
    const other = (await change(ana, id, 2, { title: 'Something else' })).data.reviseEvidence
    expect(other.corroborations[0]).toMatchObject({ givenOn: null, tags: [] })
  })
})

describe('changing', () => {
  test('what is left out stays, null becomes unknown, and an old version is refused', async () => {
    const { id } = await added(ana, { fromDay: '2026-01-19', title: 'Long', words: 900, tags: ['psf-2023:A2'] })
    const next = (await change(ana, id, 1, { words: null })).data.reviseEvidence
    expect(next).toMatchObject({ title: 'Long', words: null, tags: ['psf-2023:A2'], version: 2 })
    expect((await change(ana, id, 1, { words: 5 })).data.reviseEvidence).toMatchObject({
      code: 'stale-version',
      path: 'expectedVersion',
    })
  })

  test('removing takes it out of the portfolio', async () => {
    const { id } = await added(ana, { fromDay: '2026-01-20', title: 'Gone' })
    const remove = `mutation($id: ID!) { removeEvidence(evidence: $id) { __typename ... on Refusal { code } } }`
    expect((await bo.ask(remove, { id })).data.removeEvidence.code).toBe('not-found')
    expect((await ana.ask(remove, { id })).data.removeEvidence.__typename).toBe('MutationRemoveEvidenceSuccess')
    expect((await node(ana, id)).data.node).toBeNull()
  })
})

describe('made from a meeting', () => {
  const on = '2026-02-02'
  const setUp = async () => {
    const start = await coordinator.ask(
      'mutation { startProgramme(key: "evidence", title: "P", agreementRequired: false) { ... on Programme { id } } }',
    )
    const programme = start.data.startProgramme.id
    const proposed = await coordinator.ask(
      'mutation($programme: ID!, $participants: [ParticipantInput!]!) { proposeRelationship(programme: $programme, kind: DYAD, participants: $participants, on: "2026-02-01") { ... on Relationship { id } ... on Refusal { message } } }',
      {
        programme,
        participants: [
          { person: globalId('Person', 'north', anaId), role: 'MENTOR' },
          { person: globalId('Person', 'north', boId), role: 'MENTEE' },
        ],
      },
    )
    const relationship = proposed.data.proposeRelationship.id
    for (const [index, who] of [boId, anaId].entries())
      await coordinator.ask(
        'mutation($relationship: ID!, $by: ID!, $version: Int!) { advanceRelationship(relationship: $relationship, step: { accept: { by: $by, on: "2026-02-01" } }, expectedVersion: $version) { __typename ... on Refusal { message } } }',
        { relationship, by: globalId('Person', 'north', who), version: index + 1 },
      )
    const met = await ana.ask(
      'mutation($relationship: ID!) { recordMeeting(relationship: $relationship, heldOn: "2026-02-02", durationMinutes: 60, mode: ONLINE) { ... on Meeting { id } ... on Refusal { message } } }',
      { relationship },
    )
    return { meeting: met.data.recordMeeting.id as string, relationship: relationship as string }
  }
  const make = (asker: typeof ana, meeting: string) =>
    asker.ask(
      `mutation($meeting: ID!) { makeEvidence(from: { meeting: $meeting }, tags: ["psf-2023:V5"]) { __typename ... on Evidence { ${fields} meeting { id heldOn topics } } ... on Refusal { code path } } }`,
      { meeting },
    )

  test('it keeps the link, each participant once; who was not there cannot; a goal is its owner’s', async () => {
    const { meeting, relationship } = await setUp()
    const made = (await make(ana, meeting)).data.makeEvidence
    expect(made).toMatchObject({
      kind: 'mentoring',
      fromDay: on,
      originKind: 'MEETING',
      title: 'Mentoring meeting, as mentor',
      meeting: { id: meeting, heldOn: on, topics: [] },
    })
    expect((await make(ana, meeting)).data.makeEvidence.code).toBe('evidence-already-made')
    expect((await make(bo, meeting)).data.makeEvidence.title).toBe('Mentoring meeting, as mentee')
    expect((await make(cy, meeting)).data.makeEvidence).toMatchObject({ code: 'not-found', path: 'from' })
    expect((await make(stranger, meeting)).data.makeEvidence.code).toBe('not-found')
    // Whoever is asked for their word sees the evidence, and of the meeting nothing.
    await askFor(ana, made.id, cyId)
    const seen = await cy.ask('query($id: ID!) { node(id: $id) { ... on Evidence { title meeting { id } } } }', {
      id: made.id,
    })
    expect(seen.errors).toBeUndefined()
    expect(seen.data.node).toEqual({ title: 'Mentoring meeting, as mentor', meeting: null })

    // A goal is its owner's, and what it says stays with it.
    const set = await bo.ask(
      'mutation($relationship: ID!) { setGoal(relationship: $relationship, title: "Write a paper", setOn: "2026-02-03") { __typename ... on Goal { id } ... on Refusal { message } } }',
      { relationship },
    )
    const goal = set.data?.setGoal?.id
    expect(goal ?? set).toEqual(expect.any(String))
    const from = async (asker: typeof ana) =>
      (
        await asker.ask(
          'mutation($goal: ID!) { makeEvidence(from: { goal: $goal }) { ... on Evidence { id title fromDay origin } ... on Refusal { code } } }',
          { goal },
        )
      ).data.makeEvidence
    const own = await from(bo)
    expect(own).toMatchObject({ title: 'A goal set in mentoring', fromDay: '2026-02-03', origin: goal })
    expect((await from(ana)).code).toBe('not-found')
    await askFor(bo, own.id, cyId)
    expect(
      (await cy.ask('query($id: ID!) { node(id: $id) { ... on Evidence { origin } } }', { id: own.id })).data.node,
    ).toEqual({
      origin: null,
    })
  })
})

describe('made from an inquiry', () => {
  test('by its authors alone, with the link and the time it took', async () => {
    const begun = await ana.ask(
      'mutation { beginInquiry(question: "What helps mentees to plan?", values: ["care"], model: "kemmis-mctaggart", on: "2026-01-05") { __typename ... on Inquiry { id } ... on Refusal { code message } } }',
    )
    const inquiry = begun.data?.beginInquiry?.id
    expect(inquiry ?? begun).toEqual(expect.any(String))
    const make = async (asker: typeof ana) =>
      (
        await asker.ask(
          'mutation($inquiry: ID!) { makeEvidence(from: { inquiry: $inquiry }, tags: ["psf-2023:V3"]) { __typename ... on Evidence { id kind title fromDay toDay originKind inquiry { id } meeting { id } } ... on Refusal { code } } }',
          { inquiry },
        )
      ).data.makeEvidence
    const made = await make(ana)
    expect(made).toMatchObject({
      kind: 'inquiry',
      title: 'What helps mentees to plan?',
      fromDay: '2026-01-05',
      toDay: '2026-03-02',
      originKind: 'INQUIRY',
      inquiry: { id: inquiry },
      meeting: null,
    })
    expect((await make(bo)).code).toBe('not-found')
    expect((await make(ana)).code).toBe('evidence-already-made')
    await askFor(ana, made.id, boId)
    const seen = await bo.ask('query($id: ID!) { node(id: $id) { ... on Evidence { title inquiry { id } } } }', {
      id: made.id,
    })
    expect(seen.errors).toBeUndefined()
    expect(seen.data.node.inquiry).toBeNull()
  })
})
