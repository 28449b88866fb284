import { randomUUID } from 'node:crypto'
import { phaseModels, sessionFrameworks } from '@mentoring-commons/mentoring'
import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { sqlStateOf } from '../../src/db/errors.ts'
import { institutionIdOf } from '../../src/modules/people/identity.ts'
import { type Asker, testGateway } from '../harness/gateway.ts'
import { type Pair, pairIn, step } from '../harness/pair.ts'

let gateway: Awaited<ReturnType<typeof testGateway>>
let pair: Pair
let relationship: string

beforeAll(async () => {
  gateway = await testGateway()
  pair = await pairIn(gateway)
  relationship = await pair.relationship()
})

const codeOf = (answer: Awaited<ReturnType<Asker['ask']>>) => answer.errors?.[0]?.extensions?.code

describe('phases', () => {
  const assess = (asker: Asker, given: Record<string, unknown>) =>
    asker
      .ask(
        `mutation ($relationship: ID!, $role: ParticipantRole!, $model: String!, $phase: String!, $on: Day!, $key: String) {
          assessPhase(relationship: $relationship, role: $role, model: $model, phase: $phase, on: $on, idempotencyKey: $key) {
            __typename ... on PhaseAssessment { personId role model on phase { code title } } ... on Refusal { code path }
          }
        }`,
        { relationship, role: 'MENTEE', model: 'clutterbuck', phase: 'direction', on: '2026-02-01', ...given },
      )
      .then((answer) => answer.data?.assessPhase ?? answer)
  const view = (asker: Asker, given: Record<string, unknown> = {}) =>
    asker.ask(
      `query ($id: ID!, $model: String!, $on: Day) { node(id: $id) { ... on Relationship {
        phaseView(model: $model, on: $on) { stand phase { code title } latest { personId role on phase { code } } }
      } } }`,
      { id: relationship, model: 'clutterbuck', ...given },
    )

  test('nobody said, then one party, then both: agreed or not, it is the pair’s', async () => {
    const { mentee, mentor, idOf } = pair
    expect((await view(mentee)).data.node.phaseView).toEqual({ stand: 'NOBODY_SAID', phase: null, latest: [] })
    expect(await assess(mentee, {})).toEqual({
      __typename: 'PhaseAssessment',
      personId: idOf(mentee),
      role: 'MENTEE',
      model: 'clutterbuck',
      on: '2026-02-01',
      phase: { code: 'direction', title: 'Setting direction' },
    })
    expect((await view(mentor)).data.node.phaseView).toMatchObject({ stand: 'ONE_PARTY', phase: { code: 'direction' } })
    await assess(mentor, { role: 'MENTOR', phase: 'progress', on: '2026-02-08' })
    expect((await view(mentee)).data.node.phaseView).toMatchObject({ stand: 'DIFFER', phase: null })
    expect((await view(mentee, { on: '2026-02-07' })).data.node.phaseView.stand).toBe('ONE_PARTY')
    await assess(mentee, { phase: 'progress', on: '2026-02-08' })
    expect((await view(mentee)).data.node.phaseView).toMatchObject({
      stand: 'AGREE',
      phase: { title: 'Making progress' },
    })
    // Back again, and on the same day: what was said last counts.
    gateway.clock.now = '2026-03-02T09:00:01.000Z'
    await assess(mentee, { phase: 'rapport', on: '2026-02-08' })
    expect((await view(mentee)).data.node.phaseView.stand).toBe('DIFFER')
    expect((await view(mentee, { model: 'kram' })).data.node.phaseView.stand).toBe('NOBODY_SAID')
  })

  test('what is no phase, role or day of theirs is refused', async () => {
    const { mentee } = pair
    expect(await assess(mentee, { phase: 'cultivation' })).toMatchObject({ code: 'phase-not-listed', path: 'phase' })
    expect(await assess(mentee, { model: 'nobody' })).toMatchObject({ code: 'framework-not-listed' })
    expect(await assess(mentee, { role: 'MENTOR' })).toMatchObject({ code: 'role-not-held' })
    expect(await assess(mentee, { on: '2026-01-04' })).toMatchObject({ code: 'date-goes-back' })
    expect(await assess(mentee, { on: '2026-03-03' })).toMatchObject({ code: 'day-in-the-future' })
    expect(codeOf(await view(mentee, { model: 'nobody' }))).toBe('BAD_USER_INPUT')
  })

  test('the same key gives one assessment', async () => {
    const other = await pair.relationship()
    const key = randomUUID()
    await assess(pair.mentee, { relationship: other, key })
    await assess(pair.mentee, { relationship: other, key })
    const rows = await gateway.database.within(institutionIdOf('north'), 'read', (tx) =>
      tx.query.phaseAssessment.findMany({ where: { institutionId: institutionIdOf('north') } }),
    )
    const [, id] = JSON.parse(Buffer.from(other, 'base64').toString().replace('Relationship:', ''))
    expect(rows.filter(({ relationshipId }) => relationshipId === id)).toHaveLength(1)
    expect(await assess(pair.mentee, { relationship: other, key, phase: 'rapport' })).toMatchObject({
      code: 'idempotency-key-reused',
    })
  })

  test('no coordinator, steward or administrator sees or says it, and strangers learn nothing', async () => {
    for (const asker of [pair.coordinator, pair.steward, await gateway.signIn('administrator')]) {
      const answer = await view(asker)
      expect(answer.data.node).toEqual({ phaseView: null })
      expect(codeOf(answer)).toBe('FORBIDDEN')
    }
    for (const asker of [pair.stranger, pair.analyst]) expect(codeOf(await view(asker))).toBe('FORBIDDEN')
    expect((await view(pair.southern)).data.node).toBeNull()
    expect(codeOf(await assess(pair.coordinator, {}))).toBe('FORBIDDEN')
    const busy = await gateway.signIn(['participant', 'coordinator'], 'north', await gateway.person('north'))
    expect(await assess(busy, {})).toMatchObject({ code: 'phase-of-others' })
    expect(await assess(pair.stranger, {})).toMatchObject({ code: 'not-found' })
    expect(await assess(pair.southern, {})).toMatchObject({ code: 'not-found' })
  })

  test('are only ever added to', async () => {
    for (const statement of ["update commons.phase_assessment set phase = 'x'", 'delete from commons.phase_assessment'])
      await expect(
        gateway.database.within(institutionIdOf('north'), 'write', (tx) => tx.execute(sql.raw(statement))),
      ).rejects.toSatisfy((error) => sqlStateOf(error) === '42501')
  })

  test('the models are there to choose from, with their sources', async () => {
    const query = '{ phaseModels { key title source certainty phases { code title } } }'
    expect((await pair.mentee.ask(query)).data.phaseModels).toEqual(phaseModels)
    expect(codeOf(await gateway.ask(query))).toBe('UNAUTHENTICATED')
  })
})

