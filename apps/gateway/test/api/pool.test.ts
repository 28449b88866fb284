import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Asker, globalId, testGateway } from '../harness/gateway.ts'
import { answered, carries, type Member, member, offered, programmeOf } from '../harness/pool.ts'

let gateway: Awaited<ReturnType<typeof testGateway>>
let coordinator: Asker
let southern: Asker
let programme: string

const ask = `mutation ($programme: ID!, $questions: [ApplicationQuestionInput!]!, $from: Day) {
  defineQuestions(programme: $programme, questions: $questions, from: $from) {
    __typename ... on Programme { questionSets { version from questions { key kind choicesMax charactersMax least } } } ... on Refusal { code message path } } }`
const apply = `mutation ($programme: ID!, $person: ID, $role: ParticipantRole = MENTEE, $answers: [ApplicationAnswerInput!], $appliedOn: Day, $waitsUntil: Day, $key: String, $cohort: ID) {
  applyToProgramme(programme: $programme, person: $person, role: $role, answers: $answers, appliedOn: $appliedOn, waitsUntil: $waitsUntil, idempotencyKey: $key, cohort: $cohort) {
    __typename ... on Application { id status appliedOn questionsVersion answers { question choices number text } person { name } } ... on Refusal { code message path } } }`
const withdraw = `mutation ($application: ID!) { withdrawApplication(application: $application) {
    __typename ... on Application { id status withdrawnOn } ... on Refusal { code message path } } }`
const statusQuery = 'query ($id: ID!) { node(id: $id) { ... on Application { status } } }'

const questions = [
  {
    key: 'subject',
    label: 'What do you teach?',
    askedOf: ['MENTEE'],
    required: true,
    answer: { text: { charactersMax: 40 } },
  },
  {
    key: 'mode',
    label: 'How would you meet?',
    askedOf: ['MENTEE', 'MENTOR'],
    required: false,
    answer: {
      choice: {
        options: [
          { code: 'online', label: 'Online' },
          { code: 'room', label: 'In a room' },
        ],
        choicesMax: 2,
      },
    },
  },
  {
    key: 'hours',
    label: 'Hours a month',
    askedOf: ['MENTOR'],
    required: true,
    answer: { number: { least: 1, most: 20 } },
  },
]
const subject = [{ text: { question: 'subject', text: 'Test subject' } }]

beforeAll(async () => {
  gateway = await testGateway()
  coordinator = await gateway.signIn('coordinator')
  southern = await gateway.signIn('coordinator', 'south')
  programme = await programmeOf(coordinator, 'pool')
  const defined = await coordinator.ask(ask, { programme, questions, from: '2026-01-01' })
  expect(defined.data?.defineQuestions.__typename, JSON.stringify(defined)).toBe('Programme')
})

async function applied(asker: Asker, variables: Record<string, unknown> = {}) {
  const answer = await asker.ask(apply, { programme, answers: subject, ...variables })
  expect(answer.data?.applyToProgramme, JSON.stringify(answer)).toBeDefined()
  return answer.data.applyToProgramme
}

const statusOf = async (asker: Asker, id: string) => (await asker.ask(statusQuery, { id })).data.node?.status

async function pair(places = 1): Promise<[Member, Member]> {
  const [mentor, mentee] = [await member(gateway, 'Test Mentor'), await member(gateway, 'Test Mentee')]
  await carries(mentor, mentor.id, places)
  return [mentor, mentee]
}

