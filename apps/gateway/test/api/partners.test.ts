import { isObjectType } from 'graphql'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import * as store from '../../src/modules/mentoring/partner/store.ts'
import { mayReadName } from '../../src/modules/people/policy.ts'
import { buildSchema } from '../../src/schema.ts'
import { type Asker, globalId, testGateway } from '../harness/gateway.ts'
import { answered, carries, type Member, member, offered, programmeOf } from '../harness/pool.ts'

let gateway: Awaited<ReturnType<typeof testGateway>>
let coordinator: Asker
let programme: string
const who = 'query ($id: ID!) { node(id: $id) { ... on Person { name unit } } }'

beforeAll(async () => {
  gateway = await testGateway()
  coordinator = await gateway.signIn('coordinator')
  programme = await programmeOf(coordinator, 'partners', ', agreementRequired: false')
})

async function pair(): Promise<[Member, Member]> {
  const [mentor, mentee] = [await member(gateway, 'Test Mentor'), await member(gateway, 'Test Mentee')]
  await carries(mentor, mentor.id, 9)
  return [mentor, mentee]
}
const nameOf = async (asker: Asker, id: string) => {
  const { data, errors } = await asker.ask(who, { id })
  return errors?.[0]?.extensions?.code ?? data.node?.name ?? null
}

test('the policy: oneself, partners, roles that see people, and nobody else', () => {
  const viewer = (roles: readonly string[], personId: string | null) =>
    ({ roles: new Set(roles), personId }) as unknown as Parameters<typeof mayReadName>[0]
  expect(mayReadName(viewer(['participant'], 'a'), 'a', new Set())).toBe(true)
  expect(mayReadName(viewer(['participant'], 'a'), 'b', new Set(['b']))).toBe(true)
  expect(mayReadName(viewer(['participant'], 'a'), 'c', new Set(['b']))).toBe(false)
  expect(mayReadName(viewer(['participant'], null), 'b', new Set(['b']))).toBe(false)
  expect(mayReadName(viewer(['coordinator'], null), 'b', new Set())).toBe(true)
  expect(mayReadName(viewer(['analyst'], null), 'b', new Set())).toBe(false)
})

describe('who somebody is', () => {
  test('is seen by those who are asked to be with them, once they are asked, and while they are together', async () => {
    const [mentor, mentee] = await pair()
    const [other, theirs] = [await member(gateway, 'Test Other'), await member(gateway, 'Test Mentee', 'south')]
    expect(await nameOf(mentee, mentor.id)).toBe('FORBIDDEN')
    const { id } = await offered(coordinator, programme, mentor.id, mentee.id)
    expect(await nameOf(mentee, mentor.id)).toBe('Test Mentor')
    expect(await nameOf(mentor, mentee.id)).toBe('FORBIDDEN')
    await answered(mentee, id, { accept: {} })
    expect(await nameOf(mentor, mentee.id)).toBe('Test Mentee')
    await answered(mentor, id, { accept: {} })
    expect(await nameOf(mentor, mentee.id)).toBe('Test Mentee')
    expect(await nameOf(mentee, mentor.id)).toBe('Test Mentor')
    const mine = await mentee.ask('{ myRelationships { nodes { status participants { role person { name } } } } }')
    expect(mine.data.myRelationships.nodes).toEqual([
      {
        status: 'ACTIVE',
        participants: [
          { role: 'MENTEE', person: { name: 'Test Mentee' } },
          { role: 'MENTOR', person: { name: 'Test Mentor' } },
        ],
      },
    ])
    for (const outsider of [other, await gateway.signIn('analyst'), await gateway.signIn('assessor')])
      expect(await nameOf(outsider, mentor.id)).toBe('FORBIDDEN')
    expect(await nameOf(theirs, mentor.id)).toBeNull()
    expect(await nameOf(gateway as unknown as Asker, mentor.id)).toBe('UNAUTHENTICATED')
  })

  test('is no longer seen after a no', async () => {
    const [mentor, mentee] = await pair()
    const { id } = await offered(coordinator, programme, mentor.id, mentee.id)
    await answered(mentee, id, { accept: {} })
    await answered(mentor, id, { decline: {} })
    expect(await nameOf(mentee, mentor.id)).toBe('FORBIDDEN')
    expect(await nameOf(mentor, mentee.id)).toBe('FORBIDDEN')
  })

  test('is seen in a proposal once it is offered', async () => {
    const [mentor, mentee] = await pair()
    const proposed = await coordinator.ask(
      `mutation ($programme: ID!, $participants: [ParticipantInput!]!) {
        proposeRelationship(programme: $programme, kind: DYAD, participants: $participants, on: "2026-03-01") { ... on Relationship { id } } }`,
      {
        programme,
        participants: [
          { person: mentor.id, role: 'MENTOR' },
          { person: mentee.id, role: 'MENTEE' },
        ],
      },
    )
    expect(await nameOf(mentor, mentee.id)).toBe('FORBIDDEN')
    const step = `mutation ($r: ID!, $by: ID!) { advanceRelationship(relationship: $r, step: { accept: { by: $by, on: "2026-03-02" } }, expectedVersion: 1) {
      ... on Relationship { status participants { person { name } } } } }`
    const advanced = await mentee.ask(step, { r: proposed.data.proposeRelationship.id, by: mentee.id })
    expect(advanced.data.advanceRelationship).toEqual({
      status: 'OFFERED',
      participants: [{ person: { name: 'Test Mentee' } }, { person: { name: 'Test Mentor' } }],
    })
    expect(await nameOf(mentor, mentee.id)).toBe('Test Mentee')
  })

  test('is their name and unit, and nothing else that is known of them', async () => {
    const [mentor, mentee] = await pair()
    await offered(coordinator, programme, mentor.id, mentee.id)
    const type = buildSchema().getType('Person')
    if (!isObjectType(type)) throw new TypeError('Person is no object type')
    const fields = Object.values(type.getFields()).filter(({ args }) =>
      args.every(({ defaultValue, type: kind }) => defaultValue !== undefined || !String(kind).endsWith('!')),
    )
    expect(fields.length).toBeGreaterThan(8)
    const open: string[] = []
    for (const field of fields) {
      const composite = /[A-Z]/.test(String(field.type)) && !/^(ID|String|Int|Boolean|Day)\W*$/.test(String(field.type))
      const query = `query ($id: ID!) { node(id: $id) { ... on Person { ${field.name}${composite ? ' { __typename }' : ''} } } }`
      const { errors } = await mentee.ask(query, { id: mentor.id })
      if (errors?.[0]?.extensions?.code !== 'FORBIDDEN') open.push(field.name)
    }
    expect(open.sort()).toEqual(['id', 'name', 'unit'])
  })

  test('is looked up once, however many people a page names', async () => {
    const mentee = await member(gateway, 'Test Mentee')
    for (let count = 0; count < 4; count++) {
      const mentor = await member(gateway, 'Test Mentor')
      await carries(mentor, mentor.id, 1)
      await offered(coordinator, programme, mentor.id, mentee.id)
    }
    const look = vi.spyOn(store, 'partnersOf')
    const mine = await mentee.ask('{ myOffers { nodes { participants { person { name } } } } }')
    expect(mine.data.myOffers.nodes).toHaveLength(4)
    expect(mine.data.myOffers.nodes[0].participants).toContainEqual({ person: { name: 'Test Mentor' } })
    expect(look).toHaveBeenCalledTimes(1)
    look.mockRestore()
    expect(globalId('Person', 'north', mentee.row)).toBe(mentee.id)
  })
})
