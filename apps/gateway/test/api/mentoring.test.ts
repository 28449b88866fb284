import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Asker, globalId, testGateway } from '../harness/gateway.ts'

let gateway: Awaited<ReturnType<typeof testGateway>>
let coordinator: Asker
let mentor: Asker
let mentee: Asker
let programme: string
let cohort: string

const start = `mutation ($key: String!, $topics: [TopicInput!]) {
  startProgramme(key: $key, title: "A test programme", briefingRequiredFor: [MENTOR], topics: $topics) {
    __typename ... on Programme { id key topics { code } } ... on Refusal { code message path }
  }
}`
const propose = `mutation ($programme: ID!, $cohort: ID, $participants: [ParticipantInput!]!, $on: Day!, $key: String) {
  proposeRelationship(programme: $programme, cohort: $cohort, kind: DYAD, participants: $participants, on: $on, idempotencyKey: $key) {
    __typename ... on Relationship { id status version allowedSteps participants { role person { name } } } ... on Refusal { code message path }
  }
}`
const advance = `mutation ($relationship: ID!, $step: RelationshipStepInput!, $version: Int!, $key: String) {
  advanceRelationship(relationship: $relationship, step: $step, expectedVersion: $version, idempotencyKey: $key) {
    __typename ... on Relationship { id status version ending { on reason } } ... on Refusal { code message path }
  }
}`
const meet = `mutation ($relationship: ID!, $heldOn: Day!, $topics: [String!]) {
  recordMeeting(relationship: $relationship, heldOn: $heldOn, durationMinutes: 60, mode: ONLINE, topics: $topics) {
    __typename ... on Meeting { id heldOn durationMinutes mode topics } ... on Refusal { code message path }
  }
}`

const idOf = (asker: Asker) => globalId('Person', 'north', asker.personId ?? '')
const pair = () => [
  { person: idOf(mentor), role: 'MENTOR' },
  { person: idOf(mentee), role: 'MENTEE' },
]

beforeAll(async () => {
  gateway = await testGateway()
  coordinator = await gateway.signIn('coordinator')
  mentor = await gateway.signIn('participant', 'north', await gateway.person('north', { name: 'Test Mentor' }))
  mentee = await gateway.signIn('participant', 'north', await gateway.person('north', { name: 'Test Mentee' }))
  const started = await coordinator.ask(start, { key: 'test', topics: [{ code: 'teaching', label: 'Teaching' }] })
  programme = started.data.startProgramme.id
  const opened = await coordinator.ask(
    'mutation ($p: ID!) { openCohort(programme: $p, label: "Cohort 1") { ... on Cohort { id ordinal startsOn } } }',
    { p: programme },
  )
  expect(opened.data.openCohort).toMatchObject({ ordinal: 1, startsOn: null })
  cohort = opened.data.openCohort.id
})

async function proposed(on = '2026-01-05') {
  const answer = await coordinator.ask(propose, { programme, cohort, participants: pair(), on })
  expect(answer.data?.proposeRelationship.__typename, JSON.stringify(answer)).toBe('Relationship')
  return answer.data.proposeRelationship.id as string
}

async function active() {
  const relationship = await proposed()
  const day = '2026-01-12'
  const steps: [Asker, object][] = [
    [mentee, { accept: { by: idOf(mentee), on: day } }],
    [mentor, { accept: { by: idOf(mentor), on: day } }],
    [mentee, { signAgreement: { by: idOf(mentee), on: day } }],
    [mentor, { signAgreement: { by: idOf(mentor), on: day } }],
    [coordinator, { completeBriefing: { by: idOf(mentor), on: day, role: 'MENTOR' } }],
  ]
  let version = 1
  for (const [asker, step] of steps) {
    const answer = await asker.ask(advance, { relationship, step, version })
    expect(answer.data?.advanceRelationship.__typename, JSON.stringify(answer)).toBe('Relationship')
    version = answer.data.advanceRelationship.version
  }
  return { relationship, version }
}

