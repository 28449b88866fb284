import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { sqlStateOf } from '../../src/db/errors.ts'
import { institutionIdOf } from '../../src/modules/people/identity.ts'
import { type Asker, globalId, testGateway } from '../harness/gateway.ts'
import { type Pair, pairIn } from '../harness/pair.ts'

let gateway: Awaited<ReturnType<typeof testGateway>>
let pair: Pair

beforeAll(async () => {
  gateway = await testGateway()
  pair = await pairIn(gateway)
})

const codeOf = (answer: Awaited<ReturnType<Asker['ask']>>) => answer.errors?.[0]?.extensions?.code
const someone = async () => pair.personId(await gateway.person('north'))

const train = (asker: Asker, given: Record<string, unknown>) =>
  asker
    .ask(
      `mutation ($person: ID!, $training: String!, $on: Day!, $until: Day, $key: String) {
        recordTraining(person: $person, training: $training, completedOn: $on, validUntil: $until, idempotencyKey: $key) {
          __typename ... on Training { training completedOn validUntil } ... on Refusal { code path }
        }
      }`,
      { training: 'foundations', on: '2026-01-10', ...given },
    )
    .then((answer) => answer.data?.recordTraining ?? answer)
const brief = (asker: Asker, given: Record<string, unknown>) =>
  asker
    .ask(
      `mutation ($person: ID!, $programme: ID!, $role: ParticipantRole!, $on: Day!) {
        recordBriefing(person: $person, programme: $programme, role: $role, completedOn: $on) {
          __typename ... on Briefing { role completedOn programme { key } } ... on Refusal { code path }
        }
      }`,
      { programme: pair.programme, role: 'MENTOR', on: '2026-01-10', ...given },
    )
    .then((answer) => answer.data?.recordBriefing ?? answer)
const supervise = (asker: Asker, given: Record<string, unknown>) =>
  asker
    .ask(
      `mutation ($supervisor: ID!, $mentors: [ID!]!, $on: Day!, $minutes: Int!, $mode: SupervisionMode!, $functions: [SupervisionFunction!]!, $key: String) {
        recordSupervision(supervisor: $supervisor, mentors: $mentors, heldOn: $on, durationMinutes: $minutes, mode: $mode, functions: $functions, idempotencyKey: $key) {
          __typename ... on SupervisionSession { id supervisorId mentorIds heldOn durationMinutes mode functions } ... on Refusal { code path }
        }
      }`,
      { on: '2026-02-10', minutes: 60, mode: 'INDIVIDUAL', functions: ['RESOURCING'], ...given },
    )
    .then((answer) => answer.data?.recordSupervision ?? answer)
const rules = (asker: Asker, given: Record<string, unknown>) =>
  asker
    .ask(
      `mutation ($programme: ID!, $rules: [EligibilityRuleInput!]!, $version: Int!, $key: String) {
        setEligibilityRules(programme: $programme, rules: $rules, expectedVersion: $version, idempotencyKey: $key) {
          __typename ... on Programme { eligibilityVersion eligibilityRules { asks training role minutes withinDays } } ... on Refusal { code path }
        }
      }`,
      { version: 0, ...given },
    )
    .then((answer) => answer.data?.setEligibilityRules ?? answer)
const eligible = (asker: Asker, person: string, programme: string, on?: string) =>
  asker.ask(
    `query ($person: ID!, $programme: ID!, $on: Day) { mentorEligibility(person: $person, programme: $programme, on: $on) {
      eligible rulesVersion unmet { reason next rule { asks } }
    } }`,
    { person, programme, on },
  )
const started = async () =>
  (
    await pair.coordinator.ask(
      'mutation ($key: String!) { startProgramme(key: $key, title: "P") { ... on Programme { id } } }',
      {
        key: `p-${randomUUID().slice(0, 8)}`,
      },
    )
  ).data.startProgramme.id as string
const manage = (manager: string, report: string) =>
  pair.coordinator.ask(
    'mutation ($m: ID!, $r: ID!) { recordManagementLine(manager: $m, report: $r, from: "2020-01-01") { __typename } }',
    { m: manager, r: report },
  )

