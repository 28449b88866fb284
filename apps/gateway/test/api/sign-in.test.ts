import { exportPKCS8, generateKeyPair, importPKCS8, SignJWT } from 'jose'
import { beforeAll, expect, test } from 'vitest'
import { audience, issuer, testGateway } from '../harness/gateway.ts'

let gateway: Awaited<ReturnType<typeof testGateway>>
beforeAll(async () => {
  gateway = await testGateway()
})

const query = '{ institution { key } }'

async function statusOf(authorization: string) {
  const response = await gateway.app.inject({
    method: 'POST',
    url: '/graphql',
    headers: { 'content-type': 'application/json', authorization },
    payload: JSON.stringify({ query }),
  })
  return { status: response.statusCode, error: response.json().errors?.[0] }
}

test('a good token opens its own institution', async () => {
  const viewer = await gateway.signIn('coordinator')
  expect((await viewer.ask(query)).data).toEqual({ institution: { key: 'north' } })
})

test('without a token a field says to sign in', async () => {
  const { errors } = await gateway.ask(query)
  expect(errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED')
  expect(errors?.[0]?.extensions?.requestId).toEqual(expect.any(String))
})

test('an expired token is refused with the reason', async () => {
  const token = await gateway.sign({ sub: 'anyone', institution: 'north' }, Math.floor(Date.now() / 1000) - 60)
  expect(await statusOf(`Bearer ${token}`)).toMatchObject({
    status: 401,
    error: { message: expect.stringContaining('expired'), extensions: { code: 'UNAUTHENTICATED' } },
  })
})

test('an unsigned token is refused', async () => {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const token = `${part({ alg: 'none' })}.${part({ iss: issuer, aud: audience, sub: 'x', institution: 'north', exp: 4_000_000_000 })}.`
  expect((await statusOf(`Bearer ${token}`)).status).toBe(401)
})

test('a token that the configured issuer did not sign is refused', async () => {
  const { privateKey } = await generateKeyPair('RS256')
  const token = await new SignJWT({ sub: 'x', institution: 'north' })
    .setProtectedHeader({ alg: 'RS256' })
    .setIssuer(issuer)
    .setAudience(audience)
    .setExpirationTime('1h')
    .sign(privateKey)
  expect((await statusOf(`Bearer ${token}`)).status).toBe(401)
})

test('a token signed with a shared secret made of the public key is refused', async () => {
  const token = await new SignJWT({ sub: 'x', institution: 'north' })
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuer(issuer)
    .setAudience(audience)
    .setExpirationTime('1h')
    .sign(new TextEncoder().encode('the public key of the issuer, as text'))
  expect((await statusOf(`Bearer ${token}`)).status).toBe(401)
})

test('a token by an algorithm that is not on the list is refused, though the key would fit', async () => {
  const pkcs8 = await exportPKCS8(gateway.keys.privateKey)
  const token = await new SignJWT({ sub: 'x', institution: 'north' })
    .setProtectedHeader({ alg: 'RS384' })
    .setIssuer(issuer)
    .setAudience(audience)
    .setExpirationTime('1h')
    .sign(await importPKCS8(pkcs8, 'RS384'))
  expect(await statusOf(`Bearer ${token}`)).toMatchObject({
    status: 401,
    error: { message: expect.stringContaining('alg') },
  })
})

test('a token for another audience, from another issuer, or without an institution is refused', async () => {
  const { privateKey } = gateway.keys
  const base = () =>
    new SignJWT({ sub: 'x', institution: 'north' }).setProtectedHeader({ alg: 'RS256' }).setExpirationTime('1h')
  const others = [
    await base().setIssuer(issuer).setAudience('somebody else').sign(privateKey),
    await base().setIssuer('https://elsewhere.example').setAudience(audience).sign(privateKey),
    await gateway.sign({ sub: 'x' }),
    await gateway.sign({ institution: 'north' }),
  ]
  for (const token of others) expect((await statusOf(`Bearer ${token}`)).status).toBe(401)
})

test('what is no token, and another scheme, are refused', async () => {
  for (const header of ['Bearer abc', 'Bearer ', 'Basic dXNlcjpwYXNz'])
    expect((await statusOf(header)).status).toBe(401)
})

test('a subject that the institution does not know opens nothing', async () => {
  const token = await gateway.sign({ sub: 'nobody here', institution: 'north' })
  const { error } = await statusOf(`Bearer ${token}`)
  expect(error.extensions.code).toBe('UNAUTHENTICATED')
})

test('an account is known in its own institution only', async () => {
  const viewer = await gateway.signIn('administrator')
  const claims = JSON.parse(Buffer.from(viewer.token.split('.')[1] ?? '', 'base64url').toString())
  const elsewhere = await gateway.sign({ sub: claims.sub, institution: 'south' })
  expect((await statusOf(`Bearer ${elsewhere}`)).error.extensions.code).toBe('UNAUTHENTICATED')
})