describe('the life of a relationship', () => {
  test('is proposed, accepted by both, agreed, active, wound down and ended', async () => {
    const { relationship, version } = await active()
    const wound = await mentor.ask(advance, {
      relationship,
      step: { windDown: { by: idOf(mentor), on: '2026-02-02' } },
      version,
    })
    expect(wound.data.advanceRelationship.status).toBe('WINDING_DOWN')
    const ended = await mentee.ask(advance, {
      relationship,
      step: { end: { by: idOf(mentee), on: '2026-02-20', reason: 'COMPLETED' } },
      version: version + 1,
    })
    expect(ended.data.advanceRelationship).toMatchObject({ status: 'ENDED', ending: { reason: 'COMPLETED' } })
  })

  test('a step that is not open is refused and changes nothing', async () => {
    const relationship = await proposed()
    const answer = await coordinator.ask(advance, { relationship, step: { resume: { on: '2026-01-06' } }, version: 1 })
    expect(answer.data.advanceRelationship.__typename).toBe('Refusal')
    const read = await coordinator.ask(
      'query ($id: ID!) { node(id: $id) { ... on Relationship { status version } } }',
      { id: relationship },
    )
    expect(read.data.node).toEqual({ status: 'PROPOSED', version: 1 })
  })

  test('a stale version is refused as a conflict that names the current one', async () => {
    const relationship = await proposed()
    const step = { accept: { by: idOf(mentee), on: '2026-01-06' } }
    await mentee.ask(advance, { relationship, step, version: 1 })
    const late = await mentor.ask(advance, {
      relationship,
      step: { accept: { by: idOf(mentor), on: '2026-01-06' } },
      version: 1,
    })
    expect(late.data.advanceRelationship).toMatchObject({
      code: 'stale-version',
      path: 'expectedVersion',
      message: expect.stringContaining('version 2'),
    })
  })

  test('of two steps at one version, at the same moment, one is taken', async () => {
    const relationship = await proposed()
    const step = { accept: { by: idOf(mentee), on: '2026-01-06' } }
    const answers = await Promise.all([1, 2, 3].map(() => coordinator.ask(advance, { relationship, step, version: 1 })))
    expect(answers.map(({ data }) => data.advanceRelationship.__typename).sort()).toEqual([
      'Refusal',
      'Refusal',
      'Relationship',
    ])
  })

  test('nobody takes the step of somebody else, except a coordinator on their behalf', async () => {
    const relationship = await proposed()
    const step = { accept: { by: idOf(mentee), on: '2026-01-06' } }
    expect((await mentor.ask(advance, { relationship, step, version: 1 })).data.advanceRelationship.code).toBe(
      'step-of-somebody-else',
    )
    expect((await coordinator.ask(advance, { relationship, step, version: 1 })).data.advanceRelationship.status).toBe(
      'OFFERED',
    )
  })

  test('a day in the future is refused', async () => {
    const relationship = await proposed()
    const answer = await mentee.ask(advance, {
      relationship,
      step: { accept: { by: idOf(mentee), on: '2027-01-01' } },
      version: 1,
    })
    expect(answer.data.advanceRelationship.code).toBe('day-in-the-future')
  })

  test('the reason that one gives is no-fault to the other', async () => {
    const { relationship, version } = await active()
    await mentee.ask(advance, {
      relationship,
      step: { end: { by: idOf(mentee), on: '2026-02-20', reason: 'CONFLICT' } },
      version,
    })
    const query = 'query ($id: ID!) { node(id: $id) { ... on Relationship { ending { reason } } } }'
    expect((await mentee.ask(query, { id: relationship })).data.node.ending.reason).toBe('CONFLICT')
    for (const other of [mentor, coordinator])
      expect((await other.ask(query, { id: relationship })).data.node.ending.reason).toBe('NO_FAULT')
  })

  test('a pair of whom one declined is not proposed again', async () => {
    const [a, b] = [await gateway.person('north'), await gateway.person('north')]
    const participants = [
      { person: globalId('Person', 'north', a), role: 'MENTOR' },
      { person: globalId('Person', 'north', b), role: 'MENTEE' },
    ]
    const first = await coordinator.ask(propose, { programme, participants, on: '2026-01-05' })
    await coordinator.ask(advance, {
      relationship: first.data.proposeRelationship.id,
      step: { decline: { by: globalId('Person', 'north', b), on: '2026-01-06' } },
      version: 1,
    })
    const again = await coordinator.ask(propose, { programme, participants, on: '2026-01-08' })
    expect(again.data.proposeRelationship.code).toBe('pair-declined-before')
  })
})

describe('meetings', () => {
  test('hold when, how long, how and about which listed topics', async () => {
    const { relationship } = await active()
    const answer = await mentee.ask(meet, { relationship, heldOn: '2026-02-03', topics: ['teaching'] })
    expect(answer.data.recordMeeting).toMatchObject({
      heldOn: '2026-02-03',
      durationMinutes: 60,
      mode: 'ONLINE',
      topics: ['teaching'],
    })
  })

  test('there is no way to say what was said: no argument, no column, no topic of one’s own', async () => {
    const { relationship } = await active()
    const withNotes = await mentee.ask(meet.replace('mode: ONLINE', 'mode: ONLINE, notes: "secret"'), {
      relationship,
      heldOn: '2026-02-03',
    })
    expect(withNotes.errors?.[0]?.message).toContain('Unknown argument "notes"')
    const ownTopic = await mentee.ask(meet, { relationship, heldOn: '2026-02-03', topics: ['what we really said'] })
    expect(ownTopic.data.recordMeeting.code).toBe('topic-not-listed')
  })

  test('topics are for the pair; a coordinator sees that they met', async () => {
    const { relationship } = await active()
    await mentee.ask(meet, { relationship, heldOn: '2026-02-03', topics: ['teaching'] })
    const query =
      'query ($id: ID!) { node(id: $id) { ... on Relationship { meetings(first: 5) { nodes { heldOn topics } } } } }'
    expect((await mentor.ask(query, { id: relationship })).data.node.meetings.nodes).toEqual([
      { heldOn: '2026-02-03', topics: ['teaching'] },
    ])
    expect((await coordinator.ask(query, { id: relationship })).data.node.meetings.nodes).toEqual([
      { heldOn: '2026-02-03', topics: null },
    ])
  })

  test('are recorded by the people who met, and by nobody else', async () => {
    const { relationship } = await active()
    const stranger = await gateway.signIn('participant', 'north', await gateway.person('north'))
    expect((await stranger.ask(meet, { relationship, heldOn: '2026-02-03' })).data.recordMeeting.code).toBe('not-found')
    const busy = await gateway.signIn(['participant', 'coordinator'], 'north', await gateway.person('north'))
    expect((await busy.ask(meet, { relationship, heldOn: '2026-02-03' })).data.recordMeeting.code).toBe(
      'meeting-of-others',
    )
  })
})