describe('training and briefing', () => {
  test('are recorded once for a day, and never for a day to come or for nobody', async () => {
    const { coordinator } = pair
    const person = await someone()
    expect(await train(coordinator, { person, until: '2027-01-10' })).toEqual({
      __typename: 'Training',
      training: 'foundations',
      completedOn: '2026-01-10',
      validUntil: '2027-01-10',
    })
    expect(await train(coordinator, { person })).toMatchObject({ code: 'training-recorded' })
    expect(await train(coordinator, { person, training: 'two words' })).toMatchObject({ code: 'not-the-shape' })
    expect(await train(coordinator, { person, on: '2026-03-03' })).toMatchObject({ code: 'day-in-the-future' })
    expect(await train(coordinator, { person, on: '2026-01-11', until: '2026-01-10' })).toMatchObject({
      code: 'reversed-period',
      path: 'validUntil',
    })
    const nobody = pair.personId(randomUUID())
    expect(await train(coordinator, { person: nobody })).toMatchObject({ code: 'not-found' })
    expect(await brief(coordinator, { person })).toMatchObject({ role: 'MENTOR', programme: { key: 'pairs' } })
    expect(await brief(coordinator, { person })).toMatchObject({ code: 'briefing-recorded' })
    expect(await brief(coordinator, { person: nobody })).toMatchObject({ code: 'not-found', path: 'person' })
    const strange = globalId('Programme', 'north', randomUUID())
    expect(await brief(coordinator, { person, programme: strange })).toMatchObject({ path: 'programme' })
    const key = randomUUID()
    const other = { person, on: '2026-01-20', key }
    expect(await train(coordinator, other)).toEqual(await train(coordinator, other))
  })
})

describe('supervision', () => {
  test('is recorded with a supervisor who stands apart', async () => {
    const { coordinator } = pair
    const [supervisor, mentor, other] = [await someone(), await someone(), await someone()]
    expect(await supervise(coordinator, { supervisor, mentors: [mentor] })).toMatchObject({
      supervisorId: supervisor,
      mentorIds: [mentor],
      mode: 'INDIVIDUAL',
      functions: ['RESOURCING'],
    })
    const group = await supervise(coordinator, { supervisor, mentors: [mentor, other], mode: 'GROUP' })
    expect(new Set(group.mentorIds)).toEqual(new Set([mentor, other]))
    expect(await supervise(coordinator, { supervisor, mentors: [mentor, other] })).toMatchObject({
      code: 'supervision-cast',
    })
    expect(await supervise(coordinator, { supervisor: mentor, mentors: [mentor] })).toMatchObject({
      code: 'supervision-cast',
    })
    expect(await supervise(coordinator, { supervisor, mentors: [mentor], minutes: 0 })).toMatchObject({
      code: 'not-the-shape',
    })
    expect(await supervise(coordinator, { supervisor, mentors: [mentor], on: '2026-03-03' })).toMatchObject({
      code: 'day-in-the-future',
    })
    expect(await supervise(coordinator, { supervisor, mentors: [pair.personId(randomUUID())] })).toMatchObject({
      code: 'not-found',
    })
    const key = randomUUID()
    const first = await supervise(coordinator, { supervisor, mentors: [mentor], key })
    expect(await supervise(coordinator, { supervisor, mentors: [mentor], key })).toEqual(first)
  })

  test('not by somebody above the mentor, by their mentee, or in the line of their mentee', async () => {
    const { coordinator, mentor, mentee, idOf } = pair
    await pair.relationship()
    const [head, boss, report] = [await someone(), await someone(), await someone()]
    await manage(head, boss)
    await manage(boss, idOf(mentor))
    const chair = await someone()
    await manage(chair, idOf(mentee))
    await manage(idOf(mentee), report)
    const by = (supervisor: string) => supervise(coordinator, { supervisor, mentors: [idOf(mentor)] })
    for (const near of [head, boss, idOf(mentee), chair, report])
      expect(await by(near)).toMatchObject({ code: 'supervisor-not-apart' })
    expect(await by(await someone())).toMatchObject({ __typename: 'SupervisionSession' })
  })
})