describe('questions', () => {
  test('are versions, each asked from its day; none takes the place of another', async () => {
    const own = await programmeOf(coordinator, 'questions')
    await coordinator.ask(ask, { programme: own, questions: [], from: '2026-01-01' })
    const second = await coordinator.ask(ask, { programme: own, questions, from: '2026-02-01' })
    expect(second.data.defineQuestions.questionSets.map((one: { version: number }) => one.version)).toEqual([2, 1])
    expect(second.data.defineQuestions.questionSets[0].questions[1]).toEqual({
      key: 'mode',
      kind: 'CHOICE',
      choicesMax: 2,
      charactersMax: null,
      least: null,
    })
    const back = await coordinator.ask(ask, { programme: own, questions, from: '2026-01-31' })
    expect(back.data.defineQuestions).toMatchObject({ code: 'date-goes-back', path: 'from' })
    const mentee = await member(gateway, 'Test Mentee')
    const early = await applied(coordinator, {
      programme: own,
      person: mentee.id,
      answers: [],
      appliedOn: '2026-01-15',
    })
    expect(early.questionsVersion).toBe(1)
  })

  test('that cannot be asked are refused where they are wrong', async () => {
    const twice = await coordinator.ask(ask, { programme, questions: [questions[0], questions[0]] })
    expect(twice.data.defineQuestions).toMatchObject({ code: 'question-not-usable', path: 'questions[1].key' })
  })

  test('are defined by coordinators, of their own institution', async () => {
    const participant = await member(gateway, 'Test Person')
    expect((await participant.ask(ask, { programme, questions })).errors?.[0]?.extensions?.code).toBe('FORBIDDEN')
    expect((await southern.ask(ask, { programme, questions })).data.defineQuestions.code).toBe('not-found')
  })
})