describe('the stages that a conversation visited', () => {
  const meet = (asker: Asker, session: object | undefined, heldOn = '2026-02-03', id = relationship) =>
    asker
      .ask(
        `mutation ($relationship: ID!, $heldOn: Day!, $session: VisitedStagesInput) {
          recordMeeting(relationship: $relationship, heldOn: $heldOn, durationMinutes: 60, mode: ONLINE, topics: ["career"], session: $session) {
            __typename ... on Meeting { id session { framework stages } } ... on Refusal { code path message }
          }
        }`,
        { relationship: id, heldOn, session },
      )
      .then((answer) => answer.data?.recordMeeting ?? answer)
  const seen = (asker: Asker, id: string) =>
    asker.ask('query ($id: ID!) { node(id: $id) { ... on Meeting { heldOn topics session { framework stages } } } }', {
      id,
    })

  test('are kept in their order, and shown to the people who met', async () => {
    const session = { framework: 'grow', stages: ['goal', 'reality', 'goal', 'will'] }
    const meeting = await meet(pair.mentee, session)
    expect(meeting.session).toEqual(session)
    expect((await seen(pair.mentor, meeting.id)).data.node.session).toEqual(session)
    for (const asker of [pair.coordinator, pair.steward])
      expect((await seen(asker, meeting.id)).data.node).toEqual({ heldOn: '2026-02-03', topics: null, session: null })
    expect(codeOf(await seen(pair.stranger, meeting.id))).toBe('FORBIDDEN')
    expect((await seen(pair.southern, meeting.id)).data.node).toBeNull()
  })

  test('need no framework, and hold no sentence', async () => {
    expect((await meet(pair.mentee, undefined)).session).toBeNull()
    expect(await meet(pair.mentee, { framework: 'nobody', stages: ['goal'] })).toMatchObject({
      code: 'framework-not-listed',
      path: 'session.framework',
    })
    expect(await meet(pair.mentee, { framework: 'grow', stages: ['what was said'] })).toMatchObject({
      code: 'not-the-shape',
    })
    expect(await meet(pair.mentee, { framework: 'grow', stages: ['1a'] })).toMatchObject({ code: 'stage-not-listed' })
    expect(await meet(pair.mentee, { framework: 'grow', stages: [] })).toMatchObject({ code: 'not-the-shape' })
    const telling = await meet(pair.mentee, { framework: 'grow', stages: ['goal'], notes: 'what was said' })
    expect(codeOf(telling)).toBe('BAD_USER_INPUT')
  })

  test('a data steward’s own SQL does not reach them', async () => {
    const granted = await gateway.database.asOwner((tx) =>
      tx.execute(sql`select has_column_privilege('data_steward', 'commons.meeting', 'held_on', 'select') as day,
        has_column_privilege('data_steward', 'commons.meeting', 'session', 'select') as session`),
    )
    const rows = (Array.isArray(granted) ? granted : (granted as { rows: unknown[] }).rows) as unknown[]
    expect(rows).toEqual([{ day: true, session: false }])
  })

  test('the frameworks are there to choose from', async () => {
    const answer = await pair.mentor.ask('{ sessionFrameworks { key title source certainty stages { code title } } }')
    expect(answer.data.sessionFrameworks).toEqual(sessionFrameworks)
  })

  test('a flash relationship meets once', async () => {
    const { coordinator, mentee, mentor, idOf } = pair
    const [a, b] = [idOf(mentor), idOf(mentee)]
    const proposed = await coordinator.ask(
      `mutation ($programme: ID!, $participants: [ParticipantInput!]!) {
        proposeRelationship(programme: $programme, kind: FLASH, participants: $participants, on: "2026-01-05") { ... on Relationship { id } ... on Refusal { code message } }
      }`,
      {
        programme: pair.programme,
        participants: [
          { person: a, role: 'MENTOR' },
          { person: b, role: 'MENTEE' },
        ],
      },
    )
    const { id } = proposed.data.proposeRelationship
    await step(mentee, id, { accept: { by: b, on: '2026-01-12' } })
    await step(mentor, id, { accept: { by: a, on: '2026-01-12' } })
    for (const [asker, by] of [[mentee, b] as const, [mentor, a] as const])
      await step(asker, id, { signAgreement: { by, on: '2026-01-12' } })
    expect(await meet(mentee, undefined, '2026-02-03', id)).toMatchObject({ __typename: 'Meeting' })
    expect(await meet(mentee, undefined, '2026-02-04', id)).toMatchObject({
      code: 'meeting-not-possible',
      message: expect.stringContaining('meets once'),
    })
  })
})
