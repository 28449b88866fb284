import { serverAudits } from 'graphql-http'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Asker, testGateway } from '../harness/gateway.ts'

let gateway: Awaited<ReturnType<typeof testGateway>>
let coordinator: Asker
beforeAll(async () => {
  gateway = await testGateway()
  coordinator = await gateway.signIn('coordinator')
})

const codeOf = async (query: string, variables?: Record<string, unknown>) =>
  (await coordinator.ask(query, variables)).errors?.[0]?.extensions?.code

describe('what a caller gets wrong', () => {
  test('a malformed document, an unknown field and a missing variable say so', async () => {
    expect(await codeOf('{ people')).toBe('GRAPHQL_PARSE_FAILED')
    expect(await codeOf('{ nonsense }')).toBe('GRAPHQL_VALIDATION_FAILED')
    expect(await codeOf('query ($id: ID!) { node(id: $id) { id } }')).toBe('BAD_USER_INPUT')
  })

  test('a body that is no JSON is refused as JSON', async () => {
    const response = await gateway.app.inject({
      method: 'POST',
      url: '/graphql',
      headers: { 'content-type': 'application/json' },
      payload: '{ "query": ',
    })
    expect(response.statusCode).toBe(400)
    expect(response.json().errors[0].message).toEqual(expect.any(String))
  })

  test('too deep a query is refused with the figures, before anything is read', async () => {
    const inner = 'programme { cohorts(first: 1) { nodes { '
    const query = `{ programme(key: "x") { cohorts(first: 1) { nodes { ${inner.repeat(6)} label ${'} } } '.repeat(6)} } } } }`
    const answer = await coordinator.ask(query)
    expect(answer.errors?.[0]?.extensions?.code).toBe('QUERY_TOO_COSTLY')
    expect(answer.errors?.[0]?.message).toMatch(/\d+ fields deep; at most 14/)
  })

  test('too costly a query is refused with the figures', async () => {
    const query =
      '{ programmes(first: 100) { nodes { relationships(first: 100) { nodes { meetings(first: 100) { nodes { id heldOn } } } } } } }'
    const answer = await coordinator.ask(query)
    expect(answer.errors?.[0]?.extensions).toMatchObject({
      code: 'QUERY_TOO_COSTLY',
      cost: { cost: expect.any(Number), costMax: 20_000 },
    })
  })

  test('the price is that of the operation that runs, not of the first in the document', async () => {
    const costly =
      'query Costly { programmes(first: 100) { nodes { relationships(first: 100) { nodes { meetings(first: 100) { nodes { id } } } } } } }'
    const response = await gateway.app.inject({
      method: 'POST',
      url: '/graphql',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${coordinator.token}` },
      payload: JSON.stringify({ query: `query Cheap { institution { key } } ${costly}`, operationName: 'Costly' }),
    })
    expect(response.json().errors[0].extensions.code).toBe('QUERY_TOO_COSTLY')
  })

  test('a price is told with each answer', async () => {
    expect((await coordinator.ask('{ institution { key } }')).extensions?.cost).toEqual({
      cost: 2,
      costMax: 20_000,
      depth: 2,
      depthMax: 14,
    })
  })

  test('more tokens than a document may have are refused', async () => {
    expect(await codeOf(`{ ${'institution { key } '.repeat(2_000)} }`)).toBe('GRAPHQL_PARSE_FAILED')
  })

  test('a page above the most is refused, not cut', async () => {
    for (const page of ['first: 101', 'last: 101', 'first: 0'])
      expect(await codeOf(`{ people(${page}) { nodes { id } } }`), page).toBe('BAD_USER_INPUT')
    expect((await coordinator.ask('{ people(first: 100) { nodes { id } } }')).errors).toBeUndefined()
  })

  test('a forged cursor is no error of ours', async () => {
    for (const after of ['x', 'REM6VDpbXQ==', Buffer.from('DC:T:["S:x","S:y"]').toString('base64')])
      expect(
        await codeOf('query ($after: String) { people(after: $after) { nodes { id } } }', { after }),
        after,
      ).not.toBe('INTERNAL')
  })

  test('a date that does not exist is refused', async () => {
    const opening = 'mutation ($on: Day) { openCohort(programme: "x", label: "1", startsOn: $on) { __typename } }'
    for (const on of ['2026-02-30', 'tomorrow', '2026-2-3', 20260203])
      expect(await codeOf(opening, { on })).toBe('BAD_USER_INPUT')
  })
})

describe('what goes wrong on our side', () => {
  test('is masked with the request id, and nothing of it shows', async () => {
    const broken = {
      ...gateway.services,
      database: { ...gateway.database, within: () => Promise.reject(new Error('password=secret at 10.0.0.1')) },
    }
    const { buildHttp } = await import('../../src/http.ts')
    const { buildSchema } = await import('../../src/schema.ts')
    const app = await buildHttp({
      schema: buildSchema(),
      services: broken as never,
      verify: async () => ({ issuer: 'i', subject: 's', institutionKey: 'north' }),
      signer: gateway.signer,
      logLevel: 'silent',
      production: true,
    })
    const response = await app.inject({
      method: 'POST',
      url: '/graphql',
      headers: { 'content-type': 'application/json', authorization: 'Bearer x', 'x-request-id': 'my-request-1' },
      payload: JSON.stringify({ query: '{ institution { key } }' }),
    })
    expect(response.body).not.toContain('secret')
    expect(response.json().errors[0].extensions).toEqual({ code: 'INTERNAL', requestId: 'my-request-1' })
    expect(response.headers['x-request-id']).toBe('my-request-1')
    await app.close()
  })
})

describe('around the API', () => {
  test('health tells that the process lives and that the database answers', async () => {
    expect((await gateway.app.inject('/health/live')).json()).toEqual({ status: 'live' })
    expect((await gateway.app.inject('/health/ready')).json()).toEqual({ status: 'ready' })
  })

  test('ready is no when the database does not answer', async () => {
    const { default: Fastify } = await import('fastify')
    const { addHealth } = await import('../../src/http/health.ts')
    const app = Fastify()
    addHealth(app, { database: { ping: () => Promise.reject(new Error('gone')) } as never })
    const response = await app.inject('/health/ready')
    expect([response.statusCode, response.json().status]).toEqual([503, 'not ready'])
  })

  test('GraphQL over HTTP by the book: no audit fails or warns', async () => {
    const address = await gateway.app.listen({ port: 0, host: '127.0.0.1' })
    const audits = serverAudits({ url: `${address}/graphql`, fetchFn: fetch })
    const results = await Promise.all(audits.map(async (audit) => ({ name: audit.name, result: await audit.fn() })))
    expect(results.length).toBeGreaterThan(50)
    expect(
      results
        .filter(({ result }) => result.status !== 'ok' && result.status !== 'notice')
        .map(({ name, result }) => `${result.status}: ${name}: ${'reason' in result ? result.reason : ''}`),
    ).toEqual([])
  })
})
