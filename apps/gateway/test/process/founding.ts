import { generateKeyPair } from 'jose'
import { expect } from 'vitest'
import type { IdentityProvider } from './identity-provider.ts'
import { ask, commons, type RunningGateway } from './program.ts'

const grant = `mutation ($subject: String!, $role: AccountRole!) {
  grantRole(subject: $subject, role: $role) { ... on Account { subject roles } ... on Refusal { message } }
}`
const begin = 'mutation { startProgramme(key: "first", title: "First") { ... on Programme { key } } }'
const programmes = '{ programmes(first: 5) { nodes { key } } }'

/** That an institution comes to be from the command line, and that its first administrator lets others in. */
export async function expectFounding(
  idp: IdentityProvider,
  where: { args: readonly string[]; env: Readonly<Record<string, string>> },
  started: () => Promise<RunningGateway>,
) {
  const grants = (...more: string[]) =>
    commons(
      ['grant', '--role', 'administrator', '--institution', 'guild', '--issuer', idp.issuer, ...more, ...where.args],
      { env: where.env },
    )
  const unnamed = await grants('--subject', 'boss')
  expect(unnamed).toMatchObject({ code: 1, stdout: '' })
  expect(unnamed.stderr).toMatch(/^mentoring-commons: there is no institution "guild"; give --name [^\n]+\n$/)
  const founded = await grants('--subject', 'boss', '--name', 'Guild of tests')
  expect(founded).toMatchObject({ code: 0, stdout: '' })
  expect(await grants('--subject', 'boss'), 'a second time changes nothing').toMatchObject({ code: 0 })

  const gateway = await started()
  expect(gateway.stdout()).not.toContain('Nobody can sign in yet')
  const boss = await idp.token('boss', 'guild')
  const helper = await idp.token('helper', 'guild')
  const before = await ask(gateway.graphql, helper, programmes)
  expect(before.errors?.[0]?.extensions?.code, 'nobody knows them yet').toBe('UNAUTHENTICATED')
  const given = await ask(gateway.graphql, boss, grant, { subject: 'helper', role: 'COORDINATOR' })
  expect(given.data.grantRole).toEqual({ subject: 'helper', roles: ['COORDINATOR'] })
  expect((await ask(gateway.graphql, helper, begin)).data.startProgramme).toEqual({ key: 'first' })
  expect((await ask(gateway.graphql, helper, programmes)).data.programmes.nodes).toEqual([{ key: 'first' }])
  const over = await ask(gateway.graphql, helper, grant, { subject: 'helper', role: 'ADMINISTRATOR' })
  expect(over.errors?.[0]?.extensions?.code).toBe('FORBIDDEN')
  const { privateKey } = await generateKeyPair('RS256')
  const forged = await ask(gateway.graphql, await idp.token('boss', 'guild', privateKey), programmes)
  expect(forged.errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED')
  return gateway
}