describe('who may see what', () => {
  test('a participant sees their own relationships and no others', async () => {
    const relationship = await proposed()
    const stranger = await gateway.signIn('participant', 'north', await gateway.person('north'))
    expect((await stranger.ask('{ myRelationships { nodes { id } } }')).data.myRelationships.nodes).toEqual([])
    const answer = await stranger.ask('query ($id: ID!) { node(id: $id) { id ... on Relationship { status } } }', {
      id: relationship,
    })
    expect(answer.errors?.[0]?.extensions?.code).toBe('FORBIDDEN')
    const mine = await mentee.ask('{ myRelationships(first: 100) { nodes { id } } }')
    expect(mine.data.myRelationships.nodes).toContainEqual({ id: relationship })
  })

  test('an analyst reaches no person, no relationship and no participation', async () => {
    const analyst = await gateway.signIn('analyst')
    const relationship = await proposed()
    const closed = [
      '{ people { nodes { id } } }',
      '{ programme(key: "test") { relationships { nodes { id } } } }',
      '{ programme(key: "test") { cohorts { nodes { participations { nodes { role } } } } } }',
      `{ node(id: "${relationship}") { ... on Relationship { status } } }`,
      `{ node(id: "${idOf(mentee)}") { ... on Person { name } } }`,
      '{ accounts { nodes { subject } } }',
    ]
    for (const query of closed)
      expect((await analyst.ask(query)).errors?.[0]?.extensions?.code, query).toBe('FORBIDDEN')
  })

  test('a mutation is refused to a role that may not', async () => {
    const analyst = await gateway.signIn('analyst')
    expect((await analyst.ask(start, { key: 'mine' })).errors?.[0]?.extensions?.code).toBe('FORBIDDEN')
  })
})

describe('sending again', () => {
  test('the same key gives one effect and the same answer', async () => {
    const variables = { programme, participants: pair(), on: '2026-01-07', key: randomUUID() }
    const first = await coordinator.ask(propose, variables)
    const second = await coordinator.ask(propose, variables)
    expect(second.data.proposeRelationship.id).toBe(first.data.proposeRelationship.id)
  })

  test('five at the same moment give one effect', async () => {
    const variables = { programme, participants: pair(), on: '2026-01-07', key: randomUUID() }
    const answers = await Promise.all(Array.from({ length: 5 }, () => coordinator.ask(propose, variables)))
    expect(new Set(answers.map(({ data }) => data.proposeRelationship.id)).size).toBe(1)
  })

  test('the same key with another request is refused', async () => {
    const key = randomUUID()
    await coordinator.ask(propose, { programme, participants: pair(), on: '2026-01-07', key })
    const other = await coordinator.ask(propose, { programme, participants: pair(), on: '2026-01-08', key })
    expect(other.data.proposeRelationship.code).toBe('idempotency-key-reused')
  })

  test('a refused request does not use up its key', async () => {
    const key = randomUUID()
    const refused = await coordinator.ask(propose, {
      programme,
      participants: pair().slice(0, 1),
      on: '2026-01-07',
      key,
    })
    expect(refused.data.proposeRelationship.__typename).toBe('Refusal')
    const accepted = await coordinator.ask(propose, { programme, participants: pair(), on: '2026-01-07', key })
    expect(accepted.data.proposeRelationship.__typename).toBe('Relationship')
  })

  test('a key is one account’s own', async () => {
    const key = randomUUID()
    const other = await gateway.signIn('coordinator')
    const [a, b] = [
      await coordinator.ask(propose, { programme, participants: pair(), on: '2026-01-07', key }),
      await other.ask(propose, { programme, participants: pair(), on: '2026-01-07', key }),
    ]
    expect(a.data.proposeRelationship.id).not.toBe(b.data.proposeRelationship.id)
  })
})

test('two mutations in one request each have their own effect: a later refusal takes nothing back', async () => {
  const answer = await coordinator.ask(`mutation {
    a: startProgramme(key: "first-of-two", title: "A") { __typename ... on Programme { key } }
    b: startProgramme(key: "Not A Key", title: "B") { __typename ... on Refusal { code } }
  }`)
  expect(answer.data).toEqual({
    a: { __typename: 'Programme', key: 'first-of-two' },
    b: { __typename: 'Refusal', code: 'key-not-usable' },
  })
  expect((await coordinator.ask('{ programme(key: "first-of-two") { key } }')).data.programme).toEqual({
    key: 'first-of-two',
  })
})