describe('what a programme asks of its mentors', () => {
  const asked = [
    { training: { training: 'foundations', withinDays: 365 } },
    { briefing: { role: 'MENTOR' } },
    { supervision: { minutes: 90, withinDays: 92 } },
  ]

  test('is read back, versioned, and refused where it cannot be asked', async () => {
    const { coordinator } = pair
    const programme = await started()
    expect(await rules(coordinator, { programme, rules: asked })).toEqual({
      __typename: 'Programme',
      eligibilityVersion: 1,
      eligibilityRules: [
        { asks: 'TRAINING', training: 'foundations', role: null, minutes: null, withinDays: 365 },
        { asks: 'BRIEFING', training: null, role: 'MENTOR', minutes: null, withinDays: null },
        { asks: 'SUPERVISION', training: null, role: null, minutes: 90, withinDays: 92 },
      ],
    })
    expect(await rules(coordinator, { programme, rules: [] })).toMatchObject({ code: 'stale-version' })
    const wrong = [{ supervision: { minutes: 0, withinDays: 1 } }]
    expect(await rules(coordinator, { programme, rules: wrong, version: 1 })).toMatchObject({ code: 'not-the-shape' })
    const many = Array.from({ length: 51 }, () => asked[0])
    expect(await rules(coordinator, { programme, rules: many, version: 1 })).toMatchObject({ code: 'too-many-rules' })
    const strange = globalId('Programme', 'north', randomUUID())
    expect(await rules(coordinator, { programme: strange, rules: [] })).toMatchObject({ code: 'not-found' })
    const key = randomUUID()
    const emptied = await rules(coordinator, { programme, rules: [], version: 1, key })
    expect(emptied).toMatchObject({ eligibilityVersion: 2, eligibilityRules: [] })
    expect(await rules(coordinator, { programme, rules: [], version: 1, key })).toEqual(emptied)
    const two = await Promise.all([1, 2].map(() => rules(coordinator, { programme, rules: asked, version: 2 })))
    expect(two.map(({ __typename }) => __typename).sort()).toEqual(['Programme', 'Refusal'])
  })

  test('tells each person what they lack and what to do next, as of a day', async () => {
    const { coordinator, stranger, idOf } = pair
    const [programme, supervisor, person] = [await started(), await someone(), idOf(stranger)]
    expect((await eligible(stranger, person, programme)).data.mentorEligibility).toEqual({
      eligible: true,
      rulesVersion: 0,
      unmet: [],
    })
    await rules(coordinator, { programme, rules: asked })
    expect((await eligible(stranger, person, programme)).data.mentorEligibility).toEqual({
      eligible: false,
      rulesVersion: 1,
      unmet: [
        { reason: 'MISSING', next: 'complete the training "foundations"', rule: { asks: 'TRAINING' } },
        { reason: 'MISSING', next: 'take part in the briefing for the role of mentor', rule: { asks: 'BRIEFING' } },
        { reason: 'MISSING', next: 'take 90 more minutes of supervision', rule: { asks: 'SUPERVISION' } },
      ],
    })
    await train(coordinator, { person, until: '2026-02-28' })
    await brief(coordinator, { person, programme })
    await supervise(coordinator, { supervisor, mentors: [person] })
    expect((await eligible(coordinator, person, programme)).data.mentorEligibility.unmet).toEqual([
      { reason: 'NO_LONGER_VALID', next: 'complete the training "foundations" again', rule: { asks: 'TRAINING' } },
      { reason: 'TOO_LITTLE', next: 'take 30 more minutes of supervision', rule: { asks: 'SUPERVISION' } },
    ])
    await supervise(coordinator, { supervisor, mentors: [person, await someone()], mode: 'GROUP', minutes: 30 })
    expect((await eligible(coordinator, person, programme, '2026-02-28')).data.mentorEligibility.eligible).toBe(true)
    expect((await eligible(coordinator, person, programme, '2026-02-09')).data.mentorEligibility.eligible).toBe(false)
    const elsewhere = await started()
    await rules(coordinator, { programme: elsewhere, rules: [asked[1]] })
    expect((await eligible(coordinator, person, elsewhere)).data.mentorEligibility.eligible).toBe(false)
  })
})