describe('an application', () => {
  test('is the applicant’s own, answered as it is asked', async () => {
    const mentee = await member(gateway, 'Test Mentee')
    const made = await applied(mentee, {
      answers: [...subject, { choice: { question: 'mode', choices: ['online', 'room'] } }],
    })
    expect(made).toMatchObject({
      status: 'WAITING',
      appliedOn: '2026-03-02',
      questionsVersion: 1,
      person: { name: 'Test Mentee' },
      answers: [
        { question: 'subject', text: 'Test subject', choices: null, number: null },
        { question: 'mode', choices: ['online', 'room'], text: null, number: null },
      ],
    })
  })

  test('that does not answer what is asked is refused', async () => {
    const mentee = await member(gateway, 'Test Mentee')
    expect(await applied(mentee, { answers: [] })).toMatchObject({ code: 'answer-missing' })
    expect(
      await applied(mentee, { answers: [...subject, { number: { question: 'hours', number: 3 } }] }),
    ).toMatchObject({ code: 'answer-not-usable', path: 'answers[1]' })
    const none = await programmeOf(coordinator, `none-${randomUUID().slice(0, 8)}`)
    expect(await applied(mentee, { programme: none, answers: [] })).toMatchObject({ code: 'no-questions' })
  })

  test('is not made for somebody else, except by a coordinator, on the day that the paper says', async () => {
    const [mentee, other] = [await member(gateway, 'Test Mentee'), await member(gateway, 'Test Other')]
    expect(await applied(other, { person: mentee.id })).toMatchObject({ code: 'not-found', path: 'person' })
    expect(await applied(mentee, { appliedOn: '2026-02-01' })).toMatchObject({ code: 'day-of-paper' })
    expect(await applied(coordinator, { person: mentee.id, appliedOn: '2026-04-01' })).toMatchObject({
      code: 'day-in-the-future',
    })
    expect(await applied(coordinator, { person: mentee.id, appliedOn: '2026-02-01' })).toMatchObject({
      appliedOn: '2026-02-01',
    })
    expect(await applied(coordinator, {})).toMatchObject({ code: 'person-missing' })
    expect(await applied(southern, { person: globalId('Person', 'south', randomUUID()) })).toMatchObject({
      code: 'not-found',
    })
  })

  test('is made once, however often it is sent; and not again while it waits', async () => {
    const mentee = await member(gateway, 'Test Mentee')
    const key = randomUUID()
    const [first, second] = [await applied(mentee, { key }), await applied(mentee, { key })]
    expect(second.id).toBe(first.id)
    expect(await applied(mentee)).toMatchObject({ code: 'applied-before' })
    const at = await member(gateway, 'Test Mentee')
    const answers = await Promise.all(Array.from({ length: 5 }, () => applied(at)))
    expect(answers.filter(({ __typename }) => __typename === 'Application')).toHaveLength(1)
  })

  test('is withdrawn by the applicant or a coordinator, and by nobody else', async () => {
    const [mentee, other] = [await member(gateway, 'Test Mentee'), await member(gateway, 'Test Other')]
    const { id } = await applied(mentee)
    const administrator = await gateway.signIn(['administrator', 'participant'])
    expect((await other.ask(withdraw, { application: id })).data.withdrawApplication.code).toBe('not-found')
    expect((await southern.ask(withdraw, { application: id })).data.withdrawApplication.code).toBe('not-found')
    expect((await administrator.ask(withdraw, { application: id })).data.withdrawApplication.code).toBe(
      'application-of-somebody-else',
    )
    expect((await mentee.ask(withdraw, { application: id })).data.withdrawApplication).toMatchObject({
      status: 'WITHDRAWN',
      withdrawnOn: '2026-03-02',
    })
    expect((await mentee.ask(withdraw, { application: id })).data.withdrawApplication.code).toBe('application-closed')
    expect((await applied(mentee)).status).toBe('WAITING')
  })

  test('is read by the applicant and who runs programmes; its answers by the applicant and coordinators only', async () => {
    const [mentee, other] = [await member(gateway, 'Test Mentee'), await member(gateway, 'Test Other')]
    const { id } = await applied(mentee)
    const query = 'query ($id: ID!) { node(id: $id) { id ... on Application { status answers { text } } } }'
    const [administrator, steward, analyst] = [
      await gateway.signIn('administrator'),
      await gateway.signIn('data-steward'),
      await gateway.signIn('analyst'),
    ]
    for (const reader of [mentee, coordinator])
      expect((await reader.ask(query, { id })).data.node.answers).toEqual([{ text: 'Test subject' }])
    expect((await administrator.ask(query, { id })).data.node).toMatchObject({ status: 'WAITING', answers: null })
    for (const reader of [other, steward, analyst])
      expect((await reader.ask(query, { id })).errors?.[0]?.extensions?.code).toBe('FORBIDDEN')
    expect((await southern.ask(query, { id })).data.node).toBeNull()
    expect((await gateway.ask(query, { id })).errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED')
    const list = '{ programme(key: "pool") { applications(first: 100) { nodes { id } } } }'
    expect((await coordinator.ask(list)).data.programme.applications.nodes).toContainEqual({ id })
    for (const reader of [mentee, steward, analyst])
      expect((await reader.ask(list)).errors?.[0]?.extensions?.code).toBe('FORBIDDEN')
    const mine = '{ myApplications { nodes { id } } }'
    expect((await mentee.ask(mine)).data.myApplications.nodes).toEqual([{ id }])
    expect((await other.ask(mine)).data.myApplications.nodes).toEqual([])
    expect((await coordinator.ask(mine)).data.myApplications.nodes).toEqual([])
  })

  test('stands where offers and relationships leave it: a decline returns it to the pool without a write', async () => {
    const [mentor, mentee] = await pair()
    const { id } = await applied(mentee)
    const hours = [{ number: { question: 'hours', number: 4 } }]
    const mentoring = await applied(mentor, { role: 'MENTOR', answers: hours })
    const first = await offered(coordinator, programme, mentor.id, mentee.id)
    expect(await statusOf(mentee, id)).toBe('OFFERED')
    expect(await statusOf(mentor, mentoring.id)).toBe('OFFERED')
    await answered(mentee, first.id, { decline: { reason: 'NOT_NOW' } })
    expect(await statusOf(mentee, id)).toBe('WAITING')
    expect(await statusOf(coordinator, mentoring.id)).toBe('WAITING')
    const [another] = await pair()
    const second = await offered(coordinator, programme, another.id, mentee.id)
    await answered(mentee, second.id, { accept: {} })
    expect(await statusOf(mentee, id)).toBe('OFFERED')
    await answered(another, second.id, { accept: {} })
    expect(await statusOf(mentee, id)).toBe('PLACED')
    expect(await applied(mentee)).toMatchObject({ __typename: 'Application', status: 'PLACED' })
  })

  test('expires after the day to which the applicant would wait', async () => {
    const mentee = await member(gateway, 'Test Mentee')
    const { id } = await applied(mentee, { waitsUntil: '2026-03-02' })
    expect(await statusOf(mentee, id)).toBe('WAITING')
    gateway.clock.now = '2026-03-03T09:00:00.000Z'
    expect(await statusOf(mentee, id)).toBe('EXPIRED')
    gateway.clock.now = '2026-03-02T09:00:00.000Z'
  })
})
