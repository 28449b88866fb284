import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { type Asker, issuer, testGateway } from '../harness/gateway.ts'

let gateway: Awaited<ReturnType<typeof testGateway>>
let administrator: Asker
beforeAll(async () => {
  gateway = await testGateway()
  administrator = await gateway.signIn('administrator')
})

const grant = `mutation ($subject: String!, $role: AccountRole!) {
  grantRole(subject: $subject, role: $role) { __typename ... on Account { id issuer subject roles } ... on Refusal { code } }
}`
const revoke = `mutation ($account: ID!, $role: AccountRole!) {
  revokeRole(account: $account, role: $role) { __typename ... on Account { id roles } ... on Refusal { code message } }
}`

test('an administrator gives a role to somebody who has never been here, and they may sign in', async () => {
  const subject = `new-${randomUUID()}`
  const { data } = await administrator.ask(grant, { subject, role: 'COORDINATOR' })
  expect(data.grantRole).toMatchObject({ issuer, subject, roles: ['COORDINATOR'] })
  const token = await gateway.sign({ sub: subject, institution: 'north' })
  const response = await gateway.app.inject({
    method: 'POST',
    url: '/graphql',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    payload: JSON.stringify({ query: '{ viewer { roles } }' }),
  })
  expect(response.json().data).toEqual({ viewer: { roles: ['COORDINATOR'] } })
})

test('a role taken away closes its fields at the next request', async () => {
  const coordinator = await gateway.signIn('coordinator')
  expect((await coordinator.ask('{ people { nodes { id } } }')).errors).toBeUndefined()
  const me = await coordinator.ask('{ viewer { id } }')
  await administrator.ask(revoke, { account: me.data.viewer.id, role: 'COORDINATOR' })
  expect((await coordinator.ask('{ people { nodes { id } } }')).errors?.[0]?.extensions?.code).toBe('FORBIDDEN')
})

test('the last administrator stays one', async () => {
  const alone = await gateway.signIn('administrator', 'south')
  const me = await alone.ask('{ viewer { id } }')
  expect((await alone.ask(revoke, { account: me.data.viewer.id, role: 'ADMINISTRATOR' })).data.revokeRole.code).toBe(
    'last-administrator',
  )
})

test('nobody but an administrator gives roles', async () => {
  for (const role of ['participant', 'coordinator', 'assessor', 'analyst', 'data-steward'] as const) {
    const asker = await gateway.signIn(role)
    expect((await asker.ask(grant, { subject: 'me', role: 'ADMINISTRATOR' })).errors?.[0]?.extensions?.code, role).toBe(
      'FORBIDDEN',
    )
  }
})

test('a registered person is read back by their id, and pages hold every person once', async () => {
  const coordinator = await gateway.signIn('coordinator', 'south')
  const names = Array.from({ length: 7 }, (_, index) => `Test Person ${index}`)
  for (const name of names)
    await coordinator.ask('mutation ($name: String) { registerPerson(name: $name) { ... on Person { id } } }', { name })
  const seen: string[] = []
  let after: string | null = null
  do {
    const { data } = await coordinator.ask(
      'query ($after: String) { people(first: 3, after: $after) { nodes { name } pageInfo { hasNextPage endCursor } } }',
      { after },
    )
    seen.push(...data.people.nodes.map((node: { name: string }) => node.name))
    after = data.people.pageInfo.hasNextPage ? data.people.pageInfo.endCursor : null
  } while (after !== null)
  expect(seen.sort()).toEqual(names)
})