describe('who may see and do what', () => {
  const own = (asker: Asker, id: string) =>
    asker.ask(
      `query ($id: ID!) { node(id: $id) { ... on Person {
        trainings { nodes { training } } briefings { nodes { role } } supervisions { nodes { heldOn mentorIds supervisorId } }
      } } }`,
      { id },
    )

  test('a person sees their own, without the other mentors of a session; a coordinator sees all', async () => {
    const { coordinator, idOf } = pair
    const asker = await gateway.signIn('participant', 'north', await gateway.person('north'))
    const [supervisor, other] = [await someone(), await someone()]
    await train(coordinator, { person: idOf(asker) })
    await brief(coordinator, { person: idOf(asker) })
    await supervise(coordinator, { supervisor, mentors: [idOf(asker), other], mode: 'GROUP' })
    expect((await own(asker, idOf(asker))).data.node).toEqual({
      trainings: { nodes: [{ training: 'foundations' }] },
      briefings: { nodes: [{ role: 'MENTOR' }] },
      supervisions: { nodes: [{ heldOn: '2026-02-10', mentorIds: null, supervisorId: supervisor }] },
    })
    const [{ mentorIds }] = (await own(coordinator, idOf(asker))).data.node.supervisions.nodes
    expect(new Set(mentorIds)).toEqual(new Set([idOf(asker), other]))
  })

  test('nobody else sees it: no mentee of theirs, steward, administrator, analyst or other institution', async () => {
    const { mentor, mentee, steward, stranger, analyst, southern, idOf } = pair
    await pair.relationship()
    const programme = await started()
    for (const asker of [steward, await gateway.signIn('administrator')]) {
      const answer = await own(asker, idOf(mentor))
      expect(answer.data.node).toEqual({ trainings: null, briefings: null, supervisions: null })
      expect(answer.errors?.map(({ extensions }) => extensions?.code)).toEqual(['FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN'])
    }
    const byPartner = await own(mentee, idOf(mentor))
    expect(byPartner.data?.node?.trainings ?? null).toBeNull()
    expect(codeOf(byPartner)).toBe('FORBIDDEN')
    for (const asker of [stranger, analyst]) expect(codeOf(await own(asker, idOf(mentor)))).toBe('FORBIDDEN')
    for (const asker of [mentee, steward, stranger, analyst, southern])
      expect(codeOf(await eligible(asker, idOf(mentor), programme))).toBe('FORBIDDEN')
    const strange = globalId('Programme', 'north', randomUUID())
    expect((await eligible(mentor, idOf(mentor), strange)).data).toEqual({ mentorEligibility: null })
    expect((await eligible(pair.coordinator, pair.personId(randomUUID()), programme)).data).toEqual({
      mentorEligibility: null,
    })
  })

  test('a session is seen by who was there, and by coordinators', async () => {
    const { coordinator, stranger, steward, southern, idOf } = pair
    const led = await gateway.signIn('participant', 'north', await gateway.person('north'))
    const mentor = await gateway.signIn('participant', 'north', await gateway.person('north'))
    const { id } = await supervise(coordinator, { supervisor: idOf(led), mentors: [idOf(mentor)] })
    const read = (asker: Asker) =>
      asker.ask('query ($id: ID!) { node(id: $id) { ... on SupervisionSession { mentorIds } } }', { id })
    expect((await read(led)).data.node).toEqual({ mentorIds: [idOf(mentor)] })
    expect((await read(mentor)).data.node).toEqual({ mentorIds: null })
    for (const asker of [stranger, steward]) expect(codeOf(await read(asker))).toBe('FORBIDDEN')
    expect((await read(southern)).data.node).toBeNull()
  })

  test('a coordinator records it, and nobody else; of another institution’s people nothing is recorded', async () => {
    const { mentor, steward, analyst, southern, programme, idOf } = pair
    const person = idOf(mentor)
    for (const asker of [mentor, steward, analyst])
      for (const answer of [
        await train(asker, { person }),
        await brief(asker, { person }),
        await supervise(asker, { supervisor: person, mentors: [person] }),
        await rules(asker, { programme, rules: [] }),
      ])
        expect(codeOf(answer)).toBe('FORBIDDEN')
    for (const answer of [
      await train(southern, { person }),
      await brief(southern, { person }),
      await supervise(southern, { supervisor: person, mentors: [person] }),
      await rules(southern, { programme, rules: [] }),
    ])
      expect(answer).toMatchObject({ code: 'not-found' })
  })

  test('records are only ever added to', async () => {
    for (const table of [
      'training_record',
      'briefing_record',
      'supervision_session',
      'supervision_mentor',
      'eligibility_rules',
    ])
      await expect(
        gateway.database.within(institutionIdOf('north'), 'write', (tx) =>
          tx.execute(sql.raw(`delete from commons.${table}`)),
        ),
        table,
      ).rejects.toSatisfy((error) => sqlStateOf(error) === '42501')
  })
})
